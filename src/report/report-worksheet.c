/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The blank checklist on paper, for a meeting without a computer: the same numbers, boxes to tick,
 * lines to write on. It is typed in later by number ("12 y"). */
#include "base/language.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"
#include "report/report-builders.h"
#include "report/report-parts.h"
#include "session/answer-kind.h"
#include "session/session.h"

static const char write_here[] = "________________________________________";
static const char write_on[] = "__________________________________________________________________";

/* "[ ] yes", which is not to be broken over two lines. */
static void add_box(struct strbuf *out, const char *label) {
  static const char no_break_space[] = "\u00a0";
  if (out->length)
    strbuf_add(out, "   ");
  strbuf_addf(out, "[%s]%s", no_break_space, no_break_space);
  for (; *label; label++)
    if (*label == ' ')
      strbuf_add(out, no_break_space);
    else
      strbuf_add_char(out, *label);
}

static void add_boxes(const struct report *report, const struct question *question) {
  struct answer_option options[ANSWER_OPTIONS_LIMIT];
  size_t count = answer_options(question, options, ANSWER_OPTIONS_LIMIT);
  bool typed =
      question->kind == KIND_TEXT || question->kind == KIND_DATE || question->kind == KIND_NUMBER;
  struct strbuf boxes;
  strbuf_init(&boxes);
  if (typed)
    strbuf_add(&boxes, write_here);
  for (size_t i = 0; i < count; i++)
    add_box(&boxes, question->choice_count
                        ? report_format(report, "%zu %s", i + 1, options[i].label)
                        : options[i].label);
  document_paragraph(report->document, NULL, boxes.text);
  strbuf_release(&boxes);
}

/* A page may end behind a question, not in it: who ticks a box sees what is asked. */
static void keep_since(const struct report *report, struct block *first) {
  for (struct block *block = first; block != report->document->root->last; block = block->next)
    block->keep_with_next = true;
}

static void add_question(const struct report *report, const struct question *question) {
  struct block *ask = document_add(report->document, NULL, BLOCK_PARAGRAPH);
  document_run(report->document, ask, RUN_STRONG, report_question(report, question));
  if (question->hint)
    document_prose(report->document, NULL, language_checklist_text(question->hint));
  if (question->relevant_note)
    document_labelled_prose(report->document, NULL, _("May be left out:"),
                            language_checklist_text(question->relevant_note));
  if (question->choice_count <= 12)
    add_boxes(report, question);
  else
    document_paragraph(report->document, NULL, write_here);
  document_paragraph(report->document, NULL,
                     report_format(report, _("Words, comment, evidence: %s"), write_here));
  document_paragraph(report->document, NULL, write_on);
  keep_since(report, ask);
}

static void add_places(const struct report *report, const struct criterion *page) {
  if (!page->place_count)
    return;
  document_paragraph(report->document, NULL, _("Where to look:"))->keep_with_next = true;
  struct block *list = report_add_list(report, NULL);
  for (size_t i = 0; i < page->place_count; i++)
    report_add_item(report, list, NULL, language_checklist_text(page->where_to_look[i].text))
        ->first->keep_with_next = i + 1 < page->place_count;
}

static void add_page(const struct report *report, const struct criterion *page, int level) {
  document_heading(report->document, level, NULL, language_checklist_text(page->title));
  if (page->standard)
    document_labelled(report->document, NULL, _("Standard:"),
                      language_checklist_text(page->standard))
        ->keep_with_next = true;
  for (size_t i = 0; i < page->question_count; i++)
    add_question(report, &page->questions[i]);
  add_places(report, page);
}

static void add_section(const struct report *report, const struct section *section) {
  bool several = section->kind == SECTION_CRITERIA || section->kind == SECTION_FURTHER;
  if (several)
    document_heading(report->document, 1, NULL, language_checklist_text(section->title));
  for (size_t i = 0; i < section->criterion_count; i++)
    add_page(report, &section->criteria[i], several ? 2 : 1);
}

struct document *report_build_worksheet(const struct assessment *assessment,
                                        const struct report_options *options) {
  struct report report = report_begin("worksheet", assessment, options);
  if (!session_value(report.session, "profile.name"))
    report.document->place = "";
  report.document->title =
      report_format(&report, _("Worksheet: %s"), language_checklist_text(report.checklist->title));
  document_add(report.document, NULL, BLOCK_TITLE);
  document_run(report.document, report.document->root->last, RUN_PLAIN, report.document->title);
  report_add_head(&report);
  document_paragraph(
      report.document, NULL,
      _("Tick one box for each question. Where you tick partly, other or does not "
        "apply, write why. Tick \"don't know yet\" rather than guess: it shows what "
        "to find out. Later, open the place in the program, press # (in plain mode type by-number) "
        "and type the answers in by number: \"12 y\" answers question 12 with yes, \"13 p except "
        "in summer\" answers partly, \"2 1\" takes the first choice of question 2."));
  for (size_t i = 0; i < report.checklist->section_count; i++)
    if (assess_section_relevant(assessment, &report.checklist->sections[i]))
      add_section(&report, &report.checklist->sections[i]);
  report_add_hidden(&report);
  return report.document;
}
