/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/outline.h"

#include <stdlib.h>
#include <string.h>

#include "assess/assess.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "checklist/checklist.h"
#include "guide/guide.h"
#include "session/answer-kind.h"
#include "session/session.h"

const char *outline_filter_name(enum outline_filter filter) {
  static const char *const names[OUTLINE_FILTER_COUNT] = {
      [OUTLINE_ALL] = N_("all"),
      [OUTLINE_UNANSWERED] = N_("unanswered"),
      [OUTLINE_TO_FIND_OUT] = N_("to find out"),
      [OUTLINE_MARKED] = N_("marked"),
      [OUTLINE_LOOK_AGAIN] = N_("to look at again"),
  };
  return _(names[filter]);
}

/* --- what passes -------------------------------------------------------------------------------*/

static bool passes(struct guide *guide, const struct question_result *result,
                   enum outline_filter filter) {
  const struct answer *answer = session_answer(guide_session(guide), result->question->id);
  switch (filter) {
  case OUTLINE_UNANSWERED:
    return result->verdict == VERDICT_UNANSWERED;
  case OUTLINE_TO_FIND_OUT:
    return result->verdict == VERDICT_UNKNOWN || result->verdict == VERDICT_OTHER;
  case OUTLINE_MARKED:
    return answer && answer->review;
  case OUTLINE_LOOK_AGAIN:
    return session_look_again(guide_session(guide), result->question);
  default:
    return true;
  }
}

static bool has(const char *text, const char *key) {
  return text && text_contains(text, key);
}

static bool evidence_has(const struct answer *answer, const char *key) {
  for (size_t i = 0; i < answer->evidence_count; i++) {
    const struct evidence *evidence = &answer->evidence[i];
    if (has(evidence->what, key) || has(evidence->section, key) || has(evidence->quote, key) ||
        has(evidence->link, key))
      return true;
  }
  return false;
}

static bool question_has(struct guide *guide, const struct question *question, const char *key) {
  const struct answer *answer = session_answer(guide_session(guide), question->id);
  if (has(language_checklist_text(question->ask), key) || has(question->source, key))
    return true;
  if (!answer)
    return false;
  return has(answer->value, key) || has(answer->words, key) || has(answer->comment, key) ||
         has(answer->note, key) || evidence_has(answer, key);
}

static bool page_has(const struct criterion *page, const char *key) {
  return has(language_checklist_text(page->title), key) ||
         has(language_checklist_text(page->standard), key);
}

/* --- the states --------------------------------------------------------------------------------*/

static char *question_state(struct guide *guide, const struct question_result *result) {
  const char *value = session_value(guide_session(guide), result->question->id);
  struct strbuf state;
  strbuf_init(&state);
  if (!result->relevant)
    strbuf_add(&state, _("not asked"));
  else if (!value)
    strbuf_add(&state, "–");
  else
    answer_format(result->question, value, &state);
  return strbuf_take(&state);
}

static char *page_state(const struct criterion_result *result) {
  struct strbuf state;
  strbuf_init(&state);
  if (result->result == RESULT_RECORDED)
    strbuf_addf(&state, _("%zu of %zu"), result->counts.answered, result->counts.relevant);
  else
    strbuf_add(&state, result_name(result->result));
  return strbuf_take(&state);
}

/* --- the rows ----------------------------------------------------------------------------------*/

static void add(struct outline *outline, struct outline_row row) {
  MEMORY_GROW(outline->rows, outline->count, outline->capacity);
  outline->rows[outline->count++] = row;
}

static void add_questions(struct outline *outline, struct guide *guide,
                          const struct criterion *page, enum outline_filter filter,
                          const char *key) {
  const struct assessment *assessment = guide_assessment(guide);
  for (size_t i = 0; i < page->question_count; i++) {
    const struct question *question = &page->questions[i];
    const struct question_result *result = assess_question(assessment, question);
    if (passes(guide, result, filter) && (!key || question_has(guide, question, key)))
      add(outline,
          (struct outline_row){page, question, result->relevant, question_state(guide, result)});
  }
}

static void add_page(struct outline *outline, struct guide *guide, const struct criterion *page,
                     enum outline_filter filter, const char *key) {
  const struct criterion_result *result = assess_criterion(guide_assessment(guide), page);
  size_t own_row = outline->count;
  add(outline, (struct outline_row){page, NULL, result->counts.relevant > 0, page_state(result)});
  add_questions(outline, guide, page, filter, key);
  bool shown =
      outline->count > own_row + 1 || (filter == OUTLINE_ALL && (!key || page_has(page, key)));
  if (!shown)
    free(outline->rows[--outline->count].state);
}

void outline_make(struct outline *outline, struct guide *guide, enum outline_filter filter,
                  const char *search) {
  const struct checklist *checklist = guide_checklist(guide);
  char *key = search && *search ? text_search_key(search) : NULL;
  *outline = (struct outline){0};
  for (size_t i = 0; i < checklist->criterion_count; i++)
    if (assess_section_relevant(guide_assessment(guide), checklist->criteria[i]->section))
      add_page(outline, guide, checklist->criteria[i], filter, key);
  free(key);
}

void outline_release(struct outline *outline) {
  for (size_t i = 0; i < outline->count; i++)
    free(outline->rows[i].state);
  free(outline->rows);
  *outline = (struct outline){0};
}
