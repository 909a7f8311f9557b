/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture of a bar: one field a mark, each kind with a pattern of its own, so that it can be
 * told apart without colour. */
#include <pango/pangocairo.h>

#include "pdf/draw.h"
#include "report/document.h"

enum pattern { PATTERN_NONE, PATTERN_FULL, PATTERN_SLANTED, PATTERN_DOTS, PATTERN_GREY };

static enum pattern pattern_for(char mark) {
  switch (mark) {
  case '#':
    return PATTERN_FULL;
  case '+':
    return PATTERN_SLANTED;
  case '?':
    return PATTERN_DOTS;
  case 'o':
    return PATTERN_GREY;
  default:
    return PATTERN_NONE;
  }
}

static void grey(cairo_t *cairo, double value) {
  cairo_set_source_rgb(cairo, value, value, value);
}

static void fill_slanted(cairo_t *cairo, double x, double y, double width, double height) {
  grey(cairo, 0.5);
  cairo_set_line_width(cairo, 0.5);
  for (double at = x - height; at < x + width; at += 2.6) {
    cairo_move_to(cairo, at, y + height);
    cairo_line_to(cairo, at + height, y);
  }
  cairo_stroke(cairo);
}

static void fill_dots(cairo_t *cairo, double x, double y, double width, double height) {
  grey(cairo, 0.45);
  for (double down = y + 1.3; down < y + height; down += 2.6)
    for (double at = x + 1.3; at < x + width; at += 2.6)
      cairo_rectangle(cairo, at, down, 0.6, 0.6);
  cairo_fill(cairo);
}

static void fill(cairo_t *cairo, enum pattern pattern, double x, double y, double width,
                 double height) {
  cairo_save(cairo);
  cairo_rectangle(cairo, x, y, width, height);
  cairo_clip(cairo);
  if (pattern == PATTERN_FULL || pattern == PATTERN_GREY) {
    grey(cairo, pattern == PATTERN_FULL ? 0.2 : 0.85);
    cairo_paint(cairo);
  } else if (pattern == PATTERN_SLANTED) {
    fill_slanted(cairo, x, y, width, height);
  } else if (pattern == PATTERN_DOTS) {
    fill_dots(cairo, x, y, width, height);
  }
  cairo_restore(cairo);
}

static void outline(cairo_t *cairo, double x, double y, double width, double height, size_t count) {
  grey(cairo, 0.2);
  cairo_set_line_width(cairo, 0.6);
  cairo_rectangle(cairo, x, y, width * (double)count, height);
  for (size_t i = 1; i < count; i++) {
    cairo_move_to(cairo, x + width * (double)i, y);
    cairo_rel_line_to(cairo, 0, height);
  }
  cairo_stroke(cairo);
}

/* The marks as shapes: in words the figure says its numbers. */
static void draw_marks(cairo_t *cairo, struct fonts *fonts, const struct bar_segment *segment,
                       double x, double y, double width, double height) {
  PangoLayout *layout = pango_layout_new(fonts->context);
  pango_layout_set_font_description(layout, fonts->faces[LOOK_CELL_HEAD]);
  pango_layout_set_text(layout, &segment->mark, 1);
  PangoRectangle ink;
  pango_layout_get_extents(layout, &ink, NULL);
  double ink_x = (double)ink.x / PANGO_SCALE, ink_width = (double)ink.width / PANGO_SCALE;
  double ink_y = (double)ink.y / PANGO_SCALE, ink_height = (double)ink.height / PANGO_SCALE;
  bool dark = pattern_for(segment->mark) == PATTERN_FULL;
  bool patterned =
      pattern_for(segment->mark) == PATTERN_SLANTED || pattern_for(segment->mark) == PATTERN_DOTS;
  for (size_t i = 0; ink_width + 2 < width && i < segment->count; i++, x += width) {
    double left = x + (width - ink_width) / 2, top = y + (height - ink_height) / 2;
    if (patterned) {
      grey(cairo, 1);
      cairo_rectangle(cairo, left - 1, top - 1, ink_width + 2, ink_height + 2);
      cairo_fill(cairo);
    }
    cairo_move_to(cairo, left - ink_x, top - ink_y);
    pango_cairo_layout_path(cairo, layout);
    grey(cairo, dark ? 1 : 0);
    cairo_fill(cairo);
  }
  g_object_unref(layout);
}

void draw_bar(cairo_t *cairo, const struct flow *flow, const struct column *column, double x,
              double top) {
  const struct block *bar = column->bar;
  double height = column->lines[0].height - 1.5;
  bool from_right = flow->document->right_to_left;
  x += from_right ? column->width : 0;
  top += 0.75;
  for (size_t i = 0; i < bar->segment_count; i++) {
    const struct bar_segment *segment = &bar->segments[i];
    double width = column->unit * (double)segment->count;
    x -= from_right ? width : 0;
    fill(cairo, pattern_for(segment->mark), x, top, width, height);
    outline(cairo, x, top, column->unit, height, column->unit > 3 ? segment->count : 1);
    draw_marks(cairo, flow->fonts, segment, x, top, column->unit, height);
    x += from_right ? 0 : width;
  }
  grey(cairo, 0);
}
