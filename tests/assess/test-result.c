/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of answers and what a page, the counts and the band become of them. */
#include "assess/result.h"

#include <string.h>

#include "../base/cmocka-tests.h"
#include "fixture.h"

static struct checklist *checklist;

static enum result result_after(const char *answers, const char *criterion) {
  struct session *session = fixture_session(checklist, answers);
  struct assessment *assessment = assess(checklist, session);
  enum result result =
      assess_criterion(assessment, checklist_criterion(checklist, criterion))->result;
  assessment_free(assessment);
  session_free(session);
  return result;
}

static void each_page_is_rolled_up(void **state) {
  (void)state;
  static const struct {
    const char *criterion, *answers;
    enum result result;
  } rows[] = {
      {"hours", "", RESULT_NOT_FINISHED},
      {"hours", "hours.practice=yes", RESULT_NOT_FINISHED},
      {"hours", "hours.practice=yes hours.written=yes hours.more=yes", RESULT_MET},
      {"hours", "hours.practice=yes hours.written=n/a hours.more=n/a", RESULT_MET},
      {"hours", "hours.practice=n/a hours.written=n/a hours.more=n/a", RESULT_DOES_NOT_APPLY},
      {"hours", "hours.practice=yes hours.written=unknown hours.more=yes", RESULT_UNKNOWN},
      {"hours", "hours.practice=yes hours.written=other hours.more=yes", RESULT_UNKNOWN},
      {"hours", "hours.practice=unknown", RESULT_UNKNOWN}, /* unknown goes before unanswered */
      {"hours", "hours.practice=no", RESULT_NOT_MET},      /* a fault decides at once */
      {"hours", "hours.practice=no hours.written=unknown", RESULT_NOT_MET},
      {"hours", "hours.practice=yes hours.written=no", RESULT_PARTLY_MET},
      {"hours", "hours.practice=partly", RESULT_PARTLY_MET},
      {"hours", "hours.practice=partly hours.written=no", RESULT_PARTLY_MET},
      {"hours", "hours.practice=no hours.written=no hours.more=no", RESULT_NOT_MET},
      /* harmful: turned around */
      {"fines", "fines.taken=no fines.rule=no fines.banned=yes", RESULT_MET},
      {"fines", "fines.taken=yes fines.rule=no", RESULT_PARTLY_MET},
      {"fines", "fines.taken=yes fines.rule=yes fines.banned=no", RESULT_NOT_MET},
      /* baseline: no credit for yes, a fault for no */
      {"cards", "cards.told=yes cards.given=yes", RESULT_MET},
      {"cards", "cards.told=yes cards.given=no", RESULT_NOT_MET},
      {"cards", "cards.told=yes cards.given=n/a", RESULT_DOES_NOT_APPLY},
      {"cards", "cards.told=yes", RESULT_NOT_FINISHED},
      {"cards", "cards.told=no cards.given=yes", RESULT_PARTLY_MET},
      {"cards", "cards.told=no cards.given=n/a", RESULT_NOT_MET},
      /* every judged question hangs on one that only records */
      {"guests", "", RESULT_NOT_FINISHED},
      {"guests", "guests.let-in=unknown", RESULT_UNKNOWN},
      {"guests", "guests.let-in=no", RESULT_DOES_NOT_APPLY},
      {"guests", "guests.let-in=yes", RESULT_NOT_FINISHED},
      {"guests", "guests.let-in=yes guests.shown=yes guests.thanked=yes", RESULT_MET},
      {"guests", "guests.let-in=yes guests.shown=no", RESULT_NOT_MET},
      /* a page that is hidden */
      {"branch", "", RESULT_NOT_RELEVANT},
      {"branch", "profile.branch=no branch.same=yes", RESULT_NOT_RELEVANT},
      {"branch", "profile.branch=yes branch.same=yes", RESULT_MET},
      /* pages that judge nothing */
      {"words", "", RESULT_RECORDED},
      {"words", "words.heard=Much.", RESULT_RECORDED},
      {"survey", "", RESULT_RECORDED},
      {"survey", "survey.free=no", RESULT_RECORDED},
      {"profile", "", RESULT_RECORDED},
      /* all questions of a page are hidden */
      {"garden", "profile.state=CC garden.there=yes", RESULT_NOT_RELEVANT},
      {"garden", "profile.state=AA garden.there=yes", RESULT_MET},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (result_after(rows[i].answers, rows[i].criterion) != rows[i].result)
      fail_msg("%s after '%s': %s, not %s", rows[i].criterion, rows[i].answers,
               result_name(result_after(rows[i].answers, rows[i].criterion)),
               result_name(rows[i].result));
}

static void the_band_follows_from_the_criteria(void **state) {
  (void)state;
  static const struct {
    size_t met, partly, not_met, open;
    enum band band;
  } rows[] = {
      {0, 0, 0, 0, BAND_NOT_YET},                             /* nothing decided */
      {0, 0, 0, 8, BAND_NOT_YET}, {3, 0, 0, 4, BAND_NOT_YET}, /* more open than decided */
      {4, 0, 0, 4, BAND_STRONG},                              /* as many: enough */
      {8, 0, 0, 0, BAND_STRONG},  {7, 1, 0, 0, BAND_STRONG},  /* one may be partly met */
      {6, 2, 0, 0, BAND_SOME},    {7, 0, 1, 0, BAND_SOME},    /* none may be not met */
      {0, 1, 0, 0, BAND_SOME},                                /* nothing is met */
      {2, 2, 4, 0, BAND_SOME}, /* as many not met as met and partly met */
      {2, 1, 4, 0, BAND_FEW},     {0, 0, 1, 0, BAND_FEW},     {0, 0, 8, 0, BAND_FEW},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    assert_int_equal(band_of(rows[i].met, rows[i].partly, rows[i].not_met, rows[i].open),
                     rows[i].band);
}

static void questions_are_counted(void **state) {
  (void)state;
  struct session *session = fixture_session(
      checklist, "profile.name=Elm survey.visitors=12 hours.practice=yes hours.written=unknown "
                 "hours.more=other fines.taken=partly fines.rule=yes cards.told=yes "
                 "cards.given=n/a branch.same=no guests.let-in=no guests.shown=yes");
  struct assessment *assessment = assess(checklist, session);
  const struct counts *counts = &assessment->counts;
  /* hidden: two of guests, the branch's, the garden's, and what else there is */
  assert_int_equal(counts->relevant, checklist->numbered_count - 8);
  assert_int_equal(counts->answered, 7);
  assert_int_equal(counts->unanswered, counts->relevant - 7 - 2);
  assert_int_equal(counts->unknown, 2);
  assert_int_equal(counts->met, 1);
  assert_int_equal(counts->partly, 1);
  assert_int_equal(counts->not_met, 1);
  assert_int_equal(counts->does_not_apply, 1);
  assert_int_equal(counts->hidden_with_answer, 2);
  assert_int_equal(assessment->open_count, counts->unanswered + counts->unknown);
  assessment_free(assessment);
  session_free(session);
}

static void open_questions_come_in_order(void **state) {
  (void)state;
  struct session *session = fixture_session(checklist, "survey.visitors=unknown survey.free=yes "
                                                       "hours.practice=other hours.written=no");
  struct assessment *assessment = assess(checklist, session);
  assert_string_equal(assessment->open[0].question->id, "survey.visitors");
  assert_false(assessment->open[0].unanswered);
  assert_string_equal(assessment->open[1].question->id, "hours.practice");
  assert_false(assessment->open[1].unanswered);
  assert_string_equal(assessment->open[2].question->id, "hours.more");
  assert_true(assessment->open[2].unanswered);
  assessment_free(assessment);
  session_free(session);
}

static void criteria_are_counted_without_further_pages(void **state) {
  (void)state;
  struct session *session = fixture_session(
      checklist,
      "hours.practice=yes hours.written=yes hours.more=yes fines.taken=yes fines.rule=no "
      "cards.told=no guests.let-in=no profile.state=AA garden.there=no");
  struct assessment *assessment = assess(checklist, session);
  assert_int_equal(assessment->met, 1);
  assert_int_equal(assessment->partly, 1);
  assert_int_equal(assessment->not_met, 1);        /* cards; the garden is beside the picture */
  assert_int_equal(assessment->open_criteria, 1);  /* seats */
  assert_int_equal(assessment->not_applicable, 2); /* guests, branch; words judges nothing */
  assert_int_equal(assessment->band, BAND_SOME);
  assessment_free(assessment);
  session_free(session);
}

static const char *strongest(const char *answers, bool *asked) {
  struct session *session = fixture_session(checklist, answers);
  struct assessment *assessment = assess(checklist, session);
  const struct criterion_result *result =
      assess_criterion(assessment, checklist_criterion(checklist, "hours"));
  *asked = result->written_asked;
  const char *id = result->instrument ? result->instrument->id : NULL;
  assessment_free(assessment);
  session_free(session);
  return id;
}

static void the_strongest_written_rule_is_named(void **state) {
  (void)state;
  bool asked = false;
  assert_null(strongest("", &asked));
  assert_true(asked);
  assert_null(strongest("hours.written=yes", &asked)); /* no instrument named */
  assert_null(strongest("hours.written=no@ordinance", &asked));
  assert_null(strongest("hours.written=unknown@ordinance", &asked));
  assert_string_equal(strongest("hours.written=yes@department-policy", &asked),
                      "department-policy");
  assert_string_equal(
      strongest("hours.written=partly@department-policy hours.more=yes@ordinance", &asked),
      "ordinance");
  assert_string_equal(
      strongest("hours.written=yes@charter hours.more=yes@department-policy", &asked), "charter");
}

static void every_verdict_result_advice_and_band_has_a_name(void **state) {
  (void)state;
  for (int i = VERDICT_NOT_RELEVANT; i <= VERDICT_NOT_MET; i++)
    assert_true(strlen(verdict_name((enum verdict)i)) > 2);
  for (int i = RESULT_NOT_RELEVANT; i <= RESULT_RECORDED; i++)
    assert_true(strlen(result_name((enum result)i)) > 2);
  for (int i = ADVICE_ADOPT; i <= ADVICE_ELSEWHERE; i++)
    assert_true(strlen(advice_name((enum advice)i)) > 2);
  for (int i = VERDICT_NOT_RELEVANT; i <= VERDICT_NOT_MET; i++)
    assert_non_null(strchr(" .?o#+-", verdict_mark((enum verdict)i)));
  for (size_t i = 0; state_modes[i]; i++)
    assert_true(strlen(state_mode_sentence(state_modes[i])) > 20);
  for (int i = BAND_NOT_YET; i <= BAND_STRONG; i++) {
    assert_true(strlen(band_name((enum band)i)) > 2);
    assert_true(strlen(band_sentence((enum band)i)) > 20);
  }
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
      cmocka_unit_test(each_page_is_rolled_up),
      cmocka_unit_test(the_band_follows_from_the_criteria),
      cmocka_unit_test(questions_are_counted),
      cmocka_unit_test(open_questions_come_in_order),
      cmocka_unit_test(criteria_are_counted_without_further_pages),
      cmocka_unit_test(the_strongest_written_rule_is_named),
      cmocka_unit_test(every_verdict_result_advice_and_band_has_a_name),
  };
  return cmocka_run_group_tests(tests, load, release);
}
