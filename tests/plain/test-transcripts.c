/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tests/plain/NAME.in is what is typed, NAME.out what plain mode makes of it: the whole
 * conversation. A failing one prints the difference and how to renew NAME.out. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/age.h"
#include "guide/commands.h"
#include "guide/guide.h"
#include "guide/library.h"
#include "tests/base/scratch.h"
#include "tests/plain/conversation.h"

struct transcript {
  const char *name;
  const char *before; /* typed in a conversation before it, which is not looked at */
  struct plain_options options;
  int status; /* the exit status */
};

#define PLACE "1\nSpringfield\ntown\nOR\n:q\n"

static const struct transcript transcripts[] = {
    {.name = "evening"},
    {.name = "commands", .options = {.session_path = "place", .create = true}},
    {.name = "resume", .before = PLACE},
    {.name = "paper", .before = PLACE, .options = {.session_path = "sessions/springfield.yaml"}},
    {.name = "read-only",
     .before = PLACE,
     .options = {.session_path = "sessions/springfield.yaml", .read_only = true}},
    {.name = "practice"},
    {.name = "home"},
    {.name = "worksheet"},
    {.name = "save-failure", .before = PLACE},
    {.name = "cut-off", .before = PLACE},
    {.name = "locked", .before = PLACE},
    {.name = "ascii", .options = {.ascii = true}},
    {.name = "narrow", .options = {.width_cells = 40}},
    {.name = "missing", .options = {.session_path = "sessions/gone.yaml"}, .status = 1},
};

/* --- files of the tests ------------------------------------------------------------------------*/

static char *read_test_file(const char *name, const char *suffix) {
  char path[4096];
  snprintf(path, sizeof path, "%s/tests/plain/%s%s", getenv("SOURCE_DIR"), name, suffix);
  FILE *file = fopen(path, "r");
  char *text = NULL;
  size_t count = 0;
  if (file && getdelim(&text, &count, '\0', file) < 0)
    *text = '\0';
  if (file)
    fclose(file);
  return text;
}

static void print_difference(const char *expected, const char *actual) {
  fflush(stdout);
  pid_t child = fork();
  if (child == 0) {
    execl("/usr/bin/diff", "diff", "-u", expected, actual, (char *)NULL);
    _exit(127);
  }
  waitpid(child, NULL, 0);
}

static void differs(const char *name, const char *said) {
  char expected[4096], actual[4096];
  snprintf(expected, sizeof expected, "%s/tests/plain/%s.out", getenv("SOURCE_DIR"), name);
  snprintf(actual, sizeof actual, "%s/tests/plain/%s.actual", getenv("BUILD_DIR"), name);
  FILE *file = fopen(actual, "w");
  assert_non_null(file);
  fputs(said, file);
  fclose(file);
  print_difference(expected, actual);
  fail_msg("%s is another conversation now. If it is right: cp %s %s", name, actual, expected);
}

/* --- the conversations -------------------------------------------------------------------------*/

static void is_as_written(void **state) {
  const struct transcript *transcript = *state;
  int status;
  if (!strcmp(transcript->name, "locked") && !age_is_built_in())
    skip();
  if (transcript->before)
    free(conversation_text((struct plain_options){0}, transcript->before));
  char *typed = read_test_file(transcript->name, ".in");
  char *expected = read_test_file(transcript->name, ".out");
  assert_non_null(typed);
  char *said = conversation(transcript->options, typed, strlen(typed), &status);
  if (!expected || strcmp(said, expected) != 0)
    differs(transcript->name, said);
  assert_int_equal(status, transcript->status);
  free(said);
  free(expected);
  free(typed);
}

/* --- what the transcripts cover ----------------------------------------------------------------*/

/* A line that begins with the word, with or without a colon. */
static bool is_typed(const char *lines, const char *word) {
  size_t length = strlen(word);
  for (const char *line = lines; *line; line += strcspn(line, "\n"), line += *line == '\n') {
    const char *at = line + (*line == ':');
    if (strncmp(at, word, length) == 0 && strchr(" \n", at[length]))
      return true;
  }
  return false;
}

static void every_command_is_typed_somewhere(void **state) {
  (void)state;
  char *lines = read_test_file("commands", ".in"); /* all but quit, which ends it */
  for (const struct command_info *info = command_table; info->id; info++) {
    char word[32];
    if (!info->word || info->command == COMMAND_QUIT)
      continue;
    snprintf(word, sizeof word, "%.*s", (int)strcspn(info->word, " "), info->word);
    if (!is_typed(lines, word))
      fail_msg("commands.in does not type '%s'", word);
  }
  free(lines);
}

int main(void) {
  enum { COUNT = sizeof transcripts / sizeof *transcripts };
  struct CMUnitTest tests[COUNT + 1] = {cmocka_unit_test(every_command_is_typed_somewhere)};
  for (size_t i = 0; i < COUNT; i++)
    tests[i + 1] = (struct CMUnitTest){.name = transcripts[i].name,
                                       .test_func = is_as_written,
                                       .setup_func = conversation_setup,
                                       .teardown_func = conversation_teardown,
                                       .initial_state = (void *)(size_t)&transcripts[i]};
  return _cmocka_run_group_tests("transcripts", tests, COUNT + 1, NULL, NULL);
}
