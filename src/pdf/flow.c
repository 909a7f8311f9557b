/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/flow.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "pdf/words.h"
#include "report/document.h"

static const double item_hang = 16, number_hang = 24;
static const double quote_hang = 20, note_hang = 12;

void flow_init(struct flow *flow, const struct document *document, struct fonts *fonts,
               double width) {
  *flow = (struct flow){.arena = arena_new(), .document = document, .fonts = fonts, .width = width};
  strbuf_init(&flow->figures);
  flow->plain = pango_attr_list_new();
  /* An address that is cut must not look as if it had a hyphen more. */
  pango_attr_list_insert(flow->plain, pango_attr_insert_hyphens_new(FALSE));
  pango_attr_list_insert(flow->plain, pango_attr_font_features_new(fonts_features));
  flow->words = words_new(fonts, flow->arena);
}

static void free_box(struct box *box) {
  for (size_t i = 0; i < box->column_count; i++)
    if (box->columns[i].layout)
      g_object_unref(box->columns[i].layout);
}

void flow_release(struct flow *flow) {
  for (size_t i = 0; i < flow->count; i++)
    if (flow->strips[i].index == 0)
      free_box(flow->strips[i].box);
  words_free(flow->words);
  pango_attr_list_unref(flow->plain);
  strbuf_release(&flow->figures);
  free(flow->strips);
  arena_free(flow->arena);
}

const struct nest *flow_nest(struct flow *flow, const char *tag, const struct nest *parent) {
  struct nest *nest = arena_alloc(flow->arena, sizeof *nest);
  *nest = (struct nest){tag, parent, parent ? parent->depth + 1 : 0};
  return nest;
}

/* --- boxes --- */

/* With room for the mark of a list that is to stand beside it. */
struct box *flow_box(struct flow *flow, size_t column_count) {
  struct box *box = arena_alloc(flow->arena, sizeof *box);
  box->columns =
      arena_alloc(flow->arena, (column_count + (flow->mark != NULL)) * sizeof *box->columns);
  box->column_count = column_count;
  box->frame = flow->frame;
  return box;
}

static void take_mark(struct flow *flow, struct box *box) {
  if (!flow->mark)
    return;
  memmove(box->columns + 1, box->columns, box->column_count * sizeof *box->columns);
  box->columns[0] = *flow->mark;
  box->column_count++;
  flow->mark = NULL;
}

static void mirror(const struct flow *flow, struct box *box) {
  for (size_t i = 0; i < box->column_count; i++)
    box->columns[i].x = flow->width - box->columns[i].x - box->columns[i].width;
}

static void add_strip(struct flow *flow, struct box *box, size_t index) {
  MEMORY_GROW(flow->strips, flow->count, flow->capacity);
  struct strip *strip = &flow->strips[flow->count++];
  *strip = (struct strip){.box = box, .index = index};
  double below = 0;
  for (size_t i = 0; i < box->column_count; i++) {
    if (index >= box->columns[i].line_count)
      continue;
    const struct line *line = &box->columns[i].lines[index];
    strip->ascent = line->ascent > strip->ascent ? line->ascent : strip->ascent;
    below = line->height - line->ascent > below ? line->height - line->ascent : below;
  }
  strip->height = strip->ascent + below;
}

struct strip *flow_add(struct flow *flow, struct box *box, double gap) {
  take_mark(flow, box);
  if (flow->document->right_to_left)
    mirror(flow, box);
  for (size_t i = 0; i < box->column_count; i++)
    if (box->columns[i].line_count > box->strip_count)
      box->strip_count = box->columns[i].line_count;
  size_t first = flow->count;
  for (size_t i = 0; i < box->strip_count; i++)
    add_strip(flow, box, i);
  struct strip *strip = &flow->strips[first];
  strip->gap = flow->gap > gap ? flow->gap : gap;
  strip->page_before = flow->page_before;
  flow->gap = 0;
  flow->page_before = false;
  return strip;
}

void flow_keep(struct flow *flow, size_t first) {
  for (size_t i = first; i < flow->count; i++)
    flow->strips[i].keep = true;
}

struct strip *flow_text(struct flow *flow, const struct block *block, const char *number,
                        enum look_id look, const char *tag) {
  struct box *box = flow_box(flow, 1);
  struct column *column = box->columns;
  *column = (struct column){
      .nest = flow->nest, .tag = tag, .x = flow->indent, .width = flow->width - flow->indent};
  text_set(flow, column, block, number, look);
  if (block->anchor || block->kind == BLOCK_HEADING)
    box->block = block;
  struct strip *strip = flow_add(flow, box, flow->fonts->looks[look].before);
  /* No line alone on a page. */
  strip->keep = box->strip_count > 1;
  if (box->strip_count > 1)
    strip[box->strip_count - 2].keep = true;
  flow->gap = flow->fonts->looks[look].after;
  return strip;
}

/* --- blocks --- */

static void add_blocks(struct flow *flow, const struct block *parent);

/* A mark that stands `hang` points before the text. */
static void set_mark(struct flow *flow, const char *text, const char *target, double hang,
                     const struct nest *nest, const char *tag) {
  struct column *mark = arena_alloc(flow->arena, sizeof *mark);
  *mark = (struct column){.nest = nest, .tag = tag, .x = flow->indent, .width = hang};
  text_set_plain(flow, mark, text, target, LOOK_BODY);
  flow->mark = mark;
}

static void add_heading(struct flow *flow, const struct block *block) {
  static const char *const tags[] = {"H2", "H3", "H4", "H5", "H6"};
  int level = block->level < 1 ? 1 : block->level;
  size_t first = flow->count;
  flow_text(flow, block, block->number, LOOK_HEADING_1 + (level < 4 ? level : 4) - 1,
            tags[(level < 5 ? level : 5) - 1]);
  flow_keep(flow, first);
}

static double hang_for(struct flow *flow, const char *number, double usual) {
  double wanted = text_measure(flow, number, LOOK_BODY) + 6;
  return wanted > usual ? wanted : usual;
}

static void add_clause(struct flow *flow, const struct block *clause) {
  double indent = flow->indent, hang = hang_for(flow, clause->number, number_hang);
  flow->indent += number_hang * (clause->level > CLAUSE_PARAGRAPH ? clause->level - 1 : 0);
  set_mark(flow, clause->number, clause->explained, hang, flow->nest, "Lbl");
  flow->indent += hang;
  flow_text(flow, clause, NULL, LOOK_BODY, "P");
  flow->indent = indent;
}

/* An item of one paragraph is that paragraph: each element less makes the file smaller. */
static bool is_paragraph(const struct block *item) {
  return item->first && !item->first->next && item->first->kind == BLOCK_PARAGRAPH;
}

static void add_item(struct flow *flow, const struct block *item, const char *mark, double hang) {
  const struct nest *nest = flow->nest, *outer = flow_nest(flow, "LI", nest);
  double indent = flow->indent;
  set_mark(flow, mark, NULL, hang, outer, "Lbl");
  flow->indent += hang;
  if (is_paragraph(item)) {
    size_t before = flow->count;
    flow->nest = outer;
    flow_text(flow, item->first, NULL, LOOK_BODY, "LBody");
    if (item->first->keep_with_next)
      flow_keep(flow, before);
  } else {
    flow->nest = flow_nest(flow, "LBody", outer);
    add_blocks(flow, item);
  }
  if (flow->mark) /* nothing stands beside it */
    flow_add(flow, flow_box(flow, 0), 0);
  flow->indent = indent;
  flow->nest = nest;
}

static void add_list(struct flow *flow, const struct block *list) {
  const struct nest *nest = flow->nest;
  double after = flow->fonts->looks[LOOK_BODY].after;
  size_t number = 0;
  flow->nest = flow_nest(flow, "L", nest);
  for (const struct block *item = list->first; item; item = item->next) {
    struct strbuf mark;
    strbuf_init(&mark);
    strbuf_add(&mark, "•");
    if (list->ordered) {
      strbuf_clear(&mark);
      strbuf_addf(&mark, "%zu.", ++number);
    }
    add_item(flow, item, mark.text,
             list->ordered ? hang_for(flow, mark.text, number_hang) : item_hang);
    flow->gap = list->tight ? 2 : after / 2;
    strbuf_release(&mark);
  }
  flow->gap = after;
  flow->nest = nest;
}

/* What a block holds, set in behind a bar. */
static void add_framed(struct flow *flow, const struct block *block, const char *tag,
                       struct frame look, double hang) {
  const struct nest *nest = flow->nest;
  const struct frame *outer = flow->frame;
  double indent = flow->indent;
  struct frame *frame = arena_alloc(flow->arena, sizeof *frame);
  *frame = look;
  frame->x += flow->indent;
  if (flow->document->right_to_left)
    frame->x = flow->width - frame->x - frame->width;
  frame->parent = outer;
  flow->frame = frame;
  flow->indent += hang;
  flow->nest = flow_nest(flow, tag, nest);
  add_blocks(flow, block);
  flow->frame = outer;
  flow->indent = indent;
  flow->nest = nest;
}

static void add_rule(struct flow *flow) {
  static struct line lines[] = {{.height = 1}};
  struct box *box = flow_box(flow, 1);
  box->columns[0] = (struct column){.nest = flow->nest, .lines = lines, .line_count = 1};
  box->rule = 0.6;
  box->rule_grey = 0.4;
  flow_add(flow, box, 8);
  flow->gap = 8;
}

static void add_block(struct flow *flow, const struct block *block) {
  switch (block->kind) {
  case BLOCK_TITLE:
    flow_keep(flow, flow->count);
    flow_text(flow, block, NULL, LOOK_TITLE, "H1");
    return;
  case BLOCK_SUBTITLE:
    flow_text(flow, block, NULL, LOOK_SUBTITLE, "P");
    return;
  case BLOCK_HEADING:
    add_heading(flow, block);
    return;
  case BLOCK_PARAGRAPH:
  case BLOCK_CELL:
    flow_text(flow, block, NULL, LOOK_BODY, "P");
    return;
  case BLOCK_CLAUSE:
    add_clause(flow, block);
    return;
  case BLOCK_LIST:
    add_list(flow, block);
    return;
  case BLOCK_QUOTE:
    add_framed(flow, block, "BlockQuote", (struct frame){8, 0.75, 0.55, NULL}, quote_hang);
    return;
  case BLOCK_NOTE:
    add_framed(flow, block, "Note", (struct frame){0, 2.5, 0.35, NULL}, note_hang);
    return;
  case BLOCK_TABLE:
    flow_table(flow, block);
    return;
  case BLOCK_BAR:
    flow_bar(flow, block, 0);
    return;
  case BLOCK_CHART:
    flow_chart(flow, block);
    return;
  case BLOCK_PAGE_BREAK:
    flow->page_before = flow->count > 0;
    return;
  case BLOCK_RULE:
    add_rule(flow);
    return;
  case BLOCK_DOCUMENT:
  case BLOCK_ITEM:
  case BLOCK_ROW:
    add_blocks(flow, block);
    return;
  }
}

static void add_blocks(struct flow *flow, const struct block *parent) {
  for (const struct block *block = parent->first; block; block = block->next) {
    size_t before = flow->count;
    add_block(flow, block);
    if (block->keep_with_next)
      flow_keep(flow, before);
  }
}

void flow_document(struct flow *flow) {
  flow->nest = flow_nest(flow, "Document", NULL);
  add_blocks(flow, flow->document->root);
}
