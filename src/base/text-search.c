/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#include "base/memory.h"
#include "base/strbuf.h"
#include "base/utf8.h"

static bool is_ascii(const char *text) {
  while (*text > 0)
    text++;
  return !*text;
}

static char folded_ascii(char c) {
  if (c >= 'A' && c <= 'Z')
    return (char)(c - 'A' + 'a');
  return (char)(c == '\n' || c == '\t' ? ' ' : c);
}

/* Letters that are of one piece for Unicode, and what people type for typographic characters. */
static uint32_t plain_letter(uint32_t code) {
  switch (code) {
  case 0x0111: /* đ */
  case 0x00f0: /* ð */
    return 'd';
  case 0x0142: /* ł */
    return 'l';
  case 0x00f8: /* ø */
    return 'o';
  case 0x0131: /* ı */
    return 'i';
  case 0x2018:
  case 0x2019:
  case 0x02bc:
    return '\'';
  case 0x201c:
  case 0x201d:
    return '"';
  case 0x2010:
  case 0x2011:
  case 0x2013:
  case 0x2014:
    return '-';
  default:
    return code < 0x80 ? (uint32_t)folded_ascii((char)code) : code;
  }
}

static bool is_mark(uint32_t code) {
  return code >= 0x80 && uc_is_general_category_withtable(
                             code, UC_CATEGORY_MASK_Mn | UC_CATEGORY_MASK_Me | UC_CATEGORY_MASK_Cf);
}

static void add_without_marks(struct strbuf *key, const char *text, size_t length) {
  uint32_t code;
  char bytes[4];
  for (size_t at = 0, size; (size = utf8_decode(text + at, length - at, &code)); at += size)
    if (!is_mark(code))
      strbuf_add_bytes(key, bytes, utf8_encode(plain_letter(code), bytes));
}

char *text_search_key(const char *text) {
  struct strbuf key;
  strbuf_init(&key);
  if (is_ascii(text)) {
    strbuf_add(&key, text);
    for (size_t i = 0; i < key.length; i++)
      key.text[i] = folded_ascii(key.text[i]);
    return strbuf_take(&key);
  }
  char *valid = utf8_clean_dup(text, UTF8_MANY_LINES);
  size_t length = 0;
  uint8_t *folded =
      u8_casefold((const uint8_t *)valid, strlen(valid), NULL, UNINORM_NFKD, NULL, &length);
  if (folded)
    add_without_marks(&key, (const char *)folded, length);
  free(folded);
  free(valid);
  return strbuf_take(&key);
}

bool text_contains(const char *text, const char *search_key) {
  char *key = text_search_key(text);
  bool contains = strstr(key, search_key) != NULL;
  free(key);
  return contains;
}
