/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The drafts: a first page that says what is open, the law, texts of their own, and the annex. */
#include "base/arena.h"
#include "base/language.h"
#include "checklist/checklist.h"
#include "report/ordinance-annex.h"
#include "report/ordinance-draft.h"
#include "report/ordinance-front.h"
#include "report/ordinance-print.h"
#include "report/report-builders.h"
#include "report/report-parts.h"

static void add_title(const struct report *report, const char *title) {
  report_add_title(report, title);
  report_add_state_law(report);
}

static void add_law(const struct law *law) {
  if (law->section_count == 0) {
    document_heading(law->report->document, 1, NULL, _("No section is called for"));
    document_paragraph(law->report->document, NULL,
                       _("No answer calls for a new section of law. The annex says where each "
                         "question stands."));
    return;
  }
  document_add(law->report->document, NULL, BLOCK_PAGE_BREAK);
  const struct language *before = language_use(law->language);
  law_print(law);
  language_use(before);
}

static void add_texts(const struct law *law) {
  const struct language *before = language_use(law->language);
  for (size_t i = 0; i < law->text_count; i++) {
    document_add(law->report->document, NULL, BLOCK_PAGE_BREAK);
    law_print_text(law, &law->texts[i]);
  }
  language_use(before);
}

/* On a page of its own behind what it explains; the first page can hold it where nothing is. */
static void add_annex(const struct law *law) {
  if (law->section_count || law->text_count)
    document_add(law->report->document, NULL, BLOCK_PAGE_BREAK);
  annex_add(law);
}

/* --- the law in full, with what stands beside it --- */

struct document *report_build_ordinance(const struct assessment *assessment,
                                        const struct report_options *options) {
  struct report report = report_begin("ordinance", assessment, options);
  struct law law = law_make(&report, LAW_FULL);
  add_title(&report, _("DRAFT ordinance, not adopted"));
  front_add(&law);
  add_law(&law);
  add_texts(&law);
  add_annex(&law);
  return report.document;
}

bool report_offers_ordinance(const struct checklist *checklist) {
  return checklist->part_count > 0;
}

/* --- the one rule --- */

struct document *report_build_ordinance_short(const struct assessment *assessment,
                                              const struct report_options *options) {
  struct report report = report_begin("ordinance-short", assessment, options);
  struct law law = law_make(&report, LAW_SHORT);
  add_title(&report, _("DRAFT ordinance in short form, not adopted"));
  front_add(&law);
  add_law(&law);
  add_annex(&law);
  return report.document;
}

bool report_offers_short(const struct checklist *checklist) {
  for (size_t i = 0; i < checklist->provision_count; i++)
    if (checklist->provisions[i].alternative)
      return report_offers_ordinance(checklist);
  return false;
}

/* --- resolutions and letters --- */

static void add_list_of_texts(const struct law *law) {
  const struct report *report = law->report;
  if (law->text_count == 0) {
    document_paragraph(report->document, NULL, _("No answer calls for a resolution or a letter."));
    return;
  }
  document_paragraph(report->document, NULL,
                     _("Each of these stands on a page of its own behind this one."));
  struct block *list = report_add_list(report, NULL);
  for (size_t i = 0; i < law->text_count; i++) {
    struct block *item = report_add_item(report, list, NULL, NULL);
    document_link(report->document, item->first, law->texts[i].title,
                  report_format(report, "#%s", law->texts[i].anchor));
  }
}

struct document *report_build_letter(const struct assessment *assessment,
                                     const struct report_options *options) {
  struct report report = report_begin("letter", assessment, options);
  struct law law = law_make(&report, LAW_NONE);
  add_title(&report, _("Letters and resolutions"));
  add_list_of_texts(&law);
  front_add(&law);
  add_texts(&law);
  add_annex(&law);
  return report.document;
}

bool report_offers_letter(const struct checklist *checklist) {
  return checklist->instrument_count > 0;
}
