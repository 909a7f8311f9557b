/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stream.h"

#include <stdlib.h>
#include <string.h>

#include <curses.h>
#include <term.h>

#include "../hostile/printable.h"
#include "base/memory.h"
#include "base/strbuf.h"

/* Sequences without their numbers, but for those that switch modes of the terminal: which mode it
 * is, is what matters there. */
static char **known;
static size_t known_count, known_capacity;

/* --- one sequence ------------------------------------------------------------------------------*/

static size_t skip(const char *bytes, size_t length, size_t at, char first, char last) {
  while (at < length && bytes[at] >= first && bytes[at] <= last)
    at++;
  return at;
}

/* The mark that the program writes for tests, and nothing else that ends like it. */
static size_t mark_length(const char *bytes, size_t length) {
  static const char start[] = "\033]7777;";
  size_t at = sizeof start - 1;
  if (length <= at || memcmp(bytes, start, at) != 0)
    return 0;
  size_t end = skip(bytes, length, at, '0', '9');
  return end > at && end < length && bytes[end] == '\a' ? end + 1 : 0;
}

/* Of a sequence that begins with an escape; 0: it is not whole. */
static size_t sequence_length(const char *bytes, size_t length) {
  if (length < 2)
    return 0;
  size_t at = 1;
  if (bytes[1] == '[')
    at = skip(bytes, length, 2, '0', '?');
  at = skip(bytes, length, at, ' ', '/');
  return at < length && bytes[at] >= '0' && bytes[at] <= '~' ? at + 1 : 0;
}

static char *shape_of(const char *bytes, size_t length) {
  struct strbuf shape;
  bool keeps_numbers = length > 2 && bytes[2] == '?';
  strbuf_init(&shape);
  for (size_t i = 0; i < length; i++)
    if (keeps_numbers || i < 2 || !strchr("0123456789;:", bytes[i]))
      strbuf_add_char(&shape, bytes[i]);
  if (keeps_numbers && bytes[length - 1] == 'l') /* what can be set can be reset */
    shape.text[length - 1] = 'h';
  return strbuf_take(&shape);
}

static bool is_known(const char *shape) {
  for (size_t i = 0; i < known_count; i++)
    if (strcmp(known[i], shape) == 0)
      return true;
  return false;
}

static void learn(const char *bytes, size_t length) {
  char *shape = shape_of(bytes, length);
  if (is_known(shape)) {
    free(shape);
    return;
  }
  MEMORY_GROW(known, known_count, known_capacity);
  known[known_count++] = shape;
}

/* --- a description -----------------------------------------------------------------------------*/

/* A number where one is printed; nothing for the rest of what is computed. */
static void add_without_parameters(struct strbuf *out, const char *text) {
  for (; *text; text++) {
    if (*text != '%') {
      strbuf_add_char(out, *text);
      continue;
    }
    text++;
    if (*text == 'p' || *text == 'P' || *text == 'g')
      text++;
    else if (*text == '\'')
      text += 2;
    else if (*text == '{')
      text += strcspn(text, "}");
    else if (*text == 'd' || *text == 'c' || *text == 's')
      strbuf_add_char(out, '1');
    if (!*text)
      return;
  }
}

static void learn_all(const char *text) {
  struct strbuf plain;
  strbuf_init(&plain);
  add_without_parameters(&plain, text);
  for (const char *at = plain.text; (at = strchr(at, '\033')); at++) {
    size_t length = sequence_length(at, strlen(at));
    if (length)
      learn(at, length);
  }
  strbuf_release(&plain);
}

bool stream_learn(const char *type) {
  static const char *const besides[] = {
      "\033[?2004h",      /* bracketed paste */
      "\033[?1006;1000h", /* the mouse, as an extension of the description has it */
  };
  if (setupterm(type, 1, NULL) != OK)
    return false;
  for (const char *const *name = (const char *const *)strnames; *name; name++) {
    const char *value = tigetstr((char *)*name);
    bool is_key = strncmp(*name, "k", 1) == 0;
    if (value && value != (const char *)-1 && !is_key)
      learn_all(value);
  }
  for (size_t i = 0; i < sizeof besides / sizeof *besides; i++)
    learn(besides[i], strlen(besides[i]));
  return true;
}

void stream_forget(void) {
  for (size_t i = 0; i < known_count; i++)
    free(known[i]);
  free(known);
  known = NULL;
  known_count = known_capacity = 0;
  del_curterm(cur_term);
}

/* --- a stream ----------------------------------------------------------------------------------*/

static size_t known_length(const char *bytes, size_t length) {
  size_t mark = mark_length(bytes, length), whole = mark ? 0 : sequence_length(bytes, length);
  if (mark || !whole)
    return mark;
  char *shape = shape_of(bytes, whole);
  size_t found = is_known(shape) ? whole : 0;
  free(shape);
  return found;
}

size_t stream_fault(const char *bytes, size_t length, size_t *sequences) {
  for (size_t at = 0; at < length;) {
    const char *escape = memchr(bytes + at, '\033', length - at);
    size_t text = escape ? (size_t)(escape - bytes) - at : length - at;
    size_t fault = printable_fault(bytes + at, text, "\r\b");
    if (fault < text)
      return at + fault;
    at += text;
    size_t sequence = at < length ? known_length(bytes + at, length - at) : 0;
    if (at < length && !sequence)
      return at;
    *sequences += sequence != 0;
    at += sequence;
  }
  return length;
}
