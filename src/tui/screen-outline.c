/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every page and question with its state; filter, search, go there. */
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "checklist/checklist.h"
#include "guide/outline.h"
#include "tui/app.h"
#include "tui/editor.h"
#include "tui/hints.h"
#include "tui/list.h"
#include "tui/screens.h"

enum { STATE_CELLS_LIMIT = 14 };

struct outline_state {
  struct pane pane;
  struct outline outline;
  enum outline_filter filter;
  struct editor search;
  bool is_searching; /* letters go into the search */
};

/* --- what is listed ----------------------------------------------------------------------------*/

static void make(struct app *app, struct outline_state *list) {
  outline_release(&list->outline);
  outline_make(&list->outline, app->guide, list->filter, list->search.text.text);
}

static int row_of_question(const struct outline_state *list, const struct question *question) {
  for (size_t i = 0; i < list->outline.count; i++)
    if (list->outline.rows[i].question == question)
      return (int)i;
  return 0;
}

static void make_and_focus(struct app *app, struct outline_state *list) {
  make(app, list);
  pane_focus(&list->pane, row_of_question(list, guide_question(app->guide)));
}

/* --- drawing -----------------------------------------------------------------------------------*/

static void row_text(struct strbuf *out, const struct outline_row *row) {
  strbuf_add_char(out, '[');
  text_add_cut(out, row->state, STATE_CELLS_LIMIT);
  strbuf_add(out, "] ");
  if (row->question && row->question->number)
    strbuf_addf(out, "%zu ", row->question->number);
  strbuf_add(out,
             language_checklist_text(row->question ? row->question->ask : row->criterion->title));
}

static void add_row(struct outline_state *list, int item) {
  const struct outline_row *row = &list->outline.rows[item];
  bool is_focused = item == list->pane.focus;
  struct strbuf text;
  strbuf_init(&text);
  if (row->question)
    strbuf_add(&text, "  ");
  row_text(&text, row);
  pane_add_row(&list->pane, item, 2, row->question ? STYLE_TEXT : STYLE_TITLE, text.text,
               text.length);
  list->pane.rows[list->pane.count - 1].prefix = memory_dup(is_focused ? "> " : "  ");
  list->pane.rows[list->pane.count - 1].prefix_style = STYLE_FOCUS;
  strbuf_release(&text);
}

static void add_head(struct outline_state *list) {
  struct strbuf line;
  strbuf_init(&line);
  strbuf_addf(&line, _("Shown: %s"), outline_filter_name(list->filter));
  pane_add(&list->pane, PANE_NO_ITEM, 0, STYLE_TITLE, line.text);
  if (list->is_searching || list->search.text.length > 0) {
    strbuf_clear(&line);
    strbuf_addf(&line, _("Search: %s"), list->search.text.text);
    pane_add(&list->pane, PANE_NO_ITEM, 0, STYLE_TEXT, line.text);
    if (list->is_searching)
      pane_place_cursor(&list->pane,
                        text_width(line.text) - text_width(list->search.text.text) +
                            text_width_length(list->search.text.text, list->search.cursor));
  }
  pane_add_gap(&list->pane);
  strbuf_release(&line);
}

static void draw(struct app *app, void *state) {
  struct outline_state *list = state;
  app_begin_pane(app, &list->pane);
  add_head(list);
  for (size_t i = 0; i < list->outline.count; i++)
    add_row(list, (int)i);
  if (list->outline.count == 0)
    pane_add(&list->pane, PANE_NO_ITEM, 0, STYLE_TEXT, _("Nothing of that kind."));
  pane_draw(&list->pane);
}

static void hints(struct app *app, void *state, struct hints *hints) {
  (void)app;
  const struct outline_state *list = state;
  hints_add(hints, "Enter", list->is_searching ? _("search") : _("go"));
  hints_add(hints, "Escape", _("back"));
  if (!list->is_searching) {
    hints_add(hints, "Tab", _("show others"));
    hints_add_command(hints, COMMAND_SEARCH);
  }
  hints_add(hints, "F1", _("help"));
}

/* --- keys --------------------------------------------------------------------------------------*/

static struct screen_result go_to(struct app *app, const struct outline_state *list) {
  if (list->outline.count == 0)
    return screen_stay();
  const struct outline_row *row = &list->outline.rows[list->pane.focus];
  const char *id = row->question ? row->question->id : row->criterion->id;
  if (!app_do_text(app, COMMAND_GO, id, NULL))
    return screen_stay();
  return screen_open(SCREEN_QUESTION, NULL, 0);
}

static struct screen_result next_filter(struct app *app, struct outline_state *list, int step) {
  list->filter =
      (enum outline_filter)((list->filter + OUTLINE_FILTER_COUNT + step) % OUTLINE_FILTER_COUNT);
  make_and_focus(app, list);
  return screen_stay();
}

static struct screen_result type(struct app *app, struct outline_state *list,
                                 const struct key *pressed) {
  switch (pressed->code) {
  case INPUT_ENTER:
  case INPUT_ESCAPE:
  case INPUT_DOWN:
    list->is_searching = false;
    return screen_stay();
  default:
    if (!editor_key(&list->search, pressed, 1))
      return screen_ignored();
    if (list->search.changed)
      make_and_focus(app, list);
    list->search.changed = false;
    return screen_stay();
  }
}

static struct screen_result key(struct app *app, void *state, const struct key *pressed) {
  struct outline_state *list = state;
  int count = (int)list->outline.count;
  if (list->is_searching)
    return type(app, list, pressed);
  if (pressed->code == INPUT_TAB || pressed->code == INPUT_BACKTAB)
    return next_filter(app, list, pressed->code == INPUT_TAB ? 1 : -1);
  if (list_page_key(&list->pane, count, pressed) || list_key(&list->pane, count, pressed))
    return screen_stay();
  return list_chooses(&list->pane, pressed) ? go_to(app, list) : screen_ignored();
}

static struct screen_result command(struct app *app, void *state, enum command wanted) {
  (void)app;
  struct outline_state *list = state;
  if (wanted != COMMAND_SEARCH)
    return screen_ignored();
  list->is_searching = true;
  return screen_stay();
}

/* --- beginning and end -------------------------------------------------------------------------*/

static struct screen_result enter(struct app *app, void **state, void *argument) {
  struct outline_state *list = memory_new_zeroed(1, sizeof *list);
  pane_init(&list->pane);
  editor_init(&list->search, true);
  list->is_searching = argument != NULL;
  free(argument);
  make_and_focus(app, list);
  *state = list;
  return screen_stay();
}

static struct screen_result resume(struct app *app, void *state, int tag, const char *value) {
  (void)tag, (void)value;
  make(app, state);
  return screen_stay();
}

static void leave(struct app *app, void *state) {
  (void)app;
  struct outline_state *list = state;
  outline_release(&list->outline);
  editor_release(&list->search);
  pane_release(&list->pane);
  free(list);
}

static const char *title(struct app *app, void *state) {
  (void)app, (void)state;
  return _("Overview");
}

const struct screen_ops screen_outline_ops = {
    .id = "outline",
    .enter = enter,
    .draw = draw,
    .hints = hints,
    .key = key,
    .command = command,
    .resume = resume,
    .leave = leave,
    .title = title,
};
