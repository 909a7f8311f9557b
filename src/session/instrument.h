/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By what kind of act a written rule was made, and so how easily it is undone. */
#ifndef SESSION_INSTRUMENT_H
#define SESSION_INSTRUMENT_H

#include <stdbool.h>
#include <stddef.h>

enum durability {                  /* from what anyone can drop to what only many can change */
                  DURABILITY_NONE, /* custom, nothing written */
                  DURABILITY_WEAK, /* one official can end it: policy, directive, executive order,
                                      contract */
                  DURABILITY_MIDDLING, /* a vote, but no law: resolution; a court may overrule:
                                          court ruling */
                  DURABILITY_LAW,      /* ordinance, statute */
                  DURABILITY_CHARTER,  /* constitution, charter */
};

struct instrument {
  const char *id;        /* "department-policy" */
  const char *label;     /* N_() */
  const char *undone_by; /* N_(): "The head of the department can change it alone." */
  enum durability durability;
};
extern const struct instrument instruments[];             /* ends with id NULL; strongest first */
const struct instrument *instrument_find(const char *id); /* NULL */
bool instrument_is_law(const struct instrument *instrument); /* at ordinance level or higher */

#endif
