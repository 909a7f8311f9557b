/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds what an id stands for, by hashing. Only for this folder. */
#ifndef CHECKLIST_INDEX_H
#define CHECKLIST_INDEX_H

#include <stddef.h>

struct arena;
struct node;

enum id_kind {
  ID_NONE,
  ID_OFFICE,
  ID_PAGE, /* sections and criteria: a survey is both */
  ID_QUESTION,
  ID_CHOICE,
  ID_STATE,
  ID_REFERENCE,
  ID_GLOSSARY,
  ID_LESSON,
  ID_BACKGROUND,
  ID_ERRATUM,
  ID_LEFT_OUT,
  ID_PART,
  ID_INSTRUMENT,
  ID_DEFINITION,
  ID_FINDING,
  ID_PROVISION,
};

struct index_entry {
  enum id_kind kind;
  const char *id;
  const void *object;
  const struct node *at; /* where the id stands; NULL: it is ours */
};

struct index {
  struct arena *arena;
  struct index_entry *slots; /* empty ones have no id; never full */
  size_t count, capacity;    /* a power of two */
};

/* Adds an id, which stays the caller's. When there is one of this kind already nothing is added and
 * that one is returned; else NULL. */
const struct index_entry *index_add(struct index *index, struct index_entry entry);
/* NULL when there is none. */
const struct index_entry *index_find(const struct index *index, enum id_kind kind, const char *id);
/* The id of the kind that is written most like this one; NULL when none is near. */
const char *index_nearest(const struct index *index, enum id_kind kind, const char *id);

#endif
