/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes JSON (RFC 8259), indented. Keeps count of commas and levels, so that the caller only names
 * things. */
#ifndef CLI_JSON_H
#define CLI_JSON_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"

enum { JSON_DEPTH_LIMIT = 16 };
struct json {
  struct strbuf out;
  char closers[JSON_DEPTH_LIMIT];
  size_t depth;
  bool first; /* nothing was written yet in the innermost bracket */
};

void json_init(struct json *json);
void json_release(struct json *json);

/* key is NULL in a list and for the outermost value. */
void json_open(struct json *json, const char *key, char bracket); /* '{' or '[' */
void json_close(struct json *json);
void json_text(struct json *json, const char *key, const char *text); /* NULL: null */
void json_number(struct json *json, const char *key, size_t number);
void json_boolean(struct json *json, const char *key, bool value);

#endif
