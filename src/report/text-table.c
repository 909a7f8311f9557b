/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables: cells wrap in their columns; where the columns would get too narrow each row becomes a
 * list of "head: cell". */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "report/document.h"
#include "report/text-layout.h"

enum { GAP_CELLS = 2, NARROWEST_COLUMN = 7 };

struct cell {
  struct strbuf text;
  struct text_lines lines;
};
struct table {
  const struct block *block;
  int *widths;
  struct cell *cells; /* of the row at hand */
};

static bool share_width(struct table *table, int room) {
  size_t count = table->block->column_count;
  int shares = 0, left = room - GAP_CELLS * ((int)count - 1);
  for (size_t i = 0; i < count; i++)
    shares += table->block->widths[i];
  int width = left;
  bool fits = true;
  for (size_t i = 0; i < count; i++) {
    table->widths[i] = i + 1 < count ? width * table->block->widths[i] / shares : left;
    left -= table->widths[i];
    fits = fits && table->widths[i] >= NARROWEST_COLUMN;
  }
  return fits;
}

static void load_row(const struct layout *layout, struct table *table, const struct block *row) {
  const struct block *block = row->first;
  for (size_t i = 0; i < table->block->column_count; i++) {
    struct cell *cell = &table->cells[i];
    strbuf_clear(&cell->text);
    if (block)
      layout_flatten(layout, block, &cell->text);
    text_wrap(&cell->lines, cell->text.text, cell->text.length, table->widths[i]);
    block = block ? block->next : NULL;
  }
}

static size_t row_height(const struct table *table) {
  size_t height = 0;
  for (size_t i = 0; i < table->block->column_count; i++)
    if (table->cells[i].lines.count > height)
      height = table->cells[i].lines.count;
  return height;
}

static void add_row_line(struct layout *layout, const struct table *table, size_t index) {
  struct strbuf line;
  strbuf_init(&line);
  int column_start = 0, at = 0;
  for (size_t i = 0; i < table->block->column_count; i++) {
    const struct cell *cell = &table->cells[i];
    if (index < cell->lines.count) {
      const struct text_line *part = &cell->lines.items[index];
      strbuf_add_repeat(&line, " ", (size_t)(column_start - at));
      strbuf_add_bytes(&line, cell->text.text + part->start, part->length);
      at = column_start + part->width_cells;
    }
    column_start += table->widths[i] + GAP_CELLS;
  }
  layout_add_line(layout, line.text, line.length);
  strbuf_release(&line);
}

/* Adds the row at hand; its lines stay together. */
static void add_row(struct layout *layout, const struct table *table) {
  size_t height = row_height(table);
  for (size_t i = 0; i < height; i++) {
    add_row_line(layout, table, i);
    layout->lines[layout->count - 1].keep = i + 1 < height;
  }
}

static void add_head_rule(struct layout *layout, const struct table *table) {
  struct strbuf line;
  strbuf_init(&line);
  for (size_t i = 0; i < table->block->column_count; i++) {
    strbuf_add_repeat(&line, " ", i ? GAP_CELLS : 0);
    strbuf_add_repeat(&line, "-", (size_t)table->widths[i]);
  }
  layout_add_line(layout, line.text, line.length);
  strbuf_release(&line);
}

static bool has_high_row(const struct layout *layout, struct table *table) {
  for (const struct block *row = table->block->first; row; row = row->next) {
    load_row(layout, table, row);
    if (row_height(table) > 1)
      return true;
  }
  return false;
}

static const struct block *add_head(struct layout *layout, struct table *table) {
  const struct block *row = table->block->first;
  size_t first = layout->count;
  for (int i = 0; row && i < table->block->head_rows; i++, row = row->next) {
    load_row(layout, table, row);
    add_row(layout, table);
  }
  if (table->block->head_rows)
    add_head_rule(layout, table);
  for (size_t i = first; i < layout->count; i++)
    layout->lines[i].keep = true;
  return row;
}

static void add_columns(struct layout *layout, struct table *table) {
  bool spaced = has_high_row(layout, table);
  layout_settle(layout);
  size_t before = layout->count;
  const struct block *row = add_head(layout, table);
  size_t head_count = layout->count - before, body = layout->count;
  for (; row; row = row->next) {
    load_row(layout, table, row);
    add_row(layout, table);
    layout->blank_lines = spaced && row->next;
  }
  for (size_t i = body; i < layout->count; i++) {
    layout->lines[i].head_start = before;
    layout->lines[i].head_count = head_count;
  }
}

static void add_pair(struct layout *layout, const struct block *head, const struct block *cell) {
  struct strbuf text;
  strbuf_init(&text);
  if (head && head->runs) {
    layout_flatten(layout, head, &text);
    strbuf_add(&text, ": ");
  }
  layout_flatten(layout, cell, &text);
  layout_add_wrapped(layout, text.text);
  strbuf_release(&text);
}

static void add_stacked(struct layout *layout, const struct block *table) {
  const struct block *row = table->first;
  const struct block *heads = table->head_rows ? row : NULL;
  for (int i = 0; row && i < table->head_rows; i++)
    row = row->next;
  for (; row; row = row->next) {
    const struct block *head = heads ? heads->first : NULL;
    for (const struct block *cell = row->first; cell; cell = cell->next) {
      add_pair(layout, head, cell);
      head = head ? head->next : NULL;
    }
    layout->blank_lines = row->next != NULL;
  }
}

void layout_add_table(struct layout *layout, const struct block *block) {
  size_t count = block->column_count;
  struct table table = {block, memory_new_zeroed(count, sizeof *table.widths),
                        memory_new_zeroed(count, sizeof *table.cells)};
  for (size_t i = 0; i < count; i++)
    strbuf_init(&table.cells[i].text);
  if (share_width(&table, layout_room(layout)))
    add_columns(layout, &table);
  else
    add_stacked(layout, block);
  for (size_t i = 0; i < count; i++) {
    strbuf_release(&table.cells[i].text);
    text_lines_release(&table.cells[i].lines);
  }
  free(table.cells);
  free(table.widths);
}
