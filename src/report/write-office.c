/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tree, walked once: lists, notes and quotes become paragraphs that know where they stand, and
 * what a word processor is to count is sorted into outlines. */
#include "report/write-office.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "report/document.h"
#include "report/write-parts.h"

enum { LONG_ROW_BYTES = 1500 };

/* The state of the walk. An outline's counts: which instance a level belongs to, and whether it
 * begins anew by itself, because something higher was counted since. */
struct walk {
  struct office *office;
  enum office_style style; /* of paragraphs here */
  size_t note, note_count; /* the note at hand, and how many there were */
  bool opens_note;         /* the next paragraph is a note's first */
  int depth;               /* of lists */
  bool opens_entry;        /* the next paragraph is an entry's first */
  size_t list;             /* the list at hand */
  bool ordered;            /* it is */
  bool page_before;        /* wanted before the next paragraph */
  size_t last_section;     /* 0: none yet */
  size_t outline[LAW_LEVELS];
  bool fresh[LAW_LEVELS];
};

static void walk_blocks(struct walk *walk, const struct block *parent);

static struct office_item *add_item(struct walk *walk, enum office_kind kind) {
  struct office *office = walk->office;
  MEMORY_GROW(office->items, office->count, office->capacity);
  struct office_item *item = &office->items[office->count++];
  *item = (struct office_item){.kind = kind, .depth = walk->depth, .note = walk->note};
  return item;
}

static struct office_item *add_paragraph(struct walk *walk, enum office_style style,
                                         const struct block *block) {
  struct office_item *item = add_item(walk, OFFICE_PARAGRAPH);
  item->style = style;
  item->block = block;
  item->page_before = walk->page_before;
  walk->page_before = false;
  item->right_to_left = walk->office->document->right_to_left;
  if (block) {
    item->right_to_left = block_is_right_to_left(block, item->right_to_left);
    item->keep_with_next = block->keep_with_next;
  }
  if (walk->opens_entry) {
    item->count = COUNT_LIST;
    item->list = walk->list;
    item->level = walk->depth - 1;
    item->ordered = walk->ordered;
  }
  item->begins_note = walk->opens_note;
  walk->opens_entry = walk->opens_note = false;
  return item;
}

/* --- outlines --- */

static size_t begin_outline(struct walk *walk, size_t start) {
  struct office *office = walk->office;
  size_t size = office->outline_count * sizeof *office->outline_starts;
  size_t *starts = arena_alloc(office->arena, size + sizeof *starts);
  if (size)
    memcpy(starts, office->outline_starts, size);
  starts[office->outline_count] = start;
  office->outline_starts = starts;
  return ++office->outline_count;
}

/* From `level` on, counts belong to an instance and begin anew by themselves. */
static void attach_levels(struct walk *walk, int level, size_t instance) {
  for (; level < LAW_LEVELS; level++) {
    walk->outline[level] = instance;
    walk->fresh[level] = true;
  }
}

static void count_outline(struct walk *walk, struct office_item *item, int level, bool begins,
                          size_t start) {
  if (begins) {
    attach_levels(walk, level, begin_outline(walk, start));
    item->start = start;
  }
  item->count = COUNT_OUTLINE;
  item->level = level;
  item->list = walk->outline[level];
  attach_levels(walk, level + 1, item->list);
  walk->fresh[level] = false;
}

/* "Section 4.": the number, and the words around it, which are the same for all. 0: not like that.
 */
static size_t section_number(struct walk *walk, const char *number) {
  struct office *office = walk->office;
  size_t before = strcspn(number, "0123456789");
  size_t digits = strspn(number + before, "0123456789");
  const char *words = arena_dup_length(office->arena, number, before);
  if (digits == 0 || digits > 6)
    return 0;
  if (!office->section_before) {
    office->section_before = words;
    office->section_after = number + before + digits;
  }
  bool alike = strcmp(words, office->section_before) == 0 &&
               strcmp(number + before + digits, office->section_after) == 0;
  return alike ? (size_t)strtoul(number + before, NULL, 10) : 0;
}

static void add_heading(struct walk *walk, const struct block *block) {
  int level = block->level < 1 ? 1 : block->level > 6 ? 6 : block->level;
  struct office_item *item =
      add_paragraph(walk, STYLE_HEADING_1 + (enum office_style)(level - 1), block);
  item->keep_with_next = true;
  size_t number = block->counter == COUNTER_SECTION && block->number && item->count == COUNT_NOT
                      ? section_number(walk, block->number)
                      : 0;
  if (number) {
    count_outline(walk, item, 0, walk->last_section + 1 != number || !walk->outline[0], number);
    walk->last_section = number;
  } else {
    for (int i = 1; i < LAW_LEVELS; i++)
      walk->fresh[i] = false;
  }
}

static void add_clause(struct walk *walk, const struct block *block) {
  int level = block->level < 0 ? 0 : block->level > 3 ? 3 : block->level;
  struct office_item *item =
      add_paragraph(walk, STYLE_CLAUSE_ITEM + (enum office_style)level, block);
  bool begins = !walk->outline[level + 1] || (block->restarts && !walk->fresh[level + 1]);
  if (item->count == COUNT_NOT && walk->depth == 0)
    count_outline(walk, item, level + 1, begins, begins ? 1 : 0);
}

/* --- lists, quotes, notes --- */

static void end_group(struct walk *walk) {
  struct office *office = walk->office;
  for (size_t i = office->count; i-- > 0;)
    if (office->items[i].kind == OFFICE_PARAGRAPH) {
      office->items[i].ends_group = true;
      return;
    }
}

static void add_list(struct walk *walk, const struct block *list) {
  struct walk outside = *walk;
  walk->depth = outside.depth < LIST_LEVELS ? outside.depth + 1 : outside.depth;
  bool deeper = walk->depth > outside.depth;
  walk->list = ++walk->office->list_count;
  walk->ordered = list->ordered;
  walk->style = list->ordered ? STYLE_NUMBERS : STYLE_BULLETS;
  if (deeper) {
    struct office_item *item = add_item(walk, OFFICE_LIST);
    item->ordered = list->ordered;
    item->list = walk->list;
  }
  for (const struct block *entry = list->first; entry; entry = entry->next) {
    add_item(walk, OFFICE_ENTRY);
    walk->opens_entry = true;
    walk_blocks(walk, entry);
    walk->opens_entry = false;
    add_item(walk, OFFICE_ENTRY_END);
  }
  if (deeper)
    add_item(walk, OFFICE_LIST_END);
  if (outside.depth == 0)
    end_group(walk);
  walk->depth = outside.depth;
  walk->list = outside.list;
  walk->ordered = outside.ordered;
  walk->style = outside.style;
}

static void add_styled(struct walk *walk, const struct block *block, enum office_style style) {
  enum office_style outside = walk->style;
  walk->style = style;
  walk_blocks(walk, block);
  walk->style = outside;
}

static void add_note(struct walk *walk, const struct block *block) {
  size_t outside = walk->note;
  if (!outside) {
    walk->note = ++walk->note_count;
    walk->opens_note = true;
  }
  add_styled(walk, block, STYLE_NOTE);
  walk->note = outside;
  walk->opens_note = false;
  if (!outside)
    end_group(walk);
}

/* --- tables --- */

static const int *share_width(const struct office *office, const int *shares, size_t count) {
  int *widths = arena_alloc(office->arena, count * sizeof *widths);
  int all = 0, left = office->text_width;
  for (size_t i = 0; i < count; i++)
    all += shares[i];
  for (size_t i = 0; i < count; i++) {
    widths[i] = i + 1 < count && all > 0 ? office->text_width * shares[i] / all : left;
    left -= widths[i];
  }
  return widths;
}

static struct office_item *begin_table(struct walk *walk, const int *shares, size_t count) {
  if (walk->page_before)
    add_paragraph(walk, STYLE_BODY, NULL);
  struct office_item *item = add_item(walk, OFFICE_TABLE);
  item->column_count = count;
  item->widths = share_width(walk->office, shares, count);
  return item;
}

static bool is_long(const struct block *row) {
  size_t length = 0;
  for (const struct block *cell = row->first; cell; cell = cell->next)
    for (const struct run *run = cell->runs; run; run = run->next)
      length += run->text ? strlen(run->text) : 1;
  return length > LONG_ROW_BYTES;
}

static void add_row(struct walk *walk, const struct block *row, size_t column_count, bool is_head) {
  struct office_item *item = add_item(walk, OFFICE_ROW);
  item->is_head = is_head;
  item->may_split = is_long(row);
  const struct block *cell = row->first;
  for (size_t i = 0; i < column_count; i++) {
    add_item(walk, OFFICE_CELL);
    add_paragraph(walk, is_head ? STYLE_TABLE_HEAD : STYLE_TABLE_TEXT, cell);
    add_item(walk, OFFICE_CELL_END);
    cell = cell ? cell->next : NULL;
  }
  add_item(walk, OFFICE_ROW_END);
}

/* Inside a list there are no tables: each row becomes paragraphs of "head: cell". */
static void add_stacked(struct walk *walk, const struct block *table) {
  const struct block *row = table->first;
  for (int i = 0; row && i < table->head_rows; i++)
    row = row->next;
  for (; row; row = row->next) {
    const struct block *head = table->head_rows ? table->first->first : NULL;
    for (const struct block *cell = row->first; cell; cell = cell->next) {
      struct office_item *item = add_paragraph(walk, walk->style, cell);
      item->lead = head && head->runs ? head->runs->text : NULL;
      head = head ? head->next : NULL;
    }
  }
}

static void add_table(struct walk *walk, const struct block *table) {
  if (walk->depth) {
    add_stacked(walk, table);
    return;
  }
  begin_table(walk, table->widths, table->column_count);
  int index = 0;
  for (const struct block *row = table->first; row; row = row->next)
    add_row(walk, row, table->column_count, index++ < table->head_rows);
  add_item(walk, OFFICE_TABLE_END);
}

/* --- figures --- */

static const char *bar_marks(struct office *office, const struct block *bar) {
  struct strbuf text;
  strbuf_init(&text);
  for (size_t i = 0; i < bar->segment_count; i++)
    strbuf_add_repeat(&text, (char[]){bar->segments[i].mark, 0}, bar->segments[i].count);
  const char *kept = arena_dup(office->arena, text.text);
  strbuf_release(&text);
  return kept;
}

static const char *bar_labels(struct office *office, const struct block *bar) {
  struct strbuf text;
  strbuf_init(&text);
  for (size_t i = 0; i < bar->segment_count; i++)
    strbuf_addf(&text, "%s%s", i ? ", " : "", bar->segments[i].label);
  const char *kept = arena_dup(office->arena, text.text);
  strbuf_release(&text);
  return kept;
}

/* A bar alone, or in a list: its caption, then its marks and labels. */
static void add_bar(struct walk *walk, const struct block *bar) {
  add_paragraph(walk, STYLE_CAPTION, bar)->keep_with_next = bar->segment_count > 0;
  if (bar->segment_count == 0)
    return;
  add_paragraph(walk, STYLE_FIGURE, NULL)->text = bar_marks(walk->office, bar);
  walk->office->items[walk->office->count - 1].keep_with_next = true;
  add_paragraph(walk, walk->style, NULL)->text = bar_labels(walk->office, bar);
}

static void add_bar_cell(struct walk *walk, enum office_style style, const struct block *block,
                         const char *text) {
  add_item(walk, OFFICE_CELL);
  add_paragraph(walk, style, block)->text = text;
  add_item(walk, OFFICE_CELL_END);
}

static void add_bar_row(struct walk *walk, const struct block *bar) {
  add_item(walk, OFFICE_ROW);
  add_bar_cell(walk, STYLE_TABLE_TEXT, bar, NULL);
  add_bar_cell(walk, STYLE_FIGURE, NULL, bar_marks(walk->office, bar));
  add_bar_cell(walk, STYLE_TABLE_TEXT, NULL, bar_labels(walk->office, bar));
  add_item(walk, OFFICE_ROW_END);
}

static void add_chart(struct walk *walk, const struct block *chart) {
  static const int shares[] = {9, 4, 7};
  if (chart->runs)
    add_paragraph(walk, STYLE_CAPTION, chart)->keep_with_next = true;
  if (walk->depth) {
    walk_blocks(walk, chart);
    return;
  }
  begin_table(walk, shares, 3);
  for (const struct block *bar = chart->first; bar; bar = bar->next)
    add_bar_row(walk, bar);
  add_item(walk, OFFICE_TABLE_END);
}

/* --- references --- */

static bool ends_with(const char *text, size_t length, const char *words) {
  size_t words_length = strlen(words);
  return length >= words_length && strcmp(text + length - words_length, words) == 0;
}

size_t office_words_length(const struct office *office, const struct run *run) {
  size_t length = strlen(run->text);
  bool is_left = run->next && run->next->style == RUN_REFERENCE && office->section_before &&
                 target_is_inside(office->document, run->next->target) &&
                 ends_with(run->text, length, office->section_before);
  return is_left ? length - strlen(office->section_before) : length;
}

const char *office_reference_words(const struct office *office, const struct run *before) {
  bool is_left = before && before->style == RUN_PLAIN &&
                 office_words_length(office, before) < strlen(before->text);
  return is_left ? office->section_before : "";
}

const struct block *office_explained_section(const struct office *office,
                                             const struct office_item *item) {
  const struct block *block = item->block;
  if (!block || !block->number || !block->anchor || item->count == COUNT_OUTLINE)
    return NULL;
  for (size_t i = 0; i < office->count; i++) {
    const struct office_item *other = &office->items[i];
    if (other->count == COUNT_OUTLINE && other->level == 0 && other->block->anchor &&
        other->block->explained && strcmp(other->block->explained + 1, block->anchor) == 0 &&
        strcmp(other->block->number, block->number) == 0)
      return other->block;
  }
  return NULL;
}

/* --- the walk --- */

static void walk_block(struct walk *walk, const struct block *block) {
  switch (block->kind) {
  case BLOCK_TITLE:
    add_paragraph(walk, STYLE_TITLE, block);
    return;
  case BLOCK_SUBTITLE:
    add_paragraph(walk, STYLE_SUBTITLE, block);
    return;
  case BLOCK_HEADING:
    add_heading(walk, block);
    return;
  case BLOCK_PARAGRAPH:
  case BLOCK_CELL:
    add_paragraph(walk, walk->style, block);
    return;
  case BLOCK_CLAUSE:
    add_clause(walk, block);
    return;
  case BLOCK_LIST:
    add_list(walk, block);
    return;
  case BLOCK_QUOTE:
    add_styled(walk, block, STYLE_QUOTE);
    return;
  case BLOCK_NOTE:
    add_note(walk, block);
    return;
  case BLOCK_TABLE:
    add_table(walk, block);
    return;
  case BLOCK_BAR:
    add_bar(walk, block);
    return;
  case BLOCK_CHART:
    add_chart(walk, block);
    return;
  case BLOCK_PAGE_BREAK:
    walk->page_before = walk->office->count > 0;
    return;
  case BLOCK_RULE:
    add_paragraph(walk, STYLE_RULE, NULL);
    return;
  case BLOCK_DOCUMENT:
  case BLOCK_ITEM:
  case BLOCK_ROW:
    walk_blocks(walk, block);
    return;
  }
}

static void walk_blocks(struct walk *walk, const struct block *parent) {
  for (const struct block *block = parent->first; block; block = block->next)
    walk_block(walk, block);
}

struct office *office_new(const struct document *document, enum paper paper) {
  struct office *office = memory_new_zeroed(1, sizeof *office);
  office->document = document;
  office->arena = arena_new();
  office->text_width = office_paper(paper).width - 2 * MARGIN;
  struct walk walk = {.office = office, .style = STYLE_BODY};
  walk_blocks(&walk, document->root);
  return office;
}

void office_free(struct office *office) {
  free(office->items);
  arena_free(office->arena);
  free(office);
}
