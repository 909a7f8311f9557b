/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the law of the place's state makes of one page. */
#ifndef GUIDE_STATE_LAW_H
#define GUIDE_STATE_LAW_H

struct criterion;
struct guide;

/* The floor that state law sets already, what it may bar, or that it is not known: whole sentences,
 * translated. NULL when there is nothing to say. Loads the checklist's rest when the profile names
 * a state; without it nothing is said. Owned by the caller. */
char *state_law_text(struct guide *guide, const struct criterion *page);

#endif
