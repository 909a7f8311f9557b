/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/mo.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/plural.h"
#include "base/strbuf.h"

enum { HEADER_SIZE = 28, ENTRY_SIZE = 8, LARGEST_FILE = 16 * 1024 * 1024 };

struct mo {
  unsigned char *bytes; /* owned */
  size_t size;
  bool big_endian;
  size_t count;                   /* texts */
  size_t originals, translations; /* offsets of the tables of (length, offset) */
  struct plural_rule plural;
};

static uint32_t number_at(const struct mo *mo, size_t offset) {
  const unsigned char *b = mo->bytes + offset;
  return mo->big_endian ? (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3]
                        : (uint32_t)b[3] << 24 | (uint32_t)b[2] << 16 | (uint32_t)b[1] << 8 | b[0];
}

static const char *text_at(const struct mo *mo, size_t table, size_t index, size_t *length) {
  size_t entry = table + ENTRY_SIZE * index;
  *length = number_at(mo, entry);
  return (const char *)mo->bytes + number_at(mo, entry + 4);
}

static bool table_fits(const struct mo *mo, size_t table) {
  return table <= mo->size && mo->count <= (mo->size - table) / ENTRY_SIZE;
}

static bool texts_fit(const struct mo *mo, size_t table) {
  for (size_t i = 0; i < mo->count; i++) {
    size_t length = number_at(mo, table + ENTRY_SIZE * i);
    size_t offset = number_at(mo, table + ENTRY_SIZE * i + 4);
    if (offset >= mo->size || length >= mo->size - offset || mo->bytes[offset + length])
      return false;
  }
  return true;
}

static bool read_header(struct mo *mo) {
  if (mo->size < HEADER_SIZE)
    return false;
  mo->big_endian = number_at(mo, 0) == 0xde120495;
  if (number_at(mo, 0) != 0x950412de || number_at(mo, 4) >> 16 > 1)
    return false;
  mo->count = number_at(mo, 8);
  mo->originals = number_at(mo, 12);
  mo->translations = number_at(mo, 16);
  return table_fits(mo, mo->originals) && table_fits(mo, mo->translations) &&
         texts_fit(mo, mo->originals) && texts_fit(mo, mo->translations);
}

/* The texts are sorted. A plural's key is its singular, behind which the length goes on. */
static const char *find(const struct mo *mo, const char *key, size_t *length) {
  size_t low = 0, high = mo->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    int order = strcmp(key, text_at(mo, mo->originals, middle, length));
    if (order == 0) {
      const char *text = text_at(mo, mo->translations, middle, length);
      return *length ? text : NULL;
    }
    if (order < 0)
      high = middle;
    else
      low = middle + 1;
  }
  return NULL;
}

static struct mo *mo_take(unsigned char *bytes, size_t size) {
  struct mo *mo = memory_new_zeroed(1, sizeof *mo);
  mo->bytes = bytes;
  mo->size = size;
  size_t length;
  if (read_header(mo)) {
    const char *header = find(mo, "", &length);
    if (plural_rule_init(&mo->plural, header ? header : ""))
      return mo;
  }
  mo_free(mo);
  return NULL;
}

struct mo *mo_from_memory(const void *bytes, size_t count) {
  unsigned char *copy = memory_new(count);
  memcpy(copy, bytes, count);
  return mo_take(copy, count);
}

struct mo *mo_open(const char *path) {
  struct strbuf bytes;
  strbuf_init(&bytes);
  if (!file_read(&bytes, path, LARGEST_FILE, NULL))
    return NULL;
  size_t size = bytes.length;
  return mo_take((unsigned char *)strbuf_take(&bytes), size);
}

void mo_free(struct mo *mo) {
  if (!mo)
    return;
  plural_rule_release(&mo->plural);
  free(mo->bytes);
  free(mo);
}

const char *mo_text(const struct mo *mo, const char *context, const char *msgid) {
  size_t length;
  if (!*msgid) /* the header */
    return NULL;
  if (!context)
    return find(mo, msgid, &length);
  struct strbuf key;
  strbuf_init(&key);
  strbuf_addf(&key, "%s\004%s", context, msgid);
  const char *text = find(mo, key.text, &length);
  strbuf_release(&key);
  return text;
}

const char *mo_plural(const struct mo *mo, const char *msgid, unsigned long n) {
  size_t length;
  const char *text = *msgid ? find(mo, msgid, &length) : NULL;
  if (!text)
    return NULL;
  const char *end = text + length;
  for (unsigned long form = plural_rule_form(&mo->plural, n); form && text < end; form--)
    text += strlen(text) + 1;
  return text < end ? text : NULL;
}
