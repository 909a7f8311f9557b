/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yaml/duplicate.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "yaml/node.h"

static int by_text_and_place(const void *left, const void *right) {
  const struct node *a = *(struct node *const *)left, *b = *(struct node *const *)right;
  int order = strcmp(a->text, b->text);
  if (order)
    return order;
  if (a->line != b->line)
    return a->line < b->line ? -1 : 1;
  return (a->column > b->column) - (a->column < b->column);
}

/* Most keys differ in their first character. */
static bool is_same(const char *a, const char *b) {
  return *a == *b && !strcmp(a, b);
}

static const struct node *find_among_few(const struct node *mapping, size_t *before_line) {
  for (size_t i = 1; i < mapping->count; i++)
    for (size_t j = 0; j < i; j++)
      if (is_same(mapping->keys[i]->text, mapping->keys[j]->text)) {
        *before_line = mapping->keys[j]->line;
        return mapping->keys[i];
      }
  return NULL;
}

static const struct node *find_among_many(const struct node *mapping, size_t *before_line) {
  const struct node *found = NULL;
  struct node **sorted = memory_new(mapping->count * sizeof *sorted);
  memcpy(sorted, mapping->keys, mapping->count * sizeof *sorted);
  qsort(sorted, mapping->count, sizeof *sorted, by_text_and_place);
  for (size_t i = 1; i < mapping->count && !found; i++)
    if (!strcmp(sorted[i - 1]->text, sorted[i]->text)) {
      *before_line = sorted[i - 1]->line;
      found = sorted[i];
    }
  free(sorted);
  return found;
}

const struct node *duplicate_key(const struct node *mapping, size_t *before_line) {
  enum { FEW = 12 };
  return mapping->count <= FEW ? find_among_few(mapping, before_line)
                               : find_among_many(mapping, before_line);
}
