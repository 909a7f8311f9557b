/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes .mo catalogues in memory, good ones and bad ones. */
#ifndef TESTS_BASE_MO_BUILDER_H
#define TESTS_BASE_MO_BUILDER_H

#include <stdbool.h>
#include <stddef.h>

struct mo_entry {
  const char *id;
  size_t id_length;
  const char *text;
  size_t text_length;
};
/* Of literals, which may hold NULs: "one\0many" for plurals, "context\4text" for contexts. */
#define MO_ENTRY(id, text)                                                                         \
  { id, sizeof(id) - 1, text, sizeof(text) - 1 }

/* Entries have to be in the order of strcmp. The result is owned by the caller. */
unsigned char *mo_build(const struct mo_entry *entries, size_t count, bool big_endian,
                        size_t *size);

/* Sets the 32-bit number at an offset, in little-endian order. */
void mo_set_number(unsigned char *bytes, size_t offset, unsigned long number);

/* Turns a little-endian catalogue into a big-endian one, in place. */
void mo_swap(unsigned char *bytes, size_t size);

#endif
