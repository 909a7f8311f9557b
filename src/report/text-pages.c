/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/text-pages.h"

#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "base/utf8.h"
#include "report/document.h"
#include "report/text-layout.h"
#include "report/write-parts.h"

static const struct {
  int lines, width_cells;
} papers[] = {[PAPER_LETTER] = {66, 72}, [PAPER_A4] = {70, 70}};

enum {
  LEFT_MARGIN_CELLS = 6,
  TITLE_LINES = 3,  /* at most: the whole title stands on the first page */
  TOP_LINES = 1,    /* blank, above the running title */
  BOTTOM_LINES = 3, /* left empty below the page number */
};

static int paper_lines(enum paper paper) {
  return papers[paper].lines;
}

int paper_width_cells(enum paper paper) {
  return papers[paper].width_cells;
}

struct page {
  size_t first, end; /* lines of the layout */
};
struct pages {
  const struct layout *layout;
  const struct document *document;
  struct strbuf *out;
  char *title; /* the running title, which may need more than one line */
  struct text_lines title_lines;
  size_t title_count; /* how many of them are printed */
  size_t body_lines;
  struct page *items;
  size_t count, capacity;
};

static bool is_blank(const struct layout_line *line) {
  return line->length == 0;
}

static size_t skip_blank(const struct layout *layout, size_t at) {
  while (at < layout->count && is_blank(&layout->lines[at]))
    at++;
  return at;
}

/* How many lines are repeated on top of a page that begins at line `first`. */
static size_t repeated(const struct pages *pages, size_t first) {
  size_t count = pages->layout->lines[first].head_count;
  return count < pages->body_lines / 2 ? count : 0;
}

/* The end of the page that begins at `first`: as far as it goes, then back to where it may end. */
static size_t page_end(const struct pages *pages, size_t first) {
  const struct layout_line *lines = pages->layout->lines;
  size_t limit = first + pages->body_lines - repeated(pages, first), end = first + 1;
  while (end < pages->layout->count && end < limit && !lines[end].page_before)
    end++;
  if (end == pages->layout->count || lines[end].page_before)
    return end;
  for (size_t at = end; at > first; at--)
    if (!lines[at - 1].keep && !is_blank(&lines[at - 1]))
      return at;
  return end;
}

static void find_pages(struct pages *pages) {
  size_t at = skip_blank(pages->layout, 0);
  while (at < pages->layout->count) {
    size_t end = page_end(pages, at);
    MEMORY_GROW(pages->items, pages->count, pages->capacity);
    pages->items[pages->count++] = (struct page){at, end};
    at = skip_blank(pages->layout, end);
  }
}

static void add_line(struct pages *pages, const char *text, size_t length) {
  if (length) {
    strbuf_add_repeat(pages->out, " ", LEFT_MARGIN_CELLS);
    strbuf_add_bytes(pages->out, text, length);
  }
  strbuf_add_char(pages->out, '\n');
}

static size_t add_lines(struct pages *pages, size_t first, size_t end) {
  for (size_t i = first; i < end; i++)
    add_line(pages, pages->layout->text.text + pages->layout->lines[i].start,
             pages->layout->lines[i].length);
  return end - first;
}

/* The date at the left, the number at the right. */
static void add_footer(struct pages *pages, size_t number) {
  struct strbuf line, page;
  strbuf_init(&line);
  strbuf_init(&page);
  char *text = NULL;
  strbuf_addf(&page, _("Page %zu of %zu"), number, pages->count);
  if (pages->layout->ascii) {
    text = strbuf_take(&page);
    utf8_to_ascii(&page, text, strlen(text));
    free(text);
  }
  strbuf_add(&line, pages->document->date ? pages->document->date : "");
  int gap = pages->layout->width_cells - text_width(line.text) - text_width(page.text);
  strbuf_add_repeat(&line, " ", gap > 1 ? (size_t)gap : 1);
  strbuf_add(&line, page.text);
  add_line(pages, line.text, line.length);
  strbuf_release(&line);
  strbuf_release(&page);
}

static void add_title(struct pages *pages) {
  for (size_t i = 0; i < TOP_LINES; i++)
    add_line(pages, "", 0);
  for (size_t i = 0; i < pages->title_count; i++)
    add_line(pages, pages->title + pages->title_lines.items[i].start,
             pages->title_lines.items[i].length);
  add_line(pages, "", 0);
}

static void add_page(struct pages *pages, size_t index) {
  const struct page *page = &pages->items[index];
  const struct layout_line *first = &pages->layout->lines[page->first];
  add_title(pages);
  size_t used = 0;
  if (repeated(pages, page->first))
    used += add_lines(pages, first->head_start, first->head_start + first->head_count);
  used += add_lines(pages, page->first, page->end);
  for (; used < pages->body_lines; used++)
    add_line(pages, "", 0);
  add_line(pages, "", 0);
  add_footer(pages, index + 1);
  if (index + 1 < pages->count)
    strbuf_add_char(pages->out, '\f');
}

/* Owned by the caller. */
static char *title_line(const struct pages *pages) {
  char *title = running_title(pages->document);
  if (!pages->layout->ascii)
    return title;
  struct strbuf ascii;
  strbuf_init(&ascii);
  utf8_to_ascii(&ascii, title, strlen(title));
  free(title);
  return strbuf_take(&ascii);
}

void pages_write(const struct layout *layout, const struct document *document, enum paper paper,
                 struct strbuf *out) {
  struct pages pages = {.layout = layout, .document = document, .out = out};
  pages.title = title_line(&pages);
  text_wrap(&pages.title_lines, pages.title, strlen(pages.title), layout->width_cells);
  pages.title_count = pages.title_lines.count < TITLE_LINES ? pages.title_lines.count : TITLE_LINES;
  size_t around = TOP_LINES + pages.title_count + 1 + 2 + BOTTOM_LINES;
  pages.body_lines = (size_t)paper_lines(paper) - around;
  find_pages(&pages);
  for (size_t i = 0; i < pages.count; i++)
    add_page(&pages, i);
  free(pages.items);
  free(pages.title);
  text_lines_release(&pages.title_lines);
}
