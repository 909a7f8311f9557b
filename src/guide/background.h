/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The background as chapters to read: why the current page matters and where to look, what words
 * mean, laws, cases and studies with their dates, lessons, corrections. The same in both front
 * ends. */
#ifndef GUIDE_BACKGROUND_H
#define GUIDE_BACKGROUND_H

#include <stdbool.h>
#include <stddef.h>

struct error;
struct guide;

struct background_chapter {
  char *title; /* translated */
  char *text;  /* paragraphs with empty lines between; translated */
};
struct background_chapters {
  struct background_chapter *items;
  size_t count, capacity;
};

/* Fills chapters (zeroed or released before), the current page's first; those that have nothing in
 * them are left out. Loads the checklist's rest; false with err when that fails: the first chapter
 * is there all the same. */
bool background_make(struct background_chapters *chapters, struct guide *guide, struct error *err);
void background_release(struct background_chapters *chapters);

#endif
