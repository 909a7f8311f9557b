/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/json.h"

#include <assert.h>

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
  strbuf_add_char(out, '"');
  for (; *text; text++) {
    unsigned char byte = (unsigned char)*text;
    if (byte == '"' || byte == '\\') {
      strbuf_addf(out, "\\%c", byte);
    } else if (byte == '\n') {
      strbuf_add(out, "\\n");
    } else if (byte < 0x20 || byte == 0x7f) {
      strbuf_addf(out, "\\u%04x", byte);
    } else {
      strbuf_add_char(out, *text);
    }
  }
  strbuf_add_char(out, '"');
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
