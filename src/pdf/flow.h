/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as strips, each as wide as the page and one line high, before it is cut into pages:
 * the lines that stand beside each other (a list's mark and its text, the cells of a row). */
#ifndef PDF_FLOW_H
#define PDF_FLOW_H

#include <pango/pango.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"
#include "pdf/fonts.h"

struct arena;
struct block;
struct document;

/* An element of the document's structure that holds others: a list, a table. */
struct nest {
  const char *tag; /* "L", "Table", "TR", … */
  const struct nest *parent;
  int depth;
};

/* What is drawn beside all strips of a note or a quote. */
struct frame {
  double x, width; /* of the bar */
  double grey;     /* 0 is black */
  const struct frame *parent;
};

struct word;
struct words;

struct link {
  size_t start, end; /* bytes of the column's text */
  const char *target;
  bool quiet; /* looks like any text */
};

/* A line is either Pango's or, where words suffice, of words. */
struct line {
  PangoLayoutLine *line;
  const struct placed_word *words;
  size_t word_count;
  double x;              /* within the column: lines that are set from the right */
  double ascent, height; /* leading included */
};

/* There are tens of thousands: each byte counts. */
struct placed_word {
  const struct word *word;
  float x;           /* within the column */
  unsigned int link; /* 0: none; else one more than its index in the column */
};

/* A text, or a picture of one line, with its place in the structure. */
struct column {
  const struct nest *nest;
  const char *tag; /* "P", "TD", …; NULL: part of the column before it */
  double x, width;
  enum look_id look;
  PangoLayout *layout; /* NULL if it is of words; freed by flow_release */
  struct line *lines;
  size_t line_count;
  const struct link *links;
  size_t link_count;
  const struct block *bar; /* the picture of this bar; then there is no layout */
  double unit;             /* bar: the width of one mark */
};

/* Columns beside each other. */
struct box {
  struct column *columns;
  size_t column_count;
  const struct frame *frame;
  const struct block
      *block;  /* one with an anchor, or a heading: what links and bookmarks lead to */
  double rule; /* of the line below it; 0: none */
  double rule_grey;
  size_t strip_count;
};

struct strip {
  struct box *box;
  size_t index;          /* which line of each column */
  double gap;            /* above; dropped where a page begins */
  double ascent, height; /* of the highest line */
  bool keep;             /* no page ends behind it */
  bool page_before;
  size_t head_first, head_count; /* strips that are repeated when a page begins here */
};

enum { FLOW_UNKNOWN_SHOWN = 8 };

struct flow {
  struct arena *arena;
  const struct document *document;
  struct fonts *fonts;
  struct words *words;
  double width; /* points between the margins */
  struct strip *strips;
  size_t count, capacity;
  struct strbuf figures; /* what each figure says, a newline behind each, in order */
  size_t unknown_count;  /* characters that no font has */
  PangoGlyph unknown[FLOW_UNKNOWN_SHOWN]; /* the first different ones */

  /* while laying out */
  double indent;    /* from where lines start */
  double gap;       /* wanted above the next box */
  bool page_before; /* wanted before the next box */
  const struct nest *nest;
  const struct frame *frame;
  struct column *mark;  /* stands beside the next box: a list's bullet */
  PangoAttrList *plain; /* what every text has */
};

void flow_init(struct flow *flow, const struct document *document, struct fonts *fonts,
               double width);
void flow_release(struct flow *flow);
void flow_document(struct flow *flow);

/* --- for table.c and figure.c --- */

const struct nest *flow_nest(struct flow *flow, const char *tag, const struct nest *parent);
/* A box of so many empty columns, not yet in the flow. */
struct box *flow_box(struct flow *flow, size_t column_count);
/* Adds its strips: the columns have their lines. gap: above it, at least. Returns the first. */
struct strip *flow_add(struct flow *flow, struct box *box, double gap);
/* No page ends behind any of the strips from first on. */
void flow_keep(struct flow *flow, size_t first);
/* A box of one text in this look, with the space that it takes. */
struct strip *flow_text(struct flow *flow, const struct block *block, const char *number,
                        enum look_id look, const char *tag);
void flow_table(struct flow *flow, const struct block *table);
/* units: how many marks the longest bar has that stands with this one. */
void flow_bar(struct flow *flow, const struct block *bar, size_t units);
void flow_chart(struct flow *flow, const struct block *chart);

/* --- text.c --- */

/* Sets the runs of a block into a column, behind its number if it is not NULL; width from
 * column->width. */
void text_set(struct flow *flow, struct column *column, const struct block *block,
              const char *number, enum look_id look);
/* A mark or a label, which begins on the side where the document's lines do; target (NULL: none):
 * what it links to. */
void text_set_plain(struct flow *flow, struct column *column, const char *text, const char *target,
                    enum look_id look);
/* The link that the byte at offset is in; NULL. */
const struct link *text_link_at(const struct column *column, size_t offset);
double text_line_width(const struct flow *flow, const struct column *column, size_t index);
/* The width of a short text. */
double text_measure(struct flow *flow, const char *text, enum look_id look);

#endif
