/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/recent.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/environment.h"
#include "base/error.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "yaml/node.h"

static const char key[] = "sessions";

/* The list is there, even if it is empty: that is how the user said so. */
static bool is_kept(const char *file) {
  return file_exists(file);
}

static const struct node *read_list(struct arena *arena, const char *file) {
  const struct node *list = node_get(node_read_file(arena, file, NULL), key);
  return list && list->kind == NODE_SEQUENCE ? list : NULL;
}

/* The list with `first` in front, which may be NULL. */
static bool write_list(const char *file, const char *first, struct error *err) {
  struct arena *arena = arena_new();
  const struct node *before = read_list(arena, file);
  struct node *root = node_new_mapping(arena), *list = node_new_sequence(arena);
  struct strbuf text;
  strbuf_init(&text);
  if (first)
    node_append(arena, list, node_new_scalar(arena, first, true));
  for (size_t i = 0; before && i < before->count && list->count < RECENT_KEPT; i++) {
    const char *path = before->items[i]->text;
    if (before->items[i]->kind == NODE_SCALAR && (!first || strcmp(path, first) != 0))
      node_append(arena, list, node_new_scalar(arena, path, true));
  }
  node_set(arena, root, key, list);
  node_write(&text, root);
  bool done = file_replace(file, text.text, text.length, false, err);
  strbuf_release(&text);
  arena_free(arena);
  return done;
}

bool recent_begin(struct error *err) {
  char *file = environment_recent_path(), *folder = path_folder(file);
  bool done = file_make_folder(folder, err) && write_list(file, NULL, err);
  free(folder);
  free(file);
  return done;
}

void recent_note(const char *path) {
  char *file = environment_recent_path(), *whole = path ? realpath(path, NULL) : NULL;
  if (whole && is_kept(file))
    write_list(file, whole, NULL);
  free(whole);
  free(file);
}

char **recent_list(size_t *count) {
  struct arena *arena = arena_new();
  char *file = environment_recent_path();
  const struct node *list = is_kept(file) ? read_list(arena, file) : NULL;
  char **paths = NULL;
  size_t capacity = 0;
  *count = 0;
  for (size_t i = 0; list && i < list->count && i < RECENT_KEPT; i++)
    if (list->items[i]->kind == NODE_SCALAR && list->items[i]->text[0] == '/') {
      MEMORY_GROW(paths, *count, capacity);
      paths[(*count)++] = memory_dup(list->items[i]->text);
    }
  free(file);
  arena_free(arena);
  return paths;
}
