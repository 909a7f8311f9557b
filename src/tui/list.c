/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/list.h"

#include <stdlib.h>

static bool focus(struct pane *pane, int item, int count) {
  pane_focus(pane, item < 0 ? 0 : item >= count ? count - 1 : item);
  return true;
}

static int page_rows(const struct pane *pane) {
  return pane->height > 2 ? pane->height - 1 : 1;
}

/* Scrolls by pages; the focus comes along, so that Enter takes nothing that is out of sight. */
static bool scroll(struct pane *pane, int count, const struct key *key) {
  bool is_down = key->code == INPUT_PAGE_DOWN || key->code == INPUT_WHEEL_DOWN;
  bool is_page = key->code == INPUT_PAGE_DOWN || key->code == INPUT_PAGE_UP;
  int rows = is_page ? page_rows(pane) : 1;
  if (pane_scroll(pane, is_down ? rows : -rows))
    pane_focus_in_sight(pane);
  else if (is_page && pane->count > 0)
    focus(pane, is_down ? count - 1 : 0, count);
  return true;
}

/* Where no item is in sight, the focus stays behind: it is looked at before it is chosen. */
static bool shows_focus_first(struct pane *pane) {
  if (!pane->browsing || pane_focus_is_seen(pane))
    return false;
  pane_focus(pane, pane->focus);
  return true;
}

bool list_key(struct pane *pane, int count, const struct key *key) {
  if (count == 0)
    return list_scroll_key(pane, key);
  switch (key->code) {
  case INPUT_UP:
  case INPUT_BACKTAB:
    return focus(pane, pane->focus - 1, count);
  case INPUT_DOWN:
  case INPUT_TAB:
    return focus(pane, pane->focus + 1, count);
  case INPUT_HOME:
    pane_scroll(pane, -(int)pane->count);
    return focus(pane, 0, count);
  case INPUT_END_KEY:
    return focus(pane, count - 1, count);
  case INPUT_MOUSE:
    if (pane_item_at(pane, key->row) != PANE_NO_ITEM)
      focus(pane, pane_item_at(pane, key->row), count);
    return false;
  case INPUT_PAGE_UP:
  case INPUT_PAGE_DOWN:
  case INPUT_WHEEL_UP:
  case INPUT_WHEEL_DOWN:
    return scroll(pane, count, key);
  case INPUT_ENTER:
    return shows_focus_first(pane);
  case INPUT_CHAR:
    return key->character == ' ' && shows_focus_first(pane);
  default:
    return false;
  }
}

bool list_page_key(struct pane *pane, int count, const struct key *key) {
  if (key->code != INPUT_PAGE_UP && key->code != INPUT_PAGE_DOWN)
    return false;
  int page = key->code == INPUT_PAGE_DOWN ? page_rows(pane) : -page_rows(pane);
  return count > 0 && focus(pane, pane->focus + page, count);
}

int list_digit(const struct key *key, int count) {
  if (key->code != INPUT_CHAR || key->character < '1' || key->character > '9')
    return PANE_NO_ITEM;
  int item = (int)(key->character - '1');
  return item < count ? item : PANE_NO_ITEM;
}

bool list_chooses(const struct pane *pane, const struct key *key) {
  if (key->code == INPUT_MOUSE)
    return pane_item_at(pane, key->row) != PANE_NO_ITEM;
  return key->code == INPUT_ENTER || (key->code == INPUT_CHAR && key->character == ' ');
}

bool list_scroll_key(struct pane *pane, const struct key *key) {
  switch (key->code) {
  case INPUT_UP:
  case INPUT_WHEEL_UP:
    pane_scroll(pane, -1);
    return true;
  case INPUT_DOWN:
  case INPUT_WHEEL_DOWN:
    pane_scroll(pane, 1);
    return true;
  case INPUT_PAGE_UP:
    pane_scroll(pane, -page_rows(pane));
    return true;
  case INPUT_PAGE_DOWN:
    pane_scroll(pane, page_rows(pane));
    return true;
  case INPUT_HOME:
    pane_scroll(pane, -(int)pane->count);
    return true;
  case INPUT_END_KEY:
    pane_scroll(pane, (int)pane->count);
    return true;
  case INPUT_CHAR:
    if (key->character == ' ')
      pane_scroll(pane, page_rows(pane));
    return key->character == ' ';
  default:
    return false;
  }
}
