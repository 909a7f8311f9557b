/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The draft's texts with their placeholders filled in, and the list of what stays open. */
#ifndef REPORT_ORDINANCE_FILL_H
#define REPORT_ORDINANCE_FILL_H

struct law;

/* Fills in heading and text of all sections, whose labels are known by now, and law->open. */
void law_fill_in(struct law *law);

#endif
