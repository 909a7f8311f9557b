/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/settings.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/environment.h"
#include "base/error.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "yaml/node.h"

void settings_load(struct settings *settings) {
  char *path = environment_settings_path();
  struct arena *arena = arena_new();
  const struct node *root = path && file_exists(path) ? node_read_file(arena, path, NULL) : NULL;
  settings->language = memory_dup(node_text(root, "language"));
  settings->theme = memory_dup(node_text(root, "theme"));
  arena_free(arena);
  free(path);
}

static bool write_settings(const char *path, const struct settings *settings, struct error *err) {
  struct arena *arena = arena_new();
  struct node *root = node_new_mapping(arena);
  struct strbuf text;
  char *folder = path_folder(path);
  strbuf_init(&text);
  node_set_text(arena, root, "language", settings->language);
  node_set_text(arena, root, "theme", settings->theme);
  node_write(&text, root);
  bool done =
      file_make_folder(folder, err) && file_replace(path, text.text, text.length, false, err);
  strbuf_release(&text);
  arena_free(arena);
  free(folder);
  return done;
}

static bool save(const struct settings *settings, struct error *err) {
  char *path = environment_settings_path();
  bool done = path && write_settings(path, settings, err);
  free(path);
  return done;
}

void settings_release(struct settings *settings) {
  free(settings->language);
  free(settings->theme);
  *settings = (struct settings){0};
}

static void replace(char **field, const char *value) {
  free(*field);
  *field = memory_dup(value);
}

bool settings_save_language(const char *tag, struct error *err) {
  struct settings settings;
  settings_load(&settings);
  replace(&settings.language, tag);
  bool done = save(&settings, err);
  settings_release(&settings);
  return done;
}

bool settings_save_theme(const char *theme, struct error *err) {
  struct settings settings;
  settings_load(&settings);
  replace(&settings.theme, theme);
  bool done = save(&settings, err);
  settings_release(&settings);
  return done;
}
