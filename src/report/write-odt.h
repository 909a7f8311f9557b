/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of an ODT file; for the write-odt*.c. */
#ifndef REPORT_WRITE_ODT_H
#define REPORT_WRITE_ODT_H

#include "report/write-office.h"

#define ODT_BEGIN "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define ODT_NAMES                                                                                  \
  "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "                             \
  "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "                               \
  "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "                                 \
  "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "                               \
  "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "                      \
  "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" "                                 \
  "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "                                                 \
  "xmlns:xlink=\"http://www.w3.org/1999/xlink\" office:version=\"1.3\""

/* The styles of paragraphs that differ from a named one are collected while the text is written. */
void odt_add_content(struct strbuf *out, const struct office *office);
void odt_add_styles(struct strbuf *out, const struct office *office, enum paper paper);
/* " NAME=\"1.234cm\"" */
void odt_add_length(struct strbuf *out, const char *name, int twips);

#endif
