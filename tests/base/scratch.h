/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder of a test's own, and short ways to look into it. */
#ifndef TESTS_BASE_SCRATCH_H
#define TESTS_BASE_SCRATCH_H

#include <stdbool.h>
#include <stddef.h>

/* Makes the folder (under TMPDIR, or /tmp). */
void scratch_make(void);
/* Removes it with all that is in it. */
void scratch_remove(void);

/* PATH in the folder; borrowed until eight more were asked for. */
const char *scratch_path(const char *path);

/* Writes or reads a file there, folders and all; what is read is owned by the caller, NULL if it
 * cannot be read. */
void scratch_write(const char *path, const void *bytes, size_t count);
char *scratch_read(const char *path, size_t *count);

bool scratch_holds(const char *path, const char *text); /* the file has exactly this text */
size_t scratch_count(const char *path);                 /* entries of a folder there */
void scratch_clear(const char *path);                   /* removes the files of a folder there */

#endif
