/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "../base/cmocka-tests.h"
#include "base/environment.h"
#include "base/error.h"
#include "tui/editor.h"

enum { PAGE_ROWS = 3 };

static struct editor editor;

/* Types a script of keys; returns whether the editor used the last of them. */
static bool type(const char *script) {
  struct error err = ERROR_INIT;
  struct input *input = input_script_new(script, &err);
  assert_non_null(input);
  struct key key;
  bool is_used = false;
  while (input_next(input, -1, &key))
    is_used = editor_key(&editor, &key, PAGE_ROWS);
  input_free(input);
  return is_used;
}

static void begin(const char *text, bool one_line, int width) {
  editor_init(&editor, one_line);
  editor_set_width(&editor, width);
  editor_set(&editor, text);
}

static void expect(const char *text, size_t line, int cell) {
  size_t found_line;
  int found_cell;
  editor_cursor(&editor, &found_line, &found_cell);
  assert_string_equal(editor.text.text, text);
  assert_int_equal(found_line, line);
  assert_int_equal(found_cell, cell);
  editor_release(&editor);
}

static void test_typing(void **state) {
  (void)state;
  begin(NULL, false, 20);
  assert_true(type("\"one\" Enter \"two\""));
  assert_true(editor.changed);
  expect("one\ntwo", 1, 3);
}

static void test_one_line_has_no_line_ends(void **state) {
  (void)state;
  begin("a", true, 20);
  assert_false(type("Enter"));
  type("Paste\"b\\nc\"");
  expect("ab c", 0, 4);
}

static void test_deleting(void **state) {
  (void)state;
  begin("abc", false, 20);
  type("Left Backspace");
  expect("ac", 0, 1);
  begin("abc", false, 20);
  type("Home Delete Delete");
  expect("c", 0, 0);
  begin("", false, 20);
  assert_true(type("Backspace Delete"));
  expect("", 0, 0);
}

static void test_whole_characters(void **state) {
  (void)state;
  begin("e\xcc\x81中", false, 20);
  type("Backspace");
  expect("e\xcc\x81", 0, 1);
  begin("e\xcc\x81中", false, 20);
  type("Left Left Delete");
  expect("中", 0, 0);
}

static void test_words(void **state) {
  (void)state;
  begin("one two three", false, 40);
  type("Ctrl-Left Ctrl-Left \"x\"");
  expect("one xtwo three", 0, 5);
  begin("one two three", false, 40);
  type("Ctrl-W");
  expect("one two ", 0, 8);
  begin("one two", false, 40);
  type("Home Ctrl-Right \"x\"");
  expect("one xtwo", 0, 5);
}

static void test_lines_are_cleared(void **state) {
  (void)state;
  begin("first\nsecond", false, 40);
  type("Ctrl-U");
  expect("first\n", 1, 0);
  begin("first\nsecond", false, 40);
  type("Up Ctrl-A Ctrl-K");
  expect("\nsecond", 0, 0);
  begin("first", false, 40);
  type("Ctrl-A Ctrl-E \"!\"");
  expect("first!", 0, 6);
}

static void test_up_and_down_keep_the_column(void **state) {
  (void)state;
  begin("long line\nx\nlonger line", false, 40);
  type("Up");
  assert_true(type("Up"));
  expect("long line\nx\nlonger line", 0, 9);
  begin("ab", false, 40);
  assert_false(type("Up"));
  assert_false(type("Down"));
  expect("ab", 0, 2);
}

static void test_wrapped_lines(void **state) {
  (void)state;
  begin("one two three four", false, 8);
  assert_int_equal(editor.lines.count, 3);
  assert_true(type("Home"));
  type("Up");
  expect("one two three four", 1, 0);
  begin("one two three four", false, 8);
  assert_true(type("PgUp"));
  assert_false(type("PgUp"));
  type("End");
  expect("one two three four", 0, 7);
}

static void test_narrower_window_loses_nothing(void **state) {
  (void)state;
  begin("one two three four", false, 40);
  editor_set_width(&editor, 5);
  editor_set_width(&editor, 0);
  editor_set_width(&editor, 40);
  expect("one two three four", 0, 18);
}

static void test_control_characters_are_named(void **state) {
  (void)state;
  begin("a\x1b[31mb\tc", true, 40);
  expect("a<U+001B>[31mb c", 0, 16);
}

static void test_placing(void **state) {
  (void)state;
  begin("one\ntwo", false, 40);
  editor_place(&editor, 0, 2);
  expect("one\ntwo", 0, 2);
  begin("one\ntwo", false, 40);
  editor_place(&editor, 9, 99);
  expect("one\ntwo", 1, 3);
}

static void test_other_keys_are_not_used(void **state) {
  (void)state;
  begin("a", false, 40);
  assert_false(type("F1"));
  assert_false(type("Ctrl-R"));
  assert_false(type("Tab"));
  assert_false(editor.changed);
  expect("a", 0, 1);
}

int main(void) {
  environment_set_locale();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_typing),
      cmocka_unit_test(test_one_line_has_no_line_ends),
      cmocka_unit_test(test_deleting),
      cmocka_unit_test(test_whole_characters),
      cmocka_unit_test(test_words),
      cmocka_unit_test(test_lines_are_cleared),
      cmocka_unit_test(test_up_and_down_keep_the_column),
      cmocka_unit_test(test_wrapped_lines),
      cmocka_unit_test(test_narrower_window_loses_nothing),
      cmocka_unit_test(test_control_characters_are_named),
      cmocka_unit_test(test_placing),
      cmocka_unit_test(test_other_keys_are_not_used),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
