/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of a checklist, as static tables: the loader fills structs by them, the checker tells
 * unknown keys and wrong kinds by them, the template for translators is made by them, and a test
 * compares them with the manual page. */
#ifndef CHECKLIST_SCHEMA_H
#define CHECKLIST_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>

struct checklist;
struct strbuf;
struct error;

/* Writes every translatable text of a checklist as PO entries (for xgettext -L PO). file_name is
 * what the references name. */
bool schema_write_po(struct strbuf *out, const char *path, struct error *err);
/* Calls each for every key: "question", "ask", whether it is translated. For the test of the
 * manual. */
void schema_each_key(void (*each)(void *context, const char *record, const char *key,
                                  bool translated),
                     void *context);

#endif
