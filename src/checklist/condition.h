/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a condition of a checklist holds, for answers that the caller looks up. */
#ifndef CHECKLIST_CONDITION_H
#define CHECKLIST_CONDITION_H

#include <stdbool.h>

struct condition;

struct condition_lookup {
  /* The value of a question or profile field ("yes", a choice id, "a, b" for several choices); NULL
   * when unanswered or not relevant. subject is a full question id or "profile.ID". */
  const char *(*answer)(void *context, const char *subject);
  /* Whether the jurisdiction's state has the mode. May be NULL: then no state-mode condition holds.
   */
  bool (*state_has_mode)(void *context, const char *mode);
  void *context;
};

/* NULL holds always. */
bool condition_holds(const struct condition *condition, const struct condition_lookup *lookup);

/* Whether it asks, anywhere in it, for what a state's law allows, which stands in the checklist's
 * rest. NULL asks nothing. */
bool condition_asks_state_mode(const struct condition *condition);

#endif
