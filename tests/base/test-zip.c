/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of an archive; that readers take it is seen where word processor files are checked. */
#include <stdint.h>
#include <string.h>

#include "base/checksum.h"
#include "base/zip.h"
#include "cmocka-tests.h"

static struct strbuf out;

static int begin(void **state) {
  (void)state;
  strbuf_init(&out);
  return 0;
}

static int end(void **state) {
  (void)state;
  strbuf_release(&out);
  return 0;
}

static size_t number_at(size_t at, int size_bytes) {
  size_t number = 0;
  assert_true(at + (size_t)size_bytes <= out.length);
  for (int i = size_bytes; i-- > 0;)
    number = number << 8 | (unsigned char)out.text[at + (size_t)i];
  return number;
}

static void an_archive_without_entries_is_its_end(void **state) {
  (void)state;
  struct zip zip;
  zip_begin(&zip, &out);
  zip_end(&zip);
  assert_int_equal(out.length, 22);
  assert_memory_equal(out.text, "PK\5\6", 4);
}

static void entries_stand_as_they_are(void **state) {
  (void)state;
  static const char bytes[] = "a\0b\xff\n";
  struct zip zip;
  zip_begin(&zip, &out);
  zip_add(&zip, "mimetype", "text", 4);
  zip_add(&zip, "a/b", bytes, 5);
  zip_end(&zip);
  assert_memory_equal(out.text, "PK\3\4", 4);
  assert_memory_equal(out.text + 30, "mimetypetext", 12);
  assert_memory_equal(out.text + 42 + 30, "a/b", 3);
  assert_memory_equal(out.text + 42 + 33, bytes, 5);
  assert_int_equal(number_at(42 + 8, 2), 0);     /* stored */
  assert_int_equal(number_at(42 + 12, 2), 0x21); /* the same day in each */
  assert_int_equal(number_at(42 + 14, 4), checksum_crc32(bytes, 5));
  assert_int_equal(number_at(42 + 18, 4), 5);
}

static void the_directory_leads_to_each_entry(void **state) {
  (void)state;
  struct zip zip;
  zip_begin(&zip, &out);
  zip_add(&zip, "one", "1", 1);
  zip_add(&zip, "empty", "", 0);
  zip_end(&zip);
  size_t tail = out.length - 22, directory = number_at(tail + 16, 4);
  assert_int_equal(number_at(tail + 10, 2), 2);
  assert_int_equal(number_at(tail + 12, 4), tail - directory);
  assert_memory_equal(out.text + directory, "PK\1\2", 4);
  assert_memory_equal(out.text + directory + 46, "one", 3);
  size_t second = directory + 49, entry = number_at(second + 42, 4);
  assert_memory_equal(out.text + second + 46, "empty", 5);
  assert_memory_equal(out.text + entry, "PK\3\4", 4);
  assert_memory_equal(out.text + entry + 30, "empty", 5);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(an_archive_without_entries_is_its_end, begin, end),
      cmocka_unit_test_setup_teardown(entries_stand_as_they_are, begin, end),
      cmocka_unit_test_setup_teardown(the_directory_leads_to_each_entry, begin, end),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
