/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture of a bar: one field a mark, each kind with a pattern of its own, so that it can be
 * told apart without colour. */
#include "pdf/draw.h"
#include "pdf/words.h"
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
  for (int i = 0; i * 2.6 < width + height; i++) {
    cairo_move_to(cairo, x - height + i * 2.6, y + height);
    cairo_line_to(cairo, x + i * 2.6, y);
  }
  cairo_stroke(cairo);
}

static void fill_dots(cairo_t *cairo, double x, double y, double width, double height) {
  grey(cairo, 0.45);
  for (int row = 0; row * 2.6 + 1.3 < height; row++)
    for (int i = 0; i * 2.6 + 1.3 < width; i++)
      cairo_rectangle(cairo, x + i * 2.6 + 1.3, y + row * 2.6 + 1.3, 0.6, 0.6);
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

static void outline(cairo_t *cairo, enum pattern pattern, double x, double y, double width,
                    double height, size_t count) {
  cairo_set_line_width(cairo, 0.6);
  for (size_t i = 1; i < count; i++) {
    cairo_move_to(cairo, x + width * (double)i, y);
    cairo_rel_line_to(cairo, 0, height);
  }
  grey(cairo, pattern == PATTERN_FULL ? 1 : 0.2);
  cairo_stroke(cairo);
  cairo_rectangle(cairo, x, y, width * (double)count, height);
  grey(cairo, 0.2);
  cairo_stroke(cairo);
}

static bool is_patterned(char mark) {
  return pattern_for(mark) == PATTERN_SLANTED || pattern_for(mark) == PATTERN_DOTS;
}

/* White behind the marks, so that a pattern does not hide them. */
static void clear_behind(cairo_t *cairo, const cairo_text_extents_t *ink, size_t count, double x,
                         double y, double width) {
  for (size_t i = 0; i < count; i++)
    cairo_rectangle(cairo, x + (double)i * width - 1, y - 1, ink->width + 2, ink->height + 2);
  grey(cairo, 1);
  cairo_fill(cairo);
}

/* The marks as shapes: in words the figure says its numbers. */
static void draw_marks(cairo_t *cairo, struct words *words, const struct bar_segment *segment,
                       double x, double y, double width, double height) {
  const struct word *word = words_find(words, STYLE_STRONG, &segment->mark, 1);
  if (!word)
    return;
  cairo_scaled_font_t *face = words_scaled(words, word, LOOK_CELL);
  cairo_glyph_t glyph = {.index = word->glyphs->index};
  cairo_text_extents_t ink;
  cairo_scaled_font_glyph_extents(face, &glyph, 1, &ink);
  if (ink.width + 2 >= width)
    return;
  x += (width - ink.width) / 2;
  y += (height - ink.height) / 2;
  if (is_patterned(segment->mark))
    clear_behind(cairo, &ink, segment->count, x, y, width);
  cairo_set_scaled_font(cairo, face);
  glyph.y = y - ink.y_bearing;
  for (size_t i = 0; i < segment->count; i++) {
    glyph.x = x + (double)i * width - ink.x_bearing;
    cairo_glyph_path(cairo, &glyph, 1);
  }
  grey(cairo, pattern_for(segment->mark) == PATTERN_FULL ? 1 : 0);
  cairo_fill(cairo);
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
    enum pattern pattern = pattern_for(segment->mark);
    fill(cairo, pattern, x, top, width, height);
    if (column->unit > 3)
      outline(cairo, pattern, x, top, column->unit, height, segment->count);
    else
      outline(cairo, pattern, x, top, width, height, 1);
    draw_marks(cairo, flow->words, segment, x, top, column->unit, height);
    x += from_right ? 0 : width;
  }
  grey(cairo, 0);
}
