/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory that cannot run out: the allocators end the program through fatal(), which first gives the
 * terminal back. Nothing is lost by it, for every accepted answer is already on the disk. */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stddef.h>

/* Like malloc, calloc, realloc, strdup and strndup, but never return NULL. Free with free(). */
void *memory_new(size_t size_bytes);
void *memory_new_zeroed(size_t count, size_t size_bytes);
void *memory_resize(void *old, size_t count, size_t size_bytes);
char *memory_dup(const char *text); /* NULL in, NULL out */
char *memory_dup_length(const char *text, size_t length_bytes);

/* Makes room for one more element in a growing array; doubles *capacity when count reaches it. */
#define MEMORY_GROW(array, count, capacity)                                                        \
  do {                                                                                             \
    if ((count) == (capacity)) {                                                                   \
      (capacity) = (capacity) ? 2 * (capacity) : 8;                                                \
      (array) = memory_resize((array), (capacity), sizeof *(array));                               \
    }                                                                                              \
  } while (0)

/* Called once by fatal() before it prints: gives the terminal back. NULL for none. */
void fatal_set_restore(void (*restore)(void));

/* Prints "disentangle: WHAT" on standard error and ends the program with status 70 (EX_SOFTWARE).
 */
_Noreturn void fatal(const char *what);

#endif
