/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A checklist and a session that hold strings wherever files hold text. */
#ifndef TESTS_HOSTILE_PLACES_H
#define TESTS_HOSTILE_PLACES_H

#include <stddef.h>

struct strbuf;
struct string;

/* How many places of a checklist, and of a session, the functions below fill with each string. */
size_t places_of_checklist(void);
size_t places_of_session(void);

/* The files of a checklist with id "strings": checklist.yaml, references.yaml, ordinance.yaml.
 * Record i holds the string i; only such as are text. */
void places_add_start(struct strbuf *out, const struct string *const *strings, size_t count);
void places_add_references(struct strbuf *out, const struct string *const *strings, size_t count);
void places_add_ordinance(struct strbuf *out, const struct string *const *strings, size_t count);

/* A session of this checklist. */
void places_add_session(struct strbuf *out, const struct string *const *strings, size_t count);

/* A checklist and a session where each string is something that the checker has to refuse, and
 * quotes. */
void places_add_broken(struct strbuf *out, const struct string *const *strings, size_t count);
void places_add_broken_session(struct strbuf *out, const struct string *const *strings,
                               size_t count);

#endif
