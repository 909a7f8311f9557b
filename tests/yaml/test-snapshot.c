/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../base/scratch.h"
#include "base/arena.h"
#include "base/checksum.h"
#include "base/environment.h"
#include "base/error.h"
#include "base/file.h"
#include "base/strbuf.h"
#include "yaml/node.h"
#include "yaml/snapshot.h"

enum { HEADER_SIZE = 20, RECORD_SIZE = 12, CHECKSUM_SIZE = 4 };

static const char yaml[] =
    "a: 1\nlist:\n  - 'x'\n  - é: {b: \"c\\n\\nd\"}\n  - []\n  - {}\nempty:\n";

static struct node *read_yaml(struct arena *arena, const char *text, const char *file) {
  struct error err = ERROR_INIT;
  struct node *node = node_read(arena, text, strlen(text), file, &err);
  if (!node)
    fail_msg("refused: %s", err.message);
  return node;
}

static void make(struct strbuf *out, const char *text) {
  struct arena *arena = arena_new();
  strbuf_init(out);
  snapshot_write(out, read_yaml(arena, text, "f.yaml"), snapshot_origin(text, strlen(text)));
  arena_free(arena);
}

static void put_number(struct strbuf *bytes, size_t at, uint32_t number) {
  for (size_t i = 0; i < 4; i++)
    bytes->text[at + i] = (char)(number >> 8 * i & 255);
}

/* As one who means harm would: with a checksum that fits. */
static void seal(struct strbuf *bytes) {
  size_t end = bytes->length - CHECKSUM_SIZE;
  put_number(bytes, end, checksum_crc32(bytes->text, end));
}

static void assert_same(const struct node *a, const struct node *b) {
  assert_int_equal(a->kind, b->kind);
  assert_int_equal(a->line, b->line);
  assert_int_equal(a->column, b->column);
  assert_int_equal(a->quoted, b->quoted);
  assert_int_equal(a->count, b->count);
  assert_string_equal(a->file, b->file);
  if (a->kind == NODE_SCALAR)
    assert_string_equal(a->text, b->text);
  for (size_t i = 0; i < a->count; i++) {
    if (a->kind == NODE_MAPPING)
      assert_same(a->keys[i], b->keys[i]);
    assert_same(a->items[i], b->items[i]);
  }
}

/* Looks at every byte of a tree, for the sanitizers, and at what node.h promises of it. */
static size_t walk(const struct node *node, size_t depth) {
  size_t sum = 1;
  assert_non_null(node);
  assert_true(depth <= NODE_DEPTH_LIMIT);
  assert_true(node->kind <= NODE_MAPPING);
  if (node->kind == NODE_SCALAR) {
    assert_int_equal(node->count, 0);
    for (const char *c = node->text; *c; c++)
      assert_true(*c == '\n' || (unsigned char)*c >= ' ');
  }
  for (size_t i = 0; i < node->count; i++) {
    sum += node->kind == NODE_MAPPING ? walk(node->keys[i], NODE_DEPTH_LIMIT) : 0;
    sum += walk(node->items[i], depth + 1);
  }
  return sum;
}

static bool is_taken(const struct strbuf *bytes, struct snapshot_origin origin) {
  struct arena *arena = arena_new();
  /* exactly as large as they are, so that a byte read behind them is seen */
  char *exact = malloc(bytes->length ? bytes->length : 1);
  memcpy(exact, bytes->text, bytes->length);
  const struct node *root = snapshot_read(arena, exact, bytes->length, origin, "f.yaml");
  free(exact);
  if (root)
    walk(root, 0);
  arena_free(arena);
  return root;
}

static struct snapshot_origin own_origin(void) {
  return snapshot_origin(yaml, strlen(yaml));
}

static void gives_the_tree_that_was_read(void **state) {
  (void)state;
  static const char *const texts[] = {yaml, "", "[]", "- 1\n- [a, [b, {c: d}]]\n", "x", "''"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    struct arena *arena = arena_new();
    struct strbuf bytes;
    make(&bytes, texts[i]);
    struct snapshot_origin origin = snapshot_origin(texts[i], strlen(texts[i]));
    const struct node *again = snapshot_read(arena, bytes.text, bytes.length, origin, "g.yaml");
    strbuf_release(&bytes); /* the tree does not need it */
    assert_non_null(again);
    assert_same(again, read_yaml(arena, texts[i], "g.yaml"));
    arena_free(arena);
  }
}

static void is_refused_for_other_bytes(void **state) {
  (void)state;
  struct strbuf bytes;
  make(&bytes, yaml);
  assert_true(is_taken(&bytes, own_origin()));
  struct snapshot_origin origin = own_origin();
  origin.size_bytes++;
  assert_false(is_taken(&bytes, origin));
  origin = own_origin();
  origin.crc32 ^= 1;
  assert_false(is_taken(&bytes, origin));
  strbuf_release(&bytes);
}

static void is_refused_when_cut_off_or_longer(void **state) {
  (void)state;
  struct strbuf bytes;
  make(&bytes, yaml);
  for (size_t whole = bytes.length; bytes.length;) {
    strbuf_remove(&bytes, bytes.length - 1, 1);
    assert_false(is_taken(&bytes, own_origin()));
    if (bytes.length >= CHECKSUM_SIZE) {
      struct strbuf sealed;
      strbuf_init(&sealed);
      strbuf_add_bytes(&sealed, bytes.text, bytes.length);
      seal(&sealed);
      assert_true(bytes.length < whole);
      assert_false(is_taken(&sealed, own_origin()));
      strbuf_release(&sealed);
    }
  }
  strbuf_release(&bytes);
  make(&bytes, yaml);
  strbuf_add_bytes(&bytes, "", 1);
  assert_false(is_taken(&bytes, own_origin()));
  seal(&bytes);
  assert_false(is_taken(&bytes, own_origin()));
  strbuf_release(&bytes);
}

static void every_flipped_bit_is_seen(void **state) {
  (void)state;
  struct strbuf bytes;
  make(&bytes, yaml);
  for (size_t bit = 0; bit < 8 * bytes.length; bit++) {
    bytes.text[bit / 8] = (char)(bytes.text[bit / 8] ^ 1 << bit % 8);
    assert_false(is_taken(&bytes, own_origin()));
    bytes.text[bit / 8] = (char)(bytes.text[bit / 8] ^ 1 << bit % 8);
  }
  strbuf_release(&bytes);
}

/* With checksums that fit, what is taken is at least a sound tree. */
static void nothing_hostile_is_followed(void **state) {
  (void)state;
  static const unsigned char values[] = {0, 1, 2, 3, 4, 0x1b, 0x7f, 0x80, 0xff};
  struct strbuf bytes;
  make(&bytes, yaml);
  for (size_t at = 0; at < bytes.length - CHECKSUM_SIZE; at++)
    for (size_t i = 0; i < sizeof values; i++) {
      char before = bytes.text[at];
      bytes.text[at] = (char)values[i];
      seal(&bytes);
      is_taken(&bytes, own_origin());
      bytes.text[at] = before;
    }
  uint32_t seed = 7;
  for (int round = 0; round < 20000; round++) {
    char before[3];
    size_t at[3];
    for (size_t i = 0; i < 3; i++) {
      seed = seed * 1664525 + 1013904223;
      at[i] = (seed >> 8) % (bytes.length - CHECKSUM_SIZE);
      before[i] = bytes.text[at[i]];
      bytes.text[at[i]] = (char)(seed >> 24);
    }
    seal(&bytes);
    is_taken(&bytes, own_origin());
    for (size_t i = 3; i-- > 0;)
      bytes.text[at[i]] = before[i];
  }
  strbuf_release(&bytes);
}

/* One number of a record replaced, sealed: refused. */
static void assert_refused(size_t node, size_t field, uint32_t number) {
  struct strbuf bytes;
  make(&bytes, "a: [b, c]\n"); /* 0 mapping, 1 "a", 2 list, 3 "b", 4 "c" */
  struct snapshot_origin origin = snapshot_origin("a: [b, c]\n", 10);
  assert_true(is_taken(&bytes, origin));
  put_number(&bytes, HEADER_SIZE + node * RECORD_SIZE + 4 * field, number);
  seal(&bytes);
  assert_false(is_taken(&bytes, origin));
  strbuf_release(&bytes);
}

static void each_kind_of_lie_is_refused(void **state) {
  (void)state;
  assert_refused(0, 2, 0);          /* nodes that nothing holds */
  assert_refused(0, 2, 2);          /* a key without a node */
  assert_refused(0, 2, UINT32_MAX); /* a mapping of more than there is */
  assert_refused(2, 2, 3);          /* a list of more than there is */
  assert_refused(2, 2, UINT32_MAX);
  assert_refused(1, 0, NODE_SEQUENCE); /* a key that is no text */
  assert_refused(1, 0, 3);             /* a kind that is none */
  assert_refused(1, 2, 0);             /* a text without its end */
  assert_refused(1, 2, 2);
  assert_refused(4, 2, UINT32_MAX); /* a text longer than the file */
  assert_refused(4, 2, 0);
}

static void unclean_texts_are_refused(void **state) {
  (void)state;
  static const char *const bad[] = {"\x1b", "\x7f", "\xff", "\n"};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    struct strbuf bytes;
    make(&bytes, "k: v\n");
    struct snapshot_origin origin = snapshot_origin("k: v\n", 5);
    char *key = bytes.text + HEADER_SIZE + 3 * RECORD_SIZE;
    assert_int_equal(*key, 'k');
    *key = *bad[i];
    seal(&bytes);
    assert_false(is_taken(&bytes, origin));
    strbuf_release(&bytes);
  }
}

static void the_limit_of_depth_is_kept(void **state) {
  (void)state;
  struct arena *arena = arena_new();
  struct node *node = node_new_sequence(arena);
  struct snapshot_origin origin = {0, 0};
  for (size_t depth = 1; depth <= NODE_DEPTH_LIMIT + 1; depth++) {
    struct strbuf bytes;
    strbuf_init(&bytes);
    snapshot_write(&bytes, node, origin);
    assert_int_equal(is_taken(&bytes, origin), depth <= NODE_DEPTH_LIMIT);
    strbuf_release(&bytes);
    struct node *outer = node_new_sequence(arena);
    node_append(arena, outer, node);
    node = outer;
  }
  arena_free(arena);
}

static const char *value_in(const char *path) {
  static char value[64];
  struct arena *arena = arena_new();
  struct error err = ERROR_INIT;
  const struct node *root = snapshot_read_file(arena, scratch_path(path), &err);
  snprintf(value, sizeof value, "%s", root ? node_text(root, "a") : "unreadable");
  assert_int_equal(!root, !!err.message);
  error_release(&err);
  arena_free(arena);
  return value;
}

/* A snapshot that says something else than the file, so that one sees which was read. */
static void write_pair(const char *name, const char *text, const char *told) {
  struct arena *arena = arena_new();
  struct strbuf bytes;
  strbuf_init(&bytes);
  snapshot_write(&bytes, read_yaml(arena, told, "f.yaml"), snapshot_origin(text, strlen(text)));
  scratch_write("f.nodes", bytes.text, bytes.length);
  scratch_write(name, text, strlen(text));
  strbuf_release(&bytes);
  arena_free(arena);
}

static void a_file_is_read_from_the_snapshot_that_fits(void **state) {
  (void)state;
  scratch_make();
  write_pair("f.yaml", "a: 1\n", "a: snapshot\n");
  assert_string_equal(value_in("f.yaml"), "snapshot");
  scratch_write("f.yaml", "a: 2\n", 5); /* edited: as long as before */
  assert_string_equal(value_in("f.yaml"), "2");
  scratch_write("f.yaml", "a: 1\n", 5);
  scratch_write("f.nodes", "NODES 1\n", 8); /* damaged */
  assert_string_equal(value_in("f.yaml"), "1");
  remove(scratch_path("f.nodes"));
  assert_string_equal(value_in("f.yaml"), "1");
  write_pair("f.yml", "a: 1\n", "a: snapshot\n"); /* of f.yaml only */
  assert_string_equal(value_in("f.yml"), "1");
  remove(scratch_path("f.yaml"));
  assert_string_equal(value_in("f.yaml"), "unreadable");
  scratch_remove();
}

/* Whether a snapshot was made of the file as it is. */
static void assert_fits(const char *yaml_path, const char *nodes_path) {
  struct arena *arena = arena_new();
  struct strbuf text, bytes;
  strbuf_init(&text);
  strbuf_init(&bytes);
  assert_true(file_read(&text, yaml_path, NODE_FILE_LIMIT_BYTES, NULL));
  assert_true(file_read(&bytes, nodes_path, 4 * NODE_FILE_LIMIT_BYTES, NULL));
  struct snapshot_origin origin = snapshot_origin(text.text, text.length);
  const struct node *root = snapshot_read(arena, bytes.text, bytes.length, origin, yaml_path);
  assert_non_null(root);
  assert_same(root, read_yaml(arena, text.text, yaml_path));
  strbuf_release(&text);
  strbuf_release(&bytes);
  arena_free(arena);
}

static void the_shipped_checklist_has_its_snapshots(void **state) {
  (void)state;
  char *checklists = environment_checklists_dir();
  char *folder = path_join(checklists, "local-law-enforcement");
  size_t yaml_count, nodes_count;
  char **yamls = file_list(folder, ".yaml", &yaml_count);
  char **nodes = file_list(folder, ".nodes", &nodes_count);
  assert_int_equal(yaml_count, nodes_count);
  assert_true(yaml_count > 0);
  for (size_t i = 0; i < yaml_count; i++) {
    char *yaml_path = path_join(folder, yamls[i]), *nodes_path = path_join(folder, nodes[i]);
    assert_fits(yaml_path, nodes_path);
    free(yaml_path);
    free(nodes_path);
    free(yamls[i]);
    free(nodes[i]);
  }
  free(yamls);
  free(nodes);
  free(folder);
  free(checklists);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(gives_the_tree_that_was_read),
      cmocka_unit_test(is_refused_for_other_bytes),
      cmocka_unit_test(is_refused_when_cut_off_or_longer),
      cmocka_unit_test(every_flipped_bit_is_seen),
      cmocka_unit_test(nothing_hostile_is_followed),
      cmocka_unit_test(each_kind_of_lie_is_refused),
      cmocka_unit_test(unclean_texts_are_refused),
      cmocka_unit_test(the_limit_of_depth_is_kept),
      cmocka_unit_test(a_file_is_read_from_the_snapshot_that_fits),
      cmocka_unit_test(the_shipped_checklist_has_its_snapshots),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
