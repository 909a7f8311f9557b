/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the hostile files are made of: values that stand in a key, and whole documents. */
#ifndef TESTS_HOSTILE_PIECES_H
#define TESTS_HOSTILE_PIECES_H

#include <stddef.h>

struct piece {
  const char *name; /* a part of a file name */
  const char *bytes;
  size_t count; /* there may be NULs */
  size_t times; /* 0 is once */
};

/* Both end with a NULL name. A value goes behind "key: ". */
extern const struct piece hostile_values[];
extern const struct piece hostile_documents[];

/* Values of the wrong type, for each key. */
extern const struct piece wrong_types[];

#endif
