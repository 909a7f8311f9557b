/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text being typed: the buffer and the cursor in it, wrapped at a width. Draws nothing, so that
 * it serves the full-screen editor and the fields within a page. Moves by graphemes. */
#ifndef TUI_EDITOR_H
#define TUI_EDITOR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"
#include "base/text.h"
#include "tui/input.h"

struct editor {
  struct strbuf text;
  size_t cursor; /* byte offset, at a grapheme boundary */
  bool one_line; /* no line ends: Enter is the screen's */
  int width_cells;
  struct text_lines lines; /* of text at width_cells, as of the last change */
  int wanted_cell;         /* the column to keep while moving up and down; -1: none */
  bool changed;            /* set by every change; whoever looks at it clears it */
};

void editor_init(struct editor *editor, bool one_line);
void editor_release(struct editor *editor);
void editor_set(struct editor *editor, const char *text);      /* NULL: empty; cursor at the end */
void editor_set_width(struct editor *editor, int width_cells); /* at least 1 */

/* Types, deletes, moves (arrows, Home, End, words, pages of page_rows). False when the key means
 * nothing to a text, or there is nowhere to move to (up in the first line): the screen may use it.
 */
bool editor_key(struct editor *editor, const struct key *key, int page_rows);

/* Where the cursor is: line of `lines`, cell in it. */
void editor_cursor(const struct editor *editor, size_t *line, int *cell);
/* Puts it at a line and cell (the mouse). */
void editor_place(struct editor *editor, size_t line, int cell);

#endif
