/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formats. A new one is one file and one row of `writers`. Same document and options in, same
 * bytes out. */
#ifndef REPORT_WRITER_H
#define REPORT_WRITER_H

#include <stdbool.h>
#include <stddef.h>

struct document;
struct error;
struct strbuf;

enum paper { PAPER_LETTER, PAPER_A4 };
struct write_options {
  enum paper paper;
  bool ascii; /* text: for a printer or terminal without UTF-8 */
  bool paged; /* text: page breaks, running title and page numbers (for paper); false: for a screen
               */
  int width_cells; /* text: 0 means the paper's */
  /* Gets what is to be told although the document was written, a sentence on each line: characters
   * that no font has. NULL: nobody wants to know. */
  struct strbuf *remarks;
};

struct writer {
  const char *name;       /* "text", as on the command line */
  const char *label;      /* N_(): "Plain text" */
  const char *extension;  /* "txt" */
  const char *media_type; /* "text/plain" */
  bool (*write)(const struct document *document, const struct write_options *options,
                struct strbuf *out, struct error *err);
};
extern const struct writer writers[];               /* ends with name NULL */
const struct writer *writer_find(const char *name); /* or by its extension; else NULL */
/* Whether this build can write it: PDF is a module of its own, which may be left out. */
bool writer_is_built(const struct writer *writer);

#endif
