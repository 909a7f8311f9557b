/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/state-law.h"

#include <stdlib.h>
#include <string.h>

#include "assess/assess.h"
#include "base/language.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"
#include "checklist/condition.h"
#include "guide/guide.h"
#include "session/session.h"

static void add_sentence(struct strbuf *out, const char *sentence) {
  strbuf_addf(out, "%s%s", out->length ? " " : "", sentence);
}

/* Calls belongs for every provision that the page calls for; true once one is. */
static bool calls_for(struct guide *guide, const struct criterion *page,
                      bool (*belongs)(struct guide *, const struct provision *)) {
  for (size_t i = 0; i < page->question_count; i++)
    for (string_list id = page->questions[i].calls_for; *id; id++) {
      const struct provision *provision = checklist_provision(guide_checklist(guide), *id);
      if (provision && belongs(guide, provision))
        return true;
    }
  return false;
}

static bool hangs_on_state_law(struct guide *guide, const struct provision *provision) {
  (void)guide;
  return condition_asks_state_mode(provision->not_in);
}

static bool is_barred(struct guide *guide, const struct provision *provision) {
  const struct assessment *assessment = guide_full_assessment(guide, NULL);
  const struct recommendation *item =
      assessment ? assess_recommendation(assessment, provision->id) : NULL;
  return item && item->advice == ADVICE_BARRED;
}

static bool has_floor_row(const struct state *state, const struct criterion *page) {
  for (size_t i = 0; state && i < state->floor_count; i++)
    if (strcmp(state->floors[i].criterion, page->id) == 0)
      return true;
  return false;
}

/* --- the sentences -----------------------------------------------------------------------------*/

static void add_source(struct strbuf *out, const char *citation, const char *as_of) {
  if (citation && as_of)
    strbuf_addf(out, P_("citation and date", " (%s; as of %s.)"), citation, as_of);
  else if (citation)
    strbuf_addf(out, " (%s.)", citation);
}

static void add_floor(struct strbuf *out, const struct state *state, const struct floor *floor) {
  strbuf_addf(out, P_("state and what its law says", "%s: %s"),
              language_checklist_text(state->name), language_checklist_text(floor->text));
  add_source(out, floor->citation ? floor->citation : state->citation, state->as_of);
  add_sentence(out, _("The question is then what is done here."));
}

static void add_bar(struct strbuf *out, const struct state *state) {
  add_sentence(out, _("State law may bar this; ask counsel."));
  if (!state->touches)
    return;
  add_sentence(out, language_checklist_text(state->touches));
  add_source(out, state->citation, state->as_of);
}

static void add_known(struct strbuf *out, struct guide *guide, const struct state *state,
                      const struct criterion *page) {
  const struct floor *floor = state_floor(state, page);
  if (floor)
    add_floor(out, state, floor);
  if (calls_for(guide, page, is_barred))
    add_bar(out, state);
}

char *state_law_text(struct guide *guide, const struct criterion *page) {
  struct checklist *checklist = guide_checklist(guide);
  const char *id = session_value(guide_session(guide), "profile.state");
  if (!id || !checklist_load_rest(checklist, NULL) || checklist->state_count == 0)
    return NULL;
  const struct state *state = checklist_state(checklist, id);
  struct strbuf text;
  strbuf_init(&text);
  if (state && state->confidence == CONFIDENCE_HIGH)
    add_known(&text, guide, state, page);
  else if (has_floor_row(state, page) || calls_for(guide, page, hangs_on_state_law))
    add_sentence(&text, _("What the state's law says of this is not known here: ask counsel."));
  if (text.length)
    return strbuf_take(&text);
  strbuf_release(&text);
  return NULL;
}
