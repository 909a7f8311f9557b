/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one function that the program finds in this module. */
#include "pdf/module.h"

#include "base/language.h"
#include "base/strbuf.h"
#include "pdf/draw.h"
#include "pdf/flow.h"
#include "pdf/fonts.h"
#include "pdf/pack.h"
#include "pdf/pages.h"
#include "report/document.h"

static void add_unknown(const struct flow *flow, struct strbuf *out) {
  strbuf_addf(out,
              language_plural("%zu character could not be printed, because no font on this "
                              "computer has it:",
                              "%zu characters could not be printed, because no font on this "
                              "computer has them:",
                              flow->unknown_count),
              flow->unknown_count);
  for (size_t i = 0; i < FLOW_UNKNOWN_SHOWN && flow->unknown[i]; i++)
    strbuf_addf(out, " U+%04X", flow->unknown[i]);
  strbuf_add_char(out, '\n');
}

static bool write_pages(struct flow *flow, enum paper paper, struct strbuf *out,
                        struct error *err) {
  struct pages pages;
  struct strbuf drawn;
  strbuf_init(&drawn);
  pages_init(&pages, flow, paper);
  bool done = draw_pages(&pages, &drawn, err);
  const struct pack_facts facts = {flow->document->language, flow->figures.text};
  if (done && !pack(&drawn, &facts, out))
    strbuf_add_bytes(out, drawn.text, drawn.length);
  pages_release(&pages);
  strbuf_release(&drawn);
  return done;
}

bool disentangle_pdf_write(const struct document *document, const struct write_options *options,
                           struct strbuf *out, struct error *err) {
  struct fonts fonts;
  struct flow flow;
  fonts_open(&fonts, document->language, document->right_to_left, document->large);
  flow_init(&flow, document, &fonts, pages_text_width(options->paper));
  flow_document(&flow);
  bool done = write_pages(&flow, options->paper, out, err);
  if (done && flow.unknown_count && options->remarks)
    add_unknown(&flow, options->remarks);
  flow_release(&flow);
  fonts_close(&fonts);
  return done;
}
