/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/arena.h"

#include <stdbool.h>
#include <string.h>

#include "cmocka-tests.h"

static struct arena *arena;

static int set_up(void **state) {
  (void)state;
  arena = arena_new();
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  arena_free(arena);
  return 0;
}

static bool is_zero(const unsigned char *bytes, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (bytes[i])
      return false;
  return true;
}

static void test_zeroed_aligned_apart(void **state) {
  (void)state;
  unsigned char *objects[2000];
  for (size_t i = 0; i < 2000; i++) {
    size_t size = i % 97;
    objects[i] = arena_alloc(arena, size);
    assert_int_equal((uintptr_t)objects[i] % _Alignof(max_align_t), 0);
    assert_true(is_zero(objects[i], size));
    memset(objects[i], (int)(i % 250 + 1), size);
    arena_dup(arena, "odd"); /* breaks the alignment of what comes next, if anything can */
  }
  for (size_t i = 0; i < 2000; i++)
    for (size_t j = 0; j < i % 97; j++)
      assert_int_equal(objects[i][j], i % 250 + 1);
}

static void test_large_objects(void **state) {
  (void)state;
  char *small = arena_dup(arena, "small");
  unsigned char *large = arena_alloc(arena, 3000000);
  assert_true(is_zero(large, 3000000));
  memset(large, 'L', 3000000);
  char *after = arena_dup(arena, "after");
  assert_string_equal(small, "small");
  assert_string_equal(after, "after");
  assert_int_equal(large[2999999], 'L');
}

static void test_large_object_does_not_waste_the_block(void **state) {
  (void)state;
  arena_alloc(arena, 16);
  arena_alloc(arena, 1000000);
  size_t before = arena_size_bytes(arena);
  arena_alloc(arena, 16);
  assert_int_equal(arena_size_bytes(arena), before);
}

static void test_texts(void **state) {
  (void)state;
  assert_null(arena_dup(arena, NULL));
  assert_string_equal(arena_dup(arena, ""), "");
  assert_string_equal(arena_dup(arena, "text"), "text");
  assert_string_equal(arena_dup_length(arena, "text", 2), "te");
  assert_string_equal(arena_dup_length(arena, "", 0), "");
  assert_string_equal(arena_format(arena, "%s %d", "n", 5), "n 5");
  assert_string_equal(arena_format(arena, "%s", ""), "");
  assert_int_equal(strlen(arena_format(arena, "%70000d", 1)), 70000);
}

static void test_size(void **state) {
  (void)state;
  size_t empty = arena_size_bytes(arena);
  arena_alloc(arena, 100000);
  assert_true(arena_size_bytes(arena) >= empty + 100000);
  for (int i = 0; i < 100000; i++)
    arena_dup(arena, "1234567");
  assert_true(arena_size_bytes(arena) >= 900000);
  assert_true(arena_size_bytes(arena) < 2000000);
}

static void test_free_null(void **state) {
  (void)state;
  arena_free(NULL);
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(test_zeroed_aligned_apart),
      TEST(test_large_objects),
      TEST(test_large_object_does_not_waste_the_block),
      TEST(test_texts),
      TEST(test_size),
      TEST(test_free_null),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
