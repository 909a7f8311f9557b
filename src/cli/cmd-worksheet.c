/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "base/language.h"
#include "cli/assignment.h"
#include "cli/document-writing.h"
#include "cli/output.h"
#include "guide/guide.h"
#include "guide/library.h"

/* clang-format off */
const struct option worksheet_options[] = {
  {"checklist", 'c', NP_("placeholder", "CHECKLIST"),
   N_("Use this checklist: its name, or the path of its folder or file."),
   OPTION_TEXT, offsetof(struct options, checklist)},
  {"set", 0, NP_("placeholder", "ID=ANSWER"),
   N_("Answer a question beforehand, as profile.extent=full. Can be given more than once."),
   OPTION_WORDS, offsetof(struct options, assignments)},
  DOCUMENT_OPTIONS,
  {NULL, 0, NULL, NULL, OPTION_FLAG, 0},
};
/* clang-format on */

/* What is asked depends on answers: on how far to go, say. */
static bool prepare(struct guide *guide, const struct word_list *assignments) {
  return assignments_apply(guide_session(guide), guide_checklist(guide), assignments, 0);
}

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
  if (guide && !prepare(guide, &options->assignments)) {
    guide_free(guide);
    guide = NULL;
  }
  bool done = guide && document_write_take(&request, guide, &err);
  if (done)
    return EXIT_DONE;
  return err.message ? output_failure(&err) : EXIT_FAULTS;
}
