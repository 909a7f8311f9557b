/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session cut off at every byte, and with every bit of it turned, one at a time. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "checklist/checklist.h"
#include "session/session-file.h"
#include "session/session.h"
#include "sweep.h"
#include "tests/base/scratch.h"

static struct checklist *checklist;
static char path[4096];
static long refused, told_changed, told_cut;

static char *make_session(size_t *size) {
  struct error err = ERROR_INIT;
  struct session *session = session_new(checklist);
  size_t count;
  if (!session_create(session, path, NULL))
    abort();
  char typical[4096];
  snprintf(typical, sizeof typical, "%s/tests/session/data/typical.yaml", getenv("SOURCE_DIR"));
  session_free(session);
  session = session_load(typical, checklist, SESSION_READ_ONLY, NULL, &err);
  if (!session)
    abort();
  char *text = session_text(session);
  count = strlen(text);
  session_free(session);
  scratch_write("f/s.yaml", text, count);
  scratch_write("f/s.yaml~", text, count);
  *size = count;
  return text;
}

/* Damage has to be told, the generation before offered, and the damaged file left as it is. */
static void check(struct sweep *sweep, const char *what, size_t at, const char *bytes, size_t count,
                  bool is_whole) {
  struct session_report report;
  struct error err = ERROR_INIT;
  scratch_write("f/s.yaml", bytes, count);
  struct session *session = session_load(path, checklist, SESSION_WRITE, &report, &err);
  sweep->runs++;
  if (!session && !err.message)
    sweep_fails(sweep, "%s %zu: refused without a word", what, at);
  if (session && (report.wholeness == SESSION_WHOLE) != is_whole)
    sweep_fails(sweep, "%s %zu: taken for whole", what, at);
  if ((!session || report.wholeness != SESSION_WHOLE) && !report.previous_exists)
    sweep_fails(sweep, "%s %zu: the generation before is not offered", what, at);
  refused += !session;
  told_changed += session && report.wholeness == SESSION_EDITED;
  told_cut += session && report.wholeness == SESSION_CUT_OFF;
  session_free(session);
  error_release(&err);
  size_t there;
  char *now = scratch_read("f/s.yaml", &there);
  if (there != count || memcmp(now, bytes, count) != 0)
    sweep_fails(sweep, "%s %zu: the damaged file was changed", what, at);
  free(now);
}

int main(void) {
  struct sweep sweep;
  size_t size;
  scratch_make();
  scratch_write("f/.keep", "", 0);
  snprintf(path, sizeof path, "%s", scratch_path("f/s.yaml"));
  checklist = sweep_checklist();
  char *text = make_session(&size);
  sweep_begin(&sweep, "damaged sessions", "bytes and bits");
  for (size_t at = 0; at < size; at++) /* the last newline is no loss */
    check(&sweep, "cut off at byte", at, text, at, at == size - 1);
  for (size_t bit = 0; bit < 8 * size; bit++) {
    text[bit / 8] ^= (char)(1 << bit % 8);
    /* of the last newline a space may be made, and the like */
    if (bit / 8 < size - 1)
      check(&sweep, "turned bit", bit, text, size, false);
    text[bit / 8] ^= (char)(1 << bit % 8);
  }
  sweep.points = sweep.runs;
  bool well = sweep_end(&sweep, 20000);
  printf("  of these %ld were refused in words, %ld told as changed, %ld told as cut off\n",
         refused, told_changed, told_cut);
  free(text);
  checklist_free(checklist);
  scratch_remove();
  return !well;
}
