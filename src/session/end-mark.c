/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/end-mark.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/checksum.h"
#include "base/strbuf.h"

static const char mark[] = "# end ";
enum { DIGITS = 8, MARK_LENGTH = sizeof mark - 1 + DIGITS };

void end_mark_add(struct strbuf *text) {
  strbuf_addf(text, "%s%08" PRIx32 "\n", mark, checksum_crc32(text->text, text->length));
}

static bool is_mark(const char *text, size_t length) {
  if (length < MARK_LENGTH || memcmp(text, mark, sizeof mark - 1) != 0)
    return false;
  for (size_t i = sizeof mark - 1; i < MARK_LENGTH; i++)
    if (!text[i] || !strchr("0123456789abcdef", text[i]))
      return false;
  return length == MARK_LENGTH || (text[MARK_LENGTH] && strchr(" \r\n", text[MARK_LENGTH]));
}

static bool only_blank(const char *text, size_t length) {
  for (size_t i = 0; i < length; i++)
    if (!strchr(" \r\n", text[i]) || !text[i])
      return false;
  return true;
}

/* The last mark that stands at the start of a line; no text of an answer can do so. */
static size_t find_mark(const char *text, size_t length) {
  for (size_t at = length; at > 0; at--)
    if (text[at - 1] == '\n' && is_mark(text + at, length - at))
      return at;
  return length;
}

/* A lost or an added newline at the end is no change. */
enum session_wholeness end_mark_check(const char *text, size_t length) {
  size_t at = find_mark(text, length);
  if (at == length)
    return SESSION_CUT_OFF;
  char digits[DIGITS + 1] = "";
  memcpy(digits, text + at + sizeof mark - 1, DIGITS);
  bool same = strtoul(digits, NULL, 16) == checksum_crc32(text, at);
  bool at_end = only_blank(text + at + MARK_LENGTH, length - at - MARK_LENGTH);
  return same && at_end ? SESSION_WHOLE : SESSION_EDITED;
}
