/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "cmocka-tests.h"

static void assert_text(char *text, const char *expected) {
  assert_string_equal(text, expected);
  free(text);
}

static void test_join(void **state) {
  (void)state;
  assert_text(path_join("a", "b"), "a/b");
  assert_text(path_join("a/", "b"), "a/b");
  assert_text(path_join("/", "b"), "/b");
  assert_text(path_join("", "b"), "b");
  assert_text(path_join("a/b", "c/d"), "a/b/c/d");
}

static void test_folder(void **state) {
  (void)state;
  assert_text(path_folder("a/b/c"), "a/b");
  assert_text(path_folder("a"), ".");
  assert_text(path_folder(""), ".");
  assert_text(path_folder("/a"), "/");
  assert_text(path_folder("//a"), "/");
  assert_text(path_folder("a//b"), "a");
  assert_text(path_folder("a/"), "a");
  assert_text(path_folder("/"), "/");
}

static void test_name(void **state) {
  (void)state;
  assert_string_equal(path_name("a/b/c.yaml"), "c.yaml");
  assert_string_equal(path_name("c.yaml"), "c.yaml");
  assert_string_equal(path_name("/c"), "c");
  assert_string_equal(path_name("a/"), "");
}

static void test_slug(void **state) {
  (void)state;
  assert_text(path_slug("Cook County, IL"), "cook-county-il");
  assert_text(path_slug("Doña Ana County"), "dona-ana-county");
  assert_text(path_slug("  --St. Mary's / 2nd--  "), "st-marys-2nd");
  assert_text(path_slug("Prince George’s"), "prince-georges");
  assert_text(path_slug("Đà Nẵng"), "da-nang");
  assert_text(path_slug("2026"), "2026");
}

static void test_slug_of_nothing(void **state) {
  (void)state;
  assert_text(path_slug(""), "session");
  assert_text(path_slug("/../.."), "session");
  assert_text(path_slug("中文"), "session");
  assert_text(path_slug("\xff\xfe"), "session");
}

static void test_slug_of_device_names(void **state) {
  (void)state;
  assert_text(path_slug("CON"), "session-con");
  assert_text(path_slug("nul"), "session-nul");
  assert_text(path_slug("Com1"), "session-com1");
  assert_text(path_slug("LPT9"), "session-lpt9");
  assert_text(path_slug("console"), "console");
  assert_text(path_slug("com12"), "com12");
  assert_text(path_slug("comx"), "comx");
}

/* What a stick, another system or a shell would take for something else. */
static void test_slug_of_traps(void **state) {
  (void)state;
  assert_text(path_slug("../../etc/passwd"), "etc-passwd");
  assert_text(path_slug("/home/ana/.ssh/id"), "home-ana-ssh-id");
  assert_text(path_slug("C:\\Windows\\System32"), "c-windows-system32");
  assert_text(path_slug("-rf"), "rf");
  assert_text(path_slug("~root"), "root");
  assert_text(path_slug(".hidden"), "hidden");
  assert_text(path_slug("Elm. . ."), "elm");
  assert_text(path_slug("Elm   "), "elm");
  assert_text(path_slug("Elm\n$(rm -rf ~)\t`id`;*?<>|\""), "elm-rm-rf-id");
  assert_text(path_slug("Elm\x1b[31m\x07\x7f"), "elm-31m");
  assert_text(path_slug("\xe2\x80\xae"
                        "gpj.elm\xe2\x80\xac"),
              "gpj-elm");                                       /* turned round */
  assert_text(path_slug("E\xe2\x80\x8blm\xef\xbb\xbf"), "elm"); /* nothing to be seen */
  assert_text(path_slug("CON.yaml"), "con-yaml");
  assert_text(path_slug("AUX "), "session-aux");
  assert_text(path_slug("COM\xc2\xb9"), "session-com1");
  assert_text(path_slug("LPT0"), "session-lpt0");
  assert_text(path_slug("CON\xe2\x80\x8b"), "session-con");
}

static void test_slug_length(void **state) {
  (void)state;
  char *slug = path_slug("A very long name of a place that goes on and on-and on and on, for ever");
  assert_true(strlen(slug) <= 60);
  assert_true(strlen(slug) > 50);
  assert_int_not_equal(slug[strlen(slug) - 1], '-');
  free(slug);
}

static void test_slug_is_always_safe(void **state) {
  (void)state;
  unsigned random = 5;
  for (int round = 0; round < 2000; round++) {
    char text[40];
    for (size_t i = 0; i < sizeof text - 1; i++) {
      random = random * 1664525 + 1013904223;
      text[i] = (char)(random >> 24 ? random >> 24 : 1);
    }
    text[sizeof text - 1] = '\0';
    char *slug = path_slug(text);
    assert_true(strlen(slug) >= 1 && strlen(slug) <= 68);
    assert_int_equal(strspn(slug, "abcdefghijklmnopqrstuvwxyz0123456789-"), strlen(slug));
    assert_int_not_equal(slug[0], '-');
    free(slug);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_join),
      cmocka_unit_test(test_folder),
      cmocka_unit_test(test_name),
      cmocka_unit_test(test_slug),
      cmocka_unit_test(test_slug_of_nothing),
      cmocka_unit_test(test_slug_of_device_names),
      cmocka_unit_test(test_slug_of_traps),
      cmocka_unit_test(test_slug_length),
      cmocka_unit_test(test_slug_is_always_safe),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
