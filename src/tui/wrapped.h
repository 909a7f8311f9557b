/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The wrapped texts of the last draw. A screen adds the same texts in the same order at each draw,
 * and finding where lines may break costs more than all else that a key does: a text that stands
 * where it stood keeps its lines. */
#ifndef TUI_WRAPPED_H
#define TUI_WRAPPED_H

#include <stddef.h>

#include "base/text.h"

struct wrapped_text {
  char *text;
  int width_cells;
  struct text_lines lines;
};
struct wrapped {
  struct wrapped_text *items;
  size_t count, capacity;
  size_t next; /* the place of the next text in this draw */
};

void wrapped_begin(struct wrapped *wrapped); /* of a draw; zeroed at first */
/* The lines of a text; borrowed until the next draw. */
const struct text_lines *wrapped_lines(struct wrapped *wrapped, const char *text, int width_cells);
void wrapped_release(struct wrapped *wrapped);

#endif
