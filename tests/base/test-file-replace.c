/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "cmocka-tests.h"
#include "scratch.h"
#include "system-calls.h"

static struct error err;

static int set_up(void **state) {
  (void)state;
  memset(&system_calls, 0, sizeof system_calls);
  strbuf_init(&system_calls.log);
  system_calls.fail_count = 1;
  system_calls.flushed_badly = -1;
  err = (struct error)ERROR_INIT;
  umask(022);
  scratch_make();
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  umask(022);
  strbuf_release(&system_calls.log);
  error_release(&err);
  scratch_remove();
  return 0;
}

static bool replace(const char *name, const char *text, bool keep_previous) {
  system_calls_start();
  bool done = file_replace(scratch_path(name), text, strlen(text), keep_previous, &err);
  system_calls.watching = false;
  return done;
}

static void assert_error_has(const char *part) {
  assert_non_null(err.message);
  if (!strstr(err.message, part))
    fail_msg("'%s' is not in '%s'", part, err.message);
}

static mode_t mode_of(const char *path) {
  struct stat info;
  assert_int_equal(stat(scratch_path(path), &info), 0);
  return info.st_mode & 0777;
}

static void test_new_file(void **state) {
  (void)state;
  assert_true(replace("s.yaml", "first", true));
  assert_true(scratch_holds("s.yaml", "first"));
  assert_int_equal(scratch_count(""), 1);
  assert_null(err.message);
}

static void test_keeps_one_previous(void **state) {
  (void)state;
  assert_true(replace("s.yaml", "1", true));
  assert_true(replace("s.yaml", "2", true));
  assert_true(replace("s.yaml", "3", true));
  assert_true(scratch_holds("s.yaml", "3"));
  assert_true(scratch_holds("s.yaml~", "2"));
  assert_int_equal(scratch_count(""), 2);
}

/* When only the previous one is there it is all there is. */
static void test_keeps_a_lone_previous(void **state) {
  (void)state;
  scratch_write("s~", "old", 3);
  system_calls.fail_from = 7;
  system_calls.fails_with = EIO;
  assert_false(replace("s", "new", true));
  assert_string_equal(system_calls.failed, "rename");
  assert_true(scratch_holds("s~", "old"));
  system_calls.fail_from = 0;
  assert_true(replace("s", "new", true));
  assert_true(scratch_holds("s~", "old"));
  assert_true(scratch_holds("s", "new"));
}

static void test_keeps_no_previous(void **state) {
  (void)state;
  assert_true(replace("s.yaml", "1", false));
  assert_true(replace("s.yaml", "2", false));
  assert_true(scratch_holds("s.yaml", "2"));
  assert_int_equal(scratch_count(""), 1);
}

static void test_empty_and_large(void **state) {
  (void)state;
  assert_true(replace("s", "", false));
  assert_true(scratch_holds("s", ""));
  char *text = malloc(3000001);
  memset(text, 'x', 3000000);
  text[3000000] = '\0';
  assert_true(replace("s", text, false));
  assert_true(scratch_holds("s", text));
  free(text);
}

static void test_order_of_calls(void **state) {
  (void)state;
  scratch_write("s", "old", 3);
  assert_true(replace("s", "new", true));
  assert_string_equal(system_calls.log.text,
                      " open openat fchmod write fsync-file link-old rename fsync-file"
                      " fsync-folder close close");
  assert_true(replace("s", "next", true));
  assert_string_equal(system_calls.log.text,
                      " open openat fchmod write fsync-file link-old unlinkat link-old rename"
                      " fsync-file fsync-folder close close");
  system_calls.no_links = true;
  assert_true(replace("s", "newest", true));
  assert_string_equal(system_calls.log.text,
                      " open openat fchmod write fsync-file link-old rename-old rename"
                      " fsync-file fsync-folder close close");
  assert_true(scratch_holds("s~", "next"));
  assert_true(replace("s", "newer", false));
  assert_string_equal(system_calls.log.text,
                      " open openat fchmod write fsync-file rename fsync-file"
                      " fsync-folder close close");
}

static void test_mode_under_any_umask(void **state) {
  (void)state;
  static const mode_t masks[] = {0, 022, 077, 0777};
  for (size_t i = 0; i < 4; i++) {
    scratch_write("s", "old", 3);
    assert_int_equal(chmod(scratch_path("s"), 0644), 0);
    umask(masks[i]);
    assert_true(replace("s", "new", true));
    umask(022);
    assert_int_equal(mode_of("s"), 0600);
  }
}

static void test_short_writes(void **state) {
  (void)state;
  system_calls.write_little = true;
  assert_true(replace("s", "a text of more than five bytes", false));
  assert_true(scratch_holds("s", "a text of more than five bytes"));
}

static void test_interrupted_write_goes_on(void **state) {
  (void)state;
  system_calls.fail_from = 4;
  system_calls.fails_with = EINTR;
  assert_true(replace("s", "text", false));
  assert_string_equal(system_calls.failed, "write");
  assert_true(scratch_holds("s", "text"));
}

static void test_folder_that_cannot_be_flushed(void **state) {
  (void)state;
  system_calls.fail_from = 8;
  system_calls.fails_with = EINVAL;
  assert_true(replace("s", "text", false));
  assert_string_equal(system_calls.failed, "fsync-folder");
}

static void test_mode_that_cannot_be_set(void **state) {
  (void)state;
  system_calls.fail_from = 3;
  system_calls.fails_with = EPERM;
  assert_true(replace("s", "text", false));
  assert_string_equal(system_calls.failed, "fchmod");
}

static void test_random_name_taken(void **state) {
  (void)state;
  system_calls.fail_from = 2;
  system_calls.fail_count = 3;
  system_calls.fails_with = EEXIST;
  assert_true(replace("s", "text", false));
  system_calls.fail_count = 1000;
  assert_false(replace("s", "text", false));
  assert_error_has("it exists already");
}

static size_t count_of(const char *text, const char *part) {
  size_t count = 0;
  while ((text = strstr(text, part))) {
    count++;
    text++;
  }
  return count;
}

static size_t open_descriptors(void) {
  size_t count = 0;
  for (int fd = 0; fd < 200; fd++)
    count += fcntl(fd, F_GETFD) != -1;
  return count;
}

/* Whatever fails: a whole file is at its place, old or new; nothing is left lying about; and what
 * is said is true. */
static void check_after_fault(bool done, bool keep_previous) {
  bool is_old = scratch_holds("s", "the old contents");
  bool is_new = scratch_holds("s", "the new contents");
  const char *failed = system_calls.failed ? system_calls.failed : "nothing";
  assert_true(is_old || is_new);
  assert_true(!done || is_new);
  bool took_old_for_absent = (!strcmp(failed, "link-old") || !strcmp(failed, "rename-old")) &&
                             system_calls.fails_with == ENOENT;
  assert_int_equal(scratch_count(""), 1 + (keep_previous && is_new && !took_old_for_absent));
  assert_true(count_of(system_calls.log.text, "fsync") <= 3);
  assert_false(system_calls.flushed_again);
  if (done)
    return;
  assert_error_has(is_new ? "cannot be sure that '" : "cannot save '");
  assert_error_has("save elsewhere");
  if (is_new)
    assert_true(!strncmp(failed, "fsync", 5) || !strcmp(failed, "close"));
}

/* Makes one call after the other fail until there is none left; returns how many there were. */
static int fail_each_call(int fails_with, bool keep_previous, bool write_little) {
  system_calls.fails_with = fails_with;
  for (int call = 1;; call++) {
    system_calls.fail_from = 0;
    system_calls.write_little = false;
    unlink(scratch_path("s~"));
    assert_true(replace("s", "the old contents", false));
    size_t open_before = open_descriptors();
    system_calls.fail_from = call;
    system_calls.write_little = write_little;
    error_release(&err);
    bool done = replace("s", "the new contents", keep_previous);
    check_after_fault(done, keep_previous);
    assert_int_equal(open_descriptors(), open_before);
    if (!system_calls.failed)
      return call - 1;
  }
}

static void test_every_call_fails(void **state) {
  (void)state;
  static const int reasons[] = {ENOSPC, EIO, EDQUOT, EROFS, ENODEV, EACCES, ENOENT, EFBIG};
  for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++) {
    assert_int_equal(fail_each_call(reasons[i], false, false), 10);
    assert_int_equal(fail_each_call(reasons[i], true, false), 11);
    assert_int_equal(fail_each_call(reasons[i], true, true), 14); /* 16 bytes are four writes */
    system_calls.no_links = true;
    assert_int_equal(fail_each_call(reasons[i], true, false), 12);
    system_calls.no_links = false;
  }
}

static void test_what_is_said(void **state) {
  (void)state;
  static const struct {
    int reason;
    const char *words;
  } sayings[] = {
      {ENOSPC, "the disk is full; delete something there or save elsewhere"},
      {EDQUOT, "the disk is full"},
      {EROFS, "the disk is read-only; save elsewhere"},
      {EACCES, "you are not allowed to write in that folder; save elsewhere"},
      {EPERM, "you are not allowed"},
      {EIO, "the disk has a fault or was pulled out"},
      {ENXIO, "the disk has a fault or was pulled out"},
      {ENOENT, "its folder is gone"},
      {EFBIG, "the file would be too large; save elsewhere"},
  };
  for (size_t i = 0; i < sizeof sayings / sizeof *sayings; i++) {
    system_calls.fail_from = 4;
    system_calls.fails_with = sayings[i].reason;
    assert_false(replace("s", "text", false));
    assert_error_has(sayings[i].words);
    assert_int_equal(scratch_count(""), 0);
  }
}

static void test_put_back_fails_too(void **state) {
  (void)state;
  scratch_write("s", "old", 3);
  system_calls.no_links = true;
  system_calls.fail_from = 8; /* the second rename, and putting the old file back */
  system_calls.fail_count = 2;
  system_calls.fails_with = EIO;
  assert_false(replace("s", "new", true));
  assert_string_equal(system_calls.failed, "rename");
  assert_error_has("what it held before is in '");
  assert_error_has("/s~'");
  assert_true(scratch_holds("s~", "old"));
  assert_int_equal(scratch_count(""), 1);
}

static void test_folder_in_its_place(void **state) {
  (void)state;
  assert_int_equal(mkdir(scratch_path("s"), 0700), 0);
  assert_false(replace("s", "text", true));
  assert_error_has("it is a folder");
  assert_true(file_is_folder(scratch_path("s")));
  assert_int_equal(mkfifo(scratch_path("p"), 0600), 0);
  assert_false(replace("p", "text", true));
  assert_int_equal(scratch_count(""), 2);
}

static void test_no_such_folder(void **state) {
  (void)state;
  assert_false(replace("none/s", "text", true));
  assert_error_has("its folder is gone");
  assert_false(file_replace(scratch_path("none/s"), "", 0, true, NULL));
}

static void test_link_stays_a_link(void **state) {
  (void)state;
  scratch_write("real/s", "old", 3);
  assert_int_equal(symlink("real/s", scratch_path("link")), 0);
  assert_true(replace("link", "new", true));
  assert_true(scratch_holds("real/s", "new"));
  assert_true(scratch_holds("real/s~", "old"));
  struct stat info;
  assert_int_equal(lstat(scratch_path("link"), &info), 0);
  assert_true(S_ISLNK(info.st_mode));
  assert_int_equal(symlink("nowhere", scratch_path("lost")), 0);
  assert_false(replace("lost", "new", true));
}

static void test_path_without_folder(void **state) {
  (void)state;
  char before[4096];
  assert_non_null(getcwd(before, sizeof before));
  assert_int_equal(chdir(scratch_path("")), 0);
  assert_true(file_replace("s", "text", 4, true, &err));
  assert_true(scratch_holds("s", "text"));
  assert_int_equal(chdir(before), 0);
}

static void test_sweep(void **state) {
  (void)state;
  static const char *const stay[] = {"s.yaml",
                                     "s.yaml~",
                                     "s.yaml.lock",
                                     ".s.yaml.tmp",
                                     ".s.yaml.short.tmp",
                                     ".s.yaml.abcdefghijklm.tmp",
                                     ".t.yaml.abcdefghijkl.tmp",
                                     "s.yaml.abcdefghijkl.tmp",
                                     ".s.yamlxabcdefghijkl.tmp",
                                     ".s.yaml.abcdefghijkl.tmq"};
  size_t count = sizeof stay / sizeof *stay;
  for (size_t i = 0; i < count; i++)
    scratch_write(stay[i], "", 0);
  scratch_write(".s.yaml.abcdefghijkl.tmp", "", 0);
  scratch_write(".s.yaml.012345aaaaaa.tmp", "", 0);
  file_sweep(scratch_path("s.yaml"));
  assert_int_equal(scratch_count(""), count);
  for (size_t i = 0; i < count; i++)
    assert_true(file_exists(scratch_path(stay[i])));
  file_sweep(scratch_path("none/s.yaml"));
}

static void test_sweep_finds_what_a_fault_left(void **state) {
  (void)state;
  system_calls.fail_from = 5; /* the first fsync, the removal, and all that follows */
  system_calls.fail_count = 100;
  system_calls.fails_with = EIO;
  assert_false(replace("s", "text", true));
  assert_int_equal(scratch_count(""), 1);
  file_sweep(scratch_path("s"));
  assert_int_equal(scratch_count(""), 0);
}

/* Documents are written through the same calls. */
static void test_write_new_every_call_fails(void **state) {
  (void)state;
  for (int may_replace = 0; may_replace < 2; may_replace++)
    for (int call = 1; call < 20; call++) {
      unlink(scratch_path("s"));
      if (may_replace)
        scratch_write("s", "the old contents", 16);
      system_calls.fail_from = call;
      system_calls.fails_with = ENOSPC;
      system_calls_start();
      bool done = file_write_new(scratch_path("s"), "the new contents", 16, may_replace, &err);
      system_calls.watching = false;
      if (done)
        assert_true(scratch_holds("s", "the new contents"));
      else if (may_replace)
        assert_true(scratch_holds("s", "the old contents"));
      assert_int_equal(scratch_count(""), done || may_replace);
      if (!done)
        assert_error_has("cannot write '");
    }
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(test_new_file),
      TEST(test_keeps_one_previous),
      TEST(test_keeps_a_lone_previous),
      TEST(test_keeps_no_previous),
      TEST(test_empty_and_large),
      TEST(test_order_of_calls),
      TEST(test_mode_under_any_umask),
      TEST(test_short_writes),
      TEST(test_interrupted_write_goes_on),
      TEST(test_folder_that_cannot_be_flushed),
      TEST(test_mode_that_cannot_be_set),
      TEST(test_random_name_taken),
      TEST(test_every_call_fails),
      TEST(test_what_is_said),
      TEST(test_put_back_fails_too),
      TEST(test_folder_in_its_place),
      TEST(test_no_such_folder),
      TEST(test_link_stays_a_link),
      TEST(test_path_without_folder),
      TEST(test_sweep),
      TEST(test_sweep_finds_what_a_fault_left),
      TEST(test_write_new_every_call_fails),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
