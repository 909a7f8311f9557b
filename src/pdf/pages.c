/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/pages.h"

#include <stdlib.h>

#include "base/memory.h"

static const double side_margin = 72, top_margin = 72, bottom_margin = 72;

static const struct {
  double width, height;
} papers[] = {[PAPER_LETTER] = {612, 792}, [PAPER_A4] = {595.276, 841.89}};

double pages_text_width(enum paper paper) {
  return papers[paper].width - 2 * side_margin;
}

static double heads_height(const struct flow *flow, const struct strip *strip) {
  double height = 0;
  for (size_t i = 0; i < strip->head_count; i++)
    height += flow->strips[strip->head_first + i].height;
  return height;
}

static double repeated_height(const struct pages *pages, size_t first) {
  double height = heads_height(pages->flow, &pages->flow->strips[first]);
  return height < (pages->bottom - pages->top) / 2 ? height : 0;
}

size_t pages_repeated(const struct pages *pages, const struct page *page, size_t *first) {
  const struct strip *strip = &pages->flow->strips[page->first];
  *first = strip->head_first;
  return repeated_height(pages, page->first) > 0 ? strip->head_count : 0;
}

/* The end of the page that begins at `first`: as far as it goes, then back to where it may end. */
static size_t page_end(const struct pages *pages, size_t first) {
  const struct strip *strips = pages->flow->strips;
  double room = pages->bottom - pages->top - repeated_height(pages, first) - strips[first].height;
  size_t end = first + 1;
  while (end < pages->flow->count && !strips[end].page_before) {
    room -= strips[end].gap + strips[end].height;
    if (room < 0)
      break;
    end++;
  }
  if (end == pages->flow->count || strips[end].page_before)
    return end;
  for (size_t at = end; at > first; at--)
    if (!strips[at - 1].keep)
      return at;
  return end;
}

static void place_strips(struct pages *pages, const struct page *page) {
  const struct strip *strips = pages->flow->strips;
  if (page->first == page->end) /* nothing is a page too */
    return;
  double at = pages->top + repeated_height(pages, page->first);
  for (size_t i = page->first; i < page->end; i++) {
    at += i > page->first ? strips[i].gap : 0;
    pages->strip_tops[i] = at;
    at += strips[i].height;
  }
}

void pages_init(struct pages *pages, struct flow *flow, enum paper paper) {
  *pages = (struct pages){.flow = flow,
                          .width = papers[paper].width,
                          .height = papers[paper].height,
                          .margin = side_margin,
                          .top = top_margin,
                          .bottom = papers[paper].height - bottom_margin};
  pages->strip_tops = memory_new(flow->count * sizeof *pages->strip_tops + 1);
  size_t at = 0;
  do {
    struct page page = {at, at < flow->count ? page_end(pages, at) : at};
    place_strips(pages, &page);
    MEMORY_GROW(pages->items, pages->count, pages->capacity);
    pages->items[pages->count++] = page;
    at = page.end;
  } while (at < flow->count);
}

void pages_release(struct pages *pages) {
  free(pages->items);
  free(pages->strip_tops);
}
