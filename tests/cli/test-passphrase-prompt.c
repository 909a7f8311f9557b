/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passphrases that are typed on a terminal: they are not shown, and the terminal is given back as
 * it was, whatever ends the asking. */
#include <config.h>

#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "base/age.h"
#include "base/file.h"
#include "base/strbuf.h"
#include "tests/base/cmocka-tests.h"
#include "tests/base/scratch.h"

enum { LEFT_OUT = 77, GIVE_UP_MS = 60000 };
#define PASSPHRASE "three quiet herons"

static struct strbuf shown; /* all that came, and where reading it stands */
static size_t seen;
static int terminal;
static pid_t pid;

/* --- a program on a terminal -------------------------------------------------------------------*/

static void start(const char *const arguments[]) {
  strbuf_clear(&shown);
  seen = 0;
  pid = forkpty(&terminal, NULL, NULL, NULL);
  assert_true(pid >= 0);
  if (pid == 0) {
    char program[4096];
    snprintf(program, sizeof program, "%s/disentangle", getenv("BUILD_DIR"));
    setenv("DISENTANGLE_DATADIR", scratch_path(""), 1);
    setenv("TERM", "dumb", 1);
    signal(SIGINT, SIG_DFL); /* what runs in the background has it ignored */
    execv(program, (char *const *)arguments);
    _exit(127);
  }
}

static bool read_more(void) {
  struct pollfd wanted = {terminal, POLLIN, 0};
  char bytes[512];
  ssize_t got = poll(&wanted, 1, GIVE_UP_MS) > 0 ? read(terminal, bytes, sizeof bytes) : 0;
  if (got > 0)
    strbuf_add_bytes(&shown, bytes, (size_t)got);
  return got > 0;
}

static void wait_for(const char *text) {
  const char *found;
  while (!(found = strstr(shown.text + seen, text)))
    if (!read_more())
      fail_msg("'%s' did not come, but: %s", text, shown.text);
  seen = (size_t)(found - shown.text) + strlen(text);
}

static void type(const char *text) {
  assert_int_equal(write(terminal, text, strlen(text)), strlen(text));
}

static bool echoes(void) {
  struct termios now;
  assert_int_equal(tcgetattr(terminal, &now), 0);
  return (now.c_lflag & ECHO) != 0;
}

static int end(void) {
  int status;
  while (read_more())
    continue;
  assert_int_equal(waitpid(pid, &status, 0), pid);
  close(terminal);
  assert_null(strstr(shown.text, "herons")); /* nor any other that was typed */
  assert_null(strstr(shown.text, "geese"));
  return status;
}

static bool is_done(int status) {
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* --- tests -------------------------------------------------------------------------------------*/

#define RUN(...) start((const char *const[]){"disentangle", __VA_ARGS__, NULL})

static int begin(void **state) {
  (void)state;
  scratch_make();
  strbuf_init(&shown);
  char data[4096];
  snprintf(data, sizeof data, "%s/tests/data", getenv("SOURCE_DIR"));
  return symlink(data, scratch_path("checklists"));
}

static int finish(void **state) {
  (void)state;
  strbuf_release(&shown);
  unlink(scratch_path("checklists"));
  scratch_remove();
  return 0;
}

static void make_locked(void) {
  RUN("new", "-c", "zoning", "--lock", "--create-only", "--set", "profile.name=Elm",
      scratch_path("elm.yaml"));
  wait_for("A lost passphrase is a lost session");
  wait_for("New passphrase: ");
  assert_false(echoes());
  type(PASSPHRASE "\n");
  wait_for("The same again: ");
  type(PASSPHRASE "\n");
  assert_true(is_done(end()));
  assert_true(file_exists(scratch_path("elm.yaml.age")));
}

static void it_is_asked_until_it_is_right(void **state) {
  (void)state;
  make_locked();
  RUN("status", scratch_path("elm.yaml.age"));
  wait_for("Passphrase for ");
  wait_for(": ");
  type("three quiet geese\n");
  wait_for("wrong passphrase");
  wait_for("Passphrase for ");
  wait_for(": ");
  assert_false(echoes());
  type(PASSPHRASE "\n");
  wait_for("Backyard homes");
  assert_true(is_done(end()));
}

static void two_that_differ_lock_nothing(void **state) {
  (void)state;
  RUN("new", "-c", "zoning", "--lock", "--create-only", scratch_path("elm.yaml"));
  wait_for("New passphrase: ");
  type(PASSPHRASE "\n");
  wait_for("The same again: ");
  type("three quiet geese\n");
  wait_for("the two are not the same");
  assert_false(is_done(end()));
  assert_true(file_is_absent(scratch_path("elm.yaml.age")));
}

static void nothing_typed_is_no_passphrase(void **state) {
  (void)state;
  make_locked();
  RUN("status", scratch_path("elm.yaml.age"));
  wait_for("Passphrase for ");
  wait_for(": ");
  type("\n");
  wait_for("no passphrase was given");
  assert_false(is_done(end()));
}

static void a_signal_gives_the_terminal_back(void **state) {
  (void)state;
  make_locked();
  RUN("status", scratch_path("elm.yaml.age"));
  wait_for("Passphrase for ");
  wait_for(": ");
  assert_false(echoes());
  type("three\003");
  /* After a line end the terminal is as it was. Linux may drop it with the program that led there.
   */
  while (!strchr(shown.text + seen, '\n') && read_more())
    continue;
  assert_true(echoes());
  int status = end();
  assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGINT);
}

static void plain_mode_does_not_show_it_either(void **state) {
  (void)state;
  make_locked();
  RUN("open", "--plain", scratch_path("elm.yaml.age"));
  wait_for("Passphrase: ");
  assert_false(echoes());
  type("three quiet geese\n");
  wait_for("wrong passphrase");
  wait_for("Passphrase: ");
  type(PASSPHRASE "\n");
  wait_for("Opened: Elm");
  wait_for("help): ");
  assert_true(echoes());
  type(":quit\n");
  wait_for("Everything is saved");
  assert_true(is_done(end()));
}

int main(void) {
  if (!age_is_built_in())
    return LEFT_OUT;
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(it_is_asked_until_it_is_right, begin, finish),
      cmocka_unit_test_setup_teardown(two_that_differ_lock_nothing, begin, finish),
      cmocka_unit_test_setup_teardown(nothing_typed_is_no_passphrase, begin, finish),
      cmocka_unit_test_setup_teardown(a_signal_gives_the_terminal_back, begin, finish),
      cmocka_unit_test_setup_teardown(plain_mode_does_not_show_it_either, begin, finish),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
