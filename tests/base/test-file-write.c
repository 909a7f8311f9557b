/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New files beside others, whoever else writes there; and names that somebody has laid a trap
 * under. */
#include <config.h>

#include "base/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "cmocka-tests.h"
#include "scratch.h"

static struct error err;

static int set_up(void **state) {
  (void)state;
  umask(022);
  err = (struct error)ERROR_INIT;
  scratch_make();
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  umask(022);
  error_release(&err);
  scratch_remove();
  return 0;
}

/* --- beside ------------------------------------------------------------------------------------*/

static void expect_beside(const char *path, const char *text, const char *expected) {
  char *beside = file_write_beside(path, "kept", ".yaml", text, strlen(text), &err);
  assert_non_null(beside);
  assert_string_equal(beside, expected);
  free(beside);
}

static void test_numbers_count_up(void **state) {
  (void)state;
  expect_beside(scratch_path("s"), "one", scratch_path("s.kept-1.yaml"));
  expect_beside(scratch_path("s"), "two", scratch_path("s.kept-2.yaml"));
  unlink(scratch_path("s.kept-1.yaml"));
  expect_beside(scratch_path("s"), "three", scratch_path("s.kept-1.yaml"));
  assert_true(scratch_holds("s.kept-1.yaml", "three"));
  assert_true(scratch_holds("s.kept-2.yaml", "two"));
  assert_int_equal(scratch_count(""), 2); /* no temporary file */
}

static void test_mode_under_any_umask(void **state) {
  (void)state;
  static const mode_t masks[] = {0, 022, 077, 0777};
  for (size_t i = 0; i < sizeof masks / sizeof *masks; i++) {
    struct stat info;
    umask(masks[i]);
    char *beside = file_write_beside(scratch_path("s"), "kept", "", "text", 4, &err);
    assert_int_equal(stat(beside, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0600);
    free(beside);
  }
}

static void test_path_without_a_folder(void **state) {
  (void)state;
  char before[4096];
  assert_non_null(getcwd(before, sizeof before));
  assert_int_equal(chdir(scratch_path("")), 0);
  expect_beside("s", "text", "s.kept-1.yaml");
  assert_int_equal(chdir(before), 0);
  assert_true(scratch_holds("s.kept-1.yaml", "text"));
}

/* Beside what the link leads to, under its name. */
static void test_beside_a_link(void **state) {
  (void)state;
  scratch_write("real/s", "", 0);
  assert_int_equal(symlink("real/s", scratch_path("link")), 0);
  char *beside = file_write_beside(scratch_path("link"), "kept", "", "text", 4, &err);
  assert_non_null(beside);
  assert_true(scratch_holds("real/s.kept-1", "text"));
  free(beside);
}

static void test_cannot_be_written(void **state) {
  (void)state;
  assert_null(file_write_beside(scratch_path("no/s"), "kept", "", "text", 4, &err));
  assert_non_null(strstr(err.message, "its folder is gone"));
  assert_int_equal(symlink("nowhere", scratch_path("link")), 0);
  assert_null(file_write_beside(scratch_path("link"), "kept", "", "text", 4, &err));
  assert_int_equal(scratch_count(""), 1);
}

/* Each of several programs gets a file of its own. */
enum { PROGRAMS = 4, FILES = 25 };

static void test_never_in_the_place_of_another(void **state) {
  (void)state;
  for (int program = 0; program < PROGRAMS; program++)
    if (fork() == 0) {
      bool done = true;
      for (int i = 0; i < FILES && done; i++) {
        char text[32];
        snprintf(text, sizeof text, "%d %d", program, i);
        char *beside = file_write_beside(scratch_path("f/s"), "kept", "", text, strlen(text), NULL);
        done = beside != NULL;
        free(beside);
      }
      _exit(!done);
    }
  for (int program = 0; program < PROGRAMS; program++) {
    int status;
    assert_true(wait(&status) > 0);
    assert_int_equal(status, 0);
  }
  assert_int_equal(scratch_count("f"), PROGRAMS * FILES + 1);
}

static int set_up_folder(void **state) {
  set_up(state);
  scratch_write("f/.keep", "", 0);
  return 0;
}

/* --- traps -------------------------------------------------------------------------------------*/

/* Links that lead elsewhere, under every name that is written. */
static void test_no_link_is_followed(void **state) {
  (void)state;
  static const char *const names[] = {"s~", "s.lock", "s.saving", "s.kept-1", "s.kept-2"};
  scratch_write("s", "old", 3);
  scratch_write("precious", "precious", 8);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    assert_int_equal(symlink("precious", scratch_path(names[i])), 0);
  assert_true(file_replace(scratch_path("s"), "new", 3, true, &err));
  assert_true(scratch_holds("s~", "old"));
  struct lock lock;
  assert_int_equal(lock_take(&lock, scratch_path("s")), LOCK_UNSUPPORTED);
  char *beside = file_write_beside(scratch_path("s"), "kept", "", "ours", 4, &err);
  assert_string_equal(beside, scratch_path("s.kept-3"));
  assert_false(file_write_new(scratch_path("s.kept-1"), "ours", 4, false, &err));
  assert_true(scratch_holds("precious", "precious"));
  free(beside);
}

/* --- there or not ------------------------------------------------------------------------------*/

static void test_absent_for_sure(void **state) {
  (void)state;
  scratch_write("f", "", 0);
  assert_false(file_is_absent(scratch_path("f")));
  assert_false(file_is_absent(scratch_path("")));
  assert_true(file_is_absent(scratch_path("none")));
  assert_true(file_is_absent(scratch_path("no/folder")));
  assert_int_equal(symlink("nowhere", scratch_path("dangling")), 0);
  assert_true(file_is_absent(scratch_path("dangling")));
  assert_false(file_is_absent(scratch_path("f/below"))); /* out of reach is not absent */
  assert_int_equal(symlink("loop", scratch_path("loop")), 0);
  assert_false(file_is_absent(scratch_path("loop")));
}

static void test_private_or_not(void **state) {
  (void)state;
  scratch_write("f", "", 0);
  chmod(scratch_path("f"), 0600);
  assert_true(file_is_private(scratch_path("f")));
  assert_true(file_is_private(scratch_path("none")));
  for (mode_t bit = 1; bit <= 0040; bit <<= 1) {
    chmod(scratch_path("f"), 0600 | bit);
    assert_false(file_is_private(scratch_path("f")));
  }
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(test_numbers_count_up),
      TEST(test_mode_under_any_umask),
      TEST(test_path_without_a_folder),
      TEST(test_beside_a_link),
      TEST(test_cannot_be_written),
      cmocka_unit_test_setup_teardown(test_never_in_the_place_of_another, set_up_folder, tear_down),
      TEST(test_no_link_is_followed),
      TEST(test_absent_for_sure),
      TEST(test_private_or_not),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
