/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/strbuf.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"

/* What an empty buffer points at; never written to. */
static char nothing[1];

void strbuf_init(struct strbuf *buf) {
  *buf = (struct strbuf){nothing, 0, 0};
}

void strbuf_release(struct strbuf *buf) {
  if (buf->capacity)
    free(buf->text);
  strbuf_init(buf);
}

void strbuf_wipe(struct strbuf *buf) {
  if (buf->capacity)
    explicit_bzero(buf->text, buf->capacity);
  strbuf_release(buf);
}

void strbuf_clear(struct strbuf *buf) {
  buf->length = 0;
  if (buf->capacity)
    buf->text[0] = '\0';
}

char *strbuf_take(struct strbuf *buf) {
  char *text = buf->capacity ? buf->text : memory_dup("");
  strbuf_init(buf);
  return text;
}

void strbuf_reserve(struct strbuf *buf, size_t count) {
  if (count < buf->capacity - buf->length) /* 0 - 0 while nothing is allocated */
    return;
  if (count > SIZE_MAX / 4 || buf->length > SIZE_MAX / 4)
    fatal(_("out of memory"));
  size_t wanted = buf->length + count + 1;
  size_t capacity = 2 * buf->capacity;
  if (capacity < wanted)
    capacity = wanted < 32 ? 32 : wanted;
  buf->text = memory_resize(buf->capacity ? buf->text : NULL, capacity, 1);
  buf->text[buf->length] = '\0';
  buf->capacity = capacity;
}

void strbuf_add(struct strbuf *buf, const char *text) {
  strbuf_add_bytes(buf, text, strlen(text));
}

void strbuf_add_bytes(struct strbuf *buf, const char *bytes, size_t count) {
  if (!count)
    return;
  strbuf_reserve(buf, count);
  memcpy(buf->text + buf->length, bytes, count);
  buf->length += count;
  buf->text[buf->length] = '\0';
}

void strbuf_add_char(struct strbuf *buf, char c) {
  strbuf_add_bytes(buf, &c, 1);
}

void strbuf_add_repeat(struct strbuf *buf, const char *text, size_t times) {
  size_t length = strlen(text);
  while (times--)
    strbuf_add_bytes(buf, text, length);
}

void strbuf_addf(struct strbuf *buf, const char *format, ...) {
  va_list args;
  va_start(args, format);
  strbuf_addv(buf, format, args);
  va_end(args);
}

/* Most texts are short; a longer one is formatted again. */
void strbuf_addv(struct strbuf *buf, const char *format, va_list args) {
  char usual[128];
  va_list again;
  va_copy(again, args);
  int needed = vsnprintf(usual, sizeof usual, format, args);
  if (needed > 0 && (size_t)needed < sizeof usual) {
    strbuf_add_bytes(buf, usual, (size_t)needed);
  } else if (needed > 0) {
    strbuf_reserve(buf, (size_t)needed);
    vsnprintf(buf->text + buf->length, (size_t)needed + 1, format, again);
    buf->length += (size_t)needed;
  }
  va_end(again);
}

void strbuf_insert(struct strbuf *buf, size_t at, const char *bytes, size_t count) {
  assert(at <= buf->length);
  if (!count)
    return;
  strbuf_reserve(buf, count);
  memmove(buf->text + at + count, buf->text + at, buf->length - at + 1);
  memcpy(buf->text + at, bytes, count);
  buf->length += count;
  buf->text[buf->length] = '\0';
}

void strbuf_remove(struct strbuf *buf, size_t at, size_t count) {
  assert(at <= buf->length && count <= buf->length - at);
  if (!count)
    return;
  memmove(buf->text + at, buf->text + at + count, buf->length - at - count + 1);
  buf->length -= count;
}

void strbuf_trim_end(struct strbuf *buf) {
  size_t length = buf->length;
  while (length && (buf->text[length - 1] == ' ' || buf->text[length - 1] == '\n'))
    length--;
  strbuf_remove(buf, length, buf->length - length);
}
