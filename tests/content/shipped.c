/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shipped.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "base/memory.h"
#include "checklist/checklist.h"

const char *shipped_path(const char *path) {
  static char full[4096];
  const char *source_dir = getenv("SOURCE_DIR");
  snprintf(full, sizeof full, "%s/%s", source_dir ? source_dir : ".", path);
  return full;
}

static struct checklist *load(const char *name) {
  char *path = path_join(shipped_path("checklists"), name);
  struct error err = ERROR_INIT;
  struct checklist *checklist = checklist_load(path, &err);
  if (!checklist || !checklist_load_rest(checklist, &err)) {
    printf("cannot load %s: %s\n", path, err.message);
    exit(EXIT_FAILURE);
  }
  free(path);
  return checklist;
}

static int is_checklist(const struct dirent *entry) {
  return !strchr(entry->d_name, '.');
}

struct checklist **shipped_load(size_t *count) {
  struct dirent **entries;
  int found = scandir(shipped_path("checklists"), &entries, is_checklist, alphasort);
  if (found <= 0) {
    printf("no checklist in %s\n", shipped_path("checklists"));
    exit(EXIT_FAILURE);
  }
  struct checklist **checklists = memory_new((size_t)found * sizeof *checklists);
  for (int i = 0; i < found; i++) {
    checklists[i] = load(entries[i]->d_name);
    free(entries[i]);
  }
  free(entries);
  *count = (size_t)found;
  return checklists;
}

void shipped_free(struct checklist **checklists, size_t count) {
  for (size_t i = 0; i < count; i++)
    checklist_free(checklists[i]);
  free(checklists);
}

const struct checklist *shipped_find(struct checklist *const *checklists, size_t count,
                                     const char *id) {
  for (size_t i = 0; i < count; i++)
    if (strcmp(checklists[i]->id, id) == 0)
      return checklists[i];
  return NULL;
}
