/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/environment.h"

#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "cmocka-tests.h"

static int set_up(void **state) {
  (void)state;
  static const char *const names[] = {"DISENTANGLE_DATADIR",
                                      "DISENTANGLE_LOCALEDIR",
                                      "DISENTANGLE_SESSIONS",
                                      "DISENTANGLE_ASCII",
                                      "XDG_CONFIG_HOME",
                                      "VISUAL",
                                      "EDITOR",
                                      "LC_ALL",
                                      "LC_CTYPE",
                                      "LANG"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    unsetenv(names[i]);
  setenv("HOME", "/home/ana", 1);
  return 0;
}

static void assert_path(char *path, const char *expected) {
  assert_string_equal(path, expected);
  free(path);
}

static void test_get(void **state) {
  (void)state;
  assert_null(environment_get("EDITOR"));
  setenv("EDITOR", "", 1);
  assert_null(environment_get("EDITOR"));
  setenv("EDITOR", "ed", 1);
  assert_string_equal(environment_get("EDITOR"), "ed");
}

static void test_is_set(void **state) {
  (void)state;
  assert_false(environment_is_set("EDITOR"));
  setenv("EDITOR", "", 1);
  assert_false(environment_is_set("EDITOR"));
  setenv("EDITOR", "0", 1);
  assert_false(environment_is_set("EDITOR"));
  setenv("EDITOR", "1", 1);
  assert_true(environment_is_set("EDITOR"));
  setenv("EDITOR", "00", 1);
  assert_true(environment_is_set("EDITOR"));
}

static void test_editor(void **state) {
  (void)state;
  assert_null(environment_editor());
  setenv("EDITOR", "ed", 1);
  assert_string_equal(environment_editor(), "ed");
  setenv("VISUAL", "vi", 1);
  assert_string_equal(environment_editor(), "vi");
}

static void test_installed_places(void **state) {
  (void)state;
  assert_path(environment_checklists_dir(), PKGDATADIR "/checklists");
  assert_path(environment_locale_dir(), LOCALEDIR);
}

static void test_places_named(void **state) {
  (void)state;
  setenv("DISENTANGLE_DATADIR", "/src/tree/", 1);
  setenv("DISENTANGLE_LOCALEDIR", "/build/po", 1);
  setenv("DISENTANGLE_SESSIONS", "/stick/sessions", 1);
  assert_path(environment_checklists_dir(), "/src/tree/checklists");
  assert_path(environment_locale_dir(), "/build/po");
  assert_path(environment_sessions_dir(), "/stick/sessions");
}

static void test_home(void **state) {
  (void)state;
  assert_path(environment_sessions_dir(), "/home/ana/disentangle");
  assert_path(environment_settings_path(), "/home/ana/.config/disentangle/settings.yaml");
  unsetenv("HOME");
  assert_path(environment_sessions_dir(), "./disentangle");
  assert_path(environment_settings_path(), "./.config/disentangle/settings.yaml");
}

static void test_config_home(void **state) {
  (void)state;
  setenv("XDG_CONFIG_HOME", "/etc/me", 1);
  assert_path(environment_settings_path(), "/etc/me/disentangle/settings.yaml");
  assert_path(environment_recent_path(), "/etc/me/disentangle/recent.yaml");
  setenv("XDG_CONFIG_HOME", "relative", 1);
  assert_path(environment_settings_path(), "/home/ana/.config/disentangle/settings.yaml");
}

static const struct {
  const char *all, *ctype, *lang;
  bool takes_utf8;
} locales[] = {
    {NULL, NULL, NULL, true},
    {"C", NULL, NULL, true},
    {"POSIX", NULL, NULL, true},
    {"C.UTF-8", NULL, NULL, true},
    {"C.utf8", NULL, NULL, true},
    {"es_MX.UTF-8", NULL, NULL, true},
    {"es_MX", NULL, NULL, true},
    {"xx_XX.UTF-8", NULL, NULL, true}, /* not installed, but named */
    {"es_MX.ISO-8859-1", NULL, NULL, false},
    {"en_US.iso88591@euro", NULL, NULL, false},
    {"zh_CN.GB18030", NULL, NULL, false},
    {NULL, "es_MX.ISO-8859-1", "C.UTF-8", false},
    {NULL, "C.UTF-8", "es_MX.ISO-8859-1", true},
    {NULL, NULL, "es_MX.ISO-8859-1", false},
    {"C.UTF-8", "es_MX.ISO-8859-1", "es_MX.ISO-8859-1", true},
    {"", "", "es_MX.ISO-8859-1", false},
    {"C.", NULL, NULL, true},
};

static void set_or_not(const char *name, const char *value) {
  if (value)
    setenv(name, value, 1);
  else
    unsetenv(name);
}

static void test_locale(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof locales / sizeof *locales; i++) {
    set_or_not("LC_ALL", locales[i].all);
    set_or_not("LC_CTYPE", locales[i].ctype);
    set_or_not("LANG", locales[i].lang);
    setlocale(LC_ALL, "C");
    assert_int_equal(environment_set_locale(), locales[i].takes_utf8);
    assert_string_equal(nl_langinfo(CODESET), "UTF-8");
    assert_int_equal(wcwidth(0x4e2d), 2);
    assert_string_equal(setlocale(LC_NUMERIC, NULL), "C");
    assert_string_equal(setlocale(LC_MESSAGES, NULL), "C");
  }
}

static void test_ascii(void **state) {
  (void)state;
  setenv("LC_ALL", "C.UTF-8", 1);
  setenv("DISENTANGLE_ASCII", "1", 1);
  assert_false(environment_set_locale());
  setenv("DISENTANGLE_ASCII", "0", 1);
  assert_true(environment_set_locale());
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup(function, set_up)
  const struct CMUnitTest tests[] = {
      TEST(test_get),          TEST(test_is_set),
      TEST(test_editor),       TEST(test_installed_places),
      TEST(test_places_named), TEST(test_home),
      TEST(test_config_home),  TEST(test_locale),
      TEST(test_ascii),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
