/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of guide/ share: the walk itself, and who carries out which command. Not for other
 * folders. */
#ifndef GUIDE_GUIDE_INTERNAL_H
#define GUIDE_GUIDE_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"
#include "guide/guide.h"
#include "session/session.h"

struct guide {
  struct checklist *checklist;
  struct session *session;
  const struct question *question; /* where we are; never NULL */

  struct assessment *assessment; /* of assessed_version; NULL: not made yet */
  uint64_t assessed_version;
  bool assessed_with_provisions;
  bool rest_tried; /* loading the checklist's rest, when the state became known */

  bool moved;         /* since the last save: the place is worth saving, but no answer */
  bool privacy_told;  /* guide_privacy_warning() */
  char *save_failure; /* the words of the last save, when it failed */

  struct strbuf status, save_text, place, position, progress; /* lent to the front end */
};

/* A command's work: fills guide->status and returns true, or false with err. The outcome is empty
 * at the start; status is put into it afterwards. */
typedef bool guide_handler(struct guide *guide, enum command command,
                           const struct guide_input *input, struct guide_outcome *outcome,
                           struct error *err);

/* guide-move.c */
guide_handler guide_move;
/* Stands at a question and notes it as the session's place; tells what moved. */
unsigned guide_stand_at(struct guide *guide, const struct question *question);
/* Why a question is not asked: its own note, or that of its page or section; NULL: none is written.
 */
const char *guide_hidden_note(struct guide *guide, const struct question *question);
/* The session's place, else the first open question, else (and in a new session) the first one. */
const struct question *guide_start(struct guide *guide);

/* guide-answer.c */
guide_handler guide_answer, guide_clear_answer, guide_instrument, guide_confirm;
/* Whether a text holds nothing but spaces and line ends; NULL does. */
bool guide_is_blank(const char *text);

/* guide-number.c */
guide_handler guide_by_number;

/* guide-record.c */
guide_handler guide_comment, guide_evidence, guide_review, guide_follow_up, guide_group;
/* Records fields of the current question's answer; tells what changed and adds to the status which
 * questions came or went. */
bool guide_apply(struct guide *guide, unsigned fields, const struct answer *wanted,
                 struct guide_outcome *outcome, struct error *err);

/* guide-passphrase.c */
guide_handler guide_lock;

/* guide-undo.c */
guide_handler guide_undo;

/* guide-relevance.c: which questions apply, to be compared before and after a change. */
bool *guide_relevance(struct guide *guide); /* one a question; owned by the caller */
/* Adds a sentence to the status and returns GUIDE_STRUCTURE if it is another one now. */
unsigned guide_relevance_changed(struct guide *guide, const bool *before);

/* guide-text.c */
/* "question 12", or a profile field's own question in quotes: for sentences. Owned by the caller.
 */
char *guide_question_name(const struct question *question);
/* An answer for a status sentence: a long text is only said to be there. */
void guide_add_value(struct strbuf *out, const struct question *question, const char *value);

#endif
