/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/utf8.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "cmocka-tests.h"

static void test_encode_decode_all(void **state) {
  (void)state;
  for (uint32_t code = 0; code <= 0x10ffff; code++) {
    if (code >= 0xd800 && code <= 0xdfff)
      continue;
    char bytes[4];
    uint32_t back;
    size_t size = utf8_encode(code, bytes);
    assert_int_equal(utf8_decode(bytes, size, &back), size);
    assert_int_equal(back, code);
  }
}

static void test_encode_invalid_code(void **state) {
  (void)state;
  static const uint32_t codes[] = {0xd800, 0xdfff, 0x110000, 0xffffffff};
  for (size_t i = 0; i < 4; i++) {
    char bytes[4];
    assert_int_equal(utf8_encode(codes[i], bytes), 3);
    assert_memory_equal(bytes, "\xef\xbf\xbd", 3);
  }
}

static void test_decode_end(void **state) {
  (void)state;
  uint32_t code;
  assert_int_equal(utf8_decode("a", 0, &code), 0);
  assert_int_equal(utf8_decode("", 1, &code), 1); /* a NUL is a character */
  assert_int_equal(code, 0);
}

static const char *const invalid[] = {
    "\x80", /* continues nothing */
    "\xbf",
    "\xc0\x80", /* overlong NUL */
    "\xc1\xbf", /* overlong */
    "\xc3",     /* cut off */
    "\xc3\x61",
    "\xe0\x80\x80", /* overlong */
    "\xe0\x9f\xbf",
    "\xe4\xb8", /* cut off */
    "\xe4\xb8\x61",
    "\xed\xa0\x80", /* a surrogate */
    "\xed\xbf\xbf",
    "\xf0\x80\x80\x80", /* overlong */
    "\xf0\x8f\xbf\xbf",
    "\xf0\x9f\x98",     /* cut off */
    "\xf4\x90\x80\x80", /* beyond Unicode */
    "\xf5\x80\x80\x80",
    "\xfe",
    "\xff",
};

static void test_decode_invalid(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof invalid / sizeof *invalid; i++) {
    uint32_t code = 0;
    assert_int_equal(utf8_decode(invalid[i], strlen(invalid[i]), &code), 1);
    assert_int_equal(code, 0xfffd);
    assert_false(utf8_is_valid(invalid[i], strlen(invalid[i])));
    assert_int_equal(utf8_invalid_at(invalid[i], strlen(invalid[i])), 0);
  }
}

static void test_valid(void **state) {
  (void)state;
  const char *text = "a¿中\U0001f600\ufffd";
  size_t length = strlen(text);
  assert_true(utf8_is_valid(text, length));
  assert_true(utf8_is_valid("", 0));
  assert_int_equal(utf8_invalid_at(text, length), length);
  assert_int_equal(utf8_invalid_at("ab\xff"
                                   "c",
                                   4),
                   2);
  assert_int_equal(utf8_invalid_at("\xe4\xb8\xad\xe4\xb8", 5), 3);
}

/* The length is given apart because of NULs. */
static void check_clean(const char *text, size_t length, enum utf8_lines lines,
                        const char *expected) {
  struct strbuf out;
  strbuf_init(&out);
  strbuf_add(&out, ">");
  bool changed = utf8_clean(&out, text, length, lines);
  assert_string_equal(out.text + 1, expected);
  assert_int_equal(out.length - 1, strlen(expected));
  assert_int_equal(changed, length != strlen(expected) || memcmp(text, expected, length) != 0);
  strbuf_release(&out);
}

static void clean_many(const char *text, const char *expected) {
  check_clean(text, strlen(text), UTF8_MANY_LINES, expected);
}

static void clean_one(const char *text, const char *expected) {
  check_clean(text, strlen(text), UTF8_ONE_LINE, expected);
}

static void test_clean_leaves_good_text(void **state) {
  (void)state;
  clean_many("", "");
  clean_many("plain, with signs: ~!@#", "plain, with signs: ~!@#");
  clean_many("¿Qué? 中文 Tiê\u0301ng العربية \U0001f600",
             "¿Qué? 中文 Tiê\u0301ng العربية \U0001f600");
  clean_many("two\nlines\n", "two\nlines\n");
  clean_many("family \U0001f468\u200d\U0001f469", "family \U0001f468\u200d\U0001f469");
}

static void test_clean_line_ends(void **state) {
  (void)state;
  clean_many("a\r\nb\rc\nd", "a\nb\nc\nd");
  clean_many("a\r\r\n\n\rb", "a\n\n\n\nb");
  clean_many("a\u2028b\u2029c", "a\nb\nc");
  clean_many("a\r", "a\n");
  clean_one("a\r\nb\r\r\n\n\u2028c", "a b c");
  clean_one("a\n", "a ");
}

static void test_clean_controls(void **state) {
  (void)state;
  clean_many("a\tb", "a b");
  clean_many("\x1b[31mred\x1b]0;title\x07", "<U+001B>[31mred<U+001B>]0;title<U+0007>");
  clean_many("a\x01\x02\x08\x0b\x0c\x7f"
             "b",
             "a<U+0001><U+0002><U+0008><U+000B><U+000C><U+007F>b");
  clean_many("a\xc2\x80\xc2\x85\xc2\x9b"
             "31m\xc2\x9f"
             "b",
             "a<U+0080><U+0085><U+009B>31m<U+009F>b");
  check_clean("a\0b", 3, UTF8_MANY_LINES, "a<U+0000>b");
  clean_many("cut \x1b", "cut <U+001B>");
}

static void test_clean_names_every_control(void **state) {
  (void)state;
  for (uint32_t code = 0; code < 0xa0; code++) {
    bool control = code < 0x20 || code >= 0x7f;
    char bytes[4], name[16];
    size_t size = utf8_encode(code, bytes);
    snprintf(name, sizeof name, "<U+%04X>", (unsigned)code);
    if (control && code != '\t' && code != '\n' && code != '\r')
      check_clean(bytes, size, UTF8_MANY_LINES, name);
  }
}

static void test_clean_invisible(void **state) {
  (void)state;
  clean_many("soft\u00adhyphen", "softhyphen");
  clean_many("\ufeffmark", "mark");
  clean_many("a\u061c\u200e\u200fb", "a<U+061C><U+200E><U+200F>b");
  clean_many("a\u202a\u202b\u202c\u202d\u202eb", "a<U+202A><U+202B><U+202C><U+202D><U+202E>b");
  clean_many("a\u2066\u2067\u2068\u2069b", "a<U+2066><U+2067><U+2068><U+2069>b");
  clean_many("a\u2061\u2064\u206a\u206f\ufff9\ufffbb", "ab");
  clean_many("a\U000e0001\U000e0041\U000e007fb", "ab");
  clean_many("stay\u200b\u200c\u200d\u2060\ufe0f", "stay\u200b\u200c\u200d\u2060\ufe0f");
  clean_many("a\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0010ffffb", "ab");
}

static void test_clean_invalid(void **state) {
  (void)state;
  clean_many("a\xff"
             "b",
             "a\ufffdb");
  clean_many("\xed\xa0\x80", "\ufffd\ufffd\ufffd");
  clean_many("\xf0\x9f\x98", "\ufffd\ufffd\ufffd");
  clean_many("\xc3\n", "\ufffd\n");
  clean_many("\xc0\x8a", "\ufffd\ufffd"); /* not a line end by another way */
}

/* Whatever comes in, what comes out is valid, has no controls, and is not changed again. */
static void test_clean_hostile(void **state) {
  (void)state;
  uint32_t random = 1;
  for (int round = 0; round < 2000; round++) {
    char bytes[64];
    for (size_t i = 0; i < sizeof bytes; i++) {
      random = random * 1664525 + 1013904223;
      bytes[i] = (char)(random >> 24);
    }
    struct strbuf once, twice;
    strbuf_init(&once);
    strbuf_init(&twice);
    enum utf8_lines lines = round % 2 ? UTF8_ONE_LINE : UTF8_MANY_LINES;
    utf8_clean(&once, bytes, sizeof bytes, lines);
    assert_true(utf8_is_valid(once.text, once.length));
    for (size_t i = 0; i < once.length; i++)
      assert_true((unsigned char)once.text[i] >= 0x20 || once.text[i] == '\n');
    assert_true(lines == UTF8_MANY_LINES || !strchr(once.text, '\n'));
    assert_false(utf8_clean(&twice, once.text, once.length, lines));
    assert_string_equal(twice.text, once.text);
    strbuf_release(&once);
    strbuf_release(&twice);
  }
}

static void test_clean_dup(void **state) {
  (void)state;
  char *clean = utf8_clean_dup("a\tb\nc", UTF8_ONE_LINE);
  assert_string_equal(clean, "a b c");
  free(clean);
}

static void check_ascii(const char *text, const char *expected) {
  struct strbuf out;
  strbuf_init(&out);
  utf8_to_ascii(&out, text, strlen(text));
  assert_string_equal(out.text, expected);
  strbuf_release(&out);
}

static void test_to_ascii(void **state) {
  (void)state;
  check_ascii("plain\ntext~", "plain\ntext~");
  check_ascii("¿Está la «audiencia» aquí? Ñandú", "Esta la \"audiencia\" aqui? Nandu");
  check_ascii("Tiếng Việt, Đặng", "Tieng Viet, Dang");
  check_ascii("Tie\u0302\u0301ng", "Tieng");
  check_ascii("Kreyòl ayisyen: yo jwenn è", "Kreyol ayisyen: yo jwenn e");
  check_ascii("“quoted” ‘too’ – and — so…", "\"quoted\" 'too' - and -- so...");
  check_ascii("☐ open ☑ done • item → next", "[ ] open [x] done * item -> next");
  check_ascii("Straße, Æsir, Łódź, œuvre", "Strasse, AEsir, Lodz, oeuvre");
  check_ascii("a\u00a0b\u200bc", "a bc");
  check_ascii("½ ﬁ Ａ ①", "1/2 fi A 1");
}

static void test_to_ascii_unknown(void **state) {
  (void)state;
  check_ascii("中文", "??");
  check_ascii("\xff", "?");
  check_ascii("한", "?");
  check_ascii("ع", "?");
  check_ascii("\U0001f600", "?");
}

static void test_to_ascii_is_ascii(void **state) {
  (void)state;
  for (uint32_t code = 1; code < 0x30000; code++) {
    char bytes[4];
    struct strbuf out;
    strbuf_init(&out);
    utf8_to_ascii(&out, bytes, utf8_encode(code, bytes));
    for (size_t i = 0; i < out.length; i++)
      assert_true(out.text[i] > 0);
    strbuf_release(&out);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_encode_decode_all),
      cmocka_unit_test(test_encode_invalid_code),
      cmocka_unit_test(test_decode_end),
      cmocka_unit_test(test_decode_invalid),
      cmocka_unit_test(test_valid),
      cmocka_unit_test(test_clean_leaves_good_text),
      cmocka_unit_test(test_clean_line_ends),
      cmocka_unit_test(test_clean_controls),
      cmocka_unit_test(test_clean_names_every_control),
      cmocka_unit_test(test_clean_invisible),
      cmocka_unit_test(test_clean_invalid),
      cmocka_unit_test(test_clean_hostile),
      cmocka_unit_test(test_clean_dup),
      cmocka_unit_test(test_to_ascii),
      cmocka_unit_test(test_to_ascii_unknown),
      cmocka_unit_test(test_to_ascii_is_ascii),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
