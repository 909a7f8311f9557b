/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "pdf/pack-read.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/strbuf.h"

enum { ENTRY_LENGTH = 20 };
static const char end_of_object[] = "endobj", stream_begins[] = ">>\nstream\n";

static const char *find_last(const struct strbuf *file, const char *words) {
  size_t length = strlen(words);
  for (size_t at = file->length - length + 1; file->length >= length && at-- > 0;)
    if (memcmp(file->text + at, words, length) == 0)
      return file->text + at;
  return NULL;
}

/* The number behind words, which are looked for from `from` on; 0 if it is not there. */
static size_t number_behind(const char *from, const char *words) {
  const char *found = from ? strstr(from, words) : NULL;
  return found ? strtoul(found + strlen(words), NULL, 10) : 0;
}

static int compare_starts(const void *a, const void *b) {
  const struct object *one = a, *other = b;
  return one->start < other->start ? -1 : one->start > other->start;
}

static bool read_table(struct objects *objects, const struct strbuf *file, size_t table) {
  const char *at = file->text + table;
  if (strncmp(at, "xref\n0 ", 7) != 0)
    return false;
  char *rest;
  objects->size = strtoul(at + 7, &rest, 10);
  size_t entries = (size_t)(rest + 1 - file->text);
  if (*rest != '\n' || objects->size > (file->length - entries) / ENTRY_LENGTH)
    return false;
  objects->items = memory_new_zeroed(objects->size, sizeof *objects->items);
  for (size_t i = 1; i < objects->size; i++) {
    const char *entry = file->text + entries + i * ENTRY_LENGTH;
    if (entry[17] == 'n')
      objects->items[objects->count++] =
          (struct object){.number = i, .start = strtoul(entry, NULL, 10)};
  }
  return true;
}

/* The object ends before `end`. */
static bool read_object(struct object *object, const struct strbuf *file, size_t end) {
  const char *text = file->text + object->start;
  const char *body = end > object->start ? memmem(text, end - object->start, " 0 obj\n", 7) : NULL;
  const char *last = file->text + end;
  while (body && last > body && memcmp(last, end_of_object, sizeof end_of_object - 1) != 0)
    last--;
  if (!body || last <= body || strtoul(text, NULL, 10) != object->number)
    return false;
  object->body = (size_t)(body + 7 - file->text);
  object->body_length = (size_t)(last - file->text) - object->body;
  object->end = (size_t)(last - file->text) + sizeof end_of_object; /* with its newline */
  object->stream = memmem(file->text + object->body, object->body_length, stream_begins,
                          sizeof stream_begins - 1);
  return true;
}

bool objects_read(struct objects *objects, const struct strbuf *file) {
  *objects = (struct objects){0};
  size_t table = number_behind(find_last(file, "startxref\n"), "startxref\n");
  if (table == 0 || table >= file->length || !read_table(objects, file, table))
    return false;
  const char *trailer = find_last(file, "trailer\n");
  objects->root = number_behind(trailer, "/Root ");
  objects->info = number_behind(trailer, "/Info ");
  qsort(objects->items, objects->count, sizeof *objects->items, compare_starts);
  bool good = objects->count && objects->root && objects->info;
  for (size_t i = 0; good && i < objects->count; i++) {
    size_t end = i + 1 < objects->count ? objects->items[i + 1].start : table;
    good = end <= table && read_object(&objects->items[i], file, end);
  }
  return good;
}

void objects_release(struct objects *objects) {
  free(objects->items);
}
