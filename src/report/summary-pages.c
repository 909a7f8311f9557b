/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every page with every question: what was asked, answered and recorded. */
#include <string.h>

#include "base/arena.h"
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
static void add_source(const struct report *report, struct block *ask,
                       const struct question *question) {
  const char *source = question->source;
  if (!source || question->criterion->added)
    return;
  const char *name = strcmp(source, "added") == 0 ? _("added") : report_unbroken(report, source);
  document_run(report->document, ask, RUN_PLAIN, report_format(report, " (%s)", name));
}

static bool is_open(enum verdict verdict) {
  return verdict == VERDICT_UNANSWERED || verdict == VERDICT_UNKNOWN;
}

/* Nothing stands behind it but the answer, and that is a word. */
static bool is_short(const struct report *report, const struct question *question) {
  const struct answer *answer = session_answer(report->session, question->id);
  return !answer || (!answer->words && !report_has_remarks(report, answer) &&
                     !session_look_again(report->session, question) &&
                     strlen(report_answer(report, question)) < 40);
}

/* In one line, for whole lists of them are read. */
static void add_short(const struct report *report, struct block **list,
                      const struct question *question) {
  enum verdict verdict = assess_question(report->assessment, question)->verdict;
  if (!*list)
    *list = report_add_list(report, NULL);
  struct block *item = document_add(report->document, *list, BLOCK_ITEM);
  struct block *ask = document_add(report->document, item, BLOCK_PARAGRAPH);
  document_run(report->document, ask, RUN_PLAIN, report_question(report, question));
  add_source(report, ask, question);
  document_run(report->document, ask, RUN_PLAIN, report_format(report, " %s ", _("Answer:")));
  document_run(report->document, ask, RUN_STRONG,
               report_unbroken(report, report_record_answer(report, question)));
  if (question->note && !is_open(verdict))
    document_labelled(report->document, item, _("Note:"), language_checklist_text(question->note));
}

static void add_full(const struct report *report, const struct question *question) {
  struct block *ask = document_add(report->document, NULL, BLOCK_PARAGRAPH);
  document_run(report->document, ask, RUN_STRONG, report_question(report, question));
  add_source(report, ask, question);
  ask->keep_with_next = true;
  if (!assess_question_relevant(report->assessment, question)) {
    add_hidden(report, question);
    return;
  }
  struct block *list = report_add_list(report, NULL);
  report_add_record(report, list, question);
  if (question->note)
    report_add_item(report, list, _("Note:"), language_checklist_text(question->note));
}

/* The questions from `first` on that nothing is recorded for and that are not asked for one reason:
 * how many. */
static size_t count_skipped(const struct report *report, const struct criterion *page,
                            size_t first) {
  const char *note = page->questions[first].relevant_note;
  size_t end = first;
  for (; end < page->question_count; end++) {
    const struct question *question = &page->questions[end];
    const char *own = question->relevant_note;
    if (assess_question_relevant(report->assessment, question) ||
        session_answer(report->session, question->id) || !own != !note ||
        (note && strcmp(own, note) != 0))
      break;
  }
  return end - first;
}

/* One of them is told by its words, more of them by their numbers. */
static void add_skipped(const struct report *report, struct block **list,
                        const struct question *first, size_t count) {
  if (!*list)
    *list = report_add_list(report, NULL);
  size_t *numbers = arena_alloc(report->document->arena, count * sizeof *numbers);
  for (size_t i = 0; i < count; i++)
    numbers[i] = first[i].number;
  const char *note = first->relevant_note ? language_checklist_text(first->relevant_note)
                                          : _("other answers make it moot.");
  report_add_item(report, *list, NULL,
                  count == 1 ? report_format(report, _("%s Not asked: %s"),
                                             report_question(report, first), note)
                             : report_format(report, _("Questions %s. Not asked: %s"),
                                             report_ranges(report, numbers, count), note));
}

/* list: of the short ones right before it, or NULL. */
static void add_question(const struct report *report, struct block **list,
                         const struct question *question) {
  if (assess_question_relevant(report->assessment, question) && is_short(report, question)) {
    add_short(report, list, question);
    return;
  }
  *list = NULL;
  add_full(report, question);
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
  struct block *heading =
      document_heading(report->document, 2, report_format(report, "%zu.", criterion->number),
                       language_checklist_text(criterion->title));
  if (criterion->added)
    document_run(report->document, heading, RUN_PLAIN, _(" (added)"));
  add_labelled(report, _("Standard:"), criterion->standard);
  document_labelled(report->document, NULL, _("Result:"), result_name(result->result));
  if (result->result == RESULT_NOT_RELEVANT)
    add_labelled(report, _("Not asked:"), result->hidden_note);
  add_durability(report, result);
  for (struct block *block = heading->next; block; block = block->next)
    block->keep_with_next = true;
  document_labelled_prose(report->document, NULL, _("Note:"),
                          language_checklist_text(criterion->note));
}

static void add_page(const struct report *report, const struct criterion *criterion) {
  if (is_judged_section(criterion->section))
    add_criterion_head(report, criterion);
  struct block *list = NULL;
  for (size_t i = 0; i < criterion->question_count; i++) {
    size_t skipped = count_skipped(report, criterion, i);
    if (skipped)
      add_skipped(report, &list, &criterion->questions[i], skipped);
    else
      add_question(report, &list, &criterion->questions[i]);
    i += skipped ? skipped - 1 : 0;
  }
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
    report->document->root->last->keep_with_next = true;
    for (size_t j = 0; j < section->criterion_count; j++)
      add_page(report, &section->criteria[j]);
  }
}
