/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reverse table: where each question went. */
#include <string.h>

#include "base/arena.h"
#include "base/language.h"
#include "checklist/checklist.h"
#include "report/ordinance-annex.h"
#include "report/ordinance-draft.h"
#include "report/report-parts.h"
#include "session/session.h"

/* The existing rule, in its own words where they were taken down. */
static const char *in_place(const struct report *report, const struct question *question,
                            const struct provision *provision) {
  const struct answer *answer = session_answer(report->session, question->id);
  const char *text = report_format(report, _("in place (%s)"), provision->heading);
  for (size_t i = 0; answer && i < answer->evidence_count; i++) {
    const struct evidence *evidence = &answer->evidence[i];
    const char *name = report_evidence(report, evidence);
    text = evidence->quote ? report_format(report, _("%s: “%s” (%s)"), text, evidence->quote, name)
                           : report_format(report, _("%s: %s"), text, name);
  }
  return text;
}

/* What withholds a provision, with the state's law where it is that. */
static const char *withheld(const struct report *report,
                            const struct recommendation *recommendation) {
  const struct state *state = report->assessment->state;
  const char *text = report_format(report, "%s: %s", recommendation->provision->heading,
                                   advice_name(recommendation->advice));
  if (recommendation->advice == ADVICE_BARRED && state && state->citation)
    text = report_format(report, "%s (%s)", text, state->citation);
  return text;
}

static bool is_of_law(const struct provision *provision) {
  return !provision->instrument || strcmp(provision->instrument, "ordinance") == 0;
}

/* Why a provision that is wanted stands nowhere here. */
static const char *absent(const struct law *law, const struct recommendation *recommendation) {
  const struct provision *provision = recommendation->provision;
  const struct report *report = law->report;
  if (law->form == LAW_SHORT && recommendation_is_wanted(recommendation))
    return report_format(report,
                         is_of_law(provision) ? _("%s: in the long form only")
                                              : _("%s: a text of its own, beside the long form"),
                         provision->heading);
  if (law->form == LAW_NONE && is_of_law(provision))
    return report_format(report, _("%s: in the draft ordinance"), provision->heading);
  return report_format(report, "%s: %s", provision->heading, advice_name(recommendation->advice));
}

static void add_place(const struct law *law, struct block *cell, const struct question *question,
                      const struct recommendation *recommendation) {
  const struct report *report = law->report;
  struct document *document = report->document;
  const struct provision *provision = recommendation->provision;
  const struct law_section *section = law_section(law, provision);
  if (cell->runs)
    document_run(document, cell, RUN_PLAIN, "\n");
  if (section) {
    document_link(document, cell, section->label, report_format(report, "#%s", section->anchor));
    document_run(document, cell, RUN_PLAIN, report_format(report, " (%s)", section->heading));
  } else if (recommendation->advice == ADVICE_IN_PLACE) {
    document_run(document, cell, RUN_PLAIN, in_place(report, question, provision));
  } else if (advice_is_withheld(recommendation->advice)) {
    document_run(document, cell, RUN_PLAIN, withheld(report, recommendation));
  } else if (provision->alternative && law->form == LAW_FULL) {
    document_link(document, cell,
                  report_format(report, _("the alternative “%s”"), provision->heading),
                  report_format(report, "#without-%s", provision->id));
  } else {
    document_run(document, cell, RUN_PLAIN, absent(law, recommendation));
  }
}

static void add_row(const struct law *law, struct block *table, const struct question *question) {
  const struct report *report = law->report;
  bool relevant = assess_question_relevant(report->assessment, question);
  const char *cells[] = {
      report_question(report, question),
      relevant ? report_answer(report, question) : verdict_name(VERDICT_NOT_RELEVANT), NULL};
  struct block *row = document_row(report->document, table, cells, 3);
  for (string_list id = question->calls_for; *id; id++) {
    const struct recommendation *item = assess_recommendation(report->assessment, *id);
    if (item)
      add_place(law, row->last, question, item);
  }
}

/* Letters alone are about few questions. */
static bool belongs(const struct law *law, const struct question *question) {
  if (law->form != LAW_NONE)
    return *question->calls_for;
  for (string_list id = question->calls_for; *id; id++) {
    const struct provision *provision = checklist_provision(law->report->checklist, *id);
    if (provision && !is_of_law(provision))
      return true;
  }
  return false;
}

/* Neither asked nor answered before, and nothing that it calls for is withheld. */
static bool is_skipped(const struct report *report, const struct question *question) {
  if (assess_question_relevant(report->assessment, question) ||
      session_answer(report->session, question->id))
    return false;
  for (string_list id = question->calls_for; *id; id++) {
    const struct recommendation *item = assess_recommendation(report->assessment, *id);
    if (item && advice_is_withheld(item->advice))
      return false;
  }
  return true;
}

void annex_add_questions(const struct law *law) {
  static const int widths[] = {5, 2, 5};
  const char *heads[] = {_("Question"), _("Answer"), _("Where it went")};
  const struct checklist *checklist = law->report->checklist;
  struct document *document = law->report->document;
  size_t *skipped = arena_alloc(document->arena, (checklist->question_count + 1) * sizeof *skipped);
  size_t count = 0;
  struct block *heading = NULL, *table = NULL;
  for (size_t i = 0; i < checklist->question_count; i++) {
    const struct question *question = checklist->questions[i];
    if (!belongs(law, question))
      continue;
    if (!heading)
      heading = document_heading(document, 2, NULL, _("From question to section"));
    if (is_skipped(law->report, question)) {
      skipped[count++] = question->number;
      continue;
    }
    if (!table)
      table = document_table(document, NULL, widths, heads, 3);
    add_row(law, table, question);
  }
  if (count)
    document_labelled(document, NULL, _("Not asked, questions:"),
                      report_ranges(law->report, skipped, count));
}
