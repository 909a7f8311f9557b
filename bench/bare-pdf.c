/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bare-pdf TEXT PDF: what a PDF costs with Pango and Cairo alone: each line of TEXT is a paragraph,
 * one below the other; a page ends when it is full. No structure, no links, no tables. */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WIDTH = 612, HEIGHT = 792, MARGIN = 72 };

static double show_lines(cairo_t *cairo, PangoLayout *layout, double y) {
  PangoLayoutIter *at = pango_layout_get_iter(layout);
  do {
    if (y + 14 > HEIGHT - MARGIN) {
      cairo_show_page(cairo);
      y = MARGIN;
    }
    cairo_move_to(cairo, MARGIN, y + 11);
    pango_cairo_show_layout_line(cairo, pango_layout_iter_get_line_readonly(at));
    y += 14;
  } while (pango_layout_iter_next_line(at));
  pango_layout_iter_free(at);
  return y + 6;
}

int main(int count, char **arguments) {
  FILE *text = count == 3 ? fopen(arguments[1], "r") : NULL;
  if (!text)
    return 2;
  cairo_surface_t *surface = cairo_pdf_surface_create(arguments[2], WIDTH, HEIGHT);
  cairo_t *cairo = cairo_create(surface);
  PangoFontDescription *font = pango_font_description_from_string("DejaVu Serif");
  pango_font_description_set_absolute_size(font, 10 * PANGO_SCALE);
  char *line = NULL;
  size_t size = 0;
  double y = MARGIN;
  while (getline(&line, &size, text) > 0) {
    line[strcspn(line, "\n")] = '\0';
    if (!*line)
      continue;
    PangoLayout *layout = pango_cairo_create_layout(cairo);
    pango_layout_set_font_description(layout, font);
    pango_layout_set_width(layout, (WIDTH - 2 * MARGIN) * PANGO_SCALE);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_text(layout, line, -1);
    y = show_lines(cairo, layout, y);
    g_object_unref(layout);
  }
  free(line);
  fclose(text);
  cairo_destroy(cairo);
  cairo_surface_finish(surface);
  return cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS;
}
