/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers carried to a new edition of the checklist. */
#include "session/fixture.h"

#include <stdlib.h>
#include <string.h>

#include "checklist/checklist.h"

struct carried {
  struct checklist *checklist;
  struct session *session;
  struct session_report report;
};

static struct carried carry(const struct fixture *fixture, const char *from, const char *to) {
  struct carried carried = {.checklist = other_edition(fixture, from, to)};
  struct error err = ERROR_INIT;
  carried.session =
      session_load(fixture->path, carried.checklist, SESSION_WRITE, &carried.report, &err);
  if (!carried.session)
    fail_msg("%s", err.message);
  return carried;
}

static void load_again(const struct fixture *fixture, struct carried *carried) {
  struct error err = ERROR_INIT;
  save(carried->session);
  session_free(carried->session);
  carried->session =
      session_load(fixture->path, carried->checklist, SESSION_WRITE, &carried->report, &err);
  if (!carried->session)
    fail_msg("%s", err.message);
}

static void carried_release(struct carried *carried) {
  session_free(carried->session);
  checklist_free(carried->checklist);
}

static bool look_again(const struct carried *carried, const char *id) {
  return session_look_again(carried->session, checklist_question(carried->checklist, id));
}

static void save_answers(const struct fixture *fixture) {
  struct session *session = create(fixture);
  give(session, "profile.level", "county", NULL);
  give(session, "profile.residents", "12000", NULL);
  give(session, "profile.state", "VT", NULL);
  give(session, "landscape.decider", "council", NULL);
  give(session, "permits.practice", "yes", NULL);
  give(session, "permits.written", "no", NULL);
  give(session, "fees.kinds", "permit, school", NULL);
  save(session);
  session_free(session);
}

static void unchanged_answers_are_carried(void **state) {
  FIXTURE;
  save_answers(fixture);
  struct carried carried = carry(fixture, "Backyard homes", "Homes");
  assert_true(carried.report.edition_changed);
  assert_false(carried.report.edition_newer);
  assert_int_equal(carried.report.look_again, 0);
  assert_int_equal(carried.report.retired, 0);
  assert_value(carried.session, "permits.practice", "yes");
  assert_string_equal(session_checklist_edition(carried.session), "2026-01");
  assert_false(session_is_unsaved(carried.session));
  load_again(fixture, &carried);
  assert_false(carried.report.edition_changed);
  assert_false(carried.report.edition_newer);
  assert_string_equal(session_checklist_edition(carried.session), "2027-01");
  carried_release(&carried);
}

/* A program with the older checklist, as on another computer of the group. */
static void a_later_edition_is_told_and_kept(void **state) {
  FIXTURE;
  save_answers(fixture);
  struct carried carried = carry(fixture, "Backyard homes", "Homes");
  load_again(fixture, &carried); /* saved with 2027-01 */
  carried_release(&carried);
  struct session_report report;
  struct session *session =
      session_load(fixture->path, fixture->checklist, SESSION_WRITE, &report, NULL);
  assert_true(report.edition_changed);
  assert_true(report.edition_newer);
  comment(session, "permits.written", "older");
  save(session);
  assert_value(session, "permits.practice", "yes");
  assert_value(session, "fees.kinds", "permit, school");
  session_free(session);
}

static void a_changed_wording_asks_to_look_again(void **state) {
  FIXTURE;
  save_answers(fixture);
  struct carried carried = carry(fixture, "Do staff grant permits", "Do clerks grant permits");
  assert_int_equal(carried.report.look_again, 1);
  assert_true(look_again(&carried, "permits.practice"));
  assert_false(look_again(&carried, "permits.written"));
  assert_false(look_again(&carried, "parking.mandate"));
  assert_value(carried.session, "permits.practice", "yes");
  assert_string_equal(session_answer(carried.session, "permits.practice")->asked,
                      "Do staff grant permits without a hearing?");
  comment(carried.session, "permits.practice", "A comment confirms nothing.");
  load_again(fixture, &carried);
  assert_int_equal(carried.report.look_again, 1);
  size_t steps = session_undo_count(carried.session);
  give(carried.session, "permits.practice", "yes", NULL); /* confirmed */
  assert_false(look_again(&carried, "permits.practice"));
  assert_int_equal(session_undo_count(carried.session), steps + 1);
  give(carried.session, "permits.practice", "yes", NULL);
  assert_int_equal(session_undo_count(carried.session), steps + 1);
  session_undo(carried.session);
  assert_true(look_again(&carried, "permits.practice"));
  give(carried.session, "permits.practice", "no", NULL); /* answered again */
  assert_false(look_again(&carried, "permits.practice"));
  carried_release(&carried);
}

static void another_wording_as_long_as_the_old_one_is_seen(void **state) {
  FIXTURE;
  save_answers(fixture);
  struct carried carried = carry(fixture, "Do staff grant permits", "Do clerk grant permits");
  assert_int_equal(carried.report.look_again, 1);
  carried_release(&carried);
  carried = carry(fixture, "without a hearing?", "without a hearing or any other delay?");
  assert_int_equal(carried.report.look_again, 1);
  carried_release(&carried);
}

static void blanks_behind_a_wording_do_not_count(void **state) {
  FIXTURE;
  static const char *const wordings[] = {"hearing?  ", "hearing?\\n\\n", "hearing? \\n "};
  save_answers(fixture);
  for (size_t i = 0; i < sizeof wordings / sizeof *wordings; i++) {
    char wording[80];
    snprintf(wording, sizeof wording, "ask: \"Do staff grant permits without a %s\"", wordings[i]);
    struct carried carried =
        carry(fixture, "ask: Do staff grant permits without a hearing?", wording);
    assert_int_equal(carried.report.look_again, 0);
    assert_false(look_again(&carried, "permits.practice"));
    carried_release(&carried);
  }
}

static void retired_answers_are_kept_last(void **state) {
  FIXTURE;
  save_answers(fixture);
  struct carried carried = carry(fixture, "id: written\n", "id: in-writing\n");
  size_t count;
  const struct answer *const *retired = session_retired(carried.session, &count);
  assert_int_equal(count, 1);
  assert_int_equal(carried.report.retired, 1);
  assert_string_equal(retired[0]->question_id, "permits.written");
  assert_string_equal(retired[0]->value, "no");
  size_t last = session_answer_count(carried.session) - 1;
  assert_ptr_equal(session_answer_at(carried.session, last), retired[0]);
  load_again(fixture, &carried);
  assert_value(carried.session, "permits.written", "no");
  while (session_undo(carried.session))
    ;
  assert_int_equal(session_answer_count(carried.session), 0);
  while (session_redo(carried.session))
    ;
  assert_value(carried.session, "permits.written", "no");
  save(carried.session);
  carried_release(&carried);
  struct session *back = load(fixture);
  assert_value(back, "permits.written", "no");
  assert_null(session_retired(back, &count));
  assert_int_equal(count, 0);
  session_free(back);
}

static void a_retired_profile_field_is_kept(void **state) {
  FIXTURE;
  save_answers(fixture);
  struct carried carried = carry(fixture, "id: residents\n", "id: people\n");
  assert_int_equal(carried.report.retired, 1);
  load_again(fixture, &carried);
  assert_value(carried.session, "profile.residents", "12000");
  char *text = contents(fixture->path);
  assert_non_null(strstr(text, "  state: \"VT\"\n  residents: \"12000\"\n"));
  free(text);
  carried_release(&carried);
}

static void a_choice_no_longer_offered_is_kept_and_asked_about(void **state) {
  FIXTURE;
  save_answers(fixture);
  struct carried carried = carry(fixture, "{id: council,", "{id: assembly,");
  assert_int_equal(carried.report.look_again, 1);
  assert_true(look_again(&carried, "landscape.decider"));
  assert_value(carried.session, "landscape.decider", "council");
  assert_string_equal(session_answer(carried.session, "landscape.decider")->edition, "2026-01");
  load_again(fixture, &carried);
  load_again(fixture, &carried);
  assert_true(look_again(&carried, "landscape.decider"));
  struct answer same;
  answer_copy(&same, session_answer(carried.session, "landscape.decider"));
  assert_false(session_apply(carried.session, "landscape.decider", FIELD_VALUE, &same, NULL));
  answer_release(&same);
  give(carried.session, "landscape.decider", "assembly", NULL);
  assert_false(look_again(&carried, "landscape.decider"));
  assert_null(session_answer(carried.session, "landscape.decider")->edition);
  session_undo(carried.session);
  assert_true(look_again(&carried, "landscape.decider"));
  session_redo(carried.session);
  give(carried.session, "landscape.decider", "staff", NULL);
  load_again(fixture, &carried);
  carried_release(&carried);
}

/* The history holds the old choice, too, and must not bring in what cannot be loaded again. */
static void the_history_is_carried(void **state) {
  FIXTURE;
  save_answers(fixture);
  struct session *session = load(fixture);
  give(session, "landscape.decider", "staff", NULL);
  save(session);
  session_free(session);
  struct carried carried = carry(fixture, "{id: council,", "{id: assembly,");
  assert_int_equal(carried.report.look_again, 0);
  session_undo(carried.session);
  assert_value(carried.session, "landscape.decider", "council");
  assert_true(look_again(&carried, "landscape.decider"));
  load_again(fixture, &carried);
  assert_true(look_again(&carried, "landscape.decider"));
  session_redo(carried.session);
  assert_false(look_again(&carried, "landscape.decider"));
  load_again(fixture, &carried);
  assert_value(carried.session, "landscape.decider", "staff");
  carried_release(&carried);
}

static void a_profile_choice_no_longer_offered_is_kept(void **state) {
  FIXTURE;
  save_answers(fixture);
  struct carried carried = carry(fixture, "{id: VT, label: Vermont}", "{id: ME, label: Maine}");
  assert_true(look_again(&carried, "profile.state"));
  load_again(fixture, &carried);
  assert_true(look_again(&carried, "profile.state"));
  assert_value(carried.session, "profile.state", "VT");
  give(carried.session, "profile.state", "ME", NULL);
  load_again(fixture, &carried);
  assert_int_equal(carried.report.look_again, 0);
  carried_release(&carried);
}

static void an_answer_that_now_needs_words_is_asked_about(void **state) {
  FIXTURE;
  struct session *session = create(fixture);
  give(session, "landscape.story", "partly", NULL);
  save(session);
  session_free(session);
  struct carried carried = carry(fixture, "about second homes?\n        kind: text",
                                 "about second homes?\n        kind: yes-no");
  assert_true(look_again(&carried, "landscape.story"));
  load_again(fixture, &carried);
  assert_true(look_again(&carried, "landscape.story"));
  carried_release(&carried);
}

static void a_reordered_list_of_choices_is_put_in_order(void **state) {
  FIXTURE;
  save_answers(fixture);
  static const char indent[] = "              ";
  char from[200], to[200];
  snprintf(from, sizeof from,
           "%s- {id: permit, label: Permit fee}\n%s- {id: water, label: Water "
           "connection}\n%s- {id: school, label: School fee,",
           indent, indent, indent);
  snprintf(to, sizeof to,
           "%s- {id: school, label: School fee}\n%s- {id: permit, label: Permit fee,", indent,
           indent);
  struct carried carried = carry(fixture, from, to);
  assert_value(carried.session, "fees.kinds", "school, permit");
  assert_false(look_again(&carried, "fees.kinds"));
  carried_release(&carried);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      fixture_test(unchanged_answers_are_carried),
      fixture_test(a_later_edition_is_told_and_kept),
      fixture_test(a_changed_wording_asks_to_look_again),
      fixture_test(another_wording_as_long_as_the_old_one_is_seen),
      fixture_test(blanks_behind_a_wording_do_not_count),
      fixture_test(retired_answers_are_kept_last),
      fixture_test(a_retired_profile_field_is_kept),
      fixture_test(a_choice_no_longer_offered_is_kept_and_asked_about),
      fixture_test(the_history_is_carried),
      fixture_test(a_profile_choice_no_longer_offered_is_kept),
      fixture_test(an_answer_that_now_needs_words_is_asked_about),
      fixture_test(a_reordered_list_of_choices_is_put_in_order),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
