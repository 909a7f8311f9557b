/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <stdlib.h>
#include <string.h>

#include "../base/cmocka-tests.h"
#include "base/environment.h"
#include "base/error.h"
#include "base/file.h"
#include "base/memory.h"

struct checklist *fixture_checklist(const char *path_in_source) {
  struct error err = ERROR_INIT;
  char *path = path_join(environment_get("SOURCE_DIR"), path_in_source);
  struct checklist *checklist = checklist_load(path, &err);
  if (!checklist || !checklist_load_rest(checklist, &err))
    fail_msg("%s", err.message);
  free(path);
  return checklist;
}

void fixture_free(struct checklist *checklist) {
  checklist_free(checklist);
}

static void apply(struct session *session, char *word) {
  char *value = strchr(word, '=');
  *value++ = '\0';
  char *instrument = strchr(value, '@');
  if (instrument)
    *instrument++ = '\0';
  struct answer wanted = {.value = value, .words = (char[]){"words"}, .instrument = instrument};
  unsigned fields = FIELD_VALUE | (instrument ? FIELD_INSTRUMENT : 0u);
  struct error err = ERROR_INIT;
  if (!session_apply(session, word, fields, &wanted, &err))
    fail_msg("%s=%s: %s", word, value, err.message);
}

struct session *fixture_session(const struct checklist *checklist, const char *answers) {
  struct session *session = session_new(checklist);
  char *line = memory_dup(answers);
  for (char *at = line + strspn(line, " "); *at;) {
    size_t length = strcspn(at, " ");
    char *next = at + length + strspn(at + length, " ");
    if (at[length])
      at[length] = 0;
    apply(session, at);
    at = next;
  }
  free(line);
  return session;
}
