/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/mo.h"

#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/strbuf.h"
#include "cmocka-tests.h"
#include "mo-builder.h"
#include "scratch.h"

static const struct mo_entry entries[] = {
    MO_ENTRY("", "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=3; "
                 "plural=n==1 ? 0 : n==2 ? 1 : 2;\n"),
    MO_ENTRY("%lu item\0%lu items", "uno\0dos\0muchos"),
    MO_ENTRY("Open", "Abierto"),
    MO_ENTRY("clerk\4Open", "Abierta"),
    MO_ENTRY("empty", ""),
    MO_ENTRY("few\0fews", "only\0two"),
    MO_ENTRY("zebra", "cebra"),
};
enum { COUNT = sizeof entries / sizeof *entries };

static struct mo *build(bool big_endian) {
  size_t size;
  unsigned char *bytes = mo_build(entries, COUNT, big_endian, &size);
  struct mo *mo = mo_from_memory(bytes, size);
  free(bytes);
  assert_non_null(mo);
  return mo;
}

static void check_lookups(struct mo *mo) {
  assert_string_equal(mo_text(mo, NULL, "Open"), "Abierto");
  assert_string_equal(mo_text(mo, "clerk", "Open"), "Abierta");
  assert_string_equal(mo_text(mo, NULL, "zebra"), "cebra");
  assert_string_equal(mo_text(mo, NULL, "%lu item"), "uno");
  assert_string_equal(mo_plural(mo, "%lu item", 1), "uno");
  assert_string_equal(mo_plural(mo, "%lu item", 2), "dos");
  assert_string_equal(mo_plural(mo, "%lu item", 0), "muchos");
  assert_string_equal(mo_plural(mo, "%lu item", 1000000), "muchos");
}

static void check_misses(struct mo *mo) {
  assert_null(mo_text(mo, NULL, "open"));
  assert_null(mo_text(mo, NULL, "Ope"));
  assert_null(mo_text(mo, NULL, "Opens"));
  assert_null(mo_text(mo, NULL, "empty"));
  assert_null(mo_text(mo, NULL, "")); /* the header is nobody's translation */
  assert_null(mo_text(mo, "judge", "Open"));
  assert_null(mo_text(mo, "clerk", "Abierto"));
  assert_null(mo_plural(mo, "%lu items", 1));
  assert_null(mo_plural(mo, "", 1));
}

static void test_lookups(void **state) {
  (void)state;
  for (int big_endian = 0; big_endian < 2; big_endian++) {
    struct mo *mo = build(big_endian);
    check_lookups(mo);
    check_misses(mo);
    mo_free(mo);
  }
}

static void test_fewer_forms_than_the_rule_has(void **state) {
  (void)state;
  struct mo *mo = build(false);
  assert_string_equal(mo_plural(mo, "few", 2), "two");
  assert_null(mo_plural(mo, "few", 3));
  assert_string_equal(mo_plural(mo, "Open", 1), "Abierto");
  assert_null(mo_plural(mo, "Open", 3));
  mo_free(mo);
}

static void test_no_entries(void **state) {
  (void)state;
  size_t size;
  unsigned char *bytes = mo_build(entries, 0, false, &size);
  struct mo *mo = mo_from_memory(bytes, size);
  free(bytes);
  assert_non_null(mo);
  assert_null(mo_text(mo, NULL, "Open"));
  assert_null(mo_plural(mo, "%lu item", 1));
  mo_free(mo);
  mo_free(NULL);
}

static void test_bad_plural_rule(void **state) {
  (void)state;
  static const struct mo_entry bad[] = {MO_ENTRY("", "Plural-Forms: nplurals=2; plural=n +;\n")};
  size_t size;
  unsigned char *bytes = mo_build(bad, 1, false, &size);
  assert_null(mo_from_memory(bytes, size));
  free(bytes);
}

/* Sets one number of a good catalogue; it has to be refused then. */
static void assert_refused(size_t offset, unsigned long number) {
  size_t size;
  unsigned char *bytes = mo_build(entries, COUNT, false, &size);
  mo_set_number(bytes, offset, number);
  assert_null(mo_from_memory(bytes, size));
  free(bytes);
}

static void test_bad_numbers(void **state) {
  (void)state;
  static const unsigned long huge[] = {0xffffffff, 0xfffffff8, 0x80000000, 0x20000000, 0x10000};
  assert_refused(0, 0);
  assert_refused(0, 0x950412df);
  assert_refused(4, 2 << 16); /* major revision */
  for (size_t i = 0; i < sizeof huge / sizeof *huge; i++)
    for (size_t offset = 8; offset <= 16; offset += 4)
      assert_refused(offset, huge[i]);
  for (size_t i = 0; i < sizeof huge / sizeof *huge; i++)
    for (size_t offset = 28; offset < 28 + 16 * COUNT; offset += 4)
      assert_refused(offset, huge[i]);
}

static void test_text_without_end(void **state) {
  (void)state;
  size_t size;
  unsigned char *bytes = mo_build(entries, COUNT, false, &size);
  bytes[size - 1] = 'x';
  assert_null(mo_from_memory(bytes, size));
  free(bytes);
}

static void test_cut_off_anywhere(void **state) {
  (void)state;
  size_t size;
  unsigned char *bytes = mo_build(entries, COUNT, false, &size);
  for (size_t length = 0; length < size; length++)
    assert_null(mo_from_memory(bytes, length));
  free(bytes);
}

static void test_unsorted(void **state) {
  (void)state;
  const struct mo_entry unsorted[] = {entries[6], entries[2], entries[0], entries[3]};
  size_t size;
  unsigned char *bytes = mo_build(unsorted, 4, false, &size);
  struct mo *mo = mo_from_memory(bytes, size);
  free(bytes);
  if (mo) /* what is found or not does not matter */
    mo_text(mo, NULL, "zebra");
  mo_free(mo);
}

static void test_open(void **state) {
  (void)state;
  scratch_make();
  size_t size;
  unsigned char *bytes = mo_build(entries, COUNT, false, &size);
  scratch_write("good.mo", bytes, size);
  scratch_write("bad.mo", bytes, size - 1);
  scratch_write("empty.mo", "", 0);
  free(bytes);
  struct mo *mo = mo_open(scratch_path("good.mo"));
  assert_non_null(mo);
  check_lookups(mo);
  mo_free(mo);
  assert_null(mo_open(scratch_path("bad.mo")));
  assert_null(mo_open(scratch_path("empty.mo")));
  assert_null(mo_open(scratch_path("none.mo")));
  assert_null(mo_open(scratch_path("")));
  scratch_remove();
}

/* --- catalogues made by msgfmt ------------------------------------------------------------------
 */

static const char *const tags[] = {"ar", "es", "ht", "ja", "pl"};
enum { TAGS = sizeof tags / sizeof *tags };

/* False if the build has no msgfmt. */
static bool read_catalogue(struct strbuf *out, const char *tag) {
  char path[4096];
  snprintf(path, sizeof path, "%s/tests/base/data/%s.mo", getenv("BUILD_DIR"), tag);
  return file_read(out, path, 1 << 20, NULL);
}

static void check_msgfmt(struct mo *mo, const char *tag) {
  char expected[200];
  assert_non_null(mo);
  snprintf(expected, sizeof expected, "%s open", tag);
  assert_string_equal(mo_text(mo, NULL, "Open"), expected);
  snprintf(expected, sizeof expected, "%s open, the clerk's", tag);
  assert_string_equal(mo_text(mo, "clerk", "Open"), expected);
  snprintf(expected, sizeof expected, "%s first.\nÑandú, 中文, العربية.", tag);
  assert_string_equal(mo_text(mo, NULL, "First line.\nSecond line, “quoted” — ¿sí?"), expected);
  assert_null(mo_text(mo, NULL, "untranslated"));
  assert_null(mo_text(mo, NULL, "unsure"));
}

static void test_msgfmt(void **state) {
  (void)state;
  struct strbuf bytes;
  strbuf_init(&bytes);
  for (size_t i = 0; i < TAGS; i++) {
    if (!read_catalogue(&bytes, tags[i]))
      skip();
    struct mo *mo = mo_from_memory(bytes.text, bytes.length);
    check_msgfmt(mo, tags[i]);
    mo_free(mo);
    mo_swap((unsigned char *)bytes.text, bytes.length);
    mo = mo_from_memory(bytes.text, bytes.length);
    check_msgfmt(mo, tags[i]);
    mo_free(mo);
  }
  strbuf_release(&bytes);
}

/* Puts a catalogue where the C library finds it. Whether it answers in the language then. */
static bool libc_uses(const char *tag, const struct strbuf *bytes) {
  char path[100], domain[20];
  snprintf(domain, sizeof domain, "test-%s", tag); /* for it remembers what it found */
  snprintf(path, sizeof path, "%s/LC_MESSAGES/%s.mo", tag, domain);
  scratch_write(path, bytes->text, bytes->length);
  setenv("LANGUAGE", tag, 1);
  return setlocale(LC_ALL, "C.UTF-8") && bindtextdomain(domain, scratch_path("")) &&
         textdomain(domain) && strcmp(gettext("Open"), "Open") != 0;
}

static void test_agrees_with_libc(void **state) {
  (void)state;
  struct strbuf bytes;
  strbuf_init(&bytes);
  scratch_make();
  size_t compared = 0;
  for (size_t i = 0; i < TAGS; i++) {
    if (!read_catalogue(&bytes, tags[i]) || !libc_uses(tags[i], &bytes))
      continue;
    struct mo *mo = mo_from_memory(bytes.text, bytes.length);
    assert_string_equal(mo_text(mo, NULL, "Open"), gettext("Open"));
    for (unsigned long n = 0; n < 2000; n++, compared++)
      assert_string_equal(mo_plural(mo, "%lu item", n), ngettext("%lu item", "%lu items", n));
    mo_free(mo);
  }
  strbuf_release(&bytes);
  scratch_remove();
  if (!compared)
    skip();
}

/* --- damaged files ------------------------------------------------------------------------------
 */

static uint32_t next_random(void) {
  static uint32_t random = 1;
  random = random * 1664525 + 1013904223;
  return random >> 8;
}

/* A few bytes changed, half of them in the header and the tables; sometimes cut off. */
static size_t mutate(unsigned char *bytes, size_t size) {
  for (uint32_t changes = 1 + next_random() % 6; changes; changes--) {
    size_t within = next_random() % 2 ? size : next_random() % 2 ? 28 : 28 + 16 * COUNT;
    bytes[next_random() % (within < size ? within : size)] = (unsigned char)next_random();
  }
  return next_random() % 4 ? size : next_random() % size;
}

static void look_up_everything(const struct mo *mo) {
  for (size_t i = 0; i < COUNT; i++) {
    mo_text(mo, NULL, entries[i].id);
    mo_plural(mo, entries[i].id, next_random());
  }
  mo_text(mo, "clerk", "Open");
  for (unsigned long n = 0; n < 4; n++)
    mo_plural(mo, "%lu item", n);
  mo_plural(mo, "%lu item", ~0ul);
}

static size_t try_damaged(const unsigned char *good, size_t size, int rounds) {
  unsigned char *bytes = malloc(size);
  size_t taken = 0;
  int64_t start = clock_monotonic_ms();
  for (int i = 0; i < rounds && clock_monotonic_ms() - start < 2000; i++) {
    memcpy(bytes, good, size);
    struct mo *mo = mo_from_memory(bytes, mutate(bytes, size));
    if (mo)
      look_up_everything(mo);
    taken += mo != NULL;
    mo_free(mo);
  }
  free(bytes);
  return taken;
}

static void test_damaged(void **state) {
  (void)state;
  size_t size;
  unsigned char *bytes = mo_build(entries, COUNT, false, &size);
  assert_true(try_damaged(bytes, size, 20000) > 0);
  free(bytes);
}

static void test_damaged_msgfmt(void **state) {
  (void)state;
  struct strbuf bytes;
  strbuf_init(&bytes);
  if (!read_catalogue(&bytes, "ar"))
    skip();
  assert_true(try_damaged((unsigned char *)bytes.text, bytes.length, 5000) > 0);
  strbuf_release(&bytes);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_lookups),
      cmocka_unit_test(test_fewer_forms_than_the_rule_has),
      cmocka_unit_test(test_no_entries),
      cmocka_unit_test(test_bad_plural_rule),
      cmocka_unit_test(test_bad_numbers),
      cmocka_unit_test(test_text_without_end),
      cmocka_unit_test(test_cut_off_anywhere),
      cmocka_unit_test(test_unsorted),
      cmocka_unit_test(test_open),
      cmocka_unit_test(test_msgfmt),
      cmocka_unit_test(test_agrees_with_libc),
      cmocka_unit_test(test_damaged),
      cmocka_unit_test(test_damaged_msgfmt),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
