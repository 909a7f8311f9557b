/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One of a list: answers, kinds of rules, what can be done. */
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "base/utf8.h"
#include "tui/app.h"
#include "tui/hints.h"
#include "tui/list.h"
#include "tui/question-page.h"
#include "tui/requests.h"
#include "tui/screens.h"

struct choose_state {
  struct choose_request *request;
  struct pane pane;
  struct strbuf typed; /* the beginning of a label */
  bool has_keys;       /* at least one item has one */
};

static struct screen_result enter(struct app *app, void **state, void *argument) {
  (void)app;
  struct choose_state *choose = memory_new_zeroed(1, sizeof *choose);
  choose->request = argument;
  pane_init(&choose->pane);
  strbuf_init(&choose->typed);
  pane_focus(&choose->pane, (int)choose->request->focus);
  for (size_t i = 0; i < choose->request->count; i++)
    choose->has_keys |= choose->request->items[i].key != NULL;
  *state = choose;
  return screen_stay();
}

static void leave(struct app *app, void *state) {
  (void)app;
  struct choose_state *choose = state;
  choose_request_free(choose->request);
  pane_release(&choose->pane);
  strbuf_release(&choose->typed);
  free(choose);
}

/* --- drawing -----------------------------------------------------------------------------------*/

static void add_item(struct choose_state *choose, size_t index) {
  const struct choose_item *item = &choose->request->items[index];
  struct strbuf prefix;
  strbuf_init(&prefix);
  strbuf_addf(&prefix, "%s%s", (int)index == choose->pane.focus ? "> " : "  ",
              choose_mark_text(item->mark));
  if (choose->has_keys)
    strbuf_addf(&prefix, "%s  ", item->key ? item->key : " ");
  int indent = text_width(prefix.text);
  pane_add_prefixed(&choose->pane, (int)index, indent,
                    (int)index == choose->pane.focus ? STYLE_FOCUS : STYLE_TEXT, prefix.text,
                    choose_is_on(item->mark) ? STYLE_CHOSEN : STYLE_TEXT, item->label);
  if (item->hint)
    pane_add(&choose->pane, (int)index, indent + 2, STYLE_TEXT, item->hint);
  strbuf_release(&prefix);
}

static void draw(struct app *app, void *state) {
  struct choose_state *choose = state;
  app_begin_pane(app, &choose->pane);
  pane_add(&choose->pane, PANE_NO_ITEM, 0, STYLE_TITLE, choose->request->title);
  if (choose->request->about)
    pane_add(&choose->pane, PANE_NO_ITEM, 0, STYLE_TEXT, choose->request->about);
  pane_add_gap(&choose->pane);
  for (size_t i = 0; i < choose->request->count; i++)
    add_item(choose, i);
  pane_draw(&choose->pane);
}

static void hints(struct app *app, void *state, struct hints *hints) {
  (void)app;
  const struct choose_state *choose = state;
  const struct choose_request *request = choose->request;
  hints_add(hints, "Enter", _("choose"));
  hints_add(hints, "Escape", _("back"));
  hints_add(hints, "Down", _("next"));
  if (request->count > INLINE_OPTIONS_LIMIT && !choose->has_keys)
    hints_add(hints, "a-z", _("jump"));
  hints_add(hints, "F1", _("help"));
}

/* --- keys --------------------------------------------------------------------------------------*/

static struct screen_result choose_item(const struct choose_state *choose, int index) {
  return screen_close(memory_dup(choose->request->items[index].value));
}

static bool label_begins(const struct choose_item *item, const char *search_key) {
  char *label = text_search_key(item->label);
  bool begins = *search_key && strncmp(label, search_key, strlen(search_key)) == 0;
  free(label);
  return begins;
}

/* The first item from `from` on, all round, whose label begins with what was typed; -1: none. */
static int find_typed(const struct choose_state *choose, size_t from) {
  size_t count = choose->request->count;
  char *search_key = text_search_key(choose->typed.text);
  int found = -1;
  for (size_t i = 0; i < count && found < 0; i++) {
    size_t index = (from + i) % count;
    if (label_begins(&choose->request->items[index], search_key))
      found = (int)index;
  }
  free(search_key);
  return found;
}

/* "il" goes to Illinois, "ii" to the second label with an i. */
static void go_to_typed(struct choose_state *choose, const char *character) {
  size_t here = (size_t)choose->pane.focus;
  strbuf_add(&choose->typed, character);
  int index = find_typed(choose, here);
  if (index < 0) {
    strbuf_clear(&choose->typed);
    strbuf_add(&choose->typed, character);
    index = find_typed(choose, here + 1);
  }
  if (index >= 0)
    pane_focus(&choose->pane, index);
}

/* Whether a long list's answers, which have no keys, want the letter: "w" is Wisconsin there,
 * before it is the overview. */
static bool answer_begins(const struct choose_state *choose, const char *typed) {
  char *search_key = text_search_key(typed);
  bool begins = false;
  for (size_t i = 0; i < choose->request->count && !begins; i++) {
    const struct choose_item *item = &choose->request->items[i];
    begins = !item->key && item->mark != CHOOSE_NO_MARK && label_begins(item, search_key);
  }
  free(search_key);
  return begins;
}

static bool is_for_answers(const struct choose_state *choose, const char *character) {
  struct strbuf typed;
  strbuf_init(&typed);
  strbuf_addf(&typed, "%s%s", choose->typed.text, character);
  bool begins = answer_begins(choose, typed.text) || answer_begins(choose, character);
  strbuf_release(&typed);
  return begins;
}

static struct screen_result type_character(struct choose_state *choose, uint32_t character) {
  char bytes[5] = "";
  utf8_encode(character, bytes);
  bool by_key = !is_for_answers(choose, bytes);
  for (size_t i = 0; by_key && i < choose->request->count; i++)
    if (choose->request->items[i].key && strcmp(choose->request->items[i].key, bytes) == 0)
      return choose_item(choose, (int)i);
  go_to_typed(choose, bytes);
  return character == '?' ? screen_ignored() : screen_stay();
}

static struct screen_result key(struct app *app, void *state, const struct key *pressed) {
  (void)app;
  struct choose_state *choose = state;
  int count = (int)choose->request->count;
  if (pressed->code != INPUT_CHAR)
    strbuf_clear(&choose->typed);
  if (list_page_key(&choose->pane, count, pressed) || list_key(&choose->pane, count, pressed))
    return screen_stay();
  if (list_chooses(&choose->pane, pressed))
    return choose_item(choose, choose->pane.focus);
  if (pressed->code == INPUT_CHAR)
    return type_character(choose, pressed->character);
  if (pressed->code == INPUT_ESCAPE || pressed->code == INPUT_LEFT)
    return screen_close(NULL);
  return screen_ignored();
}

const struct screen_ops screen_choose_ops = {
    .id = "choose",
    .enter = enter,
    .draw = draw,
    .hints = hints,
    .key = key,
    .command = screen_typing_command,
    .leave = leave,
};
