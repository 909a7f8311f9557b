/* SPDX-License-Identifier: GPL-3.0-or-later */
/* YAML text ⇄ a small tree of nodes that know where they stood. The only user of <yaml.h> is this
 * folder. Refused, with line and column: tags, anchors, aliases, directives, a second document,
 * duplicate keys, keys that are not plain words, depth over 32, a text over 64 KiB, a file over 4
 * MiB or of more than 200,000 nodes, NUL bytes, invalid UTF-8. A scalar is the words as written:
 * yes, no, true, ~ have no special meaning. Texts are cleaned by utf8_clean. */
#ifndef YAML_NODE_H
#define YAML_NODE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct error;
struct strbuf;

enum {
  NODE_DEPTH_LIMIT = 32,
  NODE_TEXT_LIMIT_BYTES = 64 * 1024,
  NODE_FILE_LIMIT_BYTES = 4 * 1024 * 1024,
  NODE_COUNT_LIMIT =
      200000, /* keys, texts, lists and mappings of a file: so many take some 20 MiB */
};

enum node_kind { NODE_SCALAR, NODE_SEQUENCE, NODE_MAPPING };

/* Kept small, for a checklist has some ten thousand. */
struct node {
  enum node_kind kind;
  bool quoted;           /* scalar: was (or is to be) written in quotes or as a block */
  unsigned line, column; /* from 1; 0 for a node made by us */
  unsigned count, capacity;
  const char *file; /* as given to the reader; NULL for a node made by us */
  union {
    const char *text;   /* scalar: never NULL */
    struct node **keys; /* mapping: scalars, as many as items */
  };
  struct node **items; /* sequence: elements; mapping: values */
};

/* Reads a document. Everything it returns lives in the arena. An empty document gives an empty
 * mapping. On failure NULL, and err has one sentence with FILE:LINE:COLUMN and what to write
 * instead. */
struct node *node_read(struct arena *arena, const char *text, size_t length, const char *file,
                       struct error *err);
struct node *node_read_file(struct arena *arena, const char *path, struct error *err);

/* Look-ups; node may be NULL, results borrowed. */
struct node *node_get(const struct node *mapping,
                      const char *key); /* NULL when missing or not a mapping */
const char *node_text(const struct node *mapping,
                      const char *key); /* NULL when missing or not a scalar */
const char *
node_kind_name(const struct node *node); /* translated: "a text", "a list", "a mapping" */

/* Making trees. Texts are cleaned, keys to one line. */
struct node *node_new_scalar(struct arena *arena, const char *text, bool quoted);
struct node *node_new_sequence(struct arena *arena);
struct node *node_new_mapping(struct arena *arena);
void node_append(struct arena *arena, struct node *sequence, struct node *item);
void node_set(struct arena *arena, struct node *mapping, const char *key,
              struct node *value); /* replaces */
void node_set_text(struct arena *arena, struct node *mapping, const char *key,
                   const char *text); /* quoted; NULL: not set */
void node_remove(struct node *mapping, const char *key);
struct node *node_copy(struct arena *arena, const struct node *node);
bool node_equal(const struct node *a, const struct node *b);

/* Writes a tree, two spaces an indent, LF, no folding; UTF-8 as it is, but characters beyond U+FFFF
 * (emoji) as escapes. A quoted scalar of one line is double-quoted, of several lines a literal
 * block where that keeps it exactly. Reading it again gives an equal tree. */
void node_write(struct strbuf *out, const struct node *root);

#endif
