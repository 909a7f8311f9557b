/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The compiled form of a YAML file, as .mo is of .po: its tree of nodes, ready to use. NAME.nodes
 * lies beside NAME.yaml, holds size and CRC-32 of the bytes it was made from, and counts only while
 * they fit: a YAML file that was edited since, or a snapshot that is damaged or hostile, is read as
 * if there were no snapshot.
 *
 * The form, all numbers 32 bits, the low byte first:
 *   "NODES 1\n"
 *   size and CRC-32 of the YAML file's bytes; the number of nodes
 *   each node, a mapping's or list's children (key, value, key, value …) right behind it:
 *     kind (2 bits, enum node_kind), whether quoted (1 bit), column (29 bits)
 *     line
 *     a text's length in bytes; how many items a list or mapping has
 *   the texts in the nodes' order, each with a NUL behind it
 *   the CRC-32 of everything before */
#ifndef YAML_SNAPSHOT_H
#define YAML_SNAPSHOT_H

#include <stddef.h>
#include <stdint.h>

struct arena;
struct error;
struct node;
struct strbuf;

/* Which bytes a snapshot was made from. */
struct snapshot_origin {
  uint32_t size_bytes, crc32;
};
struct snapshot_origin snapshot_origin(const char *yaml, size_t length);

/* Appends the snapshot of a tree that was read. */
void snapshot_write(struct strbuf *out, const struct node *root, struct snapshot_origin origin);

/* The tree, as node_read() would give it of the YAML text; it lives in the arena. NULL when the
 * bytes are not a whole snapshot of this origin. */
struct node *snapshot_read(struct arena *arena, const char *bytes, size_t count,
                           struct snapshot_origin origin, const char *file);

/* Reads a YAML file like node_read_file(), but from the snapshot beside it if there is one that
 * fits. */
struct node *snapshot_read_file(struct arena *arena, const char *path, struct error *err);

#endif
