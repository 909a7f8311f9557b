/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/paint.h"

#include <string.h>

#include "base/language.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "checklist/checklist.h"
#include "guide/guide.h"
#include "tui/app.h"
#include "tui/canvas.h"
#include "tui/hints.h"
#include "tui/screen.h"
#include "tui/terminal.h"

/* Draws text at the right end of a row; returns the column where it begins. */
static int draw_right(int row, enum style style, const char *text) {
  int width = text_width(text), column = canvas_columns() - 1 - width;
  if (column < 1)
    column = 1;
  canvas_text(row, column, canvas_columns() - 1 - column, style, text);
  return width ? column - STATUS_GAP : column;
}

/* A long one leaves room for the place, and keeps its end, where the page's number is. */
static int draw_position(const char *position) {
  int limit = canvas_columns() * 3 / 5;
  const char *end = position;
  struct strbuf shown;
  strbuf_init(&shown);
  while (text_width(end) > (end == position ? limit : limit - 1))
    end += text_next(end, strlen(end), 0);
  strbuf_addf(&shown, "%s%s", end == position ? "" : "…", end);
  int column = draw_right(0, STYLE_HEADER, shown.text);
  strbuf_release(&shown);
  return column;
}

static void draw_header(struct app *app, const char *position) {
  struct strbuf left;
  strbuf_init(&left);
  canvas_fill(0, STYLE_HEADER);
  int end = draw_position(position);
  strbuf_add(&left, app->guide ? guide_place_name(app->guide) : "disentangle");
  if (app->guide && text_width(left.text) < end / 2)
    strbuf_addf(&left, " · %s", language_checklist_text(guide_checklist(app->guide)->title));
  canvas_text(0, 1, end - 1, STYLE_HEADER, left.text);
  strbuf_release(&left);
}

/* Whether all is saved stands at the right end of the last row, where there is room for it; the
 * progress makes room, a message does not. */
static void draw_status(struct app *app) {
  struct text_lines lines = TEXT_LINES_INIT;
  enum style style = app->status_is_warning ? STYLE_WARNING : STYLE_STATUS;
  const char *text = app_status_text(app), *saved = app_save_text(app);
  int rows = app_status_rows(app), first = canvas_rows() - 1 - rows, width = canvas_columns() - 2;
  int left = width - STATUS_GAP - text_width(saved);
  text_wrap(&lines, text, strlen(text), width);
  bool room = lines.items[rows - 1].width_cells <= left || !app->status;
  for (int i = 0; i < rows; i++) {
    canvas_fill(first + i, STYLE_STATUS);
    canvas_text_length(first + i, 1, room && i == rows - 1 ? left : width, style,
                       text + lines.items[i].start, lines.items[i].length);
  }
  if (room)
    draw_right(first + rows - 1, STYLE_STATUS, saved);
  text_lines_release(&lines);
}

static void draw_hints(struct app *app, const struct screen_ops *ops, void *state) {
  struct hints hints = {0};
  ops->hints(app, state, &hints);
  hints_draw(&hints, canvas_rows() - 1);
  hints_release(&hints);
}

static void draw_too_small(void) {
  struct strbuf line;
  strbuf_init(&line);
  strbuf_addf(&line, _("Make the window at least %dx%d."), TERMINAL_MIN_COLUMNS, TERMINAL_MIN_ROWS);
  canvas_text(0, 0, canvas_columns(), STYLE_TEXT, line.text);
  canvas_cursor(0, 0);
  strbuf_release(&line);
}

void paint(struct app *app, const struct screen_ops *ops, void *state, const char *position) {
  canvas_clear();
  if (canvas_is_too_small()) {
    draw_too_small();
  } else {
    draw_header(app, position);
    ops->draw(app, state);
    draw_status(app);
    draw_hints(app, ops, state);
  }
  canvas_show();
}
