/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#include "base/environment.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "cmocka-tests.h"

static int set_up(void **state) {
  (void)state;
  environment_set_locale();
  return 0;
}

static const char *const samples[] = {
    "",
    "plain words, nothing else",
    "¿Está la «audiencia pública» anunciada?",
    "会议记录应当在会后十日内公布。",
    "Va\u0306n pho\u0300ng co\u0301 mo\u031b\u0309 cu\u031b\u0309a kho\u0302ng?",
    "mixed 中文 and e\u0301\u0323 and \U0001f600!",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1fa\U0001f1f8\U0001f1eb\U0001f1f7",
    "العربية والعبرية עברית",
    "नमस्ते हिन्दी",
    "한국어 각",
    "\u0301starts with a mark",
    "line\nline\n",
    "bad \xff\xfe\x80 bytes \xe4\xb8",
};
enum { SAMPLES = sizeof samples / sizeof *samples };

static void check_title(const char *text, const char *expected) {
  char *title = text_title(text);
  assert_string_equal(title, expected);
  free(title);
}

static void test_title(void **state) {
  (void)state;
  check_title("", "");
  check_title("the City of Racine", "The City of Racine");
  check_title("Kane County", "Kane County");
  check_title("élan", "Élan");
  check_title("會議", "會議");
  check_title("\xff", "\xff");
}

static void test_width(void **state) {
  (void)state;
  assert_int_equal(text_width(""), 0);
  assert_int_equal(text_width("abc"), 3);
  assert_int_equal(text_width("¿sí?"), 4);
  assert_int_equal(text_width("中文"), 4);
  assert_int_equal(text_width("e\u0301"), 1);
  assert_int_equal(text_width("\u200b"), 0);
  assert_int_equal(text_width("\xff"), 1); /* a replacement character is drawn */
  assert_int_equal(text_width("\ufdd0"), 1);
  assert_int_equal(text_width_length("abc", 2), 2);
  assert_int_equal(text_width_length("中文", 3), 2);
}

static void test_next_and_previous(void **state) {
  (void)state;
  const char *text = "ae\u0301中z"; /* 1, 3, 3 and 1 bytes */
  static const size_t boundaries[] = {0, 1, 4, 7, 8};
  for (size_t i = 0; i < 4; i++) {
    assert_int_equal(text_next(text, 8, boundaries[i]), boundaries[i + 1]);
    assert_int_equal(text_previous(text, boundaries[i + 1]), boundaries[i]);
  }
  assert_int_equal(text_next(text, 8, 8), 8);
  assert_int_equal(text_next(text, 8, 99), 8);
  assert_int_equal(text_previous(text, 0), 0);
  assert_int_equal(text_next("", 0, 0), 0);
}

static void test_previous_undoes_next(void **state) {
  (void)state;
  for (size_t i = 0; i < SAMPLES; i++) {
    size_t length = strlen(samples[i]);
    for (size_t at = 0, next; at < length; at = next) {
      next = text_next(samples[i], length, at);
      assert_true(next > at && next <= length);
      assert_int_equal(text_previous(samples[i], next), at);
    }
  }
}

static void test_graphemes_keep_marks(void **state) {
  (void)state;
  const char *text = samples[4];
  size_t length = strlen(text);
  for (size_t at = 0; at < length; at = text_next(text, length, at))
    assert_true(at == 0 || text_width_length(text + at, text_next(text, length, at) - at) == 1);
}

static void test_words(void **state) {
  (void)state;
  const char *text = "One, two  don't (four)";
  size_t length = strlen(text);
  static const size_t starts[] = {0, 5, 10, 17};
  for (size_t i = 0; i + 1 < 4; i++)
    assert_int_equal(text_next_word(text, length, starts[i]), starts[i + 1]);
  assert_int_equal(text_next_word(text, length, 17), length);
  assert_int_equal(text_next_word(text, length, length), length);
  assert_int_equal(text_previous_word(text, length), 17);
  for (size_t i = 3; i > 0; i--)
    assert_int_equal(text_previous_word(text, starts[i]), starts[i - 1]);
  assert_int_equal(text_previous_word(text, 7), 5); /* from within a word to its start */
  assert_int_equal(text_previous_word(text, 0), 0);
  assert_int_equal(text_next_word("", 0, 0), 0);
  assert_int_equal(text_next_word("¡sí, señor!", strlen("¡sí, señor!"), 0), 2);
}

static void test_words_always_move(void **state) {
  (void)state;
  for (size_t i = 0; i < SAMPLES; i++) {
    size_t length = strlen(samples[i]), at = 0, steps = 0;
    for (; at < length; steps++) {
      size_t next = text_next_word(samples[i], length, at);
      assert_true(next > at && next <= length);
      at = next;
    }
    for (; at > 0; steps--) {
      size_t previous = text_previous_word(samples[i], at);
      assert_true(previous < at);
      at = previous;
    }
  }
}

static void test_fit(void **state) {
  (void)state;
  int used = 9;
  assert_int_equal(text_fit("abc", 3, 2, &used), 2);
  assert_int_equal(used, 2);
  assert_int_equal(text_fit("abc", 3, 9, &used), 3);
  assert_int_equal(used, 3);
  assert_int_equal(text_fit("中文", 6, 3, &used), 3);
  assert_int_equal(used, 2);
  assert_int_equal(text_fit("中文", 6, 1, &used), 0);
  assert_int_equal(used, 0);
  assert_int_equal(text_fit("e\u0301e\u0301", 6, 1, NULL), 3); /* a mark stays with its letter */
  assert_int_equal(text_fit("abc", 3, 0, NULL), 0);
  assert_int_equal(text_fit("abc", 3, -5, NULL), 0);
  assert_int_equal(text_fit("", 0, 5, &used), 0);
  assert_int_equal(used, 0);
}

static void test_fit_is_what_was_measured(void **state) {
  (void)state;
  for (size_t i = 0; i < SAMPLES; i++)
    for (int width = 0; width < 40; width++) {
      int used;
      size_t length = strlen(samples[i]);
      size_t fits = text_fit(samples[i], length, width, &used);
      assert_true(used <= width);
      assert_int_equal(used, text_width_length(samples[i], fits));
      if (fits < length) {
        size_t more = text_next(samples[i], length, fits);
        assert_true(text_width_length(samples[i], more) > width);
      }
    }
}

static void check_cut(const char *text, int width, const char *expected) {
  struct strbuf out;
  strbuf_init(&out);
  strbuf_add(&out, "x ");
  text_add_cut(&out, text, width);
  assert_string_equal(out.text + 2, expected);
  strbuf_release(&out);
}

static void test_cut(void **state) {
  (void)state;
  check_cut("", 3, "");
  check_cut("abc", 3, "abc");
  check_cut("abcd", 3, "abc…");
  check_cut("中文字", 5, "中文…");
  check_cut("ae\u0301x", 2, "ae\u0301…");
  check_cut("abc", 0, "…");
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup(function, set_up)
  const struct CMUnitTest tests[] = {
      TEST(test_title),
      TEST(test_width),
      TEST(test_next_and_previous),
      TEST(test_previous_undoes_next),
      TEST(test_graphemes_keep_marks),
      TEST(test_words),
      TEST(test_words_always_move),
      TEST(test_fit),
      TEST(test_fit_is_what_was_measured),
      TEST(test_cut),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
