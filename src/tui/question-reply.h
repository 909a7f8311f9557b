/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answering the current question on its page, by a key or from a list, with words where they are
 * needed. The results are the screen's. */
#ifndef TUI_QUESTION_REPLY_H
#define TUI_QUESTION_REPLY_H

#include <stdbool.h>

#include "guide/commands.h"
#include "tui/screen.h"

struct app;
struct key;
struct question_state;

/* The tags of the screens that the page opens are commands, and: */
enum { QUESTION_TAG_WORDS = COMMAND_COUNT, QUESTION_TAG_MENU };

/* What is out of sight is shown instead of answered; false: it is seen. */
bool question_shows_first(struct app *app, struct question_state *page);
/* Asks for the words of an answer; they come back with QUESTION_TAG_WORDS. */
struct screen_result question_ask_words(struct app *app, struct question_state *page,
                                        const char *value, const char *prompt);
struct screen_result question_take_words(struct app *app, struct question_state *page,
                                         const char *words);
/* An answer is chosen; of several that may be chosen it is added or taken away. */
struct screen_result question_answer_item(struct app *app, struct question_state *page,
                                          const char *item);
/* A digit chooses among the choices that are shown with numbers. */
struct screen_result question_answer_number(struct app *app, struct question_state *page,
                                            const struct key *key);
/* The answer that a command gives; NULL: it is another command. */
const char *question_answer_of(enum command command);
/* Gives that answer. "yes" is none where choices are offered: that is told. */
struct screen_result question_answer_letter(struct app *app, struct question_state *page,
                                            enum command command);

#endif
