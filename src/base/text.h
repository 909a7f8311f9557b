/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text as it is seen: cells, graphemes, lines. Widths are those of wcwidth(), which is what curses
 * draws; LC_CTYPE has to be a UTF-8 locale. All lengths are bytes, all widths terminal cells. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct strbuf;

int text_width(const char *text);
int text_width_length(const char *text, size_t length);

/* Grapheme boundaries (UAX #29): the offset after, or before, the grapheme at offset `at`. */
size_t text_next(const char *text, size_t length, size_t at);
size_t text_previous(const char *text, size_t at);
/* Word boundaries for moving with Ctrl-arrows: the offset of the next word's start, of this or the
 * previous word's. */
size_t text_next_word(const char *text, size_t length, size_t at);
size_t text_previous_word(const char *text, size_t at);

/* How many bytes of text fit in width_cells, cut at a grapheme; *used_cells (may be NULL) gets
 * their width. */
size_t text_fit(const char *text, size_t length, int width_cells, int *used_cells);

/* Appends what fits in width_cells, and "…" behind that where it is not all. */
void text_add_cut(struct strbuf *out, const char *text, int width_cells);

/* Lines of a text wrapped at width_cells (UAX #14); a word too long for a line is cut at graphemes.
 * Spaces at a line's end are not part of it. An empty text is one empty line; "a\n" is two. */
struct text_line {
  size_t start, length;
  int width_cells;
};
struct text_lines {
  struct text_line *items;
  size_t count, capacity;
};
#define TEXT_LINES_INIT                                                                            \
  { 0 }
void text_wrap(struct text_lines *lines, const char *text, size_t length,
               int width_cells); /* replaces lines */
void text_lines_release(struct text_lines *lines);

/* For other measures than cells: sets may_break[i], of `length`, where a line may end before the
 * byte at i. */
void text_breaks(const char *text, size_t length, bool *may_break);

/* A key for searching: without case and accents (NFKD, marks dropped, đ as d). Owned by the caller.
 */
char *text_search_key(const char *text);
bool text_contains(const char *text,
                   const char *search_key); /* search_key comes from text_search_key */

/* The distance in edits between two short ASCII words, for "did you mean". */
size_t text_distance(const char *a, const char *b);
/* The nearest of a NULL-terminated list, or NULL if none is near. Borrowed. */
const char *text_nearest(const char *word, const char *const *known);

/* What a character is, for who looks for patterns in a text of any script. */
enum text_class {
  TEXT_OTHER,
  TEXT_LOWER,
  TEXT_UPPER,   /* title case too */
  TEXT_UNCASED, /* a letter of a script without capital letters */
  TEXT_MARK,
  TEXT_DIGIT,
  TEXT_SPACE,
  TEXT_LINE_END,
  TEXT_UNSEEN, /* takes no room: joiners, marks of direction */
};
enum text_class text_class(uint32_t code);
/* The ASCII character that stands for it: digits of all scripts, full-width forms, dashes, spaces;
 * else the character itself. */
uint32_t text_plain(uint32_t code);

/* The text with its first letter as it stands at the beginning of a title. Owned by the caller. */
char *text_title(const char *text);

#endif
