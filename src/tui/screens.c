/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/screens.h"

/* A row that is commented out belongs to a screen that is not written yet. */
static const struct screen_ops *const screen_table[SCREEN_ID_COUNT] = {
    [SCREEN_HOME] = NULL, /* &screen_home_ops, */
    [SCREEN_OPEN] = NULL,     [SCREEN_QUESTION] = NULL,      [SCREEN_OUTLINE] = NULL,
    [SCREEN_EDIT] = NULL,     [SCREEN_PROMPT] = NULL,        [SCREEN_CHOOSE] = NULL,
    [SCREEN_EVIDENCE] = NULL, [SCREEN_EVIDENCE_FORM] = NULL, [SCREEN_FOLLOW_UP] = NULL,
    [SCREEN_GROUP] = NULL,    [SCREEN_BACKGROUND] = NULL, /* &screen_background_ops, */
    [SCREEN_RESULTS] = NULL,                              /* &screen_results_ops, */
    [SCREEN_EXPORT] = NULL,                               /* &screen_export_ops, */
    [SCREEN_HELP] = NULL,                                 /* &screen_help_ops, */
    [SCREEN_LANGUAGE] = NULL,                             /* &screen_language_ops, */
};

static const struct {
  enum command command;
  enum screen_id id;
} command_screens[] = {
    {COMMAND_PROFILE, SCREEN_QUESTION}, {COMMAND_OUTLINE, SCREEN_OUTLINE},
    {COMMAND_SEARCH, SCREEN_OUTLINE},   {COMMAND_BACKGROUND, SCREEN_BACKGROUND},
    {COMMAND_RESULTS, SCREEN_RESULTS},  {COMMAND_EXPORT, SCREEN_EXPORT},
    {COMMAND_HELP, SCREEN_HELP},        {COMMAND_LANGUAGE, SCREEN_LANGUAGE},
};

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
