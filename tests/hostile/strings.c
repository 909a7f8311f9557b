/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "strings.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/strbuf.h"
#include "printable.h"

enum { REPEATS = 17, REPEATED_EACH = 3, RANDOM_DANGERS = 64, RANDOM_BYTES = 12 };

struct dangers {
  struct strbuf *items;
  size_t count, capacity;
};

static void add_danger(struct dangers *dangers, const char *bytes, size_t length) {
  for (size_t i = 0; i < dangers->count; i++)
    if (dangers->items[i].length == length && !memcmp(dangers->items[i].text, bytes, length))
      return;
  MEMORY_GROW(dangers->items, dangers->count, dangers->capacity);
  strbuf_init(&dangers->items[dangers->count]);
  strbuf_add_bytes(&dangers->items[dangers->count++], bytes, length);
}

static void add_code(struct dangers *dangers, uint32_t code) {
  char bytes[4] = {0};
  add_danger(dangers, bytes, printable_encode(code, bytes));
}

/* --- what can be listed by rule --- */

static void add_controls(struct dangers *dangers) {
  static const uint32_t directions[] = {0x061c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c,
                                        0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069};
  for (uint32_t code = 0; code < 0x20; code++)
    add_code(dangers, code);
  for (uint32_t code = 0x7f; code < 0xa0; code++)
    add_code(dangers, code);
  for (int byte = 0x80; byte < 0xa0; byte++)
    add_danger(dangers, (char[]){(char)byte}, 1);
  for (size_t i = 0; i < sizeof directions / sizeof *directions; i++)
    add_code(dangers, directions[i]);
  for (uint32_t plane = 0; plane <= 16; plane++) {
    add_code(dangers, plane << 16 | 0xfffe);
    add_code(dangers, plane << 16 | 0xffff);
  }
}

/* An escape before each character that can follow it. */
static void add_escapes(struct dangers *dangers) {
  for (char c = ' '; c < 0x7f; c++)
    add_danger(dangers, (char[]){033, c}, 2);
}

/* Bytes that are heavy on controls, from a generator that is always the same. */
static void add_random(struct dangers *dangers) {
  uint32_t random = 20261122;
  for (int i = 0; i < RANDOM_DANGERS; i++) {
    char bytes[RANDOM_BYTES] = {0};
    for (size_t j = 0; j < sizeof bytes; j++) {
      random = random * 1664525 + 1013904223;
      uint32_t kind = random >> 28, value = random >> 16 & 0xff;
      bytes[j] = (char)(kind < 5    ? value & 0x1f
                        : kind < 8  ? 033
                        : kind < 12 ? value & 0x7f
                                    : value);
    }
    add_danger(dangers, bytes, sizeof bytes);
  }
}

static void add_table(struct dangers *dangers, const struct danger *table) {
  for (; table->bytes; table++)
    add_danger(dangers, table->bytes, table->length);
}

static void collect(struct dangers *dangers) {
  add_controls(dangers);
  add_escapes(dangers);
  add_table(dangers, terminal_dangers);
  add_table(dangers, reader_dangers);
  add_table(dangers, invalid_dangers);
  add_table(dangers, table_dangers);
  add_table(dangers, markup_dangers);
  add_table(dangers, markdown_dangers);
  add_table(dangers, link_dangers);
  add_table(dangers, field_dangers);
  add_table(dangers, other_dangers);
  add_random(dangers);
}

/* --- strings --- */

static void add_string(struct strings *strings, const struct strbuf *danger,
                       enum string_position position) {
  struct strbuf text, mark;
  strbuf_init(&text);
  strbuf_init(&mark);
  strbuf_addf(&mark, "m%05zu", strings->count);
  if (position == AT_END || position == IN_MIDDLE)
    strbuf_addf(&text, "%s ", mark.text);
  for (int i = 0; i < (position == REPEATED ? REPEATS : 1); i++)
    strbuf_add_bytes(&text, danger->text, danger->length);
  if (position == IN_MIDDLE)
    strbuf_add(&text, " tail");
  else if (position == AT_START || position == REPEATED)
    strbuf_addf(&text, " %s", mark.text);
  strbuf_release(&mark);
  MEMORY_GROW(strings->items, strings->count, strings->capacity);
  struct string *string = &strings->items[strings->count++];
  *string = (struct string){.length = text.length, .position = position};
  string->is_text = printable_is_utf8(text.text, text.length) && !memchr(text.text, 0, text.length);
  string->bytes = strbuf_take(&text);
}

void strings_make(struct strings *strings) {
  struct dangers dangers = {0};
  *strings = (struct strings){0};
  collect(&dangers);
  strings->danger_count = dangers.count;
  for (int position = 0; position < POSITION_COUNT; position++)
    for (size_t i = 0; i < dangers.count; i += position == REPEATED ? REPEATED_EACH : 1) {
      add_string(strings, &dangers.items[i], (enum string_position)position);
      strings->items[strings->count - 1].danger = i;
    }
  for (size_t i = 0; i < dangers.count; i++)
    strbuf_release(&dangers.items[i]);
  free(dangers.items);
}

void strings_free(struct strings *strings) {
  for (size_t i = 0; i < strings->count; i++)
    free(strings->items[i].bytes);
  free(strings->items);
}

/* The index at a mark, or count: there is none. */
static size_t index_at(const char *text, size_t count) {
  size_t index = 0;
  for (int i = 1; i < STRING_MARK_LENGTH; i++) {
    if (text[i] < '0' || text[i] > '9')
      return count;
    index = 10 * index + (size_t)(text[i] - '0');
  }
  return index;
}

size_t strings_find(const char *text, size_t length, bool *found, size_t count) {
  size_t anew = 0;
  for (size_t at = 0; at + STRING_MARK_LENGTH <= length; at++) {
    size_t index = text[at] == 'm' ? index_at(text + at, count) : count;
    if (index < count && !found[index]) {
      found[index] = true;
      anew++;
    }
  }
  return anew;
}
