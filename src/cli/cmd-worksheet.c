/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "base/language.h"
#include "cli/document-writing.h"
#include "cli/output.h"
#include "guide/guide.h"
#include "guide/library.h"

/* clang-format off */
const struct option worksheet_options[] = {
  {"checklist", 'c', NP_("placeholder", "CHECKLIST"),
   N_("Use this checklist: its name, or the path of its folder or file."),
   OPTION_TEXT, offsetof(struct options, checklist)},
  DOCUMENT_OPTIONS,
  {NULL, 0, NULL, NULL, OPTION_FLAG, 0},
};
/* clang-format on */

enum exit_status cmd_worksheet(const struct options *options) {
  struct error err = ERROR_INIT;
  struct document_request request;
  struct options named = *options;
  named.document = "worksheet";
  if (!document_request_read(&request, &named, &err)) {
    output_failure(&err);
    return EXIT_USAGE;
  }
  struct guide *guide = library_new(options->checklist, &err);
  bool done = guide && document_write(&request, guide, &err);
  guide_free(guide);
  return done ? EXIT_DONE : output_failure(&err);
}
