/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "checklist/index.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/text.h"

/* FNV-1a */
static uint32_t hash(enum id_kind kind, const char *id) {
  uint32_t value = 2166136261u ^ (uint32_t)kind;
  for (; *id; id++)
    value = (value ^ (unsigned char)*id) * 16777619u;
  return value;
}

/* The entry, or the empty slot where it belongs. */
static struct index_entry *slot(const struct index *index, enum id_kind kind, const char *id) {
  size_t at = hash(kind, id) & (index->capacity - 1);
  while (index->slots[at].id &&
         (index->slots[at].kind != kind || strcmp(index->slots[at].id, id) != 0))
    at = (at + 1) & (index->capacity - 1);
  return &index->slots[at];
}

static void grow(struct index *index) {
  struct index old = *index;
  index->capacity = old.capacity ? 4 * old.capacity : 512;
  index->slots = arena_alloc(index->arena, index->capacity * sizeof *index->slots);
  for (size_t i = 0; i < old.capacity; i++)
    if (old.slots[i].id)
      *slot(index, old.slots[i].kind, old.slots[i].id) = old.slots[i];
}

const struct index_entry *index_add(struct index *index, struct index_entry entry) {
  if (2 * index->count >= index->capacity)
    grow(index);
  struct index_entry *place = slot(index, entry.kind, entry.id);
  if (place->id)
    return place;
  *place = entry;
  index->count++;
  return NULL;
}

const struct index_entry *index_find(const struct index *index, enum id_kind kind, const char *id) {
  if (!index->capacity)
    return NULL;
  const struct index_entry *place = slot(index, kind, id);
  return place->id ? place : NULL;
}

const char *index_nearest(const struct index *index, enum id_kind kind, const char *id) {
  const char **known = memory_new_zeroed(index->count + 1, sizeof *known);
  size_t count = 0;
  for (size_t i = 0; i < index->capacity; i++)
    if (index->slots[i].id && index->slots[i].kind == kind)
      known[count++] = index->slots[i].id;
  const char *nearest = text_nearest(id, known);
  free(known);
  return nearest;
}
