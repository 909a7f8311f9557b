/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A public-records letter for each office that may hold what is still unknown, ready but for the
 * blanks. */
#include <string.h>

#include "base/language.h"
#include "checklist/checklist.h"
#include "report/open-places.h"
#include "report/report-builders.h"
#include "report/report-parts.h"

static const char *label_of(const struct open_office *office) {
  return language_checklist_text(office->office->label);
}

static bool has_letter(const struct open_office *office) {
  return office->office && office->asks;
}

static void add(const struct report *report, const char *sentence) {
  document_paragraph(report->document, NULL, sentence);
}

/* Public-records laws are the states'; which one is theirs the senders have to look up. */
static const char *law_name(const struct report *report) {
  const char *state = report_profile(report, "profile.state");
  return state ? report_format(report, _("[name of the public-records law of %s]"), state)
               : _("[name of your state's public-records law]");
}

/* --- the page for the group ---*/

static void add_steps(const struct report *report) {
  static const char *const steps[] = {
      N_("Leave out the letters to offices that your place does not have."),
      N_("Fill in what stands in square brackets. Look up the name of the state's public-records "
         "law, its fees and its time limits: your state's attorney general or press association "
         "explains them."),
      N_("Take out what you do not need. A short list is answered sooner."),
      N_("Send each letter to the person who handles records, and keep a copy with the date."),
      N_("When the answer comes, enter it under the numbers of the questions, with the document as "
         "evidence."),
  };
  struct block *list = report_add_list(report, NULL);
  list->ordered = true;
  for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
    report_add_item(report, list, NULL, _(steps[i]));
}

static void add_overview(const struct report *report, const struct open_places *places) {
  add(report,
      _("On the pages behind this one stands a letter for each office that may hold what is "
        "still unknown. Before you send them:"));
  add_steps(report);
  if (strcmp(report->document->language, report->checklist->language) != 0)
    add(report, _("The letters are in the language of the offices; this page is for you."));
  document_paragraph(report->document, NULL, _("Letters to:"))->keep_with_next = true;
  struct block *list = report_add_list(report, NULL);
  for (size_t i = 0; i < places->count; i++)
    if (has_letter(&places->offices[i]))
      report_add_item(report, list, NULL, label_of(&places->offices[i]));
}

/* --- a letter ---*/

static void add_addresses(const struct report *report, const struct open_office *office) {
  add(report, _("[date of sending]"));
  add(report, _("[your name]\n[your address]\n[your e-mail address and telephone number]"));
  add(report, report_format(report,
                            _("To the person who handles public records\n%s, %s\n[address "
                              "of the office]"),
                            label_of(office), report_place(report)));
  struct block *subject = document_add(report->document, NULL, BLOCK_PARAGRAPH);
  document_run(
      report->document, subject, RUN_STRONG,
      report_format(report, _("Request for public records under the %s"), law_name(report)));
}

static void add_records(const struct report *report, const struct open_office *office) {
  add(report, report_format(report,
                            _("Under the %s I ask for copies of these records of your "
                              "office:"),
                            law_name(report)));
  report->document->root->last->keep_with_next = true;
  struct block *list = report_add_list(report, NULL);
  list->ordered = true;
  list->tight = false;
  for (const struct open_ask *ask = office->asks; ask; ask = ask->next)
    report_add_item(report, list, NULL,
                    report_format(report, _("%s (our questions: %s)"),
                                  language_checklist_text(ask->text),
                                  report_ranges(report, ask->numbers.items, ask->numbers.count)));
}

static void add_terms(const struct report *report) {
  add(report, _("Time span: where nothing else is said above, please give what is in force today, "
                "and what was made or changed from [first day] until the day you answer."));
  add(report, _("Format: please send electronic copies by e-mail, in the format in which you keep "
                "them; tables as tables that a spreadsheet can open."));
  add(report, _("Costs: please tell me before costs go over [amount], and what they are for. I ask "
                "you to waive the fee: the answers are for the public, and nobody earns from "
                "them."));
  add(report, _("If you hold back a record or a part of it, please name the rule that you rely on, "
                "and send the rest. If you do not have a record, please say so; if another office "
                "has it, please tell me which."));
  add(report, _("Please answer within the time that the law gives you. If you need longer, please "
                "write to me by then and name the day. If it helps, I am glad to talk about what I "
                "am looking for."));
  report->document->root->last->keep_with_next = true;
}

/* Some lines of the letter stand on the page that is signed. */
static void add_signature(const struct report *report) {
  add(report, _("Thank you for your help."));
  report->document->root->last->keep_with_next = true;
  add(report, _("Sincerely,\n\n\n______________________________\n[your name, and your group if you "
                "write for one]"));
  report->document->root->last->keep_with_next = true;
}

/* In the language of the checklist: the offices it is about read that one. */
static void add_letter(const struct report *report, const struct open_office *office) {
  const struct language *before = language_use(language_open(report->checklist->language, NULL));
  document_add(report->document, NULL, BLOCK_PAGE_BREAK);
  document_heading(report->document, 1, NULL, label_of(office));
  add_addresses(report, office);
  add_records(report, office);
  add_terms(report);
  add_signature(report);
  language_use(before);
}

struct document *report_build_records_request(const struct assessment *assessment,
                                              const struct report_options *options) {
  struct report report = report_begin("records-request", assessment, options);
  struct open_places places = open_places_make(&report);
  bool any = false;
  for (size_t i = 0; i < places.count; i++)
    any = any || has_letter(&places.offices[i]);
  report_add_title(&report, report_format(&report, _("%s: records requests"),
                                          language_checklist_text(report.checklist->title)));
  if (any)
    add_overview(&report, &places);
  else
    add(&report, _("There is nothing to ask for: no office is known to hold what is still open."));
  for (size_t i = 0; i < places.count; i++)
    if (has_letter(&places.offices[i]))
      add_letter(&report, &places.offices[i]);
  return report.document;
}
