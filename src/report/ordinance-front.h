/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first page of a draft: what is still open in it. In the language in use. */
#ifndef REPORT_ORDINANCE_FRONT_H
#define REPORT_ORDINANCE_FRONT_H

struct law;

void front_add(const struct law *law);

#endif
