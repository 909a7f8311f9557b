/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the program starts: a new session, one of those there are, practice, language. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "checklist/catalogue.h"
#include "guide/library.h"
#include "tui/app.h"
#include "tui/hints.h"
#include "tui/list.h"
#include "tui/requests.h"
#include "tui/screens.h"

enum {
  RECENT_LIMIT = 9,
  PRACTICE_LIMIT = 5,
  TAG_FILE = 1,
  TAG_CHECKLIST,
  TAG_PRACTICE,
  TAG_WORKSHEET
};

enum home_action {
  HOME_OPEN,
  HOME_NEW,
  HOME_FILE,
  HOME_PRACTICE,
  HOME_PRACTICE_SESSION,
  HOME_WORKSHEET,
  HOME_LANGUAGE,
  HOME_QUIT
};

struct home_item {
  enum home_action action;
  const char *key; /* translated */
  size_t entry;    /* HOME_OPEN, HOME_PRACTICE_SESSION */
};

struct home_screen {
  struct pane pane;
  struct library_entry *entries, *practice;
  size_t entry_count, practice_count;
  struct home_item items[RECENT_LIMIT + PRACTICE_LIMIT + 6];
  int count;
};

/* --- what there is to choose -------------------------------------------------------------------*/

static void add_item(struct home_screen *screen, enum home_action action, const char *key,
                     size_t entry) {
  screen->items[screen->count++] = (struct home_item){action, key, entry};
}

static void make(struct home_screen *screen) {
  library_free(screen->entries, screen->entry_count);
  library_free(screen->practice, screen->practice_count);
  screen->entries = library_list(NULL, &screen->entry_count);
  screen->practice = library_list_practice(&screen->practice_count);
  screen->count = 0;
  add_item(screen, HOME_NEW, P_("keys", "n"), 0);
  for (size_t i = 0; i < screen->entry_count && i < RECENT_LIMIT; i++)
    add_item(screen, HOME_OPEN, NULL, i);
  add_item(screen, HOME_FILE, P_("keys", "o"), 0);
  add_item(screen, HOME_PRACTICE, P_("keys", "p"), 0);
  for (size_t i = 0; i < screen->practice_count && i < PRACTICE_LIMIT; i++)
    add_item(screen, HOME_PRACTICE_SESSION, " ", i);
  add_item(screen, HOME_WORKSHEET, P_("keys", "w"), 0);
  add_item(screen, HOME_LANGUAGE, P_("keys", "l"), 0);
  add_item(screen, HOME_QUIT, P_("keys", "q"), 0);
}

static const char *item_label(enum home_action action) {
  switch (action) {
  case HOME_NEW:
    return _("Start a new session");
  case HOME_FILE:
    return _("Open another file, for example from a stick");
  case HOME_PRACTICE:
    return _("Practice: look around, nothing is saved");
  case HOME_WORKSHEET:
    return _("Make a blank worksheet, to fill in on paper");
  case HOME_LANGUAGE:
    return _("Language");
  default:
    return _("Quit");
  }
}

/* --- drawing -----------------------------------------------------------------------------------*/

static void add_row(struct home_screen *screen, int index, const char *shown_key,
                    const char *label) {
  struct strbuf prefix;
  strbuf_init(&prefix);
  strbuf_addf(&prefix, "%s%s  ", screen->pane.focus == index ? "> " : "  ", shown_key);
  pane_add_prefixed(&screen->pane, index, 5, STYLE_FOCUS, prefix.text, STYLE_TEXT, label);
  strbuf_release(&prefix);
}

static void add_entry(struct home_screen *screen, int index) {
  size_t number = screen->items[index].entry;
  const struct library_entry *entry = &screen->entries[number];
  char date[11], digit[2] = {(char)('1' + number), '\0'};
  struct strbuf label;
  strbuf_init(&label);
  clock_format_date(entry->modified_seconds, date);
  strbuf_addf(&label,
              entry->locked ? _("Go on with %s, which is locked (last changed %s)")
                            : _("Go on with %s (last changed %s)"),
              entry->name, date);
  add_row(screen, index, digit, label.text);
  strbuf_release(&label);
}

static void add_practice(struct home_screen *screen, int index) {
  const struct library_entry *entry = &screen->practice[screen->items[index].entry];
  struct strbuf label;
  strbuf_init(&label);
  strbuf_addf(&label, _("Try a practice session: %s, answered already; nothing is saved"),
              entry->name);
  add_row(screen, index, " ", label.text);
  strbuf_release(&label);
}

static void draw(struct app *app, void *state) {
  struct home_screen *screen = state;
  app_begin_pane(app, &screen->pane);
  pane_add(&screen->pane, PANE_NO_ITEM, 0, STYLE_TEXT,
           _("If you use a screen reader: quit with q, then start \"disentangle --plain\"."));
  pane_add_gap(&screen->pane);
  pane_add(&screen->pane, PANE_NO_ITEM, 0, STYLE_TITLE,
           _("How far does your local government help with deportations?"));
  pane_add(&screen->pane, PANE_NO_ITEM, 0, STYLE_TEXT,
           _("Answer a checklist together, and take a summary and a draft ordinance home."));
  pane_add_gap(&screen->pane);
  for (int i = 0; i < screen->count; i++)
    if (screen->items[i].action == HOME_OPEN)
      add_entry(screen, i);
    else if (screen->items[i].action == HOME_PRACTICE_SESSION)
      add_practice(screen, i);
    else
      add_row(screen, i, screen->items[i].key, item_label(screen->items[i].action));
  pane_add_gap(&screen->pane);
  pane_add(&screen->pane, PANE_NO_ITEM, 0, STYLE_TEXT,
           _("Everything stays on this computer. This is not legal advice."));
  pane_draw(&screen->pane);
}

static void hints(struct app *app, void *state, struct hints *list) {
  (void)app, (void)state;
  hints_add(list, "Enter", _("choose"));
  hints_add_command(list, COMMAND_HELP);
  hints_add_command(list, COMMAND_LANGUAGE);
  hints_add_command(list, COMMAND_QUIT);
}

/* --- choosing ----------------------------------------------------------------------------------*/

static bool take_new(struct app *app, const char *checklist, bool practice) {
  struct error err = ERROR_INIT;
  struct guide *guide = library_new(checklist, &err);
  if (!guide) {
    app_tell_error(app, &err);
    return false;
  }
  app_take_guide(app, guide);
  app->practice = practice;
  return true;
}

static struct screen_result begin(struct app *app, const char *checklist, bool practice) {
  return take_new(app, checklist, practice) ? screen_open(SCREEN_QUESTION, NULL, 0) : screen_stay();
}

/* From a session without answers, which is gone again afterwards. */
static struct screen_result make_worksheet(struct app *app) {
  if (!take_new(app, NULL, true))
    return screen_stay();
  return screen_open(SCREEN_EXPORT, memory_dup("worksheet"), TAG_WORKSHEET);
}

static void free_names(char **names, size_t count) {
  for (size_t i = 0; i < count; i++)
    free(names[i]);
  free(names);
}

static void add_checklist(struct choose_request *request, const char *name) {
  char *title = library_checklist_title(name);
  choose_request_add(request, name, title, NULL, NULL, strcmp(name, catalogue_default_name) == 0);
  free(title);
}

/* With one checklist there is nothing to ask. */
static struct screen_result begin_new(struct app *app, bool practice) {
  size_t count;
  char **names = catalogue_names(&count);
  struct screen_result result;
  if (count < 2) {
    result = begin(app, NULL, practice);
  } else {
    struct choose_request *request = choose_request_new(_("Which checklist?"), NULL);
    for (size_t i = 0; i < count; i++)
      add_checklist(request, names[i]);
    result = screen_open(SCREEN_CHOOSE, request, practice ? TAG_PRACTICE : TAG_CHECKLIST);
  }
  free_names(names, count);
  return result;
}

static struct screen_result choose(struct app *app, struct home_screen *screen, int index) {
  const struct home_item *item = &screen->items[index];
  switch (item->action) {
  case HOME_NEW:
    return begin_new(app, false);
  case HOME_OPEN:
    return screen_open(SCREEN_OPEN, open_request_new(screen->entries[item->entry].path, false), 0);
  case HOME_PRACTICE_SESSION:
    return screen_open(SCREEN_OPEN, open_request_new(screen->practice[item->entry].path, false), 0);
  case HOME_FILE:
    return screen_open(SCREEN_PROMPT,
                       text_request_new(_("Which file?"),
                                        _("Type where it is, for example /media/stick/county.yaml"),
                                        NULL, NULL),
                       TAG_FILE);
  case HOME_PRACTICE:
    return begin_new(app, true);
  case HOME_WORKSHEET:
    return make_worksheet(app);
  case HOME_LANGUAGE:
    return screen_open(SCREEN_LANGUAGE, NULL, 0);
  default:
    return screen_then(THEN_QUIT);
  }
}

/* The item that a key names, or PANE_NO_ITEM. */
static int item_of_key(const struct home_screen *screen, const struct key *pressed) {
  struct key named;
  for (int i = 0; i < screen->count; i++) {
    const struct home_item *item = &screen->items[i];
    if (item->action == HOME_PRACTICE_SESSION)
      continue;
    if (item->action == HOME_OPEN
            ? pressed->code == INPUT_CHAR && pressed->character == '1' + (uint32_t)item->entry
            : key_parse(item->key, strlen(item->key), &named) && key_same(&named, pressed))
      return i;
  }
  return PANE_NO_ITEM;
}

static struct screen_result key(struct app *app, void *state, const struct key *pressed) {
  struct home_screen *screen = state;
  int named = item_of_key(screen, pressed);
  if (named != PANE_NO_ITEM) {
    pane_focus(&screen->pane, named);
    return choose(app, screen, named);
  }
  if (list_key(&screen->pane, screen->count, pressed))
    return screen_stay();
  if (list_chooses(&screen->pane, pressed))
    return choose(app, screen, screen->pane.focus);
  return screen_ignored();
}

static struct screen_result command(struct app *app, void *state, enum command wanted) {
  (void)app, (void)state;
  return screen_then(wanted == COMMAND_BACK ? THEN_STAY : THEN_IGNORED);
}

static struct screen_result resume(struct app *app, void *state, int tag, const char *value) {
  if (tag == TAG_WORKSHEET)
    app_take_guide(app, NULL);
  make(state);
  if (!value || !*value)
    return screen_stay();
  if (tag == TAG_FILE)
    return screen_open(SCREEN_OPEN, open_request_new(value, false), 0);
  if (tag == TAG_CHECKLIST || tag == TAG_PRACTICE)
    return begin(app, value, tag == TAG_PRACTICE);
  return screen_stay();
}

/* --- beginning and end -------------------------------------------------------------------------*/

static struct screen_result enter(struct app *app, void **state, void *argument) {
  struct home_screen *screen = memory_new_zeroed(1, sizeof *screen);
  (void)app;
  free(argument);
  pane_init(&screen->pane);
  make(screen);
  pane_focus(&screen->pane, screen->entry_count ? 1 : 0);
  *state = screen;
  return screen_stay();
}

static void leave(struct app *app, void *state) {
  struct home_screen *screen = state;
  (void)app;
  library_free(screen->entries, screen->entry_count);
  library_free(screen->practice, screen->practice_count);
  pane_release(&screen->pane);
  free(screen);
}

static const char *title(struct app *app, void *state) {
  (void)app, (void)state;
  return P_("screen", "Home");
}

const struct screen_ops screen_home_ops = {
    .id = "home",
    .enter = enter,
    .draw = draw,
    .hints = hints,
    .key = key,
    .command = command,
    .resume = resume,
    .leave = leave,
    .title = title,
};
