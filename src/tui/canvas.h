/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing on the whole screen. Screens draw everything each time; curses gets the rows that are
 * drawn otherwise than before, and finds the difference in them. Rows and columns count from 0,
 * widths are cells. Text is UTF-8 and is shown in ASCII where the terminal takes nothing else. */
#ifndef TUI_CANVAS_H
#define TUI_CANVAS_H

#include <stdbool.h>
#include <stddef.h>

#include "tui/theme.h"

int canvas_rows(void);
int canvas_columns(void);
bool canvas_is_too_small(void); /* below 40×12 nothing but a line that says so is drawn */

void canvas_clear(void);  /* begins a draw; nothing is seen of it before canvas_show() */
void canvas_forget(void); /* what is on the screen is not known any more: all is put there anew */
/* Draws one line, cut at width cells between graphemes; "…" tells that something is missing. Line
 * ends in the text are drawn as spaces. Returns the cells used. */
int canvas_text(int row, int column, int width, enum style style, const char *text);
int canvas_text_length(int row, int column, int width, enum style style, const char *text,
                       size_t length);
/* Gives a whole row the look of a style: blanks over the full width. */
void canvas_fill(int row, enum style style);
/* Draws wrapped text in at most max_rows rows; returns the rows used. */
int canvas_wrapped(int row, int column, int width, int max_rows, enum style style,
                   const char *text);

/* Where the cursor stands after canvas_show(): on the focused item, always. */
void canvas_cursor(int row, int column);
/* Brings everything to the terminal, the cursor last. */
void canvas_show(void);

/* One row of the screen as text, without blanks at its end; for tests. Owned by the caller. */
char *canvas_read_row(int row);
void canvas_read_cursor(int *row, int *column);

#endif
