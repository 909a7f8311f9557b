/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done: made from the table of commands, with the keys of the language in use. */
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "guide/guide.h"
#include "session/session.h"
#include "tui/app.h"
#include "tui/hints.h"
#include "tui/list.h"
#include "tui/screens.h"
#include "tui/terminal.h"

enum { KEYS_WIDTH_CELLS = 16 };

struct help_screen {
  struct pane pane;
};

static struct screen_result enter(struct app *app, void **state, void *argument) {
  struct help_screen *screen = memory_new_zeroed(1, sizeof *screen);
  (void)app;
  free(argument);
  pane_init(&screen->pane);
  *state = screen;
  return screen_stay();
}

/* "? F1" as "?, F1", each as people know it. */
static void add_keys(struct strbuf *out, const char *keys) {
  while (*keys) {
    size_t length = strcspn(keys, " ");
    char *name = memory_dup_length(keys, length);
    if (out->length)
      strbuf_add(out, ", ");
    strbuf_add(out, key_shown(name, terminal_is_ascii()));
    free(name);
    keys += length + strspn(keys + length, " ");
  }
}

static void add_command(struct pane *pane, const struct command_info *info) {
  struct strbuf keys;
  strbuf_init(&keys);
  add_keys(&keys, P_("keys", info->keys));
  if (text_width(keys.text) >= KEYS_WIDTH_CELLS) { /* a row of their own */
    pane_add(pane, PANE_NO_ITEM, 0, STYLE_KEY, keys.text);
    strbuf_clear(&keys);
  }
  strbuf_add_repeat(&keys, " ", (size_t)(KEYS_WIDTH_CELLS - text_width(keys.text)));
  pane_add_prefixed(pane, PANE_NO_ITEM, KEYS_WIDTH_CELLS, STYLE_KEY, keys.text, STYLE_TEXT,
                    _(info->help));
  strbuf_release(&keys);
}

static void add_introduction(struct pane *pane) {
  pane_add(pane, PANE_NO_ITEM, 0, STYLE_TEXT,
           _("One key answers a question. Every answer is saved at once: the line above the last "
             "one says when. You can stop at any time and go on another day."));
  pane_add_gap(pane);
  pane_add(pane, PANE_NO_ITEM, 0, STYLE_TEXT,
           _("Arrows, Tab, Enter, Space and Escape are enough for everything: Enter on a question "
             "opens a list of what can be done with it."));
}

static void add_file(struct pane *pane, const struct app *app) {
  const char *path = app->guide ? session_path(guide_session(app->guide)) : NULL;
  struct strbuf line;
  if (!path)
    return;
  strbuf_init(&line);
  strbuf_addf(&line, _("The answers are in the file %s."), path);
  pane_add_gap(pane);
  pane_add(pane, PANE_NO_ITEM, 0, STYLE_TEXT, line.text);
  strbuf_release(&line);
}

static void draw(struct app *app, void *state) {
  struct help_screen *screen = state;
  const struct command_info *before = NULL;
  app_begin_pane(app, &screen->pane);
  add_introduction(&screen->pane);
  add_file(&screen->pane, app);
  for (const struct command_info *info = command_table; info->id; info++) {
    if (!info->keys || !*info->keys)
      continue;
    if (!before || before->group != info->group) {
      pane_add_gap(&screen->pane);
      pane_add(&screen->pane, PANE_NO_ITEM, 0, STYLE_TITLE, command_group_name(info->group));
    }
    add_command(&screen->pane, info);
    before = info;
  }
  pane_draw(&screen->pane);
}

static void hints(struct app *app, void *state, struct hints *list) {
  (void)app, (void)state;
  hints_add(list, "PgDn", _("read on"));
  hints_add_command(list, COMMAND_BACK);
}

static struct screen_result key(struct app *app, void *state, const struct key *pressed) {
  struct help_screen *screen = state;
  (void)app;
  return list_scroll_key(&screen->pane, pressed) ? screen_stay() : screen_ignored();
}

static void leave(struct app *app, void *state) {
  struct help_screen *screen = state;
  (void)app;
  pane_release(&screen->pane);
  free(screen);
}

static const char *title(struct app *app, void *state) {
  (void)app, (void)state;
  return _("Help");
}

const struct screen_ops screen_help_ops = {
    .id = "help",
    .enter = enter,
    .draw = draw,
    .hints = hints,
    .key = key,
    .leave = leave,
    .title = title,
};
