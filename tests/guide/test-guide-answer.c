/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "checklist/checklist.h"
#include "guide/guide.h"
#include "session/session.h"
#include "tests/guide/walk.h"

static const struct answer *answer(struct guide *guide) {
  return session_answer(guide_session(guide), walk_at(guide));
}

static void keys_answer_and_stay(void **state) {
  struct guide *guide = *state;
  walk_text(guide, COMMAND_GO, "permits.written");
  assert_int_equal(walk_do(guide, COMMAND_ANSWER_YES), GUIDE_ANSWERED);
  assert_string_equal(walk_status(), "Answered: yes.");
  assert_string_equal(walk_at(guide), "permits.written");
  walk_do(guide, COMMAND_ANSWER_NO);
  assert_string_equal(walk_value(guide, "permits.written"), "no");
  walk_do(guide, COMMAND_ANSWER_UNKNOWN);
  assert_string_equal(walk_status(), "Answered: don't know yet.");
}

static void the_same_answer_changes_nothing(void **state) {
  struct guide *guide = *state;
  walk_answer(guide, "permits.written", "y");
  assert_int_equal(walk_do(guide, COMMAND_ANSWER_YES), GUIDE_NOTHING);
  assert_string_equal(walk_status(), "Answered: yes.");
  assert_int_equal(session_undo_count(guide_session(guide)), 1);
}

static void words_are_asked_for(void **state) {
  struct guide *guide = *state;
  static const struct {
    enum command command;
    const char *asked, *value;
  } wordy[] = {
      {COMMAND_ANSWER_PARTLY, "What is the exception?", "partly"},
      {COMMAND_ANSWER_OTHER, "How is it, in your own words?", "other"},
      {COMMAND_ANSWER_NOT_APPLICABLE, "Why does it not apply?", "n/a"},
  };
  walk_text(guide, COMMAND_GO, "fees.scaled");
  for (size_t i = 0; i < sizeof wordy / sizeof *wordy; i++) {
    assert_int_equal(walk_do(guide, wordy[i].command), GUIDE_NEEDS_WORDS);
    assert_string_equal(walk_status(), wordy[i].asked);
    const struct guide_input blank = {.words = " \n "};
    assert_int_equal(walk_input(guide, wordy[i].command, &blank), GUIDE_NEEDS_WORDS);
    const struct guide_input words = {.words = "because"};
    assert_true(walk_input(guide, wordy[i].command, &words) & GUIDE_ANSWERED);
    assert_string_equal(walk_value(guide, "fees.scaled"), wordy[i].value);
    assert_string_equal(answer(guide)->words, "because");
  }
  walk_do(guide, COMMAND_ANSWER_YES);
  assert_null(answer(guide)->words);
}

static void typed_answers_are_read(void **state) {
  struct guide *guide = *state;
  walk_answer(guide, "profile.name", "Springfield \n");
  assert_string_equal(walk_value(guide, "profile.name"), "Springfield");
  walk_answer(guide, "profile.services", "1, Buses");
  assert_string_equal(walk_value(guide, "profile.services"), "water, buses");
  assert_string_equal(walk_status(), "Answered: Water, Buses.");
  walk_answer(guide, "profile.adopted", "2020-02-29");
  assert_string_equal(walk_value(guide, "profile.adopted"), "2020-02-29");
  walk_text(guide, COMMAND_GO, "profile.adopted");
  walk_refused(guide, COMMAND_ANSWER, &(struct guide_input){.text = "2021-02-29"});
  assert_non_null(strstr(walk_error(), "is not a date"));
  walk_text(guide, COMMAND_GO, "profile.residents");
  walk_refused(guide, COMMAND_ANSWER, &(struct guide_input){.text = "many"});
}

static void keys_that_mean_nothing_here(void **state) {
  struct guide *guide = *state;
  walk_text(guide, COMMAND_GO, "profile.level");
  walk_refused(guide, COMMAND_ANSWER_YES, NULL);
  assert_string_equal(walk_error(), "'yes' is not an answer to this question");
  walk_refused(guide, COMMAND_ANSWER_OTHER, NULL); /* other: "no" */
  walk_text(guide, COMMAND_GO, "landscape.story");
  walk_refused(guide, COMMAND_ANSWER_NO, NULL);
  assert_true(walk_do(guide, COMMAND_ANSWER_UNKNOWN) & GUIDE_ANSWERED);
}

static void an_empty_answer_clears(void **state) {
  struct guide *guide = *state;
  walk_answer(guide, "profile.name", "Springfield");
  walk_text(guide, COMMAND_COMMENT, "stays");
  assert_true(walk_text(guide, COMMAND_ANSWER, " ") & GUIDE_ANSWERED);
  assert_string_equal(walk_status(), "Cleared: not answered.");
  assert_null(walk_value(guide, "profile.name"));
  assert_string_equal(answer(guide)->comment, "stays");
  assert_int_equal(walk_do(guide, COMMAND_CLEAR_ANSWER), GUIDE_NOTHING);
  assert_string_equal(walk_status(), "Unchanged: there is no answer yet.");
  assert_int_equal(walk_do(guide, COMMAND_ANSWER), GUIDE_NOTHING);
}

static void other_questions_come_and_go(void **state) {
  struct guide *guide = *state;
  assert_int_equal(walk_answer(guide, "permits.practice", "yes"), GUIDE_ANSWERED | GUIDE_STRUCTURE);
  assert_string_equal(walk_status(), "Answered: yes. 1 more question applies now.");
  walk_answer(guide, "permits.appeals", "no");
  assert_int_equal(walk_answer(guide, "permits.practice", "no"), GUIDE_ANSWERED | GUIDE_STRUCTURE);
  assert_string_equal(walk_status(),
                      "Answered: no. 1 question does not apply any more. 1 answer given there is "
                      "kept.");
  assert_string_equal(walk_value(guide, "permits.appeals"), "no");
  walk_answer(guide, "permits.practice", "yes");
  walk_text(guide, COMMAND_GO, "permits.appeals");
  assert_string_equal(walk_value(guide, "permits.appeals"), "no");
}

static void a_chain_of_relevance_is_followed(void **state) {
  struct guide *guide = *state;
  walk_answer(guide, "profile.level", "county");
  walk_answer(guide, "profile.services", "water");
  assert_int_equal(walk_answer(guide, "landscape.decider", "staff"),
                   GUIDE_ANSWERED | GUIDE_STRUCTURE);
  walk_answer(guide, "parking.mandate", "no");
  walk_text(guide, COMMAND_GO, "fees");
  walk_do(guide, COMMAND_PREVIOUS_QUESTION);
  assert_string_equal(walk_at(guide), "parking.mandate");
  walk_answer(guide, "landscape.decider", "council"); /* hides parking, and with it its "no" */
  assert_string_equal(walk_status(), "Answered: The town council. 1 question does not apply any "
                                     "more. 1 answer given there is kept.");
}

static void state_law_is_known_as_soon_as_the_state_is(void **state) {
  struct guide *guide = *state;
  const struct question *covered = checklist_question(guide_checklist(guide), "tenants.covered");
  assert_false(guide_checklist(guide)->rest_loaded);
  assert_true(guide_relevant(guide, covered));
  assert_int_equal(walk_answer(guide, "profile.state", "TX"), GUIDE_ANSWERED | GUIDE_STRUCTURE);
  assert_false(guide_relevant(guide, covered));
}

static void the_kind_of_rule(void **state) {
  struct guide *guide = *state;
  walk_answer(guide, "permits.written", "yes");
  walk_text(guide, COMMAND_INSTRUMENT, "ordinance");
  assert_string_equal(answer(guide)->instrument, "ordinance");
  assert_int_equal(strncmp(walk_status(), "Recorded: Ordinance. ", 21), 0);
  walk_text(guide, COMMAND_INSTRUMENT, "department POLICY");
  assert_string_equal(answer(guide)->instrument, "department-policy");
  walk_refused(guide, COMMAND_INSTRUMENT, &(struct guide_input){.text = "wish"});
  assert_non_null(strstr(walk_error(), "charter"));
  walk_do(guide, COMMAND_INSTRUMENT);
  assert_null(answer(guide)->instrument);
  assert_string_equal(walk_status(), "Cleared: no kind of rule is named.");
  walk_text(guide, COMMAND_GO, "permits.practice");
  walk_refused(guide, COMMAND_INSTRUMENT, &(struct guide_input){.text = "ordinance"});
  assert_string_equal(walk_error(), "this question is not about a written rule");
}

static void confirms_what_was_reworded(void **state) {
  (void)state;
  struct guide *guide = walk_reopened("answers:\n"
                                      "  permits.written:\n"
                                      "    answer: \"yes\"\n"
                                      "    asked: \"Is it written anywhere?\"\n");
  walk_refused(guide, COMMAND_CONFIRM, NULL); /* stands at the profile */
  walk_text(guide, COMMAND_GO, "permits.written");
  assert_true(session_look_again(guide_session(guide), guide_question(guide)));
  assert_true(walk_do(guide, COMMAND_CONFIRM) & GUIDE_ANSWERED);
  assert_string_equal(walk_status(), "Confirmed: the answer still fits.");
  assert_false(session_look_again(guide_session(guide), guide_question(guide)));
  walk_refused(guide, COMMAND_CONFIRM, NULL);
  guide_free(guide);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, walk_setup, walk_teardown)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(keys_answer_and_stay),
      TEST(the_same_answer_changes_nothing),
      TEST(words_are_asked_for),
      TEST(typed_answers_are_read),
      TEST(keys_that_mean_nothing_here),
      TEST(an_empty_answer_clears),
      TEST(other_questions_come_and_go),
      TEST(a_chain_of_relevance_is_followed),
      TEST(state_law_is_known_as_soon_as_the_state_is),
      TEST(the_kind_of_rule),
      TEST(confirms_what_was_reworded),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
