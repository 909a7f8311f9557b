/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a user chose for the program itself: language and colors. Kept in the settings file
 * (base/environment.h); says nothing of sessions. A missing or unreadable file is no settings. */
#ifndef GUIDE_SETTINGS_H
#define GUIDE_SETTINGS_H

#include <stdbool.h>

struct error;

struct settings {
  char *language; /* a tag; NULL: as the environment says */
  char *theme;    /* NULL: the default */
};

void settings_load(struct settings *settings);
void settings_release(struct settings *settings);

/* Changes one and saves; what cannot be saved holds until the program ends. */
bool settings_save_language(const char *tag, struct error *err);
bool settings_save_theme(const char *theme, struct error *err);

#endif
