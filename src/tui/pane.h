/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scrolling region: a list of wrapped lines, some of which belong to items that can be focused.
 * It scrolls so that the focused item is seen, and remembers its place between draws. A screen
 * fills it anew at each draw: pane_begin, pane_add …, pane_draw. */
#ifndef TUI_PANE_H
#define TUI_PANE_H

#include <stdbool.h>
#include <stddef.h>

#include "tui/theme.h"
#include "tui/wrapped.h"

struct editor;

enum { PANE_NO_ITEM = -1 };

struct pane_row {
  char *prefix, *text; /* prefix: NULL, or drawn before the text */
  int indent;          /* cells before the text, the prefix's among them */
  enum style prefix_style, style;
  int item;
};

struct pane {
  int row, column, height, width; /* its place on the screen */
  struct pane_row *rows;
  size_t count, capacity;
  struct wrapped wrapped;
  int top;       /* the first row that is shown */
  int focus;     /* item; PANE_NO_ITEM: none */
  bool browsing; /* scrolled by hand: the focused item may be out of sight until the focus moves */
  int cursor_row, cursor_column; /* within rows; cursor_row -1: the first row of the focused item */
};

void pane_init(struct pane *pane);
void pane_release(struct pane *pane);

/* Drops the lines and takes a place on the screen; top and focus stay. */
void pane_begin(struct pane *pane, int row, int column, int height, int width);
/* Adds a text, wrapped at the pane's width less indent. */
void pane_add(struct pane *pane, int item, int indent, enum style style, const char *text);
/* The same with a prefix in the first line ("> 1 ", "Standard  "); the other lines are indented by
 * indent cells. */
void pane_add_prefixed(struct pane *pane, int item, int indent, enum style prefix_style,
                       const char *prefix, enum style style, const char *text);
/* Adds one row as it is, without wrapping. */
void pane_add_row(struct pane *pane, int item, int indent, enum style style, const char *text,
                  size_t length);
void pane_add_gap(struct pane *pane); /* an empty row, unless there is one or nothing yet */
/* The lines of a text being typed, already wrapped by it, with the cursor in them. */
void pane_add_editor(struct pane *pane, int item, int indent, enum style style,
                     const struct editor *editor);
/* A field without text, seen by its underline. */
void pane_add_empty_field(struct pane *pane, int item, int indent);
/* The cursor stands in the row added last, at a cell of its text. */
void pane_place_cursor(struct pane *pane, int cell);

void pane_focus(struct pane *pane, int item); /* ends browsing */
/* Scrolls by hand (negative: up); false when it was at the end already. */
bool pane_scroll(struct pane *pane, int rows);
/* Begins reading at the first row, even if the focused item is out of sight there. */
void pane_show_head(struct pane *pane);
bool pane_focus_is_seen(const struct pane *pane); /* its first row, as of the last draw */
/* While browsing: focuses the first item in sight, if the focused one is not. */
void pane_focus_in_sight(struct pane *pane);
/* Scrolls towards the end of the focused item that is out of sight (direction 1: its last row, -1:
 * its first); false when there is none. */
bool pane_scroll_in_focus(struct pane *pane, int direction);
/* Draws, scrolled so that the focused item is seen (its first row if it is higher than the pane),
 * and places the cursor on it; when browsing, on the first row shown. */
void pane_draw(struct pane *pane);
/* The item at a row of the screen, as of the last draw; PANE_NO_ITEM. */
int pane_item_at(const struct pane *pane, int screen_row);

#endif
