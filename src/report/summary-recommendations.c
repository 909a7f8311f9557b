/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recommended provisions by advice, each with its reasons; and the best practices they cover. */
#include <stdlib.h>
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

static void add_reasons(const struct report *report, const struct recommendation *recommendation) {
  struct block *list = report_add_list(report, NULL);
  if (recommendation->replaces_barred)
    report_add_item(report, list, NULL, _("It takes the place of what state law may bar."));
  if (recommendation->replaces_elsewhere)
    report_add_item(report, list, NULL,
                    _("It takes the place of what is not in this body's power."));
  for (size_t i = 0; i < recommendation->reason_count; i++) {
    const struct question *question = recommendation->reasons[i].question;
    report_add_item(report, list, NULL,
                    report_format(report, _("Question %s Answer: %s."),
                                  report_question(report, question),
                                  report_answer(report, question)));
  }
  const char *covers = NULL;
  for (string_list cover = recommendation->provision->covers; *cover; cover++)
    covers = report_join(report, covers, *cover);
  if (covers)
    report_add_item(report, list, _("Best practices:"), covers);
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
  document_heading(
      report->document, 3, NULL,
      provision->alternative
          ? report_format(report, _("%s (an alternative to the others)"), provision->heading)
          : provision->heading);
  document_prose(report->document, NULL, language_checklist_text(provision->plain));
  add_instrument(report, provision);
  if (advice_is_withheld(recommendation->advice))
    add_instead(report, provision);
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
  document_paragraph(report->document, NULL, _(groups[group].sentence));
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

/* --- best practices --- */

/* BP-2 before BP-10. */
static int compare_practices(const void *a, const void *b) {
  const char *const *first = a, *const *second = b;
  size_t lengths[] = {strlen(*first), strlen(*second)};
  if (lengths[0] != lengths[1])
    return lengths[0] < lengths[1] ? -1 : 1;
  return strcmp(*first, *second);
}

struct practices {
  const char **items;
  size_t count;
};

static void add_practice(struct practices *practices, string_list covers) {
  for (; *covers; covers++) {
    bool known = false;
    for (size_t i = 0; i < practices->count; i++)
      known = known || strcmp(practices->items[i], *covers) == 0;
    if (!known)
      practices->items[practices->count++] = *covers;
  }
}

static struct practices list_practices(const struct report *report) {
  const struct checklist *checklist = report->checklist;
  size_t room = 1;
  for (size_t i = 0; i < checklist->provision_count; i++)
    room += string_list_count(checklist->provisions[i].covers);
  struct practices practices = {
      arena_alloc(report->document->arena, room * sizeof *practices.items), 0};
  for (size_t i = 0; i < checklist->provision_count; i++)
    add_practice(&practices, checklist->provisions[i].covers);
  qsort(practices.items, practices.count, sizeof *practices.items, compare_practices);
  return practices;
}

static void add_practice_row(const struct report *report, struct block *table,
                             const char *practice) {
  const struct assessment *assessment = report->assessment;
  const char *provisions = NULL, *questions = NULL;
  for (size_t i = 0; i < assessment->recommendation_count; i++) {
    const struct recommendation *item = &assessment->recommendations[i];
    if (string_list_has(item->provision->covers, practice))
      provisions = report_join(
          report, provisions,
          report_format(report, "%s (%s)", item->provision->heading, advice_name(item->advice)));
  }
  for (size_t i = 0; i < report->checklist->question_count; i++) {
    const struct question *question = report->checklist->questions[i];
    if (string_list_has(question->covers, practice))
      questions = report_join(report, questions, report_format(report, "%zu", question->number));
  }
  const char *cells[] = {practice, provisions, questions};
  document_row(report->document, table, cells, 3);
}

void summary_add_practices(const struct report *report) {
  static const int widths[] = {2, 7, 3};
  const char *heads[] = {_("Practice"), _("Provisions and their advice"), _("Questions")};
  struct practices practices = list_practices(report);
  if (practices.count == 0)
    return;
  document_heading(report->document, 1, NULL, _("Best practices covered"));
  struct block *table = document_table(report->document, NULL, widths, heads, 3);
  for (size_t i = 0; i < practices.count; i++)
    add_practice_row(report, table, practices.items[i]);
}
