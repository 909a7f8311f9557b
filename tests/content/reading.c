/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

static bool is_vowel(char c) {
  return c && strchr("aeiouyAEIOUY", c) != NULL;
}

static bool is_word_character(char c) {
  return isalnum((unsigned char)c) || c == '\'' || c == '-' || (c & 0x80);
}

/* --- syllables --------------------------------------------------------------------------------*/

static bool ends_with(const char *word, size_t length, const char *end) {
  size_t end_length = strlen(end);
  return length > end_length && strncasecmp(word + length - end_length, end, end_length) == 0;
}

static bool is_spoken_as_word(const char *word, size_t length) {
  static const char *const spoken[] = {"ICE", "PACT", "SCAAP", "TRUST", "TRUTH"};
  for (size_t i = 0; i < sizeof spoken / sizeof *spoken; i++)
    if (strlen(spoken[i]) == length && strncmp(spoken[i], word, length) == 0)
      return true;
  return false;
}

/* An abbreviation that is spelled out. */
static bool is_abbreviation(const char *word, size_t length) {
  for (size_t i = 0; i < length; i++)
    if (!isupper((unsigned char)word[i]))
      return false;
  return length > 1 && length <= 5 && !is_spoken_as_word(word, length);
}

/* "made", "used", "forces": an e that is written and not spoken. */
static bool has_silent_e(const char *word, size_t length) {
  if (ends_with(word, length, "e"))
    return !ends_with(word, length, "le") || is_vowel(word[length - 3]);
  if (ends_with(word, length, "ed"))
    return !strchr("tdTD", word[length - 3]);
  if (ends_with(word, length, "es"))
    return !strchr("sxzcgiSXZCGI", word[length - 3]) && !ends_with(word, length, "ches") &&
           !ends_with(word, length, "shes") && has_silent_e(word, length - 1);
  return false;
}

static size_t vowel_groups(const char *word, size_t length) {
  size_t groups = 0;
  for (size_t i = 0; i < length; i++)
    groups += is_vowel(word[i]) && (i == 0 || !is_vowel(word[i - 1]));
  return groups;
}

/* Pairs of vowels that are two syllables, where they stand in a word. */
static size_t pairs_apart(const char *word, size_t length) {
  static const char *const apart[] = {
      "creat",   "client",    "scien", "quiet",  "idea",   "area",   "violat",
      "violen",  "immedia",   "media", "period", "seriou", "variou", "previou",
      "materi",  "appropria", "being", "seeing", "iation", "uation", "react",
      "reenter", "cooper",    "diar",  "soci",   "judicia"};
  size_t count = 0;
  for (size_t i = 0; i < length; i++)
    for (size_t a = 0; a < sizeof apart / sizeof *apart; a++)
      count +=
          strlen(apart[a]) <= length - i && strncasecmp(word + i, apart[a], strlen(apart[a])) == 0;
  return count;
}

/* A part without a hyphen. */
static size_t part_syllables(const char *word, size_t length) {
  size_t count = vowel_groups(word, length);
  if (count == 0)
    return 1;
  if (count > 1 && has_silent_e(word, length))
    count--;
  return count + pairs_apart(word, length);
}

size_t reading_syllables(const char *word, size_t length) {
  size_t count = 0, letters = 0;
  for (size_t i = 0; i < length; i++)
    letters += isalpha((unsigned char)word[i]) != 0;
  if (letters == 0)
    return 1;
  if (is_abbreviation(word, length))
    return length;
  for (size_t i = 0; i < length;) {
    size_t part = 0;
    while (i + part < length && word[i + part] != '-')
      part++;
    if (part)
      count += part_syllables(word + i, part);
    i += part + 1;
  }
  return count;
}

/* --- sentences --------------------------------------------------------------------------------*/

/* Is the full stop at text[at] part of the word before it? */
static bool is_abbreviating(const char *text, size_t start, size_t at) {
  static const char *const shortened[] = {"v",    "No",  "Gov", "Rev", "Stat", "Dept", "St", "Jr",
                                          "Supp", "Cir", "Del", "Ill", "Cal",  "Mass", "Ann"};
  size_t length = at - start;
  if (length == 1 && isalpha((unsigned char)text[start]))
    return true;
  for (size_t i = 0; i < sizeof shortened / sizeof *shortened; i++)
    if (strlen(shortened[i]) == length && strncmp(text + start, shortened[i], length) == 0)
      return true;
  return false;
}

static bool ends_sentence(const char *text, size_t word_start, size_t at) {
  if (text[at] == '\n')
    return text[at + 1] == '\n' || text[at + 1] == '-' || !text[at + 1];
  if (!strchr(".!?", text[at]))
    return false;
  char next = text[at + 1];
  if (next && !strchr(" \n\"')*", next))
    return false;
  return text[at] != '.' || !is_abbreviating(text, word_start, at);
}

struct counter {
  struct reading reading;
  size_t sentence; /* words so far */
};

static void end_sentence(struct counter *counter) {
  if (counter->sentence == 0)
    return;
  counter->reading.sentences++;
  if (counter->sentence > counter->reading.longest_sentence)
    counter->reading.longest_sentence = counter->sentence;
  counter->sentence = 0;
}

static void count_word(struct counter *counter, const char *word, size_t length) {
  bool counts = false;
  for (size_t i = 0; i < length; i++)
    counts = counts || isalnum((unsigned char)word[i]);
  if (!counts)
    return;
  counter->reading.words++;
  counter->reading.syllables += reading_syllables(word, length);
  counter->sentence++;
}

struct reading reading_of(const char *text) {
  struct counter counter = {{0, 0, 0, 0}, 0};
  size_t start = 0;
  for (size_t i = 0; text[i]; i++) {
    if (is_word_character(text[i]))
      continue;
    count_word(&counter, text + start, i - start);
    if (ends_sentence(text, start, i))
      end_sentence(&counter);
    start = i + 1;
  }
  count_word(&counter, text + start, strlen(text + start));
  end_sentence(&counter);
  return counter.reading;
}

int reading_grade_tenths(const struct reading *reading) {
  if (reading->words == 0)
    return 0;
  double words = (double)reading->words;
  double grade =
      0.39 * words / (double)reading->sentences + 11.8 * (double)reading->syllables / words - 15.59;
  return grade < 0 ? 0 : (int)(10 * grade + 0.5);
}
