/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/forgetting.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/environment.h"
#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "base/private-folder.h"
#include "guide/recent.h"

enum exit_status remember(void) {
  struct error err = ERROR_INIT;
  if (!recent_begin(&err)) {
    return output_failure(&err);
  }
  char *path = environment_recent_path();
  output_format(_("From now on the sessions you open are remembered, in %s. `disentangle --forget` "
                  "ends it.\n"),
                path);
  free(path);
  return EXIT_DONE;
}

/* Of a file: it, and what a killed program left of it. Counts in *removed; false: told why not. */
static bool remove_file(const char *path, const char *what, size_t *removed) {
  file_sweep(path);
  if (unlink(path) == 0) {
    output_format(_("Removed: %s (%s)\n"), path, what);
    (*removed)++;
    return true;
  }
  if (errno == ENOENT || errno == ENOTDIR) {
    return true;
  }
  output_error(_("cannot remove '%s': %s"), path, error_reason(errno));
  return false;
}

enum exit_status forget(void) {
  char *recent = environment_recent_path(), *settings = environment_settings_path();
  char *folder = path_folder(settings);
  size_t removed = 0;
  bool done = remove_file(recent, _("the sessions you opened"), &removed);
  done = remove_file(settings, _("language and colors"), &removed) && done;
  rmdir(folder); /* if nothing else is in it */
  size_t texts = private_folder_sweep();
  if (texts) {
    output_format(language_plural("Removed: %zu text that an editor left\n",
                                  "Removed: %zu texts that editors left\n", texts),
                  texts);
  }
  if (done && !removed && !texts) {
    output_text(_("There was nothing to forget.\n"));
  }
  output_wrapped(_("Sessions and documents are as they were. A session holds its own history, and "
                   "the version before it lies beside it, as NAME.yaml~."),
                 0, 0);
  free(recent);
  free(settings);
  free(folder);
  return done ? EXIT_DONE : EXIT_FAULTS;
}
