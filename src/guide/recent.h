/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sessions that were opened last, wherever they are. Kept only if the user said so; paths and
 * nothing else, in a file beside the settings. */
#ifndef GUIDE_RECENT_H
#define GUIDE_RECENT_H

#include <stdbool.h>
#include <stddef.h>

struct error;

enum { RECENT_KEPT = 9 };

/* From now on; what cannot be written is told. */
bool recent_begin(struct error *err);
/* Puts a session in front of the list. Nothing, if there is none; a list that cannot be written
 * stays as it was. */
void recent_note(const char *path);
/* Whole paths, the last one opened first; NULL if there are none. Free each and the array. */
char **recent_list(size_t *count);

#endif
