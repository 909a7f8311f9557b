/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/error.h"
#include "checklist/checklist.h"
#include "guide/guide.h"
#include "session/session.h"
#include "tests/base/scratch.h"
#include "tests/guide/walk.h"

static void begins_at_the_first_open_question(void **state) {
  struct guide *guide = *state;
  assert_string_equal(walk_at(guide), "profile.name");
}

static void goes_forward_over_what_applies(void **state) {
  struct guide *guide = *state;
  assert_int_equal(walk_do(guide, COMMAND_NEXT_QUESTION), GUIDE_MOVED);
  assert_string_equal(walk_at(guide), "profile.level");
  walk_do(guide, COMMAND_NEXT_QUESTION);
  /* board-elected is for counties only */
  walk_do(guide, COMMAND_NEXT_QUESTION);
  assert_string_equal(walk_at(guide), "profile.residents");
  walk_do(guide, COMMAND_PREVIOUS_QUESTION);
  assert_string_equal(walk_at(guide), "profile.state");
}

static void crosses_from_page_to_page(void **state) {
  struct guide *guide = *state;
  assert_int_equal(walk_do(guide, COMMAND_NEXT_PAGE), GUIDE_MOVED | GUIDE_PAGE);
  assert_string_equal(walk_at(guide), "landscape.decider");
  assert_int_equal(walk_do(guide, COMMAND_PREVIOUS_QUESTION), GUIDE_MOVED | GUIDE_PAGE);
  assert_string_equal(walk_at(guide), "profile.services");
  walk_do(guide, COMMAND_NEXT_PAGE);
  walk_do(guide, COMMAND_NEXT_QUESTION);
  walk_do(guide, COMMAND_PREVIOUS_PAGE);
  assert_string_equal(walk_at(guide), "profile.name");
}

static void passes_over_a_page_that_does_not_apply(void **state) {
  struct guide *guide = *state;
  walk_answer(guide, "profile.level", "county");
  walk_answer(guide, "landscape.decider", "council");
  walk_text(guide, COMMAND_GO, "permits.written");
  walk_do(guide, COMMAND_NEXT_QUESTION);
  assert_string_equal(walk_at(guide), "fees.scaled");
  walk_do(guide, COMMAND_PREVIOUS_PAGE);
  assert_string_equal(walk_at(guide), "permits.practice");
}

static void the_ends_say_so(void **state) {
  struct guide *guide = *state;
  assert_int_equal(walk_do(guide, COMMAND_PREVIOUS_QUESTION), GUIDE_NOTHING);
  assert_string_equal(walk_status(), "First question: there is none before it.");
  assert_int_equal(walk_do(guide, COMMAND_PREVIOUS_PAGE), GUIDE_NOTHING);
  walk_do(guide, COMMAND_LAST);
  assert_string_equal(walk_at(guide), "tenants.notes");
  assert_int_equal(walk_do(guide, COMMAND_NEXT_QUESTION), GUIDE_FINISHED);
  assert_string_equal(walk_status(), "Finished: that was the last question.");
  assert_int_equal(walk_do(guide, COMMAND_NEXT_PAGE), GUIDE_FINISHED);
  walk_do(guide, COMMAND_FIRST);
  assert_string_equal(walk_at(guide), "profile.name");
  assert_int_equal(walk_do(guide, COMMAND_FIRST), GUIDE_NOTHING);
}

static void goes_by_number_name_and_source(void **state) {
  struct guide *guide = *state;
  static const struct {
    const char *typed, *at;
  } places[] = {
      {"5", "permits.written"},    {"05", "permits.written"},          {"fees.kinds", "fees.kinds"},
      {"fees", "fees.scaled"},     {"z2", "parking.mandate"},          {"Z1-q2", "permits.written"},
      {"S-Q3", "landscape.story"}, {"profile.state", "profile.state"}, {"profile", "profile.name"},
  };
  for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
    walk_text(guide, COMMAND_GO, places[i].typed);
    assert_string_equal(walk_at(guide), places[i].at);
  }
}

static void refuses_where_there_is_nothing(void **state) {
  struct guide *guide = *state;
  static const char *const nowhere[] = {"",        "0",     "15", "99999999999999999999",
                                        "nothing", "added", "-1", "5x"};
  walk_refused(guide, COMMAND_GO, NULL);
  for (size_t i = 0; i < sizeof nowhere / sizeof *nowhere; i++)
    walk_refused(guide, COMMAND_GO, &(struct guide_input){.text = nowhere[i]});
  assert_string_equal(walk_error(), "there is no question or page '5x': give a number from 1 to "
                                    "14, or a name");
}

static void tells_why_a_question_does_not_apply(void **state) {
  struct guide *guide = *state;
  walk_refused(guide, COMMAND_GO, &(struct guide_input){.text = "6"});
  assert_string_equal(walk_error(), "'6' does not apply here: Without such permits there is "
                                    "nothing to appeal.");
  walk_answer(guide, "parking.mandate", "no");
  walk_refused(guide, COMMAND_GO, &(struct guide_input){.text = "parking.since"});
  walk_answer(guide, "profile.level", "county");
  walk_refused(guide, COMMAND_GO, &(struct guide_input){.text = "parking"});
  assert_non_null(strstr(walk_error(), "the state's rule holds"));
}

static void next_open_goes_round(void **state) {
  struct guide *guide = *state;
  walk_text(guide, COMMAND_GO, "tenants.notes");
  walk_do(guide, COMMAND_NEXT_OPEN);
  assert_string_equal(walk_at(guide), "profile.name");
  walk_text(guide, COMMAND_ANSWER, "Springfield");
  walk_do(guide, COMMAND_NEXT_OPEN);
  assert_string_equal(walk_at(guide), "profile.level");
  walk_text(guide, COMMAND_ANSWER, "town");
  walk_do(guide, COMMAND_NEXT_OPEN); /* what the profile does not require may stay empty */
  assert_string_equal(walk_at(guide), "landscape.decider");
}

static void next_open_ends_when_all_is_answered(void **state) {
  struct guide *guide = *state;
  const struct checklist *checklist = guide_checklist(guide);
  walk_answer(guide, "profile.level", "town");
  for (size_t i = 0; i < checklist->question_count; i++)
    if (guide_relevant(guide, checklist->questions[i]))
      walk_answer(guide, checklist->questions[i]->id,
                  checklist->questions[i]->required ? "town" : "unknown");
  assert_int_equal(walk_do(guide, COMMAND_NEXT_OPEN), GUIDE_NOTHING);
  assert_string_equal(walk_status(), "Nothing is unanswered.");
}

static void goes_on_where_it_was_left(void **state) {
  struct guide *guide = *state;
  walk_text(guide, COMMAND_SAVE_AS, scratch_path("left"));
  walk_text(guide, COMMAND_GO, "9");
  assert_true(guide_save(guide, NULL));
  struct checklist *checklist = checklist_load(walk_checklist(), NULL);
  struct session_report report;
  struct session *session =
      session_load(scratch_path("left.yaml"), checklist, SESSION_READ_ONLY, &report, NULL);
  struct guide *again = guide_new(checklist, session);
  assert_string_equal(walk_at(again), "parking.since");
  guide_free(again);
}

static void a_place_that_does_not_apply_is_not_gone_to(void **state) {
  (void)state;
  struct guide *guide = walk_reopened("place: permits.appeals\n");
  assert_string_equal(walk_at(guide), "profile.name");
  guide_free(guide);
  guide = walk_reopened("place: gone.question\n");
  assert_string_equal(walk_at(guide), "profile.name");
  guide_free(guide);
}

static void counts_pages_that_apply(void **state) {
  struct guide *guide = *state;
  size_t count;
  assert_int_equal(guide_page_number(guide, &count), 1);
  assert_int_equal(count, 6);
  walk_text(guide, COMMAND_GO, "fees");
  assert_int_equal(guide_page_number(guide, &count), 5);
  walk_answer(guide, "profile.level", "county");
  walk_text(guide, COMMAND_GO, "fees");
  assert_int_equal(guide_page_number(guide, &count), 4);
  assert_int_equal(count, 5);
  assert_string_equal(guide_page(guide)->id, "fees");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, walk_setup, walk_teardown)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(begins_at_the_first_open_question),
      TEST(goes_forward_over_what_applies),
      TEST(crosses_from_page_to_page),
      TEST(passes_over_a_page_that_does_not_apply),
      TEST(the_ends_say_so),
      TEST(goes_by_number_name_and_source),
      TEST(refuses_where_there_is_nothing),
      TEST(tells_why_a_question_does_not_apply),
      TEST(next_open_goes_round),
      TEST(next_open_ends_when_all_is_answered),
      TEST(goes_on_where_it_was_left),
      TEST(a_place_that_does_not_apply_is_not_gone_to),
      TEST(counts_pages_that_apply),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
