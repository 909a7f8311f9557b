/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text to read, of any length: the background, a provision, the preview of a document. */
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"
#include "tui/app.h"
#include "tui/hints.h"
#include "tui/list.h"
#include "tui/requests.h"
#include "tui/screens.h"

struct read_screen {
  struct read_request *request;
  struct pane pane;
};

static struct screen_result enter(struct app *app, void **state, void *argument) {
  struct read_screen *screen = memory_new_zeroed(1, sizeof *screen);
  (void)app;
  screen->request = argument;
  pane_init(&screen->pane);
  *state = screen;
  return screen_stay();
}

/* Lines keep their indent when they are wrapped: lists and the pages of a document stay in shape.
 */
static void add_lines(struct pane *pane, const char *text) {
  while (*text) {
    size_t length = strcspn(text, "\n");
    size_t indent = strspn(text, " ");
    if (indent < length) {
      char *line = memory_dup_length(text + indent, length - indent);
      int hang = strncmp(line, "- ", 2) == 0 ? 2 : 0;
      if (hang)
        pane_add_prefixed(pane, PANE_NO_ITEM, (int)indent + hang, STYLE_TEXT,
                          indent ? "  - " : "- ", STYLE_TEXT, line + hang);
      else
        pane_add(pane, PANE_NO_ITEM, (int)indent, STYLE_TEXT, line);
      free(line);
    } else {
      pane_add_gap(pane);
    }
    text += length + (text[length] == '\n');
  }
}

static void draw(struct app *app, void *state) {
  struct read_screen *screen = state;
  app_begin_pane(app, &screen->pane);
  pane_add(&screen->pane, PANE_NO_ITEM, 0, STYLE_TITLE, screen->request->title);
  pane_add_gap(&screen->pane);
  add_lines(&screen->pane, screen->request->text);
  pane_draw(&screen->pane);
}

static void hints(struct app *app, void *state, struct hints *list) {
  (void)app, (void)state;
  hints_add(list, "PgDn", _("read on"));
  hints_add_command(list, COMMAND_BACK);
}

static struct screen_result key(struct app *app, void *state, const struct key *pressed) {
  struct read_screen *screen = state;
  (void)app;
  if (pressed->code == INPUT_ENTER)
    return screen_close(NULL);
  return list_scroll_key(&screen->pane, pressed) ? screen_stay() : screen_ignored();
}

static void leave(struct app *app, void *state) {
  struct read_screen *screen = state;
  (void)app;
  read_request_free(screen->request);
  pane_release(&screen->pane);
  free(screen);
}

static const char *title(struct app *app, void *state) {
  (void)app, (void)state;
  return _("To read");
}

const struct screen_ops screen_read_ops = {
    .id = "read",
    .enter = enter,
    .draw = draw,
    .hints = hints,
    .key = key,
    .leave = leave,
    .title = title,
};
