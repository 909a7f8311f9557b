/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last line: what can be done now, the most useful first, as much as fits the width. */
#ifndef TUI_HINTS_H
#define TUI_HINTS_H

#include <stdbool.h>
#include <stddef.h>

#include "guide/commands.h"

struct hint {
  char *key, *name;
};
struct hints {
  struct hint *items;
  size_t count, capacity;
};

/* A command with its first key and its name; nothing if it has no key. */
void hints_add_command(struct hints *hints, enum command command);
/* A key with a meaning of its own in this screen: key_name as key_parse() knows it, name
 * translated.
 */
void hints_add(struct hints *hints, const char *key_name, const char *name);
/* Draws what fits; the one added last (help) is always there. */
void hints_draw(const struct hints *hints, int row);
void hints_release(struct hints *hints);

#endif
