/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "assess/assess.h"
#include "base/language.h"

const char *verdict_name(enum verdict verdict) {
  static const char *const names[] = {
      [VERDICT_NOT_RELEVANT] = N_("not asked"),
      [VERDICT_NOT_JUDGED] = N_("recorded"),
      [VERDICT_UNANSWERED] = N_("not answered"),
      [VERDICT_UNKNOWN] = N_("don't know yet"),
      [VERDICT_OTHER] = N_("for people to judge"),
      [VERDICT_DOES_NOT_APPLY] = N_("does not apply"),
      [VERDICT_MET] = N_("met"),
      [VERDICT_BASELINE] = N_("the least that is needed"),
      [VERDICT_PARTLY] = N_("partly met"),
      [VERDICT_NOT_MET] = N_("not met"),
  };
  return _(names[verdict]);
}

char verdict_mark(enum verdict verdict) {
  static const char marks[] = {
      [VERDICT_NOT_RELEVANT] = ' ', [VERDICT_NOT_JUDGED] = ' ', [VERDICT_UNANSWERED] = '.',
      [VERDICT_UNKNOWN] = '?',      [VERDICT_OTHER] = '?',      [VERDICT_DOES_NOT_APPLY] = 'o',
      [VERDICT_MET] = '#',          [VERDICT_BASELINE] = 'o',   [VERDICT_PARTLY] = '+',
      [VERDICT_NOT_MET] = '-',
  };
  return marks[verdict];
}

const char *result_name(enum result result) {
  static const char *const names[] = {
      [RESULT_NOT_RELEVANT] = N_("not asked"),
      [RESULT_NOT_FINISHED] = N_("not finished"),
      [RESULT_UNKNOWN] = N_("not known yet"),
      [RESULT_DOES_NOT_APPLY] = N_("does not apply"),
      [RESULT_NOT_MET] = N_("not met"),
      [RESULT_PARTLY_MET] = N_("partly met"),
      [RESULT_MET] = N_("met"),
      [RESULT_RECORDED] = N_("recorded"),
  };
  return _(names[result]);
}

const char *advice_name(enum advice advice) {
  static const char *const names[] = {
      [ADVICE_ADOPT] = N_("adopt"),
      [ADVICE_FIND_OUT] = N_("find out first"),
      [ADVICE_CODIFY] = N_("write into law"),
      [ADVICE_IN_PLACE] = N_("in place"),
      [ADVICE_NONE] = N_("not called for"),
      [ADVICE_BARRED] = N_("state law may bar this; ask counsel"),
      [ADVICE_ELSEWHERE] = N_("not in this body's power"),
  };
  return _(names[advice]);
}

const char *band_name(enum band band) {
  static const char *const names[] = {
      [BAND_NOT_YET] = N_("too early to say"),
      [BAND_FEW] = N_("much is missing"),
      [BAND_SOME] = N_("partly in place"),
      [BAND_STRONG] = N_("nearly all in place"),
  };
  return _(names[band]);
}

const char *band_sentence(enum band band) {
  static const char *const sentences[] = {
      [BAND_NOT_YET] = N_("More criteria are open than decided, so there is no overall picture "
                          "yet."),
      [BAND_FEW] = N_("Of the criteria decided so far, more are not met than are met or partly "
                      "met."),
      [BAND_SOME] =
          N_("Some of the criteria decided so far are met, others are not or only partly."),
      [BAND_STRONG] = N_("Of the criteria decided so far none is missed, and at most one is met "
                         "only partly."),
  };
  return _(sentences[band]);
}

const char *const state_modes[] = {"bans-limits", "mandates-help", "requires-limits",
                                   "partial",     "unknown",       NULL};

const char *state_mode_sentence(const char *mode) {
  static const char *const sentences[] = {
      N_("State law may bar some local rules of this kind. What it may bar is left out; what it "
         "leaves open stands in its place. Ask counsel."),
      N_("State law commands some of what this checklist would end. Ask counsel how far it goes."),
      N_("State law already requires some of what this checklist asks for. Take it as the floor: "
         "check what is done here, and aim above it."),
      N_("State law touches only some of this. Ask counsel which."),
      N_("Nothing certain is known here of this state's law. Ask counsel."),
  };
  size_t i = 0;
  while (strcmp(state_modes[i], mode) != 0)
    i++;
  return _(sentences[i]);
}
