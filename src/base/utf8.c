/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/utf8.h"

#include <string.h>

#include "base/strbuf.h"

enum { REPLACEMENT = 0xfffd };

static bool is_continuation(unsigned char byte) {
  return (byte & 0xc0) == 0x80;
}

/* The size a first byte announces; 0 if no character begins with it. */
static size_t announced_size(unsigned char first) {
  if (first < 0x80)
    return 1;
  if (first >= 0xc2 && first <= 0xdf)
    return 2;
  if (first >= 0xe0 && first <= 0xef)
    return 3;
  return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}

static bool is_scalar_value(uint32_t code) {
  return code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
}

size_t utf8_decode(const char *text, size_t length, uint32_t *code) {
  static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  static const unsigned char first_bits[] = {0, 0x7f, 0x1f, 0x0f, 0x07};
  const unsigned char *bytes = (const unsigned char *)text;
  *code = REPLACEMENT;
  if (!length)
    return 0;
  size_t size = announced_size(bytes[0]);
  if (!size || size > length)
    return 1;
  uint32_t value = bytes[0] & first_bits[size];
  for (size_t i = 1; i < size; i++) {
    if (!is_continuation(bytes[i]))
      return 1;
    value = value << 6 | (bytes[i] & 0x3f);
  }
  if (value < least[size] || !is_scalar_value(value))
    return 1;
  *code = value;
  return size;
}

size_t utf8_encode(uint32_t code, char out[4]) {
  static const unsigned char marks[] = {0, 0, 0xc0, 0xe0, 0xf0};
  if (!is_scalar_value(code))
    code = REPLACEMENT;
  size_t size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  for (size_t i = size - 1; i > 0; i--, code >>= 6)
    out[i] = (char)(0x80 | (code & 0x3f));
  out[0] = (char)(marks[size] | code);
  return size;
}

/* --- eight bytes at a time: nearly all text is ASCII -------------------------------------------*/

static const uint64_t EVERY_BYTE = UINT64_C(0x0101010101010101);

static uint64_t eight_bytes(const char *text) {
  uint64_t bytes;
  memcpy(&bytes, text, sizeof bytes);
  return bytes;
}

static size_t ascii_length(const char *text, size_t length) {
  size_t at = 0;
  while (at + 8 <= length && !(eight_bytes(text + at) & EVERY_BYTE * 0x80))
    at += 8;
  return at;
}

/* Of eight ASCII bytes: adding 1 sets the high bit of a DEL, subtracting 0x20 that of a control. */
static bool are_printable(uint64_t bytes) {
  return !((bytes | (bytes + EVERY_BYTE) | (bytes - EVERY_BYTE * 0x20)) & EVERY_BYTE * 0x80);
}

size_t utf8_plain_length(const char *text, size_t length) {
  size_t at = 0;
  while (at + 8 <= length && are_printable(eight_bytes(text + at)))
    at += 8;
  while (at < length && text[at] >= 0x20 && text[at] < 0x7f)
    at++;
  return at;
}

size_t utf8_invalid_at(const char *text, size_t length) {
  size_t at = 0;
  while (at < length) {
    uint32_t code;
    at += ascii_length(text + at, length - at);
    size_t size = utf8_decode(text + at, length - at, &code);
    if (code == REPLACEMENT && size == 1)
      break;
    at += size;
  }
  return at;
}

bool utf8_is_valid(const char *text, size_t length) {
  return utf8_invalid_at(text, length) == length;
}

static bool is_control(uint32_t code) {
  return code < 0x20 || (code >= 0x7f && code <= 0x9f);
}

/* What changes the order of the text around it, and so can show another text than is there. */
static bool is_bidi_control(uint32_t code) {
  return code == 0x061c || code == 0x200e || code == 0x200f || (code >= 0x202a && code <= 0x202e) ||
         (code >= 0x2066 && code <= 0x2069);
}

/* Not seen, and no script needs it: deprecated format characters, notes between lines, and the
 * tags, which spell a whole hidden text. */
static bool is_hidden(uint32_t code) {
  return code == 0x00ad || code == 0xfeff || (code >= 0x2061 && code <= 0x2064) ||
         (code >= 0x206a && code <= 0x206f) || (code >= 0xfff9 && code <= 0xfffb) ||
         (code >= 0xe0000 && code <= 0xe007f);
}

static bool is_noncharacter(uint32_t code) {
  return (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) == 0xfffe;
}

static bool is_line_end(uint32_t code) {
  return code == '\n' || code == '\r' || code == 0x2028 || code == 0x2029;
}

/* The length of the run of line ends at the start: one, or all of them. CR LF is one. */
static size_t line_ends_length(const char *text, size_t length, enum utf8_lines lines) {
  size_t at = 0, size;
  uint32_t code;
  while ((size = utf8_decode(text + at, length - at, &code)) && is_line_end(code)) {
    bool pair = code == '\r' && at + 1 < length && text[at + 1] == '\n';
    at += pair ? 2 : size;
    if (lines == UTF8_MANY_LINES)
      break;
  }
  return at;
}

static void add_cleaned(struct strbuf *out, uint32_t code) {
  char bytes[4];
  if (code == '\t')
    strbuf_add_char(out, ' ');
  else if (is_control(code) || is_bidi_control(code))
    strbuf_addf(out, "<U+%04X>", (unsigned)code);
  else if (!is_hidden(code) && !is_noncharacter(code))
    strbuf_add_bytes(out, bytes, utf8_encode(code, bytes));
}

bool utf8_clean(struct strbuf *out, const char *text, size_t length, enum utf8_lines lines) {
  size_t before = out->length;
  for (size_t at = 0; at < length;) {
    size_t plain = utf8_plain_length(text + at, length - at);
    strbuf_add_bytes(out, text + at, plain);
    at += plain;
    size_t ends = line_ends_length(text + at, length - at, lines);
    if (ends)
      strbuf_add_char(out, lines == UTF8_ONE_LINE ? ' ' : '\n');
    at += ends;
    uint32_t code;
    size_t size = plain || ends ? 0 : utf8_decode(text + at, length - at, &code);
    if (size)
      add_cleaned(out, code);
    at += size;
  }
  return out->length - before != length || memcmp(out->text + before, text, length) != 0;
}

char *utf8_clean_dup(const char *text, enum utf8_lines lines) {
  struct strbuf out;
  strbuf_init(&out);
  utf8_clean(&out, text, strlen(text), lines);
  return strbuf_take(&out);
}
