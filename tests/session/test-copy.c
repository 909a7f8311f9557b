/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies that are only read, and practice. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "checklist/checklist.h"
#include "session/fixture.h"

static void without_notes(struct answer *answer, void *context) {
  ++*(size_t *)context;
  free(answer->note);
  answer->note = NULL;
}

/* A session whose file holds keys that are not known, wherever they can stand. */
static struct session *with_unknown_keys(const struct fixture *fixture) {
  struct session *session = create(fixture);
  fill(session);
  save(session);
  session_free(session);
  char *text = contents(fixture->path);
  /* what stands in the history is further in */
  char *own =
      replaced(text, "    comment: |-\n      Two", "    aside: x\n    comment: |-\n      Two");
  char *evidence = replaced(own, "code\"\n      section", "code\"\n      box: 3\n      section");
  char *second = replaced(evidence, "clerk\"\n    review", "clerk\"\n      box: 4\n    review");
  char *follow_up =
      replaced(second, "    follow-up:\n      what", "    follow-up:\n      room: 2\n      what");
  char *group =
      replaced(follow_up, "    group:\n      rule", "    group:\n      chair: x\n      rule");
  write_contents(fixture->path, group);
  free(text);
  free(own);
  free(evidence);
  free(second);
  free(follow_up);
  free(group);
  return load(fixture);
}

static void a_copy_holds_the_answers_only(void **state) {
  FIXTURE;
  size_t edited = 0;
  struct session *session = with_unknown_keys(fixture);
  const struct answer *before = session_answer(session, "permits.written");
  assert_non_null(before->kept);
  assert_non_null(before->evidence[0].kept);
  assert_non_null(before->evidence[1].kept);
  assert_non_null(before->follow_up.kept);
  assert_non_null(before->group.kept);
  struct session *copy = session_copy_edited(session, without_notes, &edited);
  assert_int_equal(edited, session_answer_count(session));
  assert_int_equal(session_answer_count(copy), session_answer_count(session));
  const struct answer *after = session_answer(copy, "permits.written");
  assert_null(after->note);
  assert_string_equal(after->comment, before->comment);
  assert_string_equal(after->words, before->words);
  assert_null(after->kept);
  assert_null(after->evidence[0].kept);
  assert_null(after->evidence[1].kept);
  assert_null(after->follow_up.kept);
  assert_null(after->group.kept);
  assert_non_null(before->note);
  assert_null(session_path(copy));
  assert_null(session_place(copy));
  assert_null(session_draft(copy)->text);
  assert_int_equal(session_undo_count(copy), 0);
  assert_true(session_is_read_only(copy));
  assert_false(session_is_practice(copy));
  session_free(session);
  assert_string_equal(session_value(copy, "profile.name"), "Cedar Falls");
  session_free(copy);
}

static void a_copy_keeps_the_edition(void **state) {
  FIXTURE;
  size_t edited = 0;
  session_free(with_unknown_keys(fixture));
  struct checklist *newer = other_edition(fixture, "Backyard homes", "Small homes");
  struct session *session = session_load(fixture->path, newer, SESSION_READ_ONLY, NULL, NULL);
  struct session *copy = session_copy_edited(session, without_notes, &edited);
  assert_string_equal(session_checklist_edition(session), "2026-01");
  assert_string_equal(session_checklist_edition(copy), "2026-01");
  session_free(copy);
  session_free(session);
  checklist_free(newer);
}

static void practice_has_no_file(void **state) {
  FIXTURE;
  size_t edited = 0;
  struct session *session = with_unknown_keys(fixture);
  assert_false(session_is_practice(session));
  session_begin_practice(session);
  assert_true(session_is_practice(session));
  assert_null(session_path(session));
  assert_false(session_is_read_only(session));
  comment(session, "fees.posted", "tried out");
  struct session *other = load(fixture); /* the lock is free */
  assert_false(session_is_read_only(other));
  assert_null(session_answer(other, "fees.posted"));
  struct session *copy = session_copy_edited(session, without_notes, &edited);
  assert_true(session_is_practice(copy));
  session_free(copy);
  session_free(other);
  session_free(session);
}

static void practice_in_a_folder_that_is_read_only_can_be_changed(void **state) {
  FIXTURE;
  session_free(with_unknown_keys(fixture));
  struct session *session =
      session_load(fixture->path, fixture->checklist, SESSION_READ_ONLY, NULL, NULL);
  assert_true(session_is_read_only(session));
  session_begin_practice(session);
  assert_false(session_is_read_only(session));
  comment(session, "fees.posted", "tried out");
  session_free(session);
}

static void what_is_meant_to_be_a_session(void **state) {
  FIXTURE;
  static const struct {
    const char *text;
    bool is_meant;
  } cases[] = {
      {"checklist: {id: zoning}\n", true}, {"format: 9\nchecklist: zoning\n", true},
      {"format: 1\nid: zoning\n", false},  {"- checklist\n", false},
      {"checklist: [\n", false},           {"", false},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    write_contents(fixture->path, cases[i].text);
    assert_int_equal(session_is_meant(fixture->path), cases[i].is_meant);
  }
  char *missing = path_of(fixture, "missing.yaml");
  assert_false(session_is_meant(missing));
  free(missing);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      fixture_test(a_copy_holds_the_answers_only),
      fixture_test(a_copy_keeps_the_edition),
      fixture_test(practice_has_no_file),
      fixture_test(practice_in_a_folder_that_is_read_only_can_be_changed),
      fixture_test(what_is_meant_to_be_a_session),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
