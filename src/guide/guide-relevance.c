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

unsigned guide_relevance_changed(struct guide *guide, const bool *before) {
  const struct assessment *assessment = guide_assessment(guide);
  size_t came = 0, went = 0;
  for (size_t i = 0; i < guide->checklist->question_count; i++) {
    came += assessment->questions[i].relevant && !before[i];
    went += !assessment->questions[i].relevant && before[i];
  }
  if (came)
    strbuf_addf(
        &guide->status,
        language_plural(" %zu more question applies now.", " %zu more questions apply now.", came),
        came);
  if (went)
    strbuf_addf(&guide->status,
                language_plural(" %zu question does not apply any more; its answer is kept.",
                                " %zu questions do not apply any more; their answers are kept.",
                                went),
                went);
  return came || went ? GUIDE_STRUCTURE : GUIDE_NOTHING;
}
