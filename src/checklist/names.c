/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/language.h"
#include "checklist/checklist.h"

const char *reference_durability(enum reference_instrument instrument) {
  static const char *const sentences[] = {
      [REFERENCE_CONSTITUTION] = N_("Constitution or charter: only a vote of the people, or more "
                                    "than one vote, changes it."),
      [REFERENCE_STATUTE] = N_("Statute: it stands until the legislature changes it."),
      [REFERENCE_REGULATION] =
          N_("Regulation: the agency that made it can change it, after public notice."),
      [REFERENCE_ORDINANCE] = N_("Ordinance: it stands until the governing body votes again."),
      [REFERENCE_RESOLUTION] =
          N_("Resolution: it states a view and binds little. Another vote ends it."),
      [REFERENCE_EXECUTIVE_ORDER] =
          N_("Executive order: one official can end it with a signature."),
      [REFERENCE_DIRECTIVE] = N_("Directive: the office that gave it can take it back any day."),
      [REFERENCE_POLICY] = N_("Policy: whoever adopted it can change it alone."),
      [REFERENCE_COURT_DECISION] =
          N_("Court decision: it stands until that court or a higher one rules otherwise."),
      [REFERENCE_OPINION] = N_("Legal opinion: it advises, and binds nobody by itself."),
      [REFERENCE_AGREEMENT] = N_("Agreement: it ends with its term, or when a party gives notice."),
      [REFERENCE_MODEL] = N_("Model text: it binds nobody until somebody adopts it."),
      [REFERENCE_REPORT] = N_("Report: it informs, and binds nobody."),
      [REFERENCE_ARTICLE] = N_("Article: it informs, and binds nobody."),
  };
  return instrument ? _(sentences[instrument]) : NULL;
}

const char *left_out_reason_name(enum left_out_reason reason) {
  static const char *const names[] = {
      [LEFT_OUT_OUTDATED] = N_("out of date"),
      [LEFT_OUT_DOUBTFUL] = N_("doubtful"),
      [LEFT_OUT_CONTRADICTED] = N_("better sources say otherwise"),
      [LEFT_OUT_OUTSIDE] = N_("outside of what this checklist is about"),
      [LEFT_OUT_REPEATED] = N_("said elsewhere already"),
      [LEFT_OUT_NO_CONTENT] = N_("says nothing of its own"),
  };
  return _(names[reason]);
}
