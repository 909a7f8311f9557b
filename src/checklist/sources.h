/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where each statement of the sources is in a checklist, by the ids of their inventory: what every
 * `source` and `covers` names, and what is left out. */
#ifndef CHECKLIST_SOURCES_H
#define CHECKLIST_SOURCES_H

#include <stddef.h>

struct checklist;

enum source_place {
  PLACE_CRITERION,
  PLACE_QUESTION,
  PLACE_REFERENCE,
  PLACE_TERM,
  PLACE_LESSON,
  PLACE_BACKGROUND,
  PLACE_CORRECTION,
  PLACE_STATE,
  PLACE_PART,
  PLACE_DEFINITION,
  PLACE_FINDING,
  PLACE_PROVISION,
  PLACE_LEFT_OUT
};

struct source_row {   /* all borrowed from the checklist */
  const char *source; /* "C1-Q1" */
  enum source_place place;
  const char *id;    /* of the record */
  const char *title; /* a msgid: its title, heading, question or text */
  const char *note;  /* of what is left out: the reason, translated; else NULL */
};
struct source_rows {
  struct source_row *items;
  size_t count, capacity;
};

/* Fills rows (zeroed or released before), sorted as people count: C1-Q2 before C1-Q10. The
 * checklist's rest has to be loaded. */
void source_rows_make(struct source_rows *rows, const struct checklist *checklist);
void source_rows_release(struct source_rows *rows);

/* Compares with numbers by their value: < 0, 0, > 0. */
int source_compare(const char *a, const char *b);
const char *source_place_name(enum source_place place); /* translated */

#endif
