/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands below an answer: its words, what is recorded besides, and that the question was
 * reworded since. */
#ifndef TUI_QUESTION_RECORD_H
#define TUI_QUESTION_RECORD_H

struct guide;
struct pane;
struct question;

/* Adds it to the pane as rows of the item. */
void question_record_add(struct pane *pane, int item, int indent, struct guide *guide,
                         const struct question *question);

#endif
