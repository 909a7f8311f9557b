/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each writer but PDF, over documents of any shape. */
#include "fuzz.h"

#include <string.h>

#include "base/strbuf.h"
#include "base/utf8.h"
#include "report/document.h"
#include "report/writer.h"
#include "shape.h"

static void write_all(const struct document *document) {
  for (const struct writer *writer = writers; writer->name; writer++) {
    const struct write_options options = {.paper = PAPER_A4, .paged = true};
    struct strbuf out;
    strbuf_init(&out);
    bool is_pdf = !strcmp(writer->name, "pdf");
    REQUIRE(is_pdf || writer->write(document, &options, &out, NULL));
    if (!strncmp(writer->media_type, "text/", 5))
      REQUIRE(utf8_is_valid(out.text, out.length) && strlen(out.text) == out.length);
    strbuf_release(&out);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  struct document *document = shape_document(bytes, count);
  write_all(document);
  document_free(document);
  return 0;
}
