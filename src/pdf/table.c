/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables: a row is a box; its cells are its columns. */
#include "base/arena.h"
#include "pdf/flow.h"
#include "report/document.h"

static const double cell_gap = 10, pad_above = 2.5, pad_below = 3.5;
static const double narrowest = 40;
static const double kept_whole = 200; /* a row higher than this may be cut */

/* Shares of the room, none so narrow that words would be cut all over. */
static double *column_widths(struct flow *flow, const struct block *table) {
  size_t count = table->column_count;
  double *widths = arena_alloc(flow->arena, count * sizeof *widths);
  double room = flow->width - flow->indent - cell_gap * (double)(count - 1);
  double least = room / (double)count < narrowest ? room / (double)count : narrowest;
  double shares = 0, left = room - least * (double)count;
  for (size_t i = 0; i < count; i++)
    shares += table->widths[i];
  /* What a column has beyond the least comes from what its share has beyond it. */
  double wanted = 0;
  for (size_t i = 0; i < count; i++) {
    double share = room * table->widths[i] / shares;
    widths[i] = share > least ? share - least : 0;
    wanted += widths[i];
  }
  for (size_t i = 0; i < count; i++)
    widths[i] = least + (wanted > 0 ? widths[i] * left / wanted : left / (double)count);
  return widths;
}

static struct box *row_box(struct flow *flow, const struct block *table, const struct block *row,
                           const double *widths, bool head) {
  const struct nest *nest = flow_nest(flow, "TR", flow->nest);
  struct box *box = flow_box(flow, table->column_count);
  const struct block none = {.kind = BLOCK_CELL}, *cell = row->first;
  double x = flow->indent;
  for (size_t i = 0; i < table->column_count; i++) {
    struct column *column = &box->columns[i];
    *column = (struct column){.nest = nest, .tag = head ? "TH" : "TD", .x = x, .width = widths[i]};
    text_set(flow, column, cell ? cell : &none, NULL, head ? LOOK_CELL_HEAD : LOOK_CELL);
    x += widths[i] + cell_gap;
    cell = cell ? cell->next : NULL;
  }
  box->rule = head ? 0.9 : 0.4;
  box->rule_grey = head ? 0.2 : 0.65;
  return box;
}

static double height_since(const struct flow *flow, size_t first) {
  double height = 0;
  for (size_t i = first; i < flow->count; i++)
    height += flow->strips[i].height;
  return height;
}

static void keep_row(struct flow *flow, size_t first) {
  size_t last = flow->count - 1;
  if (height_since(flow, first) <= kept_whole) {
    flow_keep(flow, first);
  } else {
    flow->strips[first].keep = true;
    flow->strips[last - 1].keep = true;
  }
  flow->strips[last].keep = false;
}

static void add_row(struct flow *flow, struct box *box) {
  size_t first = flow->count;
  struct strip *strip = flow_add(flow, box, 0);
  strip->ascent += pad_above;
  strip->height += pad_above;
  flow->strips[flow->count - 1].height += pad_below;
  keep_row(flow, first);
}

void flow_table(struct flow *flow, const struct block *table) {
  const struct nest *nest = flow->nest;
  const double *widths = column_widths(flow, table);
  size_t first = flow->count, head_count = 0;
  int row_number = 0;
  flow->nest = flow_nest(flow, "Table", nest);
  for (const struct block *row = table->first; row; row = row->next) {
    bool head = row_number++ < table->head_rows;
    size_t row_first = flow->count;
    add_row(flow, row_box(flow, table, row, widths, head));
    if (head) {
      flow_keep(flow, row_first);
      head_count = flow->count - first;
    }
    for (size_t i = row_first; !head && i < flow->count; i++) {
      flow->strips[i].head_first = first;
      flow->strips[i].head_count = head_count;
    }
  }
  flow->nest = nest;
  flow->gap = 10;
}
