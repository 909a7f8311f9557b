/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/screens.h"

/* clang-format off */
static const struct screen_ops *const screen_table[SCREEN_ID_COUNT] = {
    [SCREEN_HOME] = &screen_home_ops,
    [SCREEN_OPEN] = &screen_open_ops,
    [SCREEN_QUESTION] = &screen_question_ops,
    [SCREEN_OUTLINE] = &screen_outline_ops,
    [SCREEN_EDIT] = &screen_edit_ops,
    [SCREEN_PROMPT] = &screen_prompt_ops,
    [SCREEN_CHOOSE] = &screen_choose_ops,
    [SCREEN_EVIDENCE] = &screen_evidence_ops,
    [SCREEN_FORM] = &screen_form_ops,
    [SCREEN_BACKGROUND] = &screen_background_ops,
    [SCREEN_RESULTS] = &screen_results_ops,
    [SCREEN_NUMBERS] = &screen_numbers_ops,
    [SCREEN_EXPORT] = &screen_export_ops,
    [SCREEN_HELP] = &screen_help_ops,
    [SCREEN_LANGUAGE] = &screen_language_ops,
    [SCREEN_READ] = &screen_read_ops,
    [SCREEN_PASSPHRASE] = &screen_passphrase_ops,
};

static const struct {
  enum command command;
  enum screen_id id;
} command_screens[] = {
    {COMMAND_OUTLINE, SCREEN_OUTLINE},       {COMMAND_SEARCH, SCREEN_OUTLINE},
    {COMMAND_BACKGROUND, SCREEN_BACKGROUND}, {COMMAND_RESULTS, SCREEN_RESULTS},
    {COMMAND_EXPORT, SCREEN_EXPORT},         {COMMAND_HELP, SCREEN_HELP},
    {COMMAND_LANGUAGE, SCREEN_LANGUAGE},     {COMMAND_BY_NUMBER, SCREEN_NUMBERS},
};
/* clang-format on */

const struct screen_ops *screen_ops(enum screen_id id) {
  return id < SCREEN_ID_COUNT ? screen_table[id] : NULL;
}

enum screen_id screen_for_command(enum command command) {
  for (size_t i = 0; i < sizeof command_screens / sizeof *command_screens; i++)
    if (command_screens[i].command == command)
      return command_screens[i].id;
  return SCREEN_ID_COUNT;
}

struct screen_result screen_then(enum screen_then then) {
  return (struct screen_result){.then = then};
}

struct screen_result screen_stay(void) {
  return screen_then(THEN_STAY);
}

struct screen_result screen_ignored(void) {
  return screen_then(THEN_IGNORED);
}

struct screen_result screen_close(char *value_take) {
  return (struct screen_result){.then = THEN_CLOSE, .value = value_take};
}

struct screen_result screen_open(enum screen_id id, void *argument_take, int tag) {
  return (struct screen_result){.then = THEN_OPEN, .id = id, .argument = argument_take, .tag = tag};
}

struct screen_result screen_replace(enum screen_id id, void *argument_take) {
  return (struct screen_result){.then = THEN_REPLACE, .id = id, .argument = argument_take};
}

struct screen_result screen_typing_command(struct app *app, void *state, enum command command) {
  (void)app, (void)state;
  switch (command) {
  case COMMAND_SAVE:
  case COMMAND_HELP:
  case COMMAND_LANGUAGE:
  case COMMAND_THEME:
  case COMMAND_REDRAW:
  case COMMAND_QUIT: /* Ctrl-C; a letter is typed */
    return screen_ignored();
  default:
    return screen_stay();
  }
}
