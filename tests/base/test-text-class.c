/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/text.h"
#include "cmocka-tests.h"

static void each_character_has_one_class(void **state) {
  (void)state;
  static const struct {
    uint32_t code;
    enum text_class class;
  } cases[] = {
      {'\n', TEXT_LINE_END},  {' ', TEXT_SPACE},     {'\t', TEXT_SPACE},   {0x00a0, TEXT_SPACE},
      {0x3000, TEXT_SPACE},   {'7', TEXT_DIGIT},     {0x0667, TEXT_DIGIT}, {'A', TEXT_UPPER},
      {0x01c5, TEXT_UPPER},   {'z', TEXT_LOWER},     {0x00df, TEXT_LOWER}, {0x8def, TEXT_UNCASED},
      {0x3005, TEXT_UNCASED}, {0x0301, TEXT_MARK},   {0x20dd, TEXT_MARK},  {0x0903, TEXT_MARK},
      {0x200d, TEXT_UNSEEN},  {0x202e, TEXT_UNSEEN}, {'.', TEXT_OTHER},    {0x2028, TEXT_OTHER},
      {0x0007, TEXT_OTHER},   {0x1f600, TEXT_OTHER}, {0x2167, TEXT_OTHER},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    assert_int_equal(text_class(cases[i].code), cases[i].class);
}

static void some_characters_stand_for_plain_ones(void **state) {
  (void)state;
  static const struct {
    uint32_t code, plain;
  } cases[] = {
      {'7', '7'},       {0x0660, '0'},    {0x0669, '9'},    {0x0967, '1'}, {0xff17, '7'},
      {0xff00, 0xff00}, {0xff01, '!'},    {0xff21, 'A'},    {0xff5e, '~'}, {0xff5f, 0xff5f},
      {0x200f, 0x200f}, {0x2010, '-'},    {0x2012, '-'},    {0x2015, '-'}, {0x2016, 0x2016},
      {0x2212, '-'},    {0xfe63, '-'},    {0xfe6b, '@'},    {0x3002, '.'}, {0xff61, '.'},
      {0x00a0, ' '},    {0x3000, ' '},    {'\t', ' '},      {'\n', '\n'},  {'a', 'a'},
      {0x00e9, 0x00e9}, {0x00b2, 0x00b2}, {0x8def, 0x8def},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    assert_int_equal(text_plain(cases[i].code), cases[i].plain);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_character_has_one_class),
      cmocka_unit_test(some_characters_stand_for_plain_ones),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
