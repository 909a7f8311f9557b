/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/language-catalogue.h"

#include <stdlib.h>
#include <string.h>

#include "base/environment.h"
#include "base/file.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/mo.h"
#include "base/strbuf.h"

enum { MOST_TAG_LENGTH = 32 };

static const char *const installed_names[] = {"disentangle.mo", "disentangle-checklists.mo"};
static const char *const build_folders[] = {"program", "checklists"};

static bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_tag_char(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '_';
}

static char to_lower(char c) {
  return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

static char to_upper(char c) {
  return (char)(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
}

/* es, es_MX, zh_Hans: the language in small letters, a region in capitals, a script in both. */
static void set_case(char *tag) {
  size_t length = strcspn(tag, "_");
  for (size_t i = 0; i < length; i++)
    tag[i] = to_lower(tag[i]);
  for (char *part = tag + length; *part; part += length) {
    part++;
    length = strcspn(part, "_");
    for (size_t i = 0; i < length; i++)
      part[i] = i == 0 || length < 4 ? to_upper(part[i]) : to_lower(part[i]);
  }
}

char *catalogue_tag(const char *tag) {
  size_t length = strcspn(tag, ".@");
  if (length == 0 || length > MOST_TAG_LENGTH || !is_letter(tag[0]))
    return NULL;
  char *clean = memory_dup_length(tag, length);
  bool good = true;
  for (size_t i = 0; i < length; i++) {
    if (clean[i] == '-')
      clean[i] = '_';
    good = good && is_tag_char(clean[i]);
  }
  if (!good) {
    free(clean);
    return NULL;
  }
  if (strcmp(clean, "C") != 0 && strcmp(clean, "POSIX") != 0)
    set_case(clean);
  return clean;
}

bool catalogue_is_english(const char *tag) {
  return !strcmp(tag, "C") || !strcmp(tag, "POSIX") || !strcmp(tag, "en") ||
         !strncmp(tag, "en_", 3);
}

static char *installed_path(const char *folder, enum catalogue catalogue, const char *tag) {
  struct strbuf path;
  strbuf_init(&path);
  strbuf_addf(&path, "%s/%s/LC_MESSAGES/%s", folder, tag, installed_names[catalogue]);
  return strbuf_take(&path);
}

static char *build_path(const char *folder, enum catalogue catalogue, const char *tag) {
  struct strbuf path;
  strbuf_init(&path);
  strbuf_addf(&path, "%s/%s/%s.mo", folder, build_folders[catalogue], tag);
  return strbuf_take(&path);
}

struct mo *catalogue_open(enum catalogue catalogue, const char *tag) {
  char *folder = environment_locale_dir();
  char *path = installed_path(folder, catalogue, tag);
  struct mo *mo = mo_open(path);
  free(path);
  if (!mo && environment_get("DISENTANGLE_LOCALEDIR")) {
    path = build_path(folder, catalogue, tag);
    mo = mo_open(path);
    free(path);
  }
  free(folder);
  return mo;
}

/* "en" first, then the others in order, then NULL. */
static char **tags;
static size_t tag_count, tag_capacity;

static void add_tag(const char *tag) {
  MEMORY_GROW(tags, tag_count, tag_capacity);
  tags[tag_count++] = memory_dup(tag);
}

/* Names that are not tags, and kinds of English, are passed over. */
static void add_found(const char *name) {
  char *tag = catalogue_tag(name);
  if (tag && !strcmp(tag, name) && !catalogue_is_english(tag))
    add_tag(tag);
  free(tag);
}

static void add_installed(const char *folder) {
  size_t count;
  char **names = file_list(folder, "", &count);
  for (size_t i = 0; i < count; i++) {
    char *path = installed_path(folder, CATALOGUE_PROGRAM, names[i]);
    if (file_exists(path))
      add_found(names[i]);
    free(path);
    free(names[i]);
  }
  free(names);
}

static void add_built(const char *folder) {
  size_t count;
  char *program = path_join(folder, build_folders[CATALOGUE_PROGRAM]);
  char **names = file_list(program, ".mo", &count);
  for (size_t i = 0; i < count; i++) {
    names[i][strlen(names[i]) - strlen(".mo")] = '\0';
    add_found(names[i]);
    free(names[i]);
  }
  free(names);
  free(program);
}

static int compare_tags(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

static void drop_doubles(void) {
  size_t kept = 1;
  for (size_t i = 1; i < tag_count; i++)
    if (strcmp(tags[i], tags[kept - 1]) != 0)
      tags[kept++] = tags[i];
    else
      free(tags[i]);
  tag_count = kept;
}

static void find_tags(void) {
  char *folder = environment_locale_dir();
  add_tag("en");
  add_installed(folder);
  if (environment_get("DISENTANGLE_LOCALEDIR"))
    add_built(folder);
  free(folder);
  qsort(tags + 1, tag_count - 1, sizeof *tags, compare_tags);
  drop_doubles();
  MEMORY_GROW(tags, tag_count, tag_capacity);
  tags[tag_count] = NULL;
}

const char *const *language_tags(void) {
  if (!tags)
    find_tags();
  return (const char *const *)tags;
}

void catalogue_forget_tags(void) {
  for (size_t i = 0; i < tag_count; i++)
    free(tags[i]);
  free(tags);
  tags = NULL;
  tag_count = tag_capacity = 0;
}
