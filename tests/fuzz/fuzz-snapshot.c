/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Snapshots of checklists. The input is what stands in one between its head and its checksum, which
 * are made to fit: else nothing but the checksum would be tried. */
#include "fuzz.h"

#include <string.h>

#include "base/arena.h"
#include "base/checksum.h"
#include "base/strbuf.h"
#include "yaml/node.h"
#include "yaml/snapshot.h"

static const struct snapshot_origin origin = {12, 34};

static void add_number(struct strbuf *out, uint32_t number) {
  for (int shift = 0; shift < 32; shift += 8)
    strbuf_add_char(out, (char)(number >> shift & 255));
}

static void frame(struct strbuf *out, const uint8_t *bytes, size_t count) {
  strbuf_add(out, "NODES 1\n");
  add_number(out, origin.size_bytes);
  add_number(out, origin.crc32);
  strbuf_add_bytes(out, (const char *)bytes, count);
  add_number(out, checksum_crc32(out->text, out->length));
}

static void require_sound(const struct node *node, size_t depth) {
  REQUIRE(depth <= NODE_DEPTH_LIMIT);
  if (node->kind == NODE_SCALAR)
    fuzz_require_clean(node->text, strlen(node->text));
  for (size_t i = 0; i < node->count; i++) {
    if (node->kind == NODE_MAPPING)
      require_sound(node->keys[i], depth + 1);
    require_sound(node->items[i], depth + 1);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  struct arena *arena = arena_new();
  struct strbuf snapshot, again;
  strbuf_init(&snapshot);
  strbuf_init(&again);
  frame(&snapshot, bytes, count);
  const struct node *root = snapshot_read(arena, snapshot.text, snapshot.length, origin, "a file");
  if (root) {
    require_sound(root, 0);
    snapshot_write(&again, root, origin);
    REQUIRE(again.length == snapshot.length);
    REQUIRE(memcmp(again.text, snapshot.text, again.length) == 0);
  }
  strbuf_release(&snapshot);
  strbuf_release(&again);
  arena_free(arena);
  return 0;
}
