/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys that every list and every text to read have in common. */
#ifndef TUI_LIST_H
#define TUI_LIST_H

#include <stdbool.h>

#include "tui/input.h"
#include "tui/pane.h"

/* Moves the focus of a pane whose items are 0 … count - 1: arrows, Tab, Home, End, pages; Enter
 * and Space, when the focused item is out of sight: it is shown then, and not chosen. False when
 * the key means nothing to a list. The mouse focuses what it points at and is then reported as not
 * used, so that the screen can take it for Enter. */
bool list_key(struct pane *pane, int count, const struct key *key);
/* In a long list pages move the focus instead of scrolling. False if the key is no page key. */
bool list_page_key(struct pane *pane, int count, const struct key *key);
/* The item that a digit key stands for (1 is item 0), or PANE_NO_ITEM. */
int list_digit(const struct key *key, int count);
/* Whether the key chooses the focused item: Enter, Space, the mouse on it. */
bool list_chooses(const struct pane *pane, const struct key *key);

/* Scrolls a text: arrows, pages, Space, Home, End, the wheel. */
bool list_scroll_key(struct pane *pane, const struct key *key);

#endif
