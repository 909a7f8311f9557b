/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes PDF with Pango and Cairo. It is a module, which report/write-pdf.c loads when a PDF is
 * asked for, so that starting the program costs nothing for these libraries. */
#ifndef PDF_MODULE_H
#define PDF_MODULE_H

#include <stdbool.h>

#include "report/writer.h"

/* As struct writer has it. */
__attribute__((visibility("default"))) bool
disentangle_pdf_write(const struct document *document, const struct write_options *options,
                      struct strbuf *out, struct error *err);

#endif
