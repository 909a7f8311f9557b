/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "checklist/checklist.h"
#include "checklist/condition.h"

/* Answers: one.a is yes, profile.services is two choices; the state bans limits. */
static const char *answer(void *context, const char *subject) {
  (void)context;
  if (!strcmp(subject, "one.a"))
    return "yes";
  return strcmp(subject, "profile.services") ? NULL : "water, sewer-lines";
}

static bool state_has_mode(void *context, const char *mode) {
  (void)context;
  return !strcmp(mode, "bans-limits");
}

static const struct condition_lookup lookup = {answer, state_has_mode, NULL};

static const char *const yes_or_partly[] = {"partly", "yes", NULL};
static const char *const no[] = {"no", NULL};

static const struct condition holding = {
    .kind = CONDITION_ANSWER, .subject = "one.a", .values = yes_or_partly};
static const struct condition failing = {
    .kind = CONDITION_ANSWER, .subject = "one.a", .values = no};
static const struct condition *both[] = {&holding, &failing};

static bool holds(struct condition condition) {
  return condition_holds(&condition, &lookup);
}

static void no_condition_holds_always(void **state) {
  (void)state;
  assert_true(condition_holds(NULL, &lookup));
}

static void asking_for_a_state_mode_is_found_at_any_depth(void **state) {
  (void)state;
  const struct condition mode = {.kind = CONDITION_STATE_MODE, .values = no};
  const struct condition *parts[] = {&holding, &mode};
  const struct condition any = {.kind = CONDITION_ANY, .parts = parts, .part_count = 2};
  const struct condition *inner[] = {&any};
  const struct condition not_any = {.kind = CONDITION_NOT, .parts = inner, .part_count = 1};
  assert_true(condition_asks_state_mode(&mode));
  assert_true(condition_asks_state_mode(&not_any));
  assert_false(condition_asks_state_mode(&holding));
  assert_false(condition_asks_state_mode(NULL));
}

static void answers_are_compared(void **state) {
  (void)state;
  assert_true(holds(holding));
  assert_false(holds(failing));
  struct condition other = holding;
  other.negated = true;
  assert_false(holds(other));
  other = failing;
  other.negated = true;
  assert_true(holds(other));
}

static void the_unanswered_is_no_word_at_all(void **state) {
  (void)state;
  struct condition condition = {.kind = CONDITION_ANSWER, .subject = "one.b", .values = no};
  assert_false(holds(condition));
  condition.negated = true;
  assert_true(holds(condition));
}

static void one_of_several_choices_is_enough(void **state) {
  (void)state;
  static const char *const words[][2] = {{"water"}, {"sewer-lines"}, {"sewer"}, {"wat"}, {"lines"}};
  static const bool wanted[] = {true, true, false, false, false};
  for (size_t i = 0; i < 5; i++) {
    struct condition condition = {
        .kind = CONDITION_PROFILE, .subject = "profile.services", .values = words[i]};
    assert_int_equal(holds(condition), wanted[i]);
  }
}

static void parts_are_put_together(void **state) {
  (void)state;
  static const struct {
    enum condition_kind kind;
    size_t first, count;
    bool wanted;
  } rows[] = {
      {CONDITION_ALL, 0, 2, false}, {CONDITION_ALL, 0, 1, true},  {CONDITION_ALL, 0, 0, true},
      {CONDITION_ANY, 0, 2, true},  {CONDITION_ANY, 1, 1, false}, {CONDITION_ANY, 0, 0, false},
      {CONDITION_NOT, 0, 1, false}, {CONDITION_NOT, 1, 1, true},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    struct condition condition = {
        .kind = rows[i].kind, .parts = both + rows[i].first, .part_count = rows[i].count};
    assert_int_equal(holds(condition), rows[i].wanted);
  }
}

static void the_states_mode_is_asked_for(void **state) {
  (void)state;
  static const char *const one[] = {"bans-limits", NULL}, *const two[] = {"partial", "bans-limits",
                                                                          NULL};
  struct condition condition = {.kind = CONDITION_STATE_MODE, .values = one};
  assert_true(holds(condition));
  condition.values = two;
  assert_true(holds(condition));
  condition.values = no;
  assert_false(holds(condition));
  struct condition_lookup without_state = {answer, NULL, NULL};
  condition.values = one;
  assert_false(condition_holds(&condition, &without_state));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(no_condition_holds_always),
      cmocka_unit_test(asking_for_a_state_mode_is_found_at_any_depth),
      cmocka_unit_test(answers_are_compared),
      cmocka_unit_test(the_unanswered_is_no_word_at_all),
      cmocka_unit_test(one_of_several_choices_is_enough),
      cmocka_unit_test(parts_are_put_together),
      cmocka_unit_test(the_states_mode_is_asked_for),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
