/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/text-layout.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "report/document.h"
#include "report/write-parts.h"

static void add_blocks(struct layout *layout, const struct block *parent);

void layout_init(struct layout *layout, int width_cells, bool ascii) {
  *layout = (struct layout){.width_cells =
                                width_cells < LAYOUT_NARROWEST ? LAYOUT_NARROWEST : width_cells,
                            .ascii = ascii};
  strbuf_init(&layout->text);
  strbuf_init(&layout->prefix);
  strbuf_init(&layout->marker);
}

void layout_release(struct layout *layout) {
  strbuf_release(&layout->text);
  strbuf_release(&layout->prefix);
  strbuf_release(&layout->marker);
  free(layout->lines);
}

int layout_room(const struct layout *layout) {
  return layout->width_cells - text_width(layout->prefix.text);
}

static struct layout_line *begin_line(struct layout *layout) {
  MEMORY_GROW(layout->lines, layout->count, layout->capacity);
  struct layout_line *line = &layout->lines[layout->count++];
  *line = (struct layout_line){.start = layout->text.length};
  return line;
}

/* A blank line holds together what stands around it when that is held together. */
void layout_settle(struct layout *layout) {
  bool keep = layout->count > 0 && layout->lines[layout->count - 1].keep;
  if (layout->count > 0 && !layout->page_before)
    for (size_t i = 0; i < layout->blank_lines; i++)
      begin_line(layout)->keep = keep;
  layout->blank_lines = 0;
}

void layout_add_line(struct layout *layout, const char *text, size_t length) {
  layout_settle(layout);
  struct layout_line *line = begin_line(layout);
  line->page_before = layout->page_before;
  layout->page_before = false;
  struct strbuf *prefix = layout->marker.length ? &layout->marker : &layout->prefix;
  strbuf_add(&layout->text, prefix->text);
  strbuf_clear(&layout->marker);
  add_without_joints(&layout->text, text, length);
  while (layout->text.length > line->start && layout->text.text[layout->text.length - 1] == ' ')
    strbuf_remove(&layout->text, layout->text.length - 1, 1);
  line->length = layout->text.length - line->start;
}

static void keep_since(struct layout *layout, size_t first) {
  for (size_t i = first; i < layout->count; i++)
    layout->lines[i].keep = true;
}

void layout_add_wrapped(struct layout *layout, const char *text) {
  struct text_lines lines = TEXT_LINES_INIT;
  text_wrap(&lines, text, strlen(text), layout_room(layout));
  size_t first = 0;
  for (size_t i = 0; i < lines.count; i++) {
    layout_add_line(layout, text + lines.items[i].start, lines.items[i].length);
    if (i == 0)
      first = layout->count - 1;
  }
  if (lines.count > 1) {
    layout->lines[first].keep = true;
    layout->lines[layout->count - 2].keep = true;
  }
  text_lines_release(&lines);
}

/* --- runs --- */

static void add_text(const struct layout *layout, struct strbuf *out, const char *text) {
  if (layout->ascii)
    utf8_to_ascii(out, text, strlen(text));
  else
    strbuf_add(out, text);
}

void layout_flatten(const struct layout *layout, const struct block *block, struct strbuf *out) {
  for (const struct run *run = block->runs; run; run = run->next) {
    if (run->style == RUN_BREAK) {
      strbuf_add_char(out, '\n');
      continue;
    }
    add_text(layout, out, run->text);
    if (run_shows_target(run)) {
      strbuf_add(out, " <");
      add_text(layout, out, run->target);
      strbuf_add_char(out, '>');
    }
  }
}

/* --- blocks --- */

/* With its number, if it has one. */
static void flatten_numbered(const struct layout *layout, const struct block *block,
                             struct strbuf *out) {
  if (block->number) {
    add_text(layout, out, block->number);
    strbuf_add_char(out, ' ');
  }
  layout_flatten(layout, block, out);
}

/* depth: how far it is set in. */
static void add_paragraph(struct layout *layout, const struct block *block, int depth) {
  struct strbuf text;
  strbuf_init(&text);
  flatten_numbered(layout, block, &text);
  size_t length = layout->prefix.length;
  strbuf_add_repeat(&layout->prefix, "    ", (size_t)depth);
  layout_add_wrapped(layout, text.text);
  strbuf_remove(&layout->prefix, length, layout->prefix.length - length);
  strbuf_release(&text);
}

static void add_underline(struct layout *layout, size_t first, const char *mark) {
  int widest = 0;
  for (size_t i = first; i < layout->count; i++) {
    int width =
        text_width_length(layout->text.text + layout->lines[i].start, layout->lines[i].length);
    widest = width > widest ? width : widest;
  }
  struct strbuf line;
  strbuf_init(&line);
  strbuf_add_repeat(&line, mark, (size_t)widest);
  layout_add_line(layout, line.text, line.length);
  strbuf_release(&line);
}

static void add_heading(struct layout *layout, const struct block *block, int level) {
  struct strbuf text;
  strbuf_init(&text);
  flatten_numbered(layout, block, &text);
  if (layout->blank_lines)
    layout->blank_lines = level <= 2 ? 2 : 1;
  layout_settle(layout);
  size_t first = layout->count;
  layout_add_wrapped(layout, text.text);
  if (level <= 2)
    add_underline(layout, first, level <= 1 ? "=" : "-");
  keep_since(layout, first);
  strbuf_release(&text);
}

/* Lays out what a block holds behind a prefix; marker (NULL: none) stands on its first line. */
static void add_indented(struct layout *layout, const struct block *block, const char *prefix,
                         const char *marker) {
  size_t length = layout->prefix.length;
  bool fits = layout_room(layout) - text_width(prefix) >= LAYOUT_NARROWEST / 2;
  if (marker) {
    if (!layout->marker.length)
      strbuf_add(&layout->marker, layout->prefix.text);
    if (fits)
      strbuf_add(&layout->marker, marker);
  }
  if (fits)
    strbuf_add(&layout->prefix, prefix);
  add_blocks(layout, block);
  strbuf_remove(&layout->prefix, length, layout->prefix.length - length);
  strbuf_clear(&layout->marker);
}

static void add_list(struct layout *layout, const struct block *list) {
  size_t number = 0;
  for (const struct block *item = list->first; item; item = item->next) {
    struct strbuf marker, prefix;
    strbuf_init(&marker);
    strbuf_init(&prefix);
    if (list->ordered)
      strbuf_addf(&marker, "%zu. ", ++number);
    else
      strbuf_add(&marker, "- ");
    strbuf_add_repeat(&prefix, " ", marker.length);
    add_indented(layout, item, prefix.text, marker.text);
    if (list->tight)
      layout->blank_lines = 0;
    strbuf_release(&marker);
    strbuf_release(&prefix);
  }
}

static void add_bar(struct layout *layout, const struct block *bar) {
  layout_settle(layout);
  size_t first = layout->count;
  add_paragraph(layout, bar, 0);
  struct strbuf text;
  strbuf_init(&text);
  for (size_t i = 0; i < bar->segment_count; i++)
    strbuf_add_repeat(&text, (char[]){bar->segments[i].mark, 0}, bar->segments[i].count);
  for (size_t i = 0; i < bar->segment_count; i++) {
    strbuf_add(&text, i ? ", " : "  ");
    add_text(layout, &text, bar->segments[i].label);
  }
  size_t length = layout->prefix.length;
  strbuf_add(&layout->prefix, "  ");
  if (bar->segment_count)
    layout_add_wrapped(layout, text.text);
  strbuf_remove(&layout->prefix, length, 2);
  keep_since(layout, first);
  layout->lines[layout->count - 1].keep = false;
  strbuf_release(&text);
}

/* The caption stays with the first bar. */
static void add_chart(struct layout *layout, const struct block *chart) {
  if (chart->runs) {
    add_paragraph(layout, chart, 0);
    layout->lines[layout->count - 1].keep = true;
    layout->blank_lines = 1;
  }
  add_blocks(layout, chart);
}

static void add_rule(struct layout *layout) {
  struct strbuf line;
  strbuf_init(&line);
  strbuf_add_repeat(&line, "-", (size_t)layout_room(layout));
  layout_add_line(layout, line.text, line.length);
  strbuf_release(&line);
}

static void add_block(struct layout *layout, const struct block *block) {
  switch (block->kind) {
  case BLOCK_TITLE:
    add_heading(layout, block, 1);
    return;
  case BLOCK_HEADING:
    add_heading(layout, block, block->level);
    return;
  case BLOCK_SUBTITLE:
  case BLOCK_PARAGRAPH:
  case BLOCK_CELL:
    add_paragraph(layout, block, 0);
    return;
  case BLOCK_CLAUSE:
    add_paragraph(layout, block, block->level > CLAUSE_PARAGRAPH ? block->level - 1 : 0);
    return;
  case BLOCK_LIST:
    add_list(layout, block);
    return;
  case BLOCK_QUOTE:
    add_indented(layout, block, "    ", NULL);
    return;
  case BLOCK_NOTE:
    add_indented(layout, block, "| ", NULL);
    return;
  case BLOCK_TABLE:
    layout_add_table(layout, block);
    return;
  case BLOCK_BAR:
    add_bar(layout, block);
    return;
  case BLOCK_CHART:
    add_chart(layout, block);
    return;
  case BLOCK_PAGE_BREAK:
    layout->page_before = layout->count > 0;
    return;
  case BLOCK_RULE:
    add_rule(layout);
    return;
  case BLOCK_DOCUMENT:
  case BLOCK_ITEM:
  case BLOCK_ROW:
    add_blocks(layout, block);
    return;
  }
}

/* The blank line behind a small heading would set it apart from its own text. */
static bool is_close(const struct block *block) {
  return block->kind == BLOCK_HEADING && block->level > 2;
}

static void add_blocks(struct layout *layout, const struct block *parent) {
  for (const struct block *block = parent->first; block; block = block->next) {
    size_t before = layout->count;
    add_block(layout, block);
    if (layout->count == before)
      continue;
    if (block->keep_with_next)
      keep_since(layout, before);
    layout->blank_lines = !is_close(block);
  }
}

void layout_document(struct layout *layout, const struct document *document) {
  add_blocks(layout, document->root);
}
