/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "printable.h"

#include <string.h>

#include "base/strbuf.h"

enum { NOT_UTF8 = 0xffffffff };

struct range {
  uint32_t first, last;
};

/* Shown by their names; line ends and tabs are taken out before. */
static const struct range named[] = {{0x00, 0x1f},     {0x7f, 0x9f},     {0x061c, 0x061c},
                                     {0x200e, 0x200f}, {0x202a, 0x202e}, {0x2066, 0x2069}};
/* Left out. */
static const struct range hidden[] = {{0x00ad, 0x00ad},  {0x2061, 0x2064}, {0x206a, 0x206f},
                                      {0xfdd0, 0xfdef},  {0xfeff, 0xfeff}, {0xfff9, 0xfffb},
                                      {0xe0000, 0xe007f}};

static bool is_in(const struct range *ranges, size_t count, uint32_t code) {
  for (size_t i = 0; i < count; i++)
    if (code >= ranges[i].first && code <= ranges[i].last)
      return true;
  return false;
}

static bool is_named(uint32_t code) {
  return is_in(named, sizeof named / sizeof *named, code);
}

static bool is_hidden(uint32_t code) {
  return is_in(hidden, sizeof hidden / sizeof *hidden, code) || (code & 0xffff) == 0xfffe ||
         (code & 0xffff) == 0xffff;
}

size_t printable_encode(uint32_t code, char out[4]) {
  if (code < 0x80) {
    out[0] = (char)code;
    return 1;
  }
  if (code < 0x800) {
    out[0] = (char)(0xc0 + (code >> 6));
    out[1] = (char)(0x80 + (code & 0x3f));
    return 2;
  }
  if (code < 0x10000) {
    out[0] = (char)(0xe0 + (code >> 12));
    out[1] = (char)(0x80 + (code >> 6 & 0x3f));
    out[2] = (char)(0x80 + (code & 0x3f));
    return 3;
  }
  out[0] = (char)(0xf0 + (code >> 18));
  out[1] = (char)(0x80 + (code >> 12 & 0x3f));
  out[2] = (char)(0x80 + (code >> 6 & 0x3f));
  out[3] = (char)(0x80 + (code & 0x3f));
  return 4;
}

/* By trying: a character is what encodes to these bytes. */
static uint32_t decode(const char *text, size_t length, size_t *size) {
  const unsigned char *b = (const unsigned char *)text;
  uint32_t code = b[0];
  *size = b[0] < 0x80 ? 1 : b[0] < 0xe0 ? 2 : b[0] < 0xf0 ? 3 : 4;
  char again[4];
  if (*size > 1 && *size <= length) {
    code = b[0] & (0xff >> (*size + 1));
    for (size_t i = 1; i < *size; i++)
      code = code << 6 | (b[i] & 0x3f);
  }
  bool is_good = *size <= length && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) &&
                 printable_encode(code, again) == *size && !memcmp(again, text, *size);
  if (is_good)
    return code;
  *size = 1;
  return NOT_UTF8;
}

bool printable_is_utf8(const char *text, size_t length) {
  for (size_t at = 0, size; at < length; at += size)
    if (decode(text + at, length - at, &size) == NOT_UTF8)
      return false;
  return true;
}

size_t printable_fault(const char *text, size_t length, const char *also) {
  for (size_t at = 0, size; at < length; at += size) {
    uint32_t code = decode(text + at, length - at, &size);
    if (code == '\n' || (code && code < 0x80 && strchr(also, (int)code)))
      continue;
    if (code == NOT_UTF8 || is_named(code) || is_hidden(code) || code == 0x2028 || code == 0x2029)
      return at;
  }
  return length;
}

char *printable_of(const char *text, size_t length) {
  struct strbuf out;
  char bytes[4];
  strbuf_init(&out);
  for (size_t at = 0, size; at < length; at += size) {
    uint32_t code = decode(text + at, length - at, &size);
    if (code == '\r' && at + 1 < length && text[at + 1] == '\n')
      continue;
    if (code == '\r' || code == '\n' || code == 0x2028 || code == 0x2029)
      strbuf_add_char(&out, '\n');
    else if (code == '\t')
      strbuf_add_char(&out, ' ');
    else if (code == NOT_UTF8)
      strbuf_add(&out, "\xef\xbf\xbd");
    else if (is_named(code))
      strbuf_addf(&out, "<U+%04X>", (unsigned)code);
    else if (!is_hidden(code))
      strbuf_add_bytes(&out, bytes, printable_encode(code, bytes));
  }
  return strbuf_take(&out);
}
