/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes wrong on an evening: a disk that is full, read-only or gone, a clock that jumps, a
 * second program, a signal at any moment; on the screens and in plain mode. Nothing that was
 * entered may be lost, and nothing is called saved that is not. */
#include <errno.h>
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

static const char down[] = "\033OB";

/* --- disk and clock ----------------------------------------------------------------------------*/

static void use_disk(void) {
  char variable[4200];
  snprintf(variable, sizeof variable, "LD_PRELOAD=%s/tests/terminal/disk.so", getenv("BUILD_DIR"));
  program_set(variable);
  snprintf(variable, sizeof variable, "DISK=%s", scratch_path("stick"));
  program_set(variable);
  snprintf(variable, sizeof variable, "DISK_CONTROL=%s", scratch_path("control"));
  program_set(variable);
}

/* What (error, locks, links, clock) is set to a number; 0: as ever. */
static void set_disk(const char *what, long long number) {
  char path[64], digits[32];
  snprintf(path, sizeof path, "control/%s", what);
  snprintf(digits, sizeof digits, "%lld", number);
  scratch_write(path, digits, strlen(digits));
}

static char *read_session(void) {
  char *text = scratch_read(program_file, NULL);
  assert_non_null(text);
  return text;
}

static void expect_not_saved(const char *text) {
  char *saved = read_session();
  assert_null(strstr(saved, text));
  free(saved);
}

static void expect_in(const char *path, const char *text) {
  char *there = scratch_read(path, NULL);
  assert_non_null(there);
  assert_non_null(strstr(there, text));
  free(there);
}

/* The session, and what belongs to it; nothing else is left lying about. */
static void expect_files(size_t count) {
  assert_int_equal(scratch_count("stick"), count);
}

static void go_to_4(struct vt *vt) {
  if (vt_shows(vt, "Enter next"))
    assert_true(vt_send(vt, "\033"));
  assert_true(vt_send(vt, "g"));
  assert_true(vt_type(vt, "4\r"));
}

static void comment(struct vt *vt, const char *text) {
  assert_true(vt_send(vt, "c"));
  assert_true(vt_type(vt, text));
  assert_true(vt_send(vt, "\033"));
}

/* --- a disk that fails -------------------------------------------------------------------------*/

static const struct {
  int reason;
  const char *words;
} failures[] = {
    {ENOSPC, "the disk is full"},
    {EDQUOT, "the disk is full"},
    {EROFS, "the disk is read-only"},
    {EIO, "has a fault or was pulled out"},
    {EACCES, "you are not allowed to write"},
};
enum { FAILURE_COUNT = sizeof failures / sizeof *failures };

static void test_failing_disk(void **state) {
  (void)state;
  use_disk();
  make_session();
  struct vt *vt = open_at_question();
  assert_true(vt_send(vt, "y"));
  for (int i = 0; i < FAILURE_COUNT; i++) {
    char *before = read_session();
    set_disk("error", failures[i].reason);
    assert_true(vt_send(vt, i % 2 ? "y" : "n"));
    expect_shown(vt, "NOT SAVED");
    expect_shown(vt, i % 2 ? "(•) yes" : "(•) no"); /* still in memory */
    assert_true(vt_send(vt, down));                 /* the status line says why for as long */
    expect_shown(vt, failures[i].words);
    assert_true(scratch_holds(program_file, before));
    set_disk("error", 0);
    assert_true(vt_send(vt, i % 2 ? "d" : "n"));
    expect_shown(vt, "Saved ");
    assert_false(vt_shows(vt, "NOT SAVED"));
    assert_true(vt_send(vt, "\033OA"));
    free(before);
  }
  expect_good_end(vt, "q");
  expect_saved("permits.practice");
  expect_saved("permits.written");
  expect_files(2);
}

static void test_failing_disk_in_plain_mode(void **state) {
  (void)state;
  use_disk();
  make_session();
  program_set("TERM=dumb");
  struct vt *vt = program_start(program_session);
  assert_true(vt_talk(vt, NULL, "help): "));
  assert_true(vt_talk(vt, ":go 4\r", "help): "));
  for (int i = 0; i < FAILURE_COUNT; i++) {
    char line[64], noted[32];
    char *before = read_session();
    set_disk("error", failures[i].reason);
    snprintf(line, sizeof line, ":comment before %d\r", i);
    assert_true(vt_talk(vt, line, "NOT SAVED"));
    assert_true(vt_talk(vt, NULL, "help): "));
    assert_true(scratch_holds(program_file, before));
    set_disk("error", 0);
    snprintf(line, sizeof line, ":note after %d\r", i);
    assert_true(vt_talk(vt, line, "Saved."));
    snprintf(noted, sizeof noted, "before %d", i);
    expect_saved(noted);
    free(before);
  }
  assert_true(vt_talk(vt, ":quit\r", "Everything is saved in"));
  assert_int_equal(vt_end(vt, NULL), 0);
  vt_free(vt);
}

/* The folder goes, and comes back. */
static void test_pulled_stick(void **state) {
  (void)state;
  make_session();
  struct vt *vt = open_at_question();
  assert_int_equal(rename(scratch_path("stick"), scratch_path("pulled")), 0);
  assert_true(vt_send(vt, "y"));
  expect_shown(vt, "NOT SAVED");
  assert_true(vt_send(vt, down));
  expect_shown(vt, "was a stick pulled out?");
  assert_false(vt_shows(vt, "Saved"));
  assert_int_equal(rename(scratch_path("pulled"), scratch_path("stick")), 0);
  assert_true(vt_send(vt, "n"));
  expect_shown(vt, "Saved ");
  expect_good_end(vt, "q");
  expect_saved("permits.practice");
}

/* Another one is put in its place: a file of that name is not ours. */
static void test_another_stick(void **state) {
  (void)state;
  make_session();
  char *other = read_session();
  struct vt *vt = open_at_question();
  assert_true(vt_send(vt, "y"));
  assert_int_equal(rename(scratch_path("stick"), scratch_path("pulled")), 0);
  scratch_write(program_file, other, strlen(other));
  assert_true(vt_send(vt, "n"));
  expect_shown(vt, "was changed by another");
  assert_true(scratch_holds(program_file, other));
  expect_in("stick/springfield.yaml.conflict-1.yaml", "permits.practice");
  expect_good_end(vt, "q");
  free(other);
}

static void test_leaving_while_the_disk_fails(void **state) {
  (void)state;
  use_disk();
  make_session();
  struct vt *vt = open_at_question();
  char *before = read_session();
  set_disk("error", ENOSPC);
  assert_true(vt_send(vt, "y"));
  assert_true(vt_send(vt, "q"));
  expect_shown(vt, "Not left yet: do the same again to leave without saving.");
  assert_true(vt_send(vt, down)); /* another key: it has to be asked anew */
  assert_true(vt_send(vt, "\003"));
  expect_shown(vt, "Not left yet");
  assert_true(vt_send(vt, down));
  assert_true(vt_send(vt, "\b")); /* nor is it lost on the way home */
  assert_true(vt_send(vt, "q"));
  expect_shown(vt, "Not left yet");
  int status = vt_end(vt, "q");
  assert_true(WIFEXITED(status));
  assert_int_equal(WEXITSTATUS(status), 1);
  assert_true(vt_is_restored(vt));
  assert_true(vt_wrote(vt, "disentangle: NOT SAVED: cannot save"));
  vt_free(vt);
  assert_true(scratch_holds(program_file, before));
  free(before);
}

/* Saving elsewhere, by the prompt. */
static void test_elsewhere(void **state) {
  (void)state;
  use_disk();
  make_session();
  struct vt *vt = open_at_question();
  set_disk("error", EIO);
  assert_true(vt_send(vt, "y"));
  assert_true(vt_send(vt, "S"));
  assert_true(vt_send(vt, "\025")); /* Ctrl-U: the name that is suggested */
  for (size_t i = strlen(program_session); i; i--)
    assert_true(vt_send(vt, "\177"));
  assert_true(vt_type(vt, scratch_path("elsewhere.yaml")));
  assert_true(vt_send(vt, "\r"));
  expect_shown(vt, "Saved in");
  assert_false(vt_shows(vt, "NOT SAVED"));
  assert_true(vt_send(vt, "n"));
  expect_shown(vt, "Saved ");
  expect_good_end(vt, "q");
  expect_in("elsewhere.yaml", "permits.practice");
}

/* TERM, HUP or a window that is closed, when nothing can be saved: the old file is as it was. */
static void test_ended_while_the_disk_fails(void **state) {
  (void)state;
  use_disk();
  make_session();
  struct vt *vt = open_at_question();
  char *before = read_session();
  set_disk("error", ENOSPC);
  assert_true(vt_send(vt, "y"));
  vt_signal(vt, SIGTERM);
  int status = vt_end(vt, NULL);
  assert_int_equal(WEXITSTATUS(status), 1);
  assert_true(vt_is_restored(vt));
  assert_true(vt_wrote(vt, "NOT SAVED"));
  assert_true(scratch_holds(program_file, before));
  vt_free(vt);
  free(before);
}

/* --- a disk that is read-only from the start ---------------------------------------------------*/

static void test_read_only_disk(void **state) {
  (void)state;
  use_disk();
  make_session();
  char *before = read_session();
  set_disk("error", EROFS);
  struct vt *vt = open_session();
  expect_shown(vt, "Nothing can be saved there"); /* before anything is typed */
  expect_shown(vt, "> Go on in a copy, in the folder of sessions");
  assert_true(vt_send(vt, "\r"));
  expect_shown(vt, "Saved in");
  go_to_4(vt);
  assert_true(vt_send(vt, "y"));
  expect_shown(vt, "Saved ");
  expect_good_end(vt, "q");
  expect_in("springfield.yaml", "permits.practice");
  assert_true(scratch_holds(program_file, before));
  free(before);
}

/* Or they are only looked at, and kept while the program runs. */
static void test_read_only_disk_without_a_copy(void **state) {
  (void)state;
  use_disk();
  make_session();
  set_disk("error", EROFS);
  struct vt *vt = open_session();
  assert_true(vt_send(vt, down));
  assert_true(vt_send(vt, "\r"));
  go_to_4(vt);
  assert_true(vt_send(vt, "y"));
  expect_shown(vt, "NOT SAVED");
  expect_shown(vt, "(•) yes");
  set_disk("error", 0); /* the switch of the stick */
  assert_true(vt_send(vt, "n"));
  expect_shown(vt, "Saved ");
  expect_good_end(vt, "q");
  expect_saved("permits.practice");
}

static void test_read_only_disk_in_plain_mode(void **state) {
  (void)state;
  use_disk();
  make_session();
  char *before = read_session();
  set_disk("error", EROFS);
  program_set("TERM=dumb");
  struct vt *vt = program_start(program_session);
  assert_true(vt_talk(vt, NULL, "Nothing can be saved there"));
  assert_true(vt_talk(vt, NULL, "1. Go on in a copy"));
  assert_true(vt_talk(vt, "1\r", "Saved in"));
  assert_true(vt_talk(vt, NULL, "help): "));
  assert_true(vt_talk(vt, ":comment in the copy\r", "Saved."));
  assert_true(vt_talk(vt, ":quit\r", "Everything is saved in"));
  assert_int_equal(vt_end(vt, NULL), 0);
  vt_free(vt);
  expect_in("springfield.yaml", "in the copy");
  assert_true(scratch_holds(program_file, before));
  free(before);
}

/* --- clock -------------------------------------------------------------------------------------*/

static const long long years[] = {-20, -1, 1, 40, 500, 9000};
enum { YEAR_SECONDS = 31557600 };

static void test_clock_that_jumps(void **state) {
  (void)state;
  char said[32], previous[32] = "";
  char pinned[32];
  snprintf(pinned, sizeof pinned, "%s", getenv("DISENTANGLE_NOW"));
  unsetenv("DISENTANGLE_NOW");
  use_disk();
  make_session();
  struct vt *vt = open_at_question();
  for (size_t i = 0; i < sizeof years / sizeof *years; i++) {
    set_disk("clock", years[i] * YEAR_SECONDS);
    snprintf(said, sizeof said, "jump %d", (int)i);
    assert_true(vt_send(vt, "c"));
    assert_true(vt_type(vt, i ? "," : "x"));
    assert_true(vt_type(vt, said));
    assert_true(vt_send(vt, "\033"));
    expect_shown(vt, "Saved ");
    expect_saved(said);
    if (*previous) /* the generation before is the one before, whatever the clock says */
      expect_in("stick/springfield.yaml~", previous);
    snprintf(previous, sizeof previous, "%s", said);
  }
  set_disk("clock", -10LL * YEAR_SECONDS);
  assert_true(vt_send(vt, "u")); /* undone in the order in which it was done */
  assert_true(vt_send(vt, down));
  expect_good_end(vt, "q");
  vt = open_session();
  expect_cursor_at(vt, "> 5 ");
  expect_good_end(vt, "q");
  expect_saved("x");
  expect_files(2);
  setenv("DISENTANGLE_NOW", pinned, 1);
}

/* --- two programs, and an edit by hand ---------------------------------------------------------*/

static void test_two_programs(void **state) {
  (void)state;
  make_session();
  struct vt *first = open_at_question();
  struct vt *second = open_session();
  expect_shown(second, "Open elsewhere");
  expect_shown(second, "Read only");
  go_to_4(second);
  assert_true(vt_send(second, "n"));
  expect_shown(second, "open for reading only");
  assert_true(vt_send(first, "y"));
  expect_shown(first, "Saved ");
  vt_signal(first, SIGKILL); /* its lock dies with it */
  vt_end(first, NULL);
  vt_free(first);
  expect_good_end(second, "q");
  struct vt *third = open_session();
  assert_false(vt_shows(third, "Read only"));
  assert_true(vt_send(third, "n"));
  expect_shown(third, "Saved ");
  expect_good_end(third, "q");
  expect_files(2);
}

/* A stick or a network drive on which nobody can be kept out. */
static void test_two_programs_without_locks(void **state) {
  (void)state;
  static const int reasons[] = {ENOLCK, ENOSYS, EOPNOTSUPP};
  use_disk();
  make_session();
  for (int i = 0; i < 3; i++) {
    char copy[64];
    snprintf(copy, sizeof copy, "stick/springfield.yaml.conflict-%d.yaml", i + 1);
    set_disk("locks", reasons[i]);
    set_disk("links", i ? EPERM : 0);
    struct vt *first = open_session();
    expect_shown(first, "cannot keep two programs apart");
    struct vt *second = open_session();
    expect_shown(second, "cannot keep two programs apart");
    expect_good_end(first, "\003");
    first = open_session();
    go_to_4(first);
    go_to_4(second);
    comment(first, "of the first");
    expect_shown(first, "Saved ");
    comment(second, "of the second");
    expect_shown(second, "was changed by another");
    expect_saved("of the first");
    expect_not_saved("of the second");
    expect_in(copy, "of the second");
    comment(first, "+"); /* it is nobody else's any more */
    expect_shown(first, "Saved ");
    expect_good_end(first, "q");
    expect_good_end(second, "q");
  }
}

static void edit_by_hand(void) {
  char *text = read_session();
  char *at = strstr(text, "Springfield");
  memcpy(at, "Shelbyville", 11);
  scratch_write(program_file, text, strlen(text));
  free(text);
}

static void test_edited_by_hand(void **state) {
  (void)state;
  make_session();
  struct vt *vt = open_at_question();
  edit_by_hand();
  assert_true(vt_send(vt, "y"));
  expect_shown(vt, "was changed by another");
  expect_saved("Shelbyville");
  expect_not_saved("permits.practice");
  expect_in("stick/springfield.yaml.conflict-1.yaml", "permits.practice");
  assert_true(vt_send(vt, "n")); /* it goes on there */
  expect_shown(vt, "Saved ");
  expect_good_end(vt, "q");
  vt = open_session();
  expect_shown(vt, "Changed outside of this program");
  expect_good_end(vt, "\003");
}

/* A draft is saved on the way out: who leaves is told first where it went. */
static void test_edited_by_hand_before_leaving(void **state) {
  (void)state;
  make_session();
  struct vt *vt = open_at_question();
  assert_true(vt_send(vt, "c"));
  assert_true(vt_type(vt, "begun"));
  edit_by_hand();
  assert_true(vt_send(vt, "\003"));
  expect_shown(vt, "was changed by another");
  expect_good_end(vt, "\003");
  expect_in("stick/springfield.yaml.conflict-1.yaml", "begun");
  expect_not_saved("begun");
}

static void test_edited_by_hand_in_plain_mode(void **state) {
  (void)state;
  make_session();
  program_set("TERM=dumb");
  struct vt *vt = program_start(program_session);
  assert_true(vt_talk(vt, NULL, "help): "));
  edit_by_hand();
  assert_true(vt_talk(vt, ":comment ours\r", "Saved elsewhere: "));
  assert_true(vt_talk(vt, ":note ours, too\r", "Saved."));
  assert_true(vt_talk(vt, ":quit\r", "conflict-1.yaml"));
  assert_int_equal(vt_end(vt, NULL), 0);
  vt_free(vt);
  expect_saved("Shelbyville");
  expect_in("stick/springfield.yaml.conflict-1.yaml", "ours, too");
}

static void test_newer_version(void **state) {
  (void)state;
  make_session();
  char *text = read_session();
  *strchr(strstr(text, "format: 1"), '1') = '2';
  scratch_write(program_file, text, strlen(text));
  for (int plain = 0; plain < 2; plain++) {
    program_set(plain ? "TERM=dumb" : "TERM=xterm");
    struct vt *vt = program_start(program_session);
    int status = vt_end(vt, NULL);
    assert_int_equal(WEXITSTATUS(status), 1);
    assert_true(vt_wrote(vt, "newer"));
    vt_free(vt);
    assert_true(scratch_holds(program_file, text));
  }
  free(text);
}

/* --- what a killed program left ----------------------------------------------------------------*/

static void test_killed_while_typing(void **state) {
  (void)state;
  make_session();
  struct vt *vt = open_at_question();
  assert_true(vt_send(vt, "c"));
  assert_true(vt_type(vt, "half a sentence"));
  while (!vt_shows(vt, "Saved ")) /* within 5 seconds, by itself */
    assert_true(vt_wait_for_output(vt));
  vt_signal(vt, SIGKILL);
  vt_end(vt, NULL);
  vt_free(vt);
  expect_saved("half a sentence");
  scratch_write("stick/.springfield.yaml.abcdefghijkl.tmp", "torn", 4);
  vt = open_session();
  expect_shown(vt, "half a sentence"); /* as it was left */
  assert_true(vt_type(vt, ", the rest"));
  assert_true(vt_send(vt, "\033"));
  expect_shown(vt, "Recorded: comment.");
  expect_good_end(vt, "q");
  expect_saved("half a sentence, the rest");
  expect_not_saved("draft:");
  expect_files(2); /* the torn one is swept */
}

static void test_killed_while_typing_in_plain_mode(void **state) {
  (void)state;
  make_session();
  program_set("TERM=dumb");
  struct vt *vt = program_start(program_session);
  assert_true(vt_talk(vt, NULL, "help): "));
  assert_true(vt_talk(vt, ":go 4\r", "help): "));
  assert_true(vt_talk(vt, ":comment\r", "Line 1: "));
  assert_true(vt_talk(vt, "one line\r", "Line 2: "));
  vt_signal(vt, SIGKILL);
  vt_end(vt, NULL);
  vt_free(vt);
  expect_saved("one line");
  vt = program_start(program_session);
  assert_true(vt_talk(vt, NULL, "go on with :comment."));
  assert_true(vt_talk(vt, ":comment\r", "one line"));
  assert_true(vt_talk(vt, "and the rest\r.\r", "Recorded: comment."));
  assert_true(vt_talk(vt, ":quit\r", "Everything is saved in"));
  assert_int_equal(vt_end(vt, NULL), 0);
  vt_free(vt);
  expect_saved("and the rest");
  expect_not_saved("draft:");
}

/* --- signals -----------------------------------------------------------------------------------*/

static void test_signals_in_plain_mode(void **state) {
  (void)state;
  static const int signals[] = {SIGHUP, SIGINT, SIGTERM};
  program_set("TERM=dumb");
  make_session();
  for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
    char text[32], line[40];
    struct vt *vt = program_start(program_session);
    snprintf(text, sizeof text, "before signal %d", signals[i]);
    snprintf(line, sizeof line, "%s\r", text);
    assert_true(vt_talk(vt, NULL, "help): "));
    assert_true(vt_talk(vt, ":note\r", ": "));
    assert_true(vt_talk(vt, line, "Line 2: "));
    vt_signal(vt, signals[i]);
    assert_true(vt_talk(vt, NULL, "Everything is saved in"));
    assert_int_equal(vt_end(vt, NULL), 0);
    vt_free(vt);
    expect_saved(text);
  }
}

static void test_closed_window_in_plain_mode(void **state) {
  (void)state;
  program_set("TERM=dumb");
  make_session();
  struct vt *vt = program_start(program_session);
  assert_true(vt_talk(vt, NULL, "help): "));
  assert_true(vt_talk(vt, ":note\r", "Line 1: "));
  assert_true(vt_talk(vt, "the window went\r", "Line 2: "));
  vt_hang_up(vt);
  assert_int_not_equal(vt_end(vt, NULL), -1);
  vt_free(vt);
  expect_saved("the window went");
}

/* A shell that knows jobs, as people have it: what stops goes on with Enter. */
static struct vt *open_as_a_job(void) {
  static char shell[] = "/bin/sh", option[] = "-mc", pid_at[4096];
  static char script[] = "sh -c 'echo $$ >\"$2\"; exec \"$0\" open \"$1\"' \"$0\" \"$1\" \"$2\"\n"
                         "echo has stopped; read line; fg >/dev/null";
  snprintf(pid_at, sizeof pid_at, "%s", scratch_path("pid"));
  char *argv[] = {shell, option, script, program_path, program_session, pid_at, NULL};
  struct vt *vt = program_run(argv);
  assert_true(vt_wait(vt));
  go_to_4(vt);
  return vt;
}

/* By the key and by a signal: what is typed is saved before it stops, and it goes on where it was,
 * in the window as it is then. */
static void test_stopped_and_gone_on_with(void **state) {
  (void)state;
  make_session();
  for (int by_key = 0; by_key < 2; by_key++) {
    struct vt *vt = open_as_a_job();
    assert_true(vt_send(vt, "c"));
    assert_true(vt_type(vt, by_key ? " by key" : "by signal"));
    char *pid = scratch_read("pid", NULL);
    if (by_key)
      assert_true(vt_talk(vt, "\032", "has stopped"));
    else
      kill((pid_t)strtol(pid, NULL, 10), SIGTSTP);
    assert_true(by_key || vt_talk(vt, NULL, "has stopped"));
    free(pid);
    expect_saved("draft:");
    expect_saved(by_key ? " by key" : "by signal");
    vt_set_size(vt, 12, 60);
    assert_true(vt_send(vt, "\r"));
    while (!vt_shows(vt, "Esc"))
      assert_true(vt_wait_for_output(vt));
    assert_true(vt_type(vt, "!"));
    expect_shown(vt, by_key ? "by signal! by key!" : "by signal!");
    assert_true(vt_send(vt, "\033"));
    expect_good_end(vt, "q");
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_failing_disk),
      TEST(test_failing_disk_in_plain_mode),
      TEST(test_pulled_stick),
      TEST(test_another_stick),
      TEST(test_leaving_while_the_disk_fails),
      TEST(test_elsewhere),
      TEST(test_ended_while_the_disk_fails),
      TEST(test_read_only_disk),
      TEST(test_read_only_disk_without_a_copy),
      TEST(test_read_only_disk_in_plain_mode),
      TEST(test_clock_that_jumps),
      TEST(test_two_programs),
      TEST(test_two_programs_without_locks),
      TEST(test_edited_by_hand),
      TEST(test_edited_by_hand_before_leaving),
      TEST(test_edited_by_hand_in_plain_mode),
      TEST(test_newer_version),
      TEST(test_killed_while_typing),
      TEST(test_killed_while_typing_in_plain_mode),
      TEST(test_signals_in_plain_mode),
      TEST(test_closed_window_in_plain_mode),
      TEST(test_stopped_and_gone_on_with),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
