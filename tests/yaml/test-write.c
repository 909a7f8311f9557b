/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/strbuf.h"
#include "yaml/node.h"

static void assert_reads_back(struct arena *arena, const struct node *root) {
  struct strbuf out;
  struct error err = ERROR_INIT;
  strbuf_init(&out);
  node_write(&out, root);
  struct node *back = node_read(arena, out.text, out.length, "out", &err);
  if (!back)
    fail_msg("%s in:\n%s", err.message, out.text);
  if (!node_equal(root, back))
    fail_msg("differs:\n%s", out.text);
  strbuf_release(&out);
}

static void assert_written(const struct node *root, const char *wanted) {
  struct strbuf out;
  strbuf_init(&out);
  node_write(&out, root);
  assert_string_equal(out.text, wanted);
  strbuf_release(&out);
}

static void the_layout_is_fixed(void **state) {
  (void)state;
  struct arena *arena = arena_new();
  struct node *root = node_new_mapping(arena), *list = node_new_sequence(arena);
  struct node *item = node_new_mapping(arena);
  node_set(arena, root, "format", node_new_scalar(arena, "1", false));
  node_set_text(arena, root, "one", "no");
  node_set_text(arena, root, "quotes", "say \"it\" \\ é 办");
  node_set_text(arena, root, "lines", "a\n\nb # c\n");
  node_set_text(arena, root, "no-end", "a\n  b: c");
  node_set_text(arena, root, "space-before", " a\nb");
  node_set_text(arena, root, "space-after", "a \nb");
  node_set_text(arena, root, "empty", "");
  node_set_text(arena, item, "what", "x");
  node_append(arena, list, item);
  node_append(arena, list, node_new_scalar(arena, "word", false));
  node_append(arena, list, node_new_scalar(arena, "two words", false));
  node_set(arena, root, "list", list);
  node_set(arena, root, "none", node_new_sequence(arena));
  assert_written(root, "format: 1\n"
                       "one: \"no\"\n"
                       "quotes: \"say \\\"it\\\" \\\\ é 办\"\n"
                       "lines: |\n  a\n\n  b # c\n"
                       "no-end: |-\n  a\n    b: c\n"
                       "space-before: \" a\\nb\"\n"
                       "space-after: \"a \\nb\"\n"
                       "empty: \"\"\n"
                       "list:\n- what: \"x\"\n- word\n- \"two words\"\n"
                       "none: []\n");
  assert_reads_back(arena, root);
  arena_free(arena);
}

static void an_empty_mapping_is_written(void **state) {
  (void)state;
  struct arena *arena = arena_new();
  assert_written(node_new_mapping(arena), "{}\n");
  arena_free(arena);
}

static void long_lines_are_not_folded(void **state) {
  (void)state;
  struct arena *arena = arena_new();
  struct strbuf text;
  strbuf_init(&text);
  strbuf_add_repeat(&text, "words and ", 500);
  struct node *root = node_new_mapping(arena);
  node_set_text(arena, root, "a", text.text);
  struct strbuf out;
  strbuf_init(&out);
  node_write(&out, root);
  assert_ptr_equal(strchr(out.text, '\n'), out.text + out.length - 1);
  strbuf_release(&out);
  strbuf_release(&text);
  assert_reads_back(arena, root);
  arena_free(arena);
}

static const char *const fragments[] = {
    "a",
    " ",
    "\n",
    "\t",
    ":",
    "#",
    "-",
    "é",
    "办",
    "👍",
    "\xe2\x80\xa8",
    "\xc2\x85",
    "'",
    "\"",
    "\\",
    "\r",
    "|",
    ">",
    "%",
    "@",
    "0",
    "no",
    "\x07",
    "\x7f",
    "---",
    "...",
    "\xef\xbb\xbf",
    "\xff",
    "{",
    "]",
    "&",
    "*",
    "!",
    "?",
    ",",
    ": ",
    " #",
    "\n\n",
    "~",
    "\xef\xbf\xbe",
    "\xe2\x80\xae",
    "\xc2\xa0",
    "\xcc\x81",
    "=",
    "<<",
    "\xf0\x9f\xbf\xbf",
};

static const char *hostile_text(struct strbuf *text, uint32_t *seed, unsigned count) {
  strbuf_clear(text);
  for (; count; count--) {
    *seed = *seed * 1664525 + 1013904223;
    strbuf_add(text, fragments[(*seed >> 16) % (sizeof fragments / sizeof *fragments)]);
  }
  return text->text;
}

/* One tree with the text as quoted and unquoted value, as key, and in a list in a list. */
static struct node *tree_of(struct arena *arena, const char *text) {
  struct node *root = node_new_mapping(arena), *outer = node_new_sequence(arena);
  struct node *inner = node_new_sequence(arena), *mapping = node_new_mapping(arena);
  node_set_text(arena, root, "first", text);
  node_set(arena, root, "plain", node_new_scalar(arena, text, false));
  node_append(arena, inner, node_new_scalar(arena, text, true));
  node_append(arena, inner, node_new_mapping(arena));
  node_append(arena, outer, inner);
  node_set_text(arena, mapping, "deep", text);
  node_append(arena, outer, mapping);
  node_set(arena, root, "list", outer);
  node_set_text(arena, root, "last", text);
  return root;
}

static void hostile_texts_read_back_equal(void **state) {
  (void)state;
  struct strbuf text;
  strbuf_init(&text);
  uint32_t seed = 3;
  for (unsigned round = 0; round < 8000; round++) {
    struct arena *arena = arena_new();
    assert_reads_back(arena, tree_of(arena, hostile_text(&text, &seed, round % 9)));
    arena_free(arena);
  }
  strbuf_release(&text);
}

static void hostile_keys_read_back_equal(void **state) {
  (void)state;
  struct strbuf text;
  strbuf_init(&text);
  uint32_t seed = 5;
  for (unsigned round = 0; round < 4000; round++) {
    struct arena *arena = arena_new();
    struct node *root = node_new_mapping(arena);
    hostile_text(&text, &seed, round % 9);
    if (round % 100 == 0)
      strbuf_add_repeat(&text, "long key ", 300);
    strbuf_insert(&text, 0, "k", 1);
    node_set_text(arena, root, text.text, "x");
    assert_reads_back(arena, root);
    arena_free(arena);
  }
  strbuf_release(&text);
}

static void every_short_text_reads_back_equal(void **state) {
  (void)state;
  static const char *const words[] = {"yes",  "No",   "null", "~",    "-",    "--",  ".5",   "1e3",
                                      "0x1f", "1:30", "<<",   "=",    "!",    "!!",  "a:",   ":a",
                                      "- a",  "? a",  "#",    "a #b", "a# b", "|",   ">",    "%a",
                                      "@",    "`",    "[",    "]",    "{}",   "*",   "&",    "''",
                                      "\"",   "...",  "---",  " ",    "\n",   "a\n", "\n\n", "é"};
  struct arena *arena = arena_new();
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    assert_reads_back(arena, tree_of(arena, words[i]));
    assert_reads_back(arena, node_new_scalar(arena, words[i], true));
  }
  arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_layout_is_fixed),
      cmocka_unit_test(an_empty_mapping_is_written),
      cmocka_unit_test(long_lines_are_not_folded),
      cmocka_unit_test(hostile_texts_read_back_equal),
      cmocka_unit_test(hostile_keys_read_back_equal),
      cmocka_unit_test(every_short_text_reads_back_equal),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
