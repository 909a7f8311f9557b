/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CommonMark; tables as in GitHub's dialect. Each paragraph is one line. */
#include <string.h>

#include "base/strbuf.h"
#include "report/document.h"
#include "report/write-parts.h"
#include "report/write-text.h"
#include "report/writer.h"

struct markdown {
  struct strbuf *out;
  struct strbuf prefix; /* of every line: "> ", the indentation of an item */
  struct strbuf marker; /* takes the place of the prefix on the next line: "- " */
  bool blank;           /* a blank line is wanted before the next block */
};

static void add_blocks(struct markdown *markdown, const struct block *parent);

/* --- escaping: every character means itself --- */

static bool is_special(char c) {
  return c && strchr("\\`*_{}[]<>#|~&$", c);
}

/* What would begin a list, a rule or an underlined heading at the start of a line: returns how many
 * characters stand before the one to escape, or -1. */
static int start_special(const char *text) {
  if (text[0] && strchr("+-=", text[0]))
    return 0;
  size_t digits = strspn(text, "0123456789");
  return digits && (text[digits] == '.' || text[digits] == ')') ? (int)digits : -1;
}

static void add_escaped(struct strbuf *out, const char *joined, bool starts_line) {
  struct strbuf plain;
  strbuf_init(&plain);
  add_without_joints(&plain, joined, strlen(joined));
  const char *text = plain.text;
  if (starts_line)
    text += strspn(text, " ");
  int special = starts_line ? start_special(text) : -1;
  for (const char *at = text; *at; at++) {
    bool before_link = *at == '!' && !at[1]; /* it would make a picture of it */
    if (is_special(*at) || at - text == special || before_link)
      strbuf_add_char(out, '\\');
    strbuf_add_char(out, *at);
  }
  strbuf_release(&plain);
}

/* --- runs --- */

static bool is_plain_address(const char *target) {
  return (strncmp(target, "http://", 7) == 0 || strncmp(target, "https://", 8) == 0) &&
         !strpbrk(target, " <>\n\\`|*_");
}

static void add_link(struct strbuf *out, const struct run *run) {
  bool same = strcmp(run->text, run->target) == 0;
  if (!is_plain_address(run->target)) {
    add_escaped(out, run->text, false);
    if (!same && run->target[0] != '#') {
      strbuf_add(out, " (");
      add_escaped(out, run->target, false);
      strbuf_add_char(out, ')');
    }
  } else if (same) {
    strbuf_addf(out, "<%s>", run->target);
  } else {
    strbuf_add_char(out, '[');
    add_escaped(out, run->text, false);
    strbuf_addf(out, "](<%s>)", run->target);
  }
}

/* Emphasis marks hold only around words, so spaces at its ends go outside; none begin a line. */
static void add_marked(struct strbuf *out, const char *mark, const char *text, bool starts_line) {
  size_t length = strlen(text), front = strspn(text, " ");
  while (length > front && text[length - 1] == ' ')
    length--;
  struct strbuf middle;
  strbuf_init(&middle);
  strbuf_add_bytes(&middle, text + front, length - front);
  strbuf_add_bytes(out, text, starts_line ? 0 : front);
  if (middle.length) {
    strbuf_add(out, mark);
    add_escaped(out, middle.text, false);
    strbuf_add(out, mark);
  }
  strbuf_add(out, text + length);
  strbuf_release(&middle);
}

static void add_run(struct strbuf *out, const struct run *run, bool starts_line,
                    const char *line_end) {
  switch (run->style) {
  case RUN_PLAIN:
  case RUN_REFERENCE:
    add_escaped(out, run->text, starts_line);
    return;
  case RUN_STRONG:
    add_marked(out, "**", run->text, starts_line);
    return;
  case RUN_EMPHASIS:
    add_marked(out, "*", run->text, starts_line);
    return;
  case RUN_LINK:
    add_link(out, run);
    return;
  case RUN_BREAK:
    strbuf_add(out, line_end);
    return;
  }
}

static void add_runs(struct strbuf *out, const struct block *block, const char *line_end) {
  bool starts_line = true;
  for (const struct run *run = block->runs; run; run = run->next) {
    if (run->style == RUN_BREAK && (starts_line || !run->next))
      continue; /* a break with nothing before or behind it would show as a backslash */
    add_run(out, run, starts_line, line_end);
    starts_line = run->style == RUN_BREAK;
  }
}

/* --- lines --- */

static void add_prefix(struct markdown *markdown) {
  struct strbuf *prefix = markdown->marker.length ? &markdown->marker : &markdown->prefix;
  strbuf_add(markdown->out, prefix->text);
  strbuf_clear(&markdown->marker);
}

static void end_blank_line(struct markdown *markdown) {
  strbuf_add(markdown->out, markdown->prefix.text);
  while (markdown->out->length && markdown->out->text[markdown->out->length - 1] == ' ')
    strbuf_remove(markdown->out, markdown->out->length - 1, 1);
  strbuf_add_char(markdown->out, '\n');
}

static void begin_block(struct markdown *markdown) {
  if (markdown->blank)
    end_blank_line(markdown);
  markdown->blank = false;
  add_prefix(markdown);
}

static void end_block(struct markdown *markdown) {
  strbuf_add_char(markdown->out, '\n');
  markdown->blank = true;
}

/* --- blocks --- */

static void add_line_block(struct markdown *markdown, const char *lead, const struct block *block) {
  struct strbuf line_end;
  strbuf_init(&line_end);
  strbuf_add(&line_end, *lead ? " " : "\\\n"); /* a heading is one line */
  if (!*lead)
    strbuf_add(&line_end, markdown->prefix.text);
  begin_block(markdown);
  strbuf_add(markdown->out, lead);
  if (block->number) {
    add_escaped(markdown->out, block->number, true);
    strbuf_add_char(markdown->out, ' ');
  }
  add_runs(markdown->out, block, line_end.text);
  end_block(markdown);
  strbuf_release(&line_end);
}

static void add_heading(struct markdown *markdown, const struct block *block, int level) {
  static const char marks[] = "###### ";
  add_line_block(markdown, marks + (level < 6 ? 6 - level : 0), block);
}

static void add_nested(struct markdown *markdown, const struct block *block, const char *prefix,
                       const char *marker) {
  size_t length = markdown->prefix.length;
  if (markdown->blank)
    end_blank_line(markdown);
  markdown->blank = false;
  if (!markdown->marker.length)
    strbuf_add(&markdown->marker, markdown->prefix.text);
  strbuf_add(&markdown->marker, marker);
  strbuf_add(&markdown->prefix, prefix);
  add_blocks(markdown, block);
  strbuf_remove(&markdown->prefix, length, markdown->prefix.length - length);
  strbuf_clear(&markdown->marker);
}

static void add_list(struct markdown *markdown, const struct block *list) {
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
    add_nested(markdown, item, prefix.text, marker.text);
    markdown->blank = !list->tight || !item->next;
    strbuf_release(&marker);
    strbuf_release(&prefix);
  }
}

static void add_row(struct markdown *markdown, const struct block *row, size_t column_count) {
  add_prefix(markdown);
  strbuf_add_char(markdown->out, '|');
  const struct block *cell = row->first;
  for (size_t i = 0; i < column_count; i++) {
    strbuf_add_char(markdown->out, ' ');
    if (cell)
      add_runs(markdown->out, cell, "<br>");
    strbuf_add(markdown->out, " |");
    cell = cell ? cell->next : NULL;
  }
  strbuf_add_char(markdown->out, '\n');
}

static void add_table(struct markdown *markdown, const struct block *table) {
  if (markdown->blank)
    end_blank_line(markdown);
  for (const struct block *row = table->first; row; row = row->next) {
    add_row(markdown, row, table->column_count);
    if (row != table->first)
      continue;
    add_prefix(markdown);
    strbuf_add_repeat(markdown->out, "| --- ", table->column_count);
    strbuf_add(markdown->out, "|\n");
  }
  markdown->blank = true;
}

/* The picture stands in a code span, where no mark needs escaping. */
static void add_bar(struct markdown *markdown, const struct block *bar) {
  begin_block(markdown);
  add_runs(markdown->out, bar, " ");
  if (bar->segment_count) {
    strbuf_addf(markdown->out, "\\\n%s`", markdown->prefix.text);
    for (size_t i = 0; i < bar->segment_count; i++)
      strbuf_add_repeat(markdown->out, (char[]){bar->segments[i].mark, 0}, bar->segments[i].count);
    strbuf_add_char(markdown->out, '`');
  }
  for (size_t i = 0; i < bar->segment_count; i++) {
    strbuf_add(markdown->out, i ? ", " : " ");
    add_escaped(markdown->out, bar->segments[i].label, false);
  }
  end_block(markdown);
}

static void add_chart(struct markdown *markdown, const struct block *chart) {
  if (chart->runs)
    add_line_block(markdown, "", chart);
  add_blocks(markdown, chart);
}

static void add_block(struct markdown *markdown, const struct block *block) {
  switch (block->kind) {
  case BLOCK_TITLE:
    add_heading(markdown, block, 1);
    return;
  case BLOCK_HEADING:
    add_heading(markdown, block, block->level + 1);
    return;
  case BLOCK_SUBTITLE:
  case BLOCK_PARAGRAPH:
  case BLOCK_CLAUSE:
  case BLOCK_CELL:
    add_line_block(markdown, "", block);
    return;
  case BLOCK_LIST:
    add_list(markdown, block);
    return;
  case BLOCK_QUOTE:
  case BLOCK_NOTE:
    add_nested(markdown, block, "> ", "> ");
    return;
  case BLOCK_TABLE:
    add_table(markdown, block);
    return;
  case BLOCK_BAR:
    add_bar(markdown, block);
    return;
  case BLOCK_CHART:
    add_chart(markdown, block);
    return;
  case BLOCK_RULE:
  case BLOCK_PAGE_BREAK:
    begin_block(markdown);
    strbuf_add(markdown->out, "---");
    end_block(markdown);
    return;
  case BLOCK_DOCUMENT:
  case BLOCK_ITEM:
  case BLOCK_ROW:
    add_blocks(markdown, block);
    return;
  }
}

static void add_blocks(struct markdown *markdown, const struct block *parent) {
  for (const struct block *block = parent->first; block; block = block->next)
    add_block(markdown, block);
}

bool write_markdown(const struct document *document, const struct write_options *options,
                    struct strbuf *out, struct error *err) {
  (void)options;
  (void)err;
  struct markdown markdown = {.out = out};
  strbuf_init(&markdown.prefix);
  strbuf_init(&markdown.marker);
  add_blocks(&markdown, document->root);
  strbuf_release(&markdown.prefix);
  strbuf_release(&markdown.marker);
  return true;
}
