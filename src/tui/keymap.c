/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/keymap.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/utf8.h"

static const struct keymap_entry *find(const struct keymap *keymap, const struct key *key) {
  for (size_t i = 0; i < keymap->count; i++)
    if (key_same(&keymap->entries[i].key, key))
      return &keymap->entries[i];
  return NULL;
}

static void add(struct keymap *keymap, enum command command, const char *name, size_t length) {
  struct key key;
  if (!key_parse(name, length, &key) || find(keymap, &key))
    return;
  MEMORY_GROW(keymap->entries, keymap->count, keymap->capacity);
  keymap->entries[keymap->count++] = (struct keymap_entry){key, command};
}

static void add_list(struct keymap *keymap, enum command command, const char *names) {
  for (const char *at = names + strspn(names, " "); *at; at += strspn(at, " ")) {
    size_t length = strcspn(at, " ");
    add(keymap, command, at, length);
    at += length;
  }
}

static const char *keys_of(const struct command_info *info) {
  return info->keys && *info->keys ? P_("keys", info->keys) : "";
}

void keymap_make(struct keymap *keymap) {
  keymap->count = 0;
  for (const struct command_info *info = command_table; info->id; info++)
    add_list(keymap, info->command, keys_of(info));
  /* The English keys after all translated ones, where these left them free. */
  for (const struct command_info *info = command_table; info->id; info++)
    if (info->keys && keys_of(info) != info->keys)
      add_list(keymap, info->command, info->keys);
}

void keymap_release(struct keymap *keymap) {
  free(keymap->entries);
  *keymap = (struct keymap){0};
}

static uint32_t other_case(uint32_t character) {
  bool is_letter = (character | 32) >= 'a' && (character | 32) <= 'z';
  return is_letter ? character ^ 32 : character;
}

enum command keymap_command(const struct keymap *keymap, const struct key *key) {
  const struct keymap_entry *entry = find(keymap, key);
  if (!entry && key->code == INPUT_CHAR) {
    struct key other = {.code = INPUT_CHAR, .character = other_case(key->character)};
    entry = find(keymap, &other);
  }
  return entry ? entry->command : COMMAND_NONE;
}

const char *keymap_key_name(enum command command) {
  static char name[32];
  const char *keys = keys_of(command_info(command));
  size_t length = strcspn(keys, " ");
  if (length == 0 || length >= sizeof name)
    return NULL;
  snprintf(name, sizeof name, "%.*s", (int)length, keys);
  return name;
}
