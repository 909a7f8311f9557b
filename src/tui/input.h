/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Give me the next key." The terminal implements it for people, a script for tests and for
 * recorded walks, so that every screen can be driven without a terminal. Knows nothing of curses:
 * screens see these codes only. */
#ifndef TUI_INPUT_H
#define TUI_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct error;

enum input_code {
  INPUT_TIMEOUT,  /* nothing came within the time given */
  INPUT_END,      /* the terminal is gone, or HUP, INT or TERM came: save and leave */
  INPUT_STOP,     /* TSTP came: save, and stop until it goes on */
  INPUT_RESIZE,   /* the window has another size; it is already known to the canvas */
  INPUT_CHAR,     /* character: what was typed, a printable one (a space too) */
  INPUT_CTRL,     /* character: the letter, 'A' … 'Z' and others; never Ctrl-I, -M, -H, -[ */
  INPUT_FUNCTION, /* character: the number, 1 … 12 */
  INPUT_PASTE,    /* text: what was pasted, clean UTF-8 */
  INPUT_MOUSE,    /* row, column: pressed here */
  INPUT_WHEEL_UP,
  INPUT_WHEEL_DOWN,
  INPUT_UP,
  INPUT_DOWN,
  INPUT_LEFT,
  INPUT_RIGHT,
  INPUT_WORD_LEFT, /* Ctrl-Left */
  INPUT_WORD_RIGHT,
  INPUT_HOME,
  INPUT_END_KEY,
  INPUT_PAGE_UP,
  INPUT_PAGE_DOWN,
  INPUT_ENTER,
  INPUT_TAB,
  INPUT_BACKTAB,
  INPUT_ESCAPE,
  INPUT_BACKSPACE,
  INPUT_DELETE,
  INPUT_INSERT,
  INPUT_OTHER, /* a key without a meaning here */
};

struct key {
  enum input_code code;
  uint32_t character; /* CHAR, CTRL, FUNCTION; else 0 */
  const char *text;   /* PASTE: borrowed until the next call; else NULL */
  int row, column;    /* MOUSE, from 0 */
};

struct input {
  /* Fills key with the next one; waits for at most timeout_ms (negative: as long as it takes, 0:
   * not at all). Returns false when there will be no more: key is then INPUT_END. */
  bool (*next)(struct input *input, int timeout_ms, struct key *key);
  void (*free)(struct input *input);
};

static inline bool input_next(struct input *input, int timeout_ms, struct key *key) {
  return input->next(input, timeout_ms, key);
}
static inline void input_free(struct input *input) {
  if (input)
    input->free(input);
}

/* Keys of the terminal that terminal_start() has opened. */
struct input *input_terminal_new(void);

/* Keys from a text: names separated by white space ("Down", "y", "Ctrl-R", "F1", "Shift-Tab"); text
 * in double quotes is typed character by character ("\n" in it is Enter, "\"" and "\\" themselves);
 * Paste"…" is pasted; "Resize COLUMNSxROWS" changes the size; "Wait" is a time that runs out;
 * "WheelUp" and "WheelDown" are the mouse's; "Mouse ROW,COLUMN" is pressed there (from 0); '#'
 * starts a comment that runs to the end of its line. NULL with err, naming the line, when a name is
 * unknown. */
struct input *input_script_new(const char *script, struct error *err);

/* Key names, as command_table has them: a single character; Up Down Left Right Home End PgUp PgDn
 * Enter Tab Shift-Tab Esc Space Backspace Delete Insert Ctrl-Left Ctrl-Right Ctrl-X F1 … F12.
 * Returns false if the name is unknown. */
bool key_parse(const char *name, size_t length, struct key *key);
bool key_same(const struct key *a, const struct key *b); /* code and character */
/* How a name is shown to people, translated: arrows as "→", or as words where the terminal knows
 * ASCII only. Borrowed; the name itself where nothing better is known. */
const char *key_shown(const char *name, bool ascii);

#endif
