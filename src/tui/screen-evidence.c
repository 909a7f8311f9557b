/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pieces of evidence of the current question. */
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"
#include "session/session.h"
#include "tui/app.h"
#include "tui/hints.h"
#include "tui/list.h"
#include "tui/requests.h"
#include "tui/screens.h"

enum { INDENT = 4 };

struct evidence_state {
  struct pane pane;
};

static const struct answer *current_answer(const struct app *app) {
  return session_answer(guide_session(app->guide), guide_question(app->guide)->id);
}

/* The pieces, and after them the row that adds one. */
static int row_count(const struct app *app) {
  const struct answer *answer = current_answer(app);
  return answer ? (int)answer->evidence_count + 1 : 1;
}

/* --- drawing -----------------------------------------------------------------------------------*/

static void add_labelled(struct pane *pane, int item, const char *label, const char *text) {
  struct strbuf line;
  if (!text)
    return;
  strbuf_init(&line);
  strbuf_addf(&line, P_("label and text", "%s: %s"), label, text);
  pane_add(pane, item, INDENT, STYLE_TEXT, line.text);
  strbuf_release(&line);
}

static const char *mark(const struct pane *pane, int item) {
  return pane->focus == item ? "> - " : "  - ";
}

static void add_piece(struct pane *pane, int item, const struct evidence *evidence) {
  pane_add_prefixed(pane, item, INDENT, STYLE_FOCUS, mark(pane, item), STYLE_TEXT,
                    evidence->what ? evidence->what : "");
  add_labelled(pane, item, _("Section"), evidence->section);
  add_labelled(pane, item, _("Quote"), evidence->quote);
  add_labelled(pane, item, _("Link"), evidence->link);
  add_labelled(pane, item, _("Seen on"), evidence->seen);
}

static void draw(struct app *app, void *state) {
  struct evidence_state *list = state;
  const struct answer *answer = current_answer(app);
  int last = row_count(app) - 1;
  app_begin_pane(app, &list->pane);
  pane_add(&list->pane, PANE_NO_ITEM, 0, STYLE_TITLE, _("Evidence"));
  pane_add(&list->pane, PANE_NO_ITEM, 0, STYLE_TEXT,
           language_checklist_text(guide_question(app->guide)->ask));
  pane_add_gap(&list->pane);
  if (list->pane.focus > last)
    pane_focus(&list->pane, last);
  for (int i = 0; i < last; i++)
    add_piece(&list->pane, i, &answer->evidence[i]);
  pane_add_prefixed(&list->pane, last, INDENT, STYLE_FOCUS, mark(&list->pane, last), STYLE_TEXT,
                    _("add a piece of evidence"));
  pane_draw(&list->pane);
}

static void hints(struct app *app, void *state, struct hints *hints) {
  (void)app, (void)state;
  hints_add(hints, "Enter", _("change"));
  hints_add(hints, "Escape", _("back"));
  hints_add_command(hints, COMMAND_EVIDENCE_ADD);
  hints_add(hints, "Delete", _("remove"));
  hints_add_command(hints, COMMAND_UNDO);
  hints_add_command(hints, COMMAND_HELP);
}

/* --- keys --------------------------------------------------------------------------------------*/

static struct screen_result open_form(struct app *app, int item) {
  int last = row_count(app) - 1;
  bool is_new = item >= last;
  return screen_open(SCREEN_FORM, form_request_new(FORM_EVIDENCE, is_new, (size_t)item), 0);
}

static struct screen_result remove_piece(struct app *app, const struct evidence_state *list) {
  struct guide_input input = {.index = (size_t)list->pane.focus};
  if (list->pane.focus < row_count(app) - 1)
    app_do(app, COMMAND_EVIDENCE_REMOVE, &input, NULL);
  return screen_stay();
}

static struct screen_result key(struct app *app, void *state, const struct key *pressed) {
  struct evidence_state *list = state;
  if (list_key(&list->pane, row_count(app), pressed))
    return screen_stay();
  if (list_chooses(&list->pane, pressed))
    return open_form(app, list->pane.focus);
  if (pressed->code == INPUT_DELETE)
    return remove_piece(app, list);
  return screen_ignored();
}

static struct screen_result command(struct app *app, void *state, enum command wanted) {
  (void)state;
  if (wanted == COMMAND_EVIDENCE_ADD)
    return open_form(app, row_count(app));
  return screen_ignored();
}

/* --- beginning and end -------------------------------------------------------------------------*/

static struct screen_result enter(struct app *app, void **state, void *argument) {
  (void)app;
  struct evidence_state *list = memory_new_zeroed(1, sizeof *list);
  free(argument);
  pane_init(&list->pane);
  pane_focus(&list->pane, 0);
  *state = list;
  return screen_stay();
}

static void leave(struct app *app, void *state) {
  (void)app;
  struct evidence_state *list = state;
  pane_release(&list->pane);
  free(list);
}

const struct screen_ops screen_evidence_ops = {
    .id = "evidence",
    .enter = enter,
    .draw = draw,
    .hints = hints,
    .key = key,
    .command = command,
    .leave = leave,
};
