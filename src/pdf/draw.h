/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages into a PDF: text with its structure, frames, rules, links, bookmarks. */
#ifndef PDF_DRAW_H
#define PDF_DRAW_H

#include <cairo.h>
#include <stdbool.h>

#include "pdf/pages.h"

struct error;
struct strbuf;

/* Draws them onto a surface that appends the file to out, as Cairo makes it, until draw_end(), for
 * which neither pages nor what they were made of is needed any more. */
cairo_surface_t *draw_pages(const struct pages *pages, struct strbuf *out);
/* Writes the rest: fonts, structure. Frees the surface. */
bool draw_end(cairo_surface_t *surface, struct error *err);

/* --- for draw-bar.c --- */
void draw_bar(cairo_t *cairo, const struct flow *flow, const struct column *column, double x,
              double top);

#endif
