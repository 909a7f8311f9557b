/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yaml/clean.h"

#include "base/arena.h"
#include "base/strbuf.h"

static bool is_clean_ascii(const char *text, size_t length, enum utf8_lines lines) {
  size_t at = utf8_plain_length(text, length);
  while (at < length && text[at] == '\n' && lines == UTF8_MANY_LINES) {
    at++;
    at += utf8_plain_length(text + at, length - at);
  }
  return at == length;
}

bool clean_is(const char *text, size_t length, enum utf8_lines lines) {
  if (is_clean_ascii(text, length, lines))
    return true;
  struct strbuf clean;
  strbuf_init(&clean);
  bool changed = utf8_clean(&clean, text, length, lines);
  strbuf_release(&clean);
  return !changed;
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
