/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The law as blocks. The law's language has to be in use. */
#ifndef REPORT_ORDINANCE_PRINT_H
#define REPORT_ORDINANCE_PRINT_H

#include <stdbool.h>
#include <stddef.h>

struct law;
struct law_section;
struct law_text;
struct provision;
struct report;

void law_print(const struct law *law);
/* A resolution or letter, with the definitions that it needs. */
void law_print_text(const struct law *law, const struct law_text *text);
/* The text of a provision that could take the place of others, with the definitions that the law
 * lacks for it. */
void law_print_alternative(const struct law *law, const struct provision *provision);

/* --- shared by the above --- */

/* "DRAFT of 2026-11-22, not adopted" */
void law_print_mark(const struct law *law);
/* "[Optional: keep or strike this when the answer to question 12 is known.]" */
const char *law_optional_note(const struct law *law, const struct law_section *section);
/* The first line of a text of law; *rest is what stands behind it, without blank lines between. */
const char *law_first_line(const struct law *law, const char *text, const char **rest);
/* "(a)" … "(z)", "(aa)" … */
const char *law_letter(const struct report *report, size_t index);
/* Those that are marked; anchor: what each one's anchor begins with; NULL: they have none. */
void law_print_definitions(const struct law *law, const bool *used, const char *anchor);

#endif
