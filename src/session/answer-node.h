/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An answer ⇄ its mapping in the session file. Loading, saving and the history all use it. */
#ifndef SESSION_ANSWER_NODE_H
#define SESSION_ANSWER_NODE_H

#include <stdbool.h>

struct answer;
struct arena;
struct faults;
struct node;
struct question;

/* Everything of the answer but its question id. Keys stand in the order of the manual, unknown ones
 * last. */
struct node *answer_to_node(struct arena *arena, const struct answer *answer);

struct answer_reading {
  struct arena *arena;     /* gets the unknown keys */
  struct faults *faults;   /* gets every fault, and a warning for every unknown key */
  const char *old_edition; /* not NULL: the session is from this edition, and a value that no longer
                              fits is kept and marked with it instead of being a fault */
  bool partial;            /* a step of the history: words may stand in another step */
};
/* Fills a new answer, which the caller releases. A value may be written as a person says it
 * ("Yes"). A scalar stands for the value alone. Without a question (a retired one) the value is
 * taken as it is. */
void answer_from_node(struct answer *answer, const struct node *node,
                      const struct question *question, const struct answer_reading *reading);

/* The keys in which two answers differ: each into `before` and `after` with the value it has there,
 * left out where it has none. */
void answer_difference(struct arena *arena, const struct node *old, const struct node *new,
                       struct node *before, struct node *after);
/* Undoes or redoes such a difference: takes out the keys of `from` and puts in those of `to`. */
void answer_patch(struct arena *arena, struct node *answer, const struct node *from,
                  const struct node *to);

/* --- for all readers of the session file --- */

/* A scalar's text, else NULL with a fault. */
const char *reading_text(const struct node *node, const char *key, struct faults *faults);
/* Whether node is a mapping, else a fault. */
bool reading_mapping(const struct node *node, const char *key, struct faults *faults);
/* Adds a copy of a key that is not known to *kept (made when needed), and warns. known ends with
 * NULL. */
void reading_keep(struct arena *arena, struct node **kept, const struct node *key,
                  const struct node *value, const char *const *known, struct faults *faults);
/* Writes kept keys back; kept may be NULL. */
void reading_put_back(struct arena *arena, struct node *mapping, const struct node *kept);
/* A fault where node stands. */
void reading_fault(struct faults *faults, const struct node *node, const char *message);

#endif
