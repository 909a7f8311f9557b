/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answers of one jurisdiction, with the history that undo needs. Without judgement: that is
 * assess/.
 *
 * A change goes through session_apply(): it is checked, put into the history and marks the session
 * unsaved. Only guide/ and `disentangle set` call it. */
#ifndef SESSION_SESSION_H
#define SESSION_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/file.h"

struct checklist;
struct question;
struct node;
struct arena;

/* `kept` holds the keys of the file that this version does not know. They are written back; copies
 * borrow them from the session. */
struct evidence {
  char *what, *section, *quote, *link, *seen; /* NULL when not given; seen is a date */
  struct node *kept;
};
struct follow_up {
  char *what, *who, *by; /* by is a date */
  bool done;
  struct node *kept;
};
struct group_tally {                         /* how a group decided: counts, never names */
  char *rule;                                /* consensus, majority, two-thirds … */
  int for_count, against_count, aside_count; /* -1: not given */
  char *minority;
  struct node *kept;
};

/* All that is recorded for one question. A question without any record has no answer struct. Make
 * one with answer_copy(&answer, NULL): counts that are not given are -1, not 0. */
struct answer {
  char *question_id;
  char *value; /* canonical: "yes", a choice id, "a, b", a text, "2026-11-22"; NULL: unanswered */
  char *words; /* of partly, other, n/a */
  char *instrument; /* of a written rule: id from session/instrument.h */
  char *comment;    /* printed */
  char *note;       /* private: left out of documents unless asked for */
  struct evidence *evidence;
  size_t evidence_count;
  bool review; /* marked for review */
  struct follow_up follow_up;
  struct group_tally group;
  char *changed; /* UTC time of the last change; NULL for a profile field */
  char *asked;   /* the wording that was answered, so that a new edition can show what changed; NULL
                    for a profile field */
  char
      *edition; /* the edition whose value this is, where the present one does not offer it; NULL */
  struct node *kept;
};

/* What is typed but not accepted yet. */
struct draft {
  char *question_id, *field, *text; /* all NULL: none */
};

struct session; /* opaque */

struct session *session_new(const struct checklist *checklist); /* which has to outlive it */
void session_free(struct session *session); /* accepts NULL; releases the lock */

const char *session_path(const struct session *session); /* NULL: not saved anywhere yet */
const char *
session_checklist_edition(const struct session *session); /* that it was last saved with */

/* --- reading: what is returned lives until the next change --- */
const struct answer *session_answer(const struct session *session,
                                    const char *question_id); /* NULL: nothing recorded */
/* The value, or NULL when unanswered. Profile fields too: "profile.name". */
const char *session_value(const struct session *session, const char *question_id);
size_t session_answer_count(const struct session *session);
const struct answer *session_answer_at(const struct session *session,
                                       size_t index); /* in the file's order */

/* The wording changed since it was answered, or the choice that was taken is no longer offered: the
 * answer is kept and the user is asked to look again. */
bool session_look_again(const struct session *session, const struct question *question);
/* Answers to questions that this edition no longer asks. Borrowed array of count answers. */
const struct answer *const *session_retired(const struct session *session, size_t *count);

const char *
session_place(const struct session *session); /* question id where the walk was left; NULL */
void session_set_place(struct session *session, const char *question_id);
const struct draft *session_draft(const struct session *session);
/* NULLs: none. A text over 64 KiB is cut to that, for it could not be accepted anyway. */
void session_set_draft(struct session *session, const char *question_id, const char *field,
                       const char *text);

/* --- changing --- */
enum answer_field {
  FIELD_VALUE = 1 << 0, /* value and words together */
  FIELD_INSTRUMENT = 1 << 1,
  FIELD_COMMENT = 1 << 2,
  FIELD_NOTE = 1 << 3,
  FIELD_EVIDENCE = 1 << 4,
  FIELD_REVIEW = 1 << 5,
  FIELD_FOLLOW_UP = 1 << 6,
  FIELD_GROUP = 1 << 7,
};

enum {
  SESSION_ANSWERS_LIMIT_BYTES = 2560 * 1024, /* all answers of a session, as they are written */
  SESSION_HISTORY_LIMIT = 500,               /* steps that can be undone */
  SESSION_HISTORY_LIMIT_BYTES = 256 * 1024,  /* the oldest are dropped, the last one is kept */
  SESSION_KEYS_LIMIT = 2000,                 /* in one mapping of the file; so many answers */
  SESSION_COUNT_LIMIT = 1000000,             /* of people in a group_tally */
};

/* Sets the fields in `fields` of the answer to a question from `wanted` (the others stay) as one
 * undoable step. What is typed is cleaned (utf8_clean) and checked by the question's answer kind;
 * on failure nothing changes and err says what to do: also for a session that is read-only, and for
 * one that would get too large. Setting what is already there changes nothing and adds no step (but
 * FIELD_VALUE confirms a changed wording). A NULL value takes the answer back; texts that are empty
 * count as not given. */
bool session_apply(struct session *session, const char *question_id, unsigned fields,
                   const struct answer *wanted, struct error *err);

/* Undo and redo survive quitting. They return the question whose record changed (borrowed), NULL
 * when there is nothing to do or the session is read-only. */
const char *session_undo(struct session *session);
const char *session_redo(struct session *session);
size_t session_undo_count(const struct session *session);
size_t session_redo_count(const struct session *session);

/* A number that grows with every change: for caches. */
uint64_t session_version(const struct session *session);
/* Whether something that a person entered (an answer or a draft) is not on the disk yet. A moved
 * place alone does not count; session_save() writes it all the same. */
bool session_is_unsaved(const struct session *session);

/* A copy that is only read: without file, history, place, draft and keys that are not known. Each
 * answer goes through edit(), which may change its texts and must leave its id. */
struct session *session_copy_edited(const struct session *session,
                                    void (*edit)(struct answer *answer, void *context),
                                    void *context);

/* Copies for editing. */
void answer_copy(struct answer *to, const struct answer *from); /* from may be NULL: an empty one */
void answer_release(struct answer *answer);

#endif
