/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/recent.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/strbuf.h"
#include "guide/library.h"
#include "tests/base/cmocka-tests.h"
#include "tests/base/scratch.h"

static const char file[] = "config/disentangle/recent.yaml";

static int setup(void **state) {
  (void)state;
  scratch_make();
  setenv("DISENTANGLE_SESSIONS", scratch_path("sessions"), 1);
  return setenv("XDG_CONFIG_HOME", scratch_path("config"), 1);
}

static int teardown(void **state) {
  (void)state;
  scratch_remove();
  unsetenv("DISENTANGLE_SESSIONS");
  return unsetenv("XDG_CONFIG_HOME");
}

static void free_all(char **paths, size_t count) {
  for (size_t i = 0; i < count; i++)
    free(paths[i]);
  free(paths);
}

static void expect_count(size_t expected) {
  size_t count;
  char **paths = recent_list(&count);
  assert_int_equal(count, expected);
  free_all(paths, count);
}

static void note(const char *path) {
  scratch_write(path, "", 0);
  recent_note(scratch_path(path));
}

static void nothing_unless_asked_for(void **state) {
  (void)state;
  note("far/one.yaml");
  expect_count(0);
  assert_int_not_equal(access(scratch_path("config"), F_OK), 0);
}

static void the_last_one_first_and_once(void **state) {
  (void)state;
  struct stat info;
  umask(0);
  assert_true(recent_begin(NULL));
  umask(022);
  assert_int_equal(stat(scratch_path(file), &info), 0);
  assert_int_equal(info.st_mode & 0777, 0600);
  expect_count(0);
  note("far/one.yaml");
  note("far/two.yaml");
  note("far/one.yaml");
  recent_note(NULL);
  recent_note(scratch_path("far/missing.yaml"));
  assert_true(recent_begin(NULL)); /* keeps what there is */
  size_t count;
  char **paths = recent_list(&count);
  assert_int_equal(count, 2);
  assert_string_equal(paths[0], scratch_path("far/one.yaml"));
  assert_string_equal(paths[1], scratch_path("far/two.yaml"));
  free_all(paths, count);
}

static void no_more_than_a_handful(void **state) {
  (void)state;
  char name[32];
  assert_true(recent_begin(NULL));
  for (int i = 0; i < RECENT_KEPT + 3; i++) {
    snprintf(name, sizeof name, "far/%d.yaml", i);
    note(name);
  }
  expect_count(RECENT_KEPT);
}

/* Somebody may have written into it, or it is damaged. */
static void a_list_that_is_none(void **state) {
  (void)state;
  static const char *const texts[] = {
      "",      "sessions: 3\n", "sessions: [[1], {a: b}, relative.yaml]\n",
      "- a\n", "sessions: [\n", "\x01\x02"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    scratch_write(file, texts[i], strlen(texts[i]));
    expect_count(0);
    note("far/one.yaml");
  }
  expect_count(1);
}

static void cannot_be_begun(void **state) {
  (void)state;
  struct error err = ERROR_INIT;
  scratch_write("config", "a file", 6);
  assert_false(recent_begin(&err));
  assert_non_null(err.message);
  error_release(&err);
}

/* Those of other folders are among the sessions that can be gone on with, once each. */
static void the_library_has_them(void **state) {
  (void)state;
  assert_true(recent_begin(NULL));
  note("sessions/here.yaml");
  note("far/away.yaml");
  note("far/locked.yaml.age");
  note("far/gone.yaml");
  note("far/not-a-session.txt");
  unlink(scratch_path("far/gone.yaml"));
  size_t count, far = 0;
  struct library_entry *entries = library_list(NULL, &count);
  assert_int_equal(count, 3);
  for (size_t i = 0; i < count; i++) {
    if (strcmp(entries[i].name, "here") == 0)
      continue;
    far++;
    assert_non_null(strstr(entries[i].name, entries[i].locked ? "/far/locked" : "/far/away"));
    assert_null(strstr(entries[i].name, ".yaml"));
  }
  assert_int_equal(far, 2);
  library_free(entries, count);
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, setup, teardown)
  const struct CMUnitTest tests[] = {
      TEST(nothing_unless_asked_for), TEST(the_last_one_first_and_once),
      TEST(no_more_than_a_handful),   TEST(a_list_that_is_none),
      TEST(cannot_be_begun),          TEST(the_library_has_them),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
