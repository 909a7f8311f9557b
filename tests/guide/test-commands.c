/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "base/language.h"
#include "guide/commands.h"
#include "tests/base/cmocka-tests.h"

static void every_command_has_one_row(void **state) {
  (void)state;
  int rows[COMMAND_COUNT] = {0};
  for (const struct command_info *info = command_table; info->id; info++)
    rows[info->command]++;
  assert_int_equal(rows[COMMAND_NONE], 0);
  for (int command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++) {
    if (rows[command] != 1)
      fail_msg("command %d has %d rows", command, rows[command]);
    assert_int_equal(command_info((enum command)command)->command, command);
  }
}

static void every_row_is_complete(void **state) {
  (void)state;
  for (const struct command_info *info = command_table; info->id; info++) {
    assert_true(strlen(info->id) > 1);
    assert_int_equal(strspn(info->id, "abcdefghijklmnopqrstuvwxyz-"), strlen(info->id));
    assert_true(strlen(info->name) > 1 && strlen(info->name) < 20);
    assert_int_equal(info->help[strlen(info->help) - 1], '.');
    assert_non_null(info->keys);
    assert_ptr_equal(command_by_id(info->id), info);
  }
  assert_null(command_by_id("nonsense"));
  assert_null(command_by_id(""));
}

static void rows_of_a_group_stand_together(void **state) {
  (void)state;
  for (const struct command_info *info = command_table + 1; info->id; info++)
    assert_true(info->group == info[-1].group || info->group == info[-1].group + 1);
}

/* Each single key or word of a table's cell, as "key of id". */
static void no_cell_twice(const char *(*cell)(const struct command_info *info)) {
  char seen[200][32];
  size_t count = 0;
  for (const struct command_info *info = command_table; info->id; info++) {
    const char *words = cell(info);
    while (words && *words) {
      int length = (int)strcspn(words, " ");
      snprintf(seen[count], sizeof seen[count], "%.*s", length, words);
      for (size_t i = 0; i < count; i++)
        if (strcmp(seen[i], seen[count]) == 0)
          fail_msg("'%s' is there twice", seen[i]);
      count++;
      words += length + (words[length] == ' ');
    }
  }
}

static const char *keys_of(const struct command_info *info) {
  return info->keys;
}

static const char *words_of(const struct command_info *info) {
  return info->word;
}

static void no_key_and_no_word_means_two_things(void **state) {
  (void)state;
  no_cell_twice(keys_of);
  no_cell_twice(words_of);
}

static void the_keys_that_the_screens_promise(void **state) {
  (void)state;
  static const struct {
    enum command command;
    const char *key;
  } promised[] = {
      {COMMAND_ANSWER_YES, "y"},
      {COMMAND_ANSWER_NO, "n"},
      {COMMAND_ANSWER_PARTLY, "p"},
      {COMMAND_ANSWER_OTHER, "o"},
      {COMMAND_ANSWER_UNKNOWN, "d"},
      {COMMAND_ANSWER_NOT_APPLICABLE, "x"},
      {COMMAND_COMMENT, "c"},
      {COMMAND_EVIDENCE_ADD, "e"},
      {COMMAND_UNDO, "u"},
      {COMMAND_REDO, "Ctrl-R"},
      {COMMAND_GO, "g"},
      {COMMAND_SEARCH, "/"},
      {COMMAND_LANGUAGE, "F2"},
      {COMMAND_REDRAW, "Ctrl-L"},
  };
  for (size_t i = 0; i < sizeof promised / sizeof *promised; i++)
    assert_string_equal(command_info(promised[i].command)->keys, promised[i].key);
  assert_non_null(strstr(command_info(COMMAND_HELP)->keys, "F1"));
  assert_non_null(strchr(command_info(COMMAND_HELP)->keys, '?'));
}

static void groups_have_names(void **state) {
  (void)state;
  for (int group = GROUP_MOVE; group <= GROUP_PROGRAM; group++)
    assert_true(strlen(command_group_name((enum command_group)group)) > 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_command_has_one_row),
      cmocka_unit_test(every_row_is_complete),
      cmocka_unit_test(rows_of_a_group_stand_together),
      cmocka_unit_test(no_key_and_no_word_means_two_things),
      cmocka_unit_test(the_keys_that_the_screens_promise),
      cmocka_unit_test(groups_have_names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
