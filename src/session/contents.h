/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Enough to know a file's contents again. A stamp alone is not: a stick that was taken out and put
 * back shows its files with other numbers. */
#ifndef SESSION_CONTENTS_H
#define SESSION_CONTENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "yaml/node.h"

enum { SESSION_BYTES_LIMIT = NODE_FILE_LIMIT_BYTES / 2 * 3 }; /* room for a lock, armored too */

struct contents {
  bool known;
  size_t size_bytes;
  uint32_t checksum;
};

struct contents contents_of(const char *bytes, size_t count);
struct contents contents_of_file(const char *path);       /* not known when it cannot be read */
bool contents_same(struct contents a, struct contents b); /* and both are known */

#endif
