/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entering a worksheet: one line after another, "12 y". While a line is typed its question is
 * shown, and afterwards what was recorded. */
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"
#include "session/answer-kind.h"
#include "tui/app.h"
#include "tui/editor.h"
#include "tui/hints.h"
#include "tui/screens.h"

enum { ENTRIES_SHOWN = 10 };

struct numbers_screen {
  struct pane pane;
  struct editor line;
  char *entries[ENTRIES_SHOWN]; /* the last one first; NULL: none */
  bool was_refused;             /* at the last wish to leave; the next one leaves */
};

/* --- what is recorded --------------------------------------------------------------------------*/

static void remember(struct numbers_screen *screen, const char *status) {
  free(screen->entries[ENTRIES_SHOWN - 1]);
  memmove(screen->entries + 1, screen->entries, (ENTRIES_SHOWN - 1) * sizeof *screen->entries);
  screen->entries[0] = memory_dup(status);
}

/* The line stays until it has its words. */
static void ask_words(struct app *app, struct numbers_screen *screen, const char *question) {
  struct strbuf told;
  strbuf_init(&told);
  strbuf_addf(&told, _("Words are missing. %s Type them behind the answer."), question);
  app_tell(app, told.text);
  strbuf_clear(&told);
  strbuf_add(&told, screen->line.text.text);
  strbuf_trim_end(&told);
  strbuf_add(&told, " ");
  editor_set(&screen->line, told.text);
  strbuf_release(&told);
}

/* False: nothing was recorded, and the line stays to be put right. */
static bool accept(struct app *app, struct numbers_screen *screen) {
  struct guide_outcome outcome;
  struct guide_input input = {.text = screen->line.text.text};
  if (!app_do(app, COMMAND_BY_NUMBER, &input, &outcome))
    return false;
  if (outcome.changes & GUIDE_NEEDS_WORDS) {
    ask_words(app, screen, outcome.status);
    return false;
  }
  remember(screen, outcome.status);
  editor_set(&screen->line, NULL);
  return true;
}

/* --- drawing -----------------------------------------------------------------------------------*/

static void add_option(struct strbuf *out, const struct question *question, size_t index,
                       const struct answer_option *option) {
  strbuf_add(out, out->length ? "  " : "");
  if (question->choice_count)
    strbuf_addf(out, P_("numbered choice", "%zu. %s"), index + 1, option->label);
  else if (option->key)
    strbuf_addf(out, "%s\u00a0%s", option->key, option->label);
  else
    strbuf_add(out, option->label);
}

static void add_options(struct numbers_screen *screen, const struct question *question) {
  struct answer_option options[ANSWER_OPTIONS_LIMIT];
  size_t count = answer_options(question, options, ANSWER_OPTIONS_LIMIT);
  struct strbuf text;
  strbuf_init(&text);
  for (size_t i = 0; i < count && i < ANSWER_OPTIONS_LIMIT; i++)
    add_option(&text, question, i, &options[i]);
  pane_add(&screen->pane, PANE_NO_ITEM, 2, STYLE_TEXT, text.text);
  strbuf_release(&text);
}

/* What the number that is typed stands for. */
static void add_question(struct app *app, struct numbers_screen *screen) {
  const char *rest;
  const struct question *question = guide_question_typed(app->guide, screen->line.text.text, &rest);
  if (!question)
    return;
  struct strbuf text;
  strbuf_init(&text);
  strbuf_addf(&text, P_("numbered choice", "%zu. %s"), question->number,
              language_checklist_text(question->ask));
  pane_add(&screen->pane, PANE_NO_ITEM, 2, STYLE_TEXT, text.text);
  strbuf_release(&text);
  add_options(screen, question);
}

static void add_line(struct numbers_screen *screen) {
  editor_set_width(&screen->line, screen->pane.width - 3);
  if (screen->line.text.length)
    pane_add_editor(&screen->pane, 0, 2, STYLE_FIELD, &screen->line);
  else
    pane_add_empty_field(&screen->pane, 0, 2);
  if (!screen->line.text.length)
    pane_place_cursor(&screen->pane, 0);
}

static void add_entries(struct numbers_screen *screen) {
  if (screen->entries[0]) {
    pane_add_gap(&screen->pane);
    pane_add(&screen->pane, PANE_NO_ITEM, 0, STYLE_TITLE, _("Entered, the last one first"));
  }
  for (size_t i = 0; i < ENTRIES_SHOWN && screen->entries[i]; i++)
    pane_add(&screen->pane, PANE_NO_ITEM, 2, STYLE_TEXT, screen->entries[i]);
}

static void draw(struct app *app, void *state) {
  struct numbers_screen *screen = state;
  app_begin_pane(app, &screen->pane);
  pane_add(&screen->pane, PANE_NO_ITEM, 0, STYLE_TITLE, _("Number and answer:"));
  add_line(screen);
  int row = screen->pane.cursor_row, column = screen->pane.cursor_column;
  add_question(app, screen);
  add_entries(screen);
  pane_add_gap(&screen->pane);
  pane_add(&screen->pane, PANE_NO_ITEM, 0, STYLE_TEXT,
           _("Like 12 y or 14 p except in summer. y is yes, n no, p partly, o other, d or ? don't "
             "know yet, x does not apply; partly, other and does not apply need words. Choices "
             "have the numbers that they have on the paper. To put an entry right, enter it "
             "again."));
  screen->pane.cursor_row = row;
  screen->pane.cursor_column = column;
  pane_draw(&screen->pane);
}

static void hints(struct app *app, void *state, struct hints *list) {
  const struct numbers_screen *screen = state;
  (void)app;
  hints_add(list, "Enter", _("record"));
  hints_add(list, "Escape", _("done"));
  if (screen->line.text.length)
    hints_add(list, "Ctrl-U", _("clear"));
  hints_add(list, "F1", _("help"));
}

/* --- keys --------------------------------------------------------------------------------------*/

/* What is typed is recorded, or the user is told once why it cannot be. */
static struct screen_result finish(struct app *app, struct numbers_screen *screen) {
  if (screen->line.text.length && !screen->was_refused && !accept(app, screen)) {
    screen->was_refused = true;
    return screen_stay();
  }
  return screen_close(NULL);
}

static struct screen_result key(struct app *app, void *state, const struct key *pressed) {
  struct numbers_screen *screen = state;
  if (pressed->code == INPUT_ESCAPE)
    return finish(app, screen);
  screen->was_refused = false;
  if (pressed->code == INPUT_ENTER && screen->line.text.length) {
    accept(app, screen);
    return screen_stay();
  }
  return editor_key(&screen->line, pressed, 1) ? screen_stay() : screen_ignored();
}

/* --- beginning and end -------------------------------------------------------------------------*/

static struct screen_result enter(struct app *app, void **state, void *argument) {
  struct numbers_screen *screen = memory_new_zeroed(1, sizeof *screen);
  (void)app;
  free(argument);
  pane_init(&screen->pane);
  pane_focus(&screen->pane, 0);
  editor_init(&screen->line, true);
  *state = screen;
  return screen_stay();
}

static void leave(struct app *app, void *state) {
  struct numbers_screen *screen = state;
  (void)app;
  for (size_t i = 0; i < ENTRIES_SHOWN; i++)
    free(screen->entries[i]);
  editor_release(&screen->line);
  pane_release(&screen->pane);
  free(screen);
}

static const char *title(struct app *app, void *state) {
  (void)app, (void)state;
  return _("From paper");
}

const struct screen_ops screen_numbers_ops = {
    .id = "by-number",
    .enter = enter,
    .draw = draw,
    .hints = hints,
    .key = key,
    .command = screen_typing_command,
    .leave = leave,
    .title = title,
};
