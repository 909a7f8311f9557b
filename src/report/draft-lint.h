/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a draft as a careful lawyer would, and tells what has to be looked at before it is used. */
#ifndef REPORT_DRAFT_LINT_H
#define REPORT_DRAFT_LINT_H

#include <stddef.h>

struct law;

/* Adds a notice to the document for all that is open or wrong in the draft: blanks, choices,
 * optional sections, references that lead out of it; brackets that are left over, words in quotes
 * that are not defined, terms written otherwise than defined, parts that are missing, bodies and
 * officials of another level of government, the same words twice, the one rule beside what it
 * replaces, texts of their own that lean on the ordinance or go to nobody, sections that state law
 * may stand against. Those behind the first semicolon come first; returns how many they are. In
 * the language in use. */
size_t draft_lint(const struct law *law);

#endif
