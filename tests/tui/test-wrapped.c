/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../base/cmocka-tests.h"
#include "base/environment.h"
#include "tui/wrapped.h"

static void a_text_that_stays_keeps_its_lines(void **state) {
  (void)state;
  struct wrapped wrapped = {0};
  wrapped_begin(&wrapped);
  const struct text_lines *lines = wrapped_lines(&wrapped, "one two three", 8);
  assert_int_equal(lines->count, 2);
  const struct text_line *items = lines->items;
  wrapped_begin(&wrapped);
  assert_ptr_equal(wrapped_lines(&wrapped, "one two three", 8)->items, items);
  assert_int_equal(wrapped.count, 1);
  wrapped_release(&wrapped);
}

static void another_text_or_width_is_wrapped_anew(void **state) {
  (void)state;
  struct wrapped wrapped = {0};
  wrapped_begin(&wrapped);
  wrapped_lines(&wrapped, "one two three", 8);
  wrapped_lines(&wrapped, "four", 8);
  wrapped_begin(&wrapped);
  assert_int_equal(wrapped_lines(&wrapped, "one two three", 5)->count, 3);
  assert_int_equal(wrapped_lines(&wrapped, "four five six", 8)->count, 2);
  assert_int_equal(wrapped_lines(&wrapped, "seven", 8)->count, 1);
  assert_int_equal(wrapped.count, 3);
  wrapped_release(&wrapped);
  assert_null(wrapped.items);
}

int main(void) {
  environment_set_locale();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_text_that_stays_keeps_its_lines),
      cmocka_unit_test(another_text_or_width_is_wrapped_anew),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
