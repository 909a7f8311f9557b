/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For disks without locks: the moment in which a file is looked at and replaced belongs to one
 * program, by a file NAME.saving that only one can make. Every disk knows that much. */
#ifndef BASE_FILE_GUARD_H
#define BASE_FILE_GUARD_H

#include <stdbool.h>

/* Waits up to two seconds while another program has it. false with errno: EBUSY when it does not
 * give it back, or why the file cannot be made. */
bool guard_take(int folder, const char *name);
void guard_release(int folder, const char *name);

#endif
