/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/language.h"
#include "report/write-csv.h"
#include "report/write-html.h"
#include "report/write-office.h"
#include "report/write-text.h"
#include "report/writer.h"

const struct writer writers[] = {
    {"text", N_("Plain text"), "txt", "text/plain", write_text},
    {"markdown", N_("Markdown"), "md", "text/markdown", write_markdown},
    {"html", N_("Web page (HTML)"), "html", "text/html", write_html},
    {"pdf", N_("PDF, to print"), "pdf", "application/pdf", write_pdf},
    {"docx", N_("Word processor file (DOCX)"), "docx",
     "application/vnd.openxmlformats-officedocument.wordprocessingml.document", write_docx},
    {"odt", N_("Word processor file (OpenDocument)"), "odt",
     "application/vnd.oasis.opendocument.text", write_odt},
    {"csv", N_("Table for a spreadsheet (CSV)"), "csv", "text/csv", write_csv},
    {NULL, NULL, NULL, NULL, NULL},
};

const struct writer *writer_find(const char *name) {
  for (const struct writer *writer = writers; writer->name; writer++)
    if (strcmp(writer->name, name) == 0 || strcmp(writer->extension, name) == 0)
      return writer;
  return NULL;
}

bool writer_is_built(const struct writer *writer) {
  return writer->write != write_pdf || write_pdf_is_built();
}
