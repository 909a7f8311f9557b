/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the draft comes with and is not part of the law: why each section is there, what else could
 * be done, and where each question went. In the language in use. */
#ifndef REPORT_ORDINANCE_ANNEX_H
#define REPORT_ORDINANCE_ANNEX_H

#include <stdbool.h>
#include <stddef.h>

struct law;
struct law_section;

/* What explains "#x" in the draft stands at "#why-x". */
void annex_add(const struct law *law);

/* --- its parts --- */

void annex_add_questions(const struct law *law); /* the reverse table */
void annex_add_findings(const struct law *law, const struct law_section *section);
/* The definitions that are used: each with the sections that use it. */
struct annex_definitions {
  const char *prefix; /* the section that they stand in: "Section 2"; NULL: none */
  const char *anchor; /* what the anchor of each begins with */
  const bool *used;   /* which of the checklist's */
  const struct law_section *sections;
  size_t section_count;
};
void annex_add_definitions(const struct law *law, const struct annex_definitions *where);

#endif
