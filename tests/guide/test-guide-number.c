/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "checklist/checklist.h"
#include "guide/guide.h"
#include "session/session.h"
#include "tests/guide/walk.h"

static void a_line_answers_the_question_of_its_number(void **state) {
  struct guide *guide = *state;
  static const struct {
    const char *line, *id, *value;
  } lines[] = {
      {"5 y", "permits.written", "yes"},
      {"7 n", "parking.mandate", "no"},
      {" 4. YES", "permits.practice", "yes"},
      {"11n", "fees.posted", "no"},
      {"10 d", "fees.scaled", "unknown"},
      {"10 y", "fees.scaled", "yes"},
      {"10 ?", "fees.scaled", "unknown"},
      {"10 n", "fees.scaled", "no"},
      {"10 u", "fees.scaled", "unknown"},
      {"12 1, 3", "fees.kinds", "permit, school"},
      {"2 14", "landscape.last-year", "14"},
      {"3 They like them", "landscape.story", "They like them"},
      {"1: 2", "landscape.decider", "board"},
      {"1) staff", "landscape.decider", "staff"},
  };
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
    walk_text(guide, COMMAND_BY_NUMBER, lines[i].line);
    assert_string_equal(walk_value(guide, lines[i].id), lines[i].value);
    assert_string_equal(walk_at(guide), lines[i].id);
  }
}

static void words_stand_behind_the_answer(void **state) {
  struct guide *guide = *state;
  assert_true(walk_text(guide, COMMAND_BY_NUMBER, "5 p except on corner lots") & GUIDE_ANSWERED);
  const struct answer *answer = session_answer(guide_session(guide), "permits.written");
  assert_string_equal(answer->value, "partly");
  assert_string_equal(answer->words, "except on corner lots");
  assert_string_equal(walk_status(),
                      "5. Answered: partly. In these words: \"except on corner lots\".");
}

static void words_that_are_missing_are_asked_for(void **state) {
  struct guide *guide = *state;
  assert_true(walk_text(guide, COMMAND_BY_NUMBER, "5 o") & GUIDE_NEEDS_WORDS);
  assert_string_equal(walk_status(), "5. How is it, in your own words?");
  assert_null(walk_value(guide, "permits.written"));
  struct guide_input input = {.text = "5 o", .words = "by hand"};
  assert_true(walk_input(guide, COMMAND_BY_NUMBER, &input) & GUIDE_ANSWERED);
  assert_string_equal(walk_value(guide, "permits.written"), "other");
}

static void each_entry_can_be_undone(void **state) {
  struct guide *guide = *state;
  walk_text(guide, COMMAND_BY_NUMBER, "5 y");
  walk_text(guide, COMMAND_BY_NUMBER, "5 n");
  walk_do(guide, COMMAND_UNDO);
  assert_string_equal(walk_value(guide, "permits.written"), "yes");
}

static void a_refusal_names_the_number(void **state) {
  struct guide *guide = *state;
  static const struct {
    const char *line, *error;
  } lines[] = {
      {"99 y", "there is no question with that number: they go from 1 to 14"},
      {"0 y", "there is no question with that number: they go from 1 to 14"},
      {"99999999999999999999 y", "there is no question with that number: they go from 1 to 14"},
      {"yes", "that does not begin with the number of a question: write it like 12 y"},
      {"", "that does not begin with the number of a question: write it like 12 y"},
      {"5", "question 5: write its answer behind the number, like 5 y"},
      {"5 maybe", "question 5: 'maybe' is not an answer to this question; write one of these: yes, "
                  "no, partly, other, don't know yet, does not apply"},
      {"2 many", "question 2: 'many' is not a number; write digits only, like 1200 or 3.5, or "
                 "'unknown'"},
      {"6 y", "question 6 is not asked here: Without such permits there is nothing to appeal."},
  };
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
    struct guide_input input = {.text = lines[i].line};
    walk_refused(guide, COMMAND_BY_NUMBER, &input);
    assert_string_equal(walk_error(), lines[i].error);
  }
  struct guide_input nothing = {0};
  walk_refused(guide, COMMAND_BY_NUMBER, &nothing);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, walk_setup, walk_teardown)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(a_line_answers_the_question_of_its_number),
      TEST(words_stand_behind_the_answer),
      TEST(words_that_are_missing_are_asked_for),
      TEST(each_entry_can_be_undone),
      TEST(a_refusal_names_the_number),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
