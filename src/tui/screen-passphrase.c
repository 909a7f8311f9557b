/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A passphrase, which is not shown, not even how long it is: to open a session, or twice to set
 * it. */
#include <stdlib.h>
#include <string.h>

#include "base/age.h"
#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "guide/guide.h"
#include "tui/app.h"
#include "tui/hints.h"
#include "tui/requests.h"
#include "tui/screens.h"

enum { INDENT = 2, FIELDS_LIMIT = 2 };

struct passphrase_state {
  struct open_request *request; /* NULL: the session that is open gets one */
  struct pane pane;
  struct strbuf typed[FIELDS_LIMIT];
  int count;
};

/* --- drawing -----------------------------------------------------------------------------------*/

static const char *label(const struct passphrase_state *screen, int index) {
  if (screen->request)
    return _("Passphrase");
  return index == 0 ? _("New passphrase") : _("The same again");
}

static void add_field(struct passphrase_state *screen, int index) {
  bool is_focused = index == screen->pane.focus;
  pane_add_prefixed(&screen->pane, index, INDENT, is_focused ? STYLE_FOCUS : STYLE_TEXT,
                    is_focused ? "> " : "  ", STYLE_LABEL, label(screen, index));
  if (screen->typed[index].length)
    pane_add(&screen->pane, index, INDENT, STYLE_FIELD, _("(typed, not shown)"));
  else
    pane_add_empty_field(&screen->pane, index, INDENT);
}

static void draw(struct app *app, void *state) {
  struct passphrase_state *screen = state;
  struct pane *pane = &screen->pane;
  int cursor_row = 0;
  app_begin_pane(app, pane);
  pane_add(pane, PANE_NO_ITEM, 0, STYLE_TITLE,
           screen->request ? _("This session is locked") : _("Lock with a passphrase"));
  pane_add(pane, PANE_NO_ITEM, 0, STYLE_TEXT,
           screen->request ? path_name(screen->request->path) : guide_passphrase_warning());
  for (int i = 0; i < screen->count; i++) {
    add_field(screen, i);
    pane_place_cursor(pane, 0);
    cursor_row = i == pane->focus ? pane->cursor_row : cursor_row;
  }
  pane->cursor_row = cursor_row;
  pane_add_gap(pane);
  pane_add(pane, PANE_NO_ITEM, 0, STYLE_TEXT,
           screen->request ? _("What you type is not shown.") : guide_passphrase_advice());
  pane_draw(pane);
}

static void hints(struct app *app, void *state, struct hints *hints) {
  const struct passphrase_state *screen = state;
  (void)app;
  hints_add(hints, "Enter", screen->request ? _("open") : _("next"));
  hints_add(hints, "Escape", _("back"));
  hints_add(hints, "F1", _("help"));
}

/* --- what it is for ----------------------------------------------------------------------------*/

static void empty(struct passphrase_state *screen) {
  for (int i = 0; i < screen->count; i++) {
    explicit_bzero(screen->typed[i].text, screen->typed[i].length);
    strbuf_clear(&screen->typed[i]);
  }
  pane_focus(&screen->pane, 0);
}

static struct screen_result unlock(struct app *app, struct passphrase_state *screen) {
  struct error err = ERROR_INIT;
  struct open_request *request = screen->request;
  enum passphrase_result result =
      session_give_passphrase(request->path, screen->typed[0].text, &err);
  empty(screen);
  if (result == PASSPHRASE_RIGHT) {
    screen->request = NULL;
    app_tell(app, _("Unlocked."));
    return screen_replace(SCREEN_OPEN, request);
  }
  app_tell_error(app, &err);
  return screen_stay();
}

static struct screen_result set(struct app *app, struct passphrase_state *screen) {
  bool done = app_do_text(app, COMMAND_LOCK, screen->typed[0].text, NULL);
  empty(screen);
  return done ? screen_close(NULL) : screen_stay();
}

static struct screen_result work(struct app *app, void *state) {
  struct passphrase_state *screen = state;
  return screen->request ? unlock(app, screen) : set(app, screen);
}

static bool fits(struct app *app, const struct passphrase_state *screen) {
  struct error err = ERROR_INIT;
  if (screen->request || guide_check_passphrase(screen->typed[0].text, &err))
    return true;
  app_tell_error(app, &err);
  return false;
}

static void accept(struct app *app, struct passphrase_state *screen) {
  int last = screen->count - 1;
  if (!fits(app, screen)) {
    pane_focus(&screen->pane, 0);
  } else if (screen->pane.focus < last) {
    pane_focus(&screen->pane, last);
  } else if (strcmp(screen->typed[0].text, screen->typed[last].text) != 0) {
    empty(screen);
    app_tell(app, _("Not done: the two are not the same. Type both again."));
  } else if (screen->typed[0].length) {
    app_work(app, screen->request ? _("Unlocking …") : _("Locking …"));
  }
}

/* --- keys --------------------------------------------------------------------------------------*/

static void add_character(struct strbuf *typed, uint32_t character) {
  char bytes[5] = "";
  utf8_encode(character, bytes);
  if (typed->length + strlen(bytes) <= AGE_PASSPHRASE_LIMIT_BYTES)
    strbuf_add(typed, bytes);
}

/* The first line: what follows it is not part of a passphrase. */
static void add_pasted(struct strbuf *typed, const char *text) {
  size_t length = strcspn(text, "\n");
  if (typed->length + length <= AGE_PASSPHRASE_LIMIT_BYTES)
    strbuf_add_bytes(typed, text, length);
}

static void remove_character(struct strbuf *typed) {
  size_t length = typed->length;
  while (length && ((unsigned char)typed->text[length - 1] & 0xc0) == 0x80)
    length--;
  if (length)
    strbuf_remove(typed, length - 1, typed->length - (length - 1));
}

static void move(struct passphrase_state *screen, int by) {
  int to = screen->pane.focus + by;
  if (to >= 0 && to < screen->count)
    pane_focus(&screen->pane, to);
}

static struct screen_result key(struct app *app, void *state, const struct key *pressed) {
  struct passphrase_state *screen = state;
  struct strbuf *typed = &screen->typed[screen->pane.focus];
  switch (pressed->code) {
  case INPUT_CHAR:
    add_character(typed, pressed->character);
    break;
  case INPUT_PASTE:
    add_pasted(typed, pressed->text);
    break;
  case INPUT_BACKSPACE:
    remove_character(typed);
    break;
  case INPUT_ENTER:
    accept(app, screen);
    break;
  case INPUT_TAB:
  case INPUT_DOWN:
    move(screen, 1);
    break;
  case INPUT_BACKTAB:
  case INPUT_UP:
    move(screen, -1);
    break;
  case INPUT_PAGE_DOWN:
  case INPUT_PAGE_UP:
    pane_scroll(&screen->pane,
                (pressed->code == INPUT_PAGE_DOWN ? 1 : -1) * (screen->pane.height - 1));
    break;
  case INPUT_ESCAPE:
    return screen_close(NULL);
  default:
    return screen_ignored();
  }
  return screen_stay();
}

/* --- beginning and end -------------------------------------------------------------------------*/

static struct screen_result enter(struct app *app, void **state, void *argument) {
  (void)app;
  struct passphrase_state *screen = memory_new_zeroed(1, sizeof *screen);
  screen->request = argument;
  screen->count = screen->request ? 1 : FIELDS_LIMIT;
  pane_init(&screen->pane);
  pane_focus(&screen->pane, 0);
  for (int i = 0; i < FIELDS_LIMIT; i++) {
    strbuf_init(&screen->typed[i]);
    strbuf_reserve(&screen->typed[i], AGE_PASSPHRASE_LIMIT_BYTES + 1); /* one copy, to be wiped */
  }
  *state = screen;
  return screen_stay();
}

static void leave(struct app *app, void *state) {
  (void)app;
  struct passphrase_state *screen = state;
  open_request_free(screen->request);
  for (int i = 0; i < FIELDS_LIMIT; i++)
    strbuf_wipe(&screen->typed[i]);
  pane_release(&screen->pane);
  free(screen);
}

static const char *title(struct app *app, void *state) {
  (void)app, (void)state;
  return P_("screen", "Lock");
}

const struct screen_ops screen_passphrase_ops = {
    .id = "passphrase",
    .enter = enter,
    .draw = draw,
    .hints = hints,
    .key = key,
    .command = screen_typing_command,
    .work = work,
    .leave = leave,
    .title = title,
};
