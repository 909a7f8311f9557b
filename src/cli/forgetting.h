/* SPDX-License-Identifier: GPL-3.0-or-later */
/* --remember and --forget: what the program keeps of its user besides the sessions. */
#ifndef CLI_FORGETTING_H
#define CLI_FORGETTING_H

#include "cli/output.h"

/* Begins the list of the sessions that are opened. */
enum exit_status remember(void);
/* Removes that list, the settings, and what editors of killed programs left; says what. */
enum exit_status forget(void);

#endif
