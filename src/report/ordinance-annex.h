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
/* The definitions that are used: each with the sections that use it. prefix: what stands before
 * "(a)"; anchor: what the anchor of each begins with. */
void annex_add_definitions(const struct law *law, const char *prefix, const char *anchor,
                           const bool *used, const struct law_section *sections,
                           size_t section_count);

#endif
