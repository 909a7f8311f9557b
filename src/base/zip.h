/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a ZIP archive, which is what a word processor's file is. Entries are stored as they are,
 * and all bear the same date: the same entries make the same bytes. */
#ifndef BASE_ZIP_H
#define BASE_ZIP_H

#include <stddef.h>

#include "base/strbuf.h"

struct zip {
  struct strbuf *out; /* begins where the archive begins; borrowed */
  struct strbuf directory;
  size_t count;
};

void zip_begin(struct zip *zip, struct strbuf *out); /* out is empty */
/* name: ASCII, with '/' between folders. The whole has to stay below 4 GiB and 65,535 entries. */
void zip_add(struct zip *zip, const char *name, const char *bytes, size_t length);
void zip_end(struct zip *zip); /* writes the directory and releases what zip holds */

#endif
