/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory that is given back all at once. A checklist and a document live in an arena each. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena; /* opaque */

struct arena *arena_new(void);
void arena_free(struct arena *arena); /* accepts NULL */

void *arena_alloc(struct arena *arena, size_t size_bytes); /* zeroed, aligned for any object */
char *arena_dup(struct arena *arena, const char *text);    /* NULL in, NULL out */
char *arena_dup_length(struct arena *arena, const char *text, size_t length_bytes);
char *arena_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
size_t arena_size_bytes(const struct arena *arena); /* what it holds from the system */

#endif
