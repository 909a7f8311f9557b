/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text filter and what cuts texts: whatever comes in, what comes out is printable, and no cut
 * falls within a character. */
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "base/utf8.h"

static void require_printable(const char *text, size_t count, enum utf8_lines lines) {
  for (size_t at = 0, size; at < count; at += size) {
    uint32_t code;
    size = utf8_decode(text + at, count - at, &code);
    REQUIRE(size && (code != 0xfffd || size == 3));
    REQUIRE(code >= 0x20 || (code == '\n' && lines == UTF8_MANY_LINES));
    REQUIRE(!(code >= 0x7f && code < 0xa0) && !(code >= 0x202a && code <= 0x202e));
    REQUIRE(!(code >= 0x2066 && code <= 0x2069) && !(code >= 0xe0000 && code <= 0xe007f));
    REQUIRE(code != 0xfeff && code != 0x2028 && code != 0x2029 && (code & 0xfffe) != 0xfffe);
  }
}

static void wrap(const char *text, size_t count, int width_cells) {
  struct text_lines lines = TEXT_LINES_INIT;
  text_wrap(&lines, text, count, width_cells);
  REQUIRE(lines.count > 0);
  size_t end = 0;
  for (size_t i = 0; i < lines.count; i++) {
    const struct text_line *line = &lines.items[i];
    REQUIRE(line->start >= end && line->start + line->length <= count);
    REQUIRE(utf8_is_valid(text + line->start, line->length));
    end = line->start + line->length;
  }
  text_lines_release(&lines);
}

static void cut(const char *text, size_t count) {
  int used;
  enum { PLACES = 300 }; /* looking back from each takes the longer the farther it is */
  for (size_t at = 0, next; at < count && at < PLACES; at = next) {
    next = text_next(text, count, at);
    REQUIRE(next > at && next <= count && text_previous(text, next) < next);
    REQUIRE(text_next_word(text, count, at) > at && text_previous_word(text, at) <= at);
  }
  for (int width = 0; width < 9; width++) {
    size_t fits = text_fit(text, count, width, &used);
    REQUIRE(fits <= count && used <= width && utf8_is_valid(text, fits));
  }
}

static void fold(const char *text) {
  struct strbuf ascii;
  strbuf_init(&ascii);
  utf8_to_ascii(&ascii, text, strlen(text));
  for (size_t i = 0; i < ascii.length; i++)
    REQUIRE((ascii.text[i] >= 0x20 && ascii.text[i] < 0x7f) || ascii.text[i] == '\n');
  strbuf_release(&ascii);
  char *key = text_search_key(text), *slug = path_slug(text);
  REQUIRE(!*key || text_contains(text, key));
  REQUIRE(*slug && *slug != '-' && strlen(slug) <= 68);
  REQUIRE(!slug[strspn(slug, "abcdefghijklmnopqrstuvwxyz0123456789-")]);
  free(key);
  free(slug);
}

static void filter(const uint8_t *bytes, size_t count, enum utf8_lines lines) {
  struct strbuf once, twice;
  strbuf_init(&once);
  strbuf_init(&twice);
  utf8_clean(&once, (const char *)bytes, count, lines);
  require_printable(once.text, once.length, lines);
  REQUIRE(!utf8_clean(&twice, once.text, once.length, lines));
  for (int width = 1; width < 30; width = width * 2 + 1)
    wrap(once.text, once.length, width);
  cut(once.text, once.length);
  fold(once.text);
  strbuf_release(&once);
  strbuf_release(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  filter(bytes, count, UTF8_MANY_LINES);
  filter(bytes, count, UTF8_ONE_LINE);
  return 0;
}
