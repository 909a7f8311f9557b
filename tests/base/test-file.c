/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/file.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/strbuf.h"
#include "cmocka-tests.h"
#include "scratch.h"

static struct strbuf buf;
static struct error err;

static int set_up(void **state) {
  (void)state;
  scratch_make();
  strbuf_init(&buf);
  err = (struct error)ERROR_INIT;
  umask(022);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  umask(022);
  strbuf_release(&buf);
  error_release(&err);
  scratch_remove();
  return 0;
}

static mode_t mode_of(const char *path) {
  struct stat info;
  assert_int_equal(stat(scratch_path(path), &info), 0);
  return info.st_mode & 0777;
}

static void assert_error_has(const char *part) {
  assert_non_null(err.message);
  if (!strstr(err.message, part))
    fail_msg("'%s' is not in '%s'", part, err.message);
}

static void test_read(void **state) {
  (void)state;
  scratch_write("f", "some\0bytes", 10);
  strbuf_add(&buf, "old");
  assert_true(file_read(&buf, scratch_path("f"), 100, &err));
  assert_int_equal(buf.length, 10);
  assert_memory_equal(buf.text, "some\0bytes", 11);
  assert_null(err.message);
}

static void test_read_empty(void **state) {
  (void)state;
  scratch_write("f", "", 0);
  assert_true(file_read(&buf, scratch_path("f"), 0, &err));
  assert_int_equal(buf.length, 0);
}

static void test_read_large(void **state) {
  (void)state;
  char *bytes = malloc(300000);
  for (size_t i = 0; i < 300000; i++)
    bytes[i] = (char)(i * 31 + i / 251);
  scratch_write("f", bytes, 300000);
  assert_true(file_read(&buf, scratch_path("f"), 300000, &err));
  assert_int_equal(buf.length, 300000);
  assert_memory_equal(buf.text, bytes, 300000);
  free(bytes);
}

static void test_read_limit(void **state) {
  (void)state;
  scratch_write("f", "12345", 5);
  assert_true(file_read(&buf, scratch_path("f"), 5, &err));
  assert_false(file_read(&buf, scratch_path("f"), 4, &err));
  assert_int_equal(buf.length, 0);
  assert_error_has("larger than 4 bytes");
  char *bytes = calloc(1, 5000);
  scratch_write("g", bytes, 5000);
  free(bytes);
  assert_false(file_read(&buf, scratch_path("g"), 4096, &err));
  assert_error_has("larger than 4 KiB");
}

/* Says that it has no bytes, and has some: like a file that grows while it is read. */
static void test_read_limit_of_a_file_without_size(void **state) {
  (void)state;
  if (!file_exists("/proc/self/status"))
    skip();
  assert_true(file_read(&buf, "/proc/self/status", 1 << 20, &err));
  assert_true(buf.length > 100);
  assert_false(file_read(&buf, "/proc/self/status", 100, &err));
  assert_error_has("larger than 100 bytes");
}

static void test_read_what_is_no_file(void **state) {
  (void)state;
  assert_false(file_read(&buf, scratch_path("none"), 10, &err));
  assert_error_has("cannot open '");
  assert_error_has("none': there is no such file or folder");
  assert_false(file_read(&buf, scratch_path(""), 10, &err));
  assert_error_has("not a file");
  assert_int_equal(mkfifo(scratch_path("fifo"), 0600), 0);
  assert_false(file_read(&buf, scratch_path("fifo"), 10, &err)); /* and does not wait */
  assert_error_has("not a file");
  assert_false(file_read(&buf, "/dev/zero", 10, NULL));
}

static void test_exists(void **state) {
  (void)state;
  scratch_write("f", "", 0);
  assert_true(file_exists(scratch_path("f")));
  assert_true(file_exists(scratch_path("")));
  assert_false(file_exists(scratch_path("g")));
  assert_false(file_is_folder(scratch_path("f")));
  assert_true(file_is_folder(scratch_path("")));
  assert_false(file_is_folder(scratch_path("g")));
}

static void test_stamp(void **state) {
  (void)state;
  struct file_stamp none = file_stamp(scratch_path("f"));
  assert_false(none.exists);
  assert_true(file_stamp_same(none, file_stamp(scratch_path("g"))));
  scratch_write("f", "abc", 3);
  struct file_stamp first = file_stamp(scratch_path("f"));
  assert_true(first.exists);
  assert_int_equal(first.size_bytes, 3);
  assert_false(file_stamp_same(none, first));
  assert_false(file_stamp_same(first, none));
  assert_true(file_stamp_same(first, file_stamp(scratch_path("f"))));
}

static void test_stamp_sees_every_change(void **state) {
  (void)state;
  scratch_write("f", "abc", 3);
  struct file_stamp first = file_stamp(scratch_path("f"));
  struct file_stamp later = first;
  later.modified_ns++;
  assert_false(file_stamp_same(first, later));
  scratch_write("f", "abcd", 4);
  assert_false(file_stamp_same(first, file_stamp(scratch_path("f"))));
  scratch_write("g", "abc", 3);
  assert_false(file_stamp_same(first, file_stamp(scratch_path("g"))));
}

static void test_make_folder(void **state) {
  (void)state;
  assert_true(file_make_folder(scratch_path("a/b/c"), &err));
  assert_true(file_is_folder(scratch_path("a/b/c")));
  assert_int_equal(mode_of("a"), 0700);
  assert_int_equal(mode_of("a/b/c"), 0700);
  assert_true(file_make_folder(scratch_path("a/b/c"), &err));
  assert_true(file_make_folder(scratch_path("a/b/d/"), &err));
  assert_true(file_is_folder(scratch_path("a/b/d")));
}

static void test_make_folder_under_any_umask(void **state) {
  (void)state;
  static const mode_t masks[] = {0, 022, 077, 0777};
  char name[] = "0/deep/er";
  for (size_t i = 0; i < 4; i++, name[0]++) {
    umask(masks[i]);
    assert_true(file_make_folder(scratch_path(name), &err));
    umask(022);
    assert_int_equal(mode_of(name), 0700);
  }
}

static void test_make_folder_leaves_others_alone(void **state) {
  (void)state;
  assert_int_equal(mkdir(scratch_path("open"), 0755), 0);
  assert_true(file_make_folder(scratch_path("open/inner"), &err));
  assert_int_equal(mode_of("open"), 0755);
}

static void test_make_folder_fails(void **state) {
  (void)state;
  scratch_write("f", "", 0);
  assert_false(file_make_folder(scratch_path("f"), &err));
  assert_error_has("there is a file of that name");
  assert_false(file_make_folder(scratch_path("f/g"), &err));
  assert_error_has("cannot make the folder");
  assert_false(file_make_folder("", &err));
  assert_false(file_make_folder("/proc/none/here", NULL));
}

static void test_list(void **state) {
  (void)state;
  static const char *const files[] = {"b.yaml",  "a.yaml", "C.yaml", "a.yaml~",
                                      ".x.yaml", "note",   ".yaml",  "yaml"};
  for (size_t i = 0; i < sizeof files / sizeof *files; i++)
    scratch_write(files[i], "", 0);
  size_t count;
  char **names = file_list(scratch_path(""), ".yaml", &count);
  assert_int_equal(count, 3);
  assert_string_equal(names[0], "C.yaml");
  assert_string_equal(names[1], "a.yaml");
  assert_string_equal(names[2], "b.yaml");
  for (size_t i = 0; i < count; i++)
    free(names[i]);
  free(names);
}

static void test_list_nothing(void **state) {
  (void)state;
  size_t count = 9;
  assert_null(file_list(scratch_path(""), ".yaml", &count));
  assert_int_equal(count, 0);
  count = 9;
  assert_null(file_list(scratch_path("none"), "", &count));
  assert_int_equal(count, 0);
}

static void test_write_new(void **state) {
  (void)state;
  umask(0777);
  assert_true(file_write_new(scratch_path("f"), "text", 4, false, &err));
  umask(022);
  assert_true(scratch_holds("f", "text"));
  assert_int_equal(mode_of("f"), 0600);
  assert_int_equal(scratch_count(""), 1);
}

static void test_write_new_does_not_replace(void **state) {
  (void)state;
  scratch_write("f", "old", 3);
  assert_false(file_write_new(scratch_path("f"), "text", 4, false, &err));
  assert_error_has("it exists already");
  assert_true(scratch_holds("f", "old"));
  assert_int_equal(symlink("nowhere", scratch_path("link")), 0);
  assert_false(file_write_new(scratch_path("link"), "text", 4, false, &err));
  assert_false(file_exists(scratch_path("nowhere")));
}

static void test_write_may_replace(void **state) {
  (void)state;
  assert_true(file_write_new(scratch_path("f"), "first", 5, true, &err));
  assert_true(file_write_new(scratch_path("f"), "", 0, true, &err));
  assert_true(scratch_holds("f", ""));
  assert_int_equal(mode_of("f"), 0600);
  assert_int_equal(scratch_count(""), 1);
}

static void test_write_keeps_a_link(void **state) {
  (void)state;
  scratch_write("real", "old", 3);
  assert_int_equal(symlink("real", scratch_path("link")), 0);
  assert_true(file_write_new(scratch_path("link"), "new", 3, true, &err));
  assert_true(scratch_holds("real", "new"));
  struct stat info;
  assert_int_equal(lstat(scratch_path("link"), &info), 0);
  assert_true(S_ISLNK(info.st_mode));
}

static void test_write_to_a_device(void **state) {
  (void)state;
  assert_true(file_write_new("/dev/null", "text", 4, true, &err));
  if (!file_exists("/dev/full"))
    skip();
  assert_false(file_write_new("/dev/full", "text", 4, true, &err));
  assert_error_has("cannot write '/dev/full': the disk is full");
}

static void test_write_fails(void **state) {
  (void)state;
  for (int may_replace = 0; may_replace < 2; may_replace++) {
    assert_false(file_write_new(scratch_path("no/folder"), "x", 1, may_replace, &err));
    assert_error_has("there is no such file or folder");
    assert_false(file_write_new(scratch_path(""), "x", 1, may_replace, NULL));
  }
  assert_int_equal(symlink("loop", scratch_path("loop")), 0);
  assert_false(file_write_new(scratch_path("loop"), "x", 1, true, &err));
  assert_error_has("round in a circle");
  assert_int_equal(mkdir(scratch_path("d"), 0700), 0);
  assert_false(file_write_new(scratch_path("d"), "x", 1, true, &err));
  assert_error_has("it is a folder");
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(test_read),
      TEST(test_read_empty),
      TEST(test_read_large),
      TEST(test_read_limit),
      TEST(test_read_limit_of_a_file_without_size),
      TEST(test_read_what_is_no_file),
      TEST(test_exists),
      TEST(test_stamp),
      TEST(test_stamp_sees_every_change),
      TEST(test_make_folder),
      TEST(test_make_folder_under_any_umask),
      TEST(test_make_folder_leaves_others_alone),
      TEST(test_make_folder_fails),
      TEST(test_list),
      TEST(test_list_nothing),
      TEST(test_write_new),
      TEST(test_write_new_does_not_replace),
      TEST(test_write_may_replace),
      TEST(test_write_keeps_a_link),
      TEST(test_write_to_a_device),
      TEST(test_write_fails),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
