/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bars as pictures. Each kind of segment has a pattern of its own, so that they can be told apart
 * in black and white, and its number stands in it. */
#include <string.h>

#include "report/document.h"
#include "report/write-html.h"
#include "report/write-xml.h"

enum {
  UNIT = 24, /* a mark is that wide, in units of the picture */
  HEIGHT = 24,
  WIDEST = 600,
};

/* The pattern that goes with a mark, by the name of its id. */
static const struct {
  char mark;
  const char *pattern;
} patterns[] = {{'#', "full"},   {'+', "striped"}, {'-', "empty"},
                {'?', "dotted"}, {'.', "blank"},   {'o', "crossed"}};

static const char *pattern_of(char mark) {
  for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
    if (patterns[i].mark == mark)
      return patterns[i].pattern;
  return "blank";
}

static void add_patterns(struct html *html) {
  if (html->has_patterns)
    return;
  html->has_patterns = true;
  strbuf_add(
      html->out,
      "<svg class=\"patterns\" aria-hidden=\"true\"><defs>\n"
      "<pattern id=\"pattern-full\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
      "<rect width=\"8\" height=\"8\" fill=\"#222\"/></pattern>\n"
      "<pattern id=\"pattern-striped\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
      "patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#fff\"/>"
      "<rect width=\"2.5\" height=\"6\" fill=\"#222\"/></pattern>\n"
      "<pattern id=\"pattern-empty\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
      "<rect width=\"8\" height=\"8\" fill=\"#fff\"/></pattern>\n"
      "<pattern id=\"pattern-dotted\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
      "<rect width=\"6\" height=\"6\" fill=\"#fff\"/><circle cx=\"3\" cy=\"3\" r=\"1.1\" "
      "fill=\"#222\"/></pattern>\n"
      "<pattern id=\"pattern-blank\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
      "<rect width=\"8\" height=\"8\" fill=\"#d0d0d0\"/></pattern>\n"
      "<pattern id=\"pattern-crossed\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
      "<rect width=\"8\" height=\"8\" fill=\"#fff\"/><path d=\"M0 0L8 8M8 0L0 8\" "
      "stroke=\"#777\" fill=\"none\"/></pattern>\n</defs></svg>\n");
}

static size_t unit_count(const struct block *bar) {
  size_t count = 0;
  for (size_t i = 0; i < bar->segment_count; i++)
    count += bar->segments[i].count;
  return count;
}

/* The words that stand for the picture: "3 met, 2 not met". */
static void add_alternative(struct html *html, const struct block *bar) {
  for (size_t i = 0; i < bar->segment_count; i++) {
    strbuf_add(html->out, i ? ", " : "");
    xml_add_text(html->out, bar->segments[i].label);
  }
}

static void add_rectangle(struct strbuf *out, size_t x, size_t width, const char *pattern) {
  strbuf_addf(out,
              "<rect x=\"%zu\" y=\"1\" width=\"%zu\" height=\"%d\" fill=\"url(#pattern-%s)\" "
              "stroke=\"#111\" stroke-width=\"1.5\"/>",
              x, width, HEIGHT - 2, pattern);
}

/* One mark a unit, as in plain text, as long as there is room for it. */
static void add_segment(struct html *html, const struct bar_segment *segment, size_t x,
                        size_t unit) {
  bool is_full = segment->mark == '#';
  add_rectangle(html->out, x, segment->count * unit, pattern_of(segment->mark));
  for (size_t i = 1; i < segment->count && unit >= 8; i++)
    strbuf_addf(html->out, "<path d=\"M%zu 2v%d\" stroke=\"%s\" stroke-width=\"1\"/>", x + i * unit,
                HEIGHT - 4, is_full ? "#fff" : "#111");
  for (size_t i = 0; i < segment->count && unit >= 14; i++)
    strbuf_addf(html->out, "<text x=\"%zu\" y=\"17\" fill=\"%s\" stroke=\"%s\">%c</text>",
                x + i * unit + unit / 2, is_full ? "#fff" : "#111", is_full ? "#222" : "#fff",
                segment->mark);
}

static void add_picture(struct html *html, const struct block *bar) {
  size_t count = unit_count(bar), unit = count * UNIT > WIDEST ? WIDEST / count : UNIT, x = 1;
  unit = unit ? unit : 1;
  strbuf_addf(html->out,
              "<svg role=\"img\" width=\"%zu\" height=\"%d\" viewBox=\"0 0 %zu %d\" aria-label=\"",
              count * unit + 2, HEIGHT, count * unit + 2, HEIGHT);
  add_alternative(html, bar);
  strbuf_add(html->out, "\">");
  for (size_t i = 0; i < bar->segment_count; i++) {
    add_segment(html, &bar->segments[i], x, unit);
    x += bar->segments[i].count * unit;
  }
  strbuf_add(html->out, "</svg>\n");
}

/* For the eye only: who hears the picture's words need not hear them twice. */
static void add_legend(struct html *html, const struct block *bar) {
  strbuf_add(html->out, "<p class=\"legend\" aria-hidden=\"true\">");
  for (size_t i = 0; i < bar->segment_count; i++) {
    strbuf_add(html->out, "<span><svg width=\"14\" height=\"14\" viewBox=\"0 0 14 14\">"
                          "<rect x=\"1\" y=\"1\" width=\"12\" height=\"12\" fill=\"url(#pattern-");
    strbuf_add(html->out, pattern_of(bar->segments[i].mark));
    strbuf_add(html->out, ")\" stroke=\"#111\"/></svg>");
    xml_add_text(html->out, bar->segments[i].label);
    strbuf_add(html->out, i + 1 < bar->segment_count ? "</span> " : "</span>");
  }
  strbuf_add(html->out, "</p>\n");
}

void html_add_bar(struct html *html, const struct block *bar) {
  strbuf_add(html->out, "<figure");
  html_add_attributes(html, bar);
  strbuf_add(html->out, ">\n<figcaption>");
  html_add_runs(html, bar);
  strbuf_add(html->out, "</figcaption>\n");
  if (bar->segment_count) {
    add_patterns(html);
    add_picture(html, bar);
    add_legend(html, bar);
  }
  strbuf_add(html->out, "</figure>\n");
}
