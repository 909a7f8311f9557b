/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text of several lines, and the prompt for one line. */
#include <stdlib.h>
#include <string.h>

#include "base/environment.h"
#include "base/error.h"
#include "base/language.h"
#include "base/memory.h"
#include "tui/app.h"
#include "tui/canvas.h"
#include "tui/editor.h"
#include "tui/hints.h"
#include "tui/requests.h"
#include "tui/screens.h"
#include "tui/terminal.h"

enum { ABOUT_ROWS_LIMIT = 4 };

struct edit_state {
  struct text_request *request;
  struct editor editor;
  struct pane pane;
};

static struct screen_result enter(void **state, struct text_request *request, bool one_line) {
  struct edit_state *edit = memory_new_zeroed(1, sizeof *edit);
  edit->request = request;
  editor_init(&edit->editor, one_line);
  editor_set(&edit->editor, request->text);
  pane_init(&edit->pane);
  *state = edit;
  return screen_stay();
}

static struct screen_result enter_edit(struct app *app, void **state, void *argument) {
  (void)app;
  return enter(state, argument, false);
}

static struct screen_result enter_prompt(struct app *app, void **state, void *argument) {
  (void)app;
  return enter(state, argument, true);
}

static void leave(struct app *app, void *state) {
  (void)app;
  struct edit_state *edit = state;
  text_request_free(edit->request);
  editor_release(&edit->editor);
  pane_release(&edit->pane);
  free(edit);
}

/* Returns the first row below the title and what the text is about. */
static int draw_head(const struct edit_state *edit, struct body body) {
  int row = body.row;
  row += canvas_wrapped(row, body.column, body.width, 1, STYLE_TITLE, edit->request->title);
  if (edit->request->about)
    row += canvas_wrapped(row, body.column, body.width, ABOUT_ROWS_LIMIT, STYLE_TEXT,
                          edit->request->about);
  return body.height > 2 * ABOUT_ROWS_LIMIT ? row + 1 : row;
}

static void draw(struct app *app, void *state) {
  struct edit_state *edit = state;
  struct body body = app_body(app);
  int row = draw_head(edit, body);
  pane_begin(&edit->pane, row, body.column, body.row + body.height - row, body.width);
  editor_set_width(&edit->editor, body.width - 1);
  pane_add_editor(&edit->pane, PANE_NO_ITEM, 0, edit->editor.one_line ? STYLE_FIELD : STYLE_TEXT,
                  &edit->editor);
  pane_draw(&edit->pane);
}

/* What another program is given, it keeps by its own rules. */
static bool has_own_editor(const struct app *app) {
  return environment_editor() && !session_has_passphrase(guide_session(app->guide));
}

static void hints(struct app *app, void *state, struct hints *hints) {
  const struct edit_state *edit = state;
  hints_add(hints, edit->editor.one_line ? "Enter" : "Escape", _("done"));
  if (!edit->editor.one_line && has_own_editor(app))
    hints_add(hints, "Ctrl-G", _("your editor"));
  hints_add(hints, "F1", _("help"));
}

static struct screen_result close_with_text(struct edit_state *edit) {
  return screen_close(memory_dup(edit->editor.text.text));
}

static void note_draft(struct app *app, const struct edit_state *edit) {
  if (edit->request->field)
    app_typed(app, edit->request->field, edit->editor.text.text);
}

static void use_own_editor(struct app *app, struct edit_state *edit) {
  struct error err = ERROR_INIT;
  struct strbuf text;
  if (session_has_passphrase(guide_session(app->guide))) {
    app_tell(app,
             _("Not done: the session is locked, and an editor would keep the text in a file of "
               "its own."));
    return;
  }
  strbuf_init(&text);
  strbuf_add(&text, edit->editor.text.text);
  if (terminal_edit(&text, &err)) {
    editor_set(&edit->editor, text.text);
    note_draft(app, edit);
  } else {
    app_tell_error(app, &err);
  }
  strbuf_release(&text);
}

static struct screen_result key(struct app *app, void *state, const struct key *key) {
  struct edit_state *edit = state;
  bool is_one_line = edit->editor.one_line;
  if (key->code == INPUT_ESCAPE || (is_one_line && key->code == INPUT_ENTER))
    return close_with_text(edit);
  if (key->code == INPUT_CTRL && key->character == 'G' && !is_one_line) {
    use_own_editor(app, edit);
    return screen_stay();
  }
  bool is_used = editor_key(&edit->editor, key, edit->pane.height - 1);
  if (edit->editor.changed)
    note_draft(app, edit);
  edit->editor.changed = false;
  return is_used ? screen_stay() : screen_ignored();
}

const struct screen_ops screen_edit_ops = {
    .id = "edit",
    .enter = enter_edit,
    .draw = draw,
    .hints = hints,
    .key = key,
    .command = screen_typing_command,
    .leave = leave,
};

const struct screen_ops screen_prompt_ops = {
    .id = "prompt",
    .enter = enter_prompt,
    .draw = draw,
    .hints = hints,
    .key = key,
    .command = screen_typing_command,
    .leave = leave,
};
