/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/arena.h"
#include "yaml/node.h"

static int new_arena(void **state) {
  *state = arena_new();
  return 0;
}

static int free_arena(void **state) {
  arena_free(*state);
  return 0;
}

static void look_ups_find_keys_and_take_null(void **state) {
  struct node *mapping = node_new_mapping(*state);
  node_set_text(*state, mapping, "color", "red");
  node_set(*state, mapping, "list", node_new_sequence(*state));
  assert_string_equal(node_text(mapping, "color"), "red");
  assert_true(node_get(mapping, "color")->quoted);
  assert_null(node_text(mapping, "list"));
  assert_null(node_text(mapping, "size"));
  assert_null(node_get(mapping, "size"));
  assert_null(node_get(NULL, "size"));
  assert_null(node_get(node_get(mapping, "color"), "size"));
}

static void set_replaces_and_keeps_the_order(void **state) {
  struct node *mapping = node_new_mapping(*state);
  static const char *const keys[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i"};
  for (size_t i = 0; i < 9; i++)
    node_set_text(*state, mapping, keys[i], "old");
  node_set_text(*state, mapping, "c", "new");
  node_set_text(*state, mapping, "d", NULL);
  assert_int_equal(mapping->count, 9);
  assert_string_equal(mapping->keys[2]->text, "c");
  assert_string_equal(node_text(mapping, "c"), "new");
  assert_string_equal(node_text(mapping, "d"), "old");
}

static void remove_closes_the_gap(void **state) {
  struct node *mapping = node_new_mapping(*state);
  node_set_text(*state, mapping, "a", "1");
  node_set_text(*state, mapping, "b", "2");
  node_set_text(*state, mapping, "c", "3");
  node_remove(mapping, "b");
  node_remove(mapping, "x");
  assert_int_equal(mapping->count, 2);
  assert_null(node_get(mapping, "b"));
  assert_string_equal(mapping->keys[1]->text, "c");
  assert_string_equal(node_text(mapping, "c"), "3");
}

static struct node *sample(struct arena *arena, const char *last) {
  struct node *mapping = node_new_mapping(arena), *list = node_new_sequence(arena);
  for (size_t i = 0; i < 6; i++)
    node_append(arena, list, node_new_scalar(arena, i < 5 ? "x" : last, false));
  node_set(arena, mapping, "list", list);
  return mapping;
}

static void copies_are_equal_and_apart(void **state) {
  struct node *original = sample(*state, "x");
  struct node *copy = node_copy(*state, original);
  assert_true(node_equal(original, copy));
  node_append(*state, node_get(copy, "list"), node_new_scalar(*state, "y", false));
  assert_false(node_equal(original, copy));
  assert_int_equal(node_get(original, "list")->count, 6);
}

static void equality_sees_texts_keys_and_kinds(void **state) {
  struct node *a = sample(*state, "x");
  assert_true(node_equal(a, sample(*state, "x")));
  assert_false(node_equal(a, sample(*state, "y")));
  struct node *other_key = node_new_mapping(*state);
  node_set(*state, other_key, "List", node_get(a, "list"));
  assert_false(node_equal(a, other_key));
  assert_false(node_equal(node_new_mapping(*state), node_new_sequence(*state)));
  assert_true(node_equal(node_new_scalar(*state, "q", true), node_new_scalar(*state, "q", false)));
}

static void new_scalars_are_clean(void **state) {
  assert_string_equal(node_new_scalar(*state, "a\x1b[31mb\r\nc\td", true)->text,
                      "a<U+001B>[31mb\nc d");
  struct node *mapping = node_new_mapping(*state);
  node_set_text(*state, mapping, "two\nlines", "x");
  assert_string_equal(mapping->keys[0]->text, "two lines");
}

static void kinds_have_names(void **state) {
  assert_string_equal(node_kind_name(node_new_scalar(*state, "", false)), "a text");
  assert_string_equal(node_kind_name(node_new_sequence(*state)), "a list");
  assert_string_equal(node_kind_name(node_new_mapping(*state)), "a mapping");
  assert_string_equal(node_kind_name(NULL), "nothing");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(look_ups_find_keys_and_take_null),
      cmocka_unit_test(set_replaces_and_keeps_the_order),
      cmocka_unit_test(remove_closes_the_gap),
      cmocka_unit_test(copies_are_equal_and_apart),
      cmocka_unit_test(equality_sees_texts_keys_and_kinds),
      cmocka_unit_test(new_scalars_are_clean),
      cmocka_unit_test(kinds_have_names),
  };
  return cmocka_run_group_tests(tests, new_arena, free_arena);
}
