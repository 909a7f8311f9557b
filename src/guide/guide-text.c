/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "assess/assess.h"
#include "base/clock.h"
#include "base/language.h"
#include "checklist/checklist.h"
#include "guide/guide-internal.h"
#include "session/session.h"

char *guide_question_name(const struct question *question) {
  struct strbuf name;
  strbuf_init(&name);
  if (question_is_profile(question))
    strbuf_addf(&name, "\"%s\"", language_checklist_text(question->ask));
  else
    strbuf_addf(&name, _("question %zu"), question->number);
  return strbuf_take(&name);
}

const char *guide_save_text(struct guide *guide) {
  char time[6];
  strbuf_clear(&guide->save_text);
  switch (guide_save_state(guide)) {
  case SAVE_SAVED:
    clock_format_local_time(session_saved_seconds(guide->session), time);
    strbuf_addf(&guide->save_text, _("Saved %s"), time);
    break;
  case SAVE_UNSAVED:
    strbuf_add(&guide->save_text, _("Not saved yet"));
    break;
  case SAVE_FAILED:
    strbuf_addf(&guide->save_text, _("NOT SAVED: %s"), guide->save_failure);
    break;
  case SAVE_NO_FILE:
    strbuf_add(&guide->save_text, _("No file yet"));
    break;
  case SAVE_READ_ONLY:
    strbuf_add(&guide->save_text, _("Read only"));
    break;
  }
  return guide->save_text.text;
}

/* A profile field as a person reads it; NULL when it is not known. */
static const char *profile_label(const struct guide *guide, const char *full_id) {
  const struct question *question = checklist_question(guide->checklist, full_id);
  const char *value = session_value(guide->session, full_id);
  if (!question || !value || !*value || strcmp(value, "unknown") == 0)
    return NULL;
  const struct choice *choice = question_choice(question, value);
  return choice ? language_checklist_text(choice->label) : value;
}

const char *guide_place_name(struct guide *guide) {
  const char *name = profile_label(guide, "profile.name");
  const char *state = profile_label(guide, "profile.state");
  strbuf_clear(&guide->place);
  if (name && state)
    strbuf_addf(&guide->place, P_("place and state", "%s, %s"), name, state);
  else
    strbuf_add(&guide->place, name ? name : _("(no place yet)"));
  return guide->place.text;
}

const char *guide_position_text(struct guide *guide) {
  const struct criterion *page = guide_page(guide);
  const struct section *section = page->section;
  strbuf_clear(&guide->position);
  switch (section->kind) {
  case SECTION_PROFILE:
    strbuf_add(&guide->position, _("Profile"));
    break;
  case SECTION_SURVEY:
    strbuf_add(&guide->position, language_checklist_text(section->title));
    break;
  case SECTION_CRITERIA:
    strbuf_addf(&guide->position, _("Criterion %zu of %zu"), page->number,
                section->criterion_count);
    break;
  case SECTION_FURTHER:
    strbuf_addf(&guide->position, _("Further criterion %zu of %zu"), page->number,
                section->criterion_count);
    break;
  }
  return guide->position.text;
}

const char *guide_progress_text(struct guide *guide) {
  const struct counts *counts = &guide_assessment(guide)->counts;
  strbuf_clear(&guide->progress);
  if (counts->unknown)
    strbuf_addf(&guide->progress, _("%zu of %zu answered, %zu to find out"), counts->answered,
                counts->relevant, counts->unknown);
  else
    strbuf_addf(&guide->progress, _("%zu of %zu answered"), counts->answered, counts->relevant);
  return guide->progress.text;
}
