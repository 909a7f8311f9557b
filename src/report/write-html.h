/* SPDX-License-Identifier: GPL-3.0-or-later */
/* HTML: one file that holds everything it needs, without a script, and asks nothing of anybody. */
#ifndef REPORT_WRITE_HTML_H
#define REPORT_WRITE_HTML_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"
#include "report/writer.h"

struct block;
struct document;
struct error;

bool write_html(const struct document *document, const struct write_options *options,
                struct strbuf *out, struct error *err);

/* --- for the write-html-*.c --- */

struct html {
  const struct document *document;
  struct strbuf *out;
  size_t heading_count;        /* so far: "heading-7" is the id of the seventh */
  const struct block *heading; /* the last one; NULL */
  int heading_level;           /* of the last one, as in <h2> */
  bool has_patterns;           /* the patterns of bars are there already */
};

void html_add_head(struct html *html, const struct write_options *options);
/* The style sheet's part that is always the same. */
extern const char html_style[];
/* The table of contents; nothing for a short document. */
void html_add_contents(struct html *html);
/* The id of a heading that has `index` others before it. */
void html_add_heading_id(struct html *html, const struct block *heading, size_t index);
void html_add_runs(struct html *html, const struct block *block);
/* Attributes: id, and dir where the text runs against the document. */
void html_add_attributes(struct html *html, const struct block *block);
void html_add_bar(struct html *html, const struct block *bar);

#endif
