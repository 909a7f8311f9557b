/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/instrument.h"

#include <string.h>

#include "base/language.h"

const struct instrument instruments[] = {
    {"constitution", N_("Constitution"),
     N_("Only the voters of the whole state can change it, and that takes years."),
     DURABILITY_CHARTER},
    {"charter", N_("Charter"), N_("Changing it usually takes a vote of the people."),
     DURABILITY_CHARTER},
    {"statute", N_("State law"), N_("The state legislature can change it, in public, by a vote."),
     DURABILITY_LAW},
    {"ordinance", N_("Ordinance"),
     N_("The governing body can change it, but only by passing another ordinance in public."),
     DURABILITY_LAW},
    {"court-ruling", N_("Court ruling"),
     N_("It holds until a higher court or a new law says something else."), DURABILITY_MIDDLING},
    {"resolution", N_("Resolution"),
     N_("The next vote of the same body can drop it, and it often binds nobody."),
     DURABILITY_MIDDLING},
    {"executive-order", N_("Executive order"),
     N_("The mayor or county executive, or whoever follows, can end it with one signature."),
     DURABILITY_WEAK},
    {"directive", N_("Directive"), N_("The official who gave it can take it back at any time."),
     DURABILITY_WEAK},
    {"department-policy", N_("Department policy"),
     N_("The head of the department can change it alone, without a public vote."), DURABILITY_WEAK},
    {"contract", N_("Contract or agreement"),
     N_("It ends when it runs out or when one side gives notice."), DURABILITY_WEAK},
    {"custom", N_("Custom, nothing written"),
     N_("Anyone can drop it any day, for it is written nowhere."), DURABILITY_NONE},
    {NULL, NULL, NULL, DURABILITY_NONE},
};

const struct instrument *instrument_find(const char *id) {
  for (const struct instrument *instrument = instruments; id && instrument->id; instrument++)
    if (!strcmp(instrument->id, id))
      return instrument;
  return NULL;
}

bool instrument_is_law(const struct instrument *instrument) {
  return instrument && instrument->durability >= DURABILITY_LAW;
}
