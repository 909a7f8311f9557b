/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers to questions no longer asked, corrections, sources. */
#include <string.h>

#include "base/language.h"
#include "checklist/checklist.h"
#include "report/report-parts.h"
#include "report/report-summary.h"
#include "session/session.h"

void summary_add_retired(const struct report *report) {
  size_t count = 0;
  const struct answer *const *retired = session_retired(report->session, &count);
  if (count == 0)
    return;
  document_heading(report->document, 1, NULL, _("Answers to questions no longer asked"));
  document_paragraph(report->document, NULL,
                     _("This edition of the checklist does not ask these. They are kept and not "
                       "counted."));
  for (size_t i = 0; i < count; i++) {
    struct block *ask = document_add(report->document, NULL, BLOCK_PARAGRAPH);
    document_run(report->document, ask, RUN_STRONG,
                 retired[i]->asked ? retired[i]->asked : retired[i]->question_id);
    ask->keep_with_next = true;
    report_add_retired(report, report_add_list(report, NULL), retired[i]);
  }
}

/* --- corrections --- */

struct errata {
  const struct report *report;
  struct block *list;
};

/* Stands behind a question in the document; other names of places are told nowhere in it. */
static bool is_shown(const struct checklist *checklist, const char *source) {
  for (size_t i = 0; i < checklist->criterion_count; i++)
    for (size_t j = 0; j < checklist->criteria[i]->question_count; j++) {
      const char *shown = checklist->criteria[i]->questions[j].source;
      if (shown && strcmp(shown, source) == 0)
        return true;
    }
  return false;
}

static void add_erratum(struct errata *errata, const char *source, const char *text) {
  if (!text)
    return;
  const struct report *report = errata->report;
  if (!errata->list) {
    document_heading(report->document, 1, NULL, _("Corrections to the printed source"));
    errata->list = report_add_list(report, NULL);
  }
  const char *label =
      source && is_shown(report->checklist, source) ? report_format(report, "%s:", source) : NULL;
  report_add_item(report, errata->list, label, language_checklist_text(text));
}

/* Of a page or a question, unless the checklist's own list speaks of that place. */
static void add_own(struct errata *errata, const char *source, const char *text) {
  const struct checklist *checklist = errata->report->checklist;
  for (size_t i = 0; source && i < checklist->erratum_count; i++)
    if (checklist->errata[i].source && strcmp(checklist->errata[i].source, source) == 0)
      return;
  add_erratum(errata, source, text);
}

void summary_add_errata(const struct report *report) {
  const struct checklist *checklist = report->checklist;
  struct errata errata = {report, NULL};
  for (size_t i = 0; i < checklist->criterion_count; i++) {
    const struct criterion *criterion = checklist->criteria[i];
    add_own(&errata, criterion->source, criterion->errata);
    for (size_t j = 0; j < criterion->question_count; j++)
      add_own(&errata, criterion->questions[j].source, criterion->questions[j].errata);
  }
  for (size_t i = 0; i < checklist->erratum_count; i++)
    add_erratum(&errata, checklist->errata[i].source, checklist->errata[i].text);
}

/* --- sources --- */

static bool is_recommended(const struct recommendation *recommendation) {
  return recommendation->advice != ADVICE_NONE;
}

/* The checklist's own sources, and the precedents of what is recommended. */
static bool is_used(const struct report *report, const char *id) {
  if (string_list_has(report->checklist->sources, id))
    return true;
  for (size_t i = 0; i < report->assessment->recommendation_count; i++) {
    const struct recommendation *item = &report->assessment->recommendations[i];
    if (is_recommended(item) && string_list_has(item->provision->precedents, id))
      return true;
  }
  return false;
}

void summary_add_sources(const struct report *report) {
  struct block *list = NULL;
  for (size_t i = 0; i < report->checklist->reference_count; i++) {
    const struct reference *reference = &report->checklist->references[i];
    if (!is_used(report, reference->id))
      continue;
    if (!list) {
      document_heading(report->document, 1, NULL, _("Sources"));
      list = report_add_list(report, NULL);
    }
    report_add_reference(report, list, reference);
  }
}
