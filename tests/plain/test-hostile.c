/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever is typed, plain mode ends with the input, says what became of the answers, and writes
 * clean text (conversation.c checks that). */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "guide/commands.h"
#include "tests/plain/conversation.h"

static uint32_t seed;

static uint32_t roll(uint32_t sides) {
  seed = seed * 1664525 + 1013904223;
  return (seed >> 8) % sides;
}

static void ends_well(struct plain_options options, const struct strbuf *typed) {
  int status;
  char *said = conversation(options, typed->text, typed->length, &status);
  assert_int_equal(status, 0);
  const char *last = strrchr(said, '.');
  assert_non_null(last);
  assert_string_equal(last, ".\n");
  free(said);
}

static void begin(struct strbuf *typed, const char *lines) {
  strbuf_init(typed);
  strbuf_add(typed, lines);
}

static void random_bytes(void **state) {
  (void)state;
  for (seed = 1; seed < 6; seed++) {
    struct strbuf typed;
    begin(&typed, "practice\n");
    for (int i = 0; i < 20000; i++)
      strbuf_add_char(&typed, (char)roll(256));
    ends_well((struct plain_options){0}, &typed);
    strbuf_release(&typed);
  }
}

/* Everything that means something, in any order: menus in menus, forms left half-way. */
static void random_commands(void **state) {
  (void)state;
  static const char *const lines[] = {"",
                                      "",
                                      "<",
                                      "?",
                                      ".",
                                      "-",
                                      "1",
                                      "2",
                                      "3",
                                      "y",
                                      "n",
                                      "p",
                                      "d",
                                      "12 y",
                                      "5 p",
                                      "14 o",
                                      "go 9",
                                      "/a",
                                      "partly: but",
                                      "2026-11-22",
                                      ":",
                                      "::",
                                      "home",
                                      "practice",
                                      "Town",
                                      "x: why",
                                      "99999999999",
                                      ":answer",
                                      "\xc3\xa9t\xc3\xa9",
                                      "a"};
  for (seed = 1; seed < 9; seed++) {
    struct strbuf typed;
    begin(&typed, "practice\n");
    for (int i = 0; i < 1500; i++) {
      size_t command = roll(COMMAND_COUNT + 60);
      const char *id =
          command && command < COMMAND_COUNT ? command_info((enum command)command)->id : NULL;
      if (id && strcmp(id, "quit") == 0)
        id = NULL;
      strbuf_addf(&typed, "%s\n", id ? id : lines[roll(sizeof lines / sizeof *lines)]);
    }
    ends_well((struct plain_options){0}, &typed);
    strbuf_release(&typed);
  }
}

static void very_long_lines(void **state) {
  (void)state;
  struct strbuf typed;
  begin(&typed, "practice\n");
  strbuf_add_repeat(&typed, "a", 1000000);
  strbuf_add(&typed, "\n:comment ");
  strbuf_add_repeat(&typed, "b", 100000); /* short enough to read, too long to record */
  strbuf_add(&typed, "\n:comment\n");
  strbuf_add_repeat(&typed, "c", 60000);
  strbuf_add(&typed, "\n.\n");
  strbuf_add_repeat(&typed, "d", 1000000); /* and no line end */
  int status;
  char *said = conversation((struct plain_options){0}, typed.text, typed.length, &status);
  assert_non_null(strstr(said, "Nothing was taken: that line is too long."));
  assert_non_null(strstr(said, "A text can have 64 KiB"));
  assert_non_null(strstr(said, "Recorded: comment."));
  free(said);
  strbuf_release(&typed);
}

static void bytes_that_are_no_text(void **state) {
  (void)state;
  static const char bytes[] = "practice\r\nSpring\0field\x1b[31m\xff\xfe\r\nTown\r\n\xe2\x80\xae"
                              "evil\n:comment \x07\x9b"
                              "1m\n:q";
  int status;
  char *said = conversation((struct plain_options){0}, bytes, sizeof bytes - 1, &status);
  assert_int_equal(status, 0);
  assert_non_null(strstr(said, "Answered: Spring<U+0000>field<U+001B>[31m"));
  assert_non_null(strstr(said, "Answered: Town."));
  free(said);
}

/* The input ends after each line once; from the second time on within the line. */
static void ends_at_every_prompt(void **state) {
  (void)state;
  static const char typed[] =
      "3\nSpringfield\n1\n<\nTX\n:comment\none\ntwo\n.\n:note\n-\n:evidence\nOrder\n3\nq\n/x\n"
      "2026-01-01\n:evidence-change\n1\n\n\n\n\n\n:evidence-remove\n1\n:follow-up\nw\nw\n\n1\n"
      ":tally\nmajority\n1\n2\n3\nm\n:go\n5\np\nsome\n4\n:instrument\n1\n:list\n2\n:search\nx\n"
      ":background\n1\n<\n:results\n1\n<\n:export\n1\n2\n\n<\n:save-as\nx/"
      "y\n:last\n:answer\none\n.\n"
      ":next\n:home\n4\n1\n1\n1\nw.txt\n4\n1\n1\n1\nw.txt\n1\n5\n1\n2\nx/y.yaml\n:q\n";
  for (size_t length = 0; length < sizeof typed; length++) {
    if (length && typed[length - 1] != '\n' && length % 7)
      continue;
    struct strbuf part;
    strbuf_init(&part);
    strbuf_add_bytes(&part, typed, length);
    ends_well((struct plain_options){0}, &part);
    strbuf_release(&part);
    remove("x/y.yaml");
    remove("w.txt");
  }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, conversation_setup, conversation_teardown)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(random_bytes),           TEST(random_commands),      TEST(very_long_lines),
      TEST(bytes_that_are_no_text), TEST(ends_at_every_prompt),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
