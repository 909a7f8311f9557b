/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/file.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/strbuf.h"
#include "base/utf8.h"

enum { SLUG_LENGTH = 60 };

char *path_join(const char *folder, const char *name) {
  struct strbuf path;
  strbuf_init(&path);
  strbuf_add(&path, folder);
  if (path.length && path.text[path.length - 1] != '/')
    strbuf_add_char(&path, '/');
  strbuf_add(&path, name);
  return strbuf_take(&path);
}

char *path_folder(const char *path) {
  const char *slash = strrchr(path, '/');
  if (!slash)
    return memory_dup(".");
  while (slash > path && slash[-1] == '/')
    slash--;
  return slash == path ? memory_dup("/") : memory_dup_length(path, (size_t)(slash - path));
}

const char *path_name(const char *path) {
  const char *slash = strrchr(path, '/');
  return slash ? slash + 1 : path;
}

/* Windows, and so many a FAT stick, keeps these names for devices, whatever the extension. */
static bool is_device_name(const char *name) {
  static const char *const devices[] = {"con", "prn", "aux", "nul"};
  for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
    if (!strcmp(name, devices[i]))
      return true;
  return (!strncmp(name, "com", 3) || !strncmp(name, "lpt", 3)) && name[3] >= '0' &&
         name[3] <= '9' && !name[4];
}

static void add_slug_char(struct strbuf *slug, char c) {
  if (c >= 'A' && c <= 'Z')
    c = (char)(c - 'A' + 'a');
  if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
    strbuf_add_char(slug, c);
  else if (c != '\'' && slug->length && slug->text[slug->length - 1] != '-')
    strbuf_add_char(slug, '-');
}

char *path_slug(const char *text) {
  struct strbuf ascii, slug;
  strbuf_init(&ascii);
  strbuf_init(&slug);
  utf8_to_ascii(&ascii, text, strlen(text));
  for (size_t i = 0; i < ascii.length && slug.length < SLUG_LENGTH; i++)
    add_slug_char(&slug, ascii.text[i]);
  strbuf_release(&ascii);
  if (slug.length && slug.text[slug.length - 1] == '-')
    strbuf_remove(&slug, slug.length - 1, 1);
  if (!slug.length)
    strbuf_add(&slug, "session");
  else if (is_device_name(slug.text))
    strbuf_insert(&slug, 0, "session-", 8);
  return strbuf_take(&slug);
}
