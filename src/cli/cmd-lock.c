/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "base/language.h"
#include "base/strbuf.h"
#include "cli/output.h"
#include "cli/passphrase.h"
#include "cli/session-opening.h"
#include "guide/guide.h"
#include "session/session-file.h"

/* clang-format off */
const struct option lock_options[] = {
  {"remove", 0, NULL, N_("Take the lock away: the session is a file again that everybody can read."),
   OPTION_FLAG, offsetof(struct options, remove)},
  {"new-passphrase-file", 0, NP_("placeholder", "FILE"),
   N_("Take the new passphrase from the first line of this file; - is standard input."),
   OPTION_TEXT, offsetof(struct options, new_passphrase_file)},
  {NULL, 0, NULL, NULL, OPTION_FLAG, 0},
};
/* clang-format on */

/* One file is enough where there is no lock to be opened with it. */
static const char *file_of_new(const struct options *options, struct guide *guide) {
  if (options->new_passphrase_file || session_has_passphrase(guide_session(guide))) {
    return options->new_passphrase_file;
  }
  return options->passphrase_file;
}

static bool lock(const struct options *options, struct guide *guide, struct error *err) {
  struct strbuf passphrase;
  struct guide_outcome outcome;
  strbuf_init(&passphrase);
  bool chosen = options->remove || passphrase_choose(&passphrase, file_of_new(options, guide), err);
  const struct guide_input input = {.text = options->remove ? NULL : passphrase.text};
  bool done = chosen && guide_do(guide, COMMAND_LOCK, &input, &outcome, err);
  if (done) {
    output_format("%s\n", outcome.status);
  }
  strbuf_wipe(&passphrase);
  return done;
}

enum exit_status cmd_lock(const struct options *options) {
  struct error err = ERROR_INIT;
  if (options->read_only) {
    output_error("%s", _("--read-only and `lock` contradict each other"));
    return EXIT_USAGE;
  }
  struct guide *guide = session_opening(options, SESSION_WRITE, &err);
  bool done = guide && lock(options, guide, &err);
  guide_free(guide);
  return done ? EXIT_DONE : output_failure(&err);
}
