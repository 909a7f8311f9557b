/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

static size_t least(size_t a, size_t b) {
  return a < b ? a : b;
}

/* Insert, delete, replace, or swap two neighbours ("optimal string alignment"). Of the table of
 * distances between the beginnings of a and b only three rows are kept. */
size_t text_distance(const char *a, const char *b) {
  size_t length = strlen(b), width = length + 1;
  size_t *rows = memory_new_zeroed(3 * width, sizeof *rows);
  size_t *before = rows, *last = rows + width, *row = rows + 2 * width;
  for (size_t j = 0; j <= length; j++)
    row[j] = j;
  for (size_t i = 1; a[i - 1]; i++) {
    size_t *oldest = before;
    before = last;
    last = row;
    row = oldest;
    row[0] = i;
    for (size_t j = 1; j <= length; j++) {
      row[j] = least(least(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] != b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = least(row[j], before[j - 2] + 1);
    }
  }
  size_t distance = row[length];
  free(rows);
  return distance;
}

static size_t most_edits(size_t length) {
  return length <= 3 ? 1 : length <= 7 ? 2 : 3;
}

const char *text_nearest(const char *word, const char *const *known) {
  size_t length = strlen(word), nearest_distance = most_edits(length) + 1;
  const char *nearest = NULL;
  for (; *known; known++) {
    size_t known_length = strlen(*known);
    size_t difference = length > known_length ? length - known_length : known_length - length;
    size_t distance = difference < nearest_distance ? text_distance(word, *known) : difference;
    if (distance < nearest_distance && distance < known_length) {
      nearest = *known;
      nearest_distance = distance;
    }
  }
  return nearest;
}
