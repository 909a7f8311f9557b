/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/json.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"

void json_init(struct json *json) {
  *json = (struct json){.first = true};
  strbuf_init(&json->out);
}

void json_release(struct json *json) {
  strbuf_release(&json->out);
}

static void new_line(struct json *json) {
  strbuf_add_char(&json->out, '\n');
  strbuf_add_repeat(&json->out, "  ", json->depth);
}

static void add_quoted(struct strbuf *out, const char *text) {
  struct strbuf clean;
  strbuf_init(&clean);
  utf8_clean(&clean, text, strlen(text), UTF8_MANY_LINES);
  strbuf_add_char(out, '"');
  for (const char *at = clean.text; *at; at++) {
    if (*at == '"' || *at == '\\') {
      strbuf_add_char(out, '\\');
    }
    strbuf_add(out, *at == '\n' ? "\\n" : (char[]){*at, '\0'});
  }
  strbuf_add_char(out, '"');
  strbuf_release(&clean);
}

static void begin_value(struct json *json, const char *key) {
  if (!json->first) {
    strbuf_add_char(&json->out, ',');
  }
  if (json->depth) {
    new_line(json);
  }
  if (key) {
    add_quoted(&json->out, key);
    strbuf_add(&json->out, ": ");
  }
  json->first = false;
}

void json_open(struct json *json, const char *key, char bracket) {
  assert(json->depth < JSON_DEPTH_LIMIT);
  begin_value(json, key);
  strbuf_add_char(&json->out, bracket);
  json->closers[json->depth++] = bracket == '{' ? '}' : ']';
  json->first = true;
}

void json_close(struct json *json) {
  assert(json->depth > 0);
  char closer = json->closers[--json->depth];
  if (!json->first) {
    new_line(json);
  }
  strbuf_add_char(&json->out, closer);
  if (!json->depth) {
    strbuf_add_char(&json->out, '\n');
  }
  json->first = false;
}

void json_text(struct json *json, const char *key, const char *text) {
  begin_value(json, key);
  if (text) {
    add_quoted(&json->out, text);
  } else {
    strbuf_add(&json->out, "null");
  }
}

void json_number(struct json *json, const char *key, size_t number) {
  begin_value(json, key);
  strbuf_addf(&json->out, "%zu", number);
}

void json_boolean(struct json *json, const char *key, bool value) {
  begin_value(json, key);
  strbuf_add(&json->out, value ? "true" : "false");
}
