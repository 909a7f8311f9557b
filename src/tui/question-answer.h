/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the screen of questions asks with other screens: the menu of a question, words, comments,
 * the kind of a rule. */
#ifndef TUI_QUESTION_ANSWER_H
#define TUI_QUESTION_ANSWER_H

#include <stdbool.h>

#include "guide/commands.h"
#include "tui/requests.h"

struct app;
struct question;
struct text_request;

/* Drafts of what is typed and not accepted are named by these. */
extern const char draft_of_value[], draft_of_comment[], draft_of_note[];
extern const char draft_of_words[]; /* a prefix: the answer follows */

/* Everything that can be done with the current question, for those who use arrows and Enter only.
 * Values: "=" and an answer, "!" and a command's id, or "" to type into the field. */
struct choose_request *question_menu(struct app *app);

/* The value after an item was chosen: that item, or of KIND_CHOICES the list with or without it;
 * "don't know" and "does not apply" stand alone. "" clears. Owned by the caller. */
char *answer_with_item(const struct question *question, const char *value, const char *item);

/* How an answer is marked among all there are. value: what is recorded; NULL: nothing. */
enum choose_mark answer_mark(const struct question *question, const char *value, const char *item);

/* The words of an answer of the current question. prompt: what to ask. */
struct text_request *question_words(struct app *app, const char *value, const char *prompt);
/* COMMENT or NOTE of the current question. */
struct text_request *question_comment(struct app *app, enum command command);
struct choose_request *question_instrument(struct app *app);

#endif
