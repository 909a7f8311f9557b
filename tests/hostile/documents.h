/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks into documents of each format for what is dangerous in it. */
#ifndef TESTS_HOSTILE_DOCUMENTS_H
#define TESTS_HOSTILE_DOCUMENTS_H

#include <stdbool.h>
#include <stddef.h>

struct names;
struct strbuf;

/* Each appends what is wrong to faults, a line each, and returns whether all is well. */

/* Only printable text, lines, and page breaks where there is one for each page but the last. */
bool text_is_safe(const struct strbuf *bytes, struct strbuf *faults);
/* No cell is a formula, for readers with commas, semicolons and tabs; all rows are as wide. */
bool csv_is_safe(const struct strbuf *bytes, struct strbuf *faults);
/* known: the names of elements and attributes that a harmless document has. */
bool html_is_safe(const struct strbuf *bytes, const struct names *known, struct strbuf *faults);
/* Adds the names to known in place of comparing them, if learn. */
bool package_is_safe(const struct strbuf *bytes, struct names *known, bool learn,
                     struct strbuf *faults);
/* What cmark makes of it, and what qpdf and pdftotext see in it. *looked is false if they are not
 * there. */
bool markdown_is_safe(const struct strbuf *bytes, bool *looked, struct strbuf *faults);
bool pdf_is_safe(const char *path, bool *looked, struct strbuf *faults);
bool json_is_safe(const struct strbuf *bytes, struct strbuf *faults);

/* The cell of a table that was read back; owned by the caller. NULL: there is none. */
char *csv_cell(const struct strbuf *bytes, size_t row, size_t column);
size_t csv_rows(const struct strbuf *bytes);

#endif
