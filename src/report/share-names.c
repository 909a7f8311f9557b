/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be a name. Nothing is taken out for it: no program can tell. */
#include <string.h>

#include "report/share-scan.h"

enum { SHORT_FORM_LIMIT = 4 };

static size_t length_of(const struct scan *scan, size_t word) {
  return scan->words[word].end - scan->words[word].begin;
}

/* "ICE", "DHS" */
static bool is_short_form(const struct scan *scan, size_t word) {
  size_t begin = scan->words[word].begin, end = scan->words[word].end;
  if (end - begin < 2 || end - begin > SHORT_FORM_LIMIT)
    return false;
  for (size_t at = begin; at < end; at++)
    if (scan->chars[at].class != TEXT_UPPER)
      return false;
  return true;
}

static bool is_capital(const struct scan *scan, size_t word) {
  const struct scan_char *first = &scan->chars[scan->words[word].begin];
  return first->class == TEXT_UPPER && !first->taken;
}

static bool may_be_name(const struct scan *scan, size_t word) {
  return word < scan->word_count && is_capital(scan, word) && !is_short_form(scan, word) &&
         !scan_is_one_of(scan->words[word].key, share_no_name_words);
}

/* A full stop belongs to a name only behind one letter: "R. Diaz". */
static bool goes_on(const struct scan *scan, size_t word) {
  return scan_gap(scan, word, " '-", 2) ||
         (length_of(scan, word) == 1 && scan_gap(scan, word, " .", 2));
}

/* Behind the last word of a name that begins at `word`. */
static size_t name_end(const struct scan *scan, size_t word) {
  size_t end = word + 1;
  for (;;) {
    size_t next = end;
    while (next < end + 3 && goes_on(scan, next - 1) && !may_be_name(scan, next) &&
           scan_is_one_of(scan->words[next].key, share_name_links))
      next++;
    if (!goes_on(scan, next - 1) || !may_be_name(scan, next))
      return end;
    end = next + 1;
  }
}

static bool has_title(const struct scan *scan, size_t word) {
  return word && scan_gap(scan, word - 1, " .", 2) &&
         scan_is_one_of(scan->words[word - 1].key, share_title_words);
}

static size_t try_name(struct scan *scan, size_t word) {
  size_t end = name_end(scan, word), first = word;
  bool titled = has_title(scan, word);
  if (titled)
    first = word - 1;
  else if (end - word < 2)
    return end;
  scan_take(scan, scan->words[first].begin, scan->words[end - 1].end, SHARE_MAYBE_NAME);
  return end;
}

/* Once a text: its first letters of such a script. */
static void try_script(struct scan *scan) {
  for (size_t word = 0; word < scan->word_count; word++) {
    const struct scan_char *first = &scan->chars[scan->words[word].begin];
    if (first->class == TEXT_UNCASED && !first->taken) {
      scan_take(scan, scan->words[word].begin, scan->words[word].begin + 1, SHARE_MAYBE_SCRIPT);
      return;
    }
  }
}

void share_find_names(struct scan *scan) {
  for (size_t word = 0; word < scan->word_count;)
    word = may_be_name(scan, word) ? try_name(scan, word) : word + 1;
  try_script(scan);
}
