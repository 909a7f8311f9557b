/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How hard a text is to read: the Flesch-Kincaid grade, by a heuristic for English syllables.
 *
 * A word is a run of letters, digits, apostrophes and hyphens that has a letter or digit. A
 * sentence ends at . ! or ? that a space, a quote or the end of the text follows, at a blank line,
 * and at the end of a list item; not after a single letter ("U.S.") or an abbreviation such as "v."
 * or "No.".
 *
 * Syllables of a word: its groups of vowels (a e i o u y), less a silent "e" at its end ("hole",
 * "named", "places" where it is silent), more one for pairs that are spoken apart ("create",
 * "client"). A number counts one. An abbreviation in capitals counts one for each letter, or as a
 * word where it is spoken as one ("ICE"). */
#ifndef TESTS_CONTENT_READING_H
#define TESTS_CONTENT_READING_H

#include <stddef.h>

struct reading {
  size_t words, sentences, syllables;
  size_t longest_sentence; /* words */
};

size_t reading_syllables(const char *word, size_t length);
struct reading reading_of(const char *text);
/* Flesch-Kincaid grade times ten; 0 for a text without words. */
int reading_grade_tenths(const struct reading *reading);

#endif
