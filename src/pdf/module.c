/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one function that the program finds in this module. */
#include "pdf/module.h"

#include <stdlib.h>

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

/* A document in one size of type. */
struct setting {
  struct fonts fonts;
  struct flow flow;
  struct pages pages;
};

static void set(struct setting *setting, const struct document *document, enum paper paper,
                double scale) {
  fonts_open(&setting->fonts, document->language, document->right_to_left, scale);
  flow_init(&setting->flow, document, &setting->fonts, pages_text_width(paper));
  flow_document(&setting->flow);
  pages_init(&setting->pages, &setting->flow, paper);
}

static void release(struct setting *setting) {
  pages_release(&setting->pages);
  flow_release(&setting->flow);
  fonts_close(&setting->fonts);
}

/* What is to be large is as large as one page allows. */
static void set_large(struct setting *setting, const struct document *document, enum paper paper) {
  static const double scales[] = {1.6, 1.5, 1.4, 1.3, 1.2, 1.1, 1};
  enum { COUNT = sizeof scales / sizeof *scales };
  for (size_t i = 0; i < COUNT; i++) {
    set(setting, document, paper, scales[i]);
    if (setting->pages.count == 1 || i + 1 == COUNT)
      return;
    release(setting);
  }
}

static void pack_or_take(struct strbuf *drawn, const struct pack_facts *facts, struct strbuf *out) {
  if (!pack(drawn, facts, out))
    strbuf_add_bytes(out, drawn->text, drawn->length);
}

bool disentangle_pdf_write(const struct document *document, const struct write_options *options,
                           struct strbuf *out, struct error *err) {
  struct setting setting;
  struct strbuf drawn;
  if (document->large)
    set_large(&setting, document, options->paper);
  else
    set(&setting, document, options->paper, 1);
  strbuf_init(&drawn);
  cairo_surface_t *surface = draw_pages(&setting.pages, &drawn);
  if (setting.flow.unknown_count && options->remarks)
    add_unknown(&setting.flow, options->remarks);
  char *figures = strbuf_take(&setting.flow.figures);
  release(&setting); /* before the fonts are cut down, and the file is held twice */
  bool done = draw_end(surface, err);
  if (done)
    pack_or_take(&drawn, &(struct pack_facts){document->language, figures}, out);
  free(figures);
  strbuf_release(&drawn);
  return done;
}
