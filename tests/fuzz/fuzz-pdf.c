/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The writer of PDF, over documents of any shape. It is linked with the module's own files, for a
 * module that is loaded is not watched by the fuzzer. */
#include "fuzz.h"

#include <string.h>

#include "base/strbuf.h"
#include "pdf/module.h"
#include "report/document.h"
#include "shape.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  struct document *document = shape_document(bytes, count);
  const struct write_options options = {.paper = count % 2 ? PAPER_A4 : PAPER_LETTER};
  struct strbuf out;
  document->large = count % 3 == 0;
  document->right_to_left = count % 5 == 0;
  strbuf_init(&out);
  REQUIRE(disentangle_pdf_write(document, &options, &out, NULL));
  REQUIRE(out.length > 6 && !strcmp(out.text + out.length - 6, "%%EOF\n"));
  strbuf_release(&out);
  document_free(document);
  return 0;
}
