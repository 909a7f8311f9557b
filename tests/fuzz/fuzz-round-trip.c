/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session that can be loaded can be saved, loaded again and saved as the same bytes. What was
 * written by hand may come to its place only with the first saving of what was loaded from one. */
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "session/session-file.h"
#include "session/session.h"

static struct session *load(const void *bytes, size_t count, struct session_report *report) {
  const char *path = fuzz_write("round.yaml", bytes, count);
  return session_load(path, fuzz_checklist(), SESSION_READ_ONLY, report, NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  struct session_report report;
  struct session *session = load(bytes, count, &report);
  if (!session)
    return 0;
  char *first = session_text(session);
  session_free(session);
  session = load(first, strlen(first), &report);
  REQUIRE(session && report.wholeness == SESSION_WHOLE);
  char *second = session_text(session);
  size_t answer_count = session_answer_count(session);
  session_free(session);
  session = load(second, strlen(second), &report);
  REQUIRE(session && report.wholeness == SESSION_WHOLE);
  char *third = session_text(session);
  REQUIRE(!strcmp(second, third));
  REQUIRE(session_answer_count(session) == answer_count);
  for (size_t i = 0; i < session_answer_count(session); i++)
    REQUIRE(session_answer_at(session, i)->question_id);
  session_free(session);
  free(first);
  free(second);
  free(third);
  return 0;
}
