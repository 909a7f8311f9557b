/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/fonts.h"

#include <pango/pangocairo.h>

/* One family for everything: each face more is 15 kB in the file and 1 MiB of memory. The others
 * step in for the scripts that it lacks; they are named so that the same ones do everywhere. */
static const char families[] = "DejaVu Serif,DejaVu Sans,WenQuanYi Micro Hei,serif";

static const struct look looks[LOOK_COUNT] = {
    [LOOK_TITLE] = {20, true, 25, 0, 6},        [LOOK_SUBTITLE] = {13, false, 17, 0, 10},
    [LOOK_HEADING_1] = {15, true, 19, 20, 7},   [LOOK_HEADING_2] = {12, true, 16, 16, 5},
    [LOOK_HEADING_3] = {10.5, true, 14, 11, 3}, [LOOK_HEADING_4] = {10, true, 13.5, 9, 3},
    [LOOK_BODY] = {10, false, 14, 0, 6},        [LOOK_CELL] = {9, false, 12, 0, 0},
    [LOOK_CELL_HEAD] = {9, true, 12, 0, 0},     [LOOK_LABEL] = {9, false, 13, 0, 0},
    [LOOK_RUNNING] = {8.5, false, 11, 0, 0},
};
const char fonts_family[] = "DejaVu Serif,serif";
const char fonts_features[] = "liga=0, clig=0";

static void scale(struct look *look, double by) {
  look->size *= by;
  look->leading *= by;
  look->before *= by;
  look->after *= by;
}

/* Headings are large as they are. */
static double heading_scale(double by) {
  return 1 + (by - 1) / 3;
}

static PangoFontDescription *face(const struct look *look) {
  PangoFontDescription *face = pango_font_description_new();
  pango_font_description_set_family_static(face, families);
  pango_font_description_set_absolute_size(face, look->size * PANGO_SCALE);
  pango_font_description_set_weight(face, look->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  return face;
}

PangoFontDescription *fonts_face(const struct fonts *fonts, enum look_id look, enum style style) {
  PangoFontDescription *face = pango_font_description_copy(fonts->faces[look]);
  if (style == STYLE_STRONG)
    pango_font_description_set_weight(face, PANGO_WEIGHT_BOLD);
  if (style == STYLE_EMPHASIS)
    pango_font_description_set_style(face, PANGO_STYLE_ITALIC);
  return face;
}

/* Unhinted, unrounded: the same line breaks on any device, and advances as the font has them. */
static void set_options(PangoContext *context) {
  cairo_font_options_t *options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
  pango_cairo_context_set_resolution(context, 72);
  pango_context_set_round_glyph_positions(context, FALSE);
}

void fonts_open(struct fonts *fonts, const char *language, bool right_to_left, double by) {
  fonts->map = pango_cairo_font_map_new();
  fonts->context = pango_font_map_create_context(fonts->map);
  set_options(fonts->context);
  pango_context_set_language(fonts->context, pango_language_from_string(language));
  pango_context_set_base_dir(fonts->context,
                             right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  for (int i = 0; i < LOOK_COUNT; i++) {
    fonts->looks[i] = looks[i];
    if (i != LOOK_RUNNING)
      scale(&fonts->looks[i], i < LOOK_BODY ? heading_scale(by) : by);
    fonts->faces[i] = face(&fonts->looks[i]);
  }
}

void fonts_close(struct fonts *fonts) {
  for (int i = 0; i < LOOK_COUNT; i++)
    pango_font_description_free(fonts->faces[i]);
  g_object_unref(fonts->context);
  g_object_unref(fonts->map);
}
