/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/end-mark.h"

#include <string.h>

#include "base/strbuf.h"
#include "session/fixture.h"

static void expect_mark(const char *text, enum session_wholeness expected) {
  assert_int_equal(end_mark_check(text, strlen(text)), expected);
}

static void the_end_mark_says_what_happened(void **state) {
  (void)state;
  struct strbuf text;
  strbuf_init(&text);
  strbuf_add(&text, "format: 1\n");
  end_mark_add(&text);
  assert_string_equal(text.text, "format: 1\n# end f614c385\n");
  expect_mark(text.text, SESSION_WHOLE);
  expect_mark("format: 1\n# end f614c385", SESSION_WHOLE);
  expect_mark("format: 1\n# end f614c385 \r\n\n", SESSION_WHOLE);
  expect_mark("format: 2\n# end f614c385\n", SESSION_EDITED);
  expect_mark("format: 1\r\n# end f614c385\r\n", SESSION_EDITED);
  expect_mark("format: 1\n# end f614c385\nplace: x\n", SESSION_EDITED);
  expect_mark("format: 1\n# end F614C385\n", SESSION_CUT_OFF);
  expect_mark("format: 1\n# end f614c3855\n", SESSION_CUT_OFF);
  expect_mark("format: 1\n# end f614c38\n", SESSION_CUT_OFF);
  expect_mark("format: 1\n # end f614c385\n", SESSION_CUT_OFF);
  expect_mark("format: 1\n", SESSION_CUT_OFF);
  expect_mark("", SESSION_CUT_OFF);
  expect_mark("# end 00000000", SESSION_CUT_OFF); /* not at the start of a line after another */
  expect_mark("a\n# end 00000000x\n# end 1", SESSION_CUT_OFF);
  expect_mark("format: 1\n# end f614c385\n# end 00000000\n", SESSION_EDITED);
  expect_mark("format: 1\n# end f614c385\n# end 1\n", SESSION_EDITED);
  expect_mark("format: 1\n# end f614c385 x\n", SESSION_EDITED);
  assert_int_equal(end_mark_check(text.text, text.length - 2), SESSION_CUT_OFF);
  strbuf_release(&text);
}

static void a_nul_is_no_part_of_a_mark(void **state) {
  (void)state;
  static const char in_the_mark[] = "format: 1\n# end f614c38\0\n";
  static const char behind[] = "format: 1\n# end f614c385\0";
  static const char later[] = "format: 1\n# end f614c385\n\0";
  assert_int_equal(end_mark_check(in_the_mark, sizeof in_the_mark - 1), SESSION_CUT_OFF);
  assert_int_equal(end_mark_check(behind, sizeof behind - 1), SESSION_CUT_OFF);
  assert_int_equal(end_mark_check(later, sizeof later - 1), SESSION_EDITED);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_end_mark_says_what_happened),
      cmocka_unit_test(a_nul_is_no_part_of_a_mark),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
