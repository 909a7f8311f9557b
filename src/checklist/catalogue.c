/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "checklist/catalogue.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/environment.h"
#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"

const char catalogue_default_name[] = DEFAULT_CHECKLIST;

static const char file_suffix[] = ".yaml";

static bool ends_in(const char *text, const char *suffix) {
  size_t length = strlen(text), end = strlen(suffix);
  return length > end && !strcmp(text + length - end, suffix);
}

static bool is_checklist_folder(const char *path) {
  char *start = path_join(path, "checklist.yaml");
  bool result = file_is_folder(path) && file_exists(start);
  free(start);
  return result;
}

static bool is_checklist(const char *path) {
  if (is_checklist_folder(path))
    return true;
  return ends_in(path, file_suffix) && file_exists(path) && !file_is_folder(path);
}

/* The path of a checklist of the data folder, without looking whether it is there. */
static char *shipped_path(const char *name, const char *suffix) {
  char *folder = environment_checklists_dir();
  struct strbuf path;
  strbuf_init(&path);
  strbuf_addf(&path, "%s/%s%s", folder, name, suffix);
  free(folder);
  return strbuf_take(&path);
}

static char *find_shipped(const char *name) {
  char *path = shipped_path(name, "");
  if (is_checklist(path))
    return path;
  free(path);
  path = shipped_path(name, file_suffix);
  if (is_checklist(path))
    return path;
  free(path);
  return NULL;
}

static void tell_names(const char *name, struct error *err) {
  size_t count;
  char **names = catalogue_names(&count);
  struct strbuf all;
  strbuf_init(&all);
  for (size_t i = 0; i < count; i++) {
    strbuf_addf(&all, "%s%s", i ? ", " : "", names[i]);
    free(names[i]);
  }
  free(names);
  if (count)
    error_set(err, _("there is no checklist '%s': give a path, or one of %s"), name, all.text);
  else
    error_set(err, _("there is no checklist '%s': give the path of one"), name);
  strbuf_release(&all);
}

char *catalogue_find(const char *name, struct error *err) {
  if (!name)
    name = catalogue_default_name;
  char *found = strchr(name, '/') ? NULL : find_shipped(name);
  if (!found && is_checklist(name))
    found = memory_dup(name);
  if (!found)
    tell_names(name, err);
  return found;
}

/* The name of an entry of the data folder, cut in place; false if it is no checklist. */
static bool cut_to_name(char *entry) {
  char *path = shipped_path(entry, "");
  bool is_one = is_checklist(path);
  if (is_one && !file_is_folder(path))
    entry[strlen(entry) - strlen(file_suffix)] = '\0';
  free(path);
  return is_one;
}

char **catalogue_names(size_t *count) {
  char *folder = environment_checklists_dir();
  size_t found = 0;
  char **entries = file_list(folder, "", &found);
  free(folder);
  *count = 0;
  for (size_t i = 0; i < found; i++) {
    if (cut_to_name(entries[i]))
      entries[(*count)++] = entries[i];
    else
      free(entries[i]);
  }
  return entries;
}
