/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/error.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/strbuf.h"
#include "base/utf8.h"

void faults_add(struct faults *faults, enum fault_weight weight, const char *file, size_t line,
                size_t column, const char *format, ...) {
  struct strbuf message;
  strbuf_init(&message);
  va_list args;
  va_start(args, format);
  strbuf_addv(&message, format, args);
  va_end(args);
  MEMORY_GROW(faults->items, faults->count, faults->capacity);
  faults->items[faults->count++] =
      (struct fault){weight, utf8_clean_dup(file ? file : "", UTF8_ONE_LINE), line, column,
                     utf8_clean_dup(message.text, UTF8_ONE_LINE)};
  strbuf_release(&message);
  if (weight == FAULT_ERROR)
    faults->errors++;
}

static int compare_numbers(size_t a, size_t b) {
  return (a > b) - (a < b);
}

/* Faults of the same place keep their order: that of their addresses. */
static int compare(const void *first, const void *second) {
  const struct fault *a = *(const struct fault *const *)first;
  const struct fault *b = *(const struct fault *const *)second;
  int order = strcmp(a->file, b->file);
  if (!order)
    order = compare_numbers(a->line, b->line);
  if (!order)
    order = compare_numbers(a->column, b->column);
  return order ? order : (a > b) - (a < b);
}

void faults_sort(struct faults *faults) {
  if (faults->count < 2)
    return;
  struct fault **order = memory_new_zeroed(faults->count, sizeof *order);
  for (size_t i = 0; i < faults->count; i++)
    order[i] = &faults->items[i];
  qsort(order, faults->count, sizeof *order, compare);
  struct fault *sorted = memory_new_zeroed(faults->capacity, sizeof *sorted);
  for (size_t i = 0; i < faults->count; i++)
    sorted[i] = *order[i];
  free(order);
  free(faults->items);
  faults->items = sorted;
}

void faults_release(struct faults *faults) {
  for (size_t i = 0; i < faults->count; i++) {
    free(faults->items[i].file);
    free(faults->items[i].message);
  }
  free(faults->items);
  *faults = (struct faults)FAULTS_INIT;
}
