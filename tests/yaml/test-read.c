/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/error.h"
#include "yaml/node.h"

static int new_arena(void **state) {
  *state = arena_new();
  return 0;
}

static int free_arena(void **state) {
  arena_free(*state);
  return 0;
}

static struct node *read_text(void **state, const char *text) {
  struct error err = ERROR_INIT;
  struct node *node = node_read(*state, text, strlen(text), "f.yaml", &err);
  if (!node)
    fail_msg("refused: %s", err.message);
  return node;
}

static void nodes_know_where_they_stood(void **state) {
  struct node *root = read_text(state, "a: 1\nlist:\n  - x\n  - 'é': {b: c}\n");
  const struct node *inner = node_get(root, "list")->items[1];
  assert_int_equal(root->line, 1);
  assert_int_equal(node_get(root, "a")->column, 4);
  assert_int_equal(inner->keys[0]->line, 4);
  assert_int_equal(inner->keys[0]->column, 5);
  assert_int_equal(inner->items[0]->column, 10);
  assert_string_equal(inner->items[0]->file, "f.yaml");
}

static void words_are_only_words(void **state) {
  struct node *root =
      read_text(state, "a: yes\nb: ~\nc:\nd: 010\ne: 'no'\nf: \"x\\ty\"\ng: |\n  1\n  2\n");
  assert_string_equal(node_text(root, "a"), "yes");
  assert_string_equal(node_text(root, "b"), "~");
  assert_string_equal(node_text(root, "c"), "");
  assert_string_equal(node_text(root, "d"), "010");
  assert_false(node_get(root, "d")->quoted);
  assert_true(node_get(root, "e")->quoted);
  assert_string_equal(node_text(root, "f"), "x y");
  assert_string_equal(node_text(root, "g"), "1\n2\n");
  assert_true(node_get(root, "g")->quoted);
}

static void an_empty_document_is_an_empty_mapping(void **state) {
  static const char *const texts[] = {"", "\n\n", "# only a comment\n", "---\n", "\xef\xbb\xbf"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    struct node *root = read_text(state, texts[i]);
    assert_int_equal(root->kind, NODE_MAPPING);
    assert_int_equal(root->count, 0);
  }
}

static void a_byte_order_mark_does_not_move_columns(void **state) {
  struct node *root = read_text(state, "\xef\xbb\xbf"
                                       "a: b\r\nc: d\r\n");
  assert_int_equal(node_get(root, "a")->column, 4);
  assert_string_equal(node_text(root, "c"), "d");
  assert_int_equal(node_get(root, "c")->line, 2);
}

static void controls_are_named(void **state) {
  struct node *root =
      read_text(state, "a: \"\\e[31mred\\x9b\"\nb: x\xe2\x80\xaey\n\"k\\ney\": z\n");
  assert_string_equal(node_text(root, "a"), "<U+001B>[31mred<U+009B>");
  assert_string_equal(node_text(root, "b"), "x<U+202E>y");
  assert_string_equal(node_text(root, "k ey"), "z");
}

/* Each text and the start of the sentence it is refused with. */
static const struct {
  const char *text, *message;
} refused[] = {
    {"a: &x 1\n", "f.yaml:1:4: '&name' cannot be used here"},
    {"a: *x\n", "f.yaml:1:4: '*name' cannot be used here"},
    {"a: !!str x\n", "f.yaml:1:4: '!name' cannot be used here"},
    {"a: !x [b]\n", "f.yaml:1:4: '!name' cannot be used here"},
    {"a: &x {b: c}\n", "f.yaml:1:4: '&name' cannot be used here"},
    {"%YAML 1.1\n---\na: b\n", "f.yaml:1:1: lines that start with '%'"},
    {"%TAG ! x\n---\na: b\n", "f.yaml:1:1: lines that start with '%'"},
    {"%FOO\n---\na: b\n", "f.yaml:1:1: a line cannot start with '%'"},
    {"a: b\n---\nc: d\n", "f.yaml:2:1: a second document starts here"},
    {"a: 1\nb: 2\na: 3\n", "f.yaml:3:1: the key 'a' stands here twice (before in line 1)"},
    {"x: {a: 1, a: 3}\n", "f.yaml:1:11: the key 'a' stands here twice"},
    {"{a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7,\n h: 8, i: 9, j: 10, k: 11, l: 12, a: 13, k: 14, "
     "k: "
     "15}\n",
     "f.yaml:2:35: the key 'a' stands here twice (before in line 1)"},
    {"[a]: b\n", "f.yaml:1:1: a list or a mapping cannot be a key"},
    {"? {a: b}\n: c\n", "f.yaml:1:3: a list or a mapping cannot be a key"},
    {"\"\": b\n", "f.yaml:1:1: this key is empty"},
    {": b\n", "f.yaml:1:1: this does not fit the lines above"},
    {"{: b}\n", "f.yaml:1:2: a key or a value is missing"},
    {"a: \"\\0\"\n", "f.yaml:1:4: this text holds a NUL character"},
    {"a: \xff\n", "f.yaml:1:4: this is not text in UTF-8"},
    {"a: b\nc: \xc3\n", "f.yaml:2:4: this is not text in UTF-8"},
    {"a: b\nc: é\x07\n", "f.yaml:2:5: a control character stands here"},
    /* what libyaml finds, in our words */
    {"a:\n\t- b\n", "f.yaml:2:1: a tab cannot indent"},
    {"a:\n  b: |\n\tc\n", "f.yaml:3:1: a tab cannot indent"},
    {"a: b\n c\n\td\n", "f.yaml:3:1: a tab cannot indent"},
    {"é: \tb\n\tc: d\n", "f.yaml:2:1: a tab cannot indent"},
    {"a: 'it\nb: c\n", "f.yaml:1:4: this quote is not closed"},
    {"a: \"it\n---\nb: c\n", "f.yaml:1:4: this quote is not closed"},
    {"a: 'Sheriff's office'\n", "f.yaml:1:13: this does not fit the lines above"},
    {"a: \"c:\\dir\"\n", "f.yaml:1:7: a \\ in \"…\" starts a special character"},
    {"a: \"\\u12\"\n", "f.yaml:1:7: a \\ in \"…\" starts a special character"},
    {"a: b: c\n", "f.yaml:1:5: ':' cannot stand here"},
    {"a: [b:[c]]\n", "f.yaml:1:6: ':' cannot stand here"},
    {"a: b\n  c: d\n", "f.yaml:2:4: ':' cannot stand here"},
    {"a: b\nc\nd: e\n", "f.yaml:2:1: this is not 'key: value'"},
    {"a:\n  b: c\n d: e\n", "f.yaml:3:2: this does not fit the lines above"},
    {"a:\n  - b\n  c: d\n", "f.yaml:3:3: this does not fit the list above"},
    {"a: - b\n", "f.yaml:1:4: '- ' cannot stand here"},
    {"a: ? b\n", "f.yaml:1:4: a key cannot stand here"},
    {"a: [b, c\nd: e\n", "f.yaml:2:2: the list in […] is not closed"},
    {"a: {b: c\nd: e\n", "f.yaml:2:2: the keys in {…} are not closed"},
    {"a: [b, }\n", "f.yaml:1:8: a key or a value is missing"},
    {"a: @b\n", "f.yaml:1:4: a text cannot start with this character"},
    {"a: `b`\n", "f.yaml:1:4: a text cannot start with this character"},
    {"a: %b\n", "f.yaml:1:4: a text cannot start with this character"},
    {"a: *emphasis* first\n", "f.yaml:1:4: a text that starts with '*' or '&'"},
    {"a: !<x\n", "f.yaml:1:4: a text that starts with '!'"},
    {"a: !x!y b\n", "f.yaml:1:4: a text that starts with '!'"},
    {"a: | b\n", "f.yaml:1:6: after '|' or '>'"},
    {"a: b\n...\nc\n", "f.yaml:3:1: this does not belong"},
    {"'a' 'b'\n", "f.yaml:1:5: this does not belong"},
};

static void what_is_refused_is_told_in_plain_words(void **state) {
  size_t wrong = 0;
  for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
    struct error err = ERROR_INIT;
    node_read(*state, refused[i].text, strlen(refused[i].text), "f.yaml", &err);
    const char *message = err.message ? err.message : "taken";
    if (strncmp(message, refused[i].message, strlen(refused[i].message)) != 0) {
      print_error("%s  gave:   %s\n  wanted: %s\n", refused[i].text, message, refused[i].message);
      wrong++;
    }
    error_release(&err);
  }
  assert_int_equal(wrong, 0);
}

static void a_nul_byte_is_refused(void **state) {
  struct error err = ERROR_INIT;
  assert_null(node_read(*state, "a: b\0c\n", 7, "f.yaml", &err));
  assert_non_null(strstr(err.message, "f.yaml:1:5: a control character stands here"));
  error_release(&err);
}

static void duplicates_are_found_among_many_keys(void **state) {
  char text[20 * 40] = "", *end = text;
  for (int i = 0; i < 40; i++)
    end += snprintf(end, 20, "k%d: x\n", i == 33 ? 7 : i);
  struct error err = ERROR_INIT;
  assert_null(node_read(*state, text, strlen(text), "f.yaml", &err));
  assert_string_equal(err.message,
                      "f.yaml:34:1: the key 'k7' stands here twice (before in line 8): remove one");
  error_release(&err);
}

static void files_are_read_and_missing_ones_told(void **state) {
  char path[] = "/tmp/test-read-XXXXXX";
  int fd = mkstemp(path);
  assert_true(fd >= 0);
  assert_int_equal(write(fd, "a: b\n", 5), 5);
  close(fd);
  struct error err = ERROR_INIT;
  struct node *root = node_read_file(*state, path, &err);
  unlink(path);
  assert_non_null(root);
  assert_string_equal(node_text(root, "a"), "b");
  assert_string_equal(root->file, path);
  assert_null(node_read_file(*state, path, &err));
  assert_non_null(strstr(err.message, path));
  error_release(&err);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nodes_know_where_they_stood),
      cmocka_unit_test(words_are_only_words),
      cmocka_unit_test(an_empty_document_is_an_empty_mapping),
      cmocka_unit_test(a_byte_order_mark_does_not_move_columns),
      cmocka_unit_test(controls_are_named),
      cmocka_unit_test(what_is_refused_is_told_in_plain_words),
      cmocka_unit_test(a_nul_byte_is_refused),
      cmocka_unit_test(duplicates_are_found_among_many_keys),
      cmocka_unit_test(files_are_read_and_missing_ones_told),
  };
  return cmocka_run_group_tests(tests, new_arena, free_arena);
}
