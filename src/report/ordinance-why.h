/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the annex says of one provision: why it is there, what state law says, where it is law
 * already, what others leave out. In the language in use. */
#ifndef REPORT_ORDINANCE_WHY_H
#define REPORT_ORDINANCE_WHY_H

struct law;
struct provision;
struct recommendation;
struct report;

/* What state law may say of all that follows; nothing when the checklist knows no states. */
void why_add_state_law(const struct report *report);
/* The answers that called for it, or that it stands in every draft; and what state law sets. */
void why_add(const struct law *law, const struct recommendation *recommendation);
/* Laws, cases and studies, exceptions elsewhere, drafting notes. */
void why_add_background(const struct report *report, const struct provision *provision);

#endif
