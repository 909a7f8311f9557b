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

static bool state_has_mode(void *context, const char *mode) {
  const struct state *state = ((struct relevance *)context)->state;
  return state ? string_list_has(state->modes, mode) : strcmp(mode, "unknown") == 0;
}

bool relevance_holds(struct relevance *relevance, const struct condition *condition) {
  struct condition_lookup lookup = {look_up_answer, state_has_mode, relevance};
  return condition_holds(condition, &lookup);
}

void relevance_mark(struct relevance *relevance) {
  const struct checklist *checklist = relevance->checklist;
  const struct criterion *page = NULL;
  bool page_relevant = false;
  for (size_t i = 0; i < checklist->question_count; i++) {
    const struct question *question = checklist->questions[i];
    if (question->criterion != page) {
      page = question->criterion;
      page_relevant = relevance_holds(relevance, page->relevant);
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
