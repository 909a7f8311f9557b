/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The members of struct answer as a table, in the order of the session file. Copying, checking,
 * reading and writing walk over it, so that a new member is one row. */
#ifndef SESSION_ANSWER_MEMBERS_H
#define SESSION_ANSWER_MEMBERS_H

#include <stdbool.h>
#include <stddef.h>

struct error;

enum member_kind {
  MEMBER_END,        /* the last row; its offset is that of `kept` */
  MEMBER_VALUE,      /* char *: what was answered, checked by the question's kind */
  MEMBER_LINE,       /* char *: one line */
  MEMBER_PROSE,      /* char *: any number of lines */
  MEMBER_DATE,       /* char * */
  MEMBER_TIME,       /* char *: UTC */
  MEMBER_INSTRUMENT, /* char *: an id of session/instrument.h */
  MEMBER_FLAG,       /* bool */
  MEMBER_COUNT,      /* int, -1 when not given */
  MEMBER_RECORD,     /* a struct with members of its own */
  MEMBER_EVIDENCE,   /* answer->evidence: a list of them */
};

struct member {
  const char *key; /* in the session file */
  enum member_kind kind;
  size_t offset;
  unsigned field;             /* enum answer_field; 0: not set by a person */
  const struct member *parts; /* RECORD, EVIDENCE */
  const char *label;          /* N_(), for a person */
};
extern const struct member answer_members[], evidence_members[];

bool member_is_text(const struct member *member);
char **member_text(const struct member *member, const void *record);

/* The same for every record: an answer, a piece of evidence, a follow-up, a tally. */
void members_init(const struct member *members, void *record, size_t size_bytes);
void members_release(const struct member *members, void *record);
bool members_are_empty(const struct member *members, const void *record);
/* Frees what `to` has there and copies one member of `from`. */
void member_copy(const struct member *member, void *to, const void *from);
/* Cleans one member of what was typed: control characters, spaces around, empty texts. */
void member_clean(const struct member *member, void *record);
/* Whether a text can stand in such a member: length, date, time, instrument. */
bool member_check_text(const struct member *member, const char *text, struct error *err);
/* Whether all that one member holds can stand there. */
bool member_check(const struct member *member, const void *record, struct error *err);

#endif
