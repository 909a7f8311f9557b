/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../base/cmocka-tests.h"
#include "../base/scratch.h"
#include "base/environment.h"
#include "base/error.h"
#include "base/strbuf.h"
#include "tui/terminal.h"
#include "walk.h"

static void expect_words(const char *setting, const char *const *expected) {
  char **words = terminal_split_words(setting);
  if (!expected) {
    assert_null(words);
    return;
  }
  assert_non_null(words);
  size_t i = 0;
  for (; expected[i]; i++) {
    assert_non_null(words[i]);
    assert_string_equal(words[i], expected[i]);
  }
  assert_null(words[i]);
  free(words);
}
#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})

static void test_splitting(void **state) {
  (void)state;
  expect_words("vi", WORDS("vi"));
  expect_words("  vim  -u NONE ", WORDS("vim", "-u", "NONE"));
  expect_words("'my editor' -w", WORDS("my editor", "-w"));
  expect_words("\"my \\\"own\\\" editor\"", WORDS("my \"own\" editor"));
  expect_words("a\\ b 'c\\'", WORDS("a b", "c\\"));
  expect_words("emacs -nw -f \"\"", WORDS("emacs", "-nw", "-f", ""));
  expect_words("a b c d e f", WORDS("a", "b", "c", "d", "e", "f"));
  expect_words("", NULL);
  expect_words("   ", NULL);
  expect_words("'open", NULL);
  expect_words("a \"open", NULL);
}

/* --- with an editor ----------------------------------------------------------------------------*/

static struct strbuf text;
static struct error err;

static int set_up(void **state) {
  (void)state;
  scratch_make();
  setenv("XDG_RUNTIME_DIR", scratch_path("."), 1);
  unsetenv("VISUAL");
  strbuf_init(&text);
  strbuf_add(&text, "before");
  walk_terminal_start(24, 80, false);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  walk_terminal_stop();
  strbuf_release(&text);
  error_release(&err);
  scratch_remove();
  return 0;
}

static bool edit_with(const char *script) {
  scratch_write("editor", script, strlen(script));
  chmod(scratch_path("editor"), 0700);
  setenv("EDITOR", scratch_path("editor"), 1);
  return terminal_edit(&text, &err);
}

static void test_text_is_changed_and_cleaned(void **state) {
  (void)state;
  assert_true(edit_with("#!/bin/sh\nprintf ' \\033[31mafter\\r\\n\\n' >>\"$1\"\n"));
  assert_string_equal(text.text, "before <U+001B>[31mafter");
}

static void test_nothing_is_left_behind(void **state) {
  (void)state;
  assert_true(edit_with("#!/bin/sh\ncp \"$1\" \"$1~\"\n"));
  assert_int_equal(scratch_count("."), 1); /* the editor */
}

static void test_file_and_folder_are_private(void **state) {
  (void)state;
  assert_true(edit_with("#!/bin/sh\nstat -c %a \"$1\" \"$(dirname \"$1\")\" >\"$1.new\"\n"
                        "cat \"$1.new\" >\"$1\"\n"));
  assert_string_equal(text.text, "600\n700");
}

static void test_failures_leave_the_text(void **state) {
  (void)state;
  assert_false(edit_with("#!/bin/sh\necho lost >\"$1\"\nexit 1\n"));
  assert_non_null(strstr(err.message, "ended with a fault"));
  assert_false(edit_with("#!/bin/sh\necho lost >\"$1\"\nkill -9 $$\n"));
  setenv("EDITOR", "/nonexistent/editor", 1);
  assert_false(terminal_edit(&text, &err));
  assert_non_null(strstr(err.message, "cannot start"));
  setenv("EDITOR", "'open", 1);
  assert_false(terminal_edit(&text, &err));
  assert_non_null(strstr(err.message, "is not a command"));
  unsetenv("EDITOR");
  assert_false(terminal_edit(&text, &err));
  assert_non_null(strstr(err.message, "no editor is set"));
  assert_string_equal(text.text, "before");
}

/* Without a folder of the user's own in memory it is one among the sessions, never /tmp. */
static void test_folder_of_the_sessions(void **state) {
  (void)state;
  unsetenv("XDG_RUNTIME_DIR");
  setenv("DISENTANGLE_SESSIONS", scratch_path("sessions"), 1);
  assert_true(edit_with("#!/bin/sh\ndirname \"$1\" >\"$1\"\n"));
  assert_non_null(strstr(text.text, "/sessions/disentangle-"));
  setenv("XDG_RUNTIME_DIR", scratch_path("."), 1);
}

static void test_folder_that_cannot_be_made(void **state) {
  (void)state;
  setenv("XDG_RUNTIME_DIR", scratch_path("missing"), 1);
  assert_false(edit_with("#!/bin/sh\n"));
  assert_non_null(strstr(err.message, "cannot make a folder"));
}

static bool is_refused(const char *type, const char *message) {
  struct terminal_options options = {.type = type};
  return !terminal_start(&options, &err) && strstr(err.message, message);
}

/* In a process of its own, because curses keeps some memory when it cannot start. */
static void test_unknown_terminal(void **state) {
  (void)state;
  int status;
  pid_t child = fork();
  if (child == 0)
    _exit(is_refused("no-such-terminal", "no-such-terminal") &&
                  is_refused("dumb", "cannot place the cursor")
              ? 0
              : 1);
  assert_int_equal(waitpid(child, &status, 0), child);
  assert_int_equal(status, 0);
}

int main(void) {
  environment_set_locale();
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_splitting),      TEST(test_text_is_changed_and_cleaned),
      TEST(test_nothing_is_left_behind),     TEST(test_file_and_folder_are_private),
      TEST(test_failures_leave_the_text),    TEST(test_folder_of_the_sessions),
      TEST(test_folder_that_cannot_be_made), cmocka_unit_test(test_unknown_terminal),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
