/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assess/result.h"

#include "assess/verdict.h"
#include "checklist/checklist.h"
#include "session/session.h"

void counts_add(struct counts *counts, enum verdict verdict, bool has_answer) {
  if (verdict == VERDICT_NOT_RELEVANT) {
    counts->hidden_with_answer += has_answer;
    return;
  }
  counts->relevant++;
  counts->unanswered += verdict == VERDICT_UNANSWERED;
  counts->unknown += verdict == VERDICT_UNKNOWN || verdict == VERDICT_OTHER;
  counts->answered = counts->relevant - counts->unanswered - counts->unknown;
  counts->met += verdict == VERDICT_MET;
  counts->partly += verdict == VERDICT_PARTLY;
  counts->not_met += verdict == VERDICT_NOT_MET;
  counts->does_not_apply += verdict == VERDICT_DOES_NOT_APPLY;
}

/* Counts of the judged questions alone, or of the others. */
static struct counts count(const struct criterion *criterion,
                           const struct question_result *questions, bool judged) {
  struct counts counts = {0};
  for (size_t i = 0; i < criterion->question_count; i++)
    if (question_is_judged(questions[i].question) == judged)
      counts_add(&counts, questions[i].verdict, false);
  return counts;
}

static bool has_judged_question(const struct criterion *criterion) {
  for (size_t i = 0; i < criterion->question_count; i++)
    if (question_is_judged(&criterion->questions[i]))
      return true;
  return false;
}

static enum result roll_up(const struct counts *judged) {
  bool good = judged->met || judged->partly;
  bool bad = judged->not_met || judged->partly;
  if (bad)
    return good ? RESULT_PARTLY_MET : RESULT_NOT_MET;
  if (judged->unknown)
    return RESULT_UNKNOWN;
  if (judged->unanswered)
    return RESULT_NOT_FINISHED;
  return good ? RESULT_MET : RESULT_DOES_NOT_APPLY;
}

/* No judged question is asked: whether that stays so may hang on one that only records. */
static enum result roll_up_recorded(const struct criterion *criterion,
                                    const struct counts *recorded) {
  if (!recorded->relevant)
    return RESULT_NOT_RELEVANT;
  if (!has_judged_question(criterion))
    return RESULT_RECORDED;
  if (recorded->unknown)
    return RESULT_UNKNOWN;
  return recorded->unanswered ? RESULT_NOT_FINISHED : RESULT_DOES_NOT_APPLY;
}

static enum result decide(const struct criterion *criterion, bool relevant,
                          const struct question_result *questions) {
  if (!relevant)
    return RESULT_NOT_RELEVANT;
  if (criterion->section->kind == SECTION_SURVEY || criterion->section->kind == SECTION_PROFILE)
    return RESULT_RECORDED;
  struct counts judged = count(criterion, questions, true);
  struct counts recorded = count(criterion, questions, false);
  return judged.relevant ? roll_up(&judged) : roll_up_recorded(criterion, &recorded);
}

static void note_written_rule(struct criterion_result *result, const struct question_result *of,
                              const struct answer *answer) {
  if (!of->relevant || of->question->aspect != ASPECT_WRITTEN)
    return;
  result->written_asked = true;
  if ((of->verdict != VERDICT_MET && of->verdict != VERDICT_PARTLY) || !answer)
    return;
  const struct instrument *instrument = instrument_find(answer->instrument);
  if (instrument && (!result->instrument || instrument < result->instrument))
    result->instrument = instrument; /* the table goes from strong to weak */
}

struct criterion_result result_of(const struct criterion *criterion, bool relevant,
                                  const struct question_result *questions,
                                  const struct session *session) {
  struct criterion_result result = {.criterion = criterion};
  result.result = decide(criterion, relevant, questions);
  for (size_t i = 0; i < criterion->question_count; i++) {
    const char *id = questions[i].question->id;
    counts_add(&result.counts, questions[i].verdict, session_value(session, id) != NULL);
    note_written_rule(&result, &questions[i], session_answer(session, id));
  }
  return result;
}

enum band band_of(size_t met, size_t partly, size_t not_met, size_t open) {
  size_t decided = met + partly + not_met;
  if (open > decided || decided == 0)
    return BAND_NOT_YET;
  if (not_met == 0 && partly <= 1 && met > 0)
    return BAND_STRONG;
  return not_met > met + partly ? BAND_FEW : BAND_SOME;
}
