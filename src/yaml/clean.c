/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yaml/clean.h"

#include <stdbool.h>

#include "base/arena.h"
#include "base/strbuf.h"

static bool is_clean_ascii(const char *text, size_t length, enum utf8_lines lines) {
  for (size_t i = 0; i < length; i++) {
    unsigned char c = (unsigned char)text[i];
    bool line_end = c == '\n' && lines == UTF8_MANY_LINES;
    if ((c < ' ' && !line_end) || c >= 0x7f)
      return false;
  }
  return true;
}

char *clean_dup(struct arena *arena, const char *text, size_t length, enum utf8_lines lines) {
  if (is_clean_ascii(text, length, lines))
    return arena_dup_length(arena, text, length);
  struct strbuf clean;
  strbuf_init(&clean);
  utf8_clean(&clean, text, length, lines);
  char *result = arena_dup_length(arena, clean.text, clean.length);
  strbuf_release(&clean);
  return result;
}
