/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The result on one page, in large type, for neighbors: only counts, titles and what is asked
 * for; nothing that somebody typed but the name of the place. */
#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/language.h"
#include "checklist/checklist.h"
#include "report/report-builders.h"
#include "report/report-parts.h"

enum { GOALS_OF_A_PART = 6, WISHES = 3 }; /* so that all of it stays on a page */

static bool is_counted(const struct criterion *criterion) {
  return criterion->section->kind == SECTION_CRITERIA;
}

/* --- a list that ends before the page does ---*/

struct part {
  const struct report *report;
  const char *heading;
  size_t limit;
  struct block *list; /* NULL: nothing was added yet */
  size_t count;
};

static void part_add(struct part *part, const char *text) {
  const struct report *report = part->report;
  if (!part->list) {
    document_heading(report->document, 1, NULL, part->heading);
    part->list = report_add_list(report, NULL);
  }
  if (part->count++ < part->limit)
    report_add_item(report, part->list, NULL, text);
}

static void part_end(const struct part *part) {
  if (part->count > part->limit)
    report_add_item(part->report, part->list, NULL,
                    report_format(part->report, _("and more: %zu in all"), part->count));
}

/* --- the goals ---*/

static void add_segment(const struct report *report, struct block *bar, const char *format,
                        enum verdict verdict, size_t count) {
  document_segment(report->document, bar, report_format(report, "%s: %zu", format, count),
                   verdict_mark(verdict), count);
}

static void add_picture(const struct report *report) {
  const struct assessment *assessment = report->assessment;
  struct block *bar = document_add(report->document, NULL, BLOCK_BAR);
  document_run(report->document, bar, RUN_PLAIN, _("Goals, one mark each:"));
  add_segment(report, bar, P_("goals", "reached"), VERDICT_MET, assessment->met);
  add_segment(report, bar, P_("goals", "partly reached"), VERDICT_PARTLY, assessment->partly);
  add_segment(report, bar, P_("goals", "not reached"), VERDICT_NOT_MET, assessment->not_met);
  add_segment(report, bar, P_("goals", "not known yet"), VERDICT_UNKNOWN,
              assessment->open_criteria);
}

/* The goals with one of two results; what is partly reached is said to be. */
static void add_goals(struct part *part, enum result one, enum result other) {
  const struct report *report = part->report;
  for (size_t i = 0; i < report->checklist->criterion_count; i++) {
    const struct criterion *criterion = report->checklist->criteria[i];
    enum result result = assess_criterion(report->assessment, criterion)->result;
    if (!is_counted(criterion) || (result != one && result != other))
      continue;
    const char *text = language_checklist_text(criterion->title);
    part_add(part, result == RESULT_PARTLY_MET
                       ? report_format(report, _("%s (partly reached)"), text)
                       : text);
  }
  part_end(part);
}

/* --- what we ask for ---*/

/* A full stop after a word of some letters, so that "U.S. law" stays together. */
static bool is_end(const char *text, size_t at) {
  return strchr(".!?", text[at]) && (text[at + 1] == ' ' || text[at + 1] == '\n') && at > 2 &&
         islower((unsigned char)text[at - 1]) && islower((unsigned char)text[at - 2]) &&
         text[at - 2] != '.';
}

static const char *first_sentence(const struct report *report, const char *text) {
  for (size_t i = 0; text[i]; i++)
    if (is_end(text, i))
      return arena_dup_length(report->document->arena, text, i + 1);
  return text;
}

static void add_wishes(const struct report *report) {
  struct part part = {report, _("What we ask for"), WISHES, NULL, 0};
  const struct assessment *assessment = report->assessment;
  for (size_t i = 0; i < assessment->recommendation_count; i++) {
    const struct recommendation *wish = &assessment->recommendations[i];
    if ((wish->advice == ADVICE_ADOPT || wish->advice == ADVICE_CODIFY) && wish->provision->plain)
      part_add(&part, first_sentence(report, language_checklist_text(wish->provision->plain)));
  }
  part_end(&part);
}

/* --- the page ---*/

static void add_title(struct report *report) {
  struct document *document = report->document;
  document->large = true;
  document->title = report_format(report, _("%s: where we stand"),
                                  language_checklist_text(report->checklist->title));
  document_run(document, document_add(document, NULL, BLOCK_TITLE), RUN_PLAIN, document->title);
  document_run(
      document, document_add(document, NULL, BLOCK_SUBTITLE), RUN_PLAIN,
      report_format(report, P_("place and date", "%s, %s"), document->place, document->date));
}

static void add_unknown(const struct report *report) {
  const struct assessment *assessment = report->assessment;
  struct part part = {report, _("Where we know too little yet"), GOALS_OF_A_PART, NULL, 0};
  if (assessment->open_count)
    part_add(&part, report_format(report, _("Questions still open: %zu of %zu"),
                                  assessment->open_count, assessment->counts.relevant));
  part.count = 0; /* what is counted are the goals */
  add_goals(&part, RESULT_UNKNOWN, RESULT_NOT_FINISHED);
}

/* Without a heading of its own, for it has to stay on the page. */
static void add_more(const struct report *report) {
  document_labelled(report->document, NULL, _("How to find out more:"),
                    _("This is a group's own work and not legal advice. The summary has every "
                      "question, answer and source. Ask us for it, or come to the next meeting: "
                      "______________________________"));
}

struct document *report_build_one_page(const struct assessment *assessment,
                                       const struct report_options *options) {
  struct report report = report_begin("one-page", assessment, options);
  struct part good = {&report, _("Where things are good"), GOALS_OF_A_PART, NULL, 0};
  struct part missing = {&report, _("Where things fall short"), GOALS_OF_A_PART, NULL, 0};
  add_title(&report);
  add_picture(&report);
  add_goals(&good, RESULT_MET, RESULT_MET);
  add_goals(&missing, RESULT_NOT_MET, RESULT_PARTLY_MET);
  add_wishes(&report);
  add_unknown(&report);
  add_more(&report);
  return report.document;
}
