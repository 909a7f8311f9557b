/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/outline.h"

#include <stdio.h>
#include <string.h>

#include "checklist/checklist.h"
#include "session/session.h"
#include "tests/guide/walk.h"

/* "fees:not finished fees.scaled:yes …" */
static const char *rows(struct guide *guide, enum outline_filter filter, const char *search) {
  static char text[4096];
  struct outline outline;
  size_t used = 0;
  text[0] = '\0';
  outline_make(&outline, guide, filter, search);
  for (size_t i = 0; i < outline.count; i++) {
    const struct outline_row *row = &outline.rows[i];
    used += (size_t)snprintf(text + used, sizeof text - used, "%s%s:%s", used ? " " : "",
                             row->question ? row->question->id : row->criterion->id, row->state);
  }
  outline_release(&outline);
  assert_null(outline.rows);
  return text;
}

static void all_rows_in_order(void **state) {
  struct guide *guide = *state;
  const struct checklist *checklist = guide_checklist(guide);
  struct outline outline;
  outline_make(&outline, guide, OUTLINE_ALL, NULL);
  assert_int_equal(outline.count, checklist->question_count + checklist->criterion_count);
  assert_null(outline.rows[0].question);
  assert_string_equal(outline.rows[0].state, "0 of 6");
  assert_string_equal(outline.rows[1].question->id, "profile.name");
  assert_string_equal(outline.rows[1].state, "–");
  outline_release(&outline);
}

static void states_in_words(void **state) {
  struct guide *guide = *state;
  walk_answer(guide, "profile.level", "county");
  walk_answer(guide, "fees.scaled", "unknown");
  walk_answer(guide, "permits.written", "no");
  assert_non_null(
      strstr(rows(guide, OUTLINE_ALL, NULL), "permits.written:no permits.appeals:not asked"));
  assert_non_null(strstr(rows(guide, OUTLINE_ALL, NULL), "parking:not asked"));
  assert_non_null(strstr(rows(guide, OUTLINE_ALL, NULL), "fees.scaled:don't know yet"));
  assert_non_null(strstr(rows(guide, OUTLINE_ALL, NULL), "permits:not met"));
}

static void filters(void **state) {
  struct guide *guide = *state;
  assert_string_equal(rows(guide, OUTLINE_TO_FIND_OUT, NULL), "");
  assert_string_equal(rows(guide, OUTLINE_MARKED, NULL), "");
  assert_string_equal(rows(guide, OUTLINE_LOOK_AGAIN, NULL), "");
  walk_answer(guide, "fees.scaled", "unknown");
  walk_do(guide, COMMAND_REVIEW);
  assert_string_equal(rows(guide, OUTLINE_TO_FIND_OUT, NULL),
                      "fees:not known yet fees.scaled:don't know yet");
  assert_string_equal(rows(guide, OUTLINE_MARKED, NULL),
                      "fees:not known yet fees.scaled:don't know yet");
  assert_null(strstr(rows(guide, OUTLINE_UNANSWERED, NULL), "fees.scaled"));
  assert_null(strstr(rows(guide, OUTLINE_UNANSWERED, NULL), "permits.appeals"));
  assert_non_null(strstr(rows(guide, OUTLINE_UNANSWERED, NULL), "fees.posted:–"));
}

static void what_was_reworded(void **state) {
  (void)state;
  struct guide *guide =
      walk_reopened("answers:\n  fees.scaled: {answer: \"yes\", asked: \"Older words?\"}\n");
  assert_string_equal(rows(guide, OUTLINE_LOOK_AGAIN, NULL), "fees:not finished fees.scaled:yes");
  guide_free(guide);
}

static void searches_without_case_and_accents(void **state) {
  struct guide *guide = *state;
  struct evidence evidence = {.what = (char[]){"Order"}, .quote = (char[]){"no vehicle shall"}};
  assert_string_equal(rows(guide, OUTLINE_ALL, "FLOOR aréa"), "fees:not finished fees.scaled:–");
  assert_string_equal(rows(guide, OUTLINE_ALL, "nowhere to be found"), "");
  assert_string_equal(rows(guide, OUTLINE_ALL, "Z3-Q2"), "fees:not finished fees.posted:–");
  assert_string_equal(rows(guide, OUTLINE_ALL, "same rights as other"), "tenants:not finished");
  walk_text(guide, COMMAND_GO, "fees.posted");
  walk_input(guide, COMMAND_EVIDENCE_ADD, &(struct guide_input){.evidence = &evidence});
  assert_string_equal(rows(guide, OUTLINE_ALL, "vehicle"), "fees:not finished fees.posted:–");
  walk_text(guide, COMMAND_COMMENT, "Ask Zoë");
  assert_string_equal(rows(guide, OUTLINE_ALL, "zoe"), "fees:not finished fees.posted:–");
  walk_input(guide, COMMAND_ANSWER_OTHER, &(struct guide_input){.words = "only on Sundays"});
  assert_string_equal(rows(guide, OUTLINE_ALL, "sunday"), "fees:not known yet fees.posted:other");
}

static void search_and_filter_together(void **state) {
  struct guide *guide = *state;
  walk_answer(guide, "fees.scaled", "yes");
  assert_string_equal(rows(guide, OUTLINE_UNANSWERED, "fees"),
                      "fees:not finished fees.posted:– fees.kinds:–");
  assert_true(strlen(rows(guide, OUTLINE_ALL, "")) > 500);
}

static void filters_have_names(void **state) {
  (void)state;
  for (int filter = 0; filter < OUTLINE_FILTER_COUNT; filter++)
    assert_true(strlen(outline_filter_name((enum outline_filter)filter)) > 2);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, walk_setup, walk_teardown)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(all_rows_in_order),
      TEST(states_in_words),
      TEST(filters),
      TEST(what_was_reworded),
      TEST(searches_without_case_and_accents),
      TEST(search_and_filter_together),
      TEST(filters_have_names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
