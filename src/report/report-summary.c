/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The summary: for the group, the press and a coalition. */
#include "report/report-summary.h"

#include "base/language.h"
#include "checklist/checklist.h"
#include "report/report-builders.h"
#include "report/report-parts.h"
#include "session/session.h"

static void add_contents(const struct report *report) {
  document_prose(report->document, NULL, language_checklist_text(report->checklist->about));
}

static void add_how_made(const struct report *report) {
  document_heading(report->document, 1, NULL, _("How this was made"));
  document_prose(
      report->document, NULL,
      _("A group answered the questions of the checklist and this program put the answers "
        "together. "
        "A criterion is met when every question that counts has the answer that its standard asks "
        "for, not met when none has, and partly met in between. While nothing speaks against it "
        "but something is not known, the criterion is not known yet. A question that does not "
        "apply "
        "is never counted against a place, and nothing is guessed about what is unknown."));
  report_add_not_advice(report);
}

struct document *report_build_summary(const struct assessment *assessment,
                                      const struct report_options *options) {
  struct report report = report_begin("summary", assessment, options);
  report_add_title(&report, report_format(&report, _("%s: summary"),
                                          language_checklist_text(report.checklist->title)));
  add_contents(&report);
  summary_add_picture(&report);
  summary_add_recommendations(&report);
  summary_add_open(&report);
  summary_add_pages(&report);
  summary_add_retired(&report);
  summary_add_errata(&report);
  summary_add_sources(&report);
  add_how_made(&report);
  return report.document;
}
