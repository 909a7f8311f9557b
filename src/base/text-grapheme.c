/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <unigbrk.h>
#include <uniwbrk.h>

#include "base/memory.h"
#include "base/utf8.h"

static bool is_plain(char c) {
  return c >= 0x20 && c < 0x7f;
}

size_t text_next(const char *text, size_t length, size_t at) {
  if (at >= length)
    return length;
  if (is_plain(text[at]) && (at + 1 == length || is_plain(text[at + 1])))
    return at + 1;
  const uint8_t *start = (const uint8_t *)text + at;
  const uint8_t *next = u8_grapheme_next(start, (const uint8_t *)text + length);
  return next && next > start ? at + (size_t)(next - start) : at + 1;
}

/* Going forward from a place that is a boundary for certain gives the same boundaries both ways:
 * between two characters of ASCII there is always one. */
static size_t certain_boundary_before(const char *text, size_t at) {
  size_t start = at - 1;
  while (start > 0 && !(is_plain(text[start]) && is_plain(text[start - 1])))
    start--;
  return start;
}

size_t text_previous(const char *text, size_t at) {
  if (at == 0)
    return 0;
  size_t previous = certain_boundary_before(text, at), next;
  size_t length = at + strlen(text + at);
  while ((next = text_next(text, length, previous)) < at)
    previous = next;
  return previous;
}

static bool begins_word(const char *text, size_t length) {
  uint32_t code;
  return utf8_decode(text, length, &code) && (uc_is_alpha(code) || uc_is_digit(code));
}

/* For each byte whether a word begins there. Owned by the caller. */
static char *word_starts(const char *text, size_t length) {
  char *starts = memory_new_zeroed(length + 1, 1);
  u8_wordbreaks((const uint8_t *)text, length, starts);
  starts[0] = length > 0;
  for (size_t i = 0; i < length; i++)
    starts[i] = starts[i] && begins_word(text + i, length - i);
  return starts;
}

size_t text_next_word(const char *text, size_t length, size_t at) {
  char *starts = word_starts(text, length);
  do
    at++;
  while (at < length && !starts[at]);
  free(starts);
  return at < length ? at : length;
}

size_t text_previous_word(const char *text, size_t at) {
  char *starts = word_starts(text, at);
  while (at > 0 && !starts[--at])
    continue;
  free(starts);
  return at;
}
