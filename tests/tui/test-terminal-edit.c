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
#include "tui/editor-words.h"
#include "tui/terminal.h"
#include "walk.h"

static void expect_words(const char *setting, const char *const *expected) {
  char **words = editor_words(setting);
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

/* --- what an editor is given
 * ---------------------------------------------------------------------*/

/* All of it in one line, without what stands between the first and the last word of `own`. */
static char *given_to(const char *setting) {
  char path[] = "text.txt";
  char **words = editor_words(setting), **arguments = editor_arguments(words, path);
  struct strbuf line;
  strbuf_init(&line);
  for (size_t i = 0; arguments[i]; i++)
    strbuf_addf(&line, "%s<%s>", i ? " " : "", arguments[i]);
  free(arguments);
  free(words);
  return strbuf_take(&line);
}

static void expect_given(const char *setting, const char *expected) {
  char *line = given_to(setting);
  assert_string_equal(line, expected);
  free(line);
}

static void expect_vim(const char *setting) {
  static const char *const wanted[] = {" <-n>",    " <-i> <NONE>",  "noswapfile", "noundofile",
                                       "nobackup", "nowritebackup", "nomodeline"};
  char *line = given_to(setting);
  for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
    assert_non_null(strstr(line, wanted[i]));
  assert_non_null(strstr(line, " <text.txt>"));
  free(line);
}

static void make_program(const char *name) {
  scratch_write(name, "#!/bin/sh\n", 10);
  chmod(scratch_path(name), 0700);
}

static void test_what_editors_are_given(void **state) {
  (void)state;
  char *folders = strdup(getenv("PATH"));
  scratch_make();
  make_program("bin/vim.basic");
  make_program("bin/ed");
  assert_int_equal(symlink("vim.basic", scratch_path("bin/editor")), 0);
  setenv("PATH", scratch_path("bin"), 1);
  expect_vim("vim");
  expect_vim("nvim");
  expect_vim("/usr/bin/vim -y");
  expect_vim("editor"); /* by where it leads */
  expect_given("nano -w", "<nano> <--ignorercfiles> <-w> <text.txt>");
  expect_given("emacsclient -t", "<emacsclient> <-t> <text.txt>");
  expect_given("ed", "<ed> <text.txt>");
  expect_given("'my editor' -x", "<my editor> <-x> <text.txt>");
  expect_given("emacs -nw", "<emacs> <--eval> <(setq make-backup-files nil auto-save-default nil "
                            "create-lockfiles nil enable-local-variables nil)> <-nw> <text.txt>");
  unsetenv("PATH");
  expect_given("ed", "<ed> <text.txt>");
  setenv("PATH", folders, 1);
  free(folders);
  scratch_remove();
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
  assert_true(edit_with("#!/bin/sh\nd=$(dirname \"$1\")\ncp \"$1\" \"$1~\"\n"
                        "for i in .text.txt.swp .text.txt.un~ '#text.txt#' .text.txt.swo; do\n"
                        "cp \"$1\" \"$d/$i\"\ndone\n"
                        "mkdir -p \"$d/.undo/deep\"; cp \"$1\" \"$d/.undo/deep/text\"\n"
                        "ln -s ../editor \"$d/.#text.txt\"; ln -s .. \"$d/up\"\n"));
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
      cmocka_unit_test(test_splitting),        cmocka_unit_test(test_what_editors_are_given),
      TEST(test_text_is_changed_and_cleaned),  TEST(test_nothing_is_left_behind),
      TEST(test_file_and_folder_are_private),  TEST(test_failures_leave_the_text),
      TEST(test_folder_of_the_sessions),       TEST(test_folder_that_cannot_be_made),
      cmocka_unit_test(test_unknown_terminal),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
