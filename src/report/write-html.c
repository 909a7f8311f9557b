/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/write-html.h"

#include <string.h>

#include "base/language.h"
#include "report/document.h"
#include "report/write-parts.h"
#include "report/write-xml.h"

static void add_blocks(struct html *html, const struct block *parent);

/* --- runs --- */

static void add_anchor(struct html *html, const struct run *run) {
  bool is_web = target_is_web(run->target);
  if (!is_web && !target_is_inside(html->document, run->target)) {
    xml_add_text(html->out, run->text);
    if (run->target[0] != '#' && strcmp(run->text, run->target) != 0) {
      strbuf_add(html->out, " (");
      xml_add_text(html->out, run->target);
      strbuf_add_char(html->out, ')');
    }
    return;
  }
  strbuf_add(html->out, "<a href=\"");
  xml_add_text(html->out, run->target);
  strbuf_add(html->out,
             is_web && strcmp(run->text, run->target) != 0 ? "\" class=\"told\">" : "\">");
  xml_add_text(html->out, run->text);
  strbuf_add(html->out, "</a>");
}

static void add_marked(struct html *html, const char *element, const char *text) {
  strbuf_addf(html->out, "<%s>", element);
  xml_add_text(html->out, text);
  strbuf_addf(html->out, "</%s>", element);
}

static void add_run(struct html *html, const struct run *run) {
  switch (run->style) {
  case RUN_PLAIN:
    xml_add_text(html->out, run->text);
    return;
  case RUN_STRONG:
    add_marked(html, "strong", run->text);
    return;
  case RUN_EMPHASIS:
    add_marked(html, "em", run->text);
    return;
  case RUN_LINK:
  case RUN_REFERENCE:
    add_anchor(html, run);
    return;
  case RUN_BREAK:
    strbuf_add(html->out, "<br>");
    return;
  }
}

void html_add_runs(struct html *html, const struct block *block) {
  for (const struct run *run = block->runs; run; run = run->next)
    add_run(html, run);
}

void html_add_attributes(struct html *html, const struct block *block) {
  bool against = html->document->right_to_left;
  if (block->anchor) {
    strbuf_add(html->out, " id=\"");
    xml_add_text(html->out, block->anchor);
    strbuf_add_char(html->out, '"');
  }
  if (block_is_right_to_left(block, against) != against)
    strbuf_addf(html->out, " dir=\"%s\"", against ? "ltr" : "rtl");
}

/* --- blocks --- */

/* The number, or the text where there is none, leads to what explains the block. */
static void begin_explained(struct html *html, const struct block *block) {
  strbuf_add(html->out, "<a class=\"explained\" href=\"");
  xml_add_text(html->out, block->explained);
  strbuf_add(html->out, "\">");
}

static void add_numbered(struct html *html, const struct block *block) {
  bool explained = block->explained && target_is_inside(html->document, block->explained);
  bool hangs = block->kind == BLOCK_CLAUSE && block->number;
  if (hangs)
    strbuf_add(html->out, "<span class=\"number\">");
  if (explained)
    begin_explained(html, block);
  if (block->number)
    xml_add_text(html->out, block->number);
  else
    html_add_runs(html, block);
  if (explained)
    strbuf_add(html->out, "</a>");
  if (hangs)
    strbuf_add(html->out, "</span>");
  if (block->number) {
    strbuf_add_char(html->out, ' ');
    html_add_runs(html, block);
  }
}

static void add_line(struct html *html, const char *element, const char *class,
                     const struct block *block) {
  strbuf_addf(html->out, "<%s", element);
  if (*class)
    strbuf_addf(html->out, " class=\"%s\"", class);
  html_add_attributes(html, block);
  strbuf_add_char(html->out, '>');
  add_numbered(html, block);
  strbuf_addf(html->out, "</%s>\n", element);
}

/* Levels go down one step at a time: a reader that goes from heading to heading misses none. */
static void add_heading(struct html *html, const struct block *block) {
  int level = block->level + 1;
  level = level > html->heading_level + 1 ? html->heading_level + 1 : level;
  level = level > 6 ? 6 : level;
  html->heading_level = level;
  strbuf_addf(html->out, "<h%d", level);
  if (!block->anchor)
    strbuf_addf(html->out, " id=\"heading-%zu\"", html->heading_count);
  html->heading_count++;
  html->heading = block;
  html_add_attributes(html, block);
  strbuf_add_char(html->out, '>');
  add_numbered(html, block);
  strbuf_addf(html->out, "</h%d>\n", level);
}

static void add_paragraph(struct html *html, const struct block *block) {
  struct strbuf class;
  strbuf_init(&class);
  if (block->level > 0)
    strbuf_addf(&class, "level-%d", block->level > 3 ? 3 : block->level);
  if (block->keep_with_next)
    strbuf_addf(&class, "%skeep", class.length ? " " : "");
  add_line(html, "p", class.text, block);
  strbuf_release(&class);
}

static void add_clause(struct html *html, const struct block *block) {
  struct strbuf class;
  strbuf_init(&class);
  strbuf_addf(&class, "clause clause-%d%s", block->level > 3 ? 3 : block->level,
              block->keep_with_next ? " keep" : "");
  add_line(html, "p", class.text, block);
  strbuf_release(&class);
}

static void add_chart(struct html *html, const struct block *chart) {
  strbuf_add(html->out, "<figure>\n");
  if (chart->runs)
    add_line(html, "figcaption", "", chart);
  add_blocks(html, chart);
  strbuf_add(html->out, "</figure>\n");
}

static void add_nested(struct html *html, const char *begin, const struct block *block,
                       const char *end) {
  strbuf_add(html->out, begin);
  add_blocks(html, block);
  strbuf_add(html->out, end);
}

static void add_list(struct html *html, const struct block *list) {
  const char *element = list->ordered ? "ol" : "ul";
  strbuf_addf(html->out, "<%s%s>\n", element, list->tight ? " class=\"tight\"" : "");
  for (const struct block *item = list->first; item; item = item->next)
    add_nested(html, "<li>", item, "</li>\n");
  strbuf_addf(html->out, "</%s>\n", element);
}

/* --- tables --- */

static void add_columns(struct html *html, const struct block *table) {
  int all = 0;
  for (size_t i = 0; i < table->column_count; i++)
    all += table->widths[i];
  strbuf_add(html->out, "<colgroup>");
  for (size_t i = 0; i < table->column_count && all > 0; i++)
    strbuf_addf(html->out, "<col style=\"width:%d%%\">", table->widths[i] * 100 / all);
  strbuf_add(html->out, "</colgroup>\n");
}

/* On a narrow screen a row is a list, where each cell is told with its head. */
static void add_told_head(struct html *html, const struct block *head) {
  if (!head || !head->runs)
    return;
  strbuf_add(html->out, " data-head=\"");
  for (const struct run *run = head->runs; run; run = run->next)
    xml_add_text(html->out, run->text);
  strbuf_add_char(html->out, '"');
}

static void add_row(struct html *html, const struct block *table, const struct block *row,
                    bool is_head) {
  const struct block *head = !is_head && table->head_rows ? table->first->first : NULL;
  const struct block *cell = row->first;
  strbuf_add(html->out, "<tr role=\"row\">");
  for (size_t i = 0; i < table->column_count; i++) {
    strbuf_add(html->out,
               is_head ? "<th role=\"columnheader\" scope=\"col\"" : "<td role=\"cell\"");
    add_told_head(html, head);
    if (cell)
      html_add_attributes(html, cell);
    strbuf_add_char(html->out, '>');
    if (cell)
      html_add_runs(html, cell);
    strbuf_add(html->out, is_head ? "</th>" : "</td>");
    cell = cell ? cell->next : NULL;
    head = head ? head->next : NULL;
  }
  strbuf_add(html->out, "</tr>\n");
}

/* A table is named after the heading that it stands under. */
static void begin_table(struct html *html) {
  strbuf_add(html->out, "<table role=\"table\"");
  if (html->heading) {
    strbuf_add(html->out, " aria-labelledby=\"");
    html_add_heading_id(html, html->heading, html->heading_count - 1);
    strbuf_add_char(html->out, '"');
  }
  strbuf_add(html->out, ">\n");
}

static void add_table(struct html *html, const struct block *table) {
  const struct block *row = table->first;
  begin_table(html);
  add_columns(html, table);
  if (table->head_rows)
    strbuf_add(html->out, "<thead role=\"rowgroup\">\n");
  for (int i = 0; row && i < table->head_rows; i++, row = row->next)
    add_row(html, table, row, true);
  if (table->head_rows)
    strbuf_add(html->out, "</thead>\n");
  strbuf_add(html->out, "<tbody role=\"rowgroup\">\n");
  for (; row; row = row->next)
    add_row(html, table, row, false);
  strbuf_add(html->out, "</tbody>\n</table>\n");
}

static void add_block(struct html *html, const struct block *block) {
  switch (block->kind) {
  case BLOCK_TITLE:
    add_line(html, "h1", "", block);
    return;
  case BLOCK_SUBTITLE:
    add_line(html, "p", "subtitle", block);
    return;
  case BLOCK_HEADING:
    add_heading(html, block);
    return;
  case BLOCK_PARAGRAPH:
  case BLOCK_CELL:
    add_paragraph(html, block);
    return;
  case BLOCK_CLAUSE:
    add_clause(html, block);
    return;
  case BLOCK_LIST:
    add_list(html, block);
    return;
  case BLOCK_QUOTE:
    add_nested(html, "<blockquote>\n", block, "</blockquote>\n");
    return;
  case BLOCK_NOTE:
    add_nested(html, "<aside role=\"note\">\n", block, "</aside>\n");
    return;
  case BLOCK_TABLE:
    add_table(html, block);
    return;
  case BLOCK_BAR:
    html_add_bar(html, block);
    return;
  case BLOCK_PAGE_BREAK:
    strbuf_add(html->out, "<hr class=\"page\">\n");
    return;
  case BLOCK_CHART:
    add_chart(html, block);
    return;
  case BLOCK_RULE:
    strbuf_add(html->out, "<hr>\n");
    return;
  case BLOCK_DOCUMENT:
  case BLOCK_ITEM:
  case BLOCK_ROW:
    add_blocks(html, block);
    return;
  }
}

static bool is_kept(const struct block *block) {
  return block && block->kind == BLOCK_PARAGRAPH && block->keep_with_next;
}

/* Paragraphs that no page is to part stand in a box, which browsers heed more than the wish of a
 * paragraph. Returns what stands behind them. */
static const struct block *add_together(struct html *html, const struct block *first) {
  const struct block *last = first;
  while (is_kept(last))
    last = last->next;
  bool is_box = last != first && last && last->kind == BLOCK_PARAGRAPH;
  const struct block *end = is_box ? last->next : first->next;
  if (is_box)
    strbuf_add(html->out, "<div class=\"together\">\n");
  for (const struct block *block = first; block != end; block = block->next)
    add_block(html, block);
  if (is_box)
    strbuf_add(html->out, "</div>\n");
  return end;
}

static void add_blocks(struct html *html, const struct block *parent) {
  for (const struct block *block = parent->first; block;)
    block = add_together(html, block);
}

static bool is_front(const struct block *block) {
  return block && (block->kind == BLOCK_TITLE || block->kind == BLOCK_SUBTITLE);
}

static void add_body(struct html *html) {
  const struct block *block = html->document->root->first;
  strbuf_add(html->out, "<body>\n");
  if (is_front(block))
    strbuf_add(html->out, "<header>\n");
  for (; is_front(block); block = block->next)
    add_block(html, block);
  if (block != html->document->root->first)
    strbuf_add(html->out, "</header>\n");
  html_add_contents(html);
  strbuf_add(html->out, "<main>\n");
  while (block)
    block = add_together(html, block);
  strbuf_add(html->out, "</main>\n</body>\n</html>\n");
}

bool write_html(const struct document *document, const struct write_options *options,
                struct strbuf *out, struct error *err) {
  (void)err;
  const struct language *before = language_use(language_open(document->language, NULL));
  struct html html = {.document = document, .out = out, .heading_level = 1};
  html_add_head(&html, options);
  add_body(&html);
  language_use(before);
  return true;
}
