/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which provisions follow from the verdicts, and why. */
#ifndef ASSESS_ADVICE_H
#define ASSESS_ADVICE_H

#include "assess/assess.h"

struct relevance;

/* Fills in recommendations from the questions of the assessment. */
void advice_give(struct assessment *assessment, struct relevance *relevance);

#endif
