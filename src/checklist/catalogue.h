/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the checklists there are. */
#ifndef CHECKLIST_CATALOGUE_H
#define CHECKLIST_CATALOGUE_H

#include <stddef.h>

struct error;

/* The path of a checklist given by name ("street-trees") or by path. Owned by the caller;
 * NULL and a sentence that names those there are when it is not found. NULL for name: the shipped
 * default. */
char *catalogue_find(const char *name, struct error *err);
/* Names of the checklists in the data folder, sorted; free each and the array. */
char **catalogue_names(size_t *count);

extern const char catalogue_default_name[]; /* as checklists/local.mk has it */

#endif
