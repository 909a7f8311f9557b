/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assess/verdict.h"

#include <string.h>

#include "checklist/checklist.h"

bool question_is_judged(const struct question *question) {
  enum section_kind kind = question->criterion->section->kind;
  return (kind == SECTION_CRITERIA || kind == SECTION_FURTHER) &&
         question->polarity != POLARITY_NEUTRAL;
}

bool verdict_is_open(enum verdict verdict) {
  return verdict == VERDICT_UNANSWERED || verdict == VERDICT_UNKNOWN || verdict == VERDICT_OTHER;
}

static const struct {
  enum polarity polarity;
  const char *value;
  enum verdict verdict;
} judgements[] = {
    {POLARITY_PROTECTIVE, "yes", VERDICT_MET},       {POLARITY_PROTECTIVE, "no", VERDICT_NOT_MET},
    {POLARITY_PROTECTIVE, "partly", VERDICT_PARTLY}, {POLARITY_HARMFUL, "yes", VERDICT_NOT_MET},
    {POLARITY_HARMFUL, "no", VERDICT_MET},           {POLARITY_HARMFUL, "partly", VERDICT_PARTLY},
    {POLARITY_BASELINE, "yes", VERDICT_BASELINE},    {POLARITY_BASELINE, "no", VERDICT_NOT_MET},
    {POLARITY_BASELINE, "partly", VERDICT_PARTLY},
};

static enum verdict judge(enum polarity polarity, const char *value) {
  for (size_t i = 0; i < sizeof judgements / sizeof *judgements; i++)
    if (judgements[i].polarity == polarity && strcmp(judgements[i].value, value) == 0)
      return judgements[i].verdict;
  return strcmp(value, "other") == 0 ? VERDICT_OTHER : VERDICT_NOT_JUDGED;
}

static enum verdict judge_choice(const struct question *question, const char *value) {
  static const enum verdict verdicts[] = {
      [CHOICE_NOT_JUDGED] = VERDICT_NOT_JUDGED, [CHOICE_MET] = VERDICT_MET,
      [CHOICE_PARTLY] = VERDICT_PARTLY,         [CHOICE_NOT_MET] = VERDICT_NOT_MET,
      [CHOICE_UNKNOWN] = VERDICT_UNKNOWN,       [CHOICE_DOES_NOT_APPLY] = VERDICT_DOES_NOT_APPLY,
  };
  const struct choice *choice = question_choice(question, value);
  if (!choice)
    return VERDICT_OTHER; /* in other words */
  bool earns_nothing = choice->verdict == CHOICE_MET && question->polarity == POLARITY_BASELINE;
  return earns_nothing ? VERDICT_BASELINE : verdicts[choice->verdict];
}

enum verdict verdict_of(const struct question *question, bool relevant, const char *value) {
  if (!relevant)
    return VERDICT_NOT_RELEVANT;
  if (!value)
    return VERDICT_UNANSWERED;
  if (strcmp(value, "unknown") == 0)
    return VERDICT_UNKNOWN;
  if (strcmp(value, "n/a") == 0)
    return VERDICT_DOES_NOT_APPLY;
  if (!question_is_judged(question))
    return VERDICT_NOT_JUDGED;
  return question->kind == KIND_CHOICE ? judge_choice(question, value)
                                       : judge(question->polarity, value);
}
