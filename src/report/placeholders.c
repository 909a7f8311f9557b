/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/placeholders.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/strbuf.h"

static enum placeholder_kind split(char *inside, const char **name, const char **options) {
  *name = inside;
  *options = "";
  if (strncmp(inside, "profile.", 8) == 0)
    return PLACEHOLDER_PROFILE;
  char *colon = strchr(inside, ':');
  if (!colon)
    return PLACEHOLDER_UNKNOWN;
  *name = colon + 1;
  if (strncmp(inside, "section:", 8) == 0)
    return PLACEHOLDER_SECTION;
  char *bar = strchr(inside, '|');
  if (strncmp(inside, "choice:", 7) == 0 && bar) {
    *bar = '\0';
    *options = bar + 1;
    return PLACEHOLDER_CHOICE;
  }
  *name = inside;
  return PLACEHOLDER_UNKNOWN;
}

void placeholders_fill(struct strbuf *out, const char *text, placeholder_replace *replace,
                       void *context) {
  while (*text) {
    size_t plain = strcspn(text, "{");
    strbuf_add_bytes(out, text, plain);
    text += plain;
    size_t length = *text ? strcspn(text + 1, "{}") : 0;
    if (*text && text[1 + length] == '}') {
      char *inside = memory_dup_length(text + 1, length);
      const char *name, *options;
      enum placeholder_kind kind = split(inside, &name, &options);
      replace(context, kind, name, options, out);
      free(inside);
      text += length + 2;
    } else if (*text) {
      strbuf_add_char(out, *text++);
    }
  }
}

/* --- words --- */

static bool is_letter(char c) {
  unsigned char byte = (unsigned char)c;
  return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= '0' && byte <= '9');
}

static char lower(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_space(char c) {
  return c == ' ' || c == '\n';
}

static bool words_begin(const char *text, const char *words) {
  while (*words) {
    if (is_space(*words) && is_space(*text)) {
      text += strspn(text, " \n");
      words += strspn(words, " \n");
    } else if (lower(*text) == lower(*words)) {
      text++;
      words++;
    } else {
      return false;
    }
  }
  return !is_letter(*text);
}

const char *words_find(const char *text, const char *words) {
  if (!*words)
    return NULL;
  for (const char *at = text; *at; at++)
    if ((at == text || !is_letter(at[-1])) && words_begin(at, words))
      return at;
  return NULL;
}

bool words_occur(const char *text, const char *words) {
  return words_find(text, words) != NULL;
}
