/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one answer says, by the kind and polarity of its question. */
#ifndef ASSESS_VERDICT_H
#define ASSESS_VERDICT_H

#include <stdbool.h>

#include "assess/assess.h"

struct question;

/* Judged: in a section that is judged, and a "yes" to it means something. */
bool question_is_judged(const struct question *question);

/* The verdict on a value (NULL: unanswered). A question of kind choice is judged by its choices. */
enum verdict verdict_of(const struct question *question, bool relevant, const char *value);

/* Undecided: unanswered, "don't know yet", or in other words. */
bool verdict_is_open(enum verdict verdict);

#endif
