/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/language.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/environment.h"
#include "cmocka-tests.h"
#include "mo-builder.h"
#include "scratch.h"

#define HEADER(rule) MO_ENTRY("", "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: " rule)

static const struct mo_entry spanish[] = {
    HEADER("nplurals=2; plural=n != 1;\n"),
    MO_ENTRY("%lu answer\0%lu answers", "uno\0varios"),
    MO_ENTRY("No", "No (es)"),
    MO_ENTRY("Yes", "Sí"),
    MO_ENTRY("button\4Yes", "Sí (botón)"),
};
static const struct mo_entry mexican[] = {HEADER("nplurals=2; plural=n != 1;\n"),
                                          MO_ENTRY("Yes", "Sí (México)")};
static const struct mo_entry arabic[] = {
    HEADER("nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
           "n%100>=11 ? 4 : 5;\n"),
    MO_ENTRY("%lu answer\0%lu answers", "0\0001\0002\0003\0004\0005"),
    MO_ENTRY("Yes", "نعم"),
};
static const struct mo_entry spanish_checklist[] = {
    HEADER("nplurals=2; plural=n != 1;\n"),
    MO_ENTRY("Does the jail hold people?", "¿Retiene la cárcel a personas?"),
    MO_ENTRY("Two\nlines", "Dos\nlíneas"),
};

static void write_catalogue(const char *path, const struct mo_entry *entries, size_t count) {
  size_t size;
  unsigned char *bytes = mo_build(entries, count, false, &size);
  scratch_write(path, bytes, size);
  free(bytes);
}
#define WRITE(path, entries) write_catalogue(path, entries, sizeof(entries) / sizeof *(entries))

static int set_up(void **state) {
  (void)state;
  static const char *const names[] = {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    unsetenv(names[i]);
  setlocale(LC_ALL, "C");
  scratch_make();
  setenv("DISENTANGLE_LOCALEDIR", scratch_path(""), 1);
  WRITE("es/LC_MESSAGES/disentangle.mo", spanish);
  WRITE("es/LC_MESSAGES/disentangle-checklists.mo", spanish_checklist);
  WRITE("es_MX/LC_MESSAGES/disentangle.mo", mexican);
  WRITE("ar/LC_MESSAGES/disentangle.mo", arabic);
  WRITE("program/vi.mo", spanish);
  WRITE("checklists/vi.mo", spanish_checklist);
  WRITE("qu/LC_MESSAGES/disentangle-checklists.mo", spanish_checklist);
  WRITE("de/LC_MESSAGES/another-program.mo", spanish);
  WRITE("en_GB/LC_MESSAGES/disentangle.mo", spanish);
  WRITE("no tag/LC_MESSAGES/disentangle.mo", spanish);
  scratch_write("fr/LC_MESSAGES/disentangle.mo", "damaged", 7);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  language_close_all();
  scratch_remove();
  return 0;
}

static const char *tag_of(const char *tag) {
  bool found;
  const struct language *language = language_open(tag, &found);
  return found ? language_tag(language) : "none";
}

static void test_english_is_null(void **state) {
  (void)state;
  static const char *const tags[] = {"en", "en_US.UTF-8", "en-GB", "EN", "C", "POSIX", "C.UTF-8"};
  for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
    bool found = false;
    assert_null(language_open(tags[i], &found));
    assert_true(found);
  }
  assert_string_equal(language_tag(NULL), "en");
  assert_string_equal(language_name(NULL), "English");
  assert_false(language_is_right_to_left(NULL));
}

static void test_tags(void **state) {
  (void)state;
  assert_string_equal(tag_of("es"), "es");
  assert_string_equal(tag_of("ES"), "es");
  assert_string_equal(tag_of("es.UTF-8"), "es");
  assert_string_equal(tag_of("es@euro"), "es");
  assert_string_equal(tag_of("es_AR"), "es");
  assert_string_equal(tag_of("es-AR.utf8@x"), "es");
  assert_string_equal(tag_of("es_MX"), "es_MX");
  assert_string_equal(tag_of("es-mx.UTF-8"), "es_MX");
  assert_string_equal(tag_of("es_MX_Foo_Bar"), "es_MX");
  assert_string_equal(tag_of("vi_VN"), "vi");
}

static void test_not_there(void **state) {
  (void)state;
  static const char *const tags[] = {"de", "fr", "xx", "english", "espanol", "no tag", "e s"};
  for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
    assert_string_equal(tag_of(tags[i]), "none");
  assert_null(language_open("xx", NULL));
}

static void test_hostile_tags(void **state) {
  (void)state;
  static const char *const tags[] = {
      "",
      ".",
      "..",
      "../es",
      "./es",
      "/etc",
      "es/../es",
      "es\n",
      "\xff\xfe",
      ".UTF-8",
      "@x",
      "_",
      "-",
      "_es",
      "1",
      "es es",
      "%s%n",
      "es\x1b[31m",
      "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"};
  for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
    assert_string_equal(tag_of(tags[i]), "none");
}

static void test_open_twice_is_the_same(void **state) {
  (void)state;
  assert_ptr_equal(language_open("es", NULL), language_open("es_AR", NULL));
  assert_ptr_not_equal(language_open("es", NULL), language_open("es_MX", NULL));
}

static void test_texts(void **state) {
  (void)state;
  assert_string_equal(_("Yes"), "Yes");
  assert_null(language_use(language_open("es", NULL)));
  assert_string_equal(_("Yes"), "Sí");
  assert_string_equal(P_("button", "Yes"), "Sí (botón)");
  assert_string_equal(P_("menu", "Yes"), "Yes");
  assert_string_equal(_("Perhaps"), "Perhaps");
  assert_string_equal(_(""), "");
}

static void test_tables_carry_the_msgid(void **state) {
  (void)state;
  static const char *const table[] = {N_("Yes"), N_("No")};
  language_use(language_open("es", NULL));
  assert_string_equal(language_text(table[0]), "Sí");
  assert_string_equal(language_text(table[1]), "No (es)");
}

static void test_plural(void **state) {
  (void)state;
  static const char one[] = "%lu answer", many[] = "%lu answers";
  assert_ptr_equal(language_plural(one, many, 1), one);
  assert_ptr_equal(language_plural(one, many, 0), many);
  assert_ptr_equal(language_plural(one, many, 2), many);
  language_use(language_open("es", NULL));
  assert_string_equal(language_plural(one, many, 1), "uno");
  assert_string_equal(language_plural(one, many, 3), "varios");
  assert_string_equal(language_plural("cat", "cats", 1), "cat");
  assert_string_equal(language_plural("cat", "cats", 3), "cats");
  language_use(language_open("ar", NULL));
  static const unsigned long numbers[] = {0, 1, 2, 7, 11, 100};
  for (size_t i = 0; i < 6; i++)
    assert_int_equal(language_plural(one, many, numbers[i])[0], '0' + (char)i);
}

static void test_fallback(void **state) {
  (void)state;
  language_use(language_open("es_MX", NULL));
  assert_string_equal(_("Yes"), "Sí (México)");
  assert_string_equal(_("No"), "No (es)"); /* from es */
  assert_string_equal(P_("button", "Yes"), "Sí (botón)");
  assert_string_equal(language_plural("%lu answer", "%lu answers", 3), "varios");
  assert_string_equal(_("Perhaps"), "Perhaps"); /* from nowhere */
  assert_string_equal(language_checklist_text("Two\nlines"), "Dos\nlíneas");
}

static void test_two_languages_at_once(void **state) {
  (void)state;
  const struct language *screen = language_open("es", NULL), *document = language_open("ar", NULL);
  assert_null(language_use(screen));
  const char *borrowed = _("Yes");
  assert_ptr_equal(language_use(document), screen);
  assert_ptr_equal(language_in_use(), document);
  assert_string_equal(_("Yes"), "نعم");
  assert_ptr_equal(language_use(NULL), document);
  assert_string_equal(_("Yes"), "Yes");
  assert_null(language_use(screen));
  assert_string_equal(_("Yes"), "Sí");
  assert_string_equal(borrowed, "Sí");
}

static void test_checklist_text(void **state) {
  (void)state;
  assert_null(language_checklist_text(NULL));
  const char *text = "Does the jail hold people?";
  assert_ptr_equal(language_checklist_text(text), text);
  language_use(language_open("es", NULL));
  assert_string_equal(language_checklist_text(text), "¿Retiene la cárcel a personas?");
  assert_string_equal(language_checklist_text("Two\nlines\n"), "Dos\nlíneas");
  assert_string_equal(language_checklist_text("Yes"), "Yes"); /* a text of the program only */
  assert_string_equal(language_checklist_text("\n"), "\n");
  assert_string_equal(language_checklist_text(""), "");
  assert_null(language_checklist_text(NULL));
  assert_string_equal(_("Two\nlines"), "Two\nlines");
}

static void test_checklists_without_catalogue(void **state) {
  (void)state;
  language_use(language_open("ar", NULL));
  assert_string_equal(language_checklist_text("Two\nlines"), "Two\nlines");
  assert_string_equal(language_checklist_text("Two\nlines"), "Two\nlines");
}

static void test_checklists_only(void **state) {
  (void)state;
  language_use(language_open("qu", NULL));
  assert_string_equal(language_tag(language_in_use()), "qu");
  assert_string_equal(_("Yes"), "Yes");
  assert_string_equal(language_plural("cat", "cats", 3), "cats");
  assert_string_equal(language_checklist_text("Two\nlines"), "Dos\nlíneas");
}

static void test_build_folder(void **state) {
  (void)state;
  language_use(language_open("vi", NULL));
  assert_string_equal(_("Yes"), "Sí");
  assert_string_equal(language_checklist_text("Two\nlines"), "Dos\nlíneas");
}

static void test_every_locale_will_do(void **state) {
  (void)state;
  setenv("LC_ALL", "C", 1);
  setenv("LANGUAGE", "es_MX", 1);
  setlocale(LC_ALL, "");
  language_use(language_wanted(NULL));
  assert_string_equal(_("Yes"), "Sí (México)");
  assert_string_equal(_("No"), "No (es)");
  environment_set_locale();
  assert_string_equal(_("Yes"), "Sí (México)");
}

static void set_or_not(const char *name, const char *value) {
  if (value)
    setenv(name, value, 1);
  else
    unsetenv(name);
}

static void test_wanted(void **state) {
  (void)state;
  static const struct {
    const char *chosen, *language, *all, *messages, *lang, *expected;
  } cases[] = {
      {NULL, NULL, NULL, NULL, NULL, "en"},
      {"es", "ar", "vi", NULL, NULL, "es"},
      {"en", "ar", "vi", NULL, NULL, "en"},
      {"xx", "ar", "vi", NULL, NULL, "ar"}, /* a language that is not there is no choice */
      {"", "ar", NULL, NULL, NULL, "ar"},
      {NULL, "ar", "es", NULL, NULL, "ar"},
      {NULL, "xx:es:ar", NULL, NULL, NULL, "es"},
      {NULL, "de:en:ar", NULL, NULL, "es", "en"},
      {NULL, "::es_AR.UTF-8:", NULL, NULL, NULL, "es"},
      {NULL, "xx", "es", NULL, NULL, "es"},
      {NULL, "", "es_MX.UTF-8", "ar", "vi", "es_MX"},
      {NULL, NULL, NULL, "ar_EG.UTF-8", "vi", "ar"},
      {NULL, NULL, NULL, NULL, "vi_VN.UTF-8", "vi"},
      {NULL, NULL, "C", "ar", "vi", "en"},
      {NULL, NULL, "de_DE", "ar", "vi", "en"},
      {NULL, NULL, "", "", "vi", "vi"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    set_or_not("LANGUAGE", cases[i].language);
    set_or_not("LC_ALL", cases[i].all);
    set_or_not("LC_MESSAGES", cases[i].messages);
    set_or_not("LANG", cases[i].lang);
    assert_string_equal(language_tag(language_wanted(cases[i].chosen)), cases[i].expected);
  }
}

static void test_names(void **state) {
  (void)state;
  assert_string_equal(language_name(language_open("es", NULL)), "español");
  assert_string_equal(language_name(language_open("es_MX", NULL)), "español");
  assert_string_equal(language_name(language_open("vi", NULL)), "Tiếng Việt");
  assert_string_equal(language_name(language_open("ar", NULL)), "العربية");
  assert_true(language_is_right_to_left(language_open("ar", NULL)));
  assert_false(language_is_right_to_left(language_open("es_MX", NULL)));
}

static void test_name_unknown(void **state) {
  (void)state;
  WRITE("tlh/LC_MESSAGES/disentangle.mo", spanish);
  WRITE("zh_TW/LC_MESSAGES/disentangle.mo", spanish);
  assert_string_equal(language_name(language_open("tlh", NULL)), "tlh");
  assert_false(language_is_right_to_left(language_open("tlh", NULL)));
  assert_string_equal(language_name(language_open("zh_TW", NULL)), "繁體中文");
}

static void test_list(void **state) {
  (void)state;
  WRITE("program/es.mo", spanish); /* there twice, listed once */
  static const char *const expected[] = {"en", "ar", "es", "es_MX", "fr", "vi", NULL};
  const char *const *tags = language_tags();
  assert_ptr_equal(tags, language_tags());
  for (size_t i = 0; expected[i]; i++) {
    assert_non_null(tags[i]);
    assert_string_equal(tags[i], expected[i]);
  }
  assert_null(tags[6]);
}

static void test_list_without_catalogues(void **state) {
  (void)state;
  setenv("DISENTANGLE_LOCALEDIR", scratch_path("none"), 1);
  assert_string_equal(language_tags()[0], "en");
  assert_null(language_tags()[1]);
}

static void test_installed_folder_has_no_build_layout(void **state) {
  (void)state;
  unsetenv("DISENTANGLE_LOCALEDIR");
  assert_string_equal(language_tags()[0], "en");
  assert_null(language_open("xx", NULL));
}

static void test_close_all(void **state) {
  (void)state;
  language_use(language_open("es", NULL));
  language_close_all();
  assert_null(language_in_use());
  assert_string_equal(_("Yes"), "Yes");
  language_close_all();
  language_use(language_open("es", NULL));
  assert_string_equal(_("Yes"), "Sí");
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(test_english_is_null),
      TEST(test_tags),
      TEST(test_not_there),
      TEST(test_hostile_tags),
      TEST(test_open_twice_is_the_same),
      TEST(test_texts),
      TEST(test_tables_carry_the_msgid),
      TEST(test_plural),
      TEST(test_fallback),
      TEST(test_two_languages_at_once),
      TEST(test_checklist_text),
      TEST(test_checklists_without_catalogue),
      TEST(test_checklists_only),
      TEST(test_build_folder),
      TEST(test_every_locale_will_do),
      TEST(test_wanted),
      TEST(test_names),
      TEST(test_name_unknown),
      TEST(test_list),
      TEST(test_list_without_catalogues),
      TEST(test_installed_folder_has_no_build_layout),
      TEST(test_close_all),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
