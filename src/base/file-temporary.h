/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the writers of files share: temporary files beside the one that is written. */
#ifndef BASE_FILE_TEMPORARY_H
#define BASE_FILE_TEMPORARY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* Makes a temporary file for `name` in an open folder, with a random name that is stored in
 * *temporary (owned by the caller). Returns it open for writing; or -1 with errno set and
 * *temporary NULL. */
int temporary_open(int folder, const char *name, mode_t mode, char **temporary);

/* Whether a folder's entry is a temporary file of `name`. */
bool temporary_is_of(const char *entry, const char *name);

/* Writes everything, however the system cuts it up; false with errno set. */
bool temporary_write(int fd, const char *bytes, size_t count);

/* The file that is meant by path: where it leads if it is a link, so that writing keeps the link.
 * Owned by the caller. NULL with errno set for a link that leads nowhere. */
char *temporary_target(const char *path);

#endif
