/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the draft comes with and is not part of the law: why each section is there, what else could
 * be done, and where each question went. In the language in use. */
#ifndef REPORT_ORDINANCE_ANNEX_H
#define REPORT_ORDINANCE_ANNEX_H

struct law;

void annex_add(const struct law *law);
void annex_add_questions(const struct law *law); /* the reverse table */

#endif
