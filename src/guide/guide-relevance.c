/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "assess/assess.h"
#include "base/language.h"
#include "base/memory.h"
#include "checklist/checklist.h"
#include "guide/guide-internal.h"

bool *guide_relevance(struct guide *guide) {
  const struct assessment *assessment = guide_assessment(guide);
  size_t count = guide->checklist->question_count;
  bool *relevance = memory_new_zeroed(count, sizeof *relevance);
  for (size_t i = 0; i < count; i++)
    relevance[i] = assessment->questions[i].relevant;
  return relevance;
}

static void tell(struct guide *guide, size_t came, size_t went, size_t kept) {
  struct strbuf *status = &guide->status;
  if (came)
    strbuf_addf(
        status,
        language_plural(" %zu more question applies now.", " %zu more questions apply now.", came),
        came);
  if (went)
    strbuf_addf(status,
                language_plural(" %zu question does not apply any more.",
                                " %zu questions do not apply any more.", went),
                went);
  if (kept)
    strbuf_addf(status,
                language_plural(" %zu answer given there is kept.",
                                " %zu answers given there are kept.", kept),
                kept);
}

unsigned guide_relevance_changed(struct guide *guide, const bool *before) {
  const struct assessment *assessment = guide_assessment(guide);
  size_t came = 0, went = 0, kept = 0;
  for (size_t i = 0; i < guide->checklist->question_count; i++) {
    const struct question_result *result = &assessment->questions[i];
    bool goes = before[i] && !result->relevant;
    came += result->relevant && !before[i];
    went += goes;
    kept += goes && session_value(guide->session, result->question->id);
  }
  tell(guide, came, went, kept);
  return came || went ? GUIDE_STRUCTURE : GUIDE_NOTHING;
}
