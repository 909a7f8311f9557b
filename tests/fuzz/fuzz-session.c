/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checking and loading a session: they agree, and tell clean sentences. */
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "session/session-file.h"
#include "session/session.h"

static bool says_cut_off(const struct fault *fault) {
  static const char words[] = "the last line, '# end …', is";
  return !strncmp(fault->message, words, strlen(words)); /* not: said of a key of that name */
}

static bool has_errors(const char *path, const struct checklist *checklist) {
  struct faults faults = FAULTS_INIT;
  session_check(path, checklist, &faults);
  bool cut_off = false;
  for (size_t i = 0; i < faults.count; i++) {
    fuzz_require_clean(faults.items[i].message, strlen(faults.items[i].message));
    cut_off = cut_off || says_cut_off(&faults.items[i]);
  }
  bool has = faults.errors > (cut_off ? 1 : 0); /* which can be opened all the same */
  faults_release(&faults);
  return has;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  struct checklist *checklist = fuzz_checklist();
  const char *path = fuzz_write("session.yaml", bytes, count);
  struct error err = ERROR_INIT;
  struct session_report report;
  has_errors(path, NULL);
  free(session_peek_checklist(path, NULL));
  struct session *session = session_load(path, checklist, SESSION_READ_ONLY, &report, &err);
  REQUIRE((session == NULL) == (err.message != NULL));
  REQUIRE((session == NULL) == has_errors(path, checklist));
  if (err.message)
    fuzz_require_clean(err.message, strlen(err.message));
  error_release(&err);
  session_free(session);
  return 0;
}
