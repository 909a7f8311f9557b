/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "checklist/checklist.h"
#include "plain/plain-internal.h"

/* --- which command -----------------------------------------------------------------------------*/

static bool is_among(const char *words, const char *wanted) {
  bool found = false;
  while (*words && !found) {
    size_t length = strcspn(words, " ");
    char *word = memory_dup_length(words, length);
    char *key = text_search_key(word);
    found = strcmp(key, wanted) == 0;
    free(key);
    free(word);
    words += length + (words[length] == ' ');
  }
  return found;
}

/* In the language in use, or by the id. */
static const struct command_info *find_command(const char *typed, size_t length) {
  char *word = memory_dup_length(typed, length);
  char *wanted = text_search_key(word);
  const struct command_info *found = NULL;
  for (const struct command_info *info = command_table; info->id && !found; info++)
    if (info->word && (is_among(P_("plain", info->word), wanted) || is_among(info->id, wanted)))
      found = info;
  free(wanted);
  free(word);
  return found;
}

/* "save as" is "save-as". */
static const struct command_info *find_two_words(const char *typed, size_t length) {
  size_t second = length + strspn(typed + length, " ");
  if (!typed[second])
    return NULL;
  char *joined = memory_dup_length(typed, second + strcspn(typed + second, " "));
  joined[length] = '-';
  const struct command_info *info = find_command(joined, strlen(joined));
  free(joined);
  return info;
}

/* The command that is typed, and what is typed after it ("" if nothing). NULL: it is none. */
static const struct command_info *parse(const char *typed, const char **argument) {
  bool slash = typed[0] == '/';
  size_t length = slash ? 1 : strcspn(typed, " ");
  const struct command_info *info = find_two_words(typed, length);
  if (info) {
    length += strspn(typed + length, " ");
    length += strcspn(typed + length, " ");
  } else {
    info = find_command(typed, length);
  }
  *argument = typed + length + strspn(typed + length, " ");
  return info;
}

/* --- what it does ------------------------------------------------------------------------------*/

static void go(struct plain *plain, const char *where) {
  if (*where)
    plain_do_text(plain, COMMAND_GO, where);
  else if (plain_ask(plain, _("Number or name of the question or page:")) == REPLY_TEXT) {
    char *typed = memory_dup(plain->line.text);
    plain_do_text(plain, COMMAND_GO, typed);
    free(typed);
  }
}

/* A long text may be typed in several lines. */
static void type_answer(struct plain *plain) {
  struct strbuf text;
  const struct question *question = guide_question(plain->guide);
  if (question->kind != KIND_TEXT) {
    plain_show_question(plain);
    return;
  }
  strbuf_init(&text);
  if (plain_ask_text(plain, plain_value(plain, question), "answer", &text) == REPLY_TEXT &&
      plain_do_text(plain, COMMAND_ANSWER, text.text))
    plain_after_answer(plain);
  strbuf_release(&text);
}

static void answer(struct plain *plain, const char *typed) {
  struct error err = ERROR_INIT;
  if (!*typed)
    type_answer(plain);
  else if (!plain_answer(plain, typed, &err))
    plain_say_error(plain, &err);
}

static void answer_by_name(struct plain *plain, enum command command, const char *words) {
  const struct guide_input input = {.words = words};
  if (plain_do(plain, command, &input))
    plain_after_answer(plain);
}

static void save(struct plain *plain) {
  if (plain->practice)
    plain_say(plain, _("Practice: nothing is saved."));
  else if (plain_save(plain))
    plain_sayf(plain, "%s.", guide_save_text(plain->guide));
}

static void save_as(struct plain *plain, const char *path) {
  char *typed;
  if (!*path && plain_ask(plain, _("Name of the file, with its folder:")) != REPLY_TEXT)
    return;
  typed = memory_dup(*path ? path : plain->line.text);
  if (plain_do_text(plain, COMMAND_SAVE_AS, typed))
    plain->practice = false;
  free(typed);
}

static void do_answer(struct plain *plain, enum command command, const char *argument) {
  switch (command) {
  case COMMAND_ANSWER:
    answer(plain, argument);
    break;
  case COMMAND_INSTRUMENT:
    plain_instrument(plain, argument);
    break;
  case COMMAND_CLEAR_ANSWER:
  case COMMAND_CONFIRM:
    plain_do(plain, command, NULL);
    break;
  default:
    answer_by_name(plain, command, argument);
  }
}

static void do_record(struct plain *plain, enum command command, const char *argument) {
  switch (command) {
  case COMMAND_BY_NUMBER:
    if (*argument)
      plain_do_text(plain, command, argument);
    else
      plain_by_number(plain);
    break;
  case COMMAND_COMMENT:
  case COMMAND_NOTE:
    plain_comment(plain, command, argument);
    break;
  case COMMAND_EVIDENCE_ADD:
  case COMMAND_EVIDENCE_CHANGE:
  case COMMAND_EVIDENCE_REMOVE:
    plain_evidence(plain, command, argument);
    break;
  case COMMAND_FOLLOW_UP:
    plain_follow_up(plain);
    break;
  case COMMAND_GROUP:
    plain_tally(plain);
    break;
  default: /* COMMAND_REVIEW */
    plain_do(plain, command, NULL);
  }
}

static void do_go(struct plain *plain, enum command command, const char *argument) {
  switch (command) {
  case COMMAND_OUTLINE:
    plain_outline(plain, argument);
    break;
  case COMMAND_SEARCH:
    plain_search(plain, argument);
    break;
  case COMMAND_BACKGROUND:
    plain_background(plain);
    break;
  case COMMAND_RESULTS:
    plain_results(plain);
    break;
  case COMMAND_EXPORT:
    plain_export(plain);
    break;
  case COMMAND_PROFILE:
    plain_do_text(plain, COMMAND_GO, guide_checklist(plain->guide)->criteria[0]->id);
    break;
  default: /* COMMAND_HOME */
    plain_close(plain);
  }
}

static void do_program(struct plain *plain, enum command command) {
  switch (command) {
  case COMMAND_HELP:
    plain_help(plain);
    break;
  case COMMAND_LANGUAGE:
    plain_language(plain);
    break;
  case COMMAND_QUIT:
    plain_quit(plain);
    break;
  default: /* COMMAND_REDRAW */
    plain->page_shown = NULL;
    plain->show = true;
  }
}

static void carry_out(struct plain *plain, const struct command_info *info, const char *argument) {
  if (info->command == COMMAND_GO)
    go(plain, argument);
  else if (info->command == COMMAND_SAVE)
    save(plain);
  else if (info->command == COMMAND_SAVE_AS)
    save_as(plain, argument);
  else if (info->command == COMMAND_LOCK)
    plain_lock(plain);
  else if (info->group == GROUP_ANSWER)
    do_answer(plain, info->command, argument);
  else if (info->group == GROUP_RECORD)
    do_record(plain, info->command, argument);
  else if (info->group == GROUP_GO)
    do_go(plain, info->command, argument);
  else if (info->group == GROUP_PROGRAM)
    do_program(plain, info->command);
  else /* moving, undo and redo */
    plain_do(plain, info->command, NULL);
}

bool plain_command(struct plain *plain, const char *typed) {
  const char *argument;
  const struct command_info *info = parse(typed, &argument);
  if (info)
    carry_out(plain, info, argument);
  return info;
}
