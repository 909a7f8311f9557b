/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "checklist/checklist.h"
#include "guide/guide.h"
#include "session/session.h"
#include "tests/base/scratch.h"
#include "tests/guide/walk.h"

static void nothing_to_undo(void **state) {
  struct guide *guide = *state;
  assert_int_equal(walk_do(guide, COMMAND_UNDO), GUIDE_NOTHING);
  assert_string_equal(walk_status(), "Nothing to undo.");
  assert_int_equal(walk_do(guide, COMMAND_REDO), GUIDE_NOTHING);
  assert_string_equal(walk_status(), "Nothing to bring back.");
}

static void goes_to_the_question_that_changed(void **state) {
  struct guide *guide = *state;
  walk_answer(guide, "5", "yes");
  walk_answer(guide, "10", "no");
  walk_do(guide, COMMAND_FIRST);
  assert_int_equal(walk_do(guide, COMMAND_UNDO), GUIDE_ANSWERED | GUIDE_MOVED | GUIDE_PAGE);
  assert_string_equal(walk_at(guide), "fees.scaled");
  assert_string_equal(walk_status(), "Undone: question 10, now: not answered.");
  walk_do(guide, COMMAND_UNDO);
  assert_string_equal(walk_at(guide), "permits.written");
  walk_do(guide, COMMAND_REDO);
  assert_string_equal(walk_status(), "Redone: question 5, now: yes.");
  assert_string_equal(walk_value(guide, "permits.written"), "yes");
  assert_null(walk_value(guide, "fees.scaled"));
}

static void tells_what_was_undone(void **state) {
  struct guide *guide = *state;
  struct evidence evidence = {.what = (char[]){"Report"}};
  struct follow_up follow_up = {.what = (char[]){"call"}};
  struct group_tally group = {
      .rule = (char[]){"majority"}, .for_count = 3, .against_count = -1, .aside_count = -1};
  const struct guide_input input = {
      .evidence = &evidence, .follow_up = &follow_up, .group = &group, .text = "custom"};
  static const struct {
    enum command command;
    const char *undone, *redone;
  } steps[] = {
      {COMMAND_INSTRUMENT, "Undone: the kind of rule of question 5.",
       "Redone: the kind of rule of question 5."},
      {COMMAND_COMMENT, "Undone: the comment on question 5.", "Redone: the comment on question 5."},
      {COMMAND_NOTE, "Undone: the private note on question 5.",
       "Redone: the private note on question 5."},
      {COMMAND_EVIDENCE_ADD, "Undone: the evidence for question 5.",
       "Redone: the evidence for question 5."},
      {COMMAND_REVIEW, "Undone: the mark on question 5.", "Redone: the mark on question 5."},
      {COMMAND_FOLLOW_UP, "Undone: the follow-up to question 5.",
       "Redone: the follow-up to question 5."},
      {COMMAND_GROUP, "Undone: the group tally of question 5.",
       "Redone: the group tally of question 5."},
  };
  walk_answer(guide, "5", "yes");
  for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
    walk_input(guide, steps[i].command, &input);
    assert_int_equal(walk_do(guide, COMMAND_UNDO), GUIDE_ANSWERED);
    assert_string_equal(walk_status(), steps[i].undone);
    walk_do(guide, COMMAND_REDO);
    assert_string_equal(walk_status(), steps[i].redone);
  }
  evidence.link = (char[]){"shelf 3"};
  walk_input(guide, COMMAND_EVIDENCE_CHANGE, &input);
  walk_do(guide, COMMAND_UNDO);
  assert_string_equal(walk_status(), "Undone: the evidence for question 5.");
}

static void names_a_profile_field_by_its_question(void **state) {
  struct guide *guide = *state;
  walk_text(guide, COMMAND_ANSWER, "Springfield");
  walk_do(guide, COMMAND_UNDO);
  assert_string_equal(walk_status(),
                      "Undone: \"What is your town or county called?\", now: not answered.");
}

static void relevance_follows(void **state) {
  struct guide *guide = *state;
  walk_answer(guide, "permits.practice", "yes");
  walk_answer(guide, "permits.appeals", "no");
  assert_true(walk_answer(guide, "permits.practice", "no") & GUIDE_STRUCTURE);
  assert_true(walk_do(guide, COMMAND_UNDO) & GUIDE_STRUCTURE);
  assert_string_equal(walk_status(), "Undone: question 4, now: yes. 1 more question applies now.");
  walk_do(guide, COMMAND_UNDO);
  assert_string_equal(walk_at(guide), "permits.appeals");
}

static void a_new_answer_ends_what_could_be_redone(void **state) {
  struct guide *guide = *state;
  walk_answer(guide, "5", "yes");
  walk_do(guide, COMMAND_UNDO);
  walk_text(guide, COMMAND_ANSWER, "no");
  assert_int_equal(walk_do(guide, COMMAND_REDO), GUIDE_NOTHING);
}

static void survives_quitting(void **state) {
  struct guide *guide = *state;
  struct session_report report;
  walk_text(guide, COMMAND_SAVE_AS, scratch_path("kept"));
  walk_answer(guide, "5", "yes");
  assert_true(guide_save(guide, NULL));
  struct checklist *checklist = checklist_load(walk_checklist(), NULL);
  struct session *session =
      session_load(scratch_path("kept.yaml"), checklist, SESSION_READ_ONLY, &report, NULL);
  assert_int_equal(session_undo_count(session), 1);
  struct guide *reader = guide_new(checklist, session);
  walk_refused(reader, COMMAND_UNDO, NULL);
  guide_free(reader);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, walk_setup, walk_teardown)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(nothing_to_undo),       TEST(goes_to_the_question_that_changed),
      TEST(tells_what_was_undone), TEST(names_a_profile_field_by_its_question),
      TEST(relevance_follows),     TEST(a_new_answer_ends_what_could_be_redone),
      TEST(survives_quitting),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
