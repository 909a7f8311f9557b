/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/requests.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "guide/guide.h"
#include "guide/library.h"

struct read_request *read_request_new(const char *title, const char *text) {
  struct read_request *request = memory_new_zeroed(1, sizeof *request);
  request->title = memory_dup(title);
  request->text = memory_dup(text);
  return request;
}

void read_request_free(struct read_request *request) {
  if (!request)
    return;
  free(request->title);
  free(request->text);
  free(request);
}

struct open_request *open_request_new(const char *path, bool read_only) {
  struct open_request *request = memory_new_zeroed(1, sizeof *request);
  request->path = memory_dup(path);
  request->read_only = read_only;
  return request;
}

void open_request_free(struct open_request *request) {
  if (!request)
    return;
  guide_free(request->guide);
  free(request->path);
  free(request->failure);
  free(request);
}

void open_request_load(struct open_request *request) {
  struct error err = ERROR_INIT;
  enum session_access access = request->read_only ? SESSION_READ_ONLY : SESSION_WRITE;
  request->guide = library_open(request->path, access, &request->report, &err);
  request->failure = memory_dup(err.message);
  request->is_loaded = true;
  error_release(&err);
}

struct text_request *text_request_new(const char *title, const char *about, const char *text,
                                      const char *field) {
  struct text_request *request = memory_new_zeroed(1, sizeof *request);
  request->title = memory_dup(title);
  request->about = memory_dup(about);
  request->text = memory_dup(text);
  request->field = memory_dup(field);
  return request;
}

void text_request_free(struct text_request *request) {
  if (!request)
    return;
  free(request->title);
  free(request->about);
  free(request->text);
  free(request->field);
  free(request);
}

bool choose_is_on(enum choose_mark mark) {
  return mark == CHOOSE_ON || mark == CHOOSE_BOX_ON;
}

const char *choose_mark_text(enum choose_mark mark) {
  static const char *const texts[] = {
      [CHOOSE_OFF] = "( ) ",    [CHOOSE_ON] = "(•) ",  [CHOOSE_BOX_OFF] = "[ ] ",
      [CHOOSE_BOX_ON] = "[x] ", [CHOOSE_NO_MARK] = "",
  };
  return texts[mark];
}

struct choose_request *choose_request_new(const char *title, const char *about) {
  struct choose_request *request = memory_new_zeroed(1, sizeof *request);
  request->title = memory_dup(title);
  request->about = memory_dup(about);
  return request;
}

static bool any_is_on(const struct choose_request *request) {
  for (size_t i = 0; i < request->count; i++)
    if (choose_is_on(request->items[i].mark))
      return true;
  return false;
}

void choose_request_add(struct choose_request *request, const char *value, const char *label,
                        const char *hint, const char *key, enum choose_mark mark) {
  if (choose_is_on(mark) && !any_is_on(request))
    request->focus = request->count;
  MEMORY_GROW(request->items, request->count, request->capacity);
  request->items[request->count++] = (struct choose_item){.value = memory_dup(value),
                                                          .label = memory_dup(label),
                                                          .hint = memory_dup(hint),
                                                          .key = memory_dup(key),
                                                          .mark = mark};
}

void choose_request_free(struct choose_request *request) {
  if (!request)
    return;
  for (size_t i = 0; i < request->count; i++) {
    free(request->items[i].value);
    free(request->items[i].label);
    free(request->items[i].hint);
    free(request->items[i].key);
  }
  free(request->items);
  free(request->title);
  free(request->about);
  free(request);
}

struct form_request *form_request_new(enum form_kind kind, bool is_new, size_t index) {
  struct form_request *request = memory_new_zeroed(1, sizeof *request);
  *request = (struct form_request){kind, is_new, index};
  return request;
}

char *form_request_draft(const struct form_request *request) {
  struct strbuf field;
  strbuf_init(&field);
  if (request->kind != FORM_EVIDENCE)
    strbuf_add(&field, request->kind == FORM_FOLLOW_UP ? "follow-up" : "group");
  else if (request->is_new)
    strbuf_add(&field, "evidence-new");
  else
    strbuf_addf(&field, "evidence-%zu", request->index);
  return strbuf_take(&field);
}

struct form_request *form_request_of_draft(const char *field) {
  static const char evidence[] = "evidence-";
  if (strcmp(field, "follow-up") == 0)
    return form_request_new(FORM_FOLLOW_UP, false, 0);
  if (strcmp(field, "group") == 0)
    return form_request_new(FORM_GROUP, false, 0);
  if (strncmp(field, evidence, strlen(evidence)) != 0)
    return NULL;
  const char *which = field + strlen(evidence);
  return form_request_new(FORM_EVIDENCE, strcmp(which, "new") == 0, strtoul(which, NULL, 10));
}
