/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The runs of a block as lines. */
#include <string.h>

#include "base/arena.h"
#include "base/strbuf.h"
#include "pdf/flow.h"
#include "report/document.h"

/* Links are dark blue and underlined (by draw.c); the colour also makes them items of their own. */
enum { LINK_RED = 0x1000, LINK_GREEN = 0x2800, LINK_BLUE = 0x6800 };

struct setting {
  struct flow *flow;
  struct strbuf text;
  PangoAttrList *styles; /* NULL: nothing but plain text yet */
  struct link *links;
  size_t link_count;
};

static void add_style(struct setting *setting, PangoAttribute *attribute, size_t start) {
  if (!setting->styles)
    setting->styles = pango_attr_list_copy(setting->flow->plain);
  attribute->start_index = (guint)start;
  attribute->end_index = (guint)setting->text.length;
  pango_attr_list_insert(setting->styles, attribute);
}

static void add_link(struct setting *setting, const char *target, size_t start) {
  struct link *links = arena_alloc(setting->flow->arena, (setting->link_count + 1) * sizeof *links);
  if (setting->link_count)
    memcpy(links, setting->links, setting->link_count * sizeof *links);
  links[setting->link_count++] = (struct link){start, setting->text.length, target};
  setting->links = links;
  add_style(setting, pango_attr_foreground_new(LINK_RED, LINK_GREEN, LINK_BLUE), start);
}

/* On paper an address can be read only where it is printed. */
static void add_address(struct setting *setting, const struct run *run) {
  if (run->target[0] == '#' || strcmp(run->text, run->target) == 0)
    return;
  strbuf_add(&setting->text, " <");
  strbuf_add(&setting->text, run->target);
  strbuf_add_char(&setting->text, '>');
}

static void add_run(struct setting *setting, const struct run *run) {
  size_t start = setting->text.length;
  strbuf_add(&setting->text, run->style == RUN_BREAK ? "\n" : run->text);
  switch (run->style) {
  case RUN_STRONG:
    add_style(setting, pango_attr_weight_new(PANGO_WEIGHT_BOLD), start);
    return;
  case RUN_EMPHASIS:
    add_style(setting, pango_attr_style_new(PANGO_STYLE_ITALIC), start);
    return;
  case RUN_LINK:
    add_address(setting, run);
    add_link(setting, run->target, start);
    return;
  case RUN_REFERENCE:
    add_link(setting, run->target, start);
    return;
  case RUN_PLAIN:
  case RUN_BREAK:
    return;
  }
}

/* --- lines --- */

static void load_lines(struct flow *flow, struct column *column, double leading) {
  column->line_count = (size_t)pango_layout_get_line_count(column->layout);
  column->lines = arena_alloc(flow->arena, column->line_count * sizeof *column->lines);
  PangoLayoutIter *at = pango_layout_get_iter(column->layout);
  struct line *line = column->lines;
  do {
    PangoRectangle extents;
    pango_layout_iter_get_line_extents(at, NULL, &extents);
    double height = (double)extents.height / PANGO_SCALE;
    double baseline = (double)(pango_layout_iter_get_baseline(at) - extents.y) / PANGO_SCALE;
    line->line = pango_layout_iter_get_line_readonly(at);
    line->x = (double)extents.x / PANGO_SCALE;
    line->height = height > leading ? height : leading;
    line->ascent = baseline + (line->height - height) / 2;
    line++;
  } while (pango_layout_iter_next_line(at));
  pango_layout_iter_free(at);
}

static void remember(struct flow *flow, PangoGlyph character) {
  for (size_t i = 0; i < FLOW_UNKNOWN_SHOWN; i++) {
    if (!flow->unknown[i])
      flow->unknown[i] = character;
    if (flow->unknown[i] == character)
      return;
  }
}

static void count_unknown(struct flow *flow, const struct column *column) {
  for (size_t i = 0; i < column->line_count; i++)
    for (GSList *at = column->lines[i].line->runs; at; at = at->next) {
      const PangoGlyphString *glyphs = ((PangoGlyphItem *)at->data)->glyphs;
      for (int j = 0; j < glyphs->num_glyphs; j++)
        if (glyphs->glyphs[j].glyph != PANGO_GLYPH_EMPTY &&
            (glyphs->glyphs[j].glyph & PANGO_GLYPH_UNKNOWN_FLAG)) {
          flow->unknown_count++;
          remember(flow, glyphs->glyphs[j].glyph & ~PANGO_GLYPH_UNKNOWN_FLAG);
        }
    }
}

static void set_lines(struct setting *setting, struct column *column, enum look_id look) {
  struct flow *flow = setting->flow;
  column->layout = pango_layout_new(flow->fonts->context);
  pango_layout_set_font_description(column->layout, flow->fonts->faces[look]);
  pango_layout_set_wrap(column->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width(column->layout, (int)(column->width * PANGO_SCALE));
  pango_layout_set_attributes(column->layout, setting->styles ? setting->styles : flow->plain);
  pango_layout_set_text(column->layout, setting->text.text, (int)setting->text.length);
  load_lines(flow, column, flow->fonts->looks[look].leading);
  if (pango_layout_get_unknown_glyphs_count(column->layout))
    count_unknown(flow, column);
}

static void finish(struct setting *setting, struct column *column, enum look_id look) {
  set_lines(setting, column, look);
  column->links = setting->links;
  column->link_count = setting->link_count;
  if (setting->styles)
    pango_attr_list_unref(setting->styles);
  strbuf_release(&setting->text);
}

void text_set(struct flow *flow, struct column *column, const struct block *block,
              const char *number, enum look_id look) {
  struct setting setting = {.flow = flow};
  strbuf_init(&setting.text);
  if (number) {
    strbuf_add(&setting.text, number);
    if (block->explained)
      add_link(&setting, block->explained, 0);
    strbuf_add_char(&setting.text, ' ');
  }
  for (const struct run *run = block->runs; run; run = run->next)
    add_run(&setting, run);
  if (!number && !setting.link_count && block->explained)
    add_link(&setting, block->explained, 0);
  finish(&setting, column, look);
}

void text_set_plain(struct flow *flow, struct column *column, const char *text, const char *target,
                    enum look_id look) {
  struct setting setting = {.flow = flow};
  strbuf_init(&setting.text);
  strbuf_add(&setting.text, text);
  if (target)
    add_link(&setting, target, 0);
  finish(&setting, column, look);
}

double text_measure(struct flow *flow, const char *text, enum look_id look) {
  PangoLayout *layout = pango_layout_new(flow->fonts->context);
  pango_layout_set_font_description(layout, flow->fonts->faces[look]);
  pango_layout_set_text(layout, text, -1);
  int width = 0;
  pango_layout_get_size(layout, &width, NULL);
  g_object_unref(layout);
  return (double)width / PANGO_SCALE;
}
