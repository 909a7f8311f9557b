/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/fixture.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "checklist/checklist.h"
#include "yaml/node.h"

static void a_new_session_is_empty(void **state) {
  FIXTURE;
  struct session *session = session_new(fixture->checklist);
  size_t retired;
  assert_null(session_path(session));
  assert_string_equal(session_checklist_edition(session), "2026-01");
  assert_int_equal(session_answer_count(session), 0);
  assert_null(session_answer(session, "permits.practice"));
  assert_null(session_value(session, "permits.practice"));
  assert_null(session_place(session));
  assert_null(session_draft(session)->text);
  session_retired(session, &retired);
  assert_int_equal(retired, 0);
  assert_false(session_is_unsaved(session));
  assert_false(session_is_read_only(session));
  assert_int_equal(session_saved_seconds(session), 0);
  assert_int_equal(session_version(session), 0);
  session_free(session);
  session_free(NULL);
}

static void answers_are_found_and_stand_in_order(void **state) {
  FIXTURE;
  struct session *session = session_new(fixture->checklist);
  fill(session);
  static const char *const order[] = {"profile.name",    "profile.level",    "profile.services",
                                      "landscape.story", "permits.practice", "permits.written",
                                      "fees.scaled"};
  assert_int_equal(session_answer_count(session), 7);
  for (size_t i = 0; i < 7; i++) {
    assert_string_equal(session_answer_at(session, i)->question_id, order[i]);
    assert_ptr_equal(session_answer_at(session, i), session_answer(session, order[i]));
  }
  assert_value(session, "permits.written", "partly");
  assert_value(session, "profile.name", "Cedar Falls");
  session_free(session);
}

static void many_answers_keep_their_order(void **state) {
  FIXTURE;
  struct session *session = session_new(fixture->checklist);
  const struct checklist *checklist = fixture->checklist;
  for (int round = 0; round < 7; round++)
    for (size_t i = 0; i < checklist->question_count; i++) {
      const char *id = checklist->questions[round % 2 ? i : checklist->question_count - 1 - i]->id;
      give(session, id, round % 2 ? NULL : "unknown", NULL);
      comment(session, id, round == 6 ? "Seen." : NULL);
    }
  assert_int_equal(session_answer_count(session), checklist->question_count);
  for (size_t i = 0; i + 1 < session_answer_count(session); i++) {
    const struct question *a =
        checklist_question(checklist, session_answer_at(session, i)->question_id);
    const struct question *b =
        checklist_question(checklist, session_answer_at(session, i + 1)->question_id);
    assert_true(checklist_question_index(checklist, a) < checklist_question_index(checklist, b));
  }
  session_free(session);
}

static void a_change_notes_time_and_wording(void **state) {
  FIXTURE;
  struct session *session = session_new(fixture->checklist);
  give(session, "permits.practice", "yes", NULL);
  const struct answer *answer = session_answer(session, "permits.practice");
  assert_string_equal(answer->changed, "2026-11-22T18:32:05Z");
  assert_string_equal(answer->asked, "Do staff grant permits without a hearing?");
  assert_null(answer->edition);
  assert_true(session_is_unsaved(session));
  assert_int_equal(session_version(session), 1);
  give(session, "profile.level", "town", NULL);
  answer = session_answer(session, "profile.level");
  assert_null(answer->changed);
  assert_null(answer->asked);
  session_free(session);
}

static void only_the_named_fields_change(void **state) {
  FIXTURE;
  struct session *session = session_new(fixture->checklist);
  struct answer wanted;
  fill(session);
  answer_copy(&wanted, NULL);
  wanted.value = "no";
  wanted.comment = "Other.";
  wanted.instrument = "charter";
  assert_true(session_apply(session, "permits.written", FIELD_COMMENT, &wanted, NULL));
  const struct answer *answer = session_answer(session, "permits.written");
  assert_string_equal(answer->comment, "Other.");
  assert_string_equal(answer->value, "partly");
  assert_string_equal(answer->words, "Not in the old town.");
  assert_string_equal(answer->instrument, "ordinance");
  assert_string_equal(answer->note, "Ask again \"quietly\".");
  assert_int_equal(answer->evidence_count, 2);
  assert_string_equal(answer->evidence[0].seen, "2026-10-02");
  assert_true(answer->review);
  assert_true(answer->follow_up.done);
  assert_int_equal(answer->group.aside_count, 0);
  static const unsigned fields[] = {FIELD_INSTRUMENT, FIELD_NOTE,      FIELD_EVIDENCE,
                                    FIELD_REVIEW,     FIELD_FOLLOW_UP, FIELD_GROUP};
  answer_copy(&wanted, NULL);
  for (size_t i = 0; i < 6; i++)
    assert_true(session_apply(session, "permits.written", fields[i], &wanted, NULL));
  answer = session_answer(session, "permits.written");
  assert_null(answer->instrument);
  assert_null(answer->note);
  assert_int_equal(answer->evidence_count, 0);
  assert_false(answer->review);
  assert_null(answer->follow_up.what);
  assert_int_equal(answer->group.for_count, -1);
  assert_string_equal(answer->value, "partly");
  session_free(session);
}

static void what_is_there_already_is_no_change(void **state) {
  FIXTURE;
  struct session *session = session_new(fixture->checklist);
  fill(session);
  uint64_t version = session_version(session);
  size_t steps = session_undo_count(session);
  struct answer same;
  answer_copy(&same, session_answer(session, "permits.written"));
  assert_true(session_apply(session, "permits.written", 0xff, &same, NULL));
  give(session, "fees.posted", NULL, NULL);
  comment(session, "fees.posted", " \n ");
  assert_int_equal(session_version(session), version);
  assert_int_equal(session_undo_count(session), steps);
  answer_release(&same);
  session_free(session);
}

static void a_record_that_is_emptied_goes_away(void **state) {
  FIXTURE;
  struct session *session = session_new(fixture->checklist);
  give(session, "permits.practice", "yes", NULL);
  give(session, "permits.practice", NULL, NULL);
  assert_null(session_answer(session, "permits.practice"));
  comment(session, "permits.practice", "Look.");
  assert_null(session_answer(session, "permits.practice")->asked);
  assert_int_equal(session_answer_count(session), 1);
  comment(session, "permits.practice", "");
  assert_int_equal(session_answer_count(session), 0);
  session_free(session);
}

static void what_is_typed_is_cleaned(void **state) {
  FIXTURE;
  struct session *session = session_new(fixture->checklist);
  struct evidence evidence[] = {
      {NULL, "", " ", "", NULL, NULL},
      {"  Code\n12 ", "\t", "a\r\nb\n\n", "http\033[2J", "2026-01-01", NULL}};
  struct answer wanted;
  answer_copy(&wanted, NULL);
  wanted.comment = "one\033]0;x\007\r\ntwo\xff \n\n";
  wanted.evidence = evidence;
  wanted.evidence_count = 2;
  wanted.follow_up.who = " \n";
  assert_true(session_apply(session, "permits.practice",
                            FIELD_COMMENT | FIELD_EVIDENCE | FIELD_FOLLOW_UP, &wanted, NULL));
  const struct answer *answer = session_answer(session, "permits.practice");
  assert_string_equal(answer->comment, "one<U+001B>]0;x<U+0007>\ntwo\xef\xbf\xbd");
  assert_int_equal(answer->evidence_count, 1);
  assert_string_equal(answer->evidence[0].what, "Code 12");
  assert_null(answer->evidence[0].section);
  assert_string_equal(answer->evidence[0].quote, "a\nb");
  assert_string_equal(answer->evidence[0].link, "http<U+001B>[2J");
  assert_null(answer->follow_up.who);
  session_free(session);
}

static char *repeated(char c, size_t count) {
  char *text = memory_new(count + 1);
  memset(text, c, count);
  text[count] = '\0';
  return text;
}

static void faults_are_refused_and_change_nothing(void **state) {
  FIXTURE;
  struct session *session = session_new(fixture->checklist);
  fill(session);
  char *text = repeated('x', NODE_TEXT_LIMIT_BYTES + 1);
  struct evidence evidence = {"Code", NULL, NULL, NULL, "today", NULL};
  struct answer wanted;
  answer_copy(&wanted, NULL);
  wanted.value = "perhaps";
  wanted.instrument = "decree";
  wanted.comment = text;
  struct evidence both[] = {{"Code", NULL, NULL, NULL, "2026-10-02", NULL}, evidence};
  wanted.evidence = both;
  wanted.evidence_count = 2;
  wanted.follow_up.by = "2026-13-01";
  wanted.group.against_count = SESSION_COUNT_LIMIT + 1;
  refuses(session, "permits.written", FIELD_VALUE, &wanted,
          "'perhaps' is not an answer to this question; write one of these: yes, no, partly, "
          "other, don't know yet, does not apply");
  refuses(session, "permits.written", FIELD_INSTRUMENT, &wanted,
          "'decree' is not a kind of rule; write one of these: constitution, charter, statute, "
          "ordinance, court-ruling, resolution, executive-order, directive, department-policy, "
          "contract, custom");
  refuses(session, "permits.written", FIELD_COMMENT, &wanted,
          "too long: comment. A text can have 64 KiB; shorten it, or keep it in a file of its own "
          "and name that file as evidence");
  refuses(session, "permits.written", FIELD_EVIDENCE, &wanted,
          "'today' is not a date; write year, month and day like 2026-11-22");
  refuses(session, "permits.written", FIELD_FOLLOW_UP, &wanted,
          "'2026-13-01' is not a date; write year, month and day like 2026-11-22");
  refuses(session, "permits.written", FIELD_GROUP, &wanted,
          "'1000001' is not a count of people; write a whole number from 0 to 1000000");
  wanted.group.against_count = 0;
  wanted.group.for_count = -2;
  refuses(session, "permits.written", FIELD_GROUP, &wanted,
          "'-2' is not a count of people; write a whole number from 0 to 1000000");
  refuses(session, "permits.writen", FIELD_VALUE, &wanted,
          "no question 'permits.writen' in this checklist; did you mean 'permits.written'?");
  refuses(session, "something-else", FIELD_VALUE, &wanted,
          "no question 'something-else' in this checklist");
  text[NODE_TEXT_LIMIT_BYTES] = '\0';
  comment(session, "permits.written", text);
  free(text);
  session_free(session);
}

static void a_session_that_gets_too_large_is_refused(void **state) {
  FIXTURE;
  struct session *session = session_new(fixture->checklist);
  char *text = repeated('x', NODE_TEXT_LIMIT_BYTES);
  struct evidence evidence[44];
  struct answer wanted;
  answer_copy(&wanted, NULL);
  for (size_t i = 0; i < 44; i++)
    evidence[i] = (struct evidence){"Code", NULL, text, NULL, NULL, NULL};
  wanted.evidence = evidence;
  wanted.evidence_count = 39;
  assert_true(session_apply(session, "permits.written", FIELD_EVIDENCE, &wanted, NULL));
  wanted.evidence_count = 44;
  refuses(session, "permits.written", FIELD_EVIDENCE, &wanted,
          "the session would get too large: all answers together can have 2560 KiB. Shorten this "
          "text, or keep it in a file of its own and name that file as evidence");
  refuses(session, "permits.practice", FIELD_EVIDENCE, &wanted,
          "the session would get too large: all answers together can have 2560 KiB. Shorten this "
          "text, or keep it in a file of its own and name that file as evidence");
  assert_null(session_answer(session, "permits.practice"));
  wanted.evidence_count = 3;
  assert_true(session_apply(session, "permits.written", FIELD_EVIDENCE, &wanted, NULL));
  assert_int_equal(session_answer(session, "permits.written")->evidence_count, 3);
  free(text);
  session_free(session);
}

static void place_and_draft_are_kept(void **state) {
  FIXTURE;
  struct session *session = session_new(fixture->checklist);
  session_set_place(session, "permits.practice");
  session_set_place(session, session_place(session));
  assert_string_equal(session_place(session), "permits.practice");
  assert_false(session_is_unsaved(session));
  session_set_draft(session, "permits.practice", "comment", "Half\033");
  assert_true(session_is_unsaved(session));
  assert_string_equal(session_draft(session)->question_id, "permits.practice");
  assert_string_equal(session_draft(session)->field, "comment");
  assert_string_equal(session_draft(session)->text, "Half<U+001B>");
  assert_int_equal(session_version(session), 0);
  session_free(session);
  session = create(fixture);
  session_set_draft(session, "permits.practice", "comment", "Half");
  save(session);
  assert_false(session_is_unsaved(session));
  session_set_draft(session, "permits.practice", "comment", "Half"); /* as it is there */
  assert_false(session_is_unsaved(session));
  session_set_draft(session, "permits.practice", "comment", "Full");
  assert_true(session_is_unsaved(session));
  save(session);
  session_set_draft(session, "permits.practice", "note", "Full");
  assert_true(session_is_unsaved(session));
  save(session);
  session_set_draft(session, "permits.written", "note", "Full");
  assert_true(session_is_unsaved(session));
  session_set_draft(session, NULL, NULL, NULL);
  assert_null(session_draft(session)->question_id);
  session_set_place(session, NULL);
  assert_null(session_place(session));
  session_free(session);
}

static void a_long_draft_is_cut_between_characters(void **state) {
  FIXTURE;
  struct session *session = session_new(fixture->checklist);
  char *text = repeated('x', NODE_TEXT_LIMIT_BYTES + 8);
  memcpy(text + NODE_TEXT_LIMIT_BYTES - 1, "é", 2);
  session_set_draft(session, "permits.practice", "note", text);
  assert_int_equal(strlen(session_draft(session)->text), NODE_TEXT_LIMIT_BYTES - 1);
  free(text);
  session_free(session);
}

static void copies_stand_alone(void **state) {
  FIXTURE;
  struct session *session = session_new(fixture->checklist);
  fill(session);
  struct answer copy, empty;
  answer_copy(&copy, session_answer(session, "permits.written"));
  session_free(session);
  assert_string_equal(copy.question_id, "permits.written");
  assert_string_equal(copy.evidence[1].what, "Talk with the town clerk");
  assert_string_equal(copy.group.minority, "Three want to wait.");
  answer_release(&copy);
  answer_release(&copy);
  answer_copy(&empty, NULL);
  assert_null(empty.value);
  assert_int_equal(empty.group.against_count, -1);
  answer_release(&empty);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      fixture_test(a_new_session_is_empty),
      fixture_test(answers_are_found_and_stand_in_order),
      fixture_test(many_answers_keep_their_order),
      fixture_test(a_change_notes_time_and_wording),
      fixture_test(only_the_named_fields_change),
      fixture_test(what_is_there_already_is_no_change),
      fixture_test(a_record_that_is_emptied_goes_away),
      fixture_test(what_is_typed_is_cleaned),
      fixture_test(faults_are_refused_and_change_nothing),
      fixture_test(a_session_that_gets_too_large_is_refused),
      fixture_test(place_and_draft_are_kept),
      fixture_test(a_long_draft_is_cut_between_characters),
      fixture_test(copies_stand_alone),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
