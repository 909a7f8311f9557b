/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ordinance-front.h"

#include "base/arena.h"
#include "base/language.h"
#include "checklist/checklist.h"
#include "report/draft-lint.h"
#include "report/ordinance-draft.h"
#include "report/report-parts.h"

static const char *join_count(const struct report *report, const char *joined, size_t count,
                              const char *text) {
  return count ? report_join(report, joined, text) : joined;
}

/* In a few lines, for the table below is to end on the first page. */
static void add_counts(const struct law *law, size_t others) {
  const struct report *report = law->report;
  size_t count = law_count(law, OPEN_BLANK);
  const char *joined = join_count(
      report, NULL, count,
      report_format(report, language_plural("%zu blank to fill in", "%zu blanks to fill in", count),
                    count));
  count = law_count(law, OPEN_CHOICE);
  joined = join_count(
      report, joined, count,
      report_format(report, language_plural("%zu choice to make", "%zu choices to make", count),
                    count));
  count = law_count_optional(law);
  joined = join_count(
      report, joined, count,
      report_format(report,
                    language_plural("%zu optional section or paragraph to keep or strike",
                                    "%zu optional sections or paragraphs to keep or strike", count),
                    count));
  count = law_count(law, OPEN_REFERENCE);
  joined = join_count(
      report, joined, count,
      report_format(report,
                    language_plural("%zu reference to what is not in this draft",
                                    "%zu references to what is not in this draft", count),
                    count));
  joined = join_count(report, joined, others,
                      report_format(report,
                                    language_plural("%zu other thing to look at",
                                                    "%zu other things to look at", others),
                                    others));
  count = report->assessment->open_count;
  joined = join_count(
      report, joined, count,
      report_format(report,
                    language_plural("%zu question to find out", "%zu questions to find out", count),
                    count));
  if (joined)
    document_paragraph(report->document, NULL, report_format(report, _("%s."), joined));
}

static void add_questions(const struct report *report) {
  const struct assessment *assessment = report->assessment;
  struct document *document = report->document;
  size_t *numbers = arena_alloc(document->arena, (assessment->open_count + 1) * sizeof *numbers);
  for (size_t i = 0; i < assessment->open_count; i++)
    numbers[i] = assessment->open[i].question->number;
  if (assessment->open_count)
    document_labelled(document, NULL, _("Questions to find out (the summary has them in full):"),
                      report_ranges(report, numbers, assessment->open_count));
}

static void add_notices(const struct report *report) {
  static const int widths[] = {4, 3, 5};
  const char *heads[] = {_("What"), _("In section"), _("What to do")};
  const struct document *document = report->document;
  if (document->notice_count == 0)
    return;
  struct block *table = document_table(report->document, NULL, widths, heads, 3);
  for (size_t i = 0; i < document->notice_count; i++) {
    const struct notice *notice = &document->notices[i];
    const char *cells[] = {notice->what, notice->where, notice->todo};
    document_row(report->document, table, cells, 3);
  }
}

void front_add(const struct law *law) {
  const struct report *report = law->report;
  size_t others = draft_lint(law);
  document_heading(report->document, 1, NULL, _("What is still open"));
  bool is_empty = law->section_count == 0 && law->text_count == 0;
  const struct counts *counts = &report->assessment->counts;
  if (counts->unanswered == counts->relevant && !is_empty)
    document_paragraph(report->document, NULL,
                       _("No question is answered yet. This is what the draft could hold; what it "
                         "should hold depends on the answers."));
  if (report->document->notice_count == 0 && report->assessment->open_count == 0)
    document_paragraph(report->document, NULL, _("Nothing: every blank is filled in."));
  add_counts(law, others);
  add_questions(report);
  add_notices(report);
}
