/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/wrapped.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

void wrapped_begin(struct wrapped *wrapped) {
  wrapped->next = 0;
}

static struct wrapped_text *next_place(struct wrapped *wrapped) {
  if (wrapped->next == wrapped->count) {
    MEMORY_GROW(wrapped->items, wrapped->count, wrapped->capacity);
    wrapped->items[wrapped->count++] = (struct wrapped_text){0};
  }
  return &wrapped->items[wrapped->next++];
}

const struct text_lines *wrapped_lines(struct wrapped *wrapped, const char *text, int width_cells) {
  struct wrapped_text *place = next_place(wrapped);
  if (place->text && place->width_cells == width_cells && !strcmp(place->text, text))
    return &place->lines;
  free(place->text);
  place->text = memory_dup(text);
  place->width_cells = width_cells;
  text_wrap(&place->lines, text, strlen(text), width_cells);
  return &place->lines;
}

void wrapped_release(struct wrapped *wrapped) {
  for (size_t i = 0; i < wrapped->count; i++) {
    free(wrapped->items[i].text);
    text_lines_release(&wrapped->items[i].lines);
  }
  free(wrapped->items);
  *wrapped = (struct wrapped){0};
}
