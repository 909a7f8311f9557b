/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words as glyphs, each shaped once. A text in a Latin script is mostly words that came before:
 * taking them from here is three times as fast as laying out each paragraph anew, and needs a
 * fraction of the memory. */
#ifndef PDF_WORDS_H
#define PDF_WORDS_H

#include <cairo.h>
#include <stdbool.h>
#include <stddef.h>

#include "pdf/fonts.h"

struct arena;

/* One that begins a cluster says which bytes and glyphs are that. Cairo's own records of the same
 * take twice the memory. */
struct word_glyph {
  unsigned int index;
  float x, y;                /* from x 0 on */
  unsigned short byte_count; /* of the cluster that it begins */
  unsigned short count;      /* of glyphs in it; 0: it stands in one that began before */
};

/* Widths and places are those of a face of size 1. */
struct word {
  const char *text; /* with the spaces behind it */
  size_t length;
  double width, width_without_spaces;
  const struct word_glyph *glyphs;
  size_t glyph_count;
  enum style style;
  const struct word_face *face;
  struct word *next; /* of the same hash */
};

/* The face of a style, for all sizes: words are scaled, for they are not hinted. */
struct word_face {
  PangoFont *font;       /* NULL: not asked for yet */
  double ascent, height; /* of a line of size 1 */
  cairo_scaled_font_t *scaled[LOOK_COUNT];
  struct word **table;
};

struct words *words_new(const struct fonts *fonts, struct arena *arena);
void words_free(struct words *words);

/* Whether words can make up this text: letters and signs of Latin scripts only. */
bool words_suffice(const char *text, size_t length);

/* NULL if the face lacks a character of it. Lives as long as the arena. */
const struct word *words_find(struct words *words, enum style style, const char *text,
                              size_t length);

/* The face of a word in the size of a look. Borrowed. */
cairo_scaled_font_t *words_scaled(struct words *words, const struct word *word, enum look_id look);

#endif
