/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bars and charts. */
#include "base/arena.h"
#include "pdf/flow.h"
#include "report/document.h"

static const double widest_unit = 13, picture_share = 0.45, label_gap = 10;
static const double bar_height = 13;

static size_t bar_units(const struct block *bar) {
  size_t units = 0;
  for (size_t i = 0; i < bar->segment_count; i++)
    units += bar->segments[i].count;
  return units;
}

static void add_labels(struct strbuf *out, const struct block *bar) {
  for (size_t i = 0; i < bar->segment_count; i++) {
    strbuf_add(out, i ? ", " : "");
    strbuf_add(out, bar->segments[i].label);
  }
}

static void set_picture(struct flow *flow, struct column *column, const struct block *bar,
                        size_t units) {
  double scale = flow->fonts->looks[LOOK_LABEL].size / 9;
  double room = (flow->width - flow->indent) * picture_share;
  double unit =
      widest_unit * scale * (double)units < room ? widest_unit * scale : room / (double)units;
  *column = (struct column){.nest = flow->nest,
                            .tag = "Figure",
                            .x = flow->indent,
                            .width = unit * (double)units,
                            .line_count = 1,
                            .bar = bar,
                            .unit = unit};
  column->lines = arena_alloc(flow->arena, sizeof *column->lines);
  column->lines[0].height = bar_height * scale;
  column->lines[0].ascent = 0.77 * bar_height * scale;
}

/* The picture and its numbers are one figure: what it says in words are the numbers. */
static void add_picture(struct flow *flow, const struct block *bar, size_t units) {
  struct box *box = flow_box(flow, 2);
  struct column *picture = &box->columns[0], *label = &box->columns[1];
  set_picture(flow, picture, bar, units);
  *label = (struct column){.nest = flow->nest, .x = picture->x + picture->width + label_gap};
  label->width = flow->width - label->x;
  struct strbuf text;
  strbuf_init(&text);
  add_labels(&text, bar);
  text_set_plain(flow, label, text.text, NULL, LOOK_LABEL);
  strbuf_add(&flow->figures, text.text);
  strbuf_add_char(&flow->figures, '\n');
  strbuf_release(&text);
  flow_add(flow, box, 2);
}

void flow_bar(struct flow *flow, const struct block *bar, size_t units) {
  size_t first = flow->count;
  flow_text(flow, bar, NULL, LOOK_BODY, "P");
  flow->gap = 1;
  if (bar->segment_count)
    add_picture(flow, bar, units ? units : bar_units(bar));
  flow_keep(flow, first);
  flow->strips[flow->count - 1].keep = false;
  flow->gap = 7;
}

void flow_chart(struct flow *flow, const struct block *chart) {
  size_t units = 0;
  for (const struct block *bar = chart->first; bar; bar = bar->next)
    if (bar_units(bar) > units)
      units = bar_units(bar);
  if (chart->runs) {
    flow_text(flow, chart, NULL, LOOK_LABEL, "P");
    flow->strips[flow->count - 1].keep = true;
    flow->gap = 6;
  }
  for (const struct block *bar = chart->first; bar; bar = bar->next)
    flow_bar(flow, bar, units);
  flow->gap = 10;
}
