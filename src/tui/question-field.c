/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/question-field.h"

#include <string.h>

#include "checklist/checklist.h"
#include "guide/guide.h"
#include "session/session.h"
#include "tui/app.h"
#include "tui/question-answer.h"
#include "tui/question-page.h"

const char *question_value(const struct app *app) {
  return session_value(guide_session(app->guide), guide_question(app->guide)->id);
}

void question_begin_typing(struct app *app, struct question_state *page) {
  const char *value = question_value(app), *draft = guide_draft(app->guide, draft_of_value);
  bool is_text = value && strcmp(value, "unknown") != 0 && strcmp(value, "n/a") != 0;
  editor_set(&page->editor, draft ? draft : is_text ? value : NULL);
  page->is_typing = true;
  page->is_left = false;
  page->was_typed = draft != NULL;
}

void question_settle(struct app *app, struct question_state *page) {
  const struct question *question = guide_question(app->guide);
  if (page->page != question->criterion)
    page->pane.top = 0;
  if (page->question != question)
    page->is_left = false;
  page->page = question->criterion;
  page->question = question;
  page->is_typing = false;
  pane_focus(&page->pane, (int)(question - page->page->questions));
  if (question_is_typed(question) && !page->is_left &&
      !session_is_read_only(guide_session(app->guide)))
    question_begin_typing(app, page);
}

bool question_accept_typed(struct app *app, struct question_state *page) {
  if (!page->is_typing || !page->was_typed)
    return true;
  if (!app_do_text(app, COMMAND_ANSWER, page->editor.text.text, NULL))
    return false;
  app_typed(app, draft_of_value, NULL);
  page->was_typed = false;
  return true;
}

void question_leave_field(struct app *app, struct question_state *page) {
  question_accept_typed(app, page); /* if it is no answer, it waits as a draft */
  page->is_typing = false;
  page->is_left = true;
}

/* At the ends of the text these keys stay in the field; in an empty one arrows turn pages. */
static bool stays_in_field(const struct question_state *page, const struct key *key) {
  bool is_arrow = key->code == INPUT_LEFT || key->code == INPUT_RIGHT;
  return (is_arrow && page->editor.text.length > 0) || key->code == INPUT_BACKSPACE ||
         key->code == INPUT_DELETE;
}

bool question_type(struct app *app, struct question_state *page, const struct key *key) {
  bool is_used = editor_key(&page->editor, key, 1);
  if (page->editor.changed) {
    page->was_typed = true;
    app_typed(app, draft_of_value, page->editor.text.text);
  }
  page->editor.changed = false;
  return is_used || stays_in_field(page, key);
}
