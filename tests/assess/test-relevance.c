/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which questions are asked: a hidden question hides those that hang on it. */
#include "../base/cmocka-tests.h"
#include "fixture.h"

static struct checklist *checklist;

static bool asked(const char *answers, const char *question) {
  struct session *session = fixture_session(checklist, answers);
  struct assessment *assessment = assess(checklist, session);
  bool relevant = assess_question_relevant(assessment, checklist_question(checklist, question));
  assert_int_equal(assess_question(assessment, checklist_question(checklist, question))->relevant,
                   relevant);
  assessment_free(assessment);
  session_free(session);
  return relevant;
}

static void a_condition_on_an_answer(void **state) {
  (void)state;
  assert_true(asked("", "guests.let-in"));
  assert_false(asked("", "guests.shown"));
  assert_true(asked("guests.let-in=yes", "guests.shown"));
  assert_false(asked("guests.let-in=partly", "guests.shown"));
}

static void a_chain_closes_as_a_whole(void **state) {
  (void)state;
  assert_true(asked("guests.let-in=yes guests.shown=yes", "guests.thanked"));
  assert_false(asked("guests.let-in=no guests.shown=yes", "guests.thanked"));
  assert_false(asked("guests.shown=yes", "guests.thanked"));
}

static void a_condition_on_the_page(void **state) {
  (void)state;
  assert_false(asked("", "branch.same"));
  assert_true(asked("profile.branch=yes", "branch.same"));
}

static void a_state_without_a_row_is_unknown(void **state) {
  (void)state;
  assert_false(asked("", "garden.there"));
  assert_false(asked("profile.state=CC", "garden.there"));
  assert_true(asked("profile.state=AA", "garden.there"));
}

static void a_condition_on_the_section(void **state) {
  (void)state;
  assert_false(asked("", "music.heard"));
  assert_false(asked("profile.extent=core", "music.heard"));
  assert_true(asked("profile.extent=full", "music.heard"));
  assert_false(asked("profile.extent=full", "branch-music.heard"));
  assert_false(asked("profile.extent=core profile.branch=yes", "branch-music.heard"));
  assert_true(asked("profile.extent=full profile.branch=yes", "branch-music.heard"));
}

/* What is said of a page that is not asked, and how many questions there are. */
static void expect_hidden(const char *answers, const char *note, bool section_hidden,
                          size_t last_number) {
  struct session *session = fixture_session(checklist, answers);
  struct assessment *assessment = assess(checklist, session);
  const struct criterion *page = checklist_criterion(checklist, "branch-music");
  const struct criterion_result *result = assess_criterion(assessment, page);
  assert_int_equal(result->section_hidden, section_hidden);
  assert_int_equal(assess_section_relevant(assessment, page->section), !section_hidden);
  if (note)
    assert_string_equal(result->hidden_note, note);
  else
    assert_null(result->hidden_note);
  assert_int_equal(assess_last_number(assessment), last_number);
  assessment_free(assessment);
  session_free(session);
}

static void a_hidden_page_says_why(void **state) {
  (void)state;
  size_t all = checklist->numbered_count;
  expect_hidden("profile.branch=yes", "Choose all of it to be asked this.", true, all - 4);
  expect_hidden("profile.extent=full", "There is no branch.", false, all);
  expect_hidden("profile.extent=full profile.branch=yes", NULL, false, all);
}

static void hidden_answers_are_kept_and_come_back(void **state) {
  (void)state;
  struct session *session = fixture_session(checklist, "profile.extent=core music.heard=no");
  struct assessment *assessment = assess_with_provisions(checklist, session);
  assert_int_equal(assessment->counts.not_met, 0);
  assert_int_equal(assessment->counts.hidden_with_answer, 1);
  assert_int_equal(assess_recommendation(assessment, "music")->advice, ADVICE_NONE);
  assessment_free(assessment);
  session_free(session);
  session = fixture_session(checklist, "music.heard=no profile.extent=full");
  assessment = assess_with_provisions(checklist, session);
  assert_int_equal(assessment->counts.not_met, 1);
  assert_int_equal(assess_recommendation(assessment, "music")->advice, ADVICE_ADOPT);
  assessment_free(assessment);
  session_free(session);
}

static void a_place_that_is_not_this_checklist_s(void **state) {
  (void)state;
  struct session *session = fixture_session(checklist, "");
  struct assessment *assessment = assess(checklist, session);
  static const struct criterion stranger = {.id = "stranger"};
  assert_null(assess_criterion(assessment, &stranger));
  assessment_free(assessment);
  session_free(session);
}

static int load(void **state) {
  (void)state;
  checklist = fixture_checklist("tests/assess/rules.yaml");
  return 0;
}

static int release(void **state) {
  (void)state;
  fixture_free(checklist);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_condition_on_an_answer),
      cmocka_unit_test(a_chain_closes_as_a_whole),
      cmocka_unit_test(a_condition_on_the_page),
      cmocka_unit_test(a_state_without_a_row_is_unknown),
      cmocka_unit_test(a_condition_on_the_section),
      cmocka_unit_test(a_hidden_page_says_why),
      cmocka_unit_test(hidden_answers_are_kept_and_come_back),
      cmocka_unit_test(a_place_that_is_not_this_checklist_s),
  };
  return cmocka_run_group_tests(tests, load, release);
}
