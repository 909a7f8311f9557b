/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/guide/walk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "checklist/checklist.h"
#include "session/session.h"
#include "tests/base/scratch.h"

static char status[2048], message[2048];

const char *walk_checklist(void) {
  static char path[4096];
  snprintf(path, sizeof path, "%s/tests/data/zoning", getenv("SOURCE_DIR"));
  return path;
}

int walk_setup(void **state) {
  struct error err = ERROR_INIT;
  scratch_make();
  setenv("DISENTANGLE_SESSIONS", scratch_path("sessions"), 1);
  struct checklist *checklist = checklist_load(walk_checklist(), &err);
  if (!checklist)
    print_error("%s\n", err.message);
  assert_non_null(checklist);
  *state = guide_new(checklist, session_new(checklist));
  return 0;
}

int walk_teardown(void **state) {
  guide_free(*state);
  unsetenv("DISENTANGLE_SESSIONS");
  scratch_remove();
  return 0;
}

struct guide *walk_reopened(const char *text) {
  struct session_report report;
  struct error err = ERROR_INIT;
  char whole[2048];
  snprintf(whole, sizeof whole, "format: \"1\"\nchecklist: {id: zoning, edition: \"2026-01\"}\n%s",
           text);
  scratch_write("hand.yaml", whole, strlen(whole));
  struct checklist *checklist = checklist_load(walk_checklist(), &err);
  struct session *session =
      session_load(scratch_path("hand.yaml"), checklist, SESSION_WRITE, &report, &err);
  if (!session)
    print_error("%s\n", err.message);
  assert_non_null(session);
  return guide_new(checklist, session);
}

static void keep(char *to, size_t size, const char *text) {
  snprintf(to, size, "%s", text ? text : "");
}

unsigned walk_input(struct guide *guide, enum command command, const struct guide_input *input) {
  struct guide_outcome outcome;
  struct error err = ERROR_INIT;
  bool done = guide_do(guide, command, input, &outcome, &err);
  if (!done)
    print_error("%s\n", err.message);
  assert_true(done);
  keep(status, sizeof status, outcome.status);
  return outcome.changes;
}

unsigned walk_do(struct guide *guide, enum command command) {
  return walk_input(guide, command, NULL);
}

unsigned walk_text(struct guide *guide, enum command command, const char *text) {
  const struct guide_input input = {.text = text};
  return walk_input(guide, command, &input);
}

unsigned walk_answer(struct guide *guide, const char *where, const char *answer) {
  walk_text(guide, COMMAND_GO, where);
  return walk_text(guide, COMMAND_ANSWER, answer);
}

void walk_refused(struct guide *guide, enum command command, const struct guide_input *input) {
  struct guide_outcome outcome;
  struct error err = ERROR_INIT;
  uint64_t version = session_version(guide_session(guide));
  const struct question *question = guide_question(guide);
  assert_false(guide_do(guide, command, input, &outcome, &err));
  assert_non_null(err.message);
  keep(message, sizeof message, err.message);
  error_release(&err);
  assert_int_equal(outcome.changes, GUIDE_NOTHING);
  assert_null(outcome.status);
  assert_true(session_version(guide_session(guide)) == version);
  assert_ptr_equal(guide_question(guide), question);
}

const char *walk_status(void) {
  return status;
}

const char *walk_error(void) {
  return message;
}

const char *walk_at(struct guide *guide) {
  return guide_question(guide)->id;
}

const char *walk_value(struct guide *guide, const char *id) {
  return session_value(guide_session(guide), id);
}
