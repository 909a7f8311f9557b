/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/text.h"

#include <string.h>
#include <wchar.h>

#include "base/strbuf.h"
#include "base/utf8.h"

/* What wcwidth() does not know is drawn as one replacement character. */
static int width_of(uint32_t code) {
  if (code >= 0x20 && code < 0x7f)
    return 1;
  int width = wcwidth((wchar_t)code);
  return width < 0 ? 1 : width;
}

int text_width(const char *text) {
  return text_width_length(text, strlen(text));
}

int text_width_length(const char *text, size_t length) {
  int width = 0;
  uint32_t code;
  for (size_t at = 0; at < length;) {
    size_t plain = utf8_plain_length(text + at, length - at);
    width += (int)plain;
    at += plain;
    size_t size = utf8_decode(text + at, length - at, &code);
    if (size)
      width += width_of(code);
    at += size;
  }
  return width;
}

/* How much of the start is one cell a byte and fits. The last of such characters may carry marks
 * that follow it, and is left out. */
static size_t plain_fit(const char *text, size_t length, int width_cells) {
  size_t plain = utf8_plain_length(text, length);
  if (plain && plain < length)
    plain--;
  size_t limit = width_cells > 0 ? (size_t)width_cells : 0;
  return plain < limit ? plain : limit;
}

size_t text_fit(const char *text, size_t length, int width_cells, int *used_cells) {
  size_t at = 0;
  int used = 0;
  for (;;) {
    size_t plain = plain_fit(text + at, length - at, width_cells - used);
    at += plain;
    used += (int)plain;
    if (at == length)
      break;
    size_t next = text_next(text, length, at);
    int width = text_width_length(text + at, next - at);
    if (width > width_cells - used)
      break;
    used += width;
    at = next;
  }
  if (used_cells)
    *used_cells = used;
  return at;
}

void text_add_cut(struct strbuf *out, const char *text, int width_cells) {
  size_t length = strlen(text), fits = text_fit(text, length, width_cells, NULL);
  strbuf_add_bytes(out, text, fits);
  strbuf_add(out, fits < length ? "…" : "");
}
