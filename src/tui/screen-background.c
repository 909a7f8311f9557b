/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chapters of the background, the current page's own one first. */
#include <stdlib.h>

#include "base/error.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "guide/background.h"
#include "report/document.h"
#include "tui/app.h"
#include "tui/hints.h"
#include "tui/list.h"
#include "tui/requests.h"
#include "tui/screens.h"

struct background_screen {
  struct background_chapters chapters;
  struct pane pane;
};

static void make(struct app *app, struct background_screen *screen) {
  struct error err = ERROR_INIT;
  background_release(&screen->chapters);
  if (!background_make(&screen->chapters, app->guide, &err))
    app_tell_error(app, &err);
}

static struct screen_result enter(struct app *app, void **state, void *argument) {
  struct background_screen *screen = memory_new_zeroed(1, sizeof *screen);
  free(argument);
  pane_init(&screen->pane);
  pane_focus(&screen->pane, 0);
  make(app, screen);
  *state = screen;
  return screen_stay();
}

static void add_chapter(struct pane *pane, const struct background_chapters *chapters, int item) {
  struct strbuf prefix;
  strbuf_init(&prefix);
  strbuf_addf(&prefix, "%s%d  ", pane->focus == item ? "> " : "  ", item + 1);
  pane_add_prefixed(pane, item, 5, STYLE_FOCUS, prefix.text, STYLE_TEXT,
                    chapters->items[item].title);
  strbuf_release(&prefix);
}

static void draw(struct app *app, void *state) {
  struct background_screen *screen = state;
  app_begin_pane(app, &screen->pane);
  pane_add(&screen->pane, PANE_NO_ITEM, 0, STYLE_TITLE, _("Background: choose what to read"));
  pane_add_gap(&screen->pane);
  for (int i = 0; i < (int)screen->chapters.count; i++)
    add_chapter(&screen->pane, &screen->chapters, i);
  pane_draw(&screen->pane);
}

static void hints(struct app *app, void *state, struct hints *list) {
  (void)app, (void)state;
  hints_add(list, "Enter", _("read"));
  hints_add_command(list, COMMAND_BACK);
}

static struct screen_result open_chapter(const struct background_chapter *chapter) {
  struct strbuf text;
  strbuf_init(&text);
  document_prose_text(&text, chapter->text);
  struct screen_result result =
      screen_open(SCREEN_READ, read_request_new(chapter->title, text.text), 0);
  strbuf_release(&text);
  return result;
}

static struct screen_result key(struct app *app, void *state, const struct key *pressed) {
  struct background_screen *screen = state;
  int count = (int)screen->chapters.count, digit = list_digit(pressed, count);
  (void)app;
  if (list_key(&screen->pane, count, pressed))
    return screen_stay();
  if (digit != PANE_NO_ITEM)
    pane_focus(&screen->pane, digit);
  if (count && (digit != PANE_NO_ITEM || list_chooses(&screen->pane, pressed)))
    return open_chapter(&screen->chapters.items[screen->pane.focus]);
  return screen_ignored();
}

static struct screen_result resume(struct app *app, void *state, int tag, const char *value) {
  (void)value;
  if (tag < 0)
    make(app, state); /* another language */
  return screen_stay();
}

static void leave(struct app *app, void *state) {
  struct background_screen *screen = state;
  (void)app;
  background_release(&screen->chapters);
  pane_release(&screen->pane);
  free(screen);
}

static const char *title(struct app *app, void *state) {
  (void)app, (void)state;
  return _("Background");
}

const struct screen_ops screen_background_ops = {
    .id = "background",
    .enter = enter,
    .draw = draw,
    .hints = hints,
    .key = key,
    .resume = resume,
    .leave = leave,
    .title = title,
};
