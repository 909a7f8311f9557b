/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads HTML and XML as strictly as they can be written, and says what should not be there. */
#ifndef TESTS_HOSTILE_MARKUP_H
#define TESTS_HOSTILE_MARKUP_H

#include <stdbool.h>
#include <stddef.h>

struct strbuf;

/* Names of elements and attributes, as "a", "a href"; sorted, without doubles. */
struct names {
  char **items;
  size_t count, capacity;
};
void names_add(struct names *names, const char *name);
bool names_have(const struct names *names, const char *name);
void names_release(struct names *names);

struct markup {
  bool is_html;
  struct names *names;       /* of all that was found; NULL: nobody wants to know */
  const struct names *known; /* whatever else is found is a fault; NULL: everything is known */
  size_t headings;           /* found: h1 to h6 */
};

/* Appends what is wrong to faults, a line each: what is not closed, not quoted, not escaped or not
 * known, links to anything but the web or a place inside, and fields of a word processor that are
 * not those of the program. Returns whether all is well. */
bool markup_check(struct markup *markup, const char *text, size_t length, struct strbuf *faults);

#endif
