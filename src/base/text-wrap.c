/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <unilbrk.h>

#include "base/memory.h"
#include "base/utf8.h"

struct wrapping {
  struct text_lines *lines;
  const char *text;
  int limit;
  /* The line that is being filled; `end` and `width` leave out the spaces at its end. */
  size_t start, end;
  int width, width_with_spaces;
};

static void start_line(struct wrapping *w, size_t at) {
  w->start = w->end = at;
  w->width = w->width_with_spaces = 0;
}

static void end_line(struct wrapping *w) {
  struct text_lines *lines = w->lines;
  for (; w->end > w->start && w->text[w->end - 1] == ' '; w->end--) /* from within a cut word */
    w->width--;
  MEMORY_GROW(lines->items, lines->count, lines->capacity);
  lines->items[lines->count++] = (struct text_line){w->start, w->end - w->start, w->width};
}

/* As many characters as fit, one in any case. */
static size_t cut_characters(const char *text, size_t length, int limit, int *width) {
  size_t at = 0, size;
  uint32_t code;
  *width = 0;
  while ((size = utf8_decode(text + at, length - at, &code))) {
    int character_width = text_width_length(text + at, size);
    if (at && character_width > limit - *width)
      break;
    *width += character_width;
    at += size;
  }
  return at;
}

/* How much of a word that is too long goes on a line: what fits, cut at a grapheme if one fits. */
static size_t cut_length(const struct wrapping *w, size_t start, size_t end, int *width) {
  size_t size = text_fit(w->text + start, end - start, w->limit, width);
  return size ? size : cut_characters(w->text + start, end - start, w->limit, width);
}

/* Fills whole lines from a word that is too long. Returns where the rest begins, which fits, and
 * its width. */
static size_t cut_word(struct wrapping *w, size_t start, size_t end, int *width) {
  while (*width > w->limit) {
    int cut_width;
    size_t size = cut_length(w, start, end, &cut_width);
    if (size == end - start) /* one character wider than the line */
      break;
    start_line(w, start);
    w->end = start + size;
    w->width = cut_width;
    end_line(w);
    start += size;
    *width -= cut_width;
  }
  return start;
}

/* A piece has no place to break but after the spaces at its end. */
static void add_piece(struct wrapping *w, size_t start, size_t end) {
  size_t spaces = end;
  while (spaces > start && w->text[spaces - 1] == ' ')
    spaces--;
  int width = text_width_length(w->text + start, spaces - start);
  if (width > w->limit - w->width_with_spaces) {
    if (w->end > w->start)
      end_line(w);
    for (; start < spaces && w->text[start] == ' '; start++) /* an indent there is no room for */
      width--;
    start = cut_word(w, start, spaces, &width);
    start_line(w, start);
  }
  if (spaces > start) {
    w->end = spaces;
    w->width = w->width_with_spaces + width;
  }
  w->width_with_spaces += width + (int)(end - spaces);
}

/* UAX #14, LB29: no break within "U.S.C." or "e.g.". libunistring 1.0 leaves this rule out. */
static bool is_within_abbreviation(const char *text, size_t at) {
  char before = text[at - 1], after = text[at] | 0x20;
  return (before == '.' || before == ',' || before == ':' || before == ';') && after >= 'a' &&
         after <= 'z';
}

/* The parts of a citation such as "paragraph (a)(4)" stay together. */
static bool is_within_citation(const char *text, size_t at) {
  return text[at - 1] == ')' && text[at] == '(';
}

static bool may_break_before(const char *text, const char *breaks, size_t at) {
  return at && breaks[at] == UC_BREAK_POSSIBLE && !is_within_abbreviation(text, at) &&
         !is_within_citation(text, at);
}

void text_breaks(const char *text, size_t length, bool *may_break) {
  char *breaks = memory_new(length);
  u8_possible_linebreaks((const uint8_t *)text, length, "UTF-8", breaks);
  for (size_t i = 0; i < length; i++)
    may_break[i] = may_break_before(text, breaks, i);
  free(breaks);
}

static void wrap_paragraph(struct wrapping *w, const char *breaks, size_t start, size_t end) {
  size_t piece = start;
  start_line(w, start);
  for (size_t at = start + 1; at < end; at++)
    if (may_break_before(w->text, breaks, at)) {
      add_piece(w, piece, at);
      piece = at;
    }
  add_piece(w, piece, end);
  end_line(w);
}

void text_wrap(struct text_lines *lines, const char *text, size_t length, int width_cells) {
  struct wrapping w = {.lines = lines, .text = text, .limit = width_cells > 0 ? width_cells : 1};
  char *breaks = memory_new(length);
  u8_possible_linebreaks((const uint8_t *)text, length, "UTF-8", breaks);
  lines->count = 0;
  size_t start = 0;
  for (const char *newline; (newline = memchr(text + start, '\n', length - start));) {
    wrap_paragraph(&w, breaks, start, (size_t)(newline - text));
    start = (size_t)(newline - text) + 1;
  }
  wrap_paragraph(&w, breaks, start, length);
  free(breaks);
}

void text_lines_release(struct text_lines *lines) {
  free(lines->items);
  *lines = (struct text_lines)TEXT_LINES_INIT;
}
