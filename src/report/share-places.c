/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Street addresses, in the orders that are usual where people come from. */
#include <string.h>

#include "report/share-scan.h"

enum { STREET_WORDS_LIMIT = 5, HOUSE_DIGITS_LIMIT = 6, BLOCK_LIMIT = 14 };

static bool is_in_list(const struct scan *scan, size_t word, const char *const *list) {
  return word < scan->word_count && scan_is_one_of(scan->words[word].key, list);
}

/* "12", "12B", "1-2"; not "287g" in a law, which has its bracket, nor "2018th". */
static bool is_house(const struct scan *scan, size_t word) {
  if (word >= scan->word_count)
    return false;
  size_t at = scan->words[word].begin, end = scan->words[word].end, begin = at;
  while (at < end && scan_is_digit(scan, at))
    at++;
  return at > begin && at - begin <= HOUSE_DIGITS_LIMIT && end - at <= 1;
}

static bool is_named(const struct scan *scan, size_t word) {
  enum text_class class = scan->chars[scan->words[word].begin].class;
  return class == TEXT_UPPER || class == TEXT_DIGIT || class == TEXT_UNCASED;
}

static bool looks_like_year(const struct scan *scan, size_t word) {
  const char *key = scan->words[word].key;
  return strlen(key) == 4 && (!strncmp(key, "18", 2) || !strncmp(key, "19", 2) ||
                              !strncmp(key, "20", 2) || !strncmp(key, "21", 2));
}

/* With ", Apt. 4B" and "#4". */
static size_t with_flat(const struct scan *scan, size_t last) {
  if (scan_gap(scan, last, " ,.", 3) && is_in_list(scan, last + 1, share_flat_words) &&
      scan_gap(scan, last + 1, " .#", 3))
    return last + 2;
  if (scan_gap(scan, last, " ,#", 3) && scan->chars[scan->words[last + 1].begin - 1].code == '#')
    return last + 1;
  return last;
}

static void take(struct scan *scan, size_t first, size_t last, enum share_kind kind) {
  if (kind == SHARE_ADDRESS)
    last = with_flat(scan, last);
  scan_take(scan, scan->words[first].begin, scan->words[last].end, kind);
}

/* --- "12 Elm Street"
 * -----------------------------------------------------------------------------*/

/* The word that says what kind of street it is; 0: there is none. */
static size_t find_type(const struct scan *scan, size_t house) {
  for (size_t word = house + 1; word <= house + STREET_WORDS_LIMIT; word++) {
    if (!scan_gap(scan, word - 1, " .'-", 2))
      return 0;
    if (word > house + 1 &&
        (is_in_list(scan, word, share_street_words) || is_in_list(scan, word, share_street_maybe)))
      return word;
  }
  return 0;
}

static bool all_named(const struct scan *scan, size_t from, size_t to) {
  for (size_t word = from; word < to; word++)
    if (!is_named(scan, word))
      return false;
  return true;
}

static bool has_small_word(const struct scan *scan, size_t from, size_t to) {
  for (size_t word = from; word < to; word++)
    if (is_in_list(scan, word, share_small_words))
      return true;
  return false;
}

static void try_house_first(struct scan *scan, size_t house) {
  size_t type = is_house(scan, house) ? find_type(scan, house) : 0;
  if (!type || is_in_list(scan, type - 1, share_court_words))
    return;
  bool only = is_in_list(scan, type, share_street_words);
  bool named = all_named(scan, house + 1, type);
  bool small = has_small_word(scan, house + 1, type);
  bool whole = named && (only || (is_named(scan, type) && !looks_like_year(scan, house)));
  if (whole || (only && !small && type - house <= 3))
    take(scan, house, type, SHARE_ADDRESS);
  else if (named || (only && !small))
    take(scan, house, type, SHARE_MAYBE_ADDRESS);
}

/* --- "Calle Olmo 12", "12 rue des Ormes", "Ulmenstraße 12", "PO Box 12"
 * --------------------------*/

static void try_street_first(struct scan *scan, size_t type) {
  if (!is_in_list(scan, type, share_street_first))
    return;
  for (size_t word = type + 1; word <= type + STREET_WORDS_LIMIT; word++) {
    if (!scan_gap(scan, word - 1, " .,#-/", 4) ||
        (word == type + 1 && !is_named(scan, word) && !is_in_list(scan, word, share_name_links)))
      break;
    if (is_house(scan, word)) {
      take(scan, type, word, SHARE_ADDRESS);
      return;
    }
  }
  if (scan_gap(scan, type, " .", 2) && is_named(scan, type + 1))
    take(scan, type, type + 1, SHARE_MAYBE_ADDRESS);
}

static void try_street_after(struct scan *scan, size_t house) {
  if (!is_house(scan, house) || !scan_gap(scan, house, " ,", 2) ||
      !is_in_list(scan, house + 1, share_street_after))
    return;
  size_t last = house + 1;
  while (last < house + STREET_WORDS_LIMIT && scan_gap(scan, last, " '-", 1))
    last++;
  take(scan, house, last, SHARE_ADDRESS);
}

static bool ends_in(const char *text, const char *end) {
  size_t length = strlen(text), own = strlen(end);
  return length > own + 2 && strcmp(text + length - own, end) == 0;
}

static void try_street_in_word(struct scan *scan, size_t word) {
  const char *key = scan->words[word].key;
  if ((ends_in(key, "strasse") || ends_in(key, "stra\u00dfe") || ends_in(key, "str") ||
       ends_in(key, "gasse") || ends_in(key, "straat")) &&
      scan_gap(scan, word, " .", 2) && is_house(scan, word + 1))
    take(scan, word, word + 1, SHARE_ADDRESS);
}

static void try_box(struct scan *scan, size_t word) {
  static const char *const one[] = {"po", "pobox", "apartado", "postfach", NULL};
  static const char *const rest[] = {"o", "box", "postal", NULL};
  size_t last = word;
  if (!is_in_list(scan, word, one) && strcmp(scan->words[word].key, "p") != 0)
    return;
  while (last < word + 2 && scan_gap(scan, last, " .", 2) && is_in_list(scan, last + 1, rest))
    last++;
  bool enough = last > word || is_in_list(scan, word, one + 1);
  if (enough && scan_gap(scan, last, " .#:", 3) && is_house(scan, last + 1))
    take(scan, word, last + 1, SHARE_ADDRESS);
}

/* --- "南京路12号"
 * --------------------------------------------------------------------------------*/

static bool is_road(uint32_t code) {
  return code == 0x8def || code == 0x8857 || code == 0x5df7 || code == 0x9053 || code == 0x5f04 ||
         code == 0x6bb5 || code == 0x76ee || code == 0x753a;
}

static bool is_number_sign(uint32_t code) {
  return code == 0x53f7 || code == 0x865f || code == 0x756a;
}

static void try_number_sign(struct scan *scan, size_t at) {
  size_t begin = at;
  while (begin && (scan_is_digit(scan, begin - 1) || scan->chars[begin - 1].class == TEXT_SPACE ||
                   scan->chars[begin - 1].code == '-'))
    begin--;
  size_t digits = begin, limit = begin > BLOCK_LIMIT ? begin - BLOCK_LIMIT : 0;
  bool road = false;
  while (begin > limit &&
         (scan->chars[begin - 1].class == TEXT_UNCASED || scan_is_digit(scan, begin - 1))) {
    begin--;
    road = road || is_road(scan->chars[begin].code);
  }
  if (digits < at && road)
    scan_take(scan, begin, at + 1, SHARE_ADDRESS);
}

void share_find_addresses(struct scan *scan) {
  for (size_t word = 0; word < scan->word_count; word++) {
    try_box(scan, word);
    try_street_after(scan, word);
    try_house_first(scan, word);
    try_street_first(scan, word);
    try_street_in_word(scan, word);
  }
  for (size_t at = 0; at < scan->count; at++)
    if (is_number_sign(scan->chars[at].code))
      try_number_sign(scan, at);
}
