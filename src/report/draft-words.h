/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong in the words of a law's text, for a draft and for a checklist. The look-ups are in
 * English words and find nothing in another language. */
#ifndef REPORT_DRAFT_WORDS_H
#define REPORT_DRAFT_WORDS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct checklist;
struct definition;

/* The first bracket, or word that stands for a blank ("TBD"), in text, with what stands between;
 * NULL: none. A bracket that begins one of `known` (NULL at the end) is left out. */
const char *draft_stray_blank(struct arena *arena, const char *text, const char *const *known);
/* The first words in quotes, at most four, that hold no defined term; NULL: none. */
const char *draft_undefined(struct arena *arena, const struct checklist *checklist,
                            const char *text);
/* A term written otherwise than its definition, "Local Agency"; NULL: none. */
const char *draft_odd_capitals(struct arena *arena, const struct definition *definition,
                               const char *text);
/* Whether a text that is read alone speaks of the ordinance: "this ordinance", "Section 3". */
bool draft_speaks_of_ordinance(const char *text);
/* A body or official that this level of government ("city", "county", "town") does not have; NULL:
 * none. */
const char *draft_wrong_official(const char *level, const char *text);
/* A long line that stands in both texts; NULL: none. */
const char *draft_same_line(struct arena *arena, const char *text, const char *other);

/* The parts that a law needs. */
struct draft_part {
  const char *name;     /* N_(): "a day on which it takes effect"; NULL at the end */
  const char *id;       /* stands in the id of a part that is it */
  const char *words[3]; /* any of them in a text shows it; NULL at the end */
};
extern const struct draft_part draft_parts[];

#endif
