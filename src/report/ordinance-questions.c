/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reverse table: where each question went. */
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

static const char *place_of(const struct law *law, const struct question *question,
                            const struct recommendation *recommendation) {
  const struct report *report = law->report;
  const struct provision *provision = recommendation->provision;
  const struct law_section *section = law_section(law, provision);
  if (section)
    return report_format(report, "%s (%s)", section->label, section->heading);
  if (recommendation->advice == ADVICE_IN_PLACE)
    return in_place(report, question, provision);
  if (provision->alternative && !advice_is_withheld(recommendation->advice))
    return report_format(report, _("the alternative “%s”"), provision->heading);
  return report_format(report, "%s: %s", provision->heading, advice_name(recommendation->advice));
}

static const char *places_of(const struct law *law, const struct question *question) {
  const char *joined = NULL;
  for (string_list id = question->calls_for; *id; id++) {
    const struct recommendation *item = assess_recommendation(law->report->assessment, *id);
    if (!item)
      continue;
    const char *place = place_of(law, question, item);
    joined = joined ? report_format(law->report, "%s\n%s", joined, place) : place;
  }
  return joined;
}

static void add_row(const struct law *law, struct block *table, const struct question *question) {
  const struct report *report = law->report;
  bool relevant = assess_question_relevant(report->assessment, question);
  const char *cells[] = {report_question(report, question),
                         relevant ? report_answer(report, question)
                                  : verdict_name(VERDICT_NOT_RELEVANT),
                         places_of(law, question)};
  document_row(report->document, table, cells, 3);
}

void annex_add_questions(const struct law *law) {
  static const int widths[] = {5, 2, 5};
  const char *heads[] = {_("Question"), _("Answer"), _("Where it went")};
  const struct checklist *checklist = law->report->checklist;
  struct block *table = NULL;
  for (size_t i = 0; i < checklist->question_count; i++) {
    if (!*checklist->questions[i]->calls_for)
      continue;
    if (!table) {
      document_heading(law->report->document, 2, NULL, _("From question to section"));
      table = document_table(law->report->document, NULL, widths, heads, 3);
    }
    add_row(law, table, checklist->questions[i]);
  }
}
