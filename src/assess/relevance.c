/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assess/relevance.h"

#include <string.h>

#include "assess/assess.h"
#include "checklist/checklist.h"
#include "session/session.h"

static const char *look_up_answer(void *context, const char *subject) {
  struct relevance *relevance = context;
  const struct question *question = checklist_question(relevance->checklist, subject);
  if (!question)
    return NULL;
  size_t index = checklist_question_index(relevance->checklist, question);
  return relevance->results[index].relevant ? session_value(relevance->session, subject) : NULL;
}

static bool is_sure(const struct state *state) {
  return state && state->confidence == CONFIDENCE_HIGH;
}

bool state_has_mode(const struct state *state, const char *mode) {
  return is_sure(state) ? string_list_has(state->modes, mode) : strcmp(mode, "unknown") == 0;
}

const struct floor *state_floor(const struct state *state, const struct criterion *criterion) {
  for (size_t i = 0; is_sure(state) && i < state->floor_count; i++)
    if (strcmp(state->floors[i].criterion, criterion->id) == 0)
      return &state->floors[i];
  return NULL;
}

static bool look_up_mode(void *context, const char *mode) {
  return state_has_mode(((struct relevance *)context)->state, mode);
}

bool relevance_holds(struct relevance *relevance, const struct condition *condition) {
  struct condition_lookup lookup = {look_up_answer, look_up_mode, relevance};
  return condition_holds(condition, &lookup);
}

bool relevance_of_page(struct relevance *relevance, const struct criterion *page) {
  return relevance_holds(relevance, page->section->relevant) &&
         relevance_holds(relevance, page->relevant);
}

void relevance_mark(struct relevance *relevance) {
  const struct checklist *checklist = relevance->checklist;
  const struct criterion *page = NULL;
  bool page_relevant = false;
  for (size_t i = 0; i < checklist->question_count; i++) {
    const struct question *question = checklist->questions[i];
    if (question->criterion != page) {
      page = question->criterion;
      page_relevant = relevance_of_page(relevance, page);
    }
    relevance->results[i].question = question;
    relevance->results[i].relevant =
        page_relevant && relevance_holds(relevance, question->relevant);
  }
}

const struct state *relevance_state(const struct checklist *checklist,
                                    const struct session *session) {
  const char *id = session_value(session, "profile.state");
  return id && checklist->rest_loaded ? checklist_state(checklist, id) : NULL;
}
