/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/write-parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "report/document.h"

bool target_is_web(const char *target) {
  return strncmp(target, "http://", 7) == 0 || strncmp(target, "https://", 8) == 0;
}

static bool has_anchor(const struct block *parent, const char *anchor) {
  for (const struct block *block = parent->first; block; block = block->next)
    if ((block->anchor && strcmp(block->anchor, anchor) == 0) || has_anchor(block, anchor))
      return true;
  return false;
}

bool target_is_inside(const struct document *document, const char *target) {
  return target[0] == '#' && has_anchor(document->root, target + 1);
}

bool run_shows_target(const struct run *run) {
  return run->style == RUN_LINK && run->target[0] != '#' && strcmp(run->text, run->target) != 0;
}

char *running_title(const struct document *document) {
  struct strbuf title;
  strbuf_init(&title);
  strbuf_add(&title, document->title ? document->title : "");
  if (document->place && *document->place) {
    strbuf_add(&title, title.length ? " · " : "");
    strbuf_add(&title, document->place);
  }
  return strbuf_take(&title);
}

void add_without_joints(struct strbuf *out, const char *text, size_t length) {
  static const char hyphen[] = "\u2011", space[] = "\u00a0";
  for (const char *end = text + length; text < end;) {
    size_t left = (size_t)(end - text);
    bool is_hyphen = left >= strlen(hyphen) && memcmp(text, hyphen, strlen(hyphen)) == 0;
    bool is_space = left >= strlen(space) && memcmp(text, space, strlen(space)) == 0;
    strbuf_add_char(out, is_hyphen ? '-' : is_space ? ' ' : *text);
    text += is_hyphen ? strlen(hyphen) : is_space ? strlen(space) : 1;
  }
}

/* --- direction --- */

enum direction { NEITHER, LEFT_TO_RIGHT, RIGHT_TO_LEFT };

/* Hebrew to Arabic Extended-A, the presentation forms, and the blocks of the kind in plane 1. */
static bool is_right_to_left(uint32_t code) {
  return (code >= 0x0590 && code <= 0x08ff) || (code >= 0xfb1d && code <= 0xfdff) ||
         (code >= 0xfe70 && code <= 0xfeff) || (code >= 0x10800 && code <= 0x10fff) ||
         (code >= 0x1e800 && code <= 0x1efff);
}

static bool is_left_to_right(uint32_t code) {
  return (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z') ||
         (code >= 0xc0 && code != 0xd7 && code != 0xf7 && (code < 0x2000 || code >= 0x2c00));
}

static enum direction direction_of(uint32_t code) {
  if (is_right_to_left(code))
    return RIGHT_TO_LEFT;
  return is_left_to_right(code) ? LEFT_TO_RIGHT : NEITHER;
}

static enum direction first_direction(const char *text) {
  size_t length = text ? strlen(text) : 0;
  enum direction direction = NEITHER;
  uint32_t code;
  for (size_t at = 0; at < length && direction == NEITHER;) {
    at += utf8_decode(text + at, length - at, &code);
    direction = direction_of(code);
  }
  return direction;
}

bool block_is_right_to_left(const struct block *block, bool fallback) {
  enum direction direction = NEITHER;
  for (const struct run *run = block->runs; run && direction == NEITHER; run = run->next)
    direction = first_direction(run->text);
  return direction == NEITHER ? fallback : direction == RIGHT_TO_LEFT;
}

size_t text_direction_length(const char *text, size_t length, bool *right_to_left) {
  size_t at = utf8_plain_length(text, length);
  uint32_t code;
  *right_to_left = at == 0 && first_direction(text) == RIGHT_TO_LEFT;
  while (at < length) {
    size_t size = utf8_decode(text + at, length - at, &code);
    enum direction direction = direction_of(code);
    if (direction != NEITHER && (direction == RIGHT_TO_LEFT) != *right_to_left && at > 0)
      break;
    at += size;
  }
  return at;
}

/* --- page numbers --- */

/* Formatted with numbers that no translation holds, which then mark the places. */
struct page_number page_number_parts(void) {
  static const size_t page = 700000001, count = 700000002;
  struct strbuf text;
  strbuf_init(&text);
  strbuf_addf(&text, _("Page %zu of %zu"), page, count);
  const size_t number_length = strlen("700000001");
  struct page_number parts = {{NULL}, false};
  char *at = text.text;
  for (size_t i = 0; i < 2; i++) {
    char *number = strstr(at, "70000000");
    if (!number)
      break;
    if (i == 0)
      parts.count_first = number[number_length - 1] == '2';
    *number = '\0';
    parts.words[i] = memory_dup(at);
    at = number + number_length;
  }
  for (size_t i = 0; i < 3; i++)
    if (!parts.words[i]) {
      parts.words[i] = memory_dup(at);
      at += strlen(at);
    }
  strbuf_release(&text);
  return parts;
}

void page_number_release(struct page_number *parts) {
  for (size_t i = 0; i < 3; i++)
    free(parts->words[i]);
}
