/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/destinations.h"

#include <cairo-pdf.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/strbuf.h"
#include "report/document.h"

static int compare_anchors(const void *a, const void *b) {
  return strcmp((*(const struct destination *const *)a)->block->anchor,
                (*(const struct destination *const *)b)->block->anchor);
}

static void index_anchors(struct destinations *destinations) {
  destinations->by_anchor = memory_new(destinations->count * sizeof *destinations->by_anchor + 1);
  for (size_t i = 0; i < destinations->count; i++)
    if (destinations->items[i].block->anchor)
      destinations->by_anchor[destinations->anchor_count++] = &destinations->items[i];
  qsort(destinations->by_anchor, destinations->anchor_count, sizeof *destinations->by_anchor,
        compare_anchors);
}

void destinations_init(struct destinations *destinations, const struct pages *pages) {
  *destinations = (struct destinations){.left = pages->margin};
  for (size_t page = 0; page < pages->count; page++)
    for (size_t i = pages->items[page].first; i < pages->items[page].end; i++) {
      const struct strip *strip = &pages->flow->strips[i];
      if (strip->index > 0 || !strip->box->block)
        continue;
      MEMORY_GROW(destinations->items, destinations->count, destinations->capacity);
      destinations->items[destinations->count++] =
          (struct destination){strip->box->block, page + 1, pages->strip_tops[i]};
    }
  index_anchors(destinations);
}

void destinations_release(struct destinations *destinations) {
  free(destinations->items);
  free(destinations->by_anchor);
}

static int compare_name(const void *name, const void *item) {
  return strcmp(name, (*(const struct destination *const *)item)->block->anchor);
}

static const struct destination *find(const struct destinations *destinations, const char *target) {
  const struct destination **found =
      bsearch(target + 1, destinations->by_anchor, destinations->anchor_count,
              sizeof *destinations->by_anchor, compare_name);
  return found ? *found : NULL;
}

bool destinations_has(const struct destinations *destinations, const char *target) {
  return target[0] != '#' || find(destinations, target);
}

/* Whole points: a number with a fraction would follow the locale. */
static void add_place(const struct destinations *destinations,
                      const struct destination *destination, struct strbuf *out) {
  strbuf_addf(out, "page=%zu pos=[%d %d]", destination->page, (int)destinations->left,
              (int)destination->top);
}

bool destinations_link(const struct destinations *destinations, const char *target,
                       struct strbuf *out) {
  if (target[0] == '#') {
    const struct destination *destination = find(destinations, target);
    if (destination)
      add_place(destinations, destination, out);
    return destination;
  }
  strbuf_add(out, "uri='");
  for (const char *at = target; *at; at++) {
    if (*at == '\'' || *at == '\\')
      strbuf_add_char(out, '\\');
    strbuf_add_char(out, *at);
  }
  strbuf_add_char(out, '\'');
  return true;
}

/* --- bookmarks --- */

static void add_title(struct strbuf *out, const struct block *heading) {
  if (heading->number)
    strbuf_addf(out, "%s ", heading->number);
  for (const struct run *run = heading->runs; run; run = run->next)
    strbuf_add(out, run->style == RUN_BREAK ? " " : run->text);
}

enum { DEEPEST = 6 };

void destinations_add_bookmarks(const struct destinations *destinations, cairo_surface_t *surface) {
  int above[DEEPEST + 1] = {CAIRO_PDF_OUTLINE_ROOT}; /* the last bookmark of each level */
  for (size_t i = 0; i < destinations->count; i++) {
    const struct block *block = destinations->items[i].block;
    if (block->kind != BLOCK_HEADING)
      continue;
    int level = block->level < 1 ? 1 : block->level > DEEPEST ? DEEPEST : block->level;
    struct strbuf title, place;
    strbuf_init(&title);
    strbuf_init(&place);
    add_title(&title, block);
    add_place(destinations, &destinations->items[i], &place);
    int added = cairo_pdf_surface_add_outline(surface, above[level - 1], title.text, place.text,
                                              level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
    for (int deeper = level; deeper <= DEEPEST; deeper++)
      above[deeper] = added;
    strbuf_release(&title);
    strbuf_release(&place);
  }
}
