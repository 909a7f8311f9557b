/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The law as blocks. The law's language has to be in use. */
#ifndef REPORT_ORDINANCE_PRINT_H
#define REPORT_ORDINANCE_PRINT_H

#include <stdbool.h>

struct law;
struct law_section;
struct provision;

void law_print(const struct law *law);
/* A resolution or letter, with the definitions that it needs. */
void law_print_separate(const struct law *law, const struct law_section *section);
/* The text of a provision that could take the place of others, with the definitions that the law
 * lacks for it. */
void law_print_alternative(const struct law *law, const struct provision *provision);

#endif
