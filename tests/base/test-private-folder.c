/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/private-folder.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"
#include "cmocka-tests.h"
#include "scratch.h"

static int set_up(void **state) {
  (void)state;
  umask(022);
  scratch_make();
  scratch_write("run/other", "", 0);
  setenv("XDG_RUNTIME_DIR", scratch_path("run"), 1);
  setenv("DISENTANGLE_SESSIONS", scratch_path("sessions"), 1);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  umask(022);
  unsetenv("XDG_RUNTIME_DIR");
  unsetenv("DISENTANGLE_SESSIONS");
  scratch_remove();
  return 0;
}

static void test_is_private_under_any_umask(void **state) {
  (void)state;
  static const mode_t masks[] = {0, 022, 077};
  for (size_t i = 0; i < sizeof masks / sizeof *masks; i++) {
    struct private_folder folder;
    struct stat info;
    umask(masks[i]);
    assert_true(private_folder_make(&folder, NULL));
    assert_int_equal(stat(folder.path, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0700);
    assert_int_equal(strncmp(folder.path, scratch_path("run/"), strlen(scratch_path("run/"))), 0);
    private_folder_remove(&folder);
    assert_int_equal(scratch_count("run"), 1);
  }
}

static void test_without_a_place_in_memory(void **state) {
  (void)state;
  struct private_folder folder;
  unsetenv("XDG_RUNTIME_DIR");
  assert_true(private_folder_make(&folder, NULL));
  assert_int_equal(scratch_count("sessions"), 1);
  private_folder_remove(&folder);
  assert_int_equal(scratch_count("sessions"), 0);
}

static void test_cannot_be_made(void **state) {
  (void)state;
  struct private_folder folder;
  struct error err = ERROR_INIT;
  setenv("XDG_RUNTIME_DIR", scratch_path("missing"), 1);
  assert_false(private_folder_make(&folder, &err));
  assert_non_null(strstr(err.message, "cannot make a folder for the text"));
  assert_null(folder.path);
  error_release(&err);
}

/* Links are removed, not followed. */
static void test_goes_with_all_that_is_in_it(void **state) {
  (void)state;
  struct private_folder folder;
  assert_true(private_folder_make(&folder, NULL));
  char *inside = path_join(folder.path, "a/b");
  assert_true(file_make_folder(inside, NULL));
  char *text = path_join(inside, ".text.swp"), *link = path_join(inside, "link");
  assert_true(file_write_new(text, "x", 1, false, NULL));
  assert_int_equal(symlink(scratch_path("run/other"), link), 0);
  private_folder_remove(&folder);
  assert_int_equal(scratch_count("run"), 1); /* what is not ours */
  assert_true(file_exists(scratch_path("run/other")));
  free(inside);
  free(text);
  free(link);
}

/* One that is in use has a lock, which dies with its programs. */
static void test_sweeping(void **state) {
  (void)state;
  struct private_folder folder;
  scratch_write("run/disentangle-abcdef/text.txt", "left", 4);
  scratch_write("sessions/disentangle-ABC123/.text.txt.swp", "left", 4);
  scratch_write("run/disentangle-abcdefg/text.txt", "another's", 9);
  scratch_write("run/disentangle-fghijk", "a file", 6);
  assert_int_equal(symlink("disentangle-abcdefg", scratch_path("run/disentangle-lmnopq")), 0);
  assert_true(private_folder_make(&folder, NULL));
  assert_int_equal(private_folder_sweep(), 2);
  assert_false(file_exists(scratch_path("run/disentangle-abcdef")));
  assert_false(file_exists(scratch_path("sessions/disentangle-ABC123")));
  assert_true(file_exists(folder.path));
  assert_true(scratch_holds("run/disentangle-abcdefg/text.txt", "another's"));
  assert_true(scratch_holds("run/disentangle-fghijk", "a file"));
  private_folder_remove(&folder);
  unsetenv("XDG_RUNTIME_DIR");
  assert_int_equal(private_folder_sweep(), 0);
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(test_is_private_under_any_umask),
      TEST(test_without_a_place_in_memory),
      TEST(test_cannot_be_made),
      TEST(test_goes_with_all_that_is_in_it),
      TEST(test_sweeping),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
