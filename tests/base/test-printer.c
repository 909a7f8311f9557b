/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/printer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/error.h"
#include "cmocka-tests.h"
#include "scratch.h"

static char *path_before;
static const struct printer_job job = {
    .printer = "upstairs", .title = "A summary; rm", .media = "A4"};

static int set_up(void **state) {
  (void)state;
  scratch_make();
  path_before = strdup(getenv("PATH"));
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  setenv("PATH", path_before, 1);
  free(path_before);
  scratch_remove();
  return 0;
}

/* A program of our own, before those that it needs in the PATH. */
static void make_program(const char *name, const char *script) {
  char path[4096];
  scratch_write(name, script, strlen(script));
  assert_int_equal(chmod(scratch_path(name), 0700), 0);
  snprintf(path, sizeof path, "/nowhere:%s:%s", scratch_path("bin"), path_before);
  setenv("PATH", path, 1);
}

static void hands_over_all_bytes(void **state) {
  (void)state;
  enum { COUNT = 200000 };
  char script[4096], *bytes = malloc(COUNT);
  size_t count;
  memset(bytes, 'x', COUNT);
  snprintf(script, sizeof script, "#!/bin/sh\ncat >%s\n", scratch_path("printed"));
  make_program("bin/lp", script);
  assert_true(printer_available());
  assert_true(printer_print(&job, bytes, COUNT, NULL));
  char *printed = scratch_read("printed", &count);
  assert_int_equal(count, COUNT);
  assert_memory_equal(printed, bytes, COUNT);
  free(printed);
  free(bytes);
}

static void tells_what_lp_said(void **state) {
  (void)state;
  struct error err = ERROR_INIT;
  make_program("bin/lp",
               "#!/bin/sh\nprintf 'lp: \\033[31mno default\\ndestination\\n' >&2\nexit 1\n");
  assert_false(printer_print(&job, "a", 1, &err));
  assert_string_equal(err.message, "not printed: lp: <U+001B>[31mno default destination");
  error_release(&err);
}

static void says_where_and_on_what(void **state) {
  (void)state;
  struct error err = ERROR_INIT;
  make_program("bin/lp", "#!/bin/sh\nfor word; do printf '<%s>' \"$word\"; done\nexit 1\n");
  assert_false(printer_print(&job, "a", 1, &err));
  assert_string_equal(err.message, "not printed: <-d><upstairs><-t><A summary; rm><-o><media=A4>");
  error_release(&err);
  assert_false(printer_print(&(struct printer_job){0}, "a", 1, &err));
  assert_int_equal(strncmp(err.message, "not printed: ", 13), 0);
  error_release(&err);
}

static void lists_the_printers(void **state) {
  (void)state;
  size_t count;
  make_program("bin/lpstat", "#!/bin/sh\ntest \"$*\" = -e && printf 'upstairs\\nfront-desk\\n'\n");
  char **names = printer_list(&count);
  assert_int_equal(count, 2);
  assert_string_equal(names[0], "upstairs");
  assert_string_equal(names[1], "front-desk");
  free(names[0]);
  free(names[1]);
  free(names);
  make_program("bin/lpstat", "#!/bin/sh\necho 'lpstat: no scheduler' >&2\nexit 1\n");
  assert_null(printer_list(&count));
  assert_int_equal(count, 0);
}

static void without_lp(void **state) {
  (void)state;
  struct error err = ERROR_INIT;
  setenv("PATH", scratch_path("empty"), 1);
  assert_false(printer_available());
  assert_false(printer_print(&job, "a", 1, &err));
  assert_int_equal(strncmp(err.message, "not printed: ", 13), 0);
  assert_true(strlen(err.message) > 13);
  error_release(&err);
  unsetenv("PATH");
  assert_false(printer_available());
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(hands_over_all_bytes, set_up, tear_down),
      cmocka_unit_test_setup_teardown(tells_what_lp_said, set_up, tear_down),
      cmocka_unit_test_setup_teardown(says_where_and_on_what, set_up, tear_down),
      cmocka_unit_test_setup_teardown(lists_the_printers, set_up, tear_down),
      cmocka_unit_test_setup_teardown(without_lp, set_up, tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
