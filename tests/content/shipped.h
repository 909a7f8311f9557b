/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checklists that are shipped, for the tests of their content. */
#ifndef TESTS_CONTENT_SHIPPED_H
#define TESTS_CONTENT_SHIPPED_H

#include <stddef.h>

struct checklist;

/* A path in the source tree: valid until the next call. */
const char *shipped_path(const char *path);

/* Loads every folder of checklists/ in the order of their names. Ends the program with a message
 * when one of them cannot be loaded. */
struct checklist **shipped_load(size_t *count);
void shipped_free(struct checklist **checklists, size_t count);

/* NULL when there is none. */
const struct checklist *shipped_find(struct checklist *const *checklists, size_t count,
                                     const char *id);

#endif
