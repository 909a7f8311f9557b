/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as lines of cells: wrapping, indenting, tables. Pages are made of them in text-pages.
 */
#ifndef REPORT_TEXT_LAYOUT_H
#define REPORT_TEXT_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"

struct block;
struct document;

struct layout_line {
  size_t start, length;          /* in layout.text */
  bool keep;                     /* no page ends here */
  bool page_before;              /* a new page begins here */
  size_t head_start, head_count; /* lines that are repeated when a page begins here: table heads */
};

struct layout {
  struct strbuf text;
  struct layout_line *lines;
  size_t count, capacity;
  int width_cells;
  bool ascii;

  /* while laying out */
  struct strbuf prefix; /* of every line: indentation, the bar of a note */
  struct strbuf marker; /* takes the place of the prefix on the next line: "- " */
  size_t blank_lines;   /* wanted before the next line */
  bool page_before;     /* wanted before the next line */
};

enum { LAYOUT_NARROWEST = 24 }; /* cells; anything below is widened to it */

void layout_init(struct layout *layout, int width_cells, bool ascii);
void layout_release(struct layout *layout);
void layout_document(struct layout *layout, const struct document *document);

/* --- for text-table.c --- */

/* Adds the blank lines that are wanted; the next line is then the one at layout->count. */
void layout_settle(struct layout *layout);
int layout_room(const struct layout *layout); /* cells beside the prefix */
void layout_add_line(struct layout *layout, const char *text, size_t length);
/* The runs as plain text, breaks as newlines, appended to out. */
void layout_flatten(const struct layout *layout, const struct block *block, struct strbuf *out);
/* Adds text wrapped; no page ends behind its first line or before its last. */
void layout_add_wrapped(struct layout *layout, const char *text);
void layout_add_table(struct layout *layout, const struct block *table);

#endif
