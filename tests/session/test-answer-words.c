/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An answer with its words behind it, in one line. */
#include <stdlib.h>

#include "checklist/checklist.h"
#include "session/answer-kind.h"
#include "session/fixture.h"

static void expect(const struct fixture *fixture, const char *id, const char *typed,
                   const char *wanted, const char *wanted_words) {
  const struct question *question = checklist_question(fixture->checklist, id);
  struct error err = ERROR_INIT;
  const char *words = "left over";
  char *value = answer_parse_with_words(question, typed, &words, &err);
  assert_non_null(value);
  assert_string_equal(value, wanted);
  assert_null(err.message);
  if (wanted_words)
    assert_string_equal(words, wanted_words);
  else
    assert_null(words);
  free(value);
  value = answer_parse_with_words(question, typed, &words, NULL);
  assert_string_equal(value, wanted);
  free(value);
}

static void words_stand_behind_a_colon_or_a_space(void **state) {
  FIXTURE;
  expect(fixture, "permits.practice", "yes", "yes", NULL);
  expect(fixture, "permits.practice", "don't know yet", "unknown", NULL);
  expect(fixture, "permits.practice", "partly", "partly", NULL);
  expect(fixture, "permits.practice", "partly: except in summer", "partly", " except in summer");
}

static void a_number_needs_the_colon(void **state) {
  FIXTURE;
  expect(fixture, "permits.practice", "3: in summer", "partly", " in summer");
  expect(fixture, "permits.practice", "p in summer", "partly", "in summer");
  expect(fixture, "permits.practice", "does not apply: no fees", "n/a", " no fees");
  expect(fixture, "landscape.decider", "o by hand", "other", "by hand");
}

static void refuse(const struct fixture *fixture, const char *typed) {
  const struct question *question = checklist_question(fixture->checklist, "permits.practice");
  struct error err = ERROR_INIT;
  const char *words = "left over";
  assert_null(answer_parse_with_words(question, typed, &words, &err));
  assert_null(words);
  assert_non_null(err.message);
  assert_null(answer_parse_with_words(question, typed, &words, NULL));
  error_release(&err);
}

static void what_takes_no_words_is_refused_with_words(void **state) {
  FIXTURE;
  refuse(fixture, "yes: of course");
  refuse(fixture, "y of course");
  refuse(fixture, "3 in summer"); /* question 3 */
  refuse(fixture, "perhaps: in summer");
  refuse(fixture, "perhaps");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      fixture_test(words_stand_behind_a_colon_or_a_space),
      fixture_test(a_number_needs_the_colon),
      fixture_test(what_takes_no_words_is_refused_with_words),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
