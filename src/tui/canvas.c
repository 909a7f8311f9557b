/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/canvas.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/memory.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "base/utf8.h"
#include "tui/terminal.h"

/* What was drawn in each row, as strokes one after the other: of this draw, and of the one shown
 * last. Rows that are drawn as before are left to the screen as they are: taking them through
 * curses again costs more than all else that a key does. */
struct stroke {      /* without padding, for strokes are compared as bytes */
  int column, cells; /* cells: of blanks; 0: text */
  int style;         /* enum style */
  int length;        /* of the text that follows */
};
static struct strbuf *drawn, *shown;
static int frame_rows, frame_columns;
static bool shown_is_known;

static int cursor_row, cursor_column;

int canvas_rows(void) {
  return getmaxy(stdscr);
}

int canvas_columns(void) {
  return getmaxx(stdscr);
}

bool canvas_is_too_small(void) {
  return canvas_rows() < TERMINAL_MIN_ROWS || canvas_columns() < TERMINAL_MIN_COLUMNS;
}

/* --- frames ------------------------------------------------------------------------------------*/

static void free_rows(struct strbuf *rows) {
  for (int i = 0; rows && i < frame_rows; i++)
    strbuf_release(&rows[i]);
  free(rows);
}

static struct strbuf *new_rows(void) {
  struct strbuf *rows = memory_new((size_t)frame_rows * sizeof *rows);
  for (int i = 0; i < frame_rows; i++)
    strbuf_init(&rows[i]);
  return rows;
}

void canvas_forget(void) {
  free_rows(drawn);
  free_rows(shown);
  drawn = shown = NULL;
  frame_rows = frame_columns = 0;
}

static void begin_frame(void) {
  canvas_forget();
  frame_rows = canvas_rows();
  frame_columns = canvas_columns();
  drawn = new_rows();
  shown = new_rows();
  shown_is_known = false;
}

void canvas_clear(void) {
  if (!drawn || frame_rows != canvas_rows() || frame_columns != canvas_columns())
    begin_frame();
  for (int i = 0; i < frame_rows; i++)
    strbuf_clear(&drawn[i]);
}

static void draw_stroke(int row, struct stroke stroke, const char *text) {
  if (drawn && row < frame_rows) {
    strbuf_add_bytes(&drawn[row], (const char *)&stroke, sizeof stroke);
    strbuf_add_bytes(&drawn[row], text, (size_t)stroke.length);
  }
}

static bool is_as_shown(int row) {
  return shown_is_known && drawn[row].length == shown[row].length &&
         !memcmp(drawn[row].text, shown[row].text, drawn[row].length);
}

/* What is really drawn for a text: one line of what can be printed, in ASCII where nothing else is
 * taken. */
static void visible_text(struct strbuf *out, const char *text, size_t length) {
  if (utf8_plain_length(text, length) == length) {
    strbuf_add_bytes(out, text, length);
    return;
  }
  struct strbuf clean;
  strbuf_init(&clean);
  utf8_clean(&clean, text, length, UTF8_ONE_LINE);
  if (terminal_is_ascii())
    utf8_to_ascii(out, clean.text, clean.length);
  else
    strbuf_add_bytes(out, clean.text, clean.length);
  strbuf_release(&clean);
}

/* ASCII is put into the cells as it is; curses takes apart, combines and measures the rest. */
static void put_plain(int row, int column, enum style style, const char *text, size_t length) {
  chtype *cells = memory_new((length + 1) * sizeof *cells);
  chtype attributes = (chtype)theme_attributes(style);
  for (size_t i = 0; i < length; i++)
    cells[i] = (chtype)text[i] | attributes;
  mvaddchnstr(row, column, cells, (int)length);
  free(cells);
}

/* Of the ASCII at the start, what no mark can belong to that follows it. */
static size_t plain_start(const char *text, size_t length) {
  size_t plain = utf8_plain_length(text, length);
  return plain && plain < length ? plain - 1 : plain;
}

static int put_grapheme(int row, int column, enum style style, const char *text, size_t length) {
  attrset(theme_attributes(style));
  mvaddnstr(row, column, text, (int)length);
  attrset(A_NORMAL);
  return text_width_length(text, length);
}

static void put(int row, int column, enum style style, const char *text, size_t length) {
  for (size_t at = 0; at < length;) {
    size_t plain = plain_start(text + at, length - at);
    put_plain(row, column, style, text + at, plain);
    column += (int)plain;
    at += plain;
    if (at < length) {
      size_t next = text_next(text, length, at);
      column += put_grapheme(row, column, style, text + at, next - at);
      at = next;
    }
  }
}

static void draw_text(int row, int column, enum style style, const char *text, size_t length) {
  draw_stroke(row, (struct stroke){.column = column, .style = (int)style, .length = (int)length},
              text);
}

/* Draws as much as fits before a mark that says there is more. */
static int put_cut(int row, int column, int width, enum style style, const char *text,
                   size_t length) {
  const char *more = terminal_is_ascii() ? "~" : "…";
  int cells;
  size_t fits = text_fit(text, length, width - 1, &cells);
  draw_text(row, column, style, text, fits);
  draw_text(row, column + cells, style, more, strlen(more));
  return cells + 1;
}

int canvas_text_length(int row, int column, int width, enum style style, const char *text,
                       size_t length) {
  int room = canvas_columns() - column;
  if (width > room)
    width = room;
  if (row < 0 || row >= canvas_rows() || column < 0 || width <= 0 || length == 0)
    return 0;
  struct strbuf line;
  strbuf_init(&line);
  visible_text(&line, text, length);
  int cells;
  if (text_fit(line.text, line.length, width, &cells) == line.length)
    draw_text(row, column, style, line.text, line.length);
  else
    cells = put_cut(row, column, width, style, line.text, line.length);
  strbuf_release(&line);
  return cells;
}

int canvas_text(int row, int column, int width, enum style style, const char *text) {
  return canvas_text_length(row, column, width, style, text, strlen(text));
}

void canvas_fill(int row, enum style style) {
  draw_stroke(row, (struct stroke){.cells = canvas_columns(), .style = (int)style}, "");
}

int canvas_wrapped(int row, int column, int width, int max_rows, enum style style,
                   const char *text) {
  struct text_lines lines = TEXT_LINES_INIT;
  text_wrap(&lines, text, strlen(text), width > 0 ? width : 1);
  int used = 0;
  for (; used < max_rows && (size_t)used < lines.count; used++)
    canvas_text_length(row + used, column, width, style, text + lines.items[used].start,
                       lines.items[used].length);
  text_lines_release(&lines);
  return used;
}

void canvas_cursor(int row, int column) {
  cursor_row = row;
  cursor_column = column;
}

static void put_blanks(int row, const struct stroke *stroke) {
  attrset(theme_attributes((enum style)stroke->style));
  mvhline(row, stroke->column, ' ', stroke->cells);
  attrset(A_NORMAL);
}

static void put_row(int row) {
  struct stroke stroke;
  move(row, 0);
  clrtoeol();
  for (size_t at = 0; at < drawn[row].length; at += (size_t)stroke.length) {
    memcpy(&stroke, drawn[row].text + at, sizeof stroke);
    at += sizeof stroke;
    if (stroke.cells)
      put_blanks(row, &stroke);
    else
      put(row, stroke.column, (enum style)stroke.style, drawn[row].text + at,
          (size_t)stroke.length);
  }
}

static void put_frame(void) {
  for (int row = 0; row < frame_rows; row++)
    if (!is_as_shown(row))
      put_row(row);
  struct strbuf *before = shown;
  shown = drawn;
  drawn = before;
  shown_is_known = true;
}

void canvas_show(void) {
  put_frame();
  int last_row = canvas_rows() - 1, last_column = canvas_columns() - 1;
  move(cursor_row < last_row ? cursor_row : last_row,
       cursor_column < last_column ? cursor_column : last_column);
  refresh();
}

char *canvas_read_row(int row) {
  int limit = canvas_columns() * CCHARW_MAX + 1;
  wchar_t *cells = memory_new((size_t)limit * sizeof *cells);
  int row_before, column_before;
  canvas_read_cursor(&row_before, &column_before);
  int count = mvinnwstr(row, 0, cells, limit - 1);
  move(row_before, column_before);
  struct strbuf line;
  strbuf_init(&line);
  for (int i = 0; i < count; i++) {
    char bytes[4];
    strbuf_add_bytes(&line, bytes, utf8_encode((uint32_t)cells[i], bytes));
  }
  strbuf_trim_end(&line);
  free(cells);
  return strbuf_take(&line);
}

void canvas_read_cursor(int *row, int *column) {
  getyx(stdscr, *row, *column);
}
