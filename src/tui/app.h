/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the screens share while the program runs: the session being walked through, the status line,
 * the keys. The stack of screens is the loop's own. */
#ifndef TUI_APP_H
#define TUI_APP_H

#include <stdbool.h>
#include <stdint.h>

#include "guide/guide.h"
#include "tui/keymap.h"
#include "tui/pane.h"

struct error;
struct input;
struct screen_result;

struct app {
  struct guide *guide; /* NULL on the home screen */
  struct input *input;
  struct keymap keymap;
  bool practice; /* nothing is saved */
  char *status;  /* what the last action did; NULL: the progress is shown */
  bool status_is_warning;
  bool save_wanted;       /* something was accepted: save once it is painted */
  int64_t draft_since_ms; /* when the typing began that is not saved yet; 0: none */
  char *save_failure;     /* the one that was told last, so that it is told once */
};

/* The region between the header and the status line. */
struct body {
  int row, column, height, width;
};
struct body app_body(const struct app *app);
/* Begins a pane over the whole body, with one empty column at each side where there is room. */
void app_begin_pane(const struct app *app, struct pane *pane);

/* One sentence for the status line, its first word the result; shown until the next key. */
void app_tell(struct app *app, const char *sentence);
/* The same for a failure; takes err's message and releases it. */
void app_tell_error(struct app *app, struct error *err);

/* guide_do() with all that follows from it: status, saving after the paint, drafts. outcome may be
 * NULL. false: refused, and the status line says why. */
bool app_do(struct app *app, enum command command, const struct guide_input *input,
            struct guide_outcome *outcome);
bool app_do_text(struct app *app, enum command command, const char *text, const char *words);
/* What is typed and not accepted: saved within 5 seconds. NULL text: accepted or emptied. */
void app_typed(struct app *app, const char *field, const char *text);

/* Puts another session in place of the one there (saved and closed first). NULL: none. */
void app_take_guide(struct app *app, struct guide *guide_take);
/* After language_use(): keys and screens are made anew. */
void app_language_changed(struct app *app);
/* Saves at once, whatever is pending; gives a new session its file. */
bool app_save(struct app *app);

#endif
