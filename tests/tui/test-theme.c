/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "../base/cmocka-tests.h"
#include "base/environment.h"
#include "tui/theme.h"
#include "walk.h"

static int set_up(void **state) {
  (void)state;
  unsetenv("NO_COLOR");
  walk_terminal_start(24, 80, false);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  theme_use(THEME_DEFAULT);
  walk_terminal_stop();
  return 0;
}

static void test_names(void **state) {
  (void)state;
  enum theme theme;
  for (int i = 0; i < THEME_COUNT; i++) {
    assert_true(theme_find(theme_id((enum theme)i), &theme));
    assert_int_equal(theme, i);
    assert_non_null(theme_name(theme));
  }
  assert_false(theme_find("pink", &theme));
}

static void test_default_theme_only_uses_attributes(void **state) {
  (void)state;
  theme_use(THEME_DEFAULT);
  assert_int_equal(theme_attributes(STYLE_TEXT), 0);
  assert_int_not_equal(theme_attributes(STYLE_STATUS), 0);
}

/* Without colours reverse and bold are left, so that nothing is lost. */
static void test_high_contrast_with_and_without_colours(void **state) {
  (void)state;
  theme_use(THEME_HIGH_CONTRAST);
  assert_int_equal(theme_in_use(), THEME_HIGH_CONTRAST);
  unsigned long with_colours = theme_attributes(STYLE_STATUS);
  setenv("NO_COLOR", "1", 1);
  theme_use(THEME_HIGH_CONTRAST);
  assert_int_not_equal(theme_attributes(STYLE_STATUS), with_colours);
  for (int i = 0; i < STYLE_COUNT; i++)
    assert_int_not_equal(theme_attributes((enum style)i), 0);
}

int main(void) {
  environment_set_locale();
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(test_names),
      TEST(test_default_theme_only_uses_attributes),
      TEST(test_high_contrast_with_and_without_colours),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
