/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/options.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/error.h"
#include "cli/subcommand.h"

enum { WORDS_LIMIT = 16 };

/* Parses a command line whose words are separated by '|'. */
static bool parse(struct options *options, const char *line, struct error *err) {
  static char program[] = "disentangle", copy[256];
  char *argv[WORDS_LIMIT] = {program};
  int argc = 1;
  size_t length = strlen(line);
  assert_true(length < sizeof copy);
  memcpy(copy, line, length + 1);
  for (char *word = copy; word && *line; argc++) {
    assert_true(argc < WORDS_LIMIT);
    argv[argc] = word;
    word = strchr(word, '|');
    if (word) {
      *word++ = '\0';
    }
  }
  return options_parse(options, argc, argv, err);
}

static void assert_refused(const char *line, const char *why) {
  struct options options;
  struct error err = ERROR_INIT;
  assert_false(parse(&options, line, &err));
  assert_string_equal(err.message, why);
  error_release(&err);
  options_release(&options);
}

static void takes_options_anywhere(void **state) {
  (void)state;
  struct options options;
  assert_true(
      parse(&options, "--lang|es|export|--document=ordinance|x.yaml|-fhtml|-o|-|--plain", NULL));
  assert_string_equal(options.command->name, "export");
  assert_string_equal(options.language, "es");
  assert_string_equal(options.document, "ordinance");
  assert_string_equal(options.format, "html");
  assert_string_equal(options.output, "-");
  assert_true(options.plain);
  assert_false(options.force);
  assert_int_equal(options.operands.count, 1);
  assert_string_equal(options.operands.items[0], "x.yaml");
  options_release(&options);
}

static void collects_repeated_options(void **state) {
  (void)state;
  struct options options;
  assert_true(parse(&options, "new|--set|a=1|--set=b=2|x.yaml", NULL));
  assert_int_equal(options.assignments.count, 2);
  assert_string_equal(options.assignments.items[0], "a=1");
  assert_string_equal(options.assignments.items[1], "b=2");
  options_release(&options);
}

static void takes_an_empty_value(void **state) {
  (void)state;
  struct options options;
  assert_true(parse(&options, "export|--document=|x.yaml", NULL));
  assert_string_equal(options.document, "");
  options_release(&options);
}

static void ends_options_at_two_dashes(void **state) {
  (void)state;
  struct options options;
  assert_true(parse(&options, "check|--|--json|-", NULL));
  assert_int_equal(options.operands.count, 2);
  assert_string_equal(options.operands.items[0], "--json");
  options_release(&options);
}

static void nothing_is_the_home_screen(void **state) {
  (void)state;
  struct options options;
  assert_true(parse(&options, "", NULL));
  assert_null(options.command);
  options_release(&options);
}

static void help_comes_before_faults(void **state) {
  (void)state;
  struct options options;
  assert_true(parse(&options, "export|-h|--nonsense", NULL));
  assert_true(options.help);
  options_release(&options);
}

static void refuses(void **state) {
  (void)state;
  assert_refused("opn|x", "there is no command 'opn'; did you mean 'open'?");
  assert_refused("qqqqqqqq", "there is no command 'qqqqqqqq'");
  assert_refused("a/b", "there is no command 'a/b'; to open a session: disentangle open a/b");
  assert_refused("--jsn", "there is no option '--jsn'");
  assert_refused("status|x|--jsn=1", "there is no option '--jsn'; did you mean '--json'?");
  assert_refused("status|x|-q", "there is no option '-q'");
  assert_refused("status|x|--json=1", "the option '--json' takes no value");
  assert_refused("export|x|-d", "the option '--document' needs a value: --document DOCUMENT");
  assert_refused("open", "something is missing; write: disentangle open FILE");
  assert_refused("open|x|y", "'y' is too much; write: disentangle open FILE");
}

static void tables_are_whole(void **state) {
  (void)state;
  for (const struct subcommand *command = subcommands; command->name; command++) {
    assert_non_null(command->purpose);
    assert_non_null(command->run);
    assert_true(command->operands_least <= command->operands_most);
    for (const struct option *option = command->options; option->name; option++) {
      assert_non_null(option->help);
      assert_true((option->kind == OPTION_FLAG) == !option->value);
      assert_true(option->offset < sizeof(struct options));
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(takes_options_anywhere),
      cmocka_unit_test(collects_repeated_options),
      cmocka_unit_test(takes_an_empty_value),
      cmocka_unit_test(ends_options_at_two_dashes),
      cmocka_unit_test(nothing_is_the_home_screen),
      cmocka_unit_test(help_comes_before_faults),
      cmocka_unit_test(refuses),
      cmocka_unit_test(tables_are_whole),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
