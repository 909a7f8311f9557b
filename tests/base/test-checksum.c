/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/checksum.h"

#include <string.h>

#include "cmocka-tests.h"

/* The definition, bit by bit. */
static uint32_t slow_crc32(const unsigned char *bytes, size_t count) {
  uint32_t crc = 0xffffffff;
  for (size_t i = 0; i < count; i++) {
    crc ^= bytes[i];
    for (int bit = 0; bit < 8; bit++)
      crc = crc & 1 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
  }
  return ~crc;
}

static void test_known_values(void **state) {
  (void)state;
  assert_int_equal(checksum_crc32("", 0), 0);
  assert_int_equal(checksum_crc32("123456789", 9), 0xcbf43926);
  assert_int_equal(checksum_crc32("The quick brown fox jumps over the lazy dog", 43), 0x414fa339);
}

static void test_agrees_with_the_definition(void **state) {
  (void)state;
  unsigned char bytes[1000];
  for (size_t i = 0; i < sizeof bytes; i++)
    bytes[i] = (unsigned char)(i * i * 7 + i / 3);
  for (size_t count = 0; count <= sizeof bytes; count += 37)
    assert_int_equal(checksum_crc32(bytes, count), slow_crc32(bytes, count));
}

static void test_every_bit_matters(void **state) {
  (void)state;
  unsigned char bytes[64];
  memset(bytes, 'a', sizeof bytes);
  uint32_t whole = checksum_crc32(bytes, sizeof bytes);
  for (size_t bit = 0; bit < 8 * sizeof bytes; bit++) {
    bytes[bit / 8] ^= (unsigned char)(1 << bit % 8);
    assert_int_not_equal(checksum_crc32(bytes, sizeof bytes), whole);
    bytes[bit / 8] ^= (unsigned char)(1 << bit % 8);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_known_values),
      cmocka_unit_test(test_agrees_with_the_definition),
      cmocka_unit_test(test_every_bit_matters),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
