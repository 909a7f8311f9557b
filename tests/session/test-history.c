/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/fixture.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "yaml/node.h"

static void undo_and_redo_go_step_by_step(void **state) {
  FIXTURE;
  struct session *session = session_new(fixture->checklist);
  assert_null(session_undo(session));
  give(session, "permits.practice", "yes", NULL);
  give(session, "permits.practice", "partly", "Not on hills.");
  comment(session, "profile.level", "Both.");
  assert_int_equal(session_undo_count(session), 3);
  assert_string_equal(session_undo(session), "profile.level");
  assert_null(session_answer(session, "profile.level"));
  assert_string_equal(session_undo(session), "permits.practice");
  assert_value(session, "permits.practice", "yes");
  assert_null(session_answer(session, "permits.practice")->words);
  assert_string_equal(session_undo(session), "permits.practice");
  assert_null(session_answer(session, "permits.practice"));
  assert_null(session_undo(session));
  assert_int_equal(session_redo_count(session), 3);
  assert_string_equal(session_redo(session), "permits.practice");
  assert_string_equal(session_redo(session), "permits.practice");
  assert_string_equal(session_answer(session, "permits.practice")->words, "Not on hills.");
  assert_string_equal(session_redo(session), "profile.level");
  assert_null(session_redo(session));
  assert_int_equal(session_version(session), 9);
  session_free(session);
}

static void a_new_change_drops_what_was_undone(void **state) {
  FIXTURE;
  struct session *session = session_new(fixture->checklist);
  give(session, "permits.practice", "yes", NULL);
  give(session, "permits.practice", "no", NULL);
  session_undo(session);
  give(session, "permits.written", "no", NULL);
  assert_int_equal(session_redo_count(session), 0);
  assert_int_equal(session_undo_count(session), 2);
  session_undo(session);
  assert_null(session_value(session, "permits.written"));
  assert_value(session, "permits.practice", "yes");
  session_free(session);
}

/* Back to nothing and forth again gives the same file, whatever was recorded. */
static void everything_can_be_undone_after_a_restart(void **state) {
  FIXTURE;
  struct session *session = create(fixture);
  fill(session);
  char *full = session_text(session);
  save(session);
  session_free(session);
  session = load(fixture);
  size_t steps = session_undo_count(session);
  assert_int_equal(steps, 8);
  for (size_t i = 0; i < steps; i++) {
    assert_non_null(session_undo(session));
    save(session);
    session_free(session);
    session = load(fixture);
  }
  assert_int_equal(session_answer_count(session), 0);
  assert_int_equal(session_undo_count(session), 0);
  while (session_redo(session)) {
    save(session);
    session_free(session);
    session = load(fixture);
  }
  char *again = session_text(session);
  assert_string_equal(again, full);
  free(again);
  free(full);
  session_free(session);
}

static void the_oldest_steps_are_dropped(void **state) {
  FIXTURE;
  struct session *session = create(fixture);
  for (int i = 0; i < SESSION_HISTORY_LIMIT + 20; i++) {
    char text[20];
    snprintf(text, sizeof text, "%d", i);
    give(session, "parking.count", text, NULL);
  }
  assert_int_equal(session_undo_count(session), SESSION_HISTORY_LIMIT);
  save(session);
  session_free(session);
  session = load(fixture);
  assert_int_equal(session_undo_count(session), SESSION_HISTORY_LIMIT);
  while (session_undo(session))
    ;
  assert_value(session, "parking.count", "19");
  session_free(session);
}

static void large_steps_are_dropped_sooner(void **state) {
  FIXTURE;
  struct session *session = create(fixture);
  char *text = memory_new(50001);
  memset(text, 'x', 50000);
  text[50000] = '\0';
  for (int i = 0; i < 10; i++) {
    text[0] = (char)('a' + i);
    comment(session, "permits.practice", text);
  }
  assert_int_equal(session_undo_count(session), 2); /* each holds the old text and the new one */
  save(session);
  char *file = contents(fixture->path);
  assert_true(strlen(file) < SESSION_HISTORY_LIMIT_BYTES + 60000);
  session_undo(session);
  session_undo(session);
  assert_true(session_answer(session, "permits.practice")->comment[0] == 'h');
  free(file);
  free(text);
  session_free(session);
}

static struct answer pieces(const char *text, struct evidence *evidence, size_t count) {
  struct answer wanted;
  answer_copy(&wanted, NULL);
  for (size_t i = 0; i < count; i++)
    evidence[i] = (struct evidence){NULL, NULL, (char *)text, NULL, NULL, NULL};
  wanted.evidence = evidence;
  wanted.evidence_count = count;
  return wanted;
}

static void one_step_beyond_the_limit_is_kept_but_not_a_huge_one(void **state) {
  FIXTURE;
  struct session *session = session_new(fixture->checklist);
  struct evidence evidence[20];
  char *text = memory_new(NODE_TEXT_LIMIT_BYTES + 1);
  memset(text, 'x', NODE_TEXT_LIMIT_BYTES);
  text[NODE_TEXT_LIMIT_BYTES] = '\0';
  give(session, "permits.practice", "yes", NULL);
  struct answer wanted = pieces(text, evidence, 6);
  assert_true(session_apply(session, "permits.written", FIELD_EVIDENCE, &wanted, NULL));
  assert_int_equal(session_undo_count(session), 1);
  wanted = pieces(text, evidence, 20);
  assert_true(session_apply(session, "permits.written", FIELD_EVIDENCE, &wanted, NULL));
  assert_int_equal(session_undo_count(session), 0);
  assert_null(session_undo(session));
  assert_int_equal(session_answer(session, "permits.written")->evidence_count, 20);
  free(text);
  session_free(session);
}

static void a_step_holds_only_what_differs(void **state) {
  FIXTURE;
  struct session *session = session_new(fixture->checklist);
  give(session, "permits.practice", "yes", NULL);
  comment(session, "permits.practice", "Seen.");
  char *text = session_text(session);
  assert_non_null(strstr(text, "history:\n"
                               "  done: 2\n"
                               "  changes:\n"
                               "  - id: \"permits.practice\"\n"
                               "    at: \"2026-11-22T18:32:05Z\"\n"
                               "    before: {}\n"
                               "    after:\n"
                               "      answer: \"yes\"\n"
                               "      changed: \"2026-11-22T18:32:05Z\"\n"
                               "      asked: \"Do staff grant permits without a hearing?\"\n"
                               "  - id: \"permits.practice\"\n"
                               "    at: \"2026-11-22T18:32:05Z\"\n"
                               "    before: {}\n"
                               "    after:\n"
                               "      comment: \"Seen.\"\n"
                               "# end "));
  free(text);
  session_free(session);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      fixture_test(undo_and_redo_go_step_by_step),
      fixture_test(a_new_change_drops_what_was_undone),
      fixture_test(everything_can_be_undone_after_a_restart),
      fixture_test(the_oldest_steps_are_dropped),
      fixture_test(large_steps_are_dropped_sooner),
      fixture_test(one_step_beyond_the_limit_is_kept_but_not_a_huge_one),
      fixture_test(a_step_holds_only_what_differs),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
