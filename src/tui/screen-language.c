/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The languages there are; choosing one changes every text at once and loses nothing. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/language.h"
#include "base/memory.h"
#include "guide/settings.h"
#include "tui/app.h"
#include "tui/hints.h"
#include "tui/list.h"
#include "tui/screens.h"

struct language_screen {
  struct pane pane;
  int count;
};

static int count_tags(void) {
  int count = 0;
  while (language_tags()[count])
    count++;
  return count;
}

static struct screen_result enter(struct app *app, void **state, void *argument) {
  struct language_screen *screen = memory_new_zeroed(1, sizeof *screen);
  (void)app, (void)argument;
  pane_init(&screen->pane);
  screen->count = count_tags();
  pane_focus(&screen->pane, 0);
  for (int i = 0; i < screen->count; i++)
    if (strcmp(language_tags()[i], language_tag(language_in_use())) == 0)
      pane_focus(&screen->pane, i);
  *state = screen;
  return screen_stay();
}

static void draw(struct app *app, void *state) {
  struct language_screen *screen = state;
  app_begin_pane(app, &screen->pane);
  pane_add(&screen->pane, PANE_NO_ITEM, 0, STYLE_TITLE, _("Choose a language"));
  pane_add_gap(&screen->pane);
  for (int i = 0; i < screen->count; i++) {
    const struct language *language = language_open(language_tags()[i], NULL);
    bool focused = screen->pane.focus == i;
    pane_add_prefixed(&screen->pane, i, 2, STYLE_FOCUS, focused ? "> " : "  ",
                      language == language_in_use() ? STYLE_CHOSEN : STYLE_TEXT,
                      language_name(language));
  }
  pane_add_gap(&screen->pane);
  pane_add(&screen->pane, PANE_NO_ITEM, 0, STYLE_TEXT,
           _("Your answers stay as you typed them. A checklist that is not translated yet is shown "
             "in English."));
  pane_draw(&screen->pane);
}

static void hints(struct app *app, void *state, struct hints *list) {
  (void)app, (void)state;
  hints_add(list, "Enter", _("choose"));
  hints_add_command(list, COMMAND_BACK);
}

static struct screen_result choose(struct app *app, int item) {
  struct error err = ERROR_INIT;
  const char *tag = language_tags()[item];
  language_use(language_open(tag, NULL));
  app_language_changed(app);
  if (settings_save_language(tag, &err))
    app_tell(app, _("Language changed."));
  else
    app_tell_error(app, &err);
  return screen_close(NULL);
}

static struct screen_result key(struct app *app, void *state, const struct key *pressed) {
  struct language_screen *screen = state;
  if (list_key(&screen->pane, screen->count, pressed))
    return screen_stay();
  if (list_chooses(&screen->pane, pressed))
    return choose(app, screen->pane.focus);
  return screen_ignored();
}

static void leave(struct app *app, void *state) {
  struct language_screen *screen = state;
  (void)app;
  pane_release(&screen->pane);
  free(screen);
}

static const char *title(struct app *app, void *state) {
  (void)app, (void)state;
  return _("Language");
}

const struct screen_ops screen_language_ops = {
    .id = "language",
    .enter = enter,
    .draw = draw,
    .hints = hints,
    .key = key,
    .leave = leave,
    .title = title,
};
