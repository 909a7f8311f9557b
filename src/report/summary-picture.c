/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One bar a criterion, and the band with the count of what is unknown. */
#include "base/language.h"
#include "checklist/checklist.h"
#include "report/report-parts.h"
#include "report/report-summary.h"

static void add_segment(const struct report *report, struct block *bar, enum verdict verdict,
                        size_t count) {
  document_segment(
      report->document, bar,
      report_format(report, P_("count and state", "%zu %s"), count, verdict_name(verdict)),
      verdict_mark(verdict), count);
}

/* What a page recorded without judging it is counted in no segment. */
static void add_counts(const struct report *report, struct block *bar,
                       const struct counts *counts) {
  add_segment(report, bar, VERDICT_MET, counts->met);
  add_segment(report, bar, VERDICT_PARTLY, counts->partly);
  add_segment(report, bar, VERDICT_NOT_MET, counts->not_met);
  add_segment(report, bar, VERDICT_UNKNOWN, counts->unknown);
  add_segment(report, bar, VERDICT_UNANSWERED, counts->unanswered);
  add_segment(report, bar, VERDICT_DOES_NOT_APPLY, counts->does_not_apply);
}

static void add_criterion_bar(const struct report *report, struct block *chart,
                              const struct criterion_result *result) {
  struct block *bar = document_add(report->document, chart, BLOCK_BAR);
  const char *title = language_checklist_text(result->criterion->title);
  document_run(report->document, bar, RUN_PLAIN,
               report_format(report, _("%zu. %s: "), result->criterion->number, title));
  document_run(report->document, bar, RUN_STRONG, result_name(result->result));
  add_counts(report, bar, &result->counts);
}

/* explained: with what the marks mean. */
static void add_section_chart(const struct report *report, const struct section *section,
                              bool explained) {
  document_heading(report->document, 2, NULL,
                   section->kind == SECTION_FURTHER
                       ? report_format(report, _("%s (not counted in the picture)"),
                                       language_checklist_text(section->title))
                       : language_checklist_text(section->title));
  struct block *chart = document_add(report->document, NULL, BLOCK_CHART);
  if (explained)
    document_run(report->document, chart, RUN_PLAIN,
                 _("Below, each mark is one question: # met, + partly met, - not met, ? not "
                   "known yet, . not answered, o does not apply."));
  for (size_t i = 0; i < section->criterion_count; i++)
    add_criterion_bar(report, chart, assess_criterion(report->assessment, &section->criteria[i]));
}

static void add_band(const struct report *report) {
  const struct assessment *assessment = report->assessment;
  struct document *document = report->document;
  struct block *paragraph = document_add(document, NULL, BLOCK_PARAGRAPH);
  document_run(document, paragraph, RUN_STRONG,
               report_format(report, _("Overall: %s."), band_name(assessment->band)));
  document_run(document, paragraph, RUN_PLAIN, " ");
  document_run(document, paragraph, RUN_PLAIN, band_sentence(assessment->band));
}

static void add_total(const struct report *report) {
  const struct assessment *assessment = report->assessment;
  struct block *bar = document_add(report->document, NULL, BLOCK_BAR);
  document_run(report->document, bar, RUN_PLAIN, _("All criteria together, one mark each:"));
  add_segment(report, bar, VERDICT_MET, assessment->met);
  add_segment(report, bar, VERDICT_PARTLY, assessment->partly);
  add_segment(report, bar, VERDICT_NOT_MET, assessment->not_met);
  document_segment(
      report->document, bar,
      report_format(report, _("%zu not known yet or not finished"), assessment->open_criteria),
      verdict_mark(VERDICT_UNKNOWN), assessment->open_criteria);
  add_segment(report, bar, VERDICT_DOES_NOT_APPLY, assessment->not_applicable);
}

static void add_answered(const struct report *report) {
  const struct counts *counts = &report->assessment->counts;
  document_paragraph(report->document, NULL,
                     report_format(report,
                                   _("Of the %zu questions that are asked here %zu are answered. "
                                     "Not known yet: %zu. Not answered: %zu."),
                                   counts->relevant, counts->answered, counts->unknown,
                                   counts->unanswered));
}

static bool is_charted(const struct report *report, const struct section *section) {
  return (section->kind == SECTION_CRITERIA || section->kind == SECTION_FURTHER) &&
         assess_section_relevant(report->assessment, section);
}

void summary_add_picture(const struct report *report) {
  const struct checklist *checklist = report->checklist;
  bool explained = false;
  document_heading(report->document, 1, NULL, _("The picture"));
  add_band(report);
  add_total(report);
  add_answered(report);
  for (size_t i = 0; i < checklist->section_count; i++)
    if (is_charted(report, &checklist->sections[i])) {
      add_section_chart(report, &checklist->sections[i], !explained);
      explained = true;
    }
  report_add_hidden(report);
}
