/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The terminal: taking it, giving it back, lending it to an editor. There is one, as curses has it.
 */
#ifndef TUI_TERMINAL_H
#define TUI_TERMINAL_H

#include <stdbool.h>
#include <stdio.h>

struct error;
struct strbuf;

enum { TERMINAL_MIN_ROWS = 12, TERMINAL_MIN_COLUMNS = 40 };

struct terminal_options {
  const char *type;  /* NULL: TERM */
  FILE *in, *out;    /* NULL: standard input and output */
  int rows, columns; /* fixed size, for tests; 0: the terminal's own */
  bool ascii;        /* it takes no UTF-8: text is shown in ASCII */
};

/* Takes the terminal: curses, raw keys, bracketed paste, mouse; fatal() will give it back. Fails
 * with a sentence when the type is unknown or cannot place the cursor. */
bool terminal_start(const struct terminal_options *options, struct error *err);
void terminal_stop(void); /* as it was before; harmless when not started */
bool terminal_is_ascii(void);
void terminal_redraw(void); /* paints everything anew at the next refresh */
/* Between start and stop. Changes the size curses draws for. */
void terminal_resize(int rows, int columns);
void terminal_suspend(void); /* Ctrl-Z: stops the program; returns when it goes on */
/* For another program to use: the terminal is as it was before, until it is taken back. */
void terminal_lend(void);
void terminal_take_back(void);

/* Writes the mark that tests wait for; nothing unless DISENTANGLE_TEST_SYNC is set. */
void terminal_mark(void);

/* Lets $VISUAL or $EDITOR change a text (a file of mode 0600 in a private folder, removed after).
 * Returns false and says why when there is no editor, it fails, or ends with another status than 0:
 * text is then as it was. The result is clean UTF-8. */
bool terminal_edit(struct strbuf *text, struct error *err);
#endif
