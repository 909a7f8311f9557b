/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The group's homework: who finds out what by when, what to ask which office for, and the agenda of
 * the next meeting. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/language.h"
#include "checklist/checklist.h"
#include "report/open-places.h"
#include "report/report-builders.h"
#include "report/report-parts.h"
#include "session/session.h"

static const char write_here[] = "______________________________";

/* --- follow-ups ---*/

struct promise {
  const struct question *question;
  const struct follow_up *follow_up;
};

struct promises {
  struct promise *items;
  size_t count;
};

static bool is_promised(const struct follow_up *follow_up) {
  return !follow_up->done && (follow_up->what || follow_up->who || follow_up->by);
}

/* By date; those without one last; else as the questions stand. */
static int compare_promises(const void *a, const void *b) {
  const struct promise *one = a, *two = b;
  const char *first = one->follow_up->by ? one->follow_up->by : "~";
  const char *second = two->follow_up->by ? two->follow_up->by : "~";
  int order = strcmp(first, second);
  return order ? order : one->question < two->question ? -1 : one->question > two->question;
}

static struct promises promises_of(const struct report *report) {
  const struct checklist *checklist = report->checklist;
  struct promises promises = {
      arena_alloc(report->document->arena, checklist->question_count * sizeof *promises.items), 0};
  for (size_t i = 0; i < checklist->question_count; i++) {
    const struct answer *answer = session_answer(report->session, checklist->questions[i]->id);
    if (answer && is_promised(&answer->follow_up))
      promises.items[promises.count++] =
          (struct promise){checklist->questions[i], &answer->follow_up};
  }
  if (promises.count)
    qsort(promises.items, promises.count, sizeof *promises.items, compare_promises);
  return promises;
}

static const char *date_of(const struct report *report, const struct follow_up *follow_up) {
  if (!follow_up->by)
    return _("no date");
  return strcmp(follow_up->by, report->document->date) < 0
             ? report_format(report, _("%s (past)"), follow_up->by)
             : follow_up->by;
}

static void add_promises(const struct report *report, const struct promises *promises) {
  static const int widths[] = {3, 3, 5, 6};
  const char *heads[] = {_("By when"), _("By whom"), _("What"), _("For question")};
  document_heading(report->document, 1, NULL, _("Who does what by when"));
  if (!promises->count) {
    document_paragraph(report->document, NULL,
                       _("Nobody has taken anything on yet. Share the questions below out, and "
                         "write down who asks, what and by when."));
    return;
  }
  struct block *table = document_table(report->document, NULL, widths, heads, 4);
  for (size_t i = 0; i < promises->count; i++) {
    const struct promise *promise = &promises->items[i];
    const char *who = promise->follow_up->who ? promise->follow_up->who : _("nobody yet");
    const char *what = promise->follow_up->what ? promise->follow_up->what : _("find out");
    const char *cells[] = {date_of(report, promise->follow_up), who, what,
                           report_question(report, promise->question)};
    document_row(report->document, table, cells, 4);
  }
}

/* --- by office ---*/

static void add_asks(const struct report *report, const struct open_office *office) {
  if (!office->asks)
    return;
  document_paragraph(report->document, NULL, office->office ? _("Ask for:") : _("Look here:"))
      ->keep_with_next = true;
  struct block *list = report_add_list(report, NULL);
  for (const struct open_ask *ask = office->asks; ask; ask = ask->next)
    report_add_item(report, list, NULL,
                    report_format(report, _("%s (for questions: %s)"),
                                  language_checklist_text(ask->text),
                                  report_ranges(report, ask->numbers.items, ask->numbers.count)));
}

static void add_entry(const struct report *report, struct block *list,
                      const struct open_entry *entry) {
  const struct question *question = entry->open->question;
  const struct answer *answer = session_answer(report->session, question->id);
  enum verdict verdict = assess_question(report->assessment, question)->verdict;
  struct block *item =
      report_add_item(report, list, NULL,
                      report_format(report, "%s (%s).", report_question(report, question),
                                    report_unbroken(report, verdict_name(verdict))));
  const struct follow_up *follow_up = answer ? &answer->follow_up : NULL;
  if (follow_up && follow_up->who)
    document_run(report->document, item->first, RUN_PLAIN,
                 report_format(report, _(" Who: %s."), follow_up->who));
  if (follow_up && follow_up->by)
    document_run(report->document, item->first, RUN_PLAIN,
                 report_format(report, _(" By %s."), follow_up->by));
  if (entry->elsewhere)
    document_run(report->document, item->first, RUN_PLAIN,
                 report_format(report, _(" May also know: %s."), entry->elsewhere));
}

static void add_office(const struct report *report, const struct open_office *office) {
  if (!office->asks && !office->entries)
    return;
  document_heading(report->document, 2, NULL,
                   office->office ? language_checklist_text(office->office->label)
                                  : _("Other places"));
  add_asks(report, office);
  if (office->entries) {
    document_paragraph(report->document, NULL, _("Questions:"))->keep_with_next = true;
    struct block *list = report_add_list(report, NULL);
    for (const struct open_entry *entry = office->entries; entry; entry = entry->next)
      add_entry(report, list, entry);
  }
  if (office->also.count)
    document_paragraph(
        report->document, NULL,
        report_format(report,
                      _("It may also know about questions that stand under another office: %s."),
                      report_ranges(report, office->also.items, office->also.count)));
}

static void add_offices(const struct report *report, const struct open_places *places) {
  const struct counts *counts = &report->assessment->counts;
  document_heading(report->document, 1, NULL, _("Whom to ask for what"));
  document_paragraph(report->document, NULL,
                     report_format(report,
                                   _("Open questions: %zu. Not known yet: %zu. Not "
                                     "answered: %zu."),
                                   report->assessment->open_count, counts->unknown,
                                   counts->unanswered));
  for (size_t i = 0; i < places->count; i++)
    add_office(report, &places->offices[i]);
}

/* --- what else is open ---*/

static bool is_in_other_words(const struct report *report, const struct question *question) {
  return assess_question(report->assessment, question)->verdict == VERDICT_OTHER;
}

static bool is_marked(const struct report *report, const struct question *question) {
  const struct answer *answer = session_answer(report->session, question->id);
  return answer && (answer->review || session_look_again(report->session, question));
}

/* Open, and nobody has promised anything. */
static bool is_nobodys(const struct report *report, const struct question *question) {
  const struct answer *answer = session_answer(report->session, question->id);
  enum verdict verdict = assess_question(report->assessment, question)->verdict;
  return (verdict == VERDICT_UNKNOWN || verdict == VERDICT_UNANSWERED) &&
         !(answer && is_promised(&answer->follow_up));
}

/* The numbered questions for which something holds: "1, 3 to 7"; NULL when there is none. */
static const char *numbers_of(const struct report *report,
                              bool (*holds)(const struct report *, const struct question *)) {
  const struct checklist *checklist = report->checklist;
  size_t *numbers =
      arena_alloc(report->document->arena, (checklist->question_count + 1) * sizeof *numbers);
  size_t count = 0;
  for (size_t i = 0; i < checklist->question_count; i++)
    if (checklist->questions[i]->number && holds(report, checklist->questions[i]))
      numbers[count++] = checklist->questions[i]->number;
  return report_ranges(report, numbers, count);
}

/* --- the next meeting ---*/

static void add_point(const struct report *report, struct block *list, const char *sentence) {
  report_add_item(report, list, NULL, sentence);
}

static void add_numbered_point(const struct report *report, struct block *list,
                               const char *sentence,
                               bool (*holds)(const struct report *, const struct question *)) {
  const char *numbers = numbers_of(report, holds);
  if (numbers)
    add_point(report, list, report_format(report, "%s %s", sentence, numbers));
}

static bool asks_offices(const struct open_places *places) {
  for (size_t i = 0; i < places->count; i++)
    if (places->offices[i].office && places->offices[i].asks)
      return true;
  return false;
}

static void add_agenda(const struct report *report, const struct promises *promises,
                       const struct open_places *places, bool profile_lacks) {
  document_heading(report->document, 1, NULL, _("Agenda of the next meeting"));
  document_paragraph(report->document, NULL,
                     report_format(report, _("Date, time and place: %s"), write_here));
  struct block *list = report_add_list(report, NULL);
  list->ordered = true;
  if (promises->count)
    add_point(report, list, _("What was promised, line by line: what was found out?"));
  add_numbered_point(report, list, _("Questions that nobody has taken on: who asks, by when?"),
                     is_nobodys);
  add_numbered_point(report, list, _("Answers in other words, to be judged together:"),
                     is_in_other_words);
  add_numbered_point(report, list, _("Reworded or marked for review, to be looked at again:"),
                     is_marked);
  if (profile_lacks)
    add_point(report, list, _("What is missing about the place: who knows it?"));
  if (asks_offices(places))
    add_point(report, list, _("Records requests: who sends which letter, and who keeps copies?"));
  add_point(report, list, report_format(report, _("Next meeting: %s"), write_here));
}

struct document *report_build_to_find_out(const struct assessment *assessment,
                                          const struct report_options *options) {
  struct report report = report_begin("to-find-out", assessment, options);
  struct promises promises = promises_of(&report);
  struct open_places places = open_places_make(&report);
  bool is_open = assessment->open_count || promises.count || numbers_of(&report, is_marked);
  report_add_title(&report, report_format(&report, _("%s: to find out"),
                                          language_checklist_text(report.checklist->title)));
  bool profile_lacks = report_add_profile(&report, 1);
  if (!is_open && !profile_lacks) {
    document_paragraph(report.document, NULL,
                       _("Nothing is open: every question that is asked has an answer, and "
                         "nothing is left to be done."));
    return report.document;
  }
  add_promises(&report, &promises);
  add_agenda(&report, &promises, &places, profile_lacks);
  if (assessment->open_count)
    add_offices(&report, &places);
  return report.document;
}
