/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cut off at every byte, and with bits that flipped: such a file is told of or refused, and never
 * overwritten. */
#include "session/fixture.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/strbuf.h"

static void save_typical(const struct fixture *fixture) {
  struct session *session = create(fixture);
  fill(session);
  save(session);
  session_free(session);
}

/* Loads what was written and checks that it is as it was. Returns whether it could be loaded. */
static bool survives(const struct fixture *fixture, const char *bytes, size_t count,
                     struct session_report *report) {
  struct error err = ERROR_INIT;
  write_bytes(fixture->path, bytes, count);
  struct session *session =
      session_load(fixture->path, fixture->checklist, SESSION_WRITE, report, &err);
  assert_int_equal(session == NULL, err.message != NULL);
  bool loaded = session != NULL;
  session_free(session);
  error_release(&err);
  assert_true(report->previous_exists || (loaded && report->wholeness == SESSION_WHOLE));
  struct strbuf there;
  strbuf_init(&there);
  assert_true(file_read(&there, fixture->path, count + 1, NULL));
  assert_int_equal(there.length, count);
  assert_memory_equal(there.text, bytes, count);
  strbuf_release(&there);
  return loaded;
}

static void cut_off_anywhere(void **state) {
  FIXTURE;
  struct session_report report;
  size_t loaded = 0;
  save_typical(fixture);
  char *text = contents(fixture->path);
  size_t length = strlen(text);
  for (size_t count = 0; count < length; count++) {
    if (!survives(fixture, text, count, &report))
      continue;
    loaded++;
    /* without its last newline nothing is lost */
    assert_int_equal(report.wholeness, count == length - 1 ? SESSION_WHOLE : SESSION_CUT_OFF);
  }
  assert_true(loaded > length / 10); /* else this test says little */
  free(text);
}

static void flipped_bits(void **state) {
  FIXTURE;
  struct session_report report;
  size_t loaded = 0;
  save_typical(fixture);
  char *text = contents(fixture->path);
  size_t length = strlen(text);
  for (size_t at = 0; at < length; at++) {
    text[at] ^= (char)(1 << at % 8);
    if (survives(fixture, text, length, &report)) {
      loaded++;
      assert_int_not_equal(report.wholeness, SESSION_WHOLE);
    }
    text[at] ^= (char)(1 << at % 8);
  }
  assert_true(loaded > length / 4);
  assert_true(survives(fixture, text, length, &report));
  assert_int_equal(report.wholeness, SESSION_WHOLE);
  free(text);
}

static void what_was_cut_off_is_never_lost_by_saving(void **state) {
  FIXTURE;
  save_typical(fixture);
  char *text = contents(fixture->path), *previous = path_of(fixture, "town.yaml~"),
       *before = contents(previous);
  for (size_t kept = 1; kept < 8; kept++) {
    size_t count = strlen(text) * kept / 8;
    write_bytes(fixture->path, text, count);
    struct session_report report;
    struct session *session =
        session_load(fixture->path, fixture->checklist, SESSION_WRITE, &report, NULL);
    if (!session)
      session = session_load_previous(fixture->path, fixture->checklist, &report, NULL);
    assert_non_null(session);
    save(session);
    session_free(session);
    struct strbuf name;
    strbuf_init(&name);
    strbuf_addf(&name, "%s.damaged-%zu", fixture->path, kept);
    char *damaged = contents(name.text), *again = contents(previous);
    assert_int_equal(strlen(damaged), count);
    assert_memory_equal(damaged, text, count);
    assert_string_equal(again, before);
    free(damaged);
    free(again);
    strbuf_release(&name);
  }
  free(before);
  free(previous);
  free(text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      fixture_test(cut_off_anywhere),
      fixture_test(flipped_bits),
      fixture_test(what_was_cut_off_is_never_lost_by_saving),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
