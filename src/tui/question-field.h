/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of the screen of questions, and the field in it that texts, dates and numbers are typed
 * into. */
#ifndef TUI_QUESTION_FIELD_H
#define TUI_QUESTION_FIELD_H

#include <stdbool.h>

#include "tui/editor.h"
#include "tui/pane.h"

struct app;
struct criterion;
struct question;

struct question_state {
  struct pane pane;
  const struct criterion *page;    /* that the pane shows */
  const struct question *question; /* that the rest is about */
  struct editor editor;
  bool is_typing;     /* the question's field takes the keys */
  bool is_left;       /* by Escape: letters are commands until the question changes */
  bool was_typed;     /* the text differs from what is recorded */
  char *wanted_value; /* the answer whose words are asked for */
};

const char *question_value(const struct app *app); /* recorded for the current one; NULL */
/* Follows the guide to the question it stands at; a field is ready to be typed into at once. */
void question_settle(struct app *app, struct question_state *page);
/* The keys go to the field, with what is recorded or was typed before. */
void question_begin_typing(struct app *app, struct question_state *page);
/* Accepts what was typed. False: it is no answer to the question; it stays there as a draft. */
bool question_accept_typed(struct app *app, struct question_state *page);
/* Escape: what was typed is accepted or kept; letters are commands then. */
void question_leave_field(struct app *app, struct question_state *page);
/* A key that is typed. False: it means nothing in a field. */
bool question_type(struct app *app, struct question_state *page, const struct key *key);

#endif
