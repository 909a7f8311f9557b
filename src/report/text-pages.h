/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines onto pages of 10 characters and 6 lines an inch, a form feed between two pages. */
#ifndef REPORT_TEXT_PAGES_H
#define REPORT_TEXT_PAGES_H

#include <stddef.h>

#include "report/writer.h"

struct document;
struct layout;
struct strbuf;

int paper_width_cells(enum paper paper); /* between the margins */

/* Appends the pages. Each begins with the running title and ends with its number; a page ends where
 * the lines allow it, never behind one that is to be kept with the next (unless that would leave
 * the page empty), and table heads are repeated. */
void pages_write(const struct layout *layout, const struct document *document, enum paper paper,
                 struct strbuf *out);

#endif
