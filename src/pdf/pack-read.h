/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The objects of a PDF file with a plain cross-reference table. */
#ifndef PDF_PACK_READ_H
#define PDF_PACK_READ_H

#include <stdbool.h>
#include <stddef.h>

struct strbuf;

struct object {
  size_t number;
  size_t start, end; /* of "N 0 obj … endobj", in the file */
  size_t body, body_length;
  bool stream;
};
struct objects {
  struct object *items; /* in the order of the file */
  size_t count;
  size_t size; /* one more than the highest number */
  size_t root, info;
};

/* False if the file is not in the form that Cairo writes. */
bool objects_read(struct objects *objects, const struct strbuf *file);
void objects_release(struct objects *objects);

#endif
