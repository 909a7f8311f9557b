/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "assess/assess.h"
#include "base/clock.h"
#include "base/language.h"
#include "checklist/checklist.h"
#include "guide/guide-internal.h"
#include "report/placeholders.h"
#include "session/answer-kind.h"
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

/* A whole paragraph would be too much for a status line. */
static bool is_long(const struct question *question, const char *value) {
  size_t length = value ? strlen(value) : 0;
  return question->kind == KIND_TEXT && length &&
         (length > 60 || strchr(value, '\n') || strchr(".!?", value[length - 1]));
}

void guide_add_value(struct strbuf *out, const struct question *question, const char *value) {
  if (is_long(question, value))
    strbuf_add(out, _("in words"));
  else
    answer_format(question, value, out);
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
  case SAVE_PRACTICE:
    strbuf_add(&guide->save_text, _("Practice, not saved"));
    break;
  }
  return guide->save_text.text;
}

/* A profile field as a person reads it; NULL when it is not known. */
static const char *profile_label(const struct guide *guide, const char *full_id) {
  const struct question *question = checklist_question(guide->checklist, full_id);
  const struct answer *answer = session_answer(guide->session, full_id);
  if (!question || !answer || !answer->value || strcmp(answer->value, "unknown") == 0 ||
      strcmp(answer->value, "n/a") == 0)
    return NULL;
  const struct choice *choice = question_choice(question, answer->value);
  if (choice)
    return language_checklist_text(choice->label);
  return answer->words ? answer->words : answer->value; /* other, in words */
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

/* --- the text of a law -------------------------------------------------------------------------*/

static void add_choice(struct strbuf *out, const char *options) {
  strbuf_add_char(out, '[');
  for (const char *at = options; *at; at++)
    strbuf_add_bytes(out, *at == '|' ? " / " : at, *at == '|' ? 3 : 1);
  strbuf_add_char(out, ']');
}

static void replace(void *context, enum placeholder_kind kind, const char *name,
                    const char *options, struct strbuf *out) {
  const struct guide *guide = context;
  const struct provision *provision = checklist_provision(guide->checklist, name);
  const char *label = kind == PLACEHOLDER_PROFILE ? profile_label(guide, name) : NULL;
  if (kind == PLACEHOLDER_CHOICE)
    add_choice(out, options);
  else if (kind == PLACEHOLDER_SECTION && provision)
    strbuf_addf(out, _("the section \"%s\""), provision->heading);
  else
    strbuf_addf(out, label ? "%s" : "[%s]", label ? label : name);
}

char *guide_provision_text(struct guide *guide, const struct provision *provision) {
  struct strbuf text;
  strbuf_init(&text);
  const struct language *before = language_use(language_open(guide->checklist->language, NULL));
  placeholders_fill(&text, provision->text, replace, guide);
  language_use(before);
  return strbuf_take(&text);
}

/* --- where we are ------------------------------------------------------------------------------*/

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
    strbuf_addf(&guide->position, P_("section and page", "%s, %zu of %zu"),
                language_checklist_text(section->title), page->number, section->criterion_count);
    break;
  }
  return guide->position.text;
}

const char *guide_brief_progress_text(struct guide *guide) {
  const struct counts *counts = &guide_assessment(guide)->counts;
  strbuf_clear(&guide->progress);
  strbuf_addf(&guide->progress, _("%zu of %zu answered"), counts->answered, counts->relevant);
  return guide->progress.text;
}

const char *guide_progress_text(struct guide *guide) {
  const struct counts *counts = &guide_assessment(guide)->counts;
  if (!counts->unknown)
    return guide_brief_progress_text(guide);
  strbuf_clear(&guide->progress);
  strbuf_addf(&guide->progress, _("%zu of %zu answered, %zu to find out"), counts->answered,
              counts->relevant, counts->unknown);
  return guide->progress.text;
}
