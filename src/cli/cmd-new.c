/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "base/language.h"
#include "cli/assignment.h"
#include "cli/front-end.h"
#include "cli/output.h"
#include "guide/guide.h"
#include "guide/library.h"
#include "session/session-file.h"

/* clang-format off */
const struct option new_options[] = {
  {"checklist", 'c', NP_("placeholder", "CHECKLIST"),
   N_("Use this checklist: its name, or the path of its folder or file."),
   OPTION_TEXT, offsetof(struct options, checklist)},
  {"set", 0, NP_("placeholder", "ID=ANSWER"),
   N_("Answer a question beforehand, as profile.name='Cook County'. Can be given more than once."),
   OPTION_WORDS, offsetof(struct options, assignments)},
  {"create-only", 0, NULL, N_("Make the file and end, without asking anything."),
   OPTION_FLAG, offsetof(struct options, create_only)},
  {NULL, 0, NULL, NULL, OPTION_FLAG, 0},
};
/* clang-format on */

static bool make_file(const struct options *options, const char *path, struct error *err) {
  struct guide *guide = library_new(options->checklist, err);
  if (!guide) {
    return false;
  }
  struct session *session = guide_session(guide);
  bool made = assignments_apply(session, guide_checklist(guide), &options->assignments, 0) &&
              session_create(session, path, err);
  guide_free(guide);
  return made;
}

static enum exit_status make_and_start(const struct options *options, const char *path) {
  struct error err = ERROR_INIT;
  if (!make_file(options, path, &err)) {
    return err.message ? output_failure(&err) : EXIT_FAULTS;
  }
  if (options->create_only) {
    output_format(_("Made %s.\n"), path);
    return EXIT_DONE;
  }
  return front_end_run(options, FRONT_END_SESSION, path);
}

enum exit_status cmd_new(const struct options *options) {
  if (options->operands.count) {
    return make_and_start(options, options->operands.items[0]);
  }
  if (options->create_only || options->assignments.count) {
    output_error("%s", _("--set and --create-only need a file: disentangle new FILE"));
    return EXIT_USAGE;
  }
  return front_end_run(options, FRONT_END_NEW, options->checklist);
}
