/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From keys to commands, made from guide's command_table in the language in use. */
#ifndef TUI_KEYMAP_H
#define TUI_KEYMAP_H

#include <stddef.h>

#include "guide/commands.h"
#include "tui/input.h"

struct keymap_entry {
  struct key key;
  enum command command;
};
struct keymap {
  struct keymap_entry *entries;
  size_t count, capacity;
};

/* Reads the table anew: at start, and when the language has changed. The English keys serve too
 * where the translated ones leave them free. A letter counts in either case unless both cases have
 * a meaning. */
void keymap_make(struct keymap *keymap);
void keymap_release(struct keymap *keymap);
enum command keymap_command(const struct keymap *keymap, const struct key *key); /* or NONE */
/* The first key name of a command, translated, as command_table has it; NULL: none. Borrowed from a
 * static buffer until the next call. */
const char *keymap_key_name(enum command command);

#endif
