/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ordinance-front.h"

#include "base/arena.h"
#include "base/language.h"
#include "checklist/checklist.h"
#include "report/ordinance-draft.h"
#include "report/report-parts.h"

static void add_count(const struct report *report, struct block *list, size_t count,
                      const char *text) {
  if (count)
    report_add_item(report, list, NULL, text);
}

static void add_counts(const struct law *law) {
  const struct report *report = law->report;
  struct block *list = report_add_list(report, NULL);
  size_t count = law_count(law, OPEN_BLANK);
  add_count(report, list, count,
            report_format(report,
                          language_plural("%zu blank to fill in", "%zu blanks to fill in", count),
                          count));
  count = law_count(law, OPEN_CHOICE);
  add_count(report, list, count,
            report_format(report,
                          language_plural("%zu choice to make", "%zu choices to make", count),
                          count));
  count = law_count_optional(law);
  add_count(report, list, count,
            report_format(report,
                          language_plural("%zu optional section to keep or strike",
                                          "%zu optional sections to keep or strike", count),
                          count));
  count = law_count(law, OPEN_REFERENCE);
  add_count(report, list, count,
            report_format(report,
                          language_plural("%zu reference to what is not in this draft",
                                          "%zu references to what is not in this draft", count),
                          count));
  count = report->assessment->open_count;
  add_count(
      report, list, count,
      report_format(report,
                    language_plural("%zu question to find out", "%zu questions to find out", count),
                    count));
}

static void add_open_row(const struct law *law, struct block *table, const struct law_open *open) {
  const char *cells[] = {open->shown, language_checklist_text(open->meaning), open->where};
  document_row(law->report->document, table, cells, 3);
}

static void add_open_table(const struct law *law) {
  static const int widths[] = {4, 3, 3};
  const char *heads[] = {_("In the text"), _("What it is"), _("In section")};
  if (law->open_count == 0)
    return;
  struct block *table = document_table(law->report->document, NULL, widths, heads, 3);
  for (size_t i = 0; i < law->open_count; i++)
    add_open_row(law, table, &law->open[i]);
}

static void add_optional(const struct law *law) {
  struct document *document = law->report->document;
  size_t count = 0;
  size_t *numbers = arena_alloc(document->arena, (law->section_count + 1) * sizeof *numbers);
  for (size_t i = 0; i < law->section_count; i++)
    if (law->sections[i].optional)
      numbers[count++] = law->sections[i].number;
  if (count == 0)
    return;
  document_labelled(document, NULL, _("Optional sections, in brackets:"),
                    report_ranges(law->report, numbers, count));
  document_paragraph(document, NULL,
                     _("Where a section is struck, the numbers behind it change, and so do the "
                       "references to them."));
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

void front_add(const struct law *law) {
  const struct report *report = law->report;
  bool nothing =
      law->open_count == 0 && law_count_optional(law) == 0 && report->assessment->open_count == 0;
  document_heading(report->document, 1, NULL, _("What is still open"));
  if (report->assessment->counts.answered == 0)
    document_paragraph(report->document, NULL,
                       _("No question is answered yet. This is what the draft could hold; what it "
                         "should hold depends on the answers."));
  if (nothing)
    document_paragraph(report->document, NULL, _("Nothing: every blank is filled in."));
  add_counts(law);
  add_optional(law);
  add_questions(report);
  add_open_table(law);
}
