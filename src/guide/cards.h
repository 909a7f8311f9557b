/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards: one law, case, study, term, story or text, as paragraphs to read. */
#ifndef GUIDE_CARDS_H
#define GUIDE_CARDS_H

#include <stdbool.h>

#include "checklist/checklist.h"

struct strbuf;

/* Pieces; nothing is added for a text that is NULL or empty. */
void card_add_paragraph(struct strbuf *out, const char *text);
void card_add_line(struct strbuf *out, const char *text);
/* A paragraph with a heading of its own. */
void card_add_labelled(struct strbuf *out, const char *label, const char *text);

/* A law: which place has it, since when, by what kind of act and so how durable. A case: what was
 * held, where it binds, whether it stands. */
void card_add_reference(struct strbuf *out, const struct reference *reference);
/* These three end with the titles of their references. */
void card_add_glossary(struct strbuf *out, const struct checklist *checklist,
                       const struct glossary_entry *entry);
void card_add_lesson(struct strbuf *out, const struct checklist *checklist,
                     const struct lesson *lesson);
void card_add_background(struct strbuf *out, const struct checklist *checklist,
                         const struct background *background);
void card_add_left_out(struct strbuf *out, const struct left_out *left_out);

/* Whether `about` names the page or its section. */
bool card_is_about(string_list about, const struct criterion *page);

#endif
