/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every verdict, from every polarity, kind of page and answer. */
#include "../base/cmocka-tests.h"
#include "assess/verdict.h"
#include "checklist/checklist.h"

static enum verdict judge(enum section_kind section_kind, enum polarity polarity, bool relevant,
                          const char *value) {
  struct section section = {.kind = section_kind};
  struct criterion criterion = {.section = &section};
  struct question question = {.criterion = &criterion, .kind = KIND_YES_NO, .polarity = polarity};
  return verdict_of(&question, relevant, value);
}

static void each_polarity_judges_each_answer(void **state) {
  (void)state;
  static const struct {
    enum polarity polarity;
    const char *value;
    enum verdict verdict;
  } rows[] = {
      {POLARITY_PROTECTIVE, "yes", VERDICT_MET},
      {POLARITY_PROTECTIVE, "no", VERDICT_NOT_MET},
      {POLARITY_PROTECTIVE, "partly", VERDICT_PARTLY},
      {POLARITY_PROTECTIVE, "other", VERDICT_OTHER},
      {POLARITY_PROTECTIVE, "unknown", VERDICT_UNKNOWN},
      {POLARITY_PROTECTIVE, "n/a", VERDICT_DOES_NOT_APPLY},
      {POLARITY_PROTECTIVE, NULL, VERDICT_UNANSWERED},
      {POLARITY_PROTECTIVE, "a-choice", VERDICT_NOT_JUDGED},
      {POLARITY_HARMFUL, "yes", VERDICT_NOT_MET},
      {POLARITY_HARMFUL, "no", VERDICT_MET},
      {POLARITY_HARMFUL, "partly", VERDICT_PARTLY},
      {POLARITY_HARMFUL, "other", VERDICT_OTHER},
      {POLARITY_BASELINE, "yes", VERDICT_BASELINE},
      {POLARITY_BASELINE, "no", VERDICT_NOT_MET},
      {POLARITY_BASELINE, "partly", VERDICT_PARTLY},
      {POLARITY_BASELINE, "other", VERDICT_OTHER},
      {POLARITY_NEUTRAL, "yes", VERDICT_NOT_JUDGED},
      {POLARITY_NEUTRAL, "no", VERDICT_NOT_JUDGED},
      {POLARITY_NEUTRAL, "partly", VERDICT_NOT_JUDGED},
      {POLARITY_NEUTRAL, "other", VERDICT_NOT_JUDGED},
      {POLARITY_NEUTRAL, "unknown", VERDICT_UNKNOWN},
      {POLARITY_NEUTRAL, "n/a", VERDICT_DOES_NOT_APPLY},
      {POLARITY_NEUTRAL, NULL, VERDICT_UNANSWERED},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    assert_int_equal(judge(SECTION_CRITERIA, rows[i].polarity, true, rows[i].value),
                     rows[i].verdict);
    assert_int_equal(judge(SECTION_FURTHER, rows[i].polarity, true, rows[i].value),
                     rows[i].verdict);
  }
}

static enum verdict judge_choice(enum polarity polarity, const char *value) {
  static const struct choice choices[] = {
      {.id = "plain"},
      {.id = "done", .verdict = CHOICE_MET},
      {.id = "half", .verdict = CHOICE_PARTLY},
      {.id = "undone", .verdict = CHOICE_NOT_MET},
      {.id = "unclear", .verdict = CHOICE_UNKNOWN},
      {.id = "moot", .verdict = CHOICE_DOES_NOT_APPLY},
  };
  struct section section = {.kind = SECTION_CRITERIA};
  struct criterion criterion = {.section = &section};
  struct question question = {.criterion = &criterion,
                              .kind = KIND_CHOICE,
                              .polarity = polarity,
                              .choices = choices,
                              .choice_count = 6};
  return verdict_of(&question, true, value);
}

static void a_choice_brings_its_verdict(void **state) {
  (void)state;
  static const struct {
    const char *value;
    enum verdict verdict;
  } rows[] = {
      {"done", VERDICT_MET},        {"half", VERDICT_PARTLY},         {"undone", VERDICT_NOT_MET},
      {"unclear", VERDICT_UNKNOWN}, {"moot", VERDICT_DOES_NOT_APPLY}, {"other", VERDICT_OTHER},
      {"unknown", VERDICT_UNKNOWN}, {"plain", VERDICT_NOT_JUDGED},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    assert_int_equal(judge_choice(POLARITY_PROTECTIVE, rows[i].value), rows[i].verdict);
    assert_int_equal(judge_choice(POLARITY_HARMFUL, rows[i].value), rows[i].verdict);
  }
  assert_int_equal(judge_choice(POLARITY_BASELINE, "done"), VERDICT_BASELINE);
  assert_int_equal(judge_choice(POLARITY_BASELINE, "undone"), VERDICT_NOT_MET);
  assert_int_equal(judge_choice(POLARITY_NEUTRAL, "undone"), VERDICT_NOT_JUDGED);
}

static void a_survey_and_the_profile_judge_nothing(void **state) {
  (void)state;
  assert_int_equal(judge(SECTION_SURVEY, POLARITY_PROTECTIVE, true, "no"), VERDICT_NOT_JUDGED);
  assert_int_equal(judge(SECTION_PROFILE, POLARITY_HARMFUL, true, "yes"), VERDICT_NOT_JUDGED);
  assert_int_equal(judge(SECTION_SURVEY, POLARITY_PROTECTIVE, true, "unknown"), VERDICT_UNKNOWN);
}

static void what_is_hidden_is_not_relevant_whatever_its_answer(void **state) {
  (void)state;
  assert_int_equal(judge(SECTION_CRITERIA, POLARITY_PROTECTIVE, false, "no"), VERDICT_NOT_RELEVANT);
  assert_int_equal(judge(SECTION_CRITERIA, POLARITY_PROTECTIVE, false, NULL), VERDICT_NOT_RELEVANT);
}

static void three_verdicts_are_open(void **state) {
  (void)state;
  for (int verdict = VERDICT_NOT_RELEVANT; verdict <= VERDICT_NOT_MET; verdict++) {
    bool open =
        verdict == VERDICT_UNANSWERED || verdict == VERDICT_UNKNOWN || verdict == VERDICT_OTHER;
    assert_int_equal(verdict_is_open((enum verdict)verdict), open);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_polarity_judges_each_answer),
      cmocka_unit_test(a_choice_brings_its_verdict),
      cmocka_unit_test(a_survey_and_the_profile_judge_nothing),
      cmocka_unit_test(what_is_hidden_is_not_relevant_whatever_its_answer),
      cmocka_unit_test(three_verdicts_are_open),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
