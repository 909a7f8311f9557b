/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/hints.h"

#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "tui/canvas.h"
#include "tui/keymap.h"
#include "tui/terminal.h"

enum { GAP = 2 };

void hints_add(struct hints *hints, const char *key_name, const char *name) {
  MEMORY_GROW(hints->items, hints->count, hints->capacity);
  hints->items[hints->count++] = (struct hint){
      .key = memory_dup(key_shown(key_name, terminal_is_ascii())), .name = memory_dup(name)};
}

void hints_add_command(struct hints *hints, enum command command) {
  const char *key_name = keymap_key_name(command);
  if (key_name)
    hints_add(hints, key_name, _(command_info(command)->name));
}

void hints_release(struct hints *hints) {
  for (size_t i = 0; i < hints->count; i++) {
    free(hints->items[i].key);
    free(hints->items[i].name);
  }
  free(hints->items);
  *hints = (struct hints){0};
}

static int hint_width(const struct hint *hint) {
  return text_width(hint->key) + 1 + text_width(hint->name);
}

static int draw_hint(const struct hint *hint, int row, int column) {
  int width = canvas_columns() - column;
  int used = canvas_text(row, column, width, STYLE_KEY, hint->key) + 1;
  return used + canvas_text(row, column + used, width - used, STYLE_TEXT, hint->name);
}

void hints_draw(const struct hints *hints, int row) {
  if (hints->count == 0)
    return;
  const struct hint *last = &hints->items[hints->count - 1];
  int room = canvas_columns() - 2 - hint_width(last), column = 1;
  for (size_t i = 0; i + 1 < hints->count; i++) {
    if (hint_width(&hints->items[i]) + GAP > room)
      continue;
    column += draw_hint(&hints->items[i], row, column) + GAP;
    room = canvas_columns() - 1 - column - hint_width(last);
  }
  draw_hint(last, row, column);
}
