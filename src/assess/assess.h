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
struct condition;
struct criterion;
struct provision;
struct floor;
struct question;
struct section;
struct session;
struct state;
struct strbuf;

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

/* Of a criterion, from its judged and relevant questions; the first that fits, from the top. */
enum result {
  RESULT_NOT_RELEVANT,   /* its condition hides it, or hides all of its questions */
  RESULT_PARTLY_MET,     /* one is partly met, or one is met and another is not */
  RESULT_NOT_MET,        /* one is not met */
  RESULT_UNKNOWN,        /* one is unknown or answered in other words */
  RESULT_NOT_FINISHED,   /* one is unanswered */
  RESULT_MET,            /* one is met */
  RESULT_DOES_NOT_APPLY, /* all do not apply. A baseline that is kept earns nothing: counted here */
  RESULT_RECORDED,       /* a survey, or a page that judges nothing */
};
/* When every judged question of a page is hidden by an answer given on it, the page does not apply;
 * while that answer is still open the page is unknown or not finished. */

struct question_result {
  const struct question *question;
  bool relevant;
  enum verdict verdict;
};

struct counts {
  size_t relevant;                      /* each of them is one of these three: */
  size_t answered, unanswered, unknown; /* unknown: "don't know yet" and other words */
  size_t met, partly, not_met, does_not_apply, hidden_with_answer;
};

struct criterion_result {
  const struct criterion *criterion;
  enum result result;
  struct counts counts;
  /* The strongest instrument named for a written rule that is met or partly met; NULL: none. */
  const struct instrument *instrument;
  bool written_asked;  /* it has a relevant written question */
  bool section_hidden; /* the condition of its section hides it */
  /* What the checklist says of a page that is not asked; NULL: nothing, or it is asked. */
  const char *hidden_note;
};

/* From the judged, relevant questions that call for a provision. One that does not apply, or a
 * baseline that is kept, says nothing. Tried in the order adopt, codify, find out, in place. */
enum advice {
  ADVICE_ADOPT,     /* a fault: one is not met or partly met. Of a written question answered no this
                       holds only when no question about practice is met */
  ADVICE_FIND_OUT,  /* one is unknown, unanswered or answered in other words */
  ADVICE_CODIFY,    /* practice is good, but nothing is written, or below an ordinance */
  ADVICE_IN_PLACE,  /* all met, and the written rule is an ordinance or more */
  ADVICE_NONE,      /* no question has anything to say about it */
  ADVICE_BARRED,    /* not_in holds: state law may stand against it. The `instead` provisions take
                       over what it was wanted for; codify becomes adopt, for their text is new */
  ADVICE_ELSEWHERE, /* beyond holds, and not_in does not: it is not in this body's power. `instead`
                       as before */
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
  bool replaces_barred;    /* recommended in the place of a barred one */
  bool replaces_elsewhere; /* … of one that is not in this body's power */
};

/* The whole picture in a word, from the criteria of SECTION_CRITERIA that apply. "Open" ones are
 * unknown or not finished, the others decided. Never a percentage; the count of what is open is
 * told with it. */
enum band {
  BAND_NOT_YET, /* more are open than decided, or none is decided: too little is known */
  BAND_FEW,     /* more are not met than met and partly met together */
  BAND_SOME,    /* all else */
  BAND_STRONG,  /* none is not met, at most one is partly met, and at least one is met */
};

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
  /* criteria of SECTION_CRITERIA; open: unknown or not finished; not applicable: does not apply or
   * not relevant. One that judges nothing is in none of them */
  size_t met, partly, not_met, open_criteria, not_applicable;
  enum band band;
  struct counts counts;             /* of all numbered questions */
  const struct open_question *open; /* numbered questions, in order */
  size_t open_count;
  const struct state *state; /* NULL: not named */
  /* only when assess_with_provisions: */
  const struct recommendation *recommendations; /* one a provision, in the checklist's order */
  size_t recommendation_count;
};

/* Results, counts and open questions: cheap, used by every screen. Both stay valid only until the
 * session or the checklist changes. Without the checklist's rest no state has a mode but "unknown",
 * which a state has that is not named, not in the table or not at high confidence. */
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

/* Whether a condition holds with these answers; NULL always does. */
bool assess_holds(const struct assessment *assessment, const struct condition *condition);
/* Whether a section is asked: its own condition holds. */
bool assess_section_relevant(const struct assessment *assessment, const struct section *section);
/* "Not asked: TITLE; TITLE. NOTES": the sections that are not asked. false: there is none. */
bool assess_tell_hidden(const struct assessment *assessment, struct strbuf *out);
/* The number of the last question in a section that is asked. */
size_t assess_last_number(const struct assessment *assessment);

/* What a state's law does. Of a state that is not named (NULL), or whose row is not at high
 * confidence, only the mode "unknown" holds. */
bool state_has_mode(const struct state *state, const char *mode);
/* All modes, NULL at the end, and what each means for a draft, translated. */
extern const char *const state_modes[];
const char *state_mode_sentence(const char *mode);
/* What state law sets already for a page; NULL: nothing, or nothing that is sure. */
const struct floor *state_floor(const struct state *state, const struct criterion *criterion);

/* Withheld from a draft: barred by state law, or not in this body's power. */
bool advice_is_withheld(enum advice advice);

/* The character a verdict is drawn with in a bar, so that it needs no colour; ' ' for one that
 * counts for nothing. */
char verdict_mark(enum verdict verdict);

/* Names, translated; borrowed. */
const char *verdict_name(enum verdict verdict);
const char *result_name(enum result result);
const char *advice_name(enum advice advice);
const char *band_name(enum band band);
const char *band_sentence(enum band band);

#endif
