/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include <string.h>
#include <unicase.h>
#include <unictype.h>

#include "base/strbuf.h"
#include "base/text.h"
#include "base/utf8.h"

enum text_class text_class(uint32_t code) {
  if (code == '\n')
    return TEXT_LINE_END;
  if (uc_is_general_category_withtable(code, UC_CATEGORY_MASK_Zs) || code == '\t')
    return TEXT_SPACE;
  if (uc_is_general_category_withtable(code, UC_CATEGORY_MASK_Nd))
    return TEXT_DIGIT;
  if (uc_is_general_category_withtable(code, UC_CATEGORY_MASK_Lu | UC_CATEGORY_MASK_Lt))
    return TEXT_UPPER;
  if (uc_is_general_category_withtable(code, UC_CATEGORY_MASK_Ll))
    return TEXT_LOWER;
  if (uc_is_general_category_withtable(code, UC_CATEGORY_MASK_Lo | UC_CATEGORY_MASK_Lm))
    return TEXT_UNCASED;
  if (uc_is_general_category_withtable(code, UC_CATEGORY_MASK_M))
    return TEXT_MARK;
  if (uc_is_general_category_withtable(code, UC_CATEGORY_MASK_Cf))
    return TEXT_UNSEEN;
  return TEXT_OTHER;
}

/* Full-width ASCII stands as one block, U+FF01 to U+FF5E. */
uint32_t text_plain(uint32_t code) {
  int digit = code < 0x80 ? -1 : uc_decimal_value(code);
  if (digit >= 0)
    return (uint32_t)('0' + digit);
  if (code >= 0xff01 && code <= 0xff5e)
    return code - 0xff01 + '!';
  if ((code >= 0x2010 && code <= 0x2015) || code == 0x2212 || code == 0xfe63)
    return '-';
  if (code == 0xfe6b)
    return '@';
  if (code == 0x3002 || code == 0xff61)
    return '.';
  return text_class(code) == TEXT_SPACE ? ' ' : code;
}

char *text_title(const char *text) {
  struct strbuf title;
  strbuf_init(&title);
  uint32_t code;
  size_t size = utf8_decode(text, strlen(text), &code);
  if (size && uc_totitle(code) != code) {
    char first[5] = {0};
    utf8_encode(uc_totitle(code), first);
    strbuf_add(&title, first);
    text += size;
  }
  strbuf_add(&title, text);
  return strbuf_take(&title);
}
