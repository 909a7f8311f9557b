/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/question-reply.h"

#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"
#include "checklist/checklist.h"
#include "guide/guide.h"
#include "session/answer-kind.h"
#include "session/answer-list.h"
#include "session/session.h"
#include "tui/app.h"
#include "tui/list.h"
#include "tui/question-answer.h"
#include "tui/question-field.h"
#include "tui/question-page.h"
#include "tui/screens.h"

bool question_shows_first(struct app *app, struct question_state *page) {
  if (pane_focus_is_seen(&page->pane))
    return false;
  pane_focus(&page->pane, page->pane.focus);
  app_tell(app, _("Not answered yet: this is the question."));
  return true;
}

struct screen_result question_ask_words(struct app *app, struct question_state *page,
                                        const char *value, const char *prompt) {
  free(page->wanted_value);
  page->wanted_value = memory_dup(value);
  return screen_open(SCREEN_EDIT, question_words(app, page->wanted_value, prompt),
                     QUESTION_TAG_WORDS);
}

struct screen_result question_take_words(struct app *app, struct question_state *page,
                                         const char *words) {
  struct guide_input input = {.text = page->wanted_value, .words = words};
  struct guide_outcome outcome;
  if (!app_do(app, COMMAND_ANSWER, &input, &outcome))
    return screen_stay();
  app_typed(app, NULL, NULL);
  if (outcome.changes & GUIDE_NEEDS_WORDS)
    app_tell(app, _("Unchanged: this answer needs words."));
  question_settle(app, page);
  return screen_stay();
}

static struct screen_result answer(struct app *app, struct question_state *page,
                                   const char *value) {
  const struct answer *before = session_answer(guide_session(app->guide), page->question->id);
  bool keeps_words = before && before->words && answer_value_has(before->value, "other") &&
                     page->question->kind == KIND_CHOICES;
  struct guide_input input = {.text = value, .words = keeps_words ? before->words : NULL};
  struct guide_outcome outcome;
  if (!app_do(app, COMMAND_ANSWER, &input, &outcome))
    return screen_stay();
  if (outcome.changes & GUIDE_NEEDS_WORDS)
    return question_ask_words(app, page, value, outcome.status);
  question_settle(app, page);
  return screen_stay();
}

struct screen_result question_answer_item(struct app *app, struct question_state *page,
                                          const char *item) {
  char *value = answer_with_item(page->question, question_value(app), item);
  struct screen_result result = answer(app, page, value);
  free(value);
  return result;
}

struct screen_result question_answer_number(struct app *app, struct question_state *page,
                                            const struct key *key) {
  const struct question *question = page->question;
  if (question_is_typed(question) || question_has_long_list(question))
    return screen_ignored();
  int index = list_digit(key, (int)question->choice_count);
  if (index < 0)
    return screen_ignored();
  return question_shows_first(app, page)
             ? screen_stay()
             : question_answer_item(app, page, question->choices[index].id);
}

const char *question_answer_of(enum command command) {
  static const char *const answers[COMMAND_COUNT] = {
      [COMMAND_ANSWER_YES] = "yes",         [COMMAND_ANSWER_NO] = "no",
      [COMMAND_ANSWER_PARTLY] = "partly",   [COMMAND_ANSWER_OTHER] = "other",
      [COMMAND_ANSWER_UNKNOWN] = "unknown", [COMMAND_ANSWER_NOT_APPLICABLE] = "n/a",
  };
  return answers[command];
}

struct screen_result question_answer_letter(struct app *app, struct question_state *page,
                                            enum command command) {
  const char *value = question_answer_of(command);
  struct answer_option found;
  if (answer_option_find(page->question, value, strlen(value), &found))
    return question_answer_item(app, page, value);
  app_tell(app, _("Not an answer to this question: Enter shows what can be answered."));
  return screen_stay();
}
