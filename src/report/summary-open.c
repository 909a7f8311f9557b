/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is still to be found out, and which office holds the records that would tell. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/language.h"
#include "checklist/checklist.h"
#include "report/open-places.h"
#include "report/report-parts.h"
#include "report/report-summary.h"

static int compare_numbers(const void *a, const void *b) {
  size_t first = *(const size_t *)a, second = *(const size_t *)b;
  return (first > second) - (first < second);
}

/* The words of the questions stand on their pages, and what was promised with them. */
static void add_numbers(const struct report *report, struct block *list, const char *label,
                        enum verdict verdict) {
  const struct assessment *assessment = report->assessment;
  size_t *numbers =
      arena_alloc(report->document->arena, (assessment->open_count + 1) * sizeof *numbers);
  size_t count = 0;
  for (size_t i = 0; i < assessment->open_count; i++)
    if (assess_question(assessment, assessment->open[i].question)->verdict == verdict)
      numbers[count++] = assessment->open[i].question->number;
  if (count)
    report_add_item(report, list, label, report_ranges(report, numbers, count));
}

static void add_questions(const struct report *report) {
  struct block *list = report_add_list(report, NULL);
  add_numbers(report, list, _("Not known yet:"), VERDICT_UNKNOWN);
  add_numbers(report, list, _("Not answered:"), VERDICT_UNANSWERED);
}

/* --- by office --- */

/* Its own questions and those that it may know about, too. */
static void add_office(const struct report *report, struct block *list,
                       const struct open_office *office) {
  size_t room = office->also.count + 1, count = 0;
  for (const struct open_entry *entry = office->entries; entry; entry = entry->next)
    room++;
  size_t *numbers = arena_alloc(report->document->arena, room * sizeof *numbers);
  for (const struct open_entry *entry = office->entries; entry; entry = entry->next)
    numbers[count++] = entry->open->question->number;
  for (size_t i = 0; i < office->also.count; i++)
    numbers[count++] = office->also.items[i];
  if (count == 0)
    return;
  qsort(numbers, count, sizeof *numbers, compare_numbers);
  const char *label =
      office->office ? language_checklist_text(office->office->label) : _("Other places");
  report_add_item(report, list, report_format(report, _("%s:"), label),
                  report_ranges(report, numbers, count));
}

static void add_offices(const struct report *report) {
  struct open_places places = open_places_make(report);
  document_heading(report->document, 2, NULL, _("Which office may know"));
  document_paragraph(report->document, NULL,
                     _("The document \"To find out\" says what to ask each office for."));
  struct block *list = report_add_list(report, NULL);
  for (size_t i = 0; i < places.count; i++)
    add_office(report, list, &places.offices[i]);
}

void summary_add_open(const struct report *report) {
  document_heading(report->document, 1, NULL, _("Still to be found out"));
  if (report->assessment->open_count == 0)
    document_paragraph(report->document, NULL, _("Every question that is asked has an answer."));
  report_add_profile(report, 2);
  if (report->assessment->open_count == 0)
    return;
  document_heading(report->document, 2, NULL, _("The questions"));
  add_questions(report);
  add_offices(report);
}
