/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assess/advice.h"

#include <string.h>

#include "assess/relevance.h"
#include "assess/verdict.h"
#include "base/arena.h"
#include "checklist/checklist.h"
#include "session/session.h"

/* What a question that calls for a provision says about it. */
enum say {
  SAY_NOTHING, /* hidden, not judged, does not apply, or a baseline that is kept */
  SAY_FAULT,
  SAY_UNWRITTEN, /* no written rule: a fault, unless practice is good */
  SAY_OPEN,
  SAY_PRACTICE, /* good in practice */
  SAY_BELOW,    /* a good written rule, but not known to be law */
  SAY_LAW,      /* a good rule at ordinance level or higher */
  SAY_COUNT
};

/* Which of them are the reasons for an advice. */
static const bool leads_to[][SAY_COUNT] = {
    [ADVICE_ADOPT] = {[SAY_FAULT] = true, [SAY_UNWRITTEN] = true},
    [ADVICE_FIND_OUT] = {[SAY_OPEN] = true},
    [ADVICE_CODIFY] =
        {[SAY_UNWRITTEN] = true, [SAY_PRACTICE] = true, [SAY_BELOW] = true, [SAY_LAW] = true},
    [ADVICE_IN_PLACE] = {[SAY_PRACTICE] = true, [SAY_LAW] = true},
    [ADVICE_NONE] = {false},
};

/* That nothing harmful is written is practice, not a rule. */
static enum say say_of_good(const struct assessment *assessment, const struct question *question) {
  const struct answer *answer = session_answer(assessment->session, question->id);
  if (answer && instrument_is_law(instrument_find(answer->instrument)))
    return SAY_LAW;
  if (question->aspect == ASPECT_NONE || question->aspect == ASPECT_LAW)
    return SAY_LAW; /* judged by its choices, what is done needs nothing more; the other says it */
  bool is_rule = question->aspect == ASPECT_WRITTEN && question->polarity != POLARITY_HARMFUL;
  return is_rule ? SAY_BELOW : SAY_PRACTICE;
}

static enum say say_of(const struct assessment *assessment, const struct question_result *result) {
  const struct question *question = result->question;
  if (!question_is_judged(question))
    return SAY_NOTHING;
  if (verdict_is_open(result->verdict))
    return SAY_OPEN;
  if (result->verdict == VERDICT_MET)
    return say_of_good(assessment, question);
  if (result->verdict == VERDICT_PARTLY)
    return SAY_FAULT;
  if (result->verdict != VERDICT_NOT_MET)
    return SAY_NOTHING;
  bool unwritten = question->aspect == ASPECT_WRITTEN && question->polarity != POLARITY_HARMFUL;
  return unwritten ? SAY_UNWRITTEN : SAY_FAULT;
}

static enum advice advice_of(const size_t said[SAY_COUNT]) {
  if (said[SAY_FAULT] || (said[SAY_UNWRITTEN] && !said[SAY_PRACTICE]))
    return ADVICE_ADOPT;
  if (said[SAY_UNWRITTEN] || said[SAY_BELOW])
    return ADVICE_CODIFY;
  if (said[SAY_OPEN])
    return ADVICE_FIND_OUT;
  if (said[SAY_LAW])
    return ADVICE_IN_PLACE;
  return said[SAY_PRACTICE] ? ADVICE_CODIFY : ADVICE_NONE;
}

static enum say say_about(const struct assessment *assessment, size_t index,
                          const struct provision *provision) {
  const struct question_result *result = &assessment->questions[index];
  bool calls = string_list_has(result->question->calls_for, provision->id);
  return calls ? say_of(assessment, result) : SAY_NOTHING;
}

static void add_reasons(struct assessment *assessment, struct recommendation *to,
                        const size_t said[SAY_COUNT]) {
  size_t count = 0;
  for (size_t say = 0; say < SAY_COUNT; say++)
    count += leads_to[to->advice][say] ? said[say] : 0;
  struct reason *reasons = arena_alloc(assessment->arena, (count + 1) * sizeof *reasons);
  for (size_t i = 0; i < assessment->checklist->question_count; i++)
    if (leads_to[to->advice][say_about(assessment, i, to->provision)])
      reasons[to->reason_count++] =
          (struct reason){assessment->questions[i].question, assessment->questions[i].verdict};
  to->reasons = reasons;
}

/* A paragraph of a text that nobody would send here. */
static bool is_pointless(const struct assessment *assessment, struct relevance *relevance,
                         const struct provision *provision) {
  const struct draft_instrument *instrument =
      checklist_instrument(assessment->checklist, provision->instrument);
  return instrument && !relevance_holds(relevance, instrument->relevant);
}

static struct recommendation recommend(struct assessment *assessment, struct relevance *relevance,
                                       const struct provision *provision) {
  struct recommendation recommendation = {.provision = provision, .advice = ADVICE_NONE};
  if (is_pointless(assessment, relevance, provision))
    return recommendation;
  size_t said[SAY_COUNT] = {0};
  for (size_t i = 0; i < assessment->checklist->question_count; i++)
    said[say_about(assessment, i, provision)]++;
  recommendation.advice = advice_of(said);
  add_reasons(assessment, &recommendation, said);
  return recommendation;
}

/* --- where a provision cannot be used: another one takes its place --- */

static struct recommendation *find(struct recommendation *items, size_t count, const char *id) {
  for (size_t i = 0; i < count; i++)
    if (strcmp(items[i].provision->id, id) == 0)
      return &items[i];
  return NULL;
}

static bool has_reason(const struct recommendation *recommendation,
                       const struct question *question) {
  for (size_t i = 0; i < recommendation->reason_count; i++)
    if (recommendation->reasons[i].question == question)
      return true;
  return false;
}

/* The reasons of both, each question once. */
static void join_reasons(struct arena *arena, struct recommendation *to,
                         const struct recommendation *from) {
  size_t room = to->reason_count + from->reason_count;
  struct reason *reasons = arena_alloc(arena, (room + 1) * sizeof *reasons);
  for (size_t i = 0; i < to->reason_count; i++)
    reasons[i] = to->reasons[i];
  size_t count = to->reason_count;
  for (size_t i = 0; i < from->reason_count; i++)
    if (!has_reason(to, from->reasons[i].question))
      reasons[count++] = from->reasons[i];
  to->reasons = reasons;
  to->reason_count = count;
}

bool advice_is_withheld(enum advice advice) {
  return advice == ADVICE_BARRED || advice == ADVICE_ELSEWHERE;
}

/* The other text is new, so what would have been codified is adopted. */
static void take_place(struct arena *arena, struct recommendation *substitute,
                       const struct recommendation *withheld, enum advice wanted) {
  if (advice_is_withheld(substitute->advice) || substitute->advice == ADVICE_IN_PLACE)
    return;
  enum advice advice = wanted == ADVICE_CODIFY ? ADVICE_ADOPT : wanted;
  if (substitute->advice == ADVICE_NONE || substitute->advice == ADVICE_FIND_OUT)
    substitute->advice = advice;
  substitute->replaces_barred |= withheld->advice == ADVICE_BARRED;
  substitute->replaces_elsewhere |= withheld->advice == ADVICE_ELSEWHERE;
  join_reasons(arena, substitute, withheld);
}

static bool is_wanted(enum advice advice) {
  return advice == ADVICE_ADOPT || advice == ADVICE_FIND_OUT || advice == ADVICE_CODIFY;
}

static enum advice withhold(struct relevance *relevance, const struct recommendation *item) {
  const struct provision *provision = item->provision;
  if (provision->not_in && relevance_holds(relevance, provision->not_in))
    return ADVICE_BARRED;
  if (provision->beyond && relevance_holds(relevance, provision->beyond))
    return ADVICE_ELSEWHERE;
  return item->advice;
}

static void replace_withheld(struct assessment *assessment, struct relevance *relevance,
                             struct recommendation *items, size_t count) {
  enum advice *before = arena_alloc(assessment->arena, (count + 1) * sizeof *before);
  for (size_t i = 0; i < count; i++) {
    before[i] = items[i].advice;
    items[i].advice = withhold(relevance, &items[i]);
  }
  for (size_t i = 0; i < count; i++) {
    if (!advice_is_withheld(items[i].advice) || !is_wanted(before[i]))
      continue;
    for (string_list id = items[i].provision->instead; *id; id++) {
      struct recommendation *substitute = find(items, count, *id);
      if (substitute && !is_pointless(assessment, relevance, substitute->provision))
        take_place(assessment->arena, substitute, &items[i], before[i]);
    }
  }
}

void advice_give(struct assessment *assessment, struct relevance *relevance) {
  const struct checklist *checklist = assessment->checklist;
  size_t count = checklist->provision_count;
  struct recommendation *items = arena_alloc(assessment->arena, (count + 1) * sizeof *items);
  for (size_t i = 0; i < count; i++)
    items[i] = recommend(assessment, relevance, &checklist->provisions[i]);
  replace_withheld(assessment, relevance, items, count);
  assessment->recommendations = items;
  assessment->recommendation_count = count;
}
