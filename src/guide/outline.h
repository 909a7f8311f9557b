/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of every page and question with its state: for the outline screen, search and plain
 * mode's list. */
#ifndef GUIDE_OUTLINE_H
#define GUIDE_OUTLINE_H

#include <stdbool.h>
#include <stddef.h>

struct criterion;
struct guide;
struct question;

enum outline_filter {
  OUTLINE_ALL,
  OUTLINE_UNANSWERED,
  OUTLINE_TO_FIND_OUT,
  OUTLINE_MARKED,
  OUTLINE_LOOK_AGAIN,
  OUTLINE_FILTER_COUNT
};
const char *outline_filter_name(enum outline_filter filter); /* translated */

struct outline_row {
  const struct criterion *criterion;
  const struct question *question; /* NULL: the page's own row */
  bool relevant;
  char *state; /* translated, short: "yes", "–", "don't know", "met", "2 of 3" */
};
struct outline {
  struct outline_row *rows;
  size_t count, capacity;
};
/* Rows that pass the filter and contain the search (NULL: any) in title, question, words, comment
 * or evidence, without case and accents. A page's row is there when any of its questions is. */
void outline_make(struct outline *outline, struct guide *guide, enum outline_filter filter,
                  const char *search);
void outline_release(struct outline *outline);

#endif
