/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/language.h"
#include "checklist/load.h"
#include "yaml/node.h"

/* So many that no checklist needs more, so few that a folder of strangers does no harm. */
enum { FILES_LIMIT = 64, FOLDER_LIMIT_BYTES = 8 * 1024 * 1024 };

static const char start_name[] = "checklist.yaml";

const char *source_text(struct arena *arena, const struct node *scalar) {
  size_t length = strlen(scalar->text), end = length;
  while (end && (scalar->text[end - 1] == '\n' || scalar->text[end - 1] == ' '))
    end--;
  return end == length ? scalar->text : arena_dup_length(arena, scalar->text, end);
}

/* "FILE:LINE:COLUMN: words" taken apart again, for the list of faults. */
static void add_fault(struct faults *faults, const char *path, const char *message) {
  size_t length = strlen(path), line = 0, column = 0;
  const char *words = message;
  if (!strncmp(message, path, length) && message[length] == ':') {
    char *end;
    line = strtoul(message + length + 1, &end, 10);
    if (line && *end == ':')
      column = strtoul(end + 1, &end, 10);
    words = column && !strncmp(end, ": ", 2) ? end + 2 : message + length + 2;
  }
  faults_add(faults, FAULT_ERROR, path, column ? line : 0, column, "%s", words);
}

static struct node *read_mapping(struct arena *arena, node_reader *read, const char *path,
                                 struct faults *faults) {
  struct error err = ERROR_INIT;
  struct node *root = read(arena, path, &err);
  if (!root) {
    add_fault(faults, path, err.message);
  } else if (root->kind != NODE_MAPPING) {
    faults_add(faults, FAULT_ERROR, path, root->line, root->column,
               _("a file of a checklist has to start with a key, like 'format: 1'"));
    root = NULL;
  }
  error_release(&err);
  return root; /* cppcheck-suppress returnDanglingLifetime; it lives in the arena */
}

struct node *source_read_start(struct arena *arena, node_reader *read, const char *path,
                               struct faults *faults) {
  if (!file_is_folder(path))
    return read_mapping(arena, read, path, faults);
  char *file = path_join(path, start_name);
  struct node *root = read_mapping(arena, read, file, faults);
  free(file);
  return root;
}

/* Keeps a key that stands twice: load_top() tells it. */
static void append_all(struct node *to, const struct node *from, struct arena *arena) {
  struct node both = *to;
  both.count = both.capacity = to->count + from->count;
  both.keys = arena_alloc(arena, both.count * sizeof *both.keys);
  both.items = arena_alloc(arena, both.count * sizeof *both.items);
  for (size_t i = 0; i < both.count; i++) {
    const struct node *source = i < to->count ? to : from;
    size_t at = i < to->count ? i : i - to->count;
    both.keys[i] = source->keys[at];
    both.items[i] = source->items[at];
  }
  *to = both;
}

/* All files together count, for their trees are in memory at once. */
static bool check_sizes(const char *path, char **names, size_t count, struct faults *faults) {
  uint64_t size_bytes = 0;
  for (size_t i = 0; i < count; i++) {
    char *file = path_join(path, names[i]);
    size_bytes += file_stamp(file).size_bytes;
    free(file);
  }
  if (count > FILES_LIMIT)
    faults_add(faults, FAULT_ERROR, path, 0, 0,
               _("the folder holds more than %d files *.yaml: put some of them together"),
               FILES_LIMIT);
  else if (size_bytes > FOLDER_LIMIT_BYTES)
    faults_add(faults, FAULT_ERROR, path, 0, 0,
               _("the files of this folder are larger than %d MiB together: make them shorter"),
               FOLDER_LIMIT_BYTES / (1024 * 1024));
  return count <= FILES_LIMIT && size_bytes <= FOLDER_LIMIT_BYTES;
}

struct node *source_read_rest(struct arena *arena, node_reader *read, const char *path,
                              struct faults *faults) {
  struct node *all = node_new_mapping(arena);
  size_t count = 0;
  char **names = file_is_folder(path) ? file_list(path, ".yaml", &count) : NULL;
  bool is_small = check_sizes(path, names, count, faults);
  for (size_t i = 0; i < count; i++) {
    char *file = path_join(path, names[i]);
    bool is_wanted = is_small && strcmp(names[i], start_name) != 0;
    struct node *root = is_wanted ? read_mapping(arena, read, file, faults) : NULL;
    if (root)
      append_all(all, root, arena);
    free(file);
    free(names[i]);
  }
  free(names);
  return all;
}
