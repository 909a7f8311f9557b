/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yaml/snapshot.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/checksum.h"
#include "base/file.h"
#include "base/strbuf.h"
#include "yaml/clean.h"
#include "yaml/node.h"

static const char magic[] = "NODES 1\n";

enum {
  MAGIC_SIZE = sizeof magic - 1,
  NUMBER_SIZE = 4,
  HEADER_SIZE = MAGIC_SIZE + 3 * NUMBER_SIZE,
  RECORD_SIZE = 3 * NUMBER_SIZE,
  FILE_LIMIT_BYTES = 4 * NODE_FILE_LIMIT_BYTES,
};

static const char yaml_suffix[] = ".yaml", snapshot_suffix[] = ".nodes";

struct snapshot_origin snapshot_origin(const char *yaml, size_t length) {
  return (struct snapshot_origin){(uint32_t)length, checksum_crc32(yaml, length)};
}

/* --- writing --- */

static void add_number(struct strbuf *out, size_t number) {
  const char bytes[NUMBER_SIZE] = {(char)(number & 255), (char)(number >> 8 & 255),
                                   (char)(number >> 16 & 255), (char)(number >> 24 & 255)};
  strbuf_add_bytes(out, bytes, sizeof bytes);
}

struct encoder {
  struct strbuf records, texts;
  size_t count;
};

static void encode(struct encoder *encoder, const struct node *node) {
  size_t length = node->kind == NODE_SCALAR ? strlen(node->text) : node->count;
  encoder->count++;
  add_number(&encoder->records, (size_t)node->kind | (size_t)node->quoted << 2 | node->column << 3);
  add_number(&encoder->records, node->line);
  add_number(&encoder->records, length);
  if (node->kind == NODE_SCALAR)
    strbuf_add_bytes(&encoder->texts, node->text, length + 1);
  for (size_t i = 0; i < node->count; i++) {
    if (node->kind == NODE_MAPPING)
      encode(encoder, node->keys[i]);
    encode(encoder, node->items[i]);
  }
}

void snapshot_write(struct strbuf *out, const struct node *root, struct snapshot_origin origin) {
  struct encoder encoder = {.count = 0};
  size_t start = out->length;
  strbuf_init(&encoder.records);
  strbuf_init(&encoder.texts);
  encode(&encoder, root);
  strbuf_add(out, magic);
  add_number(out, origin.size_bytes);
  add_number(out, origin.crc32);
  add_number(out, encoder.count);
  strbuf_add_bytes(out, encoder.records.text, encoder.records.length);
  strbuf_add_bytes(out, encoder.texts.text, encoder.texts.length);
  add_number(out, checksum_crc32(out->text + start, out->length - start));
  strbuf_release(&encoder.records);
  strbuf_release(&encoder.texts);
}

/* --- reading --- */

static uint32_t number_at(const char *bytes) {
  const unsigned char *b = (const unsigned char *)bytes;
  return b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

/* What is not used yet: of the records, of the texts, and of the memory for nodes and for the
 * pointers to them. Every node but the root is pointed at once, so there are as many. */
struct decoder {
  const char *file;
  const char *records;
  const char *texts, *texts_end;
  struct node *nodes;
  struct node **pointers;
  size_t nodes_left, pointers_left;
};

static struct node *decode(struct decoder *decoder, size_t depth, bool is_key);

static bool decode_text(struct decoder *decoder, struct node *node, size_t length, bool is_key) {
  const char *text = decoder->texts;
  if (length >= (size_t)(decoder->texts_end - text) || text[length])
    return false;
  node->text = text;
  decoder->texts += length + 1;
  return clean_is(text, length, is_key ? UTF8_ONE_LINE : UTF8_MANY_LINES);
}

static struct node **take_pointers(struct decoder *decoder, size_t count) {
  struct node **pointers = decoder->pointers;
  decoder->pointers += count;
  decoder->pointers_left -= count;
  return pointers;
}

static bool decode_children(struct decoder *decoder, struct node *node, size_t count,
                            size_t depth) {
  bool is_mapping = node->kind == NODE_MAPPING;
  if (depth == NODE_DEPTH_LIMIT || count > decoder->pointers_left / (is_mapping ? 2 : 1))
    return false;
  node->count = node->capacity = count;
  if (count)
    node->items = take_pointers(decoder, count);
  if (count && is_mapping)
    node->keys = take_pointers(decoder, count);
  for (size_t i = 0; i < count; i++)
    if ((is_mapping && !(node->keys[i] = decode(decoder, depth + 1, true))) ||
        !(node->items[i] = decode(decoder, depth + 1, false)))
      return false;
  return true;
}

/* NULL where the records are at fault. */
static struct node *decode(struct decoder *decoder, size_t depth, bool is_key) {
  if (!decoder->nodes_left)
    return NULL;
  uint32_t form = number_at(decoder->records), kind = form & 3;
  size_t count = number_at(decoder->records + (size_t)2 * NUMBER_SIZE);
  struct node *node = decoder->nodes++;
  node->kind = (enum node_kind)kind;
  node->file = decoder->file;
  node->line = number_at(decoder->records + NUMBER_SIZE);
  node->column = form >> 3;
  node->quoted = form >> 2 & 1;
  decoder->records += RECORD_SIZE;
  decoder->nodes_left--;
  bool sound = kind == NODE_SCALAR    ? decode_text(decoder, node, count, is_key)
               : kind <= NODE_MAPPING ? !is_key && decode_children(decoder, node, count, depth)
                                      : false;
  return sound ? node : NULL;
}

/* The number of nodes; 0 when it is no snapshot, is damaged, or is one of something else. */
static size_t check_frame(const char *bytes, size_t count, struct snapshot_origin origin) {
  if (count < HEADER_SIZE + NUMBER_SIZE || memcmp(bytes, magic, MAGIC_SIZE) != 0 ||
      number_at(bytes + MAGIC_SIZE) != origin.size_bytes ||
      number_at(bytes + MAGIC_SIZE + NUMBER_SIZE) != origin.crc32)
    return 0;
  size_t nodes = number_at(bytes + MAGIC_SIZE + (size_t)2 * NUMBER_SIZE);
  if (nodes > (count - HEADER_SIZE - NUMBER_SIZE) / RECORD_SIZE ||
      number_at(bytes + count - NUMBER_SIZE) != checksum_crc32(bytes, count - NUMBER_SIZE))
    return 0;
  return nodes;
}

struct node *snapshot_read(struct arena *arena, const char *bytes, size_t count,
                           struct snapshot_origin origin, const char *file) {
  size_t nodes = check_frame(bytes, count, origin);
  if (!nodes)
    return NULL;
  struct decoder decoder = {.file = arena_dup(arena, file),
                            .records = bytes + HEADER_SIZE,
                            .nodes = arena_alloc(arena, nodes * sizeof *decoder.nodes),
                            .pointers = arena_alloc(arena, nodes * sizeof *decoder.pointers),
                            .nodes_left = nodes,
                            .pointers_left = nodes - 1};
  const char *texts = decoder.records + nodes * RECORD_SIZE;
  size_t size = (size_t)(bytes + count - NUMBER_SIZE - texts);
  decoder.texts = arena_dup_length(arena, texts, size);
  decoder.texts_end = decoder.texts + size;
  struct node *root = decode(&decoder, 0, false);
  return decoder.nodes_left || decoder.texts != decoder.texts_end ? NULL : root;
}

/* --- files --- */

/* Where the snapshot of a YAML file is; NULL if its name has another ending. Owned by the caller.
 */
static char *snapshot_path(const char *path) {
  size_t length = strlen(path), end = sizeof yaml_suffix - 1;
  if (length <= end || strcmp(path + length - end, yaml_suffix) != 0)
    return NULL;
  struct strbuf beside;
  strbuf_init(&beside);
  strbuf_add_bytes(&beside, path, length - end);
  strbuf_add(&beside, snapshot_suffix);
  return strbuf_take(&beside);
}

struct node *snapshot_read_file(struct arena *arena, const char *path, struct error *err) {
  char *beside = snapshot_path(path);
  struct node *root = NULL;
  struct strbuf bytes;
  strbuf_init(&bytes);
  if (beside && file_exists(beside) && file_read(&bytes, path, NODE_FILE_LIMIT_BYTES, NULL)) {
    struct snapshot_origin origin = snapshot_origin(bytes.text, bytes.length);
    if (file_read(&bytes, beside, FILE_LIMIT_BYTES, NULL))
      root = snapshot_read(arena, bytes.text, bytes.length, origin, path);
  }
  strbuf_release(&bytes);
  free(beside);
  return root ? root : node_read_file(arena, path, err);
}
