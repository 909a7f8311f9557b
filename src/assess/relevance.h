/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which questions are asked. A question that is itself hidden counts as unanswered for those behind
 * it, so that a chain of conditions closes as a whole. */
#ifndef ASSESS_RELEVANCE_H
#define ASSESS_RELEVANCE_H

#include <stdbool.h>

#include "checklist/condition.h"

struct checklist;
struct criterion;
struct question_result;
struct session;
struct state;

struct relevance {
  const struct checklist *checklist;
  const struct session *session;
  const struct state *state;       /* NULL: not named, or nothing is known of it */
  struct question_result *results; /* in the checklist's order; filled by relevance_mark */
};

/* Fills in question and relevant of every result, the profile's first. */
void relevance_mark(struct relevance *relevance);
/* The conditions of its section and its own. */
bool relevance_of_page(struct relevance *relevance, const struct criterion *page);
/* For any other condition, once the results are marked. */
bool relevance_holds(struct relevance *relevance, const struct condition *condition);

/* The state that the profile names; NULL when it names none, or the checklist knows nothing of it,
 * or its rest is not loaded. */
const struct state *relevance_state(const struct checklist *checklist,
                                    const struct session *session);

#endif
