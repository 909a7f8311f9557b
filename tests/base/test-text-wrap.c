/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/environment.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "base/utf8.h"
#include "cmocka-tests.h"

static int set_up(void **state) {
  (void)state;
  environment_set_locale();
  return 0;
}

/* The lines joined by '|'. */
static void check(const char *text, int width, const char *expected) {
  struct text_lines lines = TEXT_LINES_INIT;
  struct strbuf joined;
  strbuf_init(&joined);
  text_wrap(&lines, text, strlen(text), width);
  for (size_t i = 0; i < lines.count; i++) {
    strbuf_add(&joined, i ? "|" : "");
    strbuf_add_bytes(&joined, text + lines.items[i].start, lines.items[i].length);
  }
  assert_string_equal(joined.text, expected);
  strbuf_release(&joined);
  text_lines_release(&lines);
}

static void test_words(void **state) {
  (void)state;
  check("the quick brown fox", 9, "the quick|brown fox");
  check("the quick brown fox", 10, "the quick|brown fox");
  check("the quick brown fox", 8, "the|quick|brown|fox");
  check("the quick brown fox", 100, "the quick brown fox");
  check("a b c", 1, "a|b|c");
}

static void test_newlines(void **state) {
  (void)state;
  check("", 10, "");
  check("a\n", 10, "a|");
  check("\n", 10, "|");
  check("a\n\nb", 10, "a||b");
  check("one two\nthree", 5, "one|two|three");
}

static void test_spaces(void **state) {
  (void)state;
  check("a  b", 10, "a  b");
  check("aaa   bbb", 4, "aaa|bbb");
  check("aaa  ", 10, "aaa");
  check("   ", 10, "");
  check("a  \n b ", 10, "a| b");
  check("  indented text", 10, "  indented|text");
  check("          x", 4, "x");
}

static void test_long_words(void **state) {
  (void)state;
  check("abcdefgh", 3, "abc|def|gh");
  check("abcdef", 3, "abc|def");
  check("a bcdefgh i", 3, "a|bcd|efg|h i");
  check("Donaudampfschifffahrt ist", 10, "Donaudampf|schifffahr|t ist");
}

static void test_other_places_to_break(void **state) {
  (void)state;
  check("well-known word", 6, "well-|known|word");
  check("non\u00a0breaking space", 12, "non\u00a0breaking|space");
  check("zero\u200bwidth", 6, "zero\u200b|width");
  check("with 8 U.S.C. 1373", 8, "with 8|U.S.C.|1373");
  check("in paragraph (a)(4) it", 13, "in paragraph|(a)(4) it");
  check("中文文字", 4, "中文|文字");
  check("会议记录，应当", 8, "会议记|录，应当"); /* a comma does not begin a line */
}

/* The places where a line may end, as '|' put into the text. */
static void check_breaks(const char *text, const char *expected) {
  size_t length = strlen(text);
  bool *may_break = calloc(length + 1, sizeof *may_break);
  struct strbuf marked;
  strbuf_init(&marked);
  text_breaks(text, length, may_break);
  for (size_t i = 0; i < length; i++) {
    strbuf_add(&marked, may_break[i] ? "|" : "");
    strbuf_add_bytes(&marked, text + i, 1);
  }
  assert_string_equal(marked.text, expected);
  strbuf_release(&marked);
  free(may_break);
}

static void test_places_to_break(void **state) {
  (void)state;
  check_breaks("the quick-witted fox", "the |quick-|witted |fox");
  check_breaks("8 U.S.C. 1373(a)(4), e.g. x", "8 |U.S.C. |1373(a)(4), |e.g. |x");
  check_breaks("a, b;c:d A.Z.@", "a, |b;c:d |A.Z.|@");
  check_breaks("中文", "中|文");
  check_breaks("", "");
}

static void test_too_narrow_for_a_character(void **state) {
  (void)state;
  check("中a文", 1, "中|a|文");
  check("中", 0, "中");
  check("ab", -3, "a|b");
}

static void test_marks_stay_with_their_letter(void **state) {
  (void)state;
  check("e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301|e\u0301");
  check("a\u0300\u0301\u0302\u0303", 1, "a\u0300\u0301\u0302\u0303");
}

static void test_replaces_lines(void **state) {
  (void)state;
  struct text_lines lines = TEXT_LINES_INIT;
  text_wrap(&lines, "a b c", 5, 1);
  assert_int_equal(lines.count, 3);
  text_wrap(&lines, "abc", 2, 9); /* the length counts, not the NUL */
  assert_int_equal(lines.count, 1);
  assert_int_equal(lines.items[0].length, 2);
  assert_int_equal(lines.items[0].width_cells, 2);
  text_lines_release(&lines);
  assert_int_equal(lines.count, 0);
  text_lines_release(&lines);
}

static const char *const samples[] = {
    "The applicant's packet must contain: (1) a site plan, (2) proof of notice; see "
    "https://example.gov/zoning/packets?id=2024-117&view=full for details.",
    "¿Está la «audiencia pública» anunciada con al menos 10 días de antelación? Si no, "
    "pregúntele a la secretaria — ¡es su derecho!",
    "会议记录应当在会后十日内公布。请查看第3页的“投票结果”，并确认（如有）回避的委员姓名；英文名 "
    "Planning Commission 也要写上。",
    "Văn phòng có mở cửa không? Nếu không, hãy gọi số (555) 123-4567 trước khi đến.",
    "Va\u0306n pho\u0300ng co\u0301 mo\u031b\u0309 cu\u031b\u0309a kho\u0302ng? Ne\u0302\u0301u "
    "kho\u0302ng, ha\u0303y go\u0323i.",
    "Èske biwo a louvri? Si w pa jwenn paj la, mande sekretè a.",
    "First paragraph.\nSecond one with 10\u00a0days, a very-long-hyphenated-word, and "
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen.\n\n   Third.  \n",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 \U0001f1fa\U0001f1f8 "
    "\u0301\u0302\u0303 \u200b\u200b\u200b 각각 नमस्ते",
    "مرحبا بالعالم، هذا نص عربي طويل بعض الشيء.",
    "bad \xff\xfe\x80 bytes \xe4\xb8 and \xf0\x9f\x98",
    "                                                             far right",
    "(      no break after the bracket)",
    "controls \x01\x02\x7f tab\tcr\r\nvt\x0b"
    "ff\x0c"
    "nel\xc2\x85ls\u2028ps\u2029end",
    "",
    "\n\n\n",
};
enum { SAMPLES = sizeof samples / sizeof *samples };

static int widest_character(const char *text, size_t length) {
  int widest = 0;
  uint32_t code;
  for (size_t at = 0, size; (size = utf8_decode(text + at, length - at, &code)); at += size) {
    int width = text_width_length(text + at, size);
    widest = width > widest ? width : widest;
  }
  return widest;
}

/* What stands between two lines may be left out, but only spaces and one newline. */
static void check_gap(const char *text, size_t start, size_t end) {
  size_t newlines = 0;
  assert_true(start <= end);
  for (; start < end; start++) {
    newlines += text[start] == '\n';
    assert_true(text[start] == ' ' || text[start] == '\n');
  }
  assert_true(newlines <= 1);
}

static void check_lines(const char *text, size_t length, int width) {
  struct text_lines lines = TEXT_LINES_INIT;
  text_wrap(&lines, text, length, width);
  assert_true(lines.count >= 1);
  size_t end = 0;
  for (size_t i = 0; i < lines.count; i++) {
    const struct text_line *line = &lines.items[i];
    check_gap(text, end, line->start);
    end = line->start + line->length;
    assert_null(memchr(text + line->start, '\n', line->length));
    assert_true(!line->length || text[end - 1] != ' ');
    assert_int_equal(line->width_cells, text_width_length(text + line->start, line->length));
    if (line->width_cells > width) /* only a single character may be too wide */
      assert_int_equal(widest_character(text + line->start, line->length), line->width_cells);
  }
  check_gap(text, end, length);
  text_lines_release(&lines);
}

static void test_never_too_wide_and_nothing_lost(void **state) {
  (void)state;
  for (size_t i = 0; i < SAMPLES; i++)
    for (int width = 1; width <= 100; width++)
      check_lines(samples[i], strlen(samples[i]), width);
}

static void test_hostile_bytes(void **state) {
  (void)state;
  uint32_t random = 7;
  char bytes[120];
  for (int round = 0; round < 1500; round++) {
    size_t length = (random >> 16) % sizeof bytes;
    for (size_t i = 0; i < length; i++) {
      random = random * 1664525 + 1013904223;
      bytes[i] = random % 3 ? (char)(random >> 24) : " \na-\xcc\x81"[(random >> 20) % 6];
    }
    check_lines(bytes, length, 1 + round % 30);
  }
}

/* A word as large as a text may be, and letters under a heap of marks. */
static void test_large(void **state) {
  (void)state;
  struct strbuf text;
  strbuf_init(&text);
  strbuf_add_repeat(&text, "x", 65536);
  check_lines(text.text, text.length, 1);
  check_lines(text.text, text.length, 79);
  strbuf_clear(&text);
  strbuf_add(&text, "中");
  strbuf_add_repeat(&text, "\u0301", 30000);
  check_lines(text.text, text.length, 1);
  check_lines(text.text, text.length, 40);
  strbuf_clear(&text);
  strbuf_add_repeat(&text, "会议", 10000);
  check_lines(text.text, text.length, 3);
  strbuf_release(&text);
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup(function, set_up)
  const struct CMUnitTest tests[] = {
      TEST(test_words),
      TEST(test_newlines),
      TEST(test_spaces),
      TEST(test_long_words),
      TEST(test_other_places_to_break),
      TEST(test_places_to_break),
      TEST(test_too_narrow_for_a_character),
      TEST(test_marks_stay_with_their_letter),
      TEST(test_replaces_lines),
      TEST(test_never_too_wide_and_nothing_lost),
      TEST(test_hostile_bytes),
      TEST(test_large),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
