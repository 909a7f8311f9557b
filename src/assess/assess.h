/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checklist and answers in; results, recommendations and open questions out. Pure: no files, no
 * layout, no language. Roll-up by the rules of OCIL 2.0 (NIST IR 7692) as disentangle's manual
 * states them. */
#ifndef ASSESS_ASSESS_H
#define ASSESS_ASSESS_H

#include <stdbool.h>
#include <stddef.h>

#include "session/instrument.h"

struct arena;
struct checklist;
struct criterion;
struct provision;
struct question;
struct session;
struct state;

enum verdict {                       /* of one question */
               VERDICT_NOT_RELEVANT, /* hidden by its condition; an answer is kept and not counted
                                      */
               VERDICT_NOT_JUDGED,   /* answered, neutral or survey */
               VERDICT_UNANSWERED,
               VERDICT_UNKNOWN, /* "don't know yet" */
               VERDICT_OTHER,   /* answered in other words: people have to judge it; counted like
                                   unknown */
               VERDICT_DOES_NOT_APPLY,
               VERDICT_MET,
               VERDICT_BASELINE, /* a baseline question answered yes: no fault, no credit */
               VERDICT_PARTLY,
               VERDICT_NOT_MET,
};

enum result { /* of a criterion */
              RESULT_NOT_RELEVANT,
              RESULT_NOT_FINISHED,
              RESULT_UNKNOWN,
              RESULT_DOES_NOT_APPLY,
              RESULT_NOT_MET,
              RESULT_PARTLY_MET,
              RESULT_MET,
              RESULT_RECORDED, /* a survey: nothing to judge */
};

struct question_result {
  const struct question *question;
  bool relevant;
  enum verdict verdict;
};

struct counts {
  size_t relevant, answered, unanswered,
      unknown; /* unknown: "don't know yet" and other words; answered includes them */
  size_t met, partly, not_met, does_not_apply, hidden_with_answer;
};

struct criterion_result {
  const struct criterion *criterion;
  enum result result;
  struct counts counts;
  /* The strongest instrument named for a written rule that is met or partly met; NULL: none. */
  const struct instrument *instrument;
  bool written_asked; /* it has a relevant written question */
};

enum advice {
  ADVICE_ADOPT,    /* a question that calls for it is answered no or partly */
  ADVICE_FIND_OUT, /* only unknown, unanswered or other */
  ADVICE_CODIFY,   /* practice is good, but nothing is written, or below an ordinance */
  ADVICE_IN_PLACE, /* all met at ordinance level or higher */
  ADVICE_NONE,     /* no relevant question calls for it */
  ADVICE_BARRED,   /* state law stands against it; `instead` holds what may be done */
};

struct reason { /* a question that led to the advice */
  const struct question *question;
  enum verdict verdict;
};

struct recommendation {
  const struct provision *provision;
  enum advice advice;
  const struct reason *reasons;
  size_t reason_count;
  bool replaces_barred; /* recommended in the place of a barred one */
};

enum band { BAND_NOT_YET /* too little is known */, BAND_FEW, BAND_SOME, BAND_STRONG };

struct open_question {
  const struct question *question;
  bool unanswered; /* else: don't know yet, or other words */
};

struct assessment {
  struct arena *arena;
  const struct checklist *checklist;
  const struct session *session;
  const struct question_result
      *questions; /* all, in the checklist's order: same index as checklist->questions */
  const struct criterion_result *criteria; /* all pages, same index as checklist->criteria */
  size_t met, partly, not_met, open_criteria, not_applicable; /* criteria of SECTION_CRITERIA */
  enum band band;
  struct counts counts;             /* of all numbered questions */
  const struct open_question *open; /* in order */
  size_t open_count;
  const struct state *state; /* NULL: not named */
  /* only when assess_with_provisions: */
  const struct recommendation *recommendations; /* one a provision, in the checklist's order */
  size_t recommendation_count;
};

/* Results, counts and open questions: cheap, used by every screen. */
struct assessment *assess(const struct checklist *checklist, const struct session *session);
/* The same with recommendations; the checklist's rest has to be loaded. */
struct assessment *assess_with_provisions(const struct checklist *checklist,
                                          const struct session *session);
void assessment_free(struct assessment *assessment); /* accepts NULL */

bool assess_question_relevant(const struct assessment *assessment, const struct question *question);
const struct question_result *assess_question(const struct assessment *assessment,
                                              const struct question *question);
const struct criterion_result *assess_criterion(const struct assessment *assessment,
                                                const struct criterion *criterion);
const struct recommendation *assess_recommendation(const struct assessment *assessment,
                                                   const char *provision_id);

/* Names, translated; borrowed. */
const char *verdict_name(enum verdict verdict);
const char *result_name(enum result result);
const char *advice_name(enum advice advice);
const char *band_name(enum band band);
const char *band_sentence(enum band band);

#endif
