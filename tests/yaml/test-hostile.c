/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Input made to hurt: it has to be refused in milliseconds and never crash. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "yaml/node.h"

static double cpu_seconds(void) {
  return (double)clock() / CLOCKS_PER_SEC;
}

/* Reads, and fails the test if it takes more than a generous part of a second of processor time:
 * what is guarded against takes half a minute. Returns the message, owned by the caller; NULL if it
 * was taken. */
static char *read_quickly(const char *text, size_t length) {
  struct arena *arena = arena_new();
  struct error err = ERROR_INIT;
  double start = cpu_seconds();
  struct node *root = node_read(arena, text, length, "f.yaml", &err);
  double took = cpu_seconds() - start;
  arena_free(arena);
  if (took > 2)
    fail_msg("took %d ms", (int)(took * 1000));
  assert_true((root == NULL) == (err.message != NULL));
  return err.message;
}

static void repeated(const char *unit, size_t total, const char *wanted) {
  struct strbuf bomb;
  strbuf_init(&bomb);
  while (bomb.length < total)
    strbuf_add(&bomb, unit);
  char *message = read_quickly(bomb.text, bomb.length);
  if (!message || !strstr(message, wanted))
    fail_msg("'%s': %s", unit, message ? message : "taken");
  free(message);
  strbuf_release(&bomb);
}

static void nesting_is_refused_at_once(void **state) {
  (void)state;
  static const char *const units[] = {"[", "{", "- ", "? ", "{a: ", "[\n", "{a:\n", "-\n "};
  for (size_t i = 0; i < 6; i++)
    repeated(units[i], 200000, i == 1 || i == 3 ? "cannot be a key" : "nested more than 32 deep");
}

static void there_is_a_limit_of_nodes(void **state) {
  (void)state;
  repeated("- a\n", 4 * NODE_COUNT_LIMIT, "more than 200000 keys and texts");
  repeated("- []\n", 5 * NODE_COUNT_LIMIT, "more than 200000 keys and texts");
}

static void the_limit_of_depth_is_exact(void **state) {
  (void)state;
  struct strbuf text;
  strbuf_init(&text);
  strbuf_add_repeat(&text, "[", 32);
  strbuf_add_repeat(&text, "]", 32);
  assert_null(read_quickly(text.text, text.length));
  strbuf_insert(&text, 0, "[", 1);
  strbuf_add(&text, "]");
  char *message = read_quickly(text.text, text.length);
  assert_string_equal(
      message, "f.yaml:1:33: lists and mappings are nested more than 32 deep here: use fewer");
  free(message);
  strbuf_release(&text);
}

static void the_limits_of_size_are_told(void **state) {
  (void)state;
  struct strbuf text;
  strbuf_init(&text);
  strbuf_add(&text, "a: ");
  strbuf_add_repeat(&text, "x", NODE_TEXT_LIMIT_BYTES);
  assert_null(read_quickly(text.text, text.length));
  strbuf_add(&text, "x");
  char *message = read_quickly(text.text, text.length);
  assert_string_equal(message, "f.yaml:1:4: this text is longer than 64 KiB: make it shorter");
  free(message);
  strbuf_clear(&text);
  strbuf_add_repeat(&text, "#", NODE_FILE_LIMIT_BYTES + 1);
  message = read_quickly(text.text, text.length);
  assert_string_equal(message, "f.yaml: the file is larger than 4 MiB: divide it");
  free(message);
  strbuf_release(&text);
}

static void the_limit_holds_for_what_a_text_is_shown_as(void **state) {
  (void)state;
  struct strbuf text;
  strbuf_init(&text);
  strbuf_add(&text, "a: ");
  strbuf_add_repeat(&text, "\u202e", NODE_TEXT_LIMIT_BYTES / strlen("<U+202E>"));
  assert_null(read_quickly(text.text, text.length));
  strbuf_add(&text, "x");
  char *message = read_quickly(text.text, text.length);
  assert_string_equal(message, "f.yaml:1:4: this text is longer than 64 KiB: make it shorter");
  free(message);
  strbuf_release(&text);
}

static void many_keys_take_no_square_of_time(void **state) {
  (void)state;
  struct strbuf text;
  strbuf_init(&text);
  for (int i = 0; i < 60000; i++)
    strbuf_addf(&text, "k%d:\n", i);
  strbuf_add(&text, "k777:\n");
  char *message = read_quickly(text.text, text.length);
  assert_non_null(strstr(message, "the key 'k777' stands here twice (before in line 778)"));
  free(message);
  strbuf_release(&text);
}

static void laughing_is_not_for_us(void **state) {
  (void)state;
  static const char text[] = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
  char *message = read_quickly(text, strlen(text));
  assert_non_null(strstr(message, "'&name' cannot be used here"));
  free(message);
}

static const char sample[] =
    "format: \"1\"\nlist: [a, {b: 'c d', \"e\\tf\": >-\n  g}]\ntext: |\n  one\n\n  two é\n"
    "answers:\n  a.b:\n    answer: \"no\" # comment\n    evidence:\n      - {what: x}\n      - y\n";

static void truncated_texts_never_crash(void **state) {
  (void)state;
  for (size_t length = 0; length < sizeof sample; length++)
    free(read_quickly(sample, length));
}

static void flipped_bits_never_crash(void **state) {
  (void)state;
  char text[sizeof sample];
  for (size_t bit = 0; bit < 8 * (sizeof sample - 1); bit++) {
    memcpy(text, sample, sizeof sample);
    text[bit / 8] = (char)(text[bit / 8] ^ 1 << bit % 8);
    free(read_quickly(text, sizeof sample - 1));
  }
}

static void mixed_tokens_never_crash(void **state) {
  (void)state;
  static const char *const tokens[] = {
      "a",  ": ", "- ",    "\n",           "  ",   "[",    "]",  "{",     "}",     ",", "'",  "\"",
      "|",  ">",  "#",     "&x ",          "*x",   "!",    "? ", "---\n", "...\n", "%", "\t", "é",
      "\\", "@",  ": |\n", "\xe2\x80\xa8", "\xff", "key: "};
  uint32_t seed = 1;
  for (int round = 0; round < 20000; round++) {
    struct strbuf text;
    strbuf_init(&text);
    for (uint32_t count = round % 24; count; count--) {
      seed = seed * 1664525 + 1013904223;
      strbuf_add(&text, tokens[(seed >> 16) % (sizeof tokens / sizeof *tokens)]);
    }
    free(read_quickly(text.text, text.length));
    strbuf_release(&text);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nesting_is_refused_at_once),
      cmocka_unit_test(there_is_a_limit_of_nodes),
      cmocka_unit_test(the_limit_of_depth_is_exact),
      cmocka_unit_test(the_limits_of_size_are_told),
      cmocka_unit_test(the_limit_holds_for_what_a_text_is_shown_as),
      cmocka_unit_test(many_keys_take_no_square_of_time),
      cmocka_unit_test(laughing_is_not_for_us),
      cmocka_unit_test(truncated_texts_never_crash),
      cmocka_unit_test(flipped_bits_never_crash),
      cmocka_unit_test(mixed_tokens_never_crash),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
