/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/draw.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "pdf/destinations.h"
#include "pdf/words.h"
#include "report/document.h"

static const double underline_below = 1.6, underline_width = 0.4;
static const double cut_below = 3; /* the rule below the upper part of a row that is cut */

struct drawing {
  const struct pages *pages;
  struct flow *flow;
  struct destinations destinations;
  cairo_surface_t *surface;
  cairo_t *cairo;
  const struct nest *open; /* the structure element that is open */
  /* of the words at hand */
  struct strbuf text;
  cairo_glyph_t *glyphs;
  cairo_text_cluster_t *clusters;
  size_t glyph_capacity, cluster_capacity;
};

/* --- structure --- */

static const struct nest *common(const struct nest *a, const struct nest *b) {
  while (a != b) {
    if (!b || (a && a->depth >= b->depth))
      a = a->parent;
    else
      b = b->parent;
  }
  return a;
}

static void open_below(struct drawing *drawing, const struct nest *nest, const struct nest *above) {
  if (!nest || nest == above)
    return;
  open_below(drawing, nest->parent, above);
  cairo_tag_begin(drawing->cairo, nest->tag, NULL);
}

static void enter(struct drawing *drawing, const struct nest *nest) {
  const struct nest *above = common(drawing->open, nest);
  for (const struct nest *at = drawing->open; at != above; at = at->parent)
    cairo_tag_end(drawing->cairo, at->tag);
  open_below(drawing, nest, above);
  drawing->open = nest;
}

/* --- text --- */

static void begin_run(struct drawing *drawing, const struct link *link) {
  struct strbuf attributes;
  strbuf_init(&attributes);
  bool leads = link && destinations_link(&drawing->destinations, link->target, &attributes);
  cairo_tag_begin(drawing->cairo, leads ? CAIRO_TAG_LINK : "Span", leads ? attributes.text : NULL);
  if (link && !link->quiet)
    cairo_set_source_rgb(drawing->cairo, 0.06, 0.16, 0.41);
  strbuf_release(&attributes);
}

static void end_run(struct drawing *drawing, const struct link *link, double x, double end,
                    double baseline) {
  bool leads = link && destinations_has(&drawing->destinations, link->target);
  if (link && !link->quiet && link->target[0] != '#') {
    cairo_rectangle(drawing->cairo, x, baseline + underline_below, end - x, underline_width);
    cairo_fill(drawing->cairo);
  }
  cairo_set_source_rgb(drawing->cairo, 0, 0, 0);
  cairo_tag_end(drawing->cairo, leads ? CAIRO_TAG_LINK : "Span");
}

/* Of words with one face, as one text. */
static void show_words(struct drawing *drawing, const struct placed_word *words, size_t count,
                       enum look_id look, double x, double baseline) {
  struct strbuf *text = &drawing->text;
  double size = drawing->flow->fonts->looks[look].size;
  size_t glyph_count = 0, cluster_count = 0;
  strbuf_clear(text);
  for (size_t i = 0; i < count; i++) {
    const struct word *word = words[i].word;
    strbuf_add_bytes(text, word->text, word->length);
    for (size_t j = 0; j < word->glyph_count; j++) {
      const struct word_glyph *glyph = &word->glyphs[j];
      MEMORY_GROW(drawing->glyphs, glyph_count, drawing->glyph_capacity);
      drawing->glyphs[glyph_count++] = (cairo_glyph_t){
          glyph->index, x + words[i].x + glyph->x * size, baseline + glyph->y * size};
      if (!glyph->count)
        continue;
      MEMORY_GROW(drawing->clusters, cluster_count, drawing->cluster_capacity);
      drawing->clusters[cluster_count++] = (cairo_text_cluster_t){glyph->byte_count, glyph->count};
    }
  }
  cairo_set_scaled_font(drawing->cairo, words_scaled(drawing->flow->words, words->word, look));
  cairo_show_text_glyphs(drawing->cairo, text->text, (int)text->length, drawing->glyphs,
                         (int)glyph_count, drawing->clusters, (int)cluster_count, 0);
}

/* How many words from the first on stand together: of one face and one link. */
static size_t alike(const struct placed_word *words, size_t count) {
  size_t end = 1;
  while (end < count && words[end].word->face == words->word->face &&
         words[end].link == words->link)
    end++;
  return end;
}

static void draw_words(struct drawing *drawing, const struct column *column,
                       const struct line *line, double baseline) {
  double x = drawing->pages->margin + column->x;
  double size = drawing->flow->fonts->looks[column->look].size;
  for (size_t i = 0; i < line->word_count;) {
    const struct placed_word *words = &line->words[i];
    size_t count = alike(words, line->word_count - i);
    const struct placed_word *last = &words[count - 1];
    const struct link *link = words->link ? &column->links[words->link - 1] : NULL;
    if (column->link_count)
      begin_run(drawing, link);
    show_words(drawing, words, count, column->look, x, baseline);
    if (column->link_count)
      end_run(drawing, link, x + words->x, x + last->x + last->word->width_without_spaces * size,
              baseline);
    i += count;
  }
}

/* Runs one by one: each link is an element of its own. Cairo knows no text directly in an element
 * that holds others, so the text between is in elements too. */
static void draw_linked_line(struct drawing *drawing, const struct column *column,
                             const struct line *line, double x, double baseline) {
  const char *text = pango_layout_get_text(column->layout);
  double begin = x;
  const struct link *link = NULL;
  bool open = false;
  for (GSList *at = line->line->runs; at; at = at->next) {
    PangoGlyphItem *item = at->data;
    const struct link *next = text_link_at(column, (size_t)item->item->offset);
    if (open && next != link) {
      end_run(drawing, link, begin, x, baseline);
      open = false;
    }
    if (!open) {
      begin_run(drawing, next);
      begin = x;
    }
    open = true;
    link = next;
    cairo_move_to(drawing->cairo, x, baseline);
    pango_cairo_show_glyph_item(drawing->cairo, text, item);
    x += (double)pango_glyph_string_get_width(item->glyphs) / PANGO_SCALE;
  }
  if (open)
    end_run(drawing, link, begin, x, baseline);
}

static void draw_line(struct drawing *drawing, const struct column *column, size_t index,
                      double baseline) {
  const struct line *line = &column->lines[index];
  double x = drawing->pages->margin + column->x + line->x;
  if (line->words) {
    draw_words(drawing, column, line, baseline);
  } else if (column->link_count) {
    draw_linked_line(drawing, column, line, x, baseline);
  } else if (line->line && line->line->runs) {
    cairo_move_to(drawing->cairo, x, baseline);
    pango_cairo_show_layout_line(drawing->cairo, line->line);
  }
}

/* --- boxes --- */

/* The lines of a column that stand in these strips, one below the other. */
static void draw_column(struct drawing *drawing, const struct column *column,
                        const struct strip *strips, const double *tops, size_t count) {
  for (size_t i = 0; i < count && strips[i].index < column->line_count; i++) {
    if (column->bar)
      draw_bar(drawing->cairo, drawing->flow, column, drawing->pages->margin + column->x, tops[i]);
    else
      draw_line(drawing, column, strips[i].index, tops[i] + strips[i].ascent);
  }
}

static void draw_rule(struct drawing *drawing, const struct box *box, double y) {
  cairo_set_source_rgb(drawing->cairo, box->rule_grey, box->rule_grey, box->rule_grey);
  const struct column *first = &box->columns[0], *last = &box->columns[box->column_count - 1];
  double x = first->x < last->x ? first->x : last->x;
  const struct column *right = x == first->x ? last : first;
  cairo_rectangle(drawing->cairo, drawing->pages->margin + x, y - box->rule,
                  right->x + right->width - x, box->rule);
  cairo_fill(drawing->cairo);
  cairo_set_source_rgb(drawing->cairo, 0, 0, 0);
}

/* Strips of one box, drawn column by column, so that the words of a cell stand together. tagged:
 * not where a table's head is repeated. */
static void draw_box(struct drawing *drawing, const struct strip *strips, const double *tops,
                     size_t count, bool tagged) {
  const struct box *box = strips->box;
  const char *open = NULL;
  if (tagged && box->rule > 0 && strips->index > 0) /* the rest of a cut row is a row */
    enter(drawing, box->columns[0].nest->parent);
  for (size_t i = 0; i < box->column_count; i++) {
    const struct column *column = &box->columns[i];
    if (tagged && column->tag) {
      if (open)
        cairo_tag_end(drawing->cairo, open);
      enter(drawing, column->nest);
      open = column->tag;
      cairo_tag_begin(drawing->cairo, open, NULL);
    }
    draw_column(drawing, column, strips, tops, count);
  }
  if (open)
    cairo_tag_end(drawing->cairo, open);
  bool cut = strips[count - 1].index + 1 < box->strip_count;
  if (box->rule > 0)
    draw_rule(drawing, box, tops[count - 1] + strips[count - 1].height + (cut ? cut_below : 0));
}

/* --- frames --- */

static bool is_in(const struct strip *strip, const struct frame *frame) {
  const struct frame *at = strip->box->frame;
  while (at && at != frame)
    at = at->parent;
  return at;
}

/* Draws the frames that begin on this page with strip i, each down to its last strip here. */
static void draw_frames_from(struct drawing *drawing, const struct page *page, size_t i) {
  const struct strip *strips = drawing->flow->strips;
  const double *tops = drawing->pages->strip_tops;
  for (const struct frame *frame = strips[i].box->frame; frame; frame = frame->parent) {
    if (i > page->first && is_in(&strips[i - 1], frame))
      continue;
    size_t last = i;
    while (last + 1 < page->end && is_in(&strips[last + 1], frame))
      last++;
    cairo_set_source_rgb(drawing->cairo, frame->grey, frame->grey, frame->grey);
    cairo_rectangle(drawing->cairo, drawing->pages->margin + frame->x, tops[i], frame->width,
                    tops[last] + strips[last].height - tops[i]);
    cairo_fill(drawing->cairo);
    cairo_set_source_rgb(drawing->cairo, 0, 0, 0);
  }
}

/* --- what stands around the text --- */

static void draw_cut_off(struct drawing *drawing, const char *text, double y) {
  PangoLayout *layout = pango_layout_new(drawing->flow->fonts->context);
  pango_layout_set_font_description(layout, drawing->flow->fonts->faces[LOOK_RUNNING]);
  pango_layout_set_width(layout, (int)(drawing->flow->width * PANGO_SCALE));
  pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text(layout, text, -1);
  cairo_move_to(drawing->cairo, drawing->pages->margin, y);
  pango_cairo_show_layout(drawing->cairo, layout);
  g_object_unref(layout);
}

/* One line; at_end: on the side where lines end. */
static void draw_running(struct drawing *drawing, const char *text, bool at_end, double y) {
  struct flow *flow = drawing->flow;
  struct column column = {.width = flow->width};
  text_set_plain(flow, &column, text, NULL, LOOK_RUNNING);
  bool right = at_end != flow->document->right_to_left;
  column.x = right ? flow->width - text_line_width(flow, &column, 0) : 0;
  column.x -= column.lines[0].x;
  if (column.line_count == 1)
    draw_line(drawing, &column, 0, y + column.lines[0].ascent);
  else
    draw_cut_off(drawing, text, y);
  if (column.layout)
    g_object_unref(column.layout);
}

static void draw_running_title(struct drawing *drawing) {
  const struct document *document = drawing->flow->document;
  struct strbuf title;
  strbuf_init(&title);
  strbuf_add(&title, document->title ? document->title : "");
  if (document->place && *document->place)
    strbuf_addf(&title, "%s%s", title.length ? " · " : "", document->place);
  draw_running(drawing, title.text, false, 38);
  cairo_rectangle(drawing->cairo, drawing->pages->margin, 53, drawing->flow->width, 0.4);
  cairo_fill(drawing->cairo);
  strbuf_release(&title);
}

static void draw_footer(struct drawing *drawing, size_t number) {
  const char *date = drawing->flow->document->date;
  double y = drawing->pages->height - 48;
  struct strbuf text;
  strbuf_init(&text);
  strbuf_addf(&text, _("Page %zu of %zu"), number, drawing->pages->count);
  if (date)
    draw_running(drawing, date, false, y);
  draw_running(drawing, text.text, true, y);
  strbuf_release(&text);
}

/* --- pages --- */

static size_t box_end(const struct strip *strips, size_t first, size_t end) {
  size_t at = first + 1;
  while (at < end && strips[at].box == strips[first].box)
    at++;
  return at;
}

static void draw_heads(struct drawing *drawing, const struct page *page) {
  const struct strip *strips = drawing->flow->strips;
  size_t first = 0, count = pages_repeated(drawing->pages, page, &first);
  double top = drawing->pages->top;
  for (size_t i = first; i < first + count; i++) {
    draw_box(drawing, &strips[i], &top, 1, false);
    top += strips[i].height;
  }
}

static void draw_page(struct drawing *drawing, size_t index) {
  const struct page *page = &drawing->pages->items[index];
  const struct strip *strips = drawing->flow->strips;
  if (index > 0)
    draw_running_title(drawing);
  for (size_t i = page->first; i < page->end; i++)
    draw_frames_from(drawing, page, i);
  if (page->first < page->end)
    draw_heads(drawing, page);
  for (size_t i = page->first; i < page->end;) {
    size_t end = box_end(strips, i, page->end);
    draw_box(drawing, &strips[i], &drawing->pages->strip_tops[i], end - i, true);
    i = end;
  }
  draw_footer(drawing, index + 1);
  cairo_show_page(drawing->cairo);
}

static void set_metadata(struct drawing *drawing) {
  const struct document *document = drawing->flow->document;
  if (document->title)
    cairo_pdf_surface_set_metadata(drawing->surface, CAIRO_PDF_METADATA_TITLE, document->title);
  if (document->date) {
    cairo_pdf_surface_set_metadata(drawing->surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                   document->date);
    cairo_pdf_surface_set_metadata(drawing->surface, CAIRO_PDF_METADATA_MOD_DATE, document->date);
  }
}

static cairo_status_t take_bytes(void *out, const unsigned char *bytes, unsigned int count) {
  strbuf_add_bytes(out, (const char *)bytes, count);
  return CAIRO_STATUS_SUCCESS;
}

cairo_surface_t *draw_pages(const struct pages *pages, struct strbuf *out) {
  struct drawing drawing = {.pages = pages, .flow = pages->flow};
  drawing.surface =
      cairo_pdf_surface_create_for_stream(take_bytes, out, pages->width, pages->height);
  /* Its plain cross-reference table is what pack.c reads. */
  cairo_pdf_surface_restrict_to_version(drawing.surface, CAIRO_PDF_VERSION_1_4);
  destinations_init(&drawing.destinations, pages);
  set_metadata(&drawing);
  destinations_add_bookmarks(&drawing.destinations, drawing.surface);
  drawing.cairo = cairo_create(drawing.surface);
  strbuf_init(&drawing.text);
  for (size_t i = 0; i < pages->count; i++)
    draw_page(&drawing, i);
  enter(&drawing, NULL);
  cairo_destroy(drawing.cairo);
  destinations_release(&drawing.destinations);
  strbuf_release(&drawing.text);
  free(drawing.glyphs);
  free(drawing.clusters);
  return drawing.surface;
}

bool draw_end(cairo_surface_t *surface, struct error *err) {
  cairo_surface_finish(surface);
  cairo_status_t status = cairo_surface_status(surface);
  cairo_surface_destroy(surface);
  if (status != CAIRO_STATUS_SUCCESS)
    return error_set(err, _("the PDF could not be made: %s"), cairo_status_to_string(status));
  return true;
}
