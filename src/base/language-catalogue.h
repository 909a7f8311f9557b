/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the catalogues of a language are. Installed they are
 *   LOCALEDIR/TAG/LC_MESSAGES/disentangle.mo and disentangle-checklists.mo,
 * in a build folder that DISENTANGLE_LOCALEDIR names also
 *   LOCALEDIR/program/TAG.mo and LOCALEDIR/checklists/TAG.mo. */
#ifndef BASE_LANGUAGE_CATALOGUE_H
#define BASE_LANGUAGE_CATALOGUE_H

#include <stdbool.h>

struct mo;

enum catalogue { CATALOGUE_PROGRAM, CATALOGUE_CHECKLISTS };

/* A tag in the form that names files: "es-mx.UTF-8@euro" as "es_MX". NULL if it cannot be a tag:
 * nothing that could lead out of the folder is one. Owned by the caller. */
char *catalogue_tag(const char *tag);

/* Any kind of English, "C" and "POSIX": what needs no catalogue. */
bool catalogue_is_english(const char *tag);

/* NULL if there is none, or a damaged one. */
struct mo *catalogue_open(enum catalogue catalogue, const char *tag);

void catalogue_forget_tags(void); /* what language_tags() found */

#endif
