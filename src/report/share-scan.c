/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/share-scan.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

static void add_char(struct scan *scan, uint32_t code, size_t at) {
  enum text_class class = code ? text_class(code) : TEXT_OTHER;
  if (class == TEXT_UNSEEN)
    return;
  uint32_t plain = text_plain(code);
  if (plain != code)
    class = text_class(plain);
  if (scan->count == scan->capacity) {
    scan->capacity = scan->capacity ? 2 * scan->capacity : 128;
    scan->chars = memory_resize(scan->chars, scan->capacity, sizeof *scan->chars);
  }
  scan->chars[scan->count++] = (struct scan_char){plain, class, at, false};
}

static void read_chars(struct scan *scan) {
  size_t length = strlen(scan->text), at = 0, size;
  uint32_t code;
  for (; (size = utf8_decode(scan->text + at, length - at, &code)); at += size)
    add_char(scan, code, at);
  add_char(scan, 0, length);
  scan->count--;
}

bool scan_is_letter(const struct scan *scan, size_t at) {
  enum text_class class = scan->chars[at].class;
  return class == TEXT_LOWER || class == TEXT_UPPER || class == TEXT_UNCASED;
}

bool scan_is_digit(const struct scan *scan, size_t at) {
  return scan->chars[at].class == TEXT_DIGIT;
}

bool scan_is_word(const struct scan *scan, size_t at) {
  return scan_is_letter(scan, at) || scan_is_digit(scan, at) || scan->chars[at].class == TEXT_MARK;
}

static void add_word(struct scan *scan, size_t begin, size_t end) {
  size_t from = scan->chars[begin].at;
  char *bytes = memory_dup_length(scan->text + from, scan->chars[end].at - from);
  if (scan->word_count == scan->word_capacity) {
    scan->word_capacity = scan->word_capacity ? 2 * scan->word_capacity : 32;
    scan->words = memory_resize(scan->words, scan->word_capacity, sizeof *scan->words);
  }
  scan->words[scan->word_count++] = (struct scan_word){begin, end, text_search_key(bytes)};
  free(bytes);
}

static void read_words(struct scan *scan) {
  for (size_t at = 0; at < scan->count; at++) {
    if (!scan_is_word(scan, at))
      continue;
    size_t begin = at;
    while (scan_is_word(scan, at))
      at++;
    add_word(scan, begin, at);
  }
}

void scan_init(struct scan *scan, const char *text) {
  *scan = (struct scan){.text = text};
  read_chars(scan);
  read_words(scan);
}

void scan_release(struct scan *scan) {
  for (size_t i = 0; i < scan->word_count; i++)
    free(scan->words[i].key);
  free(scan->words);
  free(scan->chars);
  free(scan->spans);
}

static bool is_taken(const struct scan *scan, size_t begin, size_t end) {
  for (size_t at = begin; at < end; at++)
    if (scan->chars[at].taken)
      return true;
  return false;
}

void scan_take(struct scan *scan, size_t begin, size_t end, enum share_kind kind) {
  if (begin >= end || is_taken(scan, begin, end))
    return;
  if (scan->span_count == scan->span_capacity) {
    scan->span_capacity = scan->span_capacity ? 2 * scan->span_capacity : 16;
    scan->spans = memory_resize(scan->spans, scan->span_capacity, sizeof *scan->spans);
  }
  scan->spans[scan->span_count++] = (struct scan_span){begin, end, kind};
  for (size_t at = begin; at < end; at++)
    scan->chars[at].taken = true;
}

bool scan_gap(const struct scan *scan, size_t word, const char *allowed, size_t limit) {
  if (word + 1 >= scan->word_count)
    return false;
  size_t from = scan->words[word].end, to = scan->words[word + 1].begin;
  for (size_t at = from; at < to; at++)
    if (scan->chars[at].code >= 0x80 || !strchr(allowed, (int)scan->chars[at].code))
      return false;
  return to - from <= limit;
}

size_t scan_word_before(const struct scan *scan, size_t at) {
  size_t low = 0, high = scan->word_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (scan->words[middle].end <= at)
      low = middle + 1;
    else
      high = middle;
  }
  return low ? low - 1 : SIZE_MAX;
}

bool scan_is_one_of(const char *key, const char *const *list) {
  for (; *list; list++)
    if (strcmp(*list, key) == 0)
      return true;
  return false;
}
