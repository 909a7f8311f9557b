/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recommended provisions by advice, each with its reasons. */
#include <string.h>

#include "base/arena.h"
#include "base/language.h"
#include "checklist/checklist.h"
#include "report/report-parts.h"
#include "report/report-summary.h"

static const struct {
  enum advice advice;
  const char *heading, *sentence;
} groups[] = {
    {ADVICE_ADOPT, N_("To adopt"), N_("An answer shows that this is missing.")},
    {ADVICE_CODIFY, N_("To write into law"),
     N_("This is done already, but no ordinance or higher law says so, and it can end any day.")},
    {ADVICE_FIND_OUT, N_("To find out first"),
     N_("Nothing shows yet whether this is missing. The answers named have to come first.")},
    {ADVICE_BARRED, N_("State law may bar this"),
     N_("State law may bar this; ask counsel. What may be done in its place is named.")},
    {ADVICE_ELSEWHERE, N_("Not in this body's power"),
     N_("Another body or official decides this here. What this body can do instead is named.")},
    {ADVICE_IN_PLACE, N_("In place"), N_("Nothing has to be added: keep it.")},
};

/* Only numbers: the questions stand in full on their pages. */
static void add_reasons(const struct report *report, const struct recommendation *recommendation) {
  struct block *list = NULL;
  const char *decided = NULL;
  size_t *open =
      arena_alloc(report->document->arena, (recommendation->reason_count + 1) * sizeof *open);
  size_t count = 0;
  for (size_t i = 0; i < recommendation->reason_count; i++) {
    const struct question *question = recommendation->reasons[i].question;
    enum verdict verdict = assess_question(report->assessment, question)->verdict;
    if (verdict == VERDICT_UNKNOWN || verdict == VERDICT_UNANSWERED)
      open[count++] = question->number;
    else
      decided = report_join(report, decided,
                            report_format(report, P_("question and answer", "%zu (%s)"),
                                          question->number, report_answer(report, question)));
  }
  if (decided || count)
    list = report_add_list(report, NULL);
  if (decided)
    report_add_item(report, list, _("Because of the answers to questions:"), decided);
  if (count)
    report_add_item(report, list, _("To find out first, questions:"),
                    report_ranges(report, open, count));
}

static void add_replaced(const struct report *report, const struct recommendation *recommendation) {
  if (recommendation->replaces_barred)
    document_paragraph(report->document, NULL, _("It takes the place of what state law may bar."));
  if (recommendation->replaces_elsewhere)
    document_paragraph(report->document, NULL,
                       _("It takes the place of what is not in this body's power."));
}

static void add_instead(const struct report *report, const struct provision *provision) {
  const char *joined = NULL;
  for (string_list id = provision->instead; *id; id++) {
    const struct provision *other = checklist_provision(report->checklist, *id);
    if (other)
      joined = report_join(report, joined, other->heading);
  }
  if (joined)
    document_labelled(report->document, NULL, _("In its place:"), joined);
}

static void add_instrument(const struct report *report, const struct provision *provision) {
  if (provision->instrument && strcmp(provision->instrument, "resolution") == 0)
    document_paragraph(report->document, NULL,
                       _("As a resolution, for the governing body cannot command this by law."));
  if (provision->instrument && strcmp(provision->instrument, "letter") == 0)
    document_paragraph(report->document, NULL,
                       _("As a letter, for the governing body can only ask for this."));
}

static void add_provision(const struct report *report,
                          const struct recommendation *recommendation) {
  const struct provision *provision = recommendation->provision;
  struct block *heading = document_heading(
      report->document, 3, NULL,
      provision->alternative
          ? report_format(report, _("%s (an alternative to the others)"), provision->heading)
          : provision->heading);
  document_prose(report->document, NULL, language_checklist_text(provision->plain));
  add_instrument(report, provision);
  if (advice_is_withheld(recommendation->advice))
    add_instead(report, provision);
  add_replaced(report, recommendation);
  if (recommendation->reason_count)
    for (struct block *block = heading->next; block; block = block->next)
      block->keep_with_next = true;
  add_reasons(report, recommendation);
}

static size_t count_advice(const struct report *report, enum advice advice) {
  size_t count = 0;
  for (size_t i = 0; i < report->assessment->recommendation_count; i++)
    count += report->assessment->recommendations[i].advice == advice;
  return count;
}

static void add_group(const struct report *report, size_t group) {
  if (count_advice(report, groups[group].advice) == 0)
    return;
  document_heading(report->document, 2, NULL, _(groups[group].heading));
  document_paragraph(report->document, NULL, _(groups[group].sentence))->keep_with_next = true;
  for (size_t i = 0; i < report->assessment->recommendation_count; i++)
    if (report->assessment->recommendations[i].advice == groups[group].advice)
      add_provision(report, &report->assessment->recommendations[i]);
}

void summary_add_recommendations(const struct report *report) {
  document_heading(report->document, 1, NULL, _("What could be done"));
  report_add_state_law(report);
  if (count_advice(report, ADVICE_NONE) == report->assessment->recommendation_count)
    document_paragraph(report->document, NULL, _("No answer calls for anything yet."));
  for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
    add_group(report, i);
}
