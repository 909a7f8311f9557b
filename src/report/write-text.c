/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/write-text.h"

#include "base/language.h"
#include "base/strbuf.h"
#include "report/document.h"
#include "report/text-layout.h"
#include "report/text-pages.h"
#include "report/writer.h"

static void write_lines(const struct layout *layout, struct strbuf *out) {
  for (size_t i = 0; i < layout->count; i++) {
    const struct layout_line *line = &layout->lines[i];
    if (line->page_before)
      strbuf_add(out, "\n\n");
    strbuf_add_bytes(out, layout->text.text + line->start, line->length);
    strbuf_add_char(out, '\n');
  }
}

bool write_text(const struct document *document, const struct write_options *options,
                struct strbuf *out, struct error *err) {
  (void)err;
  const struct language *before = language_use(language_open(document->language, NULL));
  int width = options->width_cells;
  struct layout layout;
  layout_init(&layout, width ? width : paper_width_cells(options->paper), options->ascii);
  layout_document(&layout, document);
  if (options->paged)
    pages_write(&layout, document, options->paper, out);
  else
    write_lines(&layout, out);
  layout_release(&layout);
  language_use(before);
  return true;
}
