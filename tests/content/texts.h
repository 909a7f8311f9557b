/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All texts of a checklist, one after another. */
#ifndef TESTS_CONTENT_TEXTS_H
#define TESTS_CONTENT_TEXTS_H

struct checklist;

enum text_role {
  TEXT_QUESTION, /* a question with its hint */
  TEXT_PLAIN,    /* read by everybody: standards, reasons, cards, what a provision says in short */
  TEXT_CARD,  /* what is told of one law, case or state: names, lists and numbers, close together */
  TEXT_LABEL, /* titles, choices, offices */
  TEXT_NAME,  /* titles and citations of others */
  TEXT_LAW,   /* the draft's own text, and notes for whoever drafts */
};
struct text {
  enum text_role role;
  const char *record, *field, *text;
};
typedef void text_visitor(const struct text *text, void *data);

/* Calls visit for each text that there is. A question's text is valid during the call only. */
void texts_visit(const struct checklist *checklist, text_visitor *visit, void *data);

#endif
