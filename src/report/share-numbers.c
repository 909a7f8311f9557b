/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers: of telephones, of persons, and long ones that nobody can tell. */
#include <string.h>

#include "report/share-scan.h"

enum { GROUPS_LIMIT = 16, PHONE_LEAST = 7, PHONE_MOST = 15, LONG_LEAST = 7 };

/* Digits with breaks between them: "(312) 555-0101". */
struct number {
  size_t begin, end; /* characters */
  bool plus;
  size_t digits, group_count;
  size_t lengths[GROUPS_LIMIT]; /* of the groups; more than there is room for are only counted */
  unsigned values[GROUPS_LIMIT];
  uint32_t breaks[GROUPS_LIMIT]; /* the first character behind a group */
};

static bool is_break(const struct scan *scan, size_t at) {
  uint32_t code = scan->chars[at].code;
  return at < scan->count && code < 0x80 && strchr(" -.()/", (int)code) && code;
}

/* Where the next group begins; 0: there is none. */
static size_t next_group(const struct scan *scan, size_t at) {
  size_t end = at;
  bool dot = false;
  while (end < at + 3 && is_break(scan, end))
    dot = scan->chars[end++].code == '.' || dot;
  return end > at && scan_is_digit(scan, end) && (!dot || end == at + 1) ? end : 0;
}

static size_t read_group(const struct scan *scan, struct number *number, size_t at) {
  size_t begin = at;
  unsigned value = 0;
  for (; scan_is_digit(scan, at); at++)
    value = value < 100000 ? value * 10 + (scan->chars[at].code - '0') : value;
  if (number->group_count < GROUPS_LIMIT) {
    number->lengths[number->group_count] = at - begin;
    number->values[number->group_count] = value;
    number->breaks[number->group_count] = at < scan->count ? scan->chars[at].code : 0;
  }
  number->group_count++;
  number->digits += at - begin;
  return at;
}

static struct number read_number(const struct scan *scan, size_t at) {
  struct number number = {.begin = at};
  for (size_t next = at; next || number.group_count == 0; next = next_group(scan, number.end))
    number.end = read_group(scan, &number, next);
  if (number.begin && scan->chars[number.begin - 1].code == '(')
    number.begin--;
  if (number.begin && scan->chars[number.begin - 1].code == '+') {
    number.begin--;
    number.plus = true;
  }
  return number;
}

/* --- what it is
 * ----------------------------------------------------------------------------------*/

static bool is_year(const struct number *number, size_t group) {
  return number->lengths[group] == 4 && number->values[group] >= 1800 &&
         number->values[group] < 2200;
}

static bool is_short(const struct number *number, size_t group) {
  return number->lengths[group] <= 2;
}

/* Three groups that are a date: "2026-11-22", "11/22/2026". */
static bool begins_with_date(const struct number *number) {
  if (number->group_count < 3 || !is_short(number, 1))
    return false;
  return (is_year(number, 0) && is_short(number, 2)) || (is_short(number, 0) && is_year(number, 2));
}

static bool is_date(const struct number *number) {
  if (number->group_count == 2)
    return is_year(number, 0) && is_year(number, 1);
  return number->group_count == 3 && begins_with_date(number);
}

static bool has_shape(const struct number *number, const char *lengths) {
  if (number->group_count != strlen(lengths))
    return false;
  for (size_t i = 0; lengths[i]; i++)
    if (number->lengths[i] != (size_t)(lengths[i] - '0'))
      return false;
  return true;
}

/* "1 234 567": as well a count as a telephone. */
static bool is_thousands(const struct number *number) {
  if (number->group_count < 2 || number->group_count > GROUPS_LIMIT || number->lengths[0] > 3)
    return false;
  for (size_t i = 1; i < number->group_count; i++)
    if (number->lengths[i] != 3 || number->breaks[i - 1] == '-' ||
        number->breaks[i - 1] != number->breaks[0])
      return false;
  return true;
}

static bool is_card(const struct number *number) {
  if (number->digits < 13 || number->digits > 19 || number->group_count < 4 ||
      number->group_count > 5)
    return false;
  for (size_t i = 0; i + 1 < number->group_count; i++)
    if (number->lengths[i] != 4)
      return false;
  return true;
}

/* "A 123 456 789", "A# 123456789": the number of an alien. */
static bool is_alien(const struct scan *scan, const struct number *number) {
  size_t at = number->begin, limit = at > 3 ? at - 3 : 0;
  if (number->digits != 8 && number->digits != 9)
    return false;
  while (at > limit && (scan->chars[at - 1].code == ' ' || scan->chars[at - 1].code == '#' ||
                        scan->chars[at - 1].code == '-'))
    at--;
  return at && scan->chars[at - 1].code == 'A' && (at == 1 || !scan_is_word(scan, at - 2));
}

static bool is_id(const struct scan *scan, const struct number *number) {
  return has_shape(number, "324") || is_card(number) || is_alien(scan, number);
}

static bool follows_phone_word(const struct scan *scan, const struct number *number) {
  size_t word = scan_word_before(scan, number->begin);
  if (word == SIZE_MAX || number->begin - scan->words[word].end > 3)
    return false;
  for (size_t at = scan->words[word].end; at < number->begin; at++)
    if (scan->chars[at].class == TEXT_LINE_END)
      return false;
  return scan_is_one_of(scan->words[word].key, share_phone_words);
}

static bool is_one_group_phone(const struct scan *scan, const struct number *number) {
  size_t first = number->end - number->digits;
  return number->digits == 10 || (number->digits == 11 && scan->chars[first].code == '1');
}

static bool is_two_group_phone(const struct scan *scan, const struct number *number) {
  bool dashed = number->breaks[0] == '-';
  if (has_shape(number, "34"))
    return dashed || number->breaks[0] == '.';
  if (number->lengths[0] == 3 && (number->lengths[1] == 7 || number->lengths[1] == 6))
    return true;
  size_t first = number->begin + (scan->chars[number->begin].code == '(');
  return number->digits >= 8 && scan->chars[first].code == '0';
}

static bool is_phone(const struct scan *scan, const struct number *number) {
  if (number->plus || follows_phone_word(scan, number))
    return number->digits >= (number->plus ? PHONE_LEAST : 5);
  if (number->digits < PHONE_LEAST || is_thousands(number))
    return false;
  if (number->group_count == 1)
    return is_one_group_phone(scan, number);
  if (number->group_count == 2)
    return is_two_group_phone(scan, number);
  return true;
}

/* "41.8781": so exact a place on the map. */
static bool is_position(const struct number *number) {
  return number->group_count == 2 && number->breaks[0] == '.' && number->lengths[1] >= 4 &&
         number->lengths[0] <= 3;
}

static bool is_kind(const struct scan *scan, const struct number *number, enum share_kind *kind) {
  if (is_date(number))
    return false;
  if (is_id(scan, number))
    *kind = SHARE_ID;
  else if (is_phone(scan, number))
    *kind = SHARE_PHONE;
  else if (number->digits >= LONG_LEAST || is_position(number))
    *kind = SHARE_MAYBE_NUMBER;
  else
    return false;
  return true;
}

/* A date with a number behind it: only what follows is looked at. */
static size_t skip_date(const struct scan *scan, const struct number *number, size_t at) {
  if (number->plus || number->group_count <= 3 || !begins_with_date(number))
    return at;
  for (size_t group = 0; group < 3; group++) {
    while (scan_is_digit(scan, at))
      at++;
    at = next_group(scan, at);
  }
  return at;
}

void share_find_numbers(struct scan *scan) {
  for (size_t at = 0; at < scan->count; at++) {
    if (!scan_is_digit(scan, at) || scan->chars[at].taken)
      continue;
    struct number number = read_number(scan, at);
    size_t rest = skip_date(scan, &number, at);
    if (rest > at)
      number = read_number(scan, rest);
    enum share_kind kind;
    if (is_kind(scan, &number, &kind))
      scan_take(scan, number.begin, number.end, kind);
    at = number.end;
  }
}
