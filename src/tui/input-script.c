/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "tui/input.h"
#include "tui/terminal.h"

struct script_input {
  struct input input;
  struct key *keys;
  size_t count, capacity, at;
};

/* A reading position in the script. */
struct reader {
  const char *at;
  size_t line;
};

static void add_key(struct script_input *script, struct key key) {
  MEMORY_GROW(script->keys, script->count, script->capacity);
  script->keys[script->count++] = key;
}

static void skip_blanks(struct reader *reader) {
  while (*reader->at == ' ' || *reader->at == '\t' || *reader->at == '\n' || *reader->at == '#') {
    if (*reader->at == '#')
      reader->at += strcspn(reader->at, "\n");
    if (*reader->at == '\n')
      reader->line++;
    reader->at += *reader->at != '\0';
  }
}

/* Reads "…" into out; false if it is not closed. */
static bool read_quoted(struct reader *reader, struct strbuf *out) {
  for (reader->at++; *reader->at != '"'; reader->at++) {
    if (*reader->at == '\\' && reader->at[1]) {
      reader->at++;
      strbuf_add_char(out, *reader->at == 'n' ? '\n' : *reader->at);
      continue;
    }
    if (*reader->at == '\0' || *reader->at == '\n')
      return false;
    strbuf_add_char(out, *reader->at);
  }
  reader->at++;
  return true;
}

static void add_typed(struct script_input *script, const char *text, size_t length) {
  for (size_t at = 0; at < length;) {
    uint32_t character;
    at += utf8_decode(text + at, length - at, &character);
    if (character == '\n')
      add_key(script, (struct key){.code = INPUT_ENTER});
    else
      add_key(script, (struct key){.code = INPUT_CHAR, .character = character});
  }
}

static bool read_text(struct script_input *script, struct reader *reader, bool pasted,
                      struct error *err) {
  struct strbuf text;
  strbuf_init(&text);
  bool closed = read_quoted(reader, &text);
  if (!closed)
    error_set(err, _("line %zu of the key script: the quote is not closed"), reader->line);
  else if (pasted)
    add_key(script, (struct key){.code = INPUT_PASTE, .text = memory_dup(text.text)});
  else
    add_typed(script, text.text, text.length);
  strbuf_release(&text);
  return closed;
}

/* "Mouse 3,10", "Resize 40x12": two numbers after the word. */
static bool read_pair(struct reader *reader, const char *word, char between, int numbers[2]) {
  size_t length = strlen(word);
  if (strncmp(reader->at, word, length) != 0)
    return false;
  char *end;
  numbers[0] = (int)strtol(reader->at + length, &end, 10);
  if (*end != between)
    return false;
  numbers[1] = (int)strtol(end + 1, &end, 10);
  reader->at = end;
  return true;
}

/* What a script has and a keyboard has not. */
static bool parse_event(const char *name, size_t length, struct key *key) {
  static const struct {
    const char *name;
    enum input_code code;
  } events[] = {
      {"Wait", INPUT_TIMEOUT}, {"WheelUp", INPUT_WHEEL_UP}, {"WheelDown", INPUT_WHEEL_DOWN}};
  for (size_t i = 0; i < sizeof events / sizeof *events; i++)
    if (strlen(events[i].name) == length && memcmp(events[i].name, name, length) == 0) {
      *key = (struct key){.code = events[i].code};
      return true;
    }
  return false;
}

static bool read_name(struct script_input *script, struct reader *reader, struct error *err) {
  struct key key;
  int numbers[2];
  size_t length = strcspn(reader->at, " \t\n");
  if (read_pair(reader, "Mouse ", ',', numbers)) {
    add_key(script, (struct key){.code = INPUT_MOUSE, .row = numbers[0], .column = numbers[1]});
    return true;
  }
  if (read_pair(reader, "Resize ", 'x', numbers)) {
    add_key(script, (struct key){.code = INPUT_RESIZE, .row = numbers[1], .column = numbers[0]});
    return true;
  }
  if (!parse_event(reader->at, length, &key) && !key_parse(reader->at, length, &key))
    return error_set(err, _("line %zu of the key script: '%.*s' is no key"), reader->line,
                     (int)length, reader->at);
  add_key(script, key);
  reader->at += length;
  return true;
}

static bool read_script(struct script_input *script, const char *text, struct error *err) {
  struct reader reader = {text, 1};
  for (skip_blanks(&reader); *reader.at; skip_blanks(&reader)) {
    bool pasted = strncmp(reader.at, "Paste\"", 6) == 0;
    if (pasted)
      reader.at += 5;
    bool good = *reader.at == '"' ? read_text(script, &reader, pasted, err)
                                  : read_name(script, &reader, err);
    if (!good)
      return false;
  }
  return true;
}

/* A script never has a key waiting, so that the screen is drawn before each. */
static bool next_key(struct input *input, int timeout_ms, struct key *key) {
  struct script_input *script = (struct script_input *)input;
  if (timeout_ms == 0) {
    *key = (struct key){.code = INPUT_TIMEOUT};
    return true;
  }
  if (script->at == script->count) {
    *key = (struct key){.code = INPUT_END};
    return false;
  }
  *key = script->keys[script->at++];
  if (key->code == INPUT_RESIZE)
    terminal_resize(key->row, key->column);
  return true;
}

static void free_script(struct input *input) {
  struct script_input *script = (struct script_input *)input;
  for (size_t i = 0; i < script->count; i++)
    free((char *)script->keys[i].text);
  free(script->keys);
  free(script);
}

struct input *input_script_new(const char *text, struct error *err) {
  struct script_input *script = memory_new_zeroed(1, sizeof *script);
  script->input = (struct input){next_key, free_script};
  if (read_script(script, text, err))
    return &script->input;
  free_script(&script->input);
  return NULL;
}
