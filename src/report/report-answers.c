/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All answers as one table, for a spreadsheet: one row a question. */
#include "base/language.h"
#include "checklist/checklist.h"
#include "report/report-builders.h"
#include "report/report-parts.h"
#include "session/instrument.h"
#include "session/session.h"

struct row {
  const struct question *question; /* NULL: this edition does not ask it any more */
  const struct answer *answer;     /* NULL: nothing is recorded */
};
typedef const char *make_cell(const struct report *report, const struct row *row);

static const char *yes_or_no(bool yes) {
  return yes ? P_("answer", "yes") : P_("answer", "no");
}

static const char *count_text(const struct report *report, int count) {
  return count < 0 ? NULL : report_format(report, "%d", count);
}

/* --- the cells of a row ---*/

static const char *id(const struct report *report, const struct row *row) {
  (void)report;
  return row->question ? row->question->id : row->answer->question_id;
}

static const char *number(const struct report *report, const struct row *row) {
  return row->question && row->question->number
             ? report_format(report, "%zu", row->question->number)
             : NULL;
}

static const char *page(const struct report *report, const struct row *row) {
  (void)report;
  return row->question ? language_checklist_text(row->question->criterion->title) : NULL;
}

static const char *question(const struct report *report, const struct row *row) {
  (void)report;
  return row->question ? language_checklist_text(row->question->ask) : row->answer->asked;
}

static const char *asked(const struct report *report, const struct row *row) {
  return yes_or_no(row->question && assess_question_relevant(report->assessment, row->question));
}

static const char *answer(const struct report *report, const struct row *row) {
  if (!row->answer || !row->answer->value)
    return NULL;
  return row->question ? report_answer(report, row->question) : row->answer->value;
}

static const char *words(const struct report *report, const struct row *row) {
  (void)report;
  return row->answer ? row->answer->words : NULL;
}

static const char *state(const struct report *report, const struct row *row) {
  if (!row->question || question_is_profile(row->question))
    return NULL;
  enum verdict verdict = assess_question(report->assessment, row->question)->verdict;
  return verdict_name(verdict);
}

static const char *instrument(const struct report *report, const struct row *row) {
  (void)report;
  if (!row->answer || !row->answer->instrument)
    return NULL;
  const struct instrument *known = instrument_find(row->answer->instrument);
  return known ? _(known->label) : row->answer->instrument;
}

static const char *comment(const struct report *report, const struct row *row) {
  (void)report;
  return row->answer ? row->answer->comment : NULL;
}

static const char *note(const struct report *report, const struct row *row) {
  (void)report;
  return row->answer ? row->answer->note : NULL;
}

static const char *add_line(const struct report *report, const char *text, const char *line) {
  return text ? report_format(report, "%s\n%s", text, line) : line;
}

/* Each piece on a numbered line, its link and its quote on lines of their own below it. */
static const char *evidence(const struct report *report, const struct row *row) {
  const char *text = NULL;
  for (size_t i = 0; row->answer && i < row->answer->evidence_count; i++) {
    const struct evidence *piece = &row->answer->evidence[i];
    text = add_line(report, text,
                    report_format(report, P_("numbered choice", "%zu. %s"), i + 1,
                                  report_evidence(report, piece)));
    if (piece->link)
      text = add_line(report, text, piece->link);
    if (piece->quote)
      text = add_line(report, text, report_format(report, _("\"%s\""), piece->quote));
  }
  return text;
}

static const char *follow_up(const struct report *report, const struct row *row) {
  (void)report;
  return row->answer ? row->answer->follow_up.what : NULL;
}

static const char *follow_up_who(const struct report *report, const struct row *row) {
  (void)report;
  return row->answer ? row->answer->follow_up.who : NULL;
}

static const char *follow_up_by(const struct report *report, const struct row *row) {
  (void)report;
  return row->answer ? row->answer->follow_up.by : NULL;
}

static const char *follow_up_done(const struct report *report, const struct row *row) {
  (void)report;
  const struct follow_up *wanted = row->answer ? &row->answer->follow_up : NULL;
  if (!wanted || (!wanted->what && !wanted->who && !wanted->by && !wanted->done))
    return NULL;
  return yes_or_no(wanted->done);
}

static const char *rule(const struct report *report, const struct row *row) {
  (void)report;
  return row->answer ? row->answer->group.rule : NULL;
}

static const char *count_for(const struct report *report, const struct row *row) {
  return row->answer ? count_text(report, row->answer->group.for_count) : NULL;
}

static const char *count_against(const struct report *report, const struct row *row) {
  return row->answer ? count_text(report, row->answer->group.against_count) : NULL;
}

static const char *count_aside(const struct report *report, const struct row *row) {
  return row->answer ? count_text(report, row->answer->group.aside_count) : NULL;
}

static const char *minority(const struct report *report, const struct row *row) {
  (void)report;
  return row->answer ? row->answer->group.minority : NULL;
}

static const char *review(const struct report *report, const struct row *row) {
  (void)report;
  return yes_or_no(row->answer && row->answer->review);
}

static const char *changed(const struct report *report, const struct row *row) {
  (void)report;
  return row->answer ? row->answer->changed : NULL;
}

static const struct column {
  const char *head; /* N_() */
  make_cell *make;
} columns[] = {
    {N_("Id"), id},
    {N_("Number"), number},
    {N_("Page"), page},
    {N_("Question"), question},
    {N_("Asked here"), asked},
    {N_("Answer"), answer},
    {N_("Words"), words},
    {N_("State"), state},
    {N_("Kind of rule"), instrument},
    {N_("Comment"), comment},
    {N_("Evidence"), evidence},
    {N_("Follow-up"), follow_up},
    {N_("By whom"), follow_up_who},
    {N_("By when"), follow_up_by},
    {N_("Done"), follow_up_done},
    {N_("Rule of decision"), rule},
    {N_("For"), count_for},
    {N_("Against"), count_against},
    {N_("Stood aside"), count_aside},
    {N_("Minority view"), minority},
    {N_("Marked for review"), review},
    {N_("Last change (UTC)"), changed},
    {N_("Private note"), note}, /* the last: left out unless asked for */
};
enum { COLUMN_COUNT = sizeof columns / sizeof *columns };

/* --- the table ---*/

static size_t columns_of(const struct report *report) {
  return report->options->private_notes ? COLUMN_COUNT : COLUMN_COUNT - 1;
}

static struct block *add_table(const struct report *report) {
  int widths[COLUMN_COUNT];
  const char *heads[COLUMN_COUNT];
  for (size_t i = 0; i < COLUMN_COUNT; i++) {
    widths[i] = 1;
    heads[i] = _(columns[i].head);
  }
  return document_table(report->document, NULL, widths, heads, columns_of(report));
}

static void add_row(const struct report *report, struct block *table, const struct row *row) {
  const char *cells[COLUMN_COUNT];
  for (size_t i = 0; i < columns_of(report); i++)
    cells[i] = columns[i].make(report, row);
  document_row(report->document, table, cells, columns_of(report));
}

static void add_questions(const struct report *report, struct block *table) {
  for (size_t i = 0; i < report->checklist->question_count; i++) {
    struct row row = {report->checklist->questions[i], NULL};
    row.answer = session_answer(report->session, row.question->id);
    add_row(report, table, &row);
  }
}

static void add_retired(const struct report *report, struct block *table) {
  size_t count;
  const struct answer *const *retired = session_retired(report->session, &count);
  for (size_t i = 0; i < count; i++)
    add_row(report, table, &(struct row){NULL, retired[i]});
}

struct document *report_build_answers(const struct assessment *assessment,
                                      const struct report_options *options) {
  struct report report = report_begin("answers", assessment, options);
  report.document->title =
      report_format(&report, _("Answers: %s"), language_checklist_text(report.checklist->title));
  struct block *table = add_table(&report);
  add_questions(&report, table);
  add_retired(&report, table);
  return report.document;
}
