/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a session: says what was found, asks what has to be asked, then leads to the questions.
 * Nothing is written before the answer. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "guide/guide.h"
#include "guide/library.h"
#include "tui/app.h"
#include "tui/hints.h"
#include "tui/list.h"
#include "tui/requests.h"
#include "tui/screens.h"

enum open_action { OPEN_PREVIOUS, OPEN_COPY, OPEN_GO_ON, OPEN_BACK };
enum { OPEN_ACTIONS_LIMIT = 4 };

struct open_state {
  struct open_request *request;
  struct pane pane;
  enum open_action actions[OPEN_ACTIONS_LIMIT];
  int count;
  char *text; /* what was found */
};

static const char *action_label(enum open_action action) {
  switch (action) {
  case OPEN_PREVIOUS:
    return _("Open the one saved before; the damaged file is kept beside it");
  case OPEN_COPY:
    return _("Go on in a copy, in the folder of sessions");
  case OPEN_GO_ON:
    return _("Go on with this file");
  default:
    return _("Leave it as it is, and go back");
  }
}

static bool has_to_ask(const struct open_request *request) {
  return !request->guide || request->report.wholeness == SESSION_CUT_OFF ||
         request->report.cannot_save;
}

static void add_action(struct open_state *open, enum open_action action) {
  open->actions[open->count++] = action;
}

static void make(struct open_state *open) {
  const struct open_request *request = open->request;
  struct strbuf text;
  strbuf_init(&text);
  if (request->failure)
    strbuf_addf(&text, "%s\n", request->failure);
  char *found = library_report_text(&request->report);
  strbuf_add(&text, found);
  strbuf_trim_end(&text);
  free(found);
  open->text = strbuf_take(&text);
  if (has_to_ask(request) && request->report.previous_exists)
    add_action(open, OPEN_PREVIOUS);
  if (request->guide && request->report.cannot_save)
    add_action(open, OPEN_COPY);
  if (request->guide)
    add_action(open, OPEN_GO_ON);
  add_action(open, OPEN_BACK);
}

/* --- drawing -----------------------------------------------------------------------------------*/

static void draw(struct app *app, void *state) {
  struct open_state *open = state;
  app_begin_pane(app, &open->pane);
  pane_add(&open->pane, PANE_NO_ITEM, 0, STYLE_TITLE, open->request->path);
  pane_add_gap(&open->pane);
  pane_add(&open->pane, PANE_NO_ITEM, 0, STYLE_TEXT, open->text);
  pane_add_gap(&open->pane);
  for (int i = 0; i < open->count; i++)
    pane_add_prefixed(&open->pane, i, 2, STYLE_FOCUS, i == open->pane.focus ? "> " : "  ",
                      STYLE_TEXT, action_label(open->actions[i]));
  pane_draw(&open->pane);
}

static void hints(struct app *app, void *state, struct hints *hints) {
  (void)app, (void)state;
  hints_add(hints, "Enter", _("choose"));
  hints_add(hints, "Escape", _("back"));
  hints_add_command(hints, COMMAND_HELP);
}

/* --- choosing ----------------------------------------------------------------------------------*/

static struct screen_result go_on(struct app *app, struct open_request *request) {
  app_take_guide(app, request->guide);
  app->practice = request->report.practice;
  request->guide = NULL;
  return screen_replace(SCREEN_QUESTION, NULL);
}

static struct screen_result open_previous(struct app *app, struct open_request *request) {
  struct error err = ERROR_INIT;
  guide_free(request->guide);
  request->guide = library_open_previous(request->path, &request->report, &err);
  if (request->guide) {
    app_tell(app, _("Opened: the session as it was saved before."));
    return go_on(app, request);
  }
  app_tell_error(app, &err);
  return screen_stay();
}

static struct screen_result go_on_in_copy(struct app *app, struct open_request *request) {
  struct error err = ERROR_INIT;
  struct guide_outcome outcome;
  char *path = library_copy_path(request->path);
  struct guide_input input = {.text = path};
  bool done = guide_do(request->guide, COMMAND_SAVE_AS, &input, &outcome, &err);
  free(path);
  if (done) {
    app_tell(app, outcome.status);
    return go_on(app, request);
  }
  app_tell_error(app, &err);
  return screen_stay();
}

static struct screen_result choose(struct app *app, struct open_state *open) {
  switch (open->actions[open->pane.focus]) {
  case OPEN_PREVIOUS:
    return open_previous(app, open->request);
  case OPEN_COPY:
    return go_on_in_copy(app, open->request);
  case OPEN_GO_ON:
    return open->request->guide ? go_on(app, open->request) : screen_close(NULL);
  default:
    return screen_close(NULL);
  }
}

static struct screen_result key(struct app *app, void *state, const struct key *pressed) {
  struct open_state *open = state;
  if (list_key(&open->pane, open->count, pressed))
    return screen_stay();
  if (list_chooses(&open->pane, pressed))
    return choose(app, open);
  return pressed->code == INPUT_ESCAPE ? screen_close(NULL) : screen_ignored();
}

/* --- beginning and end -------------------------------------------------------------------------*/

/* What does not have to be asked is told beside the questions. */
static struct screen_result enter(struct app *app, void **state, void *argument) {
  struct open_state *open = memory_new_zeroed(1, sizeof *open);
  open->request = argument;
  pane_init(&open->pane);
  pane_focus(&open->pane, 0);
  *state = open;
  if (session_needs_passphrase(open->request->path)) {
    struct open_request *request = open->request;
    open->request = NULL;
    return screen_replace(SCREEN_PASSPHRASE, request);
  }
  if (!open->request->is_loaded)
    open_request_load(open->request);
  make(open);
  if (has_to_ask(open->request))
    return screen_stay();
  if (*open->text)
    app_tell(app, open->text);
  return go_on(app, open->request);
}

static void leave(struct app *app, void *state) {
  (void)app;
  struct open_state *open = state;
  open_request_free(open->request);
  pane_release(&open->pane);
  free(open->text);
  free(open);
}

static const char *title(struct app *app, void *state) {
  (void)app, (void)state;
  return _("Opening");
}

const struct screen_ops screen_open_ops = {
    .id = "open",
    .enter = enter,
    .draw = draw,
    .hints = hints,
    .key = key,
    .command = screen_typing_command,
    .leave = leave,
    .title = title,
};
