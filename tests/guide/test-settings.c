/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/settings.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/error.h"
#include "tests/base/cmocka-tests.h"
#include "tests/base/scratch.h"

static int setup(void **state) {
  (void)state;
  scratch_make();
  return setenv("XDG_CONFIG_HOME", scratch_path("config"), 1);
}

static int teardown(void **state) {
  (void)state;
  scratch_remove();
  return unsetenv("XDG_CONFIG_HOME");
}

static void are(const char *language, const char *theme) {
  struct settings settings;
  settings_load(&settings);
  if (language)
    assert_string_equal(settings.language, language);
  else
    assert_null(settings.language);
  if (theme)
    assert_string_equal(settings.theme, theme);
  else
    assert_null(settings.theme);
  settings_release(&settings);
  assert_null(settings.language);
}

static void none_at_first(void **state) {
  (void)state;
  are(NULL, NULL);
}

static void one_by_one(void **state) {
  (void)state;
  assert_true(settings_save_language("es", NULL));
  are("es", NULL);
  assert_true(settings_save_theme("high-contrast", NULL));
  are("es", "high-contrast");
  assert_true(settings_save_language("en", NULL));
  are("en", "high-contrast");
}

static void what_is_no_settings_file_is_none(void **state) {
  (void)state;
  static const char *const files[] = {"", "- a", "language: [es", "language: {a: b}\n", "\xff\xfe"};
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    scratch_write("config/disentangle/settings.yaml", files[i], strlen(files[i]));
    are(NULL, NULL);
  }
}

static void cannot_be_saved(void **state) {
  (void)state;
  struct error err = ERROR_INIT;
  scratch_write("config", "a file", 6);
  assert_false(settings_save_language("es", &err));
  assert_non_null(err.message);
  error_release(&err);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(none_at_first),
      TEST(one_by_one),
      TEST(what_is_no_settings_file_is_none),
      TEST(cannot_be_saved),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
