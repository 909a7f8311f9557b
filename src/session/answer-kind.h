/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of answers: how each is typed, checked and shown. Both front ends, the session file and
 * the documents use this table. A new kind is one row here, one in checklist/schema and one in
 * assess/verdict. */
#ifndef SESSION_ANSWER_KIND_H
#define SESSION_ANSWER_KIND_H

#include <stdbool.h>
#include <stddef.h>

struct error;
struct question;
struct strbuf;

/* One way to answer: what a front end offers as a button or a number. */
struct answer_option {
  const char *value;        /* canonical, as in the session file */
  const char *label;        /* translated, borrowed */
  const char *key;          /* translated hot key, "y"; NULL for choices (they are numbered) */
  bool words_required;      /* partly, other, n/a */
  const char *words_prompt; /* translated: "What is the exception?"; NULL */
};

/* Fills options (at most limit) and returns how many there are: yes, no, partly, other, unknown,
 * n/a for yes-no; the choices and other (where it is allowed), unknown, n/a for a choice or
 * several; only unknown and n/a for text, date and number (which are typed). */
size_t answer_options(const struct question *question, struct answer_option *options, size_t limit);
enum { ANSWER_OPTIONS_LIMIT = 64 };

/* From what a person typed ("Y", "yes", "don't know", an option's id, label, key or number, several
 * separated by commas, a date) to the canonical value; words of the language in use and English
 * ones are understood, in any case. Returns NULL and says what can be answered when it is none.
 * Owned by the caller. */
char *answer_parse(const struct question *question, const char *typed, struct error *err);
/* The same of an answer with its words behind it: "partly: except in summer", "o by hand". *words
 * points to them, or is NULL when there are none. */
char *answer_parse_with_words(const struct question *question, const char *typed,
                              const char **words, struct error *err);
/* Checks a canonical value with its words. A NULL value (unanswered) is right. */
bool answer_check(const struct question *question, const char *value, const char *words,
                  struct error *err);
/* The same for the value alone. */
bool answer_value_fits(const struct question *question, const char *value);
bool answer_needs_words(const struct question *question, const char *value);
/* What to ask for when it does, translated and borrowed: "What is the exception?" */
const char *answer_words_prompt(const struct question *question, const char *value);
/* The value as a person reads it, translated; NULL gives "not answered". */
void answer_format(const struct question *question, const char *value, struct strbuf *out);

#endif
