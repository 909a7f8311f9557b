/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that is changed while ours is being written, by a program that knows no locks. */
#include <config.h>

#include "session/fixture.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char theirs[] = "format: 1\n# by hand, meanwhile\n";
static const char *meanwhile_at; /* where it is written at the next flush */

/* Stands before that of the system: what we wrote is on the disk, and not yet in place. */
int fsync(int fd) {
  int (*real)(int);
  *(void **)&real = dlsym(RTLD_NEXT, "fsync");
  if (meanwhile_at)
    write_contents(meanwhile_at, theirs);
  meanwhile_at = NULL;
  return real(fd);
}

static void assert_contents(const char *path, const char *expected) {
  char *there = contents(path);
  assert_string_equal(there, expected);
  free(there);
}

static void what_was_written_meanwhile_is_not_overwritten(void **state) {
  FIXTURE;
  struct error err = ERROR_INIT;
  struct session *session = create(fixture);
  give(session, "permits.practice", "yes", NULL);
  char *ours = session_text(session), *beside = path_of(fixture, "town.yaml.conflict-1.yaml");
  meanwhile_at = fixture->path;
  assert_false(session_save(session, &err));
  assert_null(meanwhile_at);
  assert_non_null(strstr(err.message, "was changed by another program"));
  assert_contents(fixture->path, theirs);
  assert_contents(beside, ours);
  assert_string_equal(session_path(session), beside);
  error_release(&err);
  free(ours);
  free(beside);
  session_free(session);
}

static void what_is_as_it_was_is_replaced(void **state) {
  FIXTURE;
  struct session *session = create(fixture);
  give(session, "permits.practice", "yes", NULL);
  save(session);
  assert_string_equal(session_path(session), fixture->path);
  assert_int_equal(file_count(fixture), 2);
  session_free(session);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      fixture_test(what_was_written_meanwhile_is_not_overwritten),
      fixture_test(what_is_as_it_was_is_replaced),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
