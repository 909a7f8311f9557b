/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "base/language.h"

static void (*restore_terminal)(void);

void fatal_set_restore(void (*restore)(void)) {
  restore_terminal = restore;
}

void fatal(const char *what) {
  void (*restore)(void) = restore_terminal;
  restore_terminal = NULL;
  if (restore)
    restore();
  fprintf(stderr, "disentangle: %s\n", what);
  exit(EX_SOFTWARE);
}

static void *checked(void *memory) {
  if (!memory)
    fatal(_("out of memory"));
  return memory;
}

void *memory_new(size_t size_bytes) {
  return checked(malloc(size_bytes ? size_bytes : 1));
}

void *memory_new_zeroed(size_t count, size_t size_bytes) {
  return checked(count && size_bytes ? calloc(count, size_bytes) : calloc(1, 1));
}

void *memory_resize(void *old, size_t count, size_t size_bytes) {
  return checked(count && size_bytes ? reallocarray(old, count, size_bytes) : realloc(old, 1));
}

char *memory_dup(const char *text) {
  return text ? memory_dup_length(text, strlen(text)) : NULL;
}

char *memory_dup_length(const char *text, size_t length_bytes) {
  if (length_bytes == SIZE_MAX)
    fatal(_("out of memory"));
  char *copy = memory_new(length_bytes + 1);
  memcpy(copy, text, length_bytes);
  copy[length_bytes] = '\0';
  return copy;
}
