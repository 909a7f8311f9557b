/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program as people meet it: in a terminal that is resized, closed, killed and used again. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../base/cmocka-tests.h"
#include "../base/scratch.h"
#include "program.h"

static const char down[] = "\033OB", up[] = "\033OA";

/* --- the tests ---------------------------------------------------------------------------------*/

static void test_answer_and_quit(void **state) {
  (void)state;
  make_session();
  struct vt *vt = open_at_question();
  assert_true(vt_send(vt, "y"));
  assert_true(vt_shows(vt, "(•) yes"));
  assert_true(vt_shows(vt, "Saved"));
  expect_cursor_at(vt, "> 4 [yes]");
  assert_true(vt_send(vt, down));
  expect_cursor_at(vt, "> 5 [–]");
  assert_true(vt_send(vt, "\033[A")); /* arrows of the other kind */
  expect_cursor_at(vt, "> 4 [yes]");
  expect_good_end(vt, "q");
  expect_saved("permits.practice");
}

static void test_killed_program_goes_on_where_it_was(void **state) {
  (void)state;
  make_session();
  struct vt *vt = open_at_question();
  assert_true(vt_send(vt, down));
  assert_true(vt_send(vt, "n"));
  vt_signal(vt, SIGKILL);
  assert_true(WIFSIGNALED(vt_end(vt, NULL)));
  vt_free(vt);
  vt = open_session();
  expect_cursor_at(vt, "> 5 [no]");
  expect_good_end(vt, "q");
}

static void test_resizing_loses_nothing(void **state) {
  (void)state;
  make_session();
  struct vt *vt = open_at_question();
  assert_true(vt_send(vt, "c"));
  assert_true(vt_type(vt, "half a sentence"));
  assert_true(vt_resize(vt, 12, 40));
  assert_true(vt_shows(vt, "half a sentence"));
  assert_true(vt_resize(vt, 3, 20));
  assert_string_equal(vt_row(vt, 0), "Make the window at …");
  assert_true(vt_resize(vt, 100, 300));
  assert_true(vt_shows(vt, "half a sentence"));
  assert_true(vt_send(vt, "\033"));
  expect_cursor_at(vt, "> 4 [–]");
  assert_true(vt_shows(vt, "comment"));
  expect_good_end(vt, "q");
}

static void end_by_signal(int number) {
  make_session();
  struct vt *vt = open_at_question();
  assert_true(vt_send(vt, "c"));
  assert_true(vt_type(vt, "not finished"));
  vt_signal(vt, number);
  expect_good_end(vt, NULL);
  expect_saved("not finished");
  vt = open_session();
  assert_true(vt_shows(vt, "not finished"));
  expect_good_end(vt, "\003"); /* Ctrl-C */
  expect_saved("not finished");
}

static void test_term_saves(void **state) {
  (void)state;
  end_by_signal(SIGTERM);
}

static void test_hup_saves(void **state) {
  (void)state;
  end_by_signal(SIGHUP);
}

static void test_int_saves(void **state) {
  (void)state;
  end_by_signal(SIGINT);
}

static void test_closed_window_saves_and_ends(void **state) {
  (void)state;
  make_session();
  struct vt *vt = open_at_question();
  assert_true(vt_send(vt, "c"));
  assert_true(vt_type(vt, "the window went"));
  vt_hang_up(vt);
  assert_int_not_equal(vt_end(vt, NULL), -1);
  vt_free(vt);
  expect_saved("the window went");
}

static void test_paste(void **state) {
  (void)state;
  make_session();
  struct vt *vt = open_at_question();
  assert_true(vt_send(vt, "c"));
  assert_true(vt_send(vt, "\033[200~one\rtwo \033[31mñ\xe4\xb8\xad\033[201~"));
  assert_true(vt_shows(vt, "one"));
  assert_true(vt_shows(vt, "two <U+001B>[31mñ中"));
  assert_true(vt_send(vt, "\033"));
  expect_good_end(vt, "q");
  expect_saved("two <U+001B>[31mñ中");
}

static void write_editor(const char *script) {
  scratch_write("my editor", script, strlen(script));
  chmod(scratch_path("my editor"), 0700);
  char variable[4200];
  snprintf(variable, sizeof variable, "EDITOR='%s' -x", scratch_path("my editor"));
  program_set(variable);
}

static void test_own_editor(void **state) {
  (void)state;
  write_editor("#!/bin/sh\ntest \"$1\" = -x || exit 1\nls -l \"$2\" | cut -c1-10 >>\"$2\"\n"
               "echo edited >>\"$2\"\n");
  make_session();
  struct vt *vt = open_at_question();
  assert_true(vt_send(vt, "c"));
  assert_true(vt_type(vt, "typed"));
  assert_true(vt_send(vt, "\007")); /* Ctrl-G */
  assert_true(vt_shows(vt, "typed-rw-------"));
  assert_true(vt_shows(vt, "edited"));
  assert_true(vt_send(vt, "\033"));
  assert_true(vt_shows(vt, "Recorded: comment."));
  expect_good_end(vt, "q");
}

static void test_editor_that_fails_changes_nothing(void **state) {
  (void)state;
  write_editor("#!/bin/sh\necho lost >\"$2\"\nexit 3\n");
  make_session();
  struct vt *vt = open_at_question();
  assert_true(vt_send(vt, "c"));
  assert_true(vt_type(vt, "typed"));
  assert_true(vt_send(vt, "\007"));
  assert_true(vt_shows(vt, "Not done:"));
  assert_true(vt_shows(vt, "typed"));
  assert_false(vt_shows(vt, "lost"));
  expect_good_end(vt, "\003");
}

static bool has_program(const char *path) {
  if (access(path, X_OK) == 0)
    return true;
  print_message("there is no %s here\n", path);
  return false;
}

static int count_found(const char *text) {
  char command[8192];
  int found = 0;
  snprintf(command, sizeof command, "grep -rlF --exclude-dir=stick -e '%s' '%s'", text,
           scratch_path("."));
  FILE *lines = popen(command, "r");
  for (int c; (c = getc(lines)) != EOF;)
    found += c == '\n';
  pclose(lines);
  return found;
}

/* With settings that keep everything, and a text that gives orders. */
static void test_vim_keeps_nothing(void **state) {
  (void)state;
  static const char settings[] =
      "set nocompatible backup writebackup swapfile undofile modeline modelines=5\n"
      "set directory=~/kept// backupdir=~/kept// undodir=~/kept viminfo='100,<50,n~/kept/viminfo\n"
      "autocmd!\nautocmd BufNewFile,BufRead * setlocal undofile swapfile\n";
  if (!has_program("/usr/bin/vim"))
    skip();
  scratch_write(".vimrc", settings, sizeof settings - 1);
  scratch_write("kept/.keep", "", 0);
  program_set("EDITOR=vim");
  make_session();
  struct vt *vt = open_at_question();
  assert_true(vt_send(vt, "c"));
  assert_true(vt_type(vt, "vim: set ff=dos:"));
  assert_true(vt_talk(vt, "\007", "vim: set ff"));
  assert_true(vt_talk(vt, "ocanary\033:set modeline? undofile? swapfile? ff?\r", "nomodeline"));
  assert_true(vt_send(vt, "\r:w\rix\033u:wq\r"));
  while (!vt_shows(vt, "canary") || vt_shows(vt, ":wq"))
    assert_true(vt_wait_for_output(vt));
  assert_true(vt_send(vt, "\033"));
  assert_true(vt_shows(vt, "Recorded: comment."));
  expect_good_end(vt, "q");
  expect_saved("canary");
  assert_int_equal(scratch_count("kept"), 1);
  assert_int_equal(count_found("canary"), 0); /* but in the session */
}

/* Killed while the editor runs: its folder stays as long as the editor, and goes at the next
 * start. */
static void test_editor_that_is_left_behind(void **state) {
  (void)state;
  char runtime[4200];
  mkdir(scratch_path("run"), 0700);
  snprintf(runtime, sizeof runtime, "XDG_RUNTIME_DIR=%s", scratch_path("run"));
  program_set(runtime);
  write_editor("#!/bin/sh\n(env; echo \"$@\") >\"$(dirname \"$0\")/given\"\n"
               "cp \"$2\" \"$2~\"\ntrap '' HUP\necho edits\nread line\n"
               "echo $line >\"$(dirname \"$0\")/ended\"\n");
  make_session();
  struct vt *vt = open_at_question();
  assert_true(vt_send(vt, "c"));
  assert_true(vt_type(vt, "canary"));
  assert_true(vt_talk(vt, "\007", "edits"));
  char *given = scratch_read("given", NULL); /* arguments and environment: nothing of the text */
  assert_non_null(strstr(given, "/text.txt"));
  assert_null(strstr(given, "canary"));
  free(given);
  vt_signal(vt, SIGKILL);
  assert_true(WIFSIGNALED(vt_end(vt, NULL)));
  struct vt *other = open_session();
  assert_int_equal(scratch_count("run"), 1); /* the editor is still at work */
  expect_good_end(other, "\003");
  assert_true(vt_talk(vt, "end\r", NULL));
  while (!scratch_holds("ended", "end\n"))
    vt_wait_for_output(vt);
  while (scratch_count("run")) {
    other = open_session();
    expect_good_end(other, "\003");
  }
  vt_free(vt);
}

static void test_other_terminals(void **state) {
  (void)state;
  static const char *const types[] = {"vt100", "linux", "tmux-256color", "screen",
                                      "xterm", "rxvt",  "ansi",          "xterm-mono"};
  make_session();
  for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
    char term[64];
    snprintf(term, sizeof term, "TERM=%s", types[i]);
    program_set(term);
    /* On the Linux console ncurses loads libgpm, which loses 10 bytes of its own. */
    bool is_console = !strcmp(types[i], "linux");
    program_set(is_console ? "ASAN_OPTIONS=detect_leaks=0" : "ASAN_OPTIONS=detect_leaks=1");
    struct vt *vt = open_session();
    assert_true(vt_shows(vt, "Backyard homes"));
    assert_true(vt_send(vt, "\033"));
    expect_good_end(vt, "q");
  }
}

static void test_simple_terminal_gets_plain_mode(void **state) {
  (void)state;
  make_session();
  program_set("TERM=dumb");
  struct vt *vt = program_start(program_session);
  assert_int_not_equal(vt_end(vt, "\004"), -1);
  assert_false(vt_wrote(vt, "\033"));
  vt_free(vt);
}

static void test_redraw_and_unknown_keys(void **state) {
  (void)state;
  make_session();
  struct vt *vt = open_at_question();
  assert_true(vt_send(vt, "y"));
  size_t before = vt_bytes_written(vt);
  assert_true(vt_send(vt, "\f")); /* Ctrl-L paints anew */
  assert_true(vt_bytes_written(vt) > before);
  assert_true(vt_send(vt, up));
  assert_true(vt_send(vt, "\033[99~")); /* an unknown key */
  expect_good_end(vt, "q");
}

static void test_stopping_and_going_on(void **state) {
  (void)state;
  make_session();
  struct vt *vt = open_at_question();
  assert_true(vt_send(vt, "y"));
  assert_true(vt_send(vt, "\032")); /* Ctrl-Z; no shell is there, so it goes on at once */
  expect_cursor_at(vt, "> 4 [yes]");
  expect_good_end(vt, "q");
}

static void test_mouse(void **state) {
  (void)state;
  make_session();
  struct vt *vt = open_at_question();
  assert_true(vt_send(vt, "\033[<0;10;18M"));
  expect_cursor_at(vt, "> 5 [–]");
  assert_true(vt_send(vt, "\033[<64;10;10M")); /* the wheel */
  assert_true(vt_send(vt, "\033[<65;10;10M"));
  expect_good_end(vt, "q");
}

static void test_home_screen(void **state) {
  (void)state;
  struct vt *vt = program_start(NULL);
  assert_true(vt_wait(vt));
  assert_true(vt_shows(vt, "> n"));
  expect_good_end(vt, "q");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_answer_and_quit),
      TEST(test_killed_program_goes_on_where_it_was),
      TEST(test_resizing_loses_nothing),
      TEST(test_term_saves),
      TEST(test_hup_saves),
      TEST(test_int_saves),
      TEST(test_closed_window_saves_and_ends),
      TEST(test_paste),
      TEST(test_own_editor),
      TEST(test_editor_that_fails_changes_nothing),
      TEST(test_vim_keeps_nothing),
      TEST(test_editor_that_is_left_behind),
      TEST(test_other_terminals),
      TEST(test_simple_terminal_gets_plain_mode),
      TEST(test_redraw_and_unknown_keys),
      TEST(test_stopping_and_going_on),
      TEST(test_mouse),
      TEST(test_home_screen),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
