/* SPDX-License-Identifier: GPL-3.0-or-later */
/* THE list of commands. Keys, hint bar, help screen, plain mode's '?' and the manual are made from
 * it. */
#ifndef GUIDE_COMMANDS_H
#define GUIDE_COMMANDS_H

#include <stdbool.h>
#include <stddef.h>

enum command {
  COMMAND_NONE,
  /* moving */
  COMMAND_NEXT_QUESTION,
  COMMAND_PREVIOUS_QUESTION,
  COMMAND_NEXT_PAGE,
  COMMAND_PREVIOUS_PAGE,
  COMMAND_FIRST,
  COMMAND_LAST,
  COMMAND_NEXT_OPEN,
  COMMAND_GO, /* input.text: question id, number, criterion id */
  /* answering; input.text: the answer, input.words: its words */
  COMMAND_ANSWER,
  COMMAND_ANSWER_YES,
  COMMAND_ANSWER_NO,
  COMMAND_ANSWER_PARTLY,
  COMMAND_ANSWER_OTHER,
  COMMAND_ANSWER_UNKNOWN,
  COMMAND_ANSWER_NOT_APPLICABLE,
  COMMAND_CLEAR_ANSWER,
  COMMAND_INSTRUMENT, /* input.text: instrument id */
  COMMAND_CONFIRM,    /* the answer still fits the changed wording */
  /* recording */
  COMMAND_COMMENT,
  COMMAND_NOTE, /* input.text */
  COMMAND_EVIDENCE_ADD,
  COMMAND_EVIDENCE_CHANGE,
  COMMAND_EVIDENCE_REMOVE, /* input.evidence, input.index */
  COMMAND_REVIEW,          /* toggles */
  COMMAND_FOLLOW_UP,
  COMMAND_GROUP,     /* input.follow_up, input.group */
  COMMAND_BY_NUMBER, /* input.text: "12 y"; input.words where the answer lacks them */
  COMMAND_UNDO,
  COMMAND_REDO,
  COMMAND_SAVE,
  COMMAND_SAVE_AS, /* input.text: path */
  COMMAND_LOCK,    /* input.text: the passphrase; NULL or "": the lock is taken away */
  /* going somewhere: carried out by the front ends */
  COMMAND_HOME,
  COMMAND_PROFILE,
  COMMAND_OUTLINE,
  COMMAND_SEARCH,
  COMMAND_BACKGROUND,
  COMMAND_RESULTS,
  COMMAND_EXPORT,
  COMMAND_HELP,
  COMMAND_LANGUAGE,
  COMMAND_THEME,
  COMMAND_REDRAW,
  COMMAND_BACK,
  COMMAND_QUIT,
  COMMAND_COUNT,
};

enum command_group {
  GROUP_MOVE,
  GROUP_ANSWER,
  GROUP_RECORD,
  GROUP_CHANGE,
  GROUP_GO,
  GROUP_PROGRAM
};

struct command_info {
  enum command command;
  const char *id;   /* "next-page": in key scripts and the manual */
  const char *name; /* N_(): for the hint bar: "next" */
  const char *help; /* N_(): one sentence */
  const char *keys; /* N_() with context "keys": for the screens: "y", "Ctrl-R", "Right Tab";
                       space-separated; translatable letters */
  const char *word; /* N_() with context "plain": what plain mode takes: "undo"; short forms after a
                       space: "undo u" */
  enum command_group group;
  bool front_end; /* the front end carries it out; guide_do refuses it */
};
extern const struct command_info command_table[]; /* ends with id NULL; in the order of the help */
const struct command_info *command_info(enum command command);
const struct command_info *command_by_id(const char *id); /* NULL */
const char *command_group_name(enum command_group group); /* translated */

#endif
