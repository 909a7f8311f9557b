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
  bool practice;         /* nothing is saved */
  bool language_changed; /* the loop has to tell the screens */
  char *status;          /* what the last action did; NULL: the progress is shown */
  bool status_is_warning;
  bool save_wanted;       /* something was accepted: save once it is painted */
  int64_t draft_since_ms; /* when the typing began that is not saved yet; 0: none */
  bool work_wanted;       /* the screen has work to do once its status line is painted */
  bool leave_held_back;   /* by this key: saving failed */
  bool leave_warned;      /* by the key before */
};

enum { STATUS_ROWS_LIMIT = 3, STATUS_GAP = 2 /* cells before what is said of saving */ };

/* The region between the header and the status line. */
struct body {
  int row, column, height, width;
};
struct body app_body(const struct app *app);
/* Begins a pane over the whole body, with one empty column at each side where there is room. */
void app_begin_pane(const struct app *app, struct pane *pane);

/* One sentence for the status line, its first word the result; shown until the next key. */
void app_tell(struct app *app, const char *sentence);
void app_warn(struct app *app, const char *sentence); /* the same for what must not be missed */
/* The same for a failure, "Not done: …"; releases err. */
void app_tell_error(struct app *app, struct error *err);

/* What takes long: the sentence is painted, then the screen's work() is called. */
void app_work(struct app *app, const char *sentence);

/* guide_do() with all that follows from it: status, saving after the paint, drafts. outcome may be
 * NULL. false: refused, and the status line says why. */
bool app_do(struct app *app, enum command command, const struct guide_input *input,
            struct guide_outcome *outcome);
bool app_do_text(struct app *app, enum command command, const char *text, const char *words);
/* What is typed and not accepted: saved within 5 seconds. NULL text: accepted, or there
 * is nothing; field may then be NULL. */
void app_typed(struct app *app, const char *field, const char *text);

/* Puts another session in place of the one there (saved and closed first). NULL: none. */
void app_take_guide(struct app *app, struct guide *guide_take);
/* After language_use(): keys are made anew, and the loop tells the screens. */
void app_language_changed(struct app *app);
/* Saves at once what is unsaved; gives a new session its file. False: it failed, or somebody else
 * had changed the file and the answers went into another; the status line says so. */
bool app_save(struct app *app);
/* After app_save() failed: why. Borrowed. */
const char *app_failure_text(const struct app *app);
/* What the status line says on the left: the last action, or the progress. Borrowed. */
const char *app_status_text(const struct app *app);
/* On the right: whether all is saved; "" without a session. Borrowed. */
const char *app_save_text(const struct app *app);
int app_status_rows(const struct app *app);

#endif
