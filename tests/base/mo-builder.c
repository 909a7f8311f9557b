/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "mo-builder.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { HEADER_SIZE = 28, ENTRY_SIZE = 8 };

void mo_set_number(unsigned char *bytes, size_t offset, unsigned long number) {
  for (size_t i = 0; i < 4; i++)
    bytes[offset + i] = (unsigned char)(number >> 8 * i);
}

static uint32_t number_at(const unsigned char *bytes, size_t offset) {
  return bytes[offset] | (uint32_t)bytes[offset + 1] << 8 | (uint32_t)bytes[offset + 2] << 16 |
         (uint32_t)bytes[offset + 3] << 24;
}

static size_t add_text(unsigned char *bytes, size_t entry, size_t at, const char *text,
                       size_t length) {
  mo_set_number(bytes, entry, length);
  mo_set_number(bytes, entry + 4, at);
  memcpy(bytes + at, text, length);
  return at + length + 1;
}

unsigned char *mo_build(const struct mo_entry *entries, size_t count, bool big_endian,
                        size_t *size) {
  size_t at = HEADER_SIZE + 2 * count * ENTRY_SIZE;
  *size = at;
  for (size_t i = 0; i < count; i++)
    *size += entries[i].id_length + entries[i].text_length + 2;
  unsigned char *bytes = calloc(1, *size);
  assert(bytes);
  size_t originals = HEADER_SIZE, translations = HEADER_SIZE + count * ENTRY_SIZE;
  mo_set_number(bytes, 0, 0x950412de);
  mo_set_number(bytes, 8, count);
  mo_set_number(bytes, 12, originals);
  mo_set_number(bytes, 16, translations);
  for (size_t i = 0; i < count; i++) {
    at = add_text(bytes, originals + i * ENTRY_SIZE, at, entries[i].id, entries[i].id_length);
    at =
        add_text(bytes, translations + i * ENTRY_SIZE, at, entries[i].text, entries[i].text_length);
  }
  if (big_endian)
    mo_swap(bytes, *size);
  return bytes;
}

static void swap_number(unsigned char *bytes) {
  for (size_t i = 0; i < 2; i++) {
    unsigned char byte = bytes[i];
    bytes[i] = bytes[3 - i];
    bytes[3 - i] = byte;
  }
}

static void swap_numbers(unsigned char *bytes, size_t count) {
  for (size_t i = 0; i < count; i++)
    swap_number(bytes + 4 * i);
}

void mo_swap(unsigned char *bytes, size_t size) {
  size_t count = number_at(bytes, 8), originals = number_at(bytes, 12);
  size_t translations = number_at(bytes, 16);
  assert(originals + count * ENTRY_SIZE <= size && translations + count * ENTRY_SIZE <= size);
  swap_numbers(bytes + originals, 2 * count);
  swap_numbers(bytes + translations, 2 * count);
  swap_numbers(bytes, HEADER_SIZE / 4);
}
