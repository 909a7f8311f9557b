/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The writers of plain text, of Markdown and of PDF; see report/writer.h. */
#ifndef REPORT_WRITE_TEXT_H
#define REPORT_WRITE_TEXT_H

#include <stdbool.h>

struct document;
struct error;
struct strbuf;
struct write_options;

bool write_text(const struct document *document, const struct write_options *options,
                struct strbuf *out, struct error *err);
bool write_markdown(const struct document *document, const struct write_options *options,
                    struct strbuf *out, struct error *err);
/* Fails, with a sentence that says what to install, where the module that does it is missing. */
bool write_pdf(const struct document *document, const struct write_options *options,
               struct strbuf *out, struct error *err);

bool write_pdf_is_built(void); /* whether the module that does it is there */

#endif
