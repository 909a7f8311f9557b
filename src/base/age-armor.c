/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sodium.h>
#include <string.h>

#include "base/age-private.h"
#include "base/strbuf.h"

enum { LINE_COLUMNS = 64 };

static bool is_blank(char c) {
  return c && strchr(" \t\r\n", c);
}

static bool is_line(struct age_span line, const char *text) {
  return line.length == strlen(text) && !memcmp(line.text, text, line.length);
}

/* Up to a newline, with or without a return in front of it, or to the end. */
static struct age_span take_line(const char *bytes, size_t count, size_t *at) {
  const char *start = bytes + *at, *end = memchr(start, '\n', count - *at);
  size_t length = end ? (size_t)(end - start) : count - *at;
  *at += length + (end ? 1 : 0);
  if (end && length && start[length - 1] == '\r')
    length--;
  return (struct age_span){start, length};
}

/* Only the last line may be short; *is_last says that this one was. */
static bool add_line(struct strbuf *out, struct age_span line, bool *is_last) {
  unsigned char bytes[AGE_LINE_BYTES];
  size_t length;
  if (*is_last || !line.length || line.length > LINE_COLUMNS || !age_is_ascii(line) ||
      sodium_base642bin(bytes, sizeof bytes, line.text, line.length, NULL, &length, NULL,
                        sodium_base64_VARIANT_ORIGINAL) != 0)
    return false;
  *is_last = length < AGE_LINE_BYTES;
  strbuf_add_bytes(out, (const char *)bytes, length);
  return true;
}

bool age_armor_read(struct strbuf *out, const char *bytes, size_t count) {
  size_t at = 0;
  bool is_last = false;
  while (at < count && is_blank(bytes[at]))
    at++;
  if (!is_line(take_line(bytes, count, &at), "-----BEGIN AGE ENCRYPTED FILE-----"))
    return false;
  for (;;) {
    struct age_span line = take_line(bytes, count, &at);
    if (is_line(line, "-----END AGE ENCRYPTED FILE-----"))
      break;
    if (!add_line(out, line, &is_last))
      return false;
  }
  while (at < count && is_blank(bytes[at]))
    at++;
  return at == count;
}
