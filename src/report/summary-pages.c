/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every page with every question: what was asked, answered and recorded. */
#include <string.h>

#include "base/language.h"
#include "checklist/checklist.h"
#include "report/report-parts.h"
#include "report/report-summary.h"
#include "session/session.h"

static bool is_judged_section(const struct section *section) {
  return section->kind == SECTION_CRITERIA || section->kind == SECTION_FURTHER;
}

static void add_labelled(const struct report *report, const char *label, const char *text) {
  if (text)
    document_labelled(report->document, NULL, label, language_checklist_text(text));
}

/* --- a question --- */

/* What no provision covers is no practice, but traces a question to its source. */
static bool is_practice(const struct report *report, const char *cover) {
  for (size_t i = 0; i < report->checklist->provision_count; i++)
    if (string_list_has(report->checklist->provisions[i].covers, cover))
      return true;
  return false;
}

static void add_covers(const struct report *report, struct block *list, string_list covers) {
  const char *joined = NULL;
  for (; *covers; covers++)
    if (is_practice(report, *covers))
      joined = report_join(report, joined, *covers);
  if (joined)
    report_add_item(report, list, _("Best practices:"), joined);
}

static void add_hidden(const struct report *report, const struct question *question) {
  struct block *list = report_add_list(report, NULL);
  report_add_item(report, list, _("Not asked:"),
                  question->relevant_note ? language_checklist_text(question->relevant_note)
                                          : _("other answers make it moot."));
  const struct answer *answer = session_answer(report->session, question->id);
  if (!answer)
    return;
  report_add_item(report, list, NULL, _("What was recorded before is kept and not counted:"));
  report_add_record(report, list, question);
}

/* Where in the source the question stands. */
static void add_source(const struct report *report, struct block *ask, const char *source) {
  if (!source)
    return;
  const char *name = strcmp(source, "added") == 0 ? _("added") : source;
  document_run(report->document, ask, RUN_PLAIN, report_format(report, " (%s)", name));
}

static void add_question(const struct report *report, const struct question *question) {
  struct block *ask = document_add(report->document, NULL, BLOCK_PARAGRAPH);
  document_run(report->document, ask, RUN_STRONG, report_question(report, question));
  add_source(report, ask, question->source);
  ask->keep_with_next = true;
  if (!assess_question_relevant(report->assessment, question)) {
    add_hidden(report, question);
    return;
  }
  struct block *list = report_add_list(report, NULL);
  report_add_record(report, list, question);
  if (question->note)
    report_add_item(report, list, _("Note:"), language_checklist_text(question->note));
  add_covers(report, list, question->covers);
}

/* --- a page --- */

static void add_durability(const struct report *report, const struct criterion_result *result) {
  if (result->instrument)
    document_labelled(report->document, NULL, _("Strongest written rule:"),
                      report_format(report, "%s. %s", _(result->instrument->label),
                                    _(result->instrument->undone_by)));
  else if (result->written_asked && result->counts.met + result->counts.partly)
    document_labelled(report->document, NULL, _("Strongest written rule:"),
                      _("none is named, so what is done can change at any time."));
}

static void add_criterion_head(const struct report *report, const struct criterion *criterion) {
  const struct criterion_result *result = assess_criterion(report->assessment, criterion);
  document_heading(report->document, 2, report_format(report, "%zu.", criterion->number),
                   language_checklist_text(criterion->title));
  add_labelled(report, _("Standard:"), criterion->standard);
  document_labelled(report->document, NULL, _("Result:"), result_name(result->result));
  if (result->result == RESULT_NOT_RELEVANT)
    add_labelled(report, _("Not asked:"), result->hidden_note);
  add_durability(report, result);
  if (criterion->added)
    document_paragraph(report->document, NULL, _("This page was added; it is not in the source."));
  document_labelled_prose(report->document, NULL, _("Note:"),
                          language_checklist_text(criterion->note));
}

static void add_page(const struct report *report, const struct criterion *criterion) {
  if (is_judged_section(criterion->section))
    add_criterion_head(report, criterion);
  for (size_t i = 0; i < criterion->question_count; i++)
    add_question(report, &criterion->questions[i]);
}

/* --- the profile, as a table --- */

static const char *profile_answer(const struct report *report, const struct question *question) {
  const char *text = report_answer(report, question);
  const struct answer *answer = session_answer(report->session, question->id);
  if (answer && answer->words)
    return report_format(report, "%s: %s", text, answer->words);
  if (question->required && !session_value(report->session, question->id))
    return report_format(report, _("%s (needed for the documents)"), text);
  return text;
}

/* What is recorded besides the answer stands below the table. */
static void add_profile_record(const struct report *report, const struct question *question) {
  const struct answer *answer = session_answer(report->session, question->id);
  if (!report_has_remarks(report, answer))
    return;
  struct block *ask = document_add(report->document, NULL, BLOCK_PARAGRAPH);
  document_run(report->document, ask, RUN_STRONG, language_checklist_text(question->ask));
  ask->keep_with_next = true;
  report_add_remarks(report, report_add_list(report, NULL), answer);
}

static void add_profile(const struct report *report, const struct section *section) {
  static const int widths[] = {1, 1};
  const char *heads[] = {_("Question"), _("Answer")};
  document_heading(report->document, 1, NULL, _("About the place"));
  struct block *table = document_table(report->document, NULL, widths, heads, 2);
  const struct criterion *page = &section->criteria[0];
  for (size_t i = 0; i < page->question_count; i++) {
    const struct question *question = &page->questions[i];
    if (!assess_question_relevant(report->assessment, question))
      continue;
    const char *cells[] = {language_checklist_text(question->ask),
                           profile_answer(report, question)};
    document_row(report->document, table, cells, 2);
  }
  for (size_t i = 0; i < page->question_count; i++)
    add_profile_record(report, &page->questions[i]);
}

void summary_add_pages(const struct report *report) {
  const struct checklist *checklist = report->checklist;
  for (size_t i = 0; i < checklist->section_count; i++) {
    const struct section *section = &checklist->sections[i];
    if (!assess_section_relevant(report->assessment, section))
      continue;
    if (section->kind == SECTION_PROFILE) {
      if (section->criterion_count)
        add_profile(report, section);
      continue;
    }
    document_heading(report->document, 1, NULL, language_checklist_text(section->title));
    document_prose(report->document, NULL, language_checklist_text(section->intro));
    for (size_t j = 0; j < section->criterion_count; j++)
      add_page(report, &section->criteria[j]);
  }
}
