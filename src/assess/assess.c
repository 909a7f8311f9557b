/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assess/assess.h"

#include <string.h>

#include "assess/advice.h"
#include "assess/relevance.h"
#include "assess/result.h"
#include "assess/verdict.h"
#include "base/arena.h"
#include "checklist/checklist.h"
#include "session/session.h"

static void judge_questions(struct assessment *assessment, struct question_result *results) {
  size_t count = assessment->checklist->question_count;
  struct open_question *open = arena_alloc(assessment->arena, (count + 1) * sizeof *open);
  for (size_t i = 0; i < count; i++) {
    const struct question *question = results[i].question;
    const char *value = session_value(assessment->session, question->id);
    enum verdict verdict = verdict_of(question, results[i].relevant, value);
    results[i].verdict = verdict;
    if (question_is_profile(question))
      continue;
    counts_add(&assessment->counts, verdict, value != NULL);
    if (verdict_is_open(verdict))
      open[assessment->open_count++] =
          (struct open_question){question, verdict == VERDICT_UNANSWERED};
  }
  assessment->open = open;
}

static void count_result(struct assessment *assessment, enum result result) {
  assessment->met += result == RESULT_MET;
  assessment->partly += result == RESULT_PARTLY_MET;
  assessment->not_met += result == RESULT_NOT_MET;
  assessment->open_criteria += result == RESULT_UNKNOWN || result == RESULT_NOT_FINISHED;
  assessment->not_applicable += result == RESULT_NOT_RELEVANT || result == RESULT_DOES_NOT_APPLY;
}

static void note_why_hidden(struct criterion_result *result, struct relevance *relevance,
                            bool relevant) {
  const struct criterion *criterion = result->criterion;
  result->section_hidden = !relevance_holds(relevance, criterion->section->relevant);
  if (result->section_hidden)
    result->hidden_note = criterion->section->relevant_note;
  else if (!relevant)
    result->hidden_note = criterion->relevant_note;
}

static void judge_criteria(struct assessment *assessment, struct relevance *relevance) {
  const struct checklist *checklist = assessment->checklist;
  struct criterion_result *results =
      arena_alloc(assessment->arena, (checklist->criterion_count + 1) * sizeof *results);
  const struct question_result *questions = assessment->questions;
  for (size_t i = 0; i < checklist->criterion_count; i++) {
    const struct criterion *criterion = checklist->criteria[i];
    bool relevant = relevance_of_page(relevance, criterion);
    results[i] = result_of(criterion, relevant, questions, assessment->session);
    note_why_hidden(&results[i], relevance, relevant);
    questions += criterion->question_count;
    if (criterion->section->kind == SECTION_CRITERIA)
      count_result(assessment, results[i].result);
  }
  assessment->criteria = results;
  assessment->band =
      band_of(assessment->met, assessment->partly, assessment->not_met, assessment->open_criteria);
}

static struct assessment *make(const struct checklist *checklist, const struct session *session,
                               bool with_provisions) {
  struct arena *arena = arena_new();
  struct assessment *assessment = arena_alloc(arena, sizeof *assessment);
  struct question_result *results =
      arena_alloc(arena, (checklist->question_count + 1) * sizeof *results);
  *assessment = (struct assessment){.arena = arena,
                                    .checklist = checklist,
                                    .session = session,
                                    .questions = results,
                                    .state = relevance_state(checklist, session)};
  struct relevance relevance = {checklist, session, assessment->state, results};
  relevance_mark(&relevance);
  judge_questions(assessment, results);
  judge_criteria(assessment, &relevance);
  if (with_provisions)
    advice_give(assessment, &relevance);
  return assessment;
}

struct assessment *assess(const struct checklist *checklist, const struct session *session) {
  return make(checklist, session, false);
}

struct assessment *assess_with_provisions(const struct checklist *checklist,
                                          const struct session *session) {
  return make(checklist, session, true);
}

void assessment_free(struct assessment *assessment) {
  if (assessment)
    arena_free(assessment->arena);
}

const struct question_result *assess_question(const struct assessment *assessment,
                                              const struct question *question) {
  return &assessment->questions[checklist_question_index(assessment->checklist, question)];
}

bool assess_question_relevant(const struct assessment *assessment,
                              const struct question *question) {
  return assess_question(assessment, question)->relevant;
}

const struct criterion_result *assess_criterion(const struct assessment *assessment,
                                                const struct criterion *criterion) {
  for (size_t i = 0; i < assessment->checklist->criterion_count; i++)
    if (assessment->criteria[i].criterion == criterion)
      return &assessment->criteria[i];
  return NULL;
}

const struct recommendation *assess_recommendation(const struct assessment *assessment,
                                                   const char *provision_id) {
  for (size_t i = 0; i < assessment->recommendation_count; i++)
    if (strcmp(assessment->recommendations[i].provision->id, provision_id) == 0)
      return &assessment->recommendations[i];
  return NULL;
}

bool assess_holds(const struct assessment *assessment, const struct condition *condition) {
  struct relevance relevance = {assessment->checklist, assessment->session, assessment->state,
                                (struct question_result *)assessment->questions};
  return relevance_holds(&relevance, condition);
}

bool assess_section_relevant(const struct assessment *assessment, const struct section *section) {
  return !assess_criterion(assessment, &section->criteria[0])->section_hidden;
}

size_t assess_last_number(const struct assessment *assessment) {
  const struct checklist *checklist = assessment->checklist;
  size_t i = checklist->question_count;
  while (i > 1 &&
         !assess_section_relevant(assessment, checklist->questions[i - 1]->criterion->section))
    i--;
  return checklist->questions[i - 1]->number;
}
