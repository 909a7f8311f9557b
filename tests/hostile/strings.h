/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strings that were made to steer a terminal, a spreadsheet, a browser, a word processor or whoever
 * reads: always the same. Each danger stands in several positions. */
#ifndef TESTS_HOSTILE_STRINGS_H
#define TESTS_HOSTILE_STRINGS_H

#include <stdbool.h>
#include <stddef.h>

struct danger {
  const char *bytes;
  size_t length;
};
/* Ended by one without bytes. */
extern const struct danger terminal_dangers[], reader_dangers[], invalid_dangers[], table_dangers[],
    markup_dangers[], markdown_dangers[], link_dangers[], field_dangers[], other_dangers[];

enum string_position {
  AT_START,
  AT_END,
  IN_MIDDLE,
  ALONE,
  REPEATED,
  POSITION_COUNT,
};

struct string {
  char *bytes; /* with a NUL behind them */
  size_t length;
  enum string_position position;
  size_t danger; /* which one, from 0 */
  bool is_text;  /* UTF-8 without NUL: a file in YAML can hold it */
};

struct strings {
  struct string *items; /* those of a position stand together; no two are the same */
  size_t count, capacity;
  size_t danger_count;
};

void strings_make(struct strings *strings);
void strings_free(struct strings *strings);

/* All but those ALONE hold "m" and their index in five digits, so that they can be found again.
 * Sets found[i] for each that stands in the text; returns how many were set anew. */
enum { STRING_MARK_LENGTH = 6 };
size_t strings_find(const char *text, size_t length, bool *found, size_t count);

#endif
