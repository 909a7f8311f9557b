/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strips onto pages. */
#ifndef PDF_PAGES_H
#define PDF_PAGES_H

#include <stddef.h>

#include "pdf/flow.h"
#include "report/writer.h"

struct page {
  size_t first, end; /* strips of the flow */
};

struct pages {
  struct flow *flow;
  double width, height; /* of the paper, in points */
  double margin;        /* left and right */
  double top, bottom;   /* of the text */
  struct page *items;
  size_t count, capacity;
  double *strip_tops; /* one a strip: where it stands on its page */
};

/* The width between the margins. */
double pages_text_width(enum paper paper);

/* Cuts the flow into pages: where the strips allow it, never behind one that is to be kept with the
 * next (unless that would leave the page empty). */
void pages_init(struct pages *pages, struct flow *flow, enum paper paper);
void pages_release(struct pages *pages);

/* Which strips are repeated on top of this page; their number, 0 for none. */
size_t pages_repeated(const struct pages *pages, const struct page *page, size_t *first);

#endif
