/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tables of schema.c are made of: records (a question, a provision) and their keys. Only
 * for this folder. */
#ifndef CHECKLIST_RECORD_H
#define CHECKLIST_RECORD_H

#include <stddef.h>

#include "checklist/checklist.h"
#include "checklist/index.h"

enum value_kind {
  VALUE_ID,         /* the record's own id: const char * */
  VALUE_TEXT,       /* const char * */
  VALUE_LAW,        /* a text with placeholders: const char * */
  VALUE_WORD,       /* one of `words`, kept as an enum: its index + first_word */
  VALUE_WORD_TEXT,  /* one of `words`, kept as it is: const char * */
  VALUE_FLAG,       /* "yes" or "no": bool */
  VALUE_MENTION,    /* the id of something else: const char * */
  VALUE_LIST,       /* texts; one of `words` or mentions, if these are given: string_list */
  VALUE_RECORDS,    /* a list of records: pointer and count */
  VALUE_KEYS,       /* a mapping whose keys fill the object around it */
  VALUE_CONDITION,  /* const struct condition * */
  VALUE_CONDITIONS, /* a list of them: pointer and count */
};

enum value_flags {
  REQUIRED = 1 << 0,
  TRANSLATED = 1 << 1,
  AT_START = 1 << 2,     /* top-level: stands in checklist.yaml */
  YES_IF_UNSET = 1 << 3, /* of a flag */
  MIXED_CASE = 1 << 4,   /* of an id: upper-case letters too, as in "IL" */
  ONE_OR_MORE = 1 << 5,  /* of a list: a text alone is a list of one */
  OVERLONG = 1 << 6,     /* of a title: a warning when it does not fit a list on the screen */
};

enum { FIELD_LIMIT = 32, NO_OFFSET = -1 };

struct field {
  const char *key; /* NULL ends the table */
  enum value_kind kind;
  unsigned flags;
  size_t offset, count_offset; /* in the record's struct */
  const struct record *record; /* of records and keys */
  const char *const *words;    /* NULL-terminated */
  int first_word;              /* the enum's value of words[0] */
  enum id_kind mentions;
};

struct record {
  const char *name; /* as in the manual */
  const struct field *fields;
  size_t size_bytes;
  enum id_kind ids;       /* what its id is known as; ID_NONE: it has none */
  bool ids_within_parent; /* its full id is PARENT.ID */
  bool keeps_full_id;     /* its struct gets the full id */
  const char *short_key;  /* a text alone stands for this key; NULL: it has to be a mapping */
  long at_offset;         /* of its struct position; NO_OFFSET: it has none */
};

/* What a file says before it is put in the shape of the model. */
struct section_source {
  const char *id, *title, *intro;
  enum section_kind kind;
  const struct condition *relevant;
  const char *relevant_note;
  const struct question *questions;
  size_t question_count;
  const struct place *where_to_look;
  size_t place_count;
  const struct criterion *criteria;
  size_t criterion_count;
  struct position at;
};
struct checklist_source {
  struct checklist checklist;
  const char *format;
  const struct question *profile;
  size_t profile_count;
  const struct section_source *sections;
  size_t section_count;
};
struct condition_source {
  const char *question, *profile;
  string_list is, is_not, state_mode;
  const struct condition **all, **any;
  size_t all_count, any_count;
  const struct condition *none;
};

extern const struct record record_checklist, record_condition;

#endif
