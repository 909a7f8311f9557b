/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is still to be found out, and which office holds the records that would tell. */
#include <string.h>

#include "base/language.h"
#include "checklist/checklist.h"
#include "report/open-places.h"
#include "report/report-parts.h"
#include "report/report-summary.h"
#include "session/session.h"

static const char *open_state(const struct report *report, const struct open_question *open) {
  enum verdict verdict = assess_question(report->assessment, open->question)->verdict;
  return verdict_name(verdict);
}

static void add_questions(const struct report *report) {
  const struct assessment *assessment = report->assessment;
  struct block *list = report_add_list(report, NULL);
  for (size_t i = 0; i < assessment->open_count; i++) {
    const struct question *question = assessment->open[i].question;
    const struct answer *answer = session_answer(report->session, question->id);
    struct block *item =
        report_add_item(report, list, NULL,
                        report_format(report, "%s (%s)", report_question(report, question),
                                      open_state(report, &assessment->open[i])));
    if (answer && answer->follow_up.who)
      document_run(report->document, item->first, RUN_PLAIN,
                   report_format(report, _(" Who: %s."), answer->follow_up.who));
    if (answer && answer->follow_up.by)
      document_run(report->document, item->first, RUN_PLAIN,
                   report_format(report, _(" By %s."), answer->follow_up.by));
  }
}

/* --- by office --- */

static void add_office(const struct report *report, const struct open_office *office) {
  if (!office->asks)
    return;
  document_heading(report->document, 2, NULL,
                   office->office ? language_checklist_text(office->office->label)
                                  : _("Other places"));
  struct block *list = report_add_list(report, NULL);
  for (const struct open_ask *ask = office->asks; ask; ask = ask->next)
    report_add_item(report, list, NULL,
                    report_format(report, _("%s (for questions: %s)"),
                                  language_checklist_text(ask->text),
                                  report_ranges(report, ask->numbers.items, ask->numbers.count)));
}

/* --- what the profile lacks --- */

bool report_lacks(const struct report *report, const struct question *question) {
  const char *value = session_value(report->session, question->id);
  return question_is_profile(question) && assess_question_relevant(report->assessment, question) &&
         (value ? !strcmp(value, "unknown") : question->required);
}

static void add_profile(const struct report *report) {
  struct block *list = NULL;
  for (size_t i = 0; i < report->checklist->question_count; i++) {
    const struct question *question = report->checklist->questions[i];
    if (!report_lacks(report, question))
      continue;
    if (!list) {
      document_heading(report->document, 2, NULL, _("About the place"));
      list = report_add_list(report, NULL);
    }
    report_add_item(report, list, NULL, language_checklist_text(question->ask));
  }
}

void summary_add_open(const struct report *report) {
  document_heading(report->document, 1, NULL, _("Still to be found out"));
  if (report->assessment->open_count == 0)
    document_paragraph(report->document, NULL, _("Every question that is asked has an answer."));
  add_profile(report);
  if (report->assessment->open_count == 0)
    return;
  document_heading(report->document, 2, NULL, _("The questions"));
  add_questions(report);
  struct open_places places = open_places_make(report);
  for (size_t i = 0; i < places.count; i++)
    add_office(report, &places.offices[i]);
}
