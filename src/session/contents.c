/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/contents.h"

#include "base/checksum.h"
#include "base/file.h"
#include "base/strbuf.h"
#include "yaml/node.h"

struct contents contents_of(const char *bytes, size_t count) {
  return (struct contents){true, count, checksum_crc32(bytes, count)};
}

struct contents contents_of_file(const char *path) {
  struct contents contents = {false, 0, 0};
  struct strbuf bytes;
  strbuf_init(&bytes);
  if (file_read(&bytes, path, SESSION_BYTES_LIMIT, NULL))
    contents = contents_of(bytes.text, bytes.length);
  strbuf_release(&bytes);
  return contents;
}

bool contents_same(struct contents a, struct contents b) {
  return a.known && b.known && a.size_bytes == b.size_bytes && a.checksum == b.checksum;
}
