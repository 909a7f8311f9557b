/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"

enum { FIRST_BLOCK = 4096, LARGEST_BLOCK = 256 * 1024 };

struct block {
  struct block *next;
  size_t used, size;
  max_align_t bytes[];
};

struct arena {
  struct block *blocks; /* the first is the one in use */
  size_t next_size;
  size_t held;
};

struct arena *arena_new(void) {
  struct arena *arena = memory_new(sizeof *arena);
  *arena = (struct arena){NULL, FIRST_BLOCK, sizeof *arena};
  return arena;
}

void arena_free(struct arena *arena) {
  if (!arena)
    return;
  for (struct block *block = arena->blocks, *next; block; block = next) {
    next = block->next;
    free(block);
  }
  free(arena);
}

static struct block *block_new(struct arena *arena, size_t size) {
  struct block *block = memory_new(sizeof *block + size);
  *block = (struct block){.size = size};
  arena->held += sizeof *block + size;
  return block;
}

/* A large object gets a block of its own behind the one in use, which can still be filled. */
static struct block *block_for(struct arena *arena, size_t size) {
  struct block *current = arena->blocks;
  if (current && size > arena->next_size / 4) {
    struct block *own = block_new(arena, size);
    own->next = current->next;
    current->next = own;
    return own;
  }
  struct block *block = block_new(arena, size > arena->next_size ? size : arena->next_size);
  block->next = current;
  arena->blocks = block;
  if (arena->next_size < LARGEST_BLOCK)
    arena->next_size *= 2;
  return block;
}

static void *take(struct arena *arena, size_t size, size_t alignment) {
  struct block *block = arena->blocks;
  size_t start = block ? (block->used + alignment - 1) & ~(alignment - 1) : 0;
  if (!block || start > block->size || size > block->size - start) {
    block = block_for(arena, size);
    start = 0;
  }
  block->used = start + size;
  return (char *)block->bytes + start;
}

void *arena_alloc(struct arena *arena, size_t size_bytes) {
  if (size_bytes > SIZE_MAX / 2)
    fatal(_("out of memory"));
  void *object = take(arena, size_bytes ? size_bytes : 1, _Alignof(max_align_t));
  return memset(object, 0, size_bytes);
}

char *arena_dup(struct arena *arena, const char *text) {
  return text ? arena_dup_length(arena, text, strlen(text)) : NULL;
}

char *arena_dup_length(struct arena *arena, const char *text, size_t length_bytes) {
  if (length_bytes > SIZE_MAX / 2)
    fatal(_("out of memory"));
  char *copy = take(arena, length_bytes + 1, 1);
  memcpy(copy, text, length_bytes);
  copy[length_bytes] = '\0';
  return copy;
}

/* Mostly few characters: they are formatted once only. */
char *arena_format(struct arena *arena, const char *format, ...) {
  char few[128];
  va_list args;
  va_start(args, format);
  int needed = vsnprintf(few, sizeof few, format, args);
  va_end(args);
  size_t length = needed > 0 ? (size_t)needed : 0;
  if (length < sizeof few)
    return arena_dup_length(arena, few, length);
  char *text = take(arena, length + 1, 1);
  va_start(args, format);
  vsnprintf(text, length + 1, format, args);
  va_end(args);
  return text;
}

size_t arena_size_bytes(const struct arena *arena) {
  return arena->held;
}
