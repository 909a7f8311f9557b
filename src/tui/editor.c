/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/editor.h"

#include <string.h>

#include "base/utf8.h"

enum { WIDTH_AT_START = 80 };

static void wrap(struct editor *editor) {
  text_wrap(&editor->lines, editor->text.text, editor->text.length, editor->width_cells);
}

void editor_init(struct editor *editor, bool one_line) {
  *editor = (struct editor){.one_line = one_line, .width_cells = WIDTH_AT_START, .wanted_cell = -1};
  strbuf_init(&editor->text);
  wrap(editor);
}

void editor_release(struct editor *editor) {
  strbuf_release(&editor->text);
  text_lines_release(&editor->lines);
}

void editor_set(struct editor *editor, const char *text) {
  strbuf_clear(&editor->text);
  utf8_clean(&editor->text, text ? text : "", text ? strlen(text) : 0,
             editor->one_line ? UTF8_ONE_LINE : UTF8_MANY_LINES);
  editor->cursor = editor->text.length;
  editor->wanted_cell = -1;
  editor->changed = false;
  wrap(editor);
}

void editor_set_width(struct editor *editor, int width_cells) {
  if (width_cells < 1)
    width_cells = 1;
  if (width_cells == editor->width_cells)
    return;
  editor->width_cells = width_cells;
  wrap(editor);
}

/* --- changing ----------------------------------------------------------------------------------*/

static void changed(struct editor *editor) {
  editor->changed = true;
  editor->wanted_cell = -1;
  wrap(editor);
}

static void insert(struct editor *editor, const char *text) {
  struct strbuf clean;
  strbuf_init(&clean);
  utf8_clean(&clean, text, strlen(text), editor->one_line ? UTF8_ONE_LINE : UTF8_MANY_LINES);
  strbuf_insert(&editor->text, editor->cursor, clean.text, clean.length);
  editor->cursor += clean.length;
  strbuf_release(&clean);
  changed(editor);
}

static void insert_character(struct editor *editor, uint32_t character) {
  char bytes[5] = "";
  utf8_encode(character, bytes);
  insert(editor, bytes);
}

static bool remove_between(struct editor *editor, size_t from, size_t to) {
  if (from < to) {
    strbuf_remove(&editor->text, from, to - from);
    editor->cursor = from;
    changed(editor);
  }
  return true;
}

/* --- places ------------------------------------------------------------------------------------*/

static size_t line_of_cursor(const struct editor *editor) {
  size_t line = 0;
  while (line + 1 < editor->lines.count && editor->lines.items[line + 1].start <= editor->cursor)
    line++;
  return line;
}

/* Blanks at a line's end are not part of it: the cursor stands after them as far as they fit. */
void editor_cursor(const struct editor *editor, size_t *line, int *cell) {
  *line = line_of_cursor(editor);
  size_t start = editor->lines.items[*line].start;
  int width = text_width_length(editor->text.text + start, editor->cursor - start);
  *cell = width < editor->width_cells ? width : editor->width_cells;
}

/* The last place of a line: before the line end, or before the character that the next line begins
 * after. */
static size_t end_of_line(const struct editor *editor, size_t line) {
  if (line + 1 == editor->lines.count)
    return editor->text.length;
  size_t next = editor->lines.items[line + 1].start;
  return next > editor->lines.items[line].start ? text_previous(editor->text.text, next) : next;
}

void editor_place(struct editor *editor, size_t line, int cell) {
  if (line >= editor->lines.count)
    line = editor->lines.count - 1;
  size_t start = editor->lines.items[line].start, end = end_of_line(editor, line);
  editor->cursor = start + text_fit(editor->text.text + start, end - start, cell, NULL);
}

static bool move_to(struct editor *editor, size_t place) {
  bool moved = place != editor->cursor;
  editor->cursor = place;
  editor->wanted_cell = -1;
  return moved;
}

static bool move_lines(struct editor *editor, int count) {
  size_t line;
  int cell;
  editor_cursor(editor, &line, &cell);
  long wanted = (long)line + count, last = (long)editor->lines.count - 1;
  wanted = wanted < 0 ? 0 : wanted > last ? last : wanted;
  if (wanted == (long)line)
    return false;
  if (editor->wanted_cell < 0)
    editor->wanted_cell = cell;
  editor_place(editor, (size_t)wanted, editor->wanted_cell);
  return true;
}

/* --- keys --------------------------------------------------------------------------------------*/

static bool handle_ctrl(struct editor *editor, uint32_t letter) {
  size_t line = line_of_cursor(editor), start = editor->lines.items[line].start;
  switch (letter) {
  case 'A':
    move_to(editor, start);
    return true;
  case 'E':
    move_to(editor, end_of_line(editor, line));
    return true;
  case 'W':
    return remove_between(editor, text_previous_word(editor->text.text, editor->cursor),
                          editor->cursor);
  case 'U':
    return remove_between(editor, start, editor->cursor);
  case 'K':
    return remove_between(editor, editor->cursor, end_of_line(editor, line));
  default:
    return false;
  }
}

static bool handle_moving(struct editor *editor, enum input_code code, int page_rows) {
  const struct strbuf *text = &editor->text;
  size_t line = line_of_cursor(editor);
  switch (code) {
  case INPUT_LEFT:
    return move_to(editor, text_previous(text->text, editor->cursor));
  case INPUT_RIGHT:
    return move_to(editor, text_next(text->text, text->length, editor->cursor));
  case INPUT_WORD_LEFT:
    return move_to(editor, text_previous_word(text->text, editor->cursor));
  case INPUT_WORD_RIGHT:
    return move_to(editor, text_next_word(text->text, text->length, editor->cursor));
  case INPUT_UP:
    return move_lines(editor, -1);
  case INPUT_DOWN:
    return move_lines(editor, 1);
  case INPUT_PAGE_UP:
    return move_lines(editor, -page_rows);
  case INPUT_PAGE_DOWN:
    return move_lines(editor, page_rows);
  case INPUT_HOME:
    move_to(editor, editor->lines.items[line].start);
    return true;
  case INPUT_END_KEY:
    move_to(editor, end_of_line(editor, line));
    return true;
  default:
    return false;
  }
}

bool editor_key(struct editor *editor, const struct key *key, int page_rows) {
  switch (key->code) {
  case INPUT_CHAR:
    insert_character(editor, key->character);
    return true;
  case INPUT_PASTE:
    insert(editor, key->text);
    return true;
  case INPUT_ENTER:
    if (!editor->one_line)
      insert_character(editor, '\n');
    return !editor->one_line;
  case INPUT_BACKSPACE:
    return remove_between(editor, text_previous(editor->text.text, editor->cursor), editor->cursor);
  case INPUT_DELETE:
    return remove_between(editor, editor->cursor,
                          text_next(editor->text.text, editor->text.length, editor->cursor));
  case INPUT_CTRL:
    return handle_ctrl(editor, key->character);
  default:
    return handle_moving(editor, key->code, page_rows);
  }
}
