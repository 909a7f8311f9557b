/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a DOCX file; for the write-docx*.c. */
#ifndef REPORT_WRITE_DOCX_H
#define REPORT_WRITE_DOCX_H

#include "report/write-office.h"

#define DOCX_BEGIN "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define DOCX_NAMES                                                                                 \
  "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "                      \
  "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""

/* The text itself; relations gets a row for each address that it links to. */
void docx_add_document(struct strbuf *out, struct strbuf *relations, const struct office *office,
                       enum paper paper);
void docx_add_styles(struct strbuf *out, const struct office *office);
void docx_add_numbering(struct strbuf *out, const struct office *office);
void docx_add_header(struct strbuf *out, const struct office *office);
void docx_add_footer(struct strbuf *out, const struct office *office);

/* The numbering of an outline's instance, of a list, of all lists with bullets. */
size_t docx_outline_number(const struct office *office, size_t instance);
size_t docx_list_number(const struct office *office, size_t list);
enum { DOCX_BULLETS = 1 };

#endif
