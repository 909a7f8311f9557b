/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Replacing a file that others write, too, on a disk without locks. Waiting is counted, not done.
 */
#include <config.h>

#include "base/file-guard.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"
#include "cmocka-tests.h"
#include "scratch.h"

static int pauses, given_back_after; /* 0: never */
static struct error err;

int __wrap_nanosleep(const struct timespec *wanted, struct timespec *left);
int __wrap_nanosleep(const struct timespec *wanted, struct timespec *left) {
  (void)left;
  assert_true(wanted->tv_sec == 0 && wanted->tv_nsec > 0);
  if (++pauses == given_back_after)
    unlink(scratch_path("s.saving"));
  return 0;
}

static int set_up(void **state) {
  (void)state;
  scratch_make();
  scratch_write("s", "old", 3);
  pauses = given_back_after = 0;
  err = (struct error)ERROR_INIT;
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  scratch_remove();
  error_release(&err);
  return 0;
}

/* --- the question right before -----------------------------------------------------------------*/

struct asked {
  int times;
  bool answer, was_guarded, was_written;
};

static bool answer(void *context) {
  struct asked *asked = context;
  asked->times++;
  asked->was_guarded = file_exists(scratch_path("s.saving"));
  asked->was_written = scratch_count("") >= 2; /* the temporary file is there */
  errno = ENOSPC;
  return asked->answer;
}

static bool replace(struct asked *asked, bool is_alone) {
  const struct file_check check = {answer, asked, is_alone};
  return file_replace_checked(scratch_path("s"), "new", 3, true, &check, &err);
}

static void test_asks_once_and_replaces(void **state) {
  (void)state;
  for (int is_alone = 0; is_alone < 2; is_alone++) {
    struct asked asked = {.answer = true};
    assert_true(replace(&asked, is_alone));
    assert_int_equal(asked.times, 1);
    assert_true(asked.was_written);
    assert_int_equal(asked.was_guarded, !is_alone);
    assert_true(scratch_holds("s", "new"));
    assert_int_equal(scratch_count(""), 2); /* and the one before */
  }
}

static void test_leaves_what_is_not_as_thought(void **state) {
  (void)state;
  for (int is_alone = 0; is_alone < 2; is_alone++) {
    struct asked asked = {.answer = false};
    assert_false(replace(&asked, is_alone));
    assert_int_equal(asked.times, 1);
    assert_non_null(strstr(err.message, "the disk is full"));
    assert_true(scratch_holds("s", "old"));
    assert_int_equal(scratch_count(""), 1); /* nothing is left lying about */
  }
}

/* --- one at a time -----------------------------------------------------------------------------*/

static void test_waits_for_another(void **state) {
  (void)state;
  struct asked asked = {.answer = true};
  scratch_write("s.saving", "", 0);
  given_back_after = 7;
  assert_true(replace(&asked, false));
  assert_int_equal(pauses, 7);
  assert_true(scratch_holds("s", "new"));
  assert_false(file_exists(scratch_path("s.saving")));
}

static void test_does_not_wait_for_ever(void **state) {
  (void)state;
  struct asked asked = {.answer = true};
  scratch_write("s.saving", "", 0);
  assert_false(replace(&asked, false));
  assert_in_range(pauses, 100, 300);
  assert_int_equal(asked.times, 0);
  assert_true(scratch_holds("s", "old"));
  assert_true(file_exists(scratch_path("s.saving"))); /* it is not ours */
  assert_int_equal(scratch_count(""), 2);
}

int __real_unlinkat(int folder, const char *name, int flags);
int __wrap_unlinkat(int folder, const char *name, int flags);
static int unlinks_that_fail;
int __wrap_unlinkat(int folder, const char *name, int flags) {
  if (strstr(name, ".saving") && unlinks_that_fail > 0) {
    unlinks_that_fail--;
    errno = EIO;
    return -1;
  }
  return __real_unlinkat(folder, name, flags);
}

/* One that could not be removed keeps others out, but not us. */
static void test_what_could_not_be_removed_is_ours(void **state) {
  (void)state;
  struct asked asked = {.answer = true};
  unlinks_that_fail = 2;
  assert_true(replace(&asked, false));
  assert_true(file_exists(scratch_path("s.saving")));
  assert_true(replace(&asked, false));
  assert_true(file_exists(scratch_path("s.saving")));
  assert_true(replace(&asked, false));
  assert_int_equal(pauses, 0);
  assert_false(file_exists(scratch_path("s.saving")));
  scratch_write("s.saving", "", 0); /* another's */
  assert_false(replace(&asked, false));
  assert_true(pauses > 0);
}

/* Not even a link is followed, and a folder is no reason to wait. */
static void test_other_reasons(void **state) {
  (void)state;
  int folder = open(scratch_path("s"), O_RDONLY); /* no folder */
  assert_false(guard_take(folder, "s"));
  assert_int_equal(errno, ENOTDIR);
  assert_int_equal(pauses, 0);
  close(folder);
  struct asked asked = {.answer = true};
  assert_int_equal(symlink("elsewhere", scratch_path("s.saving")), 0);
  assert_false(replace(&asked, false));
  assert_false(file_exists(scratch_path("elsewhere")));
}

/* --- what a killed program left
 * -----------------------------------------------------------------*/

static void make(const char *name, int64_t age_seconds) {
  struct stat info;
  scratch_write(name, "", 0);
  assert_int_equal(stat(scratch_path(name), &info), 0);
  struct timespec times[2] = {{info.st_mtim.tv_sec - age_seconds, 0},
                              {info.st_mtim.tv_sec - age_seconds, 0}};
  assert_int_equal(utimensat(AT_FDCWD, scratch_path(name), times, 0), 0);
}

static void expect_swept(void (*sweep)(const char *path), int64_t age_seconds, bool expected) {
  static const char *const names[] = {"s.saving", ".s.abcdefghijkl.tmp"};
  for (size_t i = 0; i < 2; i++) {
    make(names[i], age_seconds);
    sweep(scratch_path("s"));
    assert_int_equal(!file_exists(scratch_path(names[i])), expected);
    unlink(scratch_path(names[i]));
    assert_int_equal(scratch_count(""), 1);
  }
}

static void test_sweeping(void **state) {
  (void)state;
  expect_swept(file_sweep, 0, true);
  expect_swept(file_sweep_old, 0, false);
  expect_swept(file_sweep_old, 30, false);
  expect_swept(file_sweep_old, 3600, true);
  expect_swept(file_sweep_old, -3600, true); /* the clock jumped back since */
  file_sweep_old(scratch_path("none/s"));
  assert_int_equal(symlink("nowhere", scratch_path("link")), 0);
  file_sweep_old(scratch_path("link"));
  make("s.saving.yaml", 3600); /* not ours */
  make(".t.abcdefghijkl.tmp", 3600);
  file_sweep_old(scratch_path("s"));
  assert_int_equal(scratch_count(""), 4);
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(test_asks_once_and_replaces),
      TEST(test_leaves_what_is_not_as_thought),
      TEST(test_waits_for_another),
      TEST(test_does_not_wait_for_ever),
      TEST(test_other_reasons),
      TEST(test_sweeping),
      TEST(test_what_could_not_be_removed_is_ours),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
