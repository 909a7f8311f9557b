/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder for a text that another program is to change: closed to others, in memory and the user's
 * own where there is such a place (XDG_RUNTIME_DIR), else among the sessions; never in a folder of
 * everybody. */
#ifndef BASE_PRIVATE_FOLDER_H
#define BASE_PRIVATE_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

struct error;

/* A kernel lock is held on the folder by us and by every program we start, until the last of them
 * has ended. */
struct private_folder {
  char *path;
  int lock; /* -1: none */
};

bool private_folder_make(struct private_folder *folder, struct error *err);
/* With all that is in it: editors leave files of their own beside the one they were given. */
void private_folder_remove(struct private_folder *folder);

/* Removes those that killed programs left, in both places. Returns how many. */
size_t private_folder_sweep(void);

#endif
