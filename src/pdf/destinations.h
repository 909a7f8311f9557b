/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where links and bookmarks lead. */
#ifndef PDF_DESTINATIONS_H
#define PDF_DESTINATIONS_H

#include <cairo.h>
#include <stdbool.h>

#include "pdf/pages.h"

struct strbuf;

struct destination {
  const struct block *block; /* a heading, or one with an anchor */
  size_t page;               /* from 1 */
  double top;
};
struct destinations {
  struct destination *items; /* in the order of the document */
  size_t count, capacity;
  const struct destination **by_anchor; /* sorted */
  size_t anchor_count;
  double left;
};

void destinations_init(struct destinations *destinations, const struct pages *pages);
void destinations_release(struct destinations *destinations);

/* Whether a target leads anywhere: an address, or an anchor that exists. */
bool destinations_has(const struct destinations *destinations, const char *target);
/* The same; appends the attributes of Cairo's link. */
bool destinations_link(const struct destinations *destinations, const char *target,
                       struct strbuf *out);
/* A bookmark for each heading. */
void destinations_add_bookmarks(const struct destinations *destinations, cairo_surface_t *surface);

#endif
