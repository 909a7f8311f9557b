/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yaml/node.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/language.h"
#include "yaml/clean.h"

enum { NOT_FOUND = -1 };

static long key_index(const struct node *mapping, const char *key) {
  if (!mapping || mapping->kind != NODE_MAPPING)
    return NOT_FOUND;
  for (size_t i = 0; i < mapping->count; i++)
    if (!strcmp(mapping->keys[i]->text, key))
      return (long)i;
  return NOT_FOUND;
}

struct node *node_get(const struct node *mapping, const char *key) {
  long index = key_index(mapping, key);
  return index == NOT_FOUND ? NULL : mapping->items[index];
}

const char *node_text(const struct node *mapping, const char *key) {
  const struct node *value = node_get(mapping, key);
  return value && value->kind == NODE_SCALAR ? value->text : NULL;
}

const char *node_kind_name(const struct node *node) {
  if (!node)
    return _("nothing");
  switch (node->kind) {
  case NODE_SCALAR:
    return _("a text");
  case NODE_SEQUENCE:
    return _("a list");
  case NODE_MAPPING:
    return _("a mapping");
  }
  return "";
}

static struct node *new_node(struct arena *arena, enum node_kind kind) {
  struct node *node = arena_alloc(arena, sizeof *node);
  node->kind = kind;
  return node;
}

struct node *node_new_scalar(struct arena *arena, const char *text, bool quoted) {
  struct node *node = new_node(arena, NODE_SCALAR);
  node->text = clean_dup(arena, text, strlen(text), UTF8_MANY_LINES);
  node->quoted = quoted;
  return node;
}

struct node *node_new_sequence(struct arena *arena) {
  return new_node(arena, NODE_SEQUENCE);
}

struct node *node_new_mapping(struct arena *arena) {
  return new_node(arena, NODE_MAPPING);
}

static struct node **grown(struct arena *arena, struct node **old, size_t count, size_t capacity) {
  struct node **new = arena_alloc(arena, capacity * sizeof *new);
  if (count)
    memcpy(new, old, count * sizeof *new);
  return new;
}

static void make_room(struct arena *arena, struct node *node) {
  if (node->count < node->capacity)
    return;
  node->capacity = node->capacity ? 2 * node->capacity : 4;
  node->items = grown(arena, node->items, node->count, node->capacity);
  if (node->kind == NODE_MAPPING)
    node->keys = grown(arena, node->keys, node->count, node->capacity);
}

void node_append(struct arena *arena, struct node *sequence, struct node *item) {
  assert(sequence->kind == NODE_SEQUENCE);
  make_room(arena, sequence);
  sequence->items[sequence->count++] = item;
}

void node_set(struct arena *arena, struct node *mapping, const char *key, struct node *value) {
  assert(mapping->kind == NODE_MAPPING);
  long index = key_index(mapping, key);
  if (index != NOT_FOUND) {
    mapping->items[index] = value;
    return;
  }
  make_room(arena, mapping);
  struct node *name = new_node(arena, NODE_SCALAR);
  name->text = clean_dup(arena, key, strlen(key), UTF8_ONE_LINE);
  mapping->keys[mapping->count] = name;
  mapping->items[mapping->count++] = value;
}

void node_set_text(struct arena *arena, struct node *mapping, const char *key, const char *text) {
  if (text)
    node_set(arena, mapping, key, node_new_scalar(arena, text, true));
}

void node_remove(struct node *mapping, const char *key) {
  long index = key_index(mapping, key);
  if (index == NOT_FOUND)
    return;
  size_t behind = mapping->count - (size_t)index - 1;
  memmove(mapping->items + index, mapping->items + index + 1, behind * sizeof *mapping->items);
  memmove(mapping->keys + index, mapping->keys + index + 1, behind * sizeof *mapping->keys);
  mapping->count--;
}

static struct node **copies(struct arena *arena, struct node *const *from, size_t count) {
  struct node **to = arena_alloc(arena, count * sizeof *to);
  for (size_t i = 0; i < count; i++)
    to[i] = node_copy(arena, from[i]);
  return to;
}

struct node *node_copy(struct arena *arena, const struct node *node) {
  struct node *copy = arena_alloc(arena, sizeof *copy);
  *copy = *node;
  copy->file = arena_dup(arena, node->file);
  copy->capacity = node->count;
  if (node->kind == NODE_SCALAR)
    copy->text = arena_dup(arena, node->text);
  else
    copy->items = copies(arena, node->items, node->count);
  if (node->kind == NODE_MAPPING)
    copy->keys = copies(arena, node->keys, node->count);
  return copy;
}

bool node_equal(const struct node *a, const struct node *b) {
  if (a->kind != b->kind || a->count != b->count)
    return false;
  if (a->kind == NODE_SCALAR)
    return !strcmp(a->text, b->text);
  for (size_t i = 0; i < a->count; i++) {
    if (a->kind == NODE_MAPPING && strcmp(a->keys[i]->text, b->keys[i]->text) != 0)
      return false;
    if (!node_equal(a->items[i], b->items[i]))
      return false;
  }
  return true;
}
