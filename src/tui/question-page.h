/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a page of questions: title, standard, the questions with their answers, where to
 * look. Item n of the pane is question n of the page. */
#ifndef TUI_QUESTION_PAGE_H
#define TUI_QUESTION_PAGE_H

#include <stdbool.h>

struct app;
struct editor;
struct pane;
struct question;

enum { INLINE_OPTIONS_LIMIT = 9 }; /* a longer list of choices gets a screen of its own */

/* Fills the pane, which has been begun. editor: what is being typed into the field of the current
 * question; NULL: nothing. */
void question_page_add(struct app *app, struct pane *pane, struct editor *editor);

bool question_is_typed(const struct question *question); /* text, date or number */
/* A list too long to be shown in the page. */
bool question_has_long_list(const struct question *question);
bool answer_value_has(const char *value, const char *item); /* among "a, b"; value may be NULL */

#endif
