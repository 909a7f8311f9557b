/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/zip.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/checksum.h"

enum {
  ENTRY_SIGNATURE = 0x04034b50,
  DIRECTORY_SIGNATURE = 0x02014b50,
  END_SIGNATURE = 0x06054b50,
  VERSION = 10,     /* 1.0: nothing but stored entries */
  FIRST_DAY = 0x21, /* 1980-01-01, the first that the format knows */
};

static void add_number(struct strbuf *out, size_t number, int size_bytes) {
  for (int i = 0; i < size_bytes; i++)
    strbuf_add_char(out, (char)(number >> 8 * i & 255));
}

void zip_begin(struct zip *zip, struct strbuf *out) {
  assert(out->length == 0);
  *zip = (struct zip){.out = out};
  strbuf_init(&zip->directory);
}

/* What stands in front of an entry and in the directory alike. */
static void add_common(struct strbuf *out, const char *name, uint32_t checksum, size_t length) {
  add_number(out, VERSION, 2);
  add_number(out, 0, 2); /* flags */
  add_number(out, 0, 2); /* stored */
  add_number(out, 0, 2); /* midnight */
  add_number(out, FIRST_DAY, 2);
  add_number(out, checksum, 4);
  add_number(out, length, 4); /* packed */
  add_number(out, length, 4);
  add_number(out, strlen(name), 2);
  add_number(out, 0, 2); /* extra field */
}

void zip_add(struct zip *zip, const char *name, const char *bytes, size_t length) {
  size_t offset = zip->out->length;
  assert(offset + length < UINT32_MAX && zip->count < UINT16_MAX);
  uint32_t checksum = checksum_crc32(bytes, length);
  add_number(zip->out, ENTRY_SIGNATURE, 4);
  add_common(zip->out, name, checksum, length);
  strbuf_add(zip->out, name);
  strbuf_add_bytes(zip->out, bytes, length);
  add_number(&zip->directory, DIRECTORY_SIGNATURE, 4);
  add_number(&zip->directory, VERSION, 2); /* made by */
  add_common(&zip->directory, name, checksum, length);
  add_number(&zip->directory, 0, 2); /* comment */
  add_number(&zip->directory, 0, 2); /* disk */
  add_number(&zip->directory, 0, 2); /* internal attributes */
  add_number(&zip->directory, 0, 4); /* external attributes */
  add_number(&zip->directory, offset, 4);
  strbuf_add(&zip->directory, name);
  zip->count++;
}

void zip_end(struct zip *zip) {
  size_t offset = zip->out->length;
  strbuf_add_bytes(zip->out, zip->directory.text, zip->directory.length);
  add_number(zip->out, END_SIGNATURE, 4);
  add_number(zip->out, 0, 4); /* disks */
  add_number(zip->out, zip->count, 2);
  add_number(zip->out, zip->count, 2);
  add_number(zip->out, zip->directory.length, 4);
  add_number(zip->out, offset, 4);
  add_number(zip->out, 0, 2); /* comment */
  strbuf_release(&zip->directory);
}
