/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Type: which faces, how large, and the Pango context that lines are laid out in. */
#ifndef PDF_FONTS_H
#define PDF_FONTS_H

#include <pango/pango.h>
#include <stdbool.h>

/* All measures are points, 72 to the inch. */
struct look {
  double size;
  bool bold;
  double leading; /* from line to line, unless a face needs more */
  double before;  /* space above, at least */
  double after;   /* space below, at least */
};

enum look_id {
  LOOK_TITLE,
  LOOK_SUBTITLE,
  LOOK_HEADING_1,
  LOOK_HEADING_2,
  LOOK_HEADING_3,
  LOOK_HEADING_4,
  LOOK_BODY,
  LOOK_CELL,
  LOOK_CELL_HEAD,
  LOOK_LABEL,   /* beside a bar */
  LOOK_RUNNING, /* running title, page number */
  LOOK_COUNT
};

enum style { STYLE_PLAIN, STYLE_STRONG, STYLE_EMPHASIS, STYLE_COUNT };

struct fonts {
  PangoFontMap *map;
  PangoContext *context;
  struct look looks[LOOK_COUNT];
  PangoFontDescription *faces[LOOK_COUNT]; /* of plain text */
};

/* The family of Latin text. */
extern const char fonts_family[];
/* No ligatures: a reader that searches for "fi" wants two letters. */
extern const char fonts_features[];

/* The face of a style within a look; freed by the caller. */
PangoFontDescription *fonts_face(const struct fonts *fonts, enum look_id look, enum style style);

/* by: how much larger than usual the type is; 1 for usual. */
void fonts_open(struct fonts *fonts, const char *language, bool right_to_left, double by);
void fonts_close(struct fonts *fonts);

#endif
