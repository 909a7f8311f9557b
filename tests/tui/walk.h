/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks through screens with a script of keys and without a terminal: curses draws into a file that
 * nobody looks at, and what it drew is read back from its cells. */
#ifndef TESTS_TUI_WALK_H
#define TESTS_TUI_WALK_H

#include <stdbool.h>
#include <stddef.h>

#include "tui/theme.h"
#include "tui/tui.h"

struct walk {
  int rows, columns;
  bool ascii;
  struct tui_options options;
  void (*before_last_keys)(void); /* called when `last_keys` keys are left; NULL */
  size_t last_keys;
  /* After walk_run: */
  char *picture; /* the screen at the end of the script, and the cursor; owned by the caller */
  long most_key_bytes; /* sent to the terminal for one key, of the script's last `counted` keys */
  size_t counted;      /* 0: all */
};

/* A folder for sessions with the invented checklist beside them; sets the environment. */
void walk_make_folder(void);
void walk_remove_folder(void);
const char *walk_checklist(void); /* the invented one; borrowed */

/* Runs the program from its start to the end of the script. Fails the test if it cannot start. */
void walk_run(struct walk *walk, const char *script);

/* Shorthand: 24×80, a new session of the invented checklist; the picture is owned by the caller. */
char *walk_new(const char *script);
/* The session saved in the folder under this name. */
char *walk_again(const char *name, const char *script);

/* Between these there is a terminal to draw on, and no walk. */
void walk_terminal_start(int rows, int columns, bool ascii);
void walk_terminal_stop(void);
char *walk_picture(void); /* owned by the caller */

#endif
