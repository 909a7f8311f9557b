/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From verdicts to the result of a criterion, and from results to the band. */
#ifndef ASSESS_RESULT_H
#define ASSESS_RESULT_H

#include <stddef.h>

#include "assess/assess.h"

struct session;

/* Adds one question to the counts. has_answer: something is recorded as its value. */
void counts_add(struct counts *counts, enum verdict verdict, bool has_answer);

/* The roll-up of a page. relevant: its own condition holds; questions: those of the page. */
struct criterion_result result_of(const struct criterion *criterion, bool relevant,
                                  const struct question_result *questions,
                                  const struct session *session);

/* The rule is told at enum band. */
enum band band_of(size_t met, size_t partly, size_t not_met, size_t open);

#endif
