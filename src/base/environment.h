/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The only reader of the environment, and the places that follow from it. Paths are owned by the
 * caller. */
#ifndef BASE_ENVIRONMENT_H
#define BASE_ENVIRONMENT_H

#include <stdbool.h>

const char *environment_get(const char *name); /* borrowed; NULL if unset or empty */
bool environment_is_set(const char *name);     /* set, not empty and not "0" */

/* Where checklists are: DISENTANGLE_DATADIR/checklists, else PKGDATADIR/checklists. */
char *environment_checklists_dir(void);
/* Where catalogues are: DISENTANGLE_LOCALEDIR, else LOCALEDIR. */
char *environment_locale_dir(void);
/* A module of the program, which is loaded when it is asked for: DISENTANGLE_LIBDIR/name, else
 * PKGLIBDIR/name. */
char *environment_module_path(const char *name);
/* Where new sessions go: DISENTANGLE_SESSIONS, else HOME/disentangle. */
char *environment_sessions_dir(void);
/* XDG_CONFIG_HOME/disentangle/settings.yaml, else HOME/.config/... */
char *environment_settings_path(void);
/* Beside it: recent.yaml, the sessions that were opened. */
char *environment_recent_path(void);
/* VISUAL, else EDITOR, else NULL; borrowed. */
const char *environment_editor(void);

/* Sets LC_CTYPE to a UTF-8 locale (the user's own, else C.UTF-8) so that widths are right
 * everywhere; every other category stays "C". Returns whether the user's terminal takes UTF-8: not
 * if a character set other than UTF-8 was named (LC_ALL, LC_CTYPE, LANG; "C" and "POSIX" name
 * none), nor if DISENTANGLE_ASCII is set. */
bool environment_set_locale(void);

#endif
