/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shape.h"

#include <string.h>

#include "base/arena.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "report/document.h"

enum { BLOCKS_LIMIT = 200 };

struct shape {
  const char *at, *end;
  struct document *document;
  struct block *parent;
};

static const char *next_text(struct shape *shape) {
  size_t left = (size_t)(shape->end - shape->at), length = strnlen(shape->at, left);
  struct strbuf clean;
  strbuf_init(&clean);
  utf8_clean(&clean, shape->at, length, UTF8_MANY_LINES);
  shape->at += length < left ? length + 1 : length;
  const char *text = arena_dup(shape->document->arena, clean.text);
  strbuf_release(&clean);
  return text;
}

static void add_table(struct shape *shape) {
  static const int widths[] = {1, 3};
  const char *head[2] = {next_text(shape), "Second"};
  struct block *table = document_table(shape->document, NULL, widths, head, 2);
  const char *cells[2] = {next_text(shape), next_text(shape)};
  document_row(shape->document, table, cells, 2);
}

static void add_runs(struct shape *shape) {
  struct block *paragraph = document_add(shape->document, shape->parent, BLOCK_PARAGRAPH);
  document_run(shape->document, paragraph, RUN_STRONG, next_text(shape));
  document_link(shape->document, paragraph, next_text(shape), next_text(shape));
  document_run(shape->document, paragraph, RUN_EMPHASIS, next_text(shape));
}

static void add_list(struct shape *shape, bool ordered) {
  struct block *list = document_add(shape->document, NULL, BLOCK_LIST);
  list->ordered = ordered;
  struct block *item = document_add(shape->document, list, BLOCK_ITEM);
  document_plain(shape->document, item, next_text(shape));
  document_labelled(shape->document, item, next_text(shape), next_text(shape));
}

static void add_chart(struct shape *shape) {
  struct block *chart = document_add(shape->document, NULL, BLOCK_CHART);
  document_run(shape->document, chart, RUN_PLAIN, next_text(shape));
  struct block *bar = document_add(shape->document, chart, BLOCK_BAR);
  document_run(shape->document, bar, RUN_PLAIN, next_text(shape));
  document_segment(shape->document, bar, next_text(shape), '#', 3);
}

static void add_block(struct shape *shape, unsigned kind) {
  switch (kind % 12) {
  case 0:
    document_plain(shape->document, shape->parent, next_text(shape));
    break;
  case 1:
    document_heading(shape->document, (int)(kind / 12) % 6 + 1, NULL, next_text(shape));
    break;
  case 2:
    add_table(shape);
    break;
  case 3:
    add_runs(shape);
    break;
  case 4:
    add_list(shape, kind & 128);
    break;
  case 5:
    add_chart(shape);
    break;
  case 6:
    shape->parent = document_add(shape->document, NULL, kind & 128 ? BLOCK_QUOTE : BLOCK_NOTE);
    document_plain(shape->document, shape->parent, next_text(shape));
    break;
  case 7:
    shape->parent = NULL;
    break;
  case 8:
    document_run(
        shape->document,
        document_clause(shape->document, NULL, (enum clause_level)(kind / 12 % 4), "1.", ""),
        RUN_PLAIN, next_text(shape));
    break;
  case 9:
    (kind & 128 ? document_law : document_prose)(shape->document, shape->parent, next_text(shape));
    break;
  case 10:
    document_add(shape->document, NULL, BLOCK_PAGE_BREAK);
    break;
  default:
    document_add(shape->document, NULL, BLOCK_RULE);
  }
}

struct document *shape_document(const uint8_t *bytes, size_t count) {
  struct document *document = document_new("fuzz", "en");
  struct shape shape = {
      .at = (const char *)bytes, .end = (const char *)bytes + count, .document = document};
  document->title = next_text(&shape);
  document->place = next_text(&shape);
  document->date = "2026-11-22";
  for (int blocks = 0; shape.at < shape.end && blocks < BLOCKS_LIMIT; blocks++) {
    unsigned kind = (unsigned char)*shape.at++;
    add_block(&shape, kind);
  }
  return document;
}
