/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "checklist/checklist.h"
#include "guide/guide.h"
#include "session/session.h"
#include "tests/guide/walk.h"

static char *text(const char *words) {
  return (char *)(size_t)words; /* the guide only reads what it is given */
}

static const struct answer *answer(struct guide *guide) {
  return session_answer(guide_session(guide), walk_at(guide));
}

static void comments_and_notes(void **state) {
  struct guide *guide = *state;
  assert_int_equal(walk_text(guide, COMMAND_COMMENT, "one\n\ntwo"), GUIDE_ANSWERED);
  assert_string_equal(walk_status(), "Recorded: comment.");
  assert_string_equal(answer(guide)->comment, "one\n\ntwo");
  walk_text(guide, COMMAND_NOTE, "secret");
  assert_string_equal(walk_status(), "Recorded: private note.");
  walk_text(guide, COMMAND_COMMENT, "");
  assert_string_equal(walk_status(), "Cleared: no comment.");
  assert_null(answer(guide)->comment);
  assert_string_equal(answer(guide)->note, "secret");
  walk_do(guide, COMMAND_NOTE);
  assert_string_equal(walk_status(), "Cleared: no private note.");
  assert_int_equal(walk_do(guide, COMMAND_NOTE), GUIDE_NOTHING);
}

static void a_text_that_is_too_long_is_refused(void **state) {
  struct guide *guide = *state;
  char *long_text = malloc(70 * 1024);
  memset(long_text, 'a', 70 * 1024 - 1);
  long_text[70 * 1024 - 1] = '\0';
  walk_refused(guide, COMMAND_COMMENT, &(struct guide_input){.text = long_text});
  assert_non_null(strstr(walk_error(), "64 KiB"));
  free(long_text);
}

static void evidence_is_added_changed_and_removed(void **state) {
  struct guide *guide = *state;
  const struct evidence order = {.what = text("Order 7"), .section = text("B(3)")};
  const struct evidence report = {.what = text("Report"), .seen = text("2026-11-01")};
  assert_int_equal(
      walk_input(guide, COMMAND_EVIDENCE_ADD, &(struct guide_input){.evidence = &order}),
      GUIDE_ANSWERED);
  assert_string_equal(walk_status(), "Recorded: evidence. 1 piece in all.");
  walk_input(guide, COMMAND_EVIDENCE_ADD, &(struct guide_input){.evidence = &report});
  assert_string_equal(walk_status(), "Recorded: evidence. 2 pieces in all.");
  const struct evidence newer = {.what = text("Order 8")};
  walk_input(guide, COMMAND_EVIDENCE_CHANGE, &(struct guide_input){.index = 0, .evidence = &newer});
  assert_string_equal(answer(guide)->evidence[0].what, "Order 8");
  assert_null(answer(guide)->evidence[0].section);
  assert_string_equal(answer(guide)->evidence[1].what, "Report");
  walk_input(guide, COMMAND_EVIDENCE_REMOVE, &(struct guide_input){.index = 0});
  assert_string_equal(walk_status(), "Removed: evidence. 1 piece in all.");
  assert_string_equal(answer(guide)->evidence[0].seen, "2026-11-01");
  walk_input(guide, COMMAND_EVIDENCE_REMOVE, &(struct guide_input){.index = 0});
  assert_null(answer(guide));
}

static void evidence_that_cannot_be(void **state) {
  struct guide *guide = *state;
  const struct evidence nameless = {.section = text("3")};
  const struct evidence undated = {.what = text("Report"), .seen = text("May")};
  walk_refused(guide, COMMAND_EVIDENCE_ADD, NULL);
  walk_refused(guide, COMMAND_EVIDENCE_ADD, &(struct guide_input){.evidence = &nameless});
  assert_non_null(strstr(walk_error(), "say what the evidence is"));
  walk_refused(guide, COMMAND_EVIDENCE_ADD, &(struct guide_input){.evidence = &undated});
  assert_non_null(strstr(walk_error(), "'May' is not a date"));
  walk_refused(guide, COMMAND_EVIDENCE_REMOVE, NULL);
  assert_string_equal(walk_error(), "there is no evidence yet");
  const struct evidence good = {.what = text("Report")};
  walk_input(guide, COMMAND_EVIDENCE_ADD, &(struct guide_input){.evidence = &good});
  walk_refused(guide, COMMAND_EVIDENCE_CHANGE,
               &(struct guide_input){.index = 1, .evidence = &good});
  assert_string_equal(walk_error(), "there is no piece of evidence 2: the last one is 1");
}

static void unknown_keys_of_evidence_stay(void **state) {
  (void)state;
  struct guide *guide = walk_reopened("answers:\n  fees.scaled:\n    evidence:\n"
                                      "      - {what: \"Report\", page: \"12\"}\n"
                                      "    follow-up: {what: \"call\", color: \"red\"}\n"
                                      "    group: {rule: \"majority\", chair: \"none\"}\n");
  walk_text(guide, COMMAND_GO, "fees.scaled");
  const struct evidence newer = {.what = text("Newer report")};
  walk_input(guide, COMMAND_EVIDENCE_CHANGE, &(struct guide_input){.evidence = &newer});
  walk_do(guide, COMMAND_FOLLOW_UP);
  walk_do(guide, COMMAND_GROUP);
  char *saved = session_text(guide_session(guide));
  assert_non_null(strstr(saved, "Newer report"));
  assert_non_null(strstr(saved, "page: \"12\""));
  assert_non_null(strstr(saved, "red"));
  assert_non_null(strstr(saved, "chair"));
  free(saved);
  guide_free(guide);
}

static void the_mark_goes_on_and_off(void **state) {
  struct guide *guide = *state;
  walk_do(guide, COMMAND_REVIEW);
  assert_string_equal(walk_status(), "Marked: for review.");
  assert_true(answer(guide)->review);
  walk_do(guide, COMMAND_REVIEW);
  assert_string_equal(walk_status(), "Unmarked: no review.");
  assert_null(answer(guide));
}

static void the_follow_up(void **state) {
  struct guide *guide = *state;
  struct follow_up wanted = {.what = text("call"), .who = text("Ann"), .by = text("2026-12-01")};
  const struct guide_input input = {.follow_up = &wanted};
  assert_int_equal(walk_input(guide, COMMAND_FOLLOW_UP, &input), GUIDE_ANSWERED);
  assert_string_equal(answer(guide)->follow_up.by, "2026-12-01");
  wanted.by = text("soon");
  walk_refused(guide, COMMAND_FOLLOW_UP, &input);
  wanted = (struct follow_up){.by = text("2026-12-01"), .done = true}; /* of nothing */
  walk_input(guide, COMMAND_FOLLOW_UP, &input);
  assert_string_equal(walk_status(), "Cleared: no follow-up.");
  assert_null(answer(guide));
}

static void the_group_tally(void **state) {
  struct guide *guide = *state;
  struct group_tally wanted = {
      .rule = text("majority"), .for_count = 12, .against_count = 0, .aside_count = -1};
  const struct guide_input input = {.group = &wanted};
  walk_input(guide, COMMAND_GROUP, &input);
  assert_string_equal(walk_status(), "Recorded: group tally.");
  assert_int_equal(answer(guide)->group.for_count, 12);
  assert_int_equal(answer(guide)->group.aside_count, -1);
  wanted.for_count = -5;
  walk_refused(guide, COMMAND_GROUP, &input);
  walk_do(guide, COMMAND_GROUP);
  assert_string_equal(walk_status(), "Cleared: no group tally.");
  assert_null(answer(guide));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, walk_setup, walk_teardown)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(comments_and_notes),
      TEST(a_text_that_is_too_long_is_refused),
      TEST(evidence_is_added_changed_and_removed),
      TEST(evidence_that_cannot_be),
      TEST(unknown_keys_of_evidence_stay),
      TEST(the_mark_goes_on_and_off),
      TEST(the_follow_up),
      TEST(the_group_tally),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
