/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/session-opening.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/language.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/passphrase.h"
#include "guide/guide.h"
#include "guide/library.h"

struct guide *session_opening(const struct options *options, enum session_access access,
                              struct error *err) {
  const char *path = options->operands.items[0];
  struct session_report report = {0};
  if (!passphrase_give(options, path, err)) {
    return NULL;
  }
  struct guide *guide = library_open(path, access, &report, err);
  if (!guide) {
    if (report.previous_exists) {
      output_error(_("the version before is there; `disentangle open %s` offers it"), path);
    }
    return NULL;
  }
  if (report.wholeness == SESSION_CUT_OFF) {
    error_set(err,
              _("the end of '%s' is missing; open it with `disentangle open` to see what can be "
                "saved of it"),
              path);
    guide_free(guide);
    return NULL;
  }
  char *told = library_report_text(&report);
  if (*told) {
    output_error("%s", told);
  }
  free(told);
  return guide;
}
