/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/pane.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "tui/canvas.h"
#include "tui/editor.h"

enum { MIN_TEXT_CELLS = 8, EMPTY_FIELD_CELLS = 40 };

void pane_init(struct pane *pane) {
  *pane = (struct pane){.focus = PANE_NO_ITEM, .cursor_row = -1};
}

static void drop_rows(struct pane *pane) {
  for (size_t i = 0; i < pane->count; i++) {
    free(pane->rows[i].prefix);
    free(pane->rows[i].text);
  }
  pane->count = 0;
}

void pane_release(struct pane *pane) {
  drop_rows(pane);
  free(pane->rows);
  wrapped_release(&pane->wrapped);
  pane_init(pane);
}

void pane_begin(struct pane *pane, int row, int column, int height, int width) {
  drop_rows(pane);
  wrapped_begin(&pane->wrapped);
  pane->row = row;
  pane->column = column;
  pane->height = height;
  pane->width = width;
  pane->cursor_row = -1;
}

static struct pane_row *add_row(struct pane *pane, int item, int indent, enum style style,
                                const char *text, size_t length) {
  MEMORY_GROW(pane->rows, pane->count, pane->capacity);
  struct pane_row *row = &pane->rows[pane->count++];
  *row = (struct pane_row){
      .text = memory_dup_length(text, length), .indent = indent, .style = style, .item = item};
  return row;
}

void pane_add_row(struct pane *pane, int item, int indent, enum style style, const char *text,
                  size_t length) {
  add_row(pane, item, indent, style, text, length);
}

void pane_add_prefixed(struct pane *pane, int item, int indent, enum style prefix_style,
                       const char *prefix, enum style style, const char *text) {
  int width = pane->width - indent;
  const struct text_lines *lines =
      wrapped_lines(&pane->wrapped, text, width > MIN_TEXT_CELLS ? width : MIN_TEXT_CELLS);
  for (size_t i = 0; i < lines->count; i++) {
    struct pane_row *row =
        add_row(pane, item, indent, style, text + lines->items[i].start, lines->items[i].length);
    if (i == 0 && prefix) {
      row->prefix = memory_dup(prefix);
      row->prefix_style = prefix_style;
    }
  }
}

void pane_add(struct pane *pane, int item, int indent, enum style style, const char *text) {
  pane_add_prefixed(pane, item, indent, style, NULL, style, text);
}

void pane_add_gap(struct pane *pane) {
  if (pane->count > 0 && *pane->rows[pane->count - 1].text)
    add_row(pane, PANE_NO_ITEM, 0, STYLE_TEXT, "", 0);
}

void pane_place_cursor(struct pane *pane, int cell) {
  pane->cursor_row = (int)pane->count - 1;
  pane->cursor_column = pane->rows[pane->count - 1].indent + cell;
}

void pane_add_editor(struct pane *pane, int item, int indent, enum style style,
                     const struct editor *editor) {
  size_t cursor_line;
  int cell;
  editor_cursor(editor, &cursor_line, &cell);
  for (size_t i = 0; i < editor->lines.count; i++) {
    const struct text_line *line = &editor->lines.items[i];
    pane_add_row(pane, item, indent, style, editor->text.text + line->start, line->length);
    if (i == cursor_line)
      pane_place_cursor(pane, cell);
  }
}

void pane_add_empty_field(struct pane *pane, int item, int indent) {
  char blanks[EMPTY_FIELD_CELLS];
  int width = pane->width - indent;
  memset(blanks, theme_has_underline() ? ' ' : '_', sizeof blanks);
  pane_add_row(pane, item, indent, STYLE_FIELD, blanks,
               (size_t)(width < EMPTY_FIELD_CELLS ? width : EMPTY_FIELD_CELLS));
}

void pane_focus(struct pane *pane, int item) {
  pane->focus = item;
  pane->browsing = false;
}

/* --- scrolling ---------------------------------------------------------------------------------*/

static int last_top(const struct pane *pane) {
  int top = (int)pane->count - pane->height;
  return top > 0 ? top : 0;
}

static int between(int low, int value, int high) {
  return value < low ? low : value > high ? high : value;
}

bool pane_scroll(struct pane *pane, int rows) {
  int top = between(0, pane->top + rows, last_top(pane));
  if (top == pane->top)
    return false;
  pane->top = top;
  pane->browsing = true;
  return true;
}

/* The rows of an item, from first to before end; first -1: it has none. */
static void item_rows(const struct pane *pane, int item, int *first, int *end) {
  *first = *end = -1;
  for (size_t i = 0; i < pane->count && item != PANE_NO_ITEM; i++)
    if (pane->rows[i].item == item) {
      if (*first < 0)
        *first = (int)i;
      *end = (int)i + 1;
    }
}

static bool is_first_item(const struct pane *pane, int first) {
  for (int i = 0; i < first; i++)
    if (pane->rows[i].item != PANE_NO_ITEM)
      return false;
  return true;
}

void pane_show_head(struct pane *pane) {
  pane->top = 0;
  pane->browsing = true;
}

bool pane_focus_is_seen(const struct pane *pane) {
  int first, end;
  item_rows(pane, pane->focus, &first, &end);
  return first >= pane->top && first < pane->top + pane->height;
}

void pane_focus_in_sight(struct pane *pane) {
  int focus = pane->focus;
  for (int row = pane->top; row < pane->top + pane->height && row < (int)pane->count; row++) {
    if (pane_focus_is_seen(pane))
      return;
    pane->focus = pane->rows[row].item;
  }
  if (!pane_focus_is_seen(pane))
    pane->focus = focus;
}

bool pane_scroll_in_focus(struct pane *pane, int direction) {
  int first, end, step = pane->height > 1 ? pane->height - 1 : 1;
  item_rows(pane, pane->focus, &first, &end);
  int hidden = direction > 0 ? end - (pane->top + pane->height) : pane->top - first;
  if (first < 0 || hidden <= 0)
    return false;
  return pane_scroll(pane, direction * (hidden < step ? hidden : step));
}

/* The least scrolling that shows rows first … end-1. Going up to the first item shows what stands
 * before it too, where there is room. */
static void show_rows(struct pane *pane, int first, int end) {
  if (first < pane->top && is_first_item(pane, first) && end <= pane->height)
    pane->top = 0;
  else if (first < pane->top || end - first > pane->height)
    pane->top = first;
  else if (end > pane->top + pane->height)
    pane->top = end - pane->height;
}

static void scroll_to_focus(struct pane *pane) {
  int first, end;
  item_rows(pane, pane->focus, &first, &end);
  if (!pane->browsing && first >= 0)
    show_rows(pane, first, end);
  if (!pane->browsing && pane->cursor_row >= 0 &&
      (pane->cursor_row < pane->top || pane->cursor_row >= pane->top + pane->height))
    pane->top = between(0, pane->cursor_row - pane->height + 1, pane->cursor_row);
  pane->top = between(0, pane->top, last_top(pane));
}

/* --- drawing -----------------------------------------------------------------------------------*/

static void draw_row(const struct pane *pane, const struct pane_row *row, int screen_row) {
  if (row->prefix)
    canvas_text(screen_row, pane->column, pane->width, row->prefix_style, row->prefix);
  canvas_text(screen_row, pane->column + row->indent, pane->width - row->indent, row->style,
              row->text);
}

static void place_cursor(const struct pane *pane) {
  int row = pane->cursor_row, end, column = pane->cursor_column;
  if (row < 0) {
    item_rows(pane, pane->focus, &row, &end);
    column = 0;
  }
  bool is_seen = row >= pane->top && row < pane->top + pane->height;
  if (pane->browsing && !is_seen)
    row = pane->top, column = 0;
  row = between(pane->top, row, pane->top + pane->height - 1);
  canvas_cursor(pane->row + row - pane->top, pane->column + column);
}

void pane_draw(struct pane *pane) {
  scroll_to_focus(pane);
  for (int i = 0; i < pane->height && pane->top + i < (int)pane->count; i++)
    draw_row(pane, &pane->rows[pane->top + i], pane->row + i);
  place_cursor(pane);
}

int pane_item_at(const struct pane *pane, int screen_row) {
  int row = screen_row - pane->row + pane->top;
  if (screen_row < pane->row || screen_row >= pane->row + pane->height || row >= (int)pane->count)
    return PANE_NO_ITEM;
  return pane->rows[row].item;
}
