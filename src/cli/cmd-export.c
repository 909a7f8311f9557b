/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "base/language.h"
#include "cli/document-writing.h"
#include "cli/output.h"
#include "cli/session-opening.h"
#include "guide/guide.h"

/* clang-format off */
const struct option export_options[] = {
  {"document", 'd', NP_("placeholder", "DOCUMENT"),
   N_("Which document: `disentangle list documents` names them. The default is the summary."),
   OPTION_TEXT, offsetof(struct options, document)},
  DOCUMENT_OPTIONS,
  {"private", 0, NULL, N_("Print the private notes too."),
   OPTION_FLAG, offsetof(struct options, private_notes)},
  {"share", 0, NULL,
   N_("Make a copy to pass on: without private notes, names of who follows up, contact details and "
      "times of day. What was taken out, and what you have to look at yourself, is told."),
   OPTION_FLAG, offsetof(struct options, share)},
  {NULL, 0, NULL, NULL, OPTION_FLAG, 0},
};
/* clang-format on */

enum exit_status cmd_export(const struct options *options) {
  struct error err = ERROR_INIT;
  struct document_request request;
  if (!document_request_read(&request, options, &err)) {
    output_failure(&err);
    return EXIT_USAGE;
  }
  struct guide *guide = session_opening(options, SESSION_READ_ONLY, &err);
  bool is_locked = guide && session_has_passphrase(guide_session(guide));
  bool done = guide && document_write_take(&request, guide, &err);
  if (done && is_locked) {
    output_error("%s", _("the session is locked, this document is not"));
  }
  return done ? EXIT_DONE : output_failure(&err);
}
