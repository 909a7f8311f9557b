/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "../base/cmocka-tests.h"
#include "base/language.h"
#include "tui/keymap.h"

static enum command command_of(const char *name) {
  struct keymap keymap = {0};
  struct key key;
  assert_true(key_parse(name, strlen(name), &key));
  keymap_make(&keymap);
  enum command command = keymap_command(&keymap, &key);
  keymap_release(&keymap);
  return command;
}

/* Each key of the table, as it is in the language in use, is known and means one command. */
static void check_table(void) {
  struct keymap keymap = {0};
  keymap_make(&keymap);
  for (const struct command_info *info = command_table; info->id; info++) {
    const char *at = info->keys && *info->keys ? P_("keys", info->keys) : "";
    for (; *at; at += strspn(at, " ")) {
      struct key key;
      size_t length = strcspn(at, " ");
      if (!key_parse(at, length, &key) || keymap_command(&keymap, &key) != info->command)
        fail_msg("%s: the key '%.*s' of %s is unknown or means something else",
                 language_tag(language_in_use()), (int)length, at, info->id);
      at += length;
    }
  }
  keymap_release(&keymap);
}

static void test_keys_of_every_language(void **state) {
  (void)state;
  for (const char *const *tag = language_tags(); *tag; tag++) {
    language_use(language_open(*tag, NULL));
    check_table();
  }
  language_use(NULL);
  language_close_all();
}

static void test_letters_in_either_case(void **state) {
  (void)state;
  assert_int_equal(command_of("y"), COMMAND_ANSWER_YES);
  assert_int_equal(command_of("Y"), COMMAND_ANSWER_YES);
  assert_int_equal(command_of("n"), COMMAND_ANSWER_NO);
  assert_int_equal(command_of("N"), COMMAND_NOTE);
}

static void test_named_keys(void **state) {
  (void)state;
  assert_int_equal(command_of("Down"), COMMAND_NEXT_QUESTION);
  assert_int_equal(command_of("Shift-Tab"), COMMAND_PREVIOUS_QUESTION);
  assert_int_equal(command_of("Ctrl-R"), COMMAND_REDO);
  assert_int_equal(command_of("ctrl-r"), COMMAND_REDO);
  assert_int_equal(command_of("F1"), COMMAND_HELP);
  assert_int_equal(command_of("F2"), COMMAND_LANGUAGE);
  assert_int_equal(command_of("Esc"), COMMAND_BACK);
  assert_int_equal(command_of("F12"), COMMAND_NONE);
  assert_int_equal(command_of("€"), COMMAND_NONE);
}

static void test_unknown_names(void **state) {
  (void)state;
  static const char *const names[] = {"", "Dwon", "F0", "F13", "F1x", "Ctrl-", "Ctrl-RR", "ab"};
  struct key key;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    assert_false(key_parse(names[i], strlen(names[i]), &key));
}

static void test_key_names_for_hints(void **state) {
  (void)state;
  assert_string_equal(keymap_key_name(COMMAND_HELP), "?");
  assert_string_equal(keymap_key_name(COMMAND_NEXT_PAGE), "Right");
  assert_null(keymap_key_name(COMMAND_EVIDENCE_CHANGE));
  assert_string_equal(key_shown("Right", false), "→");
  assert_string_equal(key_shown("Right", true), "Right");
  assert_string_equal(key_shown("Escape", false), "Esc");
  assert_string_equal(key_shown("y", true), "y");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_keys_of_every_language),
      cmocka_unit_test(test_letters_in_either_case),
      cmocka_unit_test(test_named_keys),
      cmocka_unit_test(test_unknown_names),
      cmocka_unit_test(test_key_names_for_hints),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
