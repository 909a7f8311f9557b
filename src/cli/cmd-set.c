/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "base/language.h"
#include "cli/assignment.h"
#include "cli/output.h"
#include "cli/session-opening.h"
#include "guide/guide.h"
#include "session/session-file.h"

static enum exit_status set_all(const struct options *options, struct session *session,
                                const struct checklist *checklist) {
  struct error err = ERROR_INIT;
  if (!assignments_apply(session, checklist, &options->operands, 1)) {
    output_error("%s", _("nothing was changed"));
    return EXIT_FAULTS;
  }
  return session_save(session, &err) ? EXIT_DONE : output_failure(&err);
}

enum exit_status cmd_set(const struct options *options) {
  struct error err = ERROR_INIT;
  if (options->read_only) {
    output_error("%s", _("--read-only and `set` contradict each other"));
    return EXIT_USAGE;
  }
  struct guide *guide = session_opening(options, SESSION_WRITE, &err);
  if (!guide) {
    return output_failure(&err);
  }
  if (session_is_practice(guide_session(guide))) {
    output_error("%s", _("nothing was changed: of a practice session nothing is saved"));
    guide_free(guide);
    return EXIT_FAULTS;
  }
  enum exit_status status = set_all(options, guide_session(guide), guide_checklist(guide));
  guide_free(guide);
  return status;
}
