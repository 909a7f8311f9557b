/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses between the screens and plain mode, and starts the one or the other. */
#ifndef CLI_FRONT_END_H
#define CLI_FRONT_END_H

#include "cli/subcommand.h"

enum front_end_start {
  FRONT_END_HOME,
  FRONT_END_SESSION, /* what: the path of a session */
  FRONT_END_NEW,     /* what: the name or path of a checklist; NULL: the default */
};

/* Plain mode is for those who ask for it (--plain, ACCESSIBLE), for terminals that cannot do more,
 * and for pipes. Runs until the user leaves. */
enum exit_status front_end_run(const struct options *options, enum front_end_start start,
                               const char *what);

#endif
