/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/document.h"

#include <string.h>

#include "base/arena.h"
#include "base/strbuf.h"
#include "base/utf8.h"

struct document *document_new(const char *name, const char *language) {
  struct arena *arena = arena_new();
  struct document *document = arena_alloc(arena, sizeof *document);
  document->arena = arena;
  document->name = arena_dup(arena, name);
  document->language = arena_dup(arena, language);
  document->root = arena_alloc(arena, sizeof *document->root);
  document->root->kind = BLOCK_DOCUMENT;
  return document;
}

void document_free(struct document *document) {
  if (document)
    arena_free(document->arena);
}

struct block *document_add(struct document *document, struct block *parent, enum block_kind kind) {
  struct block *block = arena_alloc(document->arena, sizeof *block);
  if (!parent)
    parent = document->root;
  block->kind = kind;
  if (parent->last)
    parent->last->next = block;
  else
    parent->first = block;
  parent->last = block;
  return block;
}

static const char *line_of(struct document *document, const char *text, size_t length) {
  if (utf8_plain_length(text, length) == length)
    return arena_dup_length(document->arena, text, length);
  struct strbuf words, clean;
  strbuf_init(&words);
  strbuf_init(&clean);
  document_unmarked(&words, text, length);
  utf8_clean(&clean, words.text, words.length, UTF8_ONE_LINE);
  const char *line = arena_dup_length(document->arena, clean.text, clean.length);
  strbuf_release(&words);
  strbuf_release(&clean);
  return line;
}

const char *document_line(struct document *document, const char *text) {
  return text ? line_of(document, text, strlen(text)) : NULL;
}

static struct run *add_run(struct document *document, struct block *block, enum run_style style,
                           const char *text, size_t length) {
  struct run *run = arena_alloc(document->arena, sizeof *run);
  run->style = style;
  run->text = text ? line_of(document, text, length) : NULL;
  if (block->last_run)
    block->last_run->next = run;
  else
    block->runs = run;
  block->last_run = run;
  return run;
}

void document_run(struct document *document, struct block *block, enum run_style style,
                  const char *text) {
  while (text && *text) {
    size_t length = strcspn(text, "\n");
    if (length)
      add_run(document, block, style, text, length);
    text += length;
    if (*text == '\n') {
      add_run(document, block, RUN_BREAK, NULL, 0);
      text++;
    }
  }
}

/* What an address cannot hold would be free to end it in one format or another. */
static bool is_address(const char *target) {
  return (strncmp(target, "http://", 7) == 0 || strncmp(target, "https://", 8) == 0) &&
         !strpbrk(target, " <>\\`");
}

void document_link(struct document *document, struct block *block, const char *text,
                   const char *target) {
  const char *line = document_line(document, target);
  bool leads = line[0] == '#' || is_address(line);
  struct run *run = add_run(document, block, leads ? RUN_LINK : RUN_PLAIN, text, strlen(text));
  if (leads) {
    run->target = line;
  } else if (strcmp(text, target) != 0) {
    document_run(document, block, RUN_PLAIN, " (");
    document_run(document, block, RUN_PLAIN, line);
    document_run(document, block, RUN_PLAIN, ")");
  }
}

void document_reference(struct document *document, struct block *block, const char *text,
                        const char *target) {
  struct run *run = add_run(document, block, RUN_REFERENCE, text, strlen(text));
  run->target = arena_dup(document->arena, target);
}

struct block *document_heading(struct document *document, int level, const char *number,
                               const char *text) {
  struct block *block = document_add(document, NULL, BLOCK_HEADING);
  block->level = level;
  block->number = document_line(document, number);
  block->keep_with_next = true;
  document_run(document, block, RUN_PLAIN, text);
  return block;
}

struct block *document_paragraph(struct document *document, struct block *parent,
                                 const char *text) {
  struct block *block = document_add(document, parent, BLOCK_PARAGRAPH);
  document_run(document, block, RUN_PLAIN, text);
  return block;
}

struct block *document_labelled(struct document *document, struct block *parent, const char *label,
                                const char *text) {
  struct block *block = document_add(document, parent, BLOCK_PARAGRAPH);
  document_run(document, block, RUN_STRONG, label);
  if (text && *text) {
    document_run(document, block, RUN_PLAIN, " ");
    document_run(document, block, RUN_PLAIN, text);
  }
  return block;
}

struct block *document_row(struct document *document, struct block *table, const char *const *cells,
                           size_t count) {
  struct block *row = document_add(document, table, BLOCK_ROW);
  for (size_t i = 0; i < count; i++) {
    struct block *cell = document_add(document, row, BLOCK_CELL);
    document_run(document, cell, RUN_PLAIN, cells[i]);
  }
  return row;
}

struct block *document_table(struct document *document, struct block *parent, const int *widths,
                             const char *const *heads, size_t column_count) {
  struct block *table = document_add(document, parent, BLOCK_TABLE);
  int *shares = arena_alloc(document->arena, column_count * sizeof *shares);
  memcpy(shares, widths, column_count * sizeof *shares);
  table->widths = shares;
  table->column_count = column_count;
  table->head_rows = 1;
  document_row(document, table, heads, column_count);
  return table;
}

void document_notice(struct document *document, const char *what, const char *where,
                     const char *todo) {
  struct arena *arena = document->arena;
  size_t size = document->notice_count * sizeof *document->notices;
  struct notice *notices = arena_alloc(arena, size + sizeof *notices);
  if (size)
    memcpy(notices, document->notices, size);
  notices[document->notice_count++] = (struct notice){
      document_line(document, what), document_line(document, where), document_line(document, todo)};
  document->notices = notices;
}

void document_segment(struct document *document, struct block *bar, const char *label, char mark,
                      size_t count) {
  if (count == 0)
    return;
  size_t size = bar->segment_count * sizeof *bar->segments;
  struct bar_segment *segments = arena_alloc(document->arena, size + sizeof *segments);
  if (size)
    memcpy(segments, bar->segments, size);
  segments[bar->segment_count++] =
      (struct bar_segment){document_line(document, label), mark, count};
  bar->segments = segments;
}
