/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/utf8.h"
#include "cmocka-tests.h"

static void check_key(const char *text, const char *expected) {
  char *key = text_search_key(text);
  assert_string_equal(key, expected);
  free(key);
}

static void test_key(void **state) {
  (void)state;
  check_key("", "");
  check_key("Jail Access", "jail access");
  check_key("two\nlines\tand", "two lines and");
  check_key("EDUCACIÓN", "educacion");
  check_key("educacio\u0301n", "educacion");
  check_key("Đặng Văn", "dang van");
  check_key("STRASSE", "strasse");
  check_key("straße", "strasse");
  check_key("İstanbul ışık", "istanbul isik");
  check_key("Łódź, Øre, Ðakovo", "lodz, ore, dakovo");
  check_key("sheriff’s “own” – list", "sheriff's \"own\" - list");
  check_key("ΣΊΣΥΦΟΣ", "σισυφοσ");
  check_key("ＡＢＣ ﬁne ½", "abc fine 1⁄2");
  check_key("中文", "中文");
  check_key("z\u200bero\u200d", "zero");
}

static void test_key_of_hostile_bytes(void **state) {
  (void)state;
  check_key("A\xff"
            "B",
            "a\ufffdb");
  check_key("\xe4\xb8", "\ufffd\ufffd");
  uint32_t random = 3;
  for (int round = 0; round < 1000; round++) {
    char text[50];
    for (size_t i = 0; i < sizeof text - 1; i++) {
      random = random * 1664525 + 1013904223;
      text[i] = (char)(random >> 24 ? random >> 24 : 1);
    }
    text[sizeof text - 1] = '\0';
    char *key = text_search_key(text);
    assert_true(utf8_is_valid(key, strlen(key)));
    free(key);
  }
}

static void check_contains(const char *text, const char *typed, bool expected) {
  char *key = text_search_key(typed);
  assert_int_equal(text_contains(text, key), expected);
  free(key);
}

static void test_contains(void **state) {
  (void)state;
  check_contains("¿Está la audiencia anunciada?", "ESTA", true);
  check_contains("¿Está la audiencia anunciada?", "está", true);
  check_contains("Tiếng Việt", "tieng viet", true);
  check_contains("Đặng", "dang", true);
  check_contains("The sheriff’s office", "sheriff's", true);
  check_contains("detainer", "Detainers", false);
  check_contains("anything", "", true);
  check_contains("", "x", false);
}

static void test_distance(void **state) {
  (void)state;
  assert_int_equal(text_distance("", ""), 0);
  assert_int_equal(text_distance("abc", "abc"), 0);
  assert_int_equal(text_distance("", "abc"), 3);
  assert_int_equal(text_distance("abc", ""), 3);
  assert_int_equal(text_distance("kitten", "sitting"), 3);
  assert_int_equal(text_distance("sitting", "kitten"), 3);
  assert_int_equal(text_distance("title", "titel"), 1); /* two letters swapped */
  assert_int_equal(text_distance("ab", "ba"), 1);
  assert_int_equal(text_distance("a", "b"), 1);
  assert_int_equal(text_distance("ca", "abc"), 3);
}

static void test_nearest(void **state) {
  (void)state;
  static const char *const known[] = {"id",   "title",         "about", "hint",
                                      "kind", "where-to-look", NULL};
  static const char *const none[] = {NULL};
  assert_string_equal(text_nearest("titel", known), "title");
  assert_string_equal(text_nearest("hnt", known), "hint");
  assert_string_equal(text_nearest("where-to-lok", known), "where-to-look");
  assert_string_equal(text_nearest("where_to_look", known), "where-to-look");
  assert_string_equal(text_nearest("i", known), "id");
  assert_string_equal(text_nearest("kind", known), "kind");
  assert_null(text_nearest("question", known));
  assert_null(text_nearest("xy", known)); /* nothing would be left of "id" */
  assert_null(text_nearest("", known));
  assert_null(text_nearest("title", none));
}

/* One edit up to three letters, two up to seven, three beyond. */
static void test_nearest_has_a_limit(void **state) {
  (void)state;
  static const char *const known[] = {"about", "sections", "ab", NULL};
  assert_string_equal(text_nearest("abx", known), "ab");
  assert_null(text_nearest("out", known)); /* two edits */
  assert_string_equal(text_nearest("bout", known), "about");
  assert_string_equal(text_nearest("xxout", known), "about");
  assert_null(text_nearest("xxxut", known));
  assert_null(text_nearest("xxxtion", known));
  assert_string_equal(text_nearest("xxxtions", known), "sections");
  assert_null(text_nearest("xxxxions", known));
  assert_null(text_nearest("xy", known)); /* as many edits as letters */
}

static void test_nearest_of_two(void **state) {
  (void)state;
  static const char *const known[] = {"cart", "cast", "cat", NULL};
  assert_string_equal(text_nearest("cazt", known), "cart"); /* the first of equals */
  assert_string_equal(text_nearest("cats", known), "cast");
}

static void test_nearest_of_a_huge_word(void **state) {
  (void)state;
  static const char *const known[] = {"id", "title", NULL};
  char *word = malloc(1000001);
  memset(word, 't', 1000000);
  word[1000000] = '\0';
  assert_null(text_nearest(word, known));
  free(word);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_key),
      cmocka_unit_test(test_key_of_hostile_bytes),
      cmocka_unit_test(test_contains),
      cmocka_unit_test(test_distance),
      cmocka_unit_test(test_nearest),
      cmocka_unit_test(test_nearest_has_a_limit),
      cmocka_unit_test(test_nearest_of_two),
      cmocka_unit_test(test_nearest_of_a_huge_word),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
