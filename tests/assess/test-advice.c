/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of answers and what is recommended after them, with the reasons. */
#include <stdlib.h>
#include <string.h>

#include "../base/cmocka-tests.h"
#include "base/strbuf.h"
#include "fixture.h"

static struct checklist *checklist;

struct view {
  struct session *session;
  struct assessment *assessment;
};

static struct view view_after(const char *answers) {
  struct session *session = fixture_session(checklist, answers);
  return (struct view){session, assess_with_provisions(checklist, session)};
}

static void view_release(struct view *view) {
  assessment_free(view->assessment);
  session_free(view->session);
}

/* "adopt: fines.taken fines.rule"; owned by the caller. */
static char *told(const struct assessment *assessment, const char *provision) {
  const struct recommendation *item = assess_recommendation(assessment, provision);
  struct strbuf text;
  strbuf_init(&text);
  strbuf_addf(&text, "%s%s:", advice_name(item->advice),
              item->replaces_barred || item->replaces_elsewhere ? " instead" : "");
  for (size_t i = 0; i < item->reason_count; i++)
    strbuf_addf(&text, " %s", item->reasons[i].question->id);
  return strbuf_take(&text);
}

static void expect(const char *answers, const char *provision, const char *wanted) {
  struct view view = view_after(answers);
  char *text = told(view.assessment, provision);
  if (strcmp(text, wanted) != 0)
    fail_msg("%s after '%s'\n  is       %s\n  expected %s", provision, answers, text, wanted);
  free(text);
  view_release(&view);
}

static void each_rule_each_way(void **state) {
  (void)state;
  static const struct {
    const char *provision, *answers, *wanted;
  } rows[] = {
      /* find out: nothing is known */
      {"evenings", "", "find out first: hours.practice hours.written hours.more"},
      {"evenings", "hours.practice=unknown hours.written=other",
       "find out first: hours.practice hours.written hours.more"},
      {"evenings", "hours.practice=yes", "find out first: hours.written hours.more"},
      {"evenings", "hours.written=yes@ordinance", "find out first: hours.practice hours.more"},
      /* adopt: a fault */
      {"evenings", "hours.practice=no", "adopt: hours.practice"},
      {"evenings", "hours.practice=partly hours.written=yes@ordinance", "adopt: hours.practice"},
      {"evenings", "hours.practice=yes hours.written=partly@ordinance", "adopt: hours.written"},
      {"evenings", "hours.practice=unknown hours.written=no", "adopt: hours.written"},
      {"evenings", "hours.practice=no hours.written=no", "adopt: hours.practice hours.written"},
      {"no-fines", "fines.taken=yes", "adopt: fines.taken"},
      {"no-fines", "fines.taken=no fines.rule=yes", "adopt: fines.rule"},
      {"cards", "cards.told=no", "adopt: cards.told"},
      {"garden", "profile.extent=full profile.branch=yes lawn.law=yes", "in place: lawn.law"},
      {"garden", "profile.extent=full profile.branch=yes lawn.law=no", "adopt: lawn.law"},
      /* codify: good, but unwritten or below an ordinance */
      {"evenings", "hours.practice=yes hours.written=no",
       "write into law: hours.practice hours.written"},
      {"evenings", "hours.practice=yes hours.written=no hours.more=no",
       "write into law: hours.practice hours.written hours.more"},
      {"evenings", "hours.written=yes@department-policy", "write into law: hours.written"},
      {"evenings", "hours.practice=yes hours.written=yes hours.more=yes@resolution",
       "write into law: hours.practice hours.written hours.more"},
      {"evenings", "hours.practice=yes hours.written=yes@ordinance hours.more=yes@directive",
       "write into law: hours.practice hours.written hours.more"},
      {"evenings", "hours.practice=yes hours.written=n/a hours.more=n/a",
       "write into law: hours.practice"},
      {"no-fines", "fines.taken=no fines.rule=no fines.banned=no",
       "write into law: fines.taken fines.rule fines.banned"},
      /* in place: all met, and law says so */
      {"evenings", "hours.practice=yes hours.written=yes@ordinance hours.more=yes@statute",
       "in place: hours.practice hours.written hours.more"},
      {"evenings", "hours.practice=yes hours.written=yes@charter hours.more=n/a",
       "in place: hours.practice hours.written"},
      {"no-fines", "fines.taken=no fines.rule=no fines.banned=yes@ordinance",
       "in place: fines.taken fines.rule fines.banned"},
      /* nothing to say */
      {"evenings", "hours.practice=n/a hours.written=n/a hours.more=n/a", "not called for:"},
      {"cards", "cards.told=yes", "not called for:"}, /* a baseline earns nothing */
      {"branch", "profile.branch=no branch.same=no", "not called for:"},
      {"lights", "", "not called for:"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    expect(rows[i].answers, rows[i].provision, rows[i].wanted);
}

static void what_the_state_bars_is_replaced(void **state) {
  (void)state;
  static const struct {
    const char *provision, *answers, *wanted;
  } rows[] = {
      {"evenings", "profile.state=AA hours.practice=no",
       "state law may bar this; ask counsel: hours.practice"},
      {"lights", "profile.state=AA hours.practice=no", "adopt instead: hours.practice"},
      {"lights", "profile.state=AA hours.practice=yes hours.written=no",
       "adopt instead: hours.practice hours.written"}, /* its text is new */
      {"lights", "profile.state=AA",
       "find out first instead: hours.practice hours.written hours.more"},
      {"lights",
       "profile.state=AA hours.practice=yes hours.written=yes@ordinance hours.more=yes@ordinance",
       "not called for:"}, /* what is in place needs nothing in its stead */
      {"benches", "profile.state=AA hours.practice=no",
       "state law may bar this; ask counsel:"}, /* barred too */
      {"lights", "profile.state=BB hours.practice=no", "not called for:"},
      {"lights", "profile.state=CC hours.practice=no", "not called for:"}, /* not in the table */
      {"evenings", "hours.practice=no", "adopt: hours.practice"},
      /* the substitute has questions of its own */
      {"all-open", "profile.state=BB hours.practice=no",
       "state law may bar this; ask counsel: hours.practice"},
      {"no-fines", "profile.state=BB hours.practice=no fines.taken=unknown",
       "adopt instead: fines.taken fines.rule fines.banned hours.practice"},
      {"no-fines", "profile.state=BB hours.practice=no fines.taken=yes",
       "adopt instead: fines.taken hours.practice"},
      {"no-fines", "profile.state=BB fines.taken=no fines.rule=no fines.banned=no",
       "write into law instead: fines.taken fines.rule fines.banned hours.practice hours.written"},
      {"no-fines",
       "profile.state=BB hours.practice=no fines.taken=no fines.rule=no fines.banned=yes@statute",
       "in place: fines.taken fines.rule fines.banned"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    expect(rows[i].answers, rows[i].provision, rows[i].wanted);
}

static void what_is_not_in_this_body_s_power_is_replaced(void **state) {
  (void)state;
  static const struct {
    const char *provision, *answers, *wanted;
  } rows[] = {
      {"seats", "seats.enough=no", "adopt: seats.enough"},
      {"seats", "profile.branch=yes seats.enough=no", "not in this body's power: seats.enough"},
      {"ask-for-seats", "profile.branch=yes seats.enough=no", "adopt instead: seats.enough"},
      {"ask-for-seats", "seats.enough=no", "not called for:"},
      {"ask-for-seats", "profile.branch=yes seats.enough=n/a", "not called for:"},
      /* what state law may bar is told first */
      {"seats", "profile.state=AA profile.branch=yes seats.enough=no",
       "state law may bar this; ask counsel: seats.enough"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    expect(rows[i].answers, rows[i].provision, rows[i].wanted);
  struct view view = view_after("profile.branch=yes seats.enough=no");
  assert_true(assess_recommendation(view.assessment, "ask-for-seats")->replaces_elsewhere);
  assert_false(assess_recommendation(view.assessment, "ask-for-seats")->replaces_barred);
  view_release(&view);
}

static void a_choice_with_a_verdict_is_a_reason(void **state) {
  (void)state;
  static const struct {
    const char *answers, *wanted;
  } rows[] = {
      {"", "find out first: shelves.status"},
      {"shelves.status=undone", "adopt: shelves.status"},
      {"shelves.status=half", "adopt: shelves.status"},
      {"shelves.status=unclear", "find out first: shelves.status"},
      {"shelves.status=other", "find out first: shelves.status"},
      {"shelves.status=done", "in place: shelves.status"},
      {"shelves.status=none-here", "not called for:"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    expect(rows[i].answers, "shelves", rows[i].wanted);
}

static void a_state_that_is_not_sure_is_unknown(void **state) {
  (void)state;
  expect("profile.state=DD hours.practice=no", "evenings", "adopt: hours.practice");
  expect("profile.state=DD cards.told=no", "cards",
         "state law may bar this; ask counsel: cards.told");
  expect("profile.state=AA cards.told=no", "cards", "adopt: cards.told");
}

static void floors_are_of_one_page_and_of_states_that_are_sure(void **state) {
  (void)state;
  const struct criterion *hours = checklist_criterion(checklist, "hours");
  const struct state *sure = checklist_state(checklist, "BB");
  assert_string_equal(state_floor(sure, hours)->text, "Open until eight.");
  assert_null(state_floor(sure, checklist_criterion(checklist, "fines")));
  assert_null(state_floor(checklist_state(checklist, "DD"), hours));
  assert_null(state_floor(NULL, hours));
  assert_true(state_has_mode(sure, "partial"));
  assert_true(state_has_mode(NULL, "unknown"));
  assert_false(state_has_mode(checklist_state(checklist, "DD"), "bans-limits"));
}

/* The letter of the other checklist is for towns. */
static void what_nobody_would_send_here_is_not_called_for(void **state) {
  (void)state;
  struct checklist *rules = checklist;
  checklist = fixture_checklist("tests/data/zoning");
  expect("profile.level=town fees.posted=no", "fee-letter", "adopt: fees.posted");
  expect("profile.level=county fees.posted=no", "fee-letter", "not called for:");
  fixture_free(checklist);
  checklist = rules;
}

static void a_condition_is_asked_of_an_assessment(void **state) {
  (void)state;
  struct view view = view_after("profile.branch=yes");
  const struct criterion *branch = checklist_criterion(checklist, "branch");
  assert_true(assess_holds(view.assessment, branch->relevant));
  assert_true(assess_holds(view.assessment, NULL));
  view_release(&view);
  view = view_after("");
  assert_false(assess_holds(view.assessment, branch->relevant));
  view_release(&view);
}

static void the_state_is_found(void **state) {
  (void)state;
  struct view view = view_after("profile.state=BB");
  assert_string_equal(view.assessment->state->name, "Beeland");
  view_release(&view);
  view = view_after("profile.state=CC");
  assert_null(view.assessment->state);
  view_release(&view);
  view = view_after("");
  assert_null(view.assessment->state);
  view_release(&view);
}

static void reasons_carry_their_verdict(void **state) {
  (void)state;
  struct view view = view_after("hours.practice=partly hours.written=no");
  const struct recommendation *item = assess_recommendation(view.assessment, "evenings");
  assert_int_equal(item->reasons[0].verdict, VERDICT_PARTLY);
  assert_int_equal(item->reasons[1].verdict, VERDICT_NOT_MET);
  view_release(&view);
}

static void without_provisions_there_are_none(void **state) {
  (void)state;
  struct session *session = fixture_session(checklist, "hours.practice=no");
  struct assessment *assessment = assess(checklist, session);
  assert_int_equal(assessment->recommendation_count, 0);
  assert_null(assess_recommendation(assessment, "evenings"));
  assessment_free(assessment);
  assessment_free(NULL);
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
      cmocka_unit_test(each_rule_each_way),
      cmocka_unit_test(what_the_state_bars_is_replaced),
      cmocka_unit_test(what_is_not_in_this_body_s_power_is_replaced),
      cmocka_unit_test(a_choice_with_a_verdict_is_a_reason),
      cmocka_unit_test(a_state_that_is_not_sure_is_unknown),
      cmocka_unit_test(floors_are_of_one_page_and_of_states_that_are_sure),
      cmocka_unit_test(what_nobody_would_send_here_is_not_called_for),
      cmocka_unit_test(a_condition_is_asked_of_an_assessment),
      cmocka_unit_test(the_state_is_found),
      cmocka_unit_test(reasons_carry_their_verdict),
      cmocka_unit_test(without_provisions_there_are_none),
  };
  return cmocka_run_group_tests(tests, load, release);
}
