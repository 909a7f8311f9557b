/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "../base/cmocka-tests.h"
#include "base/error.h"
#include "tui/input.h"

static void test_names_and_texts(void **state) {
  (void)state;
  struct error err = ERROR_INIT;
  struct input *input =
      input_script_new("# a comment\nDown y\t\"a\\\"\\n\" Ctrl-R F1 Space Mouse 3,10"
                       " Wait Paste\"two\\nlines\"\n",
                       &err);
  static const struct key expected[] = {
      {.code = INPUT_DOWN},
      {.code = INPUT_CHAR, .character = 'y'},
      {.code = INPUT_CHAR, .character = 'a'},
      {.code = INPUT_CHAR, .character = '"'},
      {.code = INPUT_ENTER},
      {.code = INPUT_CTRL, .character = 'R'},
      {.code = INPUT_FUNCTION, .character = 1},
      {.code = INPUT_CHAR, .character = ' '},
      {.code = INPUT_MOUSE},
      {.code = INPUT_TIMEOUT},
      {.code = INPUT_PASTE},
  };
  struct key key;
  assert_non_null(input);
  assert_true(input_next(input, 0, &key));
  assert_int_equal(key.code, INPUT_TIMEOUT);
  for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
    assert_true(input_next(input, -1, &key));
    assert_true(key_same(&key, &expected[i]));
    if (key.code == INPUT_MOUSE)
      assert_true(key.row == 3 && key.column == 10);
  }
  assert_string_equal(key.text, "two\nlines");
  assert_false(input_next(input, -1, &key));
  assert_int_equal(key.code, INPUT_END);
  input_free(input);
}

static void expect_fault(const char *script, const char *message) {
  struct error err = ERROR_INIT;
  assert_null(input_script_new(script, &err));
  assert_string_equal(err.message, message);
  error_release(&err);
}

static void test_faults_name_the_line(void **state) {
  (void)state;
  expect_fault("Down\n\nDwon", "line 3 of the key script: 'Dwon' is no key");
  expect_fault("\"open", "line 1 of the key script: the quote is not closed");
  expect_fault("\n\"open\n\"", "line 2 of the key script: the quote is not closed");
  expect_fault("Resize 40", "line 1 of the key script: 'Resize' is no key");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_names_and_texts),
      cmocka_unit_test(test_faults_name_the_line),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
