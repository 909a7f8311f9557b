/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/strbuf.h"

#include <stdlib.h>
#include <string.h>

#include "cmocka-tests.h"

static struct strbuf buf;

static int set_up(void **state) {
  (void)state;
  strbuf_init(&buf);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  strbuf_release(&buf);
  return 0;
}

static void assert_holds(const char *expected) {
  assert_string_equal(buf.text, expected);
  assert_int_equal(buf.length, strlen(expected));
}

static void test_empty_is_a_string(void **state) {
  (void)state;
  assert_holds("");
  assert_int_equal(buf.capacity, 0);
  strbuf_clear(&buf);
  strbuf_add(&buf, "");
  strbuf_addf(&buf, "%s", "");
  strbuf_trim_end(&buf);
  strbuf_insert(&buf, 0, "x", 0);
  strbuf_remove(&buf, 0, 0);
  assert_holds("");
  assert_int_equal(buf.capacity, 0);
}

static void test_add(void **state) {
  (void)state;
  strbuf_add(&buf, "ab");
  strbuf_add_char(&buf, 'c');
  strbuf_add_bytes(&buf, "defg", 2);
  strbuf_add_repeat(&buf, "-=", 3);
  strbuf_add_repeat(&buf, "x", 0);
  assert_holds("abcde-=-=-=");
}

static void test_add_bytes_with_nul(void **state) {
  (void)state;
  strbuf_add_bytes(&buf, "a\0b", 3);
  assert_int_equal(buf.length, 3);
  assert_memory_equal(buf.text, "a\0b", 4);
}

static void test_grows(void **state) {
  (void)state;
  for (int i = 0; i < 10000; i++) {
    strbuf_add_char(&buf, (char)('a' + i % 26));
    assert_int_equal(buf.text[buf.length], '\0');
    assert_true(buf.capacity > buf.length);
  }
  for (int i = 0; i < 10000; i++)
    assert_int_equal(buf.text[i], 'a' + i % 26);
}

static void test_format(void **state) {
  (void)state;
  strbuf_add(&buf, ">");
  strbuf_addf(&buf, "%d %s %5.2s|", 42, "words", "xyz");
  assert_holds(">42 words    xy|");
}

static void test_format_longer_than_any_buffer(void **state) {
  (void)state;
  strbuf_addf(&buf, "%100000d", 7);
  assert_int_equal(buf.length, 100000);
  assert_int_equal(buf.text[99999], '7');
  assert_int_equal(strspn(buf.text, " "), 99999);
}

static void test_insert(void **state) {
  (void)state;
  strbuf_insert(&buf, 0, "bd", 2);
  strbuf_insert(&buf, 0, "a", 1);
  strbuf_insert(&buf, 2, "cxx", 1);
  strbuf_insert(&buf, 4, "e", 1);
  assert_holds("abcde");
}

static void test_remove(void **state) {
  (void)state;
  strbuf_add(&buf, "abcdef");
  strbuf_remove(&buf, 0, 1);
  assert_holds("bcdef");
  strbuf_remove(&buf, 1, 2);
  assert_holds("bef");
  strbuf_remove(&buf, 3, 0);
  strbuf_remove(&buf, 0, 3);
  assert_holds("");
}

static void test_trim_end(void **state) {
  (void)state;
  strbuf_add(&buf, " a b \n\n ");
  strbuf_trim_end(&buf);
  assert_holds(" a b");
  strbuf_clear(&buf);
  strbuf_add(&buf, "\n \n");
  strbuf_trim_end(&buf);
  assert_holds("");
}

static void test_clear_keeps_memory(void **state) {
  (void)state;
  strbuf_add(&buf, "something");
  size_t capacity = buf.capacity;
  strbuf_clear(&buf);
  assert_holds("");
  assert_int_equal(buf.capacity, capacity);
  strbuf_add(&buf, "new");
  assert_holds("new");
}

static void test_take(void **state) {
  (void)state;
  strbuf_add(&buf, "mine");
  char *text = strbuf_take(&buf);
  assert_string_equal(text, "mine");
  free(text);
  assert_holds("");
  text = strbuf_take(&buf);
  assert_string_equal(text, "");
  free(text);
}

static void test_release_twice(void **state) {
  (void)state;
  strbuf_add(&buf, "x");
  strbuf_release(&buf);
  strbuf_release(&buf);
  assert_holds("");
  strbuf_add(&buf, "again");
  assert_holds("again");
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(test_empty_is_a_string),
      TEST(test_add),
      TEST(test_add_bytes_with_nul),
      TEST(test_grows),
      TEST(test_format),
      TEST(test_format_longer_than_any_buffer),
      TEST(test_insert),
      TEST(test_remove),
      TEST(test_trim_end),
      TEST(test_clear_keeps_memory),
      TEST(test_take),
      TEST(test_release_twice),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
