/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "base/error.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "cli/assignment.h"
#include "cli/front-end.h"
#include "cli/output.h"
#include "cli/passphrase.h"
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
  {"lock", 0, NULL,
   N_("Lock the session with a passphrase from the start: FILE.age is made. It is asked for, or "
      "taken from --passphrase-file."),
   OPTION_FLAG, offsetof(struct options, lock)},
  {"create-only", 0, NULL, N_("Make the file and end, without asking anything."),
   OPTION_FLAG, offsetof(struct options, create_only)},
  {NULL, 0, NULL, NULL, OPTION_FLAG, 0},
};
/* clang-format on */

static bool lock(const struct options *options, struct session *session, struct error *err) {
  struct strbuf passphrase;
  strbuf_init(&passphrase);
  bool done = passphrase_choose(&passphrase, options->passphrase_file, err) &&
              session_set_passphrase(session, passphrase.text, err);
  strbuf_wipe(&passphrase);
  return done;
}

static bool make_file(const struct options *options, const char *path, struct error *err) {
  struct guide *guide = library_new(options->checklist, err);
  if (!guide) {
    return false;
  }
  struct session *session = guide_session(guide);
  bool made = assignments_apply(session, guide_checklist(guide), &options->assignments, 0) &&
              (!options->lock || lock(options, session, err)) && session_create(session, path, err);
  guide_free(guide);
  return made;
}

static enum exit_status start(const struct options *options, const char *path) {
  struct error err = ERROR_INIT;
  if (options->create_only) {
    output_format(_("Made %s.\n"), path);
    return EXIT_DONE;
  }
  if (!passphrase_give_from_file(options, path, &err)) {
    return output_failure(&err);
  }
  return front_end_run(options, FRONT_END_SESSION, path);
}

static enum exit_status make_and_start(const struct options *options, const char *named) {
  struct error err = ERROR_INIT;
  char *path = options->lock ? session_path_with_lock(named, true) : memory_dup(named);
  enum exit_status status = make_file(options, path, &err) ? start(options, path)
                            : err.message                  ? output_failure(&err)
                                                           : EXIT_FAULTS;
  free(path);
  return status;
}

enum exit_status cmd_new(const struct options *options) {
  if (options->operands.count) {
    return make_and_start(options, options->operands.items[0]);
  }
  if (options->create_only || options->assignments.count || options->lock) {
    output_error("%s", _("--set, --lock and --create-only need a file: disentangle new FILE"));
    return EXIT_USAGE;
  }
  return front_end_run(options, FRONT_END_NEW, options->checklist);
}
