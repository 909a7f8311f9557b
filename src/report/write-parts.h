/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What several writers share: where links may lead, which way text runs, the words around a page's
 * number. */
#ifndef REPORT_WRITE_PARTS_H
#define REPORT_WRITE_PARTS_H

#include <stdbool.h>
#include <stddef.h>

struct block;
struct document;
struct run;
struct strbuf;

/* Only addresses of the web are made links: anything else could run or open something. */
bool target_is_web(const char *target);
/* A target "#id" that a block of the document has. */
bool target_is_inside(const struct document *document, const char *target);

/* Whether print has to tell where a link leads, since its text does not. */
bool run_shows_target(const struct run *run);

/* Title and place, "·" between them. Owned by the caller. */
char *running_title(const struct document *document);

/* Whether the first letter of a block that has a direction is of a script that runs from right to
 * left; fallback where there is none. */
bool block_is_right_to_left(const struct block *block, bool fallback);
/* How many bytes at the start run the same way, *right_to_left; signs and digits go with what
 * stands before them. */
size_t text_direction_length(const char *text, size_t length, bool *right_to_left);

/* Adds a text of finished lines as it is searched for and printed anywhere: what only kept it from
 * being broken, the hyphen and the space that do not break, become the usual ones. */
void add_without_joints(struct strbuf *out, const char *text, size_t length);

/* "Page N of M" in the language in use, taken apart: words, number, words, number, words. */
struct page_number {
  char *words[3];   /* owned by the caller */
  bool count_first; /* the number of pages stands before the page's */
};
struct page_number page_number_parts(void);
void page_number_release(struct page_number *parts);

#endif
