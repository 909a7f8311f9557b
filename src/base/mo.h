/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reader of GNU .mo catalogues (gettext manual, "The Format of GNU MO Files"): either byte order,
 * plurals, contexts. Every offset is checked, so that a damaged file is refused and never read out
 * of bounds. */
#ifndef BASE_MO_H
#define BASE_MO_H

#include <stddef.h>

struct mo;

struct mo *mo_open(const char *path);                       /* NULL when missing or malformed */
struct mo *mo_from_memory(const void *bytes, size_t count); /* copies */
void mo_free(struct mo *mo);                                /* accepts NULL */

/* Borrowed, NULL when there is no translation. context may be NULL. */
const char *mo_text(const struct mo *mo, const char *context, const char *msgid);
const char *mo_plural(const struct mo *mo, const char *msgid, unsigned long n);

#endif
