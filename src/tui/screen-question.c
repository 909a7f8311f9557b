/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page of questions: the profile, a survey or a criterion. Letters answer and record; in a field
 * (text, date, number) they are typed. */
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"
#include "checklist/checklist.h"
#include "guide/guide.h"
#include "session/session.h"
#include "tui/app.h"
#include "tui/hints.h"
#include "tui/list.h"
#include "tui/question-answer.h"
#include "tui/question-field.h"
#include "tui/question-page.h"
#include "tui/question-reply.h"
#include "tui/requests.h"
#include "tui/screens.h"

/* --- moving ------------------------------------------------------------------------------------*/

static bool is_at_edge(struct app *app, const struct question_state *page, int direction) {
  const struct question *first = page->page->questions, *end = first + page->page->question_count;
  for (const struct question *q = page->question + direction; q >= first && q < end; q += direction)
    if (guide_relevant(app->guide, q))
      return false;
  return true;
}

/* Before a step leaves the page, what is out of sight on it is shown. */
static bool scrolls_first(struct app *app, struct question_state *page, enum command command) {
  if (command != COMMAND_NEXT_QUESTION && command != COMMAND_PREVIOUS_QUESTION)
    return false;
  int direction = command == COMMAND_NEXT_QUESTION ? 1 : -1;
  if (pane_scroll_in_focus(&page->pane, direction))
    return true;
  return is_at_edge(app, page, direction) &&
         pane_scroll(&page->pane, direction * (page->pane.height - 1));
}

static struct screen_result move(struct app *app, struct question_state *page,
                                 enum command command) {
  struct guide_outcome outcome;
  bool is_forward = command == COMMAND_NEXT_QUESTION || command == COMMAND_NEXT_PAGE;
  if (!question_accept_typed(app, page) && is_forward)
    return screen_stay();
  if (scrolls_first(app, page, command) || !app_do(app, command, NULL, &outcome))
    return screen_stay();
  if (outcome.changes & GUIDE_NEEDS_WORDS)
    return question_ask_words(app, page, question_value(app), outcome.status);
  question_settle(app, page);
  if (is_forward && outcome.changes & GUIDE_PAGE)
    pane_show_head(&page->pane); /* the standard is read before the first question */
  return outcome.changes & GUIDE_FINISHED ? screen_open(SCREEN_RESULTS, NULL, 0) : screen_stay();
}

static void go_to(struct app *app, struct question_state *page, const char *place) {
  if (*place && app_do_text(app, COMMAND_GO, place, NULL))
    question_settle(app, page);
}

/* --- recording ---------------------------------------------------------------------------------*/

static struct screen_result open_menu(struct app *app) {
  return screen_open(SCREEN_CHOOSE, question_menu(app), QUESTION_TAG_MENU);
}

static struct screen_result do_and_settle(struct app *app, struct question_state *page,
                                          enum command command) {
  if (app_do(app, command, NULL, NULL))
    question_settle(app, page);
  return screen_stay();
}

static struct screen_result open_evidence(struct app *app) {
  const struct answer *recorded =
      session_answer(guide_session(app->guide), guide_question(app->guide)->id);
  if (recorded && recorded->evidence_count > 0)
    return screen_open(SCREEN_EVIDENCE, NULL, 0);
  return screen_open(SCREEN_FORM, form_request_new(FORM_EVIDENCE, true, 0), 0);
}

/* --- commands ----------------------------------------------------------------------------------*/

static struct screen_result record(struct app *app, struct question_state *page,
                                   enum command command) {
  switch (command) {
  case COMMAND_COMMENT:
  case COMMAND_NOTE:
    return screen_open(SCREEN_EDIT, question_comment(app, command), (int)command);
  case COMMAND_INSTRUMENT:
    if (page->question->aspect != ASPECT_WRITTEN)
      return do_and_settle(app, page, command); /* which says why not */
    return screen_open(SCREEN_CHOOSE, question_instrument(app), (int)command);
  case COMMAND_EVIDENCE_ADD:
    return open_evidence(app);
  case COMMAND_FOLLOW_UP:
    return screen_open(SCREEN_FORM, form_request_new(FORM_FOLLOW_UP, false, 0), 0);
  case COMMAND_GROUP:
    return screen_open(SCREEN_FORM, form_request_new(FORM_GROUP, false, 0), 0);
  case COMMAND_GO:
    return screen_open(
        SCREEN_PROMPT,
        text_request_new(_("Go to"), _("The number of a question, or a name:"), NULL, NULL),
        (int)command);
  default:
    return do_and_settle(app, page, command);
  }
}

static struct screen_result command(struct app *app, void *state, enum command command) {
  struct question_state *page = state;
  if (command_info(command)->group == GROUP_ANSWER && question_shows_first(app, page))
    return screen_stay();
  if (command_info(command)->group == GROUP_MOVE && command != COMMAND_GO)
    return move(app, page, command);
  if (!question_accept_typed(app, page))
    return screen_stay();
  if (question_answer_of(command))
    return question_answer_letter(app, page, command);
  switch (command) {
  case COMMAND_ANSWER:
    if (!question_is_typed(page->question))
      return open_menu(app);
    question_begin_typing(app, page);
    return screen_stay();
  case COMMAND_BACK:
    return screen_then(THEN_HOME);
  case COMMAND_SAVE:
  case COMMAND_SAVE_AS:
  case COMMAND_LOCK:
  case COMMAND_BY_NUMBER:
    return screen_ignored();
  default:
    return command_info(command)->front_end ? screen_ignored() : record(app, page, command);
  }
}

/* --- keys --------------------------------------------------------------------------------------*/

static struct screen_result type(struct app *app, struct question_state *page,
                                 const struct key *key) {
  if (key->code == INPUT_ENTER)
    return move(app, page, COMMAND_NEXT_QUESTION);
  if (key->code != INPUT_ESCAPE)
    return question_type(app, page, key) ? screen_stay() : screen_ignored();
  question_leave_field(app, page);
  return screen_stay();
}

static struct screen_result press(struct app *app, struct question_state *page, int row) {
  int item = pane_item_at(&page->pane, row);
  if (item == PANE_NO_ITEM)
    return screen_stay();
  if (item == page->pane.focus)
    return page->is_typing ? screen_stay() : command(app, page, COMMAND_ANSWER);
  question_accept_typed(app, page);
  go_to(app, page, page->page->questions[item].id);
  return screen_stay();
}

static struct screen_result turn_page(struct app *app, struct question_state *page,
                                      const struct key *key) {
  int rows = page->pane.height - 1;
  bool is_down = key->code == INPUT_PAGE_DOWN;
  if (pane_scroll(&page->pane, is_down ? rows : -rows))
    return screen_stay();
  return move(app, page, is_down ? COMMAND_NEXT_PAGE : COMMAND_PREVIOUS_PAGE);
}

static struct screen_result key(struct app *app, void *state, const struct key *key) {
  struct question_state *page = state;
  if (key->code == INPUT_MOUSE)
    return press(app, page, key->row);
  if (key->code == INPUT_WHEEL_DOWN || key->code == INPUT_WHEEL_UP)
    return list_scroll_key(&page->pane, key) ? screen_stay() : screen_ignored();
  if (key->code == INPUT_PAGE_DOWN || key->code == INPUT_PAGE_UP)
    return turn_page(app, page, key);
  if (page->is_typing)
    return type(app, page, key);
  if (key->code == INPUT_CHAR && key->character == ' ')
    return open_menu(app);
  return key->code == INPUT_CHAR ? question_answer_number(app, page, key) : screen_ignored();
}

/* --- what comes back from other screens --------------------------------------------------------*/

/* The list stays open while several choices are made. */
static struct screen_result take_menu_answer(struct app *app, struct question_state *page,
                                             const char *item) {
  struct screen_result result = question_answer_item(app, page, item);
  if (page->question->kind != KIND_CHOICES || result.then != THEN_STAY)
    return result;
  struct choose_request *menu = question_menu(app);
  for (size_t i = 0; i < menu->count; i++)
    if (menu->items[i].value[0] == '=' && strcmp(menu->items[i].value + 1, item) == 0)
      menu->focus = i;
  return screen_open(SCREEN_CHOOSE, menu, QUESTION_TAG_MENU);
}

static struct screen_result take_menu(struct app *app, struct question_state *page,
                                      const char *value) {
  if (value[0] == '=')
    return take_menu_answer(app, page, value + 1);
  if (value[0] != '!') {
    question_begin_typing(app, page);
    return screen_stay();
  }
  enum command chosen = command_by_id(value + 1)->command;
  struct screen_result result = command(app, page, chosen);
  if (result.then != THEN_IGNORED)
    return result;
  return (struct screen_result){.then = THEN_COMMAND, .command = chosen};
}

static struct screen_result take_text(struct app *app, struct question_state *page,
                                      enum command command, const char *text) {
  if (app_do_text(app, command, text, NULL))
    app_typed(app, NULL, NULL);
  question_settle(app, page);
  return screen_stay();
}

static struct screen_result resume(struct app *app, void *state, int tag, const char *value) {
  struct question_state *page = state;
  if (!value || tag == SCREEN_TAG_LANGUAGE) {
    question_settle(app, page);
    return screen_stay();
  }
  switch (tag) {
  case QUESTION_TAG_WORDS:
    return question_take_words(app, page, value);
  case QUESTION_TAG_MENU:
    return take_menu(app, page, value);
  case COMMAND_GO:
    go_to(app, page, value);
    return screen_stay();
  case COMMAND_COMMENT:
  case COMMAND_NOTE:
  case COMMAND_INSTRUMENT:
    return take_text(app, page, (enum command)tag, value);
  default:
    question_settle(app, page);
    return screen_stay();
  }
}

/* --- drawing -----------------------------------------------------------------------------------*/

static void draw(struct app *app, void *state) {
  struct question_state *page = state;
  if (page->question != guide_question(app->guide))
    question_settle(app, page);
  app_begin_pane(app, &page->pane);
  question_page_add(app, &page->pane, page->is_typing ? &page->editor : NULL);
  pane_draw(&page->pane);
}

static void typing_hints(struct hints *hints) {
  hints_add(hints, "Enter", _("next"));
  hints_add(hints, "Escape", _("done"));
  hints_add(hints, "F1", _("help"));
}

static void hints(struct app *app, void *state, struct hints *hints) {
  static const enum command yes_no[] = {COMMAND_ANSWER_YES, COMMAND_ANSWER_NO,
                                        COMMAND_ANSWER_PARTLY};
  static const enum command others[] = {
      COMMAND_ANSWER_UNKNOWN, COMMAND_COMMENT, COMMAND_EVIDENCE_ADD,
      COMMAND_NEXT_PAGE,      COMMAND_RESULTS, COMMAND_ANSWER_OTHER,
      COMMAND_OUTLINE,        COMMAND_UNDO,    COMMAND_HELP};
  (void)app;
  const struct question_state *page = state;
  if (page->is_typing) {
    typing_hints(hints);
    return;
  }
  if (page->question->kind == KIND_YES_NO)
    for (size_t i = 0; i < sizeof yes_no / sizeof *yes_no; i++)
      hints_add_command(hints, yes_no[i]);
  else
    hints_add(hints, "Enter", _("answer"));
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    hints_add_command(hints, others[i]);
}

/* --- beginning and end -------------------------------------------------------------------------*/

static struct screen_result resume_draft(struct app *app, struct question_state *page) {
  const struct draft *draft = session_draft(guide_session(app->guide));
  if (!draft || !draft->question_id || !draft->field)
    return screen_stay();
  if (strcmp(draft->question_id, page->question->id) != 0)
    go_to(app, page, draft->question_id);
  app_tell(app, _("Restored: what was typed and not finished yet."));
  if (strcmp(draft->field, draft_of_comment) == 0)
    return record(app, page, COMMAND_COMMENT);
  if (strcmp(draft->field, draft_of_note) == 0)
    return record(app, page, COMMAND_NOTE);
  if (strncmp(draft->field, draft_of_words, strlen(draft_of_words)) == 0)
    return question_ask_words(app, page, draft->field + strlen(draft_of_words), _("In words"));
  struct form_request *form = form_request_of_draft(draft->field);
  return form ? screen_open(SCREEN_FORM, form, 0) : screen_stay();
}

static struct screen_result enter(struct app *app, void **state, void *argument) {
  struct question_state *page = memory_new_zeroed(1, sizeof *page);
  free(argument);
  pane_init(&page->pane);
  editor_init(&page->editor, true);
  *state = page;
  question_settle(app, page);
  return resume_draft(app, page);
}

static void keep(struct app *app, void *state) {
  question_accept_typed(app, state);
}

static void leave(struct app *app, void *state) {
  (void)app;
  struct question_state *page = state;
  pane_release(&page->pane);
  editor_release(&page->editor);
  free(page->wanted_value);
  free(page);
}

const struct screen_ops screen_question_ops = {
    .id = "question",
    .enter = enter,
    .draw = draw,
    .hints = hints,
    .key = key,
    .command = command,
    .resume = resume,
    .keep = keep,
    .leave = leave,
};
