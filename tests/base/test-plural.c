/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/plural.h"

#include <limits.h>
#include <string.h>

#include "base/strbuf.h"
#include "cmocka-tests.h"

/* The parser has to know by itself what binds more tightly. */
#pragma GCC diagnostic ignored "-Wparentheses"

/* A rule as text and as the C compiler understands it. */
#define RULE(name, forms, expression)                                                              \
  static unsigned long name(unsigned long n) {                                                     \
    return (unsigned long)(expression);                                                            \
  }                                                                                                \
  static const char name##_text[] = "Plural-Forms: nplurals=" #forms "; plural=" #expression ";\n"

/* clang-format off */
RULE(japanese, 1, n*0);
RULE(spanish, 2, n != 1);
RULE(french, 2, (n > 1));
RULE(latvian, 3, (n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2));
RULE(irish, 5, n==1 ? 0 : n==2 ? 1 : (n>2 && n<7) ? 2 :(n>6 && n<11) ? 3 : 4);
RULE(romanian, 3, (n==1 ? 0 : (n==0 || (n%100 > 0 && n%100 < 20)) ? 1 : 2));
RULE(russian, 3,
     (n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2));
RULE(czech, 3, (n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2);
RULE(polish, 3, (n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2));
RULE(slovenian, 4, (n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3));
RULE(arabic, 6, n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);
RULE(welsh, 4, (n==1) ? 0 : (n==2) ? 1 : (n != 8 && n != 11) ? 2 : 3);
RULE(tagalog, 2, (n != 1 && n != 2 && n != 3 && (n%10 == 4 || n%10 == 6 || n%10 == 9)));
RULE(every_operator, 16, (!(n<5) + (n*3-1)/2%4 - (n>=7)*0 + (n<=2||n>=9&&n!=11) + !!n) % 16);
RULE(precedence, 16, n+2*3%5 - 6/4 > 2 == 1 != 0 && 1 || n ? n%3?1:2 : n%5?3:4);
RULE(left_to_right, 16, (100 - n%50 - 7 - 3) / 3 / 2 % 7);
/* clang-format on */

static const struct {
  unsigned long (*function)(unsigned long n);
  const char *text;
} rules[] = {
    {japanese, japanese_text},     {spanish, spanish_text},
    {french, french_text},         {latvian, latvian_text},
    {irish, irish_text},           {romanian, romanian_text},
    {russian, russian_text},       {czech, czech_text},
    {polish, polish_text},         {slovenian, slovenian_text},
    {arabic, arabic_text},         {welsh, welsh_text},
    {tagalog, tagalog_text},       {every_operator, every_operator_text},
    {precedence, precedence_text}, {left_to_right, left_to_right_text},
};

static void test_agrees_with_the_compiler(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
    struct plural_rule rule;
    if (!plural_rule_init(&rule, rules[i].text))
      fail_msg("refused: %s", rules[i].text);
    for (unsigned long n = 0; n < 2000; n++)
      assert_int_equal(plural_rule_form(&rule, n), rules[i].function(n));
    assert_int_equal(plural_rule_form(&rule, ULONG_MAX), rules[i].function(ULONG_MAX));
    plural_rule_release(&rule);
  }
}

static unsigned long form(const char *header, unsigned long n) {
  struct plural_rule rule;
  assert_true(plural_rule_init(&rule, header));
  unsigned long result = plural_rule_form(&rule, n);
  plural_rule_release(&rule);
  return result;
}

static void test_without_a_rule_as_in_english(void **state) {
  (void)state;
  assert_int_equal(form("", 1), 0);
  assert_int_equal(form("", 0), 1);
  assert_int_equal(form("Content-Type: text/plain; charset=UTF-8\n", 2), 1);
}

static void test_layouts(void **state) {
  (void)state;
  assert_int_equal(form("Plural-Forms: nplurals=2; plural=(n != 1);\n", 1), 0);
  assert_int_equal(form("A: b\nPlural-Forms:nplurals=2;plural=n!=1\nC: d\n", 7), 1);
  assert_int_equal(form("Plural-Forms:  nplurals = 2 ; plural = n\t>\t1 ;  \n", 2), 1);
  assert_int_equal(form("Plural-Forms: nplurals=2; plural=n>1", 2), 1);
}

static void test_form_that_does_not_exist(void **state) {
  (void)state;
  assert_int_equal(form("Plural-Forms: nplurals=2; plural=n;", 1), 1);
  assert_int_equal(form("Plural-Forms: nplurals=2; plural=n;", 2), 0);
  assert_int_equal(form("Plural-Forms: nplurals=2; plural=0-1;", 2), 0);
}

static void test_division_by_zero(void **state) {
  (void)state;
  assert_int_equal(form("Plural-Forms: nplurals=2; plural=1/n;", 0), 0);
  assert_int_equal(form("Plural-Forms: nplurals=2; plural=1%n;", 0), 0);
  assert_int_equal(form("Plural-Forms: nplurals=2; plural=1%0+1;", 5), 1);
}

static void test_malformed(void **state) {
  (void)state;
  static const char *const texts[] = {
      "",
      "nplurals=2",
      "nplurals=2;",
      "plural=n;",
      "plural=n; nplurals=2;",
      "nplurals=INTEGER; plural=EXPRESSION;",
      "nplurals=; plural=0;",
      "nplurals=-1; plural=0;",
      "nplurals=0; plural=0;",
      "nplurals=17; plural=0;",
      "nplurals=99999999999999999999999; plural=0;",
      "nplurals=2; plural=;",
      "nplurals=2; plural=n+;",
      "nplurals=2; plural=*n;",
      "nplurals=2; plural=-n;",
      "nplurals=2; plural=(n;",
      "nplurals=2; plural=n);",
      "nplurals=2; plural=();",
      "nplurals=2; plural=n n;",
      "nplurals=2; plural=n=1;",
      "nplurals=2; plural=n & 1;",
      "nplurals=2; plural=n | 1;",
      "nplurals=2; plural=n ? 1;",
      "nplurals=2; plural=n ? : 1;",
      "nplurals=2; plural=n ? 1 : ;",
      "nplurals=2; plural=x;",
      "nplurals=2; plural=n > 99999999999999999999999;",
      "nplurals=2; plural=!;",
      "nplurals=2; plural=0x1;",
  };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    struct strbuf header;
    strbuf_init(&header);
    strbuf_addf(&header, "Plural-Forms: %s\n", texts[i]);
    struct plural_rule rule;
    if (plural_rule_init(&rule, header.text))
      fail_msg("taken: %s", texts[i]);
    plural_rule_release(&rule);
    strbuf_release(&header);
  }
}

static bool is_taken(const char *before, const char *repeated, size_t times, const char *after) {
  struct strbuf header;
  struct plural_rule rule;
  strbuf_init(&header);
  strbuf_addf(&header, "Plural-Forms: nplurals=2; plural=%s", before);
  strbuf_add_repeat(&header, repeated, times);
  strbuf_add(&header, after);
  bool taken = plural_rule_init(&rule, header.text);
  if (taken)
    plural_rule_form(&rule, 3);
  plural_rule_release(&rule);
  strbuf_release(&header);
  return taken;
}

static void test_monsters(void **state) {
  (void)state;
  assert_false(is_taken("", "(", 1000000, "n"));
  assert_false(is_taken("", "!", 1000000, "n"));
  assert_false(is_taken("", "n?n:", 1000000, "n"));
  assert_false(is_taken("n", "?n", 1000000, ""));
  assert_false(is_taken("n", "+n", 1000000, ""));
  assert_false(is_taken("", "9", 1000000, ""));
  assert_true(is_taken("n", "+n", 200, ""));
  assert_true(is_taken("", "!", 20, "n"));
  assert_true(is_taken("", "n?n:", 20, "n"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_agrees_with_the_compiler),
      cmocka_unit_test(test_without_a_rule_as_in_english),
      cmocka_unit_test(test_layouts),
      cmocka_unit_test(test_form_that_does_not_exist),
      cmocka_unit_test(test_division_by_zero),
      cmocka_unit_test(test_malformed),
      cmocka_unit_test(test_monsters),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
