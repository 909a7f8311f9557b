/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form: labelled fields, all of them in sight, the focused one takes the keys. Recorded as a
 * whole when it is left. */
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"
#include "session/session.h"
#include "tui/app.h"
#include "tui/editor.h"
#include "tui/form.h"
#include "tui/hints.h"
#include "tui/screens.h"

enum { INDENT = 2 };

struct form_state {
  struct form_request *request;
  const struct form *form;
  size_t count;
  struct editor editors[FORM_FIELDS_LIMIT];
  struct pane pane;
  bool was_typed;
  bool was_refused; /* at the last wish to leave; the next one leaves with the draft */
};

/* --- the draft: one line a field ---------------------------------------------------------------*/

static void save_draft(struct app *app, const struct form_state *form) {
  struct strbuf lines;
  char *field = form_request_draft(form->request);
  strbuf_init(&lines);
  for (size_t i = 0; i < form->count; i++)
    strbuf_addf(&lines, "%s%s", i ? "\n" : "", form->editors[i].text.text);
  app_typed(app, field, lines.text);
  strbuf_release(&lines);
  free(field);
}

static bool load_draft(struct app *app, struct form_state *form) {
  char *field = form_request_draft(form->request);
  const char *line = guide_draft(app->guide, field);
  free(field);
  if (!line)
    return false;
  for (size_t i = 0; i < form->count; i++) {
    size_t length = strcspn(line, "\n");
    char *text = memory_dup_length(line, length);
    editor_set(&form->editors[i], text);
    free(text);
    line += length + (line[length] == '\n');
  }
  return true;
}

static void load_record(struct app *app, struct form_state *form) {
  char *values[FORM_FIELDS_LIMIT] = {NULL};
  const char *id = guide_question(app->guide)->id;
  form->form->load(form->request, session_answer(guide_session(app->guide), id), values);
  for (size_t i = 0; i < FORM_FIELDS_LIMIT; i++) {
    editor_set(&form->editors[i], values[i]);
    free(values[i]);
  }
}

static bool store(struct app *app, struct form_state *form) {
  char *values[FORM_FIELDS_LIMIT];
  for (size_t i = 0; i < FORM_FIELDS_LIMIT; i++)
    values[i] = form->editors[i].text.text;
  if (!form->form->store(app, form->request, values))
    return false;
  app_typed(app, NULL, NULL);
  return true;
}

/* --- drawing -----------------------------------------------------------------------------------*/

static void add_field(struct form_state *form, int index) {
  struct strbuf label;
  const char *hint = form->form->fields[index].hint;
  bool is_focused = index == form->pane.focus;
  strbuf_init(&label);
  if (hint)
    strbuf_addf(&label, _("%s (%s)"), _(form->form->fields[index].label), _(hint));
  else
    strbuf_add(&label, _(form->form->fields[index].label));
  pane_add_prefixed(&form->pane, index, INDENT, is_focused ? STYLE_FOCUS : STYLE_TEXT,
                    is_focused ? "> " : "  ", STYLE_LABEL, label.text);
  strbuf_release(&label);
}

static void add_value(struct form_state *form, int index) {
  struct editor *editor = &form->editors[index];
  editor_set_width(editor, form->pane.width - INDENT - 1);
  if (editor->text.length > 0) {
    pane_add_editor(&form->pane, index, INDENT, STYLE_FIELD, editor);
    return;
  }
  pane_add_empty_field(&form->pane, index, INDENT);
  pane_place_cursor(&form->pane, 0);
}

static void draw(struct app *app, void *state) {
  struct form_state *form = state;
  app_begin_pane(app, &form->pane);
  pane_add(&form->pane, PANE_NO_ITEM, 0, STYLE_TITLE, _(form->form->title));
  pane_add(&form->pane, PANE_NO_ITEM, 0, STYLE_TEXT,
           language_checklist_text(guide_question(app->guide)->ask));
  pane_add_gap(&form->pane);
  int cursor_row = -1, cursor_column = 0;
  for (int i = 0; i < (int)form->count; i++) {
    add_field(form, i);
    add_value(form, i);
    if (i == form->pane.focus) {
      cursor_row = form->pane.cursor_row;
      cursor_column = form->pane.cursor_column;
    }
  }
  form->pane.cursor_row = cursor_row;
  form->pane.cursor_column = cursor_column;
  pane_draw(&form->pane);
}

static void hints(struct app *app, void *state, struct hints *hints) {
  (void)app, (void)state;
  hints_add(hints, "Tab", _("next field"));
  hints_add(hints, "Escape", _("done"));
  hints_add(hints, "F1", _("help"));
}

/* --- keys --------------------------------------------------------------------------------------*/

static struct screen_result finish(struct app *app, struct form_state *form) {
  if (!form->was_typed || form->was_refused || store(app, form))
    return screen_close(NULL);
  form->was_refused = true;
  return screen_stay();
}

static bool move_focus(struct form_state *form, int to) {
  if (to < 0 || to >= (int)form->count)
    return false;
  pane_focus(&form->pane, to);
  return true;
}

static struct screen_result type(struct app *app, struct form_state *form, const struct key *key) {
  struct editor *editor = &form->editors[form->pane.focus];
  bool is_used = editor_key(editor, key, 1);
  if (editor->changed) {
    form->was_typed = true;
    form->was_refused = false;
    save_draft(app, form);
  }
  editor->changed = false;
  if (!is_used && key->code == INPUT_DOWN)
    move_focus(form, form->pane.focus + 1);
  if (!is_used && key->code == INPUT_UP)
    move_focus(form, form->pane.focus - 1);
  return is_used ? screen_stay() : screen_ignored();
}

static struct screen_result key(struct app *app, void *state, const struct key *key) {
  struct form_state *form = state;
  int focus = form->pane.focus;
  switch (key->code) {
  case INPUT_ESCAPE:
    return finish(app, form);
  case INPUT_ENTER:
    return move_focus(form, focus + 1) ? screen_stay() : finish(app, form);
  case INPUT_TAB:
    move_focus(form, focus + 1 < (int)form->count ? focus + 1 : 0);
    return screen_stay();
  case INPUT_BACKTAB:
    move_focus(form, focus > 0 ? focus - 1 : (int)form->count - 1);
    return screen_stay();
  case INPUT_MOUSE:
    move_focus(form, pane_item_at(&form->pane, key->row));
    return screen_stay();
  default:
    return type(app, form, key);
  }
}

/* --- beginning and end -------------------------------------------------------------------------*/

static struct screen_result enter(struct app *app, void **state, void *argument) {
  struct form_state *form = memory_new_zeroed(1, sizeof *form);
  form->request = argument;
  form->form = &forms[form->request->kind];
  form->count = form_field_count(form->form);
  pane_init(&form->pane);
  pane_focus(&form->pane, 0);
  for (size_t i = 0; i < FORM_FIELDS_LIMIT; i++)
    editor_init(&form->editors[i], true);
  load_record(app, form);
  form->was_typed = load_draft(app, form);
  *state = form;
  return screen_stay();
}

static void leave(struct app *app, void *state) {
  (void)app;
  struct form_state *form = state;
  for (size_t i = 0; i < FORM_FIELDS_LIMIT; i++)
    editor_release(&form->editors[i]);
  pane_release(&form->pane);
  free(form->request);
  free(form);
}

const struct screen_ops screen_form_ops = {
    .id = "form",
    .enter = enter,
    .draw = draw,
    .hints = hints,
    .key = key,
    .command = screen_typing_command,
    .leave = leave,
};
