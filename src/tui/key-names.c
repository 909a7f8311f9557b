/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/utf8.h"
#include "tui/input.h"

static const struct {
  const char *name;
  enum input_code code;
  const char *symbol; /* shown instead of the name where the terminal takes UTF-8 */
} key_names[] = {
    {N_("Up"), INPUT_UP, "↑"},
    {N_("Down"), INPUT_DOWN, "↓"},
    {N_("Left"), INPUT_LEFT, "←"},
    {N_("Right"), INPUT_RIGHT, "→"},
    {N_("Home"), INPUT_HOME, NULL},
    {N_("End"), INPUT_END_KEY, NULL},
    {N_("PgUp"), INPUT_PAGE_UP, NULL},
    {N_("PgDn"), INPUT_PAGE_DOWN, NULL},
    {N_("Enter"), INPUT_ENTER, NULL},
    {N_("Tab"), INPUT_TAB, NULL},
    {N_("Shift-Tab"), INPUT_BACKTAB, NULL},
    {N_("Esc"), INPUT_ESCAPE, NULL},
    {"Escape", INPUT_ESCAPE, NULL},
    {N_("Backspace"), INPUT_BACKSPACE, NULL},
    {N_("Delete"), INPUT_DELETE, NULL},
    {N_("Insert"), INPUT_INSERT, NULL},
    {N_("Ctrl-Left"), INPUT_WORD_LEFT, NULL},
    {N_("Ctrl-Right"), INPUT_WORD_RIGHT, NULL},
};
enum { KEY_NAME_COUNT = sizeof key_names / sizeof *key_names };

static bool same_word(const char *word, const char *name, size_t length) {
  return strlen(word) == length && strncasecmp(word, name, length) == 0;
}

static bool parse_character(const char *name, size_t length, struct key *key) {
  uint32_t character;
  if (length == 0 || utf8_decode(name, length, &character) != length)
    return false;
  *key = (struct key){.code = INPUT_CHAR, .character = character};
  return true;
}

static bool parse_ctrl(const char *name, size_t length, struct key *key) {
  if (length != 6 || strncasecmp(name, "Ctrl-", 5) != 0)
    return false;
  *key = (struct key){.code = INPUT_CTRL, .character = (uint32_t)toupper((unsigned char)name[5])};
  return true;
}

static bool parse_function(const char *name, size_t length, struct key *key) {
  if (length < 2 || length > 3 || name[0] != 'F')
    return false;
  char *end;
  unsigned long number = strtoul(name + 1, &end, 10);
  if (end != name + length || number < 1 || number > 12)
    return false;
  *key = (struct key){.code = INPUT_FUNCTION, .character = (uint32_t)number};
  return true;
}

bool key_parse(const char *name, size_t length, struct key *key) {
  for (size_t i = 0; i < KEY_NAME_COUNT; i++)
    if (same_word(key_names[i].name, name, length)) {
      *key = (struct key){.code = key_names[i].code};
      return true;
    }
  if (same_word("Space", name, length))
    return parse_character(" ", 1, key);
  return parse_character(name, length, key) || parse_ctrl(name, length, key) ||
         parse_function(name, length, key);
}

bool key_same(const struct key *a, const struct key *b) {
  return a->code == b->code && a->character == b->character;
}

const char *key_shown(const char *name, bool ascii) {
  if (strcmp(name, "Escape") == 0)
    name = "Esc";
  for (size_t i = 0; i < KEY_NAME_COUNT; i++)
    if (strcmp(key_names[i].name, name) == 0)
      return key_names[i].symbol && !ascii ? key_names[i].symbol : _(key_names[i].name);
  return strcmp(name, "Space") == 0 ? _("Space") : name;
}
