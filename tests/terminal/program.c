/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../base/cmocka-tests.h"
#include "../base/scratch.h"

enum { VARIABLES_LIMIT = 12 };

const char program_file[] = "stick/springfield.yaml";
char program_session[4096], program_path[4096];
static char variables[VARIABLES_LIMIT][4200];
static char open_word[] = "open";

void program_set(const char *variable) {
  size_t name_length = strcspn(variable, "=") + 1;
  int i = 0;
  while (*variables[i] && strncmp(variables[i], variable, name_length) != 0)
    i++;
  assert_true(i < VARIABLES_LIMIT - 1);
  snprintf(variables[i], sizeof variables[i], "%s", variable);
}

static void set_path(const char *name, const char *path) {
  char variable[4200];
  snprintf(variable, sizeof variable, "%s=%s", name, path);
  program_set(variable);
}

int program_set_up(void **state) {
  (void)state;
  char data[4096];
  scratch_make();
  memset(variables, 0, sizeof variables);
  snprintf(program_path, sizeof program_path, "%s/disentangle", getenv("BUILD_DIR"));
  snprintf(program_session, sizeof program_session, "%s", scratch_path(program_file));
  snprintf(data, sizeof data, "%s/tests/data", getenv("SOURCE_DIR"));
  mkdir(scratch_path("stick"), 0700);
  mkdir(scratch_path("data"), 0700);
  assert_int_equal(symlink(data, scratch_path("data/checklists")), 0);
  setenv("DISENTANGLE_DATADIR", scratch_path("data"), 1);
  set_path("HOME", scratch_path("."));
  set_path("DISENTANGLE_SESSIONS", scratch_path("."));
  program_set("TERM=xterm-256color");
  program_set("EDITOR=");
  /* how the program is looked at, if it is built so */
  program_set("ASAN_OPTIONS=detect_leaks=1:verify_asan_link_order=0");
  return 0;
}

int program_tear_down(void **state) {
  (void)state;
  scratch_remove();
  return 0;
}

struct vt *program_run(char *const argv[]) {
  char *list[VARIABLES_LIMIT + 1] = {NULL};
  for (int i = 0; *variables[i]; i++)
    list[i] = variables[i];
  return vt_start(argv, list, 24, 80);
}

struct vt *program_start(char *path) {
  char *argv[] = {program_path, path ? open_word : NULL, path, NULL};
  return program_run(argv);
}

void make_session(void) {
  char make[12288];
  snprintf(make, sizeof make, "'%s' new -c zoning --set profile.name=Springfield '%s' >/dev/null",
           program_path, program_session);
  pid_t child = fork();
  if (child == 0) {
    execl("/bin/sh", "sh", "-c", make, (char *)NULL);
    _exit(127);
  }
  int status;
  waitpid(child, &status, 0);
  assert_int_equal(status, 0);
}

struct vt *open_session(void) {
  struct vt *vt = program_start(program_session);
  assert_true(vt_wait(vt));
  return vt;
}

struct vt *open_at_question(void) {
  struct vt *vt = open_session();
  if (vt_shows(vt, "Enter next"))
    assert_true(vt_send(vt, "\033"));
  assert_true(vt_send(vt, "g"));
  assert_true(vt_type(vt, "4\r"));
  assert_true(vt_shows(vt, "> 4 [–]"));
  return vt;
}

void expect_cursor_at(struct vt *vt, const char *text) {
  int row, column;
  bool is_visible;
  vt_cursor(vt, &row, &column, &is_visible);
  assert_true(is_visible);
  assert_non_null(strstr(vt_row(vt, row), text));
}

void expect_shown(struct vt *vt, const char *text) {
  if (vt_shows(vt, text))
    return;
  for (int row = 0; row < 24; row++)
    print_message("|%s\n", vt_row(vt, row));
  fail_msg("'%s' is not on the screen", text);
}

void expect_good_end(struct vt *vt, const char *bytes) {
  int status = vt_end(vt, bytes);
  assert_true(WIFEXITED(status));
  assert_int_equal(WEXITSTATUS(status), 0);
  assert_true(vt_is_restored(vt));
  vt_free(vt);
}

void expect_saved(const char *text) {
  char *saved = scratch_read(program_file, NULL);
  assert_non_null(saved);
  assert_non_null(strstr(saved, text));
  free(saved);
}
