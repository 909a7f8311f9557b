/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screens: a full-screen front end over guide/. */
#ifndef TUI_TUI_H
#define TUI_TUI_H

#include <stdbool.h>

#include "tui/theme.h"

struct error;

enum tui_start {
  TUI_HOME,    /* the home screen */
  TUI_SESSION, /* open session_path */
  TUI_NEW,     /* a new session with `checklist`; its file is made with the first answer */
  TUI_PRACTICE /* the same, and nothing is ever saved */
};

struct tui_options {
  enum tui_start start;
  const char *session_path; /* TUI_SESSION */
  const char *checklist;    /* TUI_NEW, TUI_PRACTICE: name or path; NULL: the default */
  bool read_only;           /* TUI_SESSION */
  bool ascii;               /* the terminal takes no UTF-8 */
  enum theme theme;
};

/* Runs until the user leaves or the terminal goes away; everything is saved then. False with err
 * when the terminal cannot be used, the session cannot be opened, or the last answers could not be
 * saved; the terminal is as it was. */
bool tui_run(const struct tui_options *options, struct error *err);

struct input;
/* The same in a terminal that is started already, with keys from anywhere; for tests. */
bool tui_walk(const struct tui_options *options, struct input *input, struct error *err);

#endif
