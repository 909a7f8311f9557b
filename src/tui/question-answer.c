/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/question-answer.h"

#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"
#include "guide/guide.h"
#include "session/answer-kind.h"
#include "session/instrument.h"
#include "session/session.h"
#include "tui/app.h"
#include "tui/keymap.h"
#include "tui/question-page.h"
#include "tui/requests.h"

const char draft_of_value[] = "value", draft_of_comment[] = "comment", draft_of_note[] = "note",
           draft_of_words[] = "words-";

static const struct answer *current_answer(const struct app *app) {
  return session_answer(guide_session(app->guide), guide_question(app->guide)->id);
}

static const char *current_ask(const struct app *app) {
  return language_checklist_text(guide_question(app->guide)->ask);
}

/* --- values ------------------------------------------------------------------------------------*/

static bool stands_alone(const char *item) {
  return strcmp(item, "unknown") == 0 || strcmp(item, "n/a") == 0;
}

static bool stands_beside_others(const struct question *question, const char *item) {
  return question->kind == KIND_CHOICES && !stands_alone(item);
}

enum choose_mark answer_mark(const struct question *question, const char *value, const char *item) {
  bool is_on = answer_value_has(value, item);
  if (stands_beside_others(question, item))
    return is_on ? CHOOSE_BOX_ON : CHOOSE_BOX_OFF;
  return is_on ? CHOOSE_ON : CHOOSE_OFF;
}

char *answer_with_item(const struct question *question, const char *value, const char *item) {
  struct answer_option options[ANSWER_OPTIONS_LIMIT];
  size_t count = answer_options(question, options, ANSWER_OPTIONS_LIMIT);
  struct strbuf list;
  strbuf_init(&list);
  if (!stands_beside_others(question, item)) {
    strbuf_add(&list, item);
    return strbuf_take(&list);
  }
  for (size_t i = 0; i < count && i < ANSWER_OPTIONS_LIMIT; i++) {
    bool is_item = strcmp(options[i].value, item) == 0;
    bool was_there = answer_value_has(value, options[i].value);
    if (!stands_alone(options[i].value) && is_item != was_there)
      strbuf_addf(&list, "%s%s", list.length ? ", " : "", options[i].value);
  }
  return strbuf_take(&list);
}

/* --- the menu ----------------------------------------------------------------------------------*/

static const enum command menu_commands[] = {
    COMMAND_COMMENT,    COMMAND_EVIDENCE_ADD, COMMAND_INSTRUMENT, COMMAND_REVIEW,
    COMMAND_NOTE,       COMMAND_FOLLOW_UP,    COMMAND_GROUP,      COMMAND_BY_NUMBER,
    COMMAND_CONFIRM,    COMMAND_CLEAR_ANSWER, COMMAND_UNDO,       COMMAND_REDO,
    COMMAND_NEXT_OPEN,  COMMAND_GO,           COMMAND_OUTLINE,    COMMAND_SEARCH,
    COMMAND_BACKGROUND, COMMAND_RESULTS,      COMMAND_EXPORT,     COMMAND_PROFILE,
    COMMAND_HOME,       COMMAND_SAVE_AS,      COMMAND_LOCK,       COMMAND_HELP,
    COMMAND_LANGUAGE,   COMMAND_THEME,        COMMAND_QUIT,
};

static void add_options(struct choose_request *request, const struct question *question,
                        const char *value) {
  struct answer_option options[ANSWER_OPTIONS_LIMIT];
  size_t count = answer_options(question, options, ANSWER_OPTIONS_LIMIT);
  struct strbuf item;
  strbuf_init(&item);
  for (size_t i = 0; i < count && i < ANSWER_OPTIONS_LIMIT; i++) {
    const char *hint = i < question->choice_count ? question->choices[i].hint : NULL;
    strbuf_clear(&item);
    strbuf_addf(&item, "=%s", options[i].value);
    choose_request_add(request, item.text, options[i].label, language_checklist_text(hint),
                       options[i].key, answer_mark(question, value, options[i].value));
  }
  strbuf_release(&item);
}

static bool is_of_use(const struct app *app, enum command command) {
  const struct question *question = guide_question(app->guide);
  if (command == COMMAND_INSTRUMENT)
    return question->aspect == ASPECT_WRITTEN;
  if (command == COMMAND_CONFIRM)
    return session_look_again(guide_session(app->guide), question);
  return true;
}

static void add_command(struct choose_request *request, enum command command) {
  const struct command_info *info = command_info(command);
  const char *key = keymap_key_name(command);
  struct strbuf item;
  strbuf_init(&item);
  strbuf_addf(&item, "!%s", info->id);
  choose_request_add(request, item.text, _(info->name), NULL, key && strlen(key) == 1 ? key : NULL,
                     CHOOSE_NO_MARK);
  strbuf_release(&item);
}

struct choose_request *question_menu(struct app *app) {
  const struct question *question = guide_question(app->guide);
  const struct answer *answer = current_answer(app);
  struct choose_request *request = choose_request_new(current_ask(app), NULL);
  if (question_is_typed(question))
    choose_request_add(request, "", _("type the answer"), NULL, NULL, CHOOSE_NO_MARK);
  add_options(request, question, answer ? answer->value : NULL);
  for (size_t i = 0; i < sizeof menu_commands / sizeof *menu_commands; i++)
    if (is_of_use(app, menu_commands[i]))
      add_command(request, menu_commands[i]);
  return request;
}

/* --- texts -------------------------------------------------------------------------------------*/

struct text_request *question_words(struct app *app, const char *value, const char *prompt) {
  const struct answer *answer = current_answer(app);
  struct strbuf field, about;
  strbuf_init(&field);
  strbuf_init(&about);
  strbuf_addf(&field, "%s%s", draft_of_words, value);
  strbuf_add(&about, current_ask(app));
  const char *draft = guide_draft(app->guide, field.text);
  const char *words = draft ? draft : answer ? answer->words : NULL;
  struct text_request *request = text_request_new(prompt, about.text, words, field.text);
  strbuf_release(&field);
  strbuf_release(&about);
  return request;
}

struct text_request *question_comment(struct app *app, enum command command) {
  const struct answer *answer = current_answer(app);
  bool is_note = command == COMMAND_NOTE;
  const char *field = is_note ? draft_of_note : draft_of_comment;
  const char *text = guide_draft(app->guide, field);
  if (!text && answer)
    text = is_note ? answer->note : answer->comment;
  return text_request_new(is_note ? _("Private note") : _("Comment"), current_ask(app), text,
                          field);
}

struct choose_request *question_instrument(struct app *app) {
  const struct answer *answer = current_answer(app);
  const char *chosen = answer && answer->instrument ? answer->instrument : "";
  struct choose_request *request =
      choose_request_new(_("By what kind of act was the rule made?"), current_ask(app));
  for (const struct instrument *one = instruments; one->id; one++)
    choose_request_add(request, one->id, _(one->label), _(one->undone_by), NULL,
                       strcmp(one->id, chosen) == 0 ? CHOOSE_ON : CHOOSE_OFF);
  return request;
}
