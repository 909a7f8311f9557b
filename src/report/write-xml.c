/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/write-xml.h"

#include <string.h>

#include "base/strbuf.h"
#include "base/utf8.h"

static const char *entity(char c) {
  switch (c) {
  case '&':
    return "&amp;";
  case '<':
    return "&lt;";
  case '>':
    return "&gt;";
  case '"':
    return "&quot;";
  default:
    return NULL;
  }
}

static void add_escaped(struct strbuf *out, const char *text, size_t length) {
  size_t done = 0;
  for (size_t at = 0; at < length; at++) {
    const char *written = entity(text[at]);
    if (!written)
      continue;
    strbuf_add_bytes(out, text + done, at - done);
    strbuf_add(out, written);
    done = at + 1;
  }
  strbuf_add_bytes(out, text + done, length - done);
}

void xml_add_text_length(struct strbuf *out, const char *text, size_t length) {
  if (utf8_plain_length(text, length) == length) {
    add_escaped(out, text, length);
    return;
  }
  struct strbuf clean;
  strbuf_init(&clean);
  utf8_clean(&clean, text, length, UTF8_ONE_LINE);
  add_escaped(out, clean.text, clean.length);
  strbuf_release(&clean);
}

void xml_add_text(struct strbuf *out, const char *text) {
  if (text)
    xml_add_text_length(out, text, strlen(text));
}
