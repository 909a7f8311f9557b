/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/utf8.h"

#include <stdlib.h>
#include <unictype.h>
#include <uninorm.h>

#include "base/strbuf.h"

/* What decomposition does not reduce to ASCII; in the order of the codes. */
static const struct replacement {
  uint32_t code;
  const char *ascii;
} replacements[] = {
    {0x00a0, " "},   {0x00a1, ""},    {0x00a9, "(c)"}, {0x00ab, "\""},   {0x00ae, "(R)"},
    {0x00b0, "deg"}, {0x00b1, "+/-"}, {0x00b4, "'"},   {0x00b6, "par."}, {0x00b7, "-"},
    {0x00bb, "\""},  {0x00bf, ""},    {0x00c6, "AE"},  {0x00d0, "D"},    {0x00d7, "x"},
    {0x00d8, "O"},   {0x00de, "Th"},  {0x00df, "ss"},  {0x00e6, "ae"},   {0x00f0, "d"},
    {0x00f7, "/"},   {0x00f8, "o"},   {0x00fe, "th"},  {0x0110, "D"},    {0x0111, "d"},
    {0x0131, "i"},   {0x0141, "L"},   {0x0142, "l"},   {0x0152, "OE"},   {0x0153, "oe"},
    {0x02bc, "'"},   {0x2010, "-"},   {0x2011, "-"},   {0x2012, "-"},    {0x2013, "-"},
    {0x2014, "--"},  {0x2015, "--"},  {0x2018, "'"},   {0x2019, "'"},    {0x201a, "'"},
    {0x201b, "'"},   {0x201c, "\""},  {0x201d, "\""},  {0x201e, "\""},   {0x2020, "+"},
    {0x2022, "*"},   {0x2032, "'"},   {0x2033, "\""},  {0x2039, "'"},    {0x203a, "'"},
    {0x2044, "/"},   {0x20ac, "EUR"}, {0x2190, "<-"},  {0x2191, "^"},    {0x2192, "->"},
    {0x2193, "v"},   {0x2212, "-"},   {0x2248, "~"},   {0x2260, "!="},   {0x2264, "<="},
    {0x2265, ">="},  {0x2500, "-"},   {0x2502, "|"},   {0x250c, "+"},    {0x2510, "+"},
    {0x2514, "+"},   {0x2518, "+"},   {0x251c, "+"},   {0x2524, "+"},    {0x252c, "+"},
    {0x2534, "+"},   {0x253c, "+"},   {0x25a0, "#"},   {0x25a1, "[ ]"},  {0x25b2, "^"},
    {0x25b6, ">"},   {0x25b8, ">"},   {0x25bc, "v"},   {0x25be, "v"},    {0x25c0, "<"},
    {0x25cb, "o"},   {0x25cf, "*"},   {0x2610, "[ ]"}, {0x2611, "[x]"},  {0x2612, "[x]"},
    {0x2713, "x"},   {0x2714, "x"},   {0x2717, "x"},   {0x3000, " "},    {0x3001, ","},
    {0x3002, "."},
};

static int compare_code(const void *key, const void *item) {
  uint32_t code = *(const uint32_t *)key, other = ((const struct replacement *)item)->code;
  return (code > other) - (code < other);
}

static const char *replacement_of(uint32_t code) {
  const struct replacement *found =
      bsearch(&code, replacements, sizeof replacements / sizeof *replacements, sizeof *replacements,
              compare_code);
  return found ? found->ascii : NULL;
}

static bool is_invisible(uint32_t code) {
  return uc_is_general_category_withtable(code, UC_CATEGORY_MASK_Mn | UC_CATEGORY_MASK_Me |
                                                    UC_CATEGORY_MASK_Cf);
}

/* Returns whether anything but marks came of it. */
static bool add_decomposed(struct strbuf *out, uint32_t code) {
  const char *ascii = code < 0x80 ? NULL : replacement_of(code);
  if (code < 0x80)
    strbuf_add_char(out, (char)code);
  else if (ascii)
    strbuf_add(out, ascii);
  if (code < 0x80 || ascii)
    return true;
  int tag;
  ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
  int count = uc_decomposition(code, &tag, parts);
  bool some = false;
  for (int i = 0; i < count; i++)
    some = add_decomposed(out, parts[i]) || some;
  return some;
}

static void add_one(struct strbuf *out, uint32_t code) {
  size_t before = out->length;
  if (!add_decomposed(out, code) && !is_invisible(code)) {
    strbuf_remove(out, before, out->length - before);
    strbuf_add_char(out, '?');
  }
}

void utf8_to_ascii(struct strbuf *out, const char *text, size_t length) {
  uint32_t code;
  for (size_t at = 0, size; (size = utf8_decode(text + at, length - at, &code)); at += size)
    add_one(out, code);
}
