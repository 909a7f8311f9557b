/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/requests.h"

#include <stdlib.h>

#include "base/memory.h"

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
  free(request->path);
  free(request);
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

struct choose_request *choose_request_new(const char *title, const char *about, bool several) {
  struct choose_request *request = memory_new_zeroed(1, sizeof *request);
  request->title = memory_dup(title);
  request->about = memory_dup(about);
  request->several = several;
  return request;
}

void choose_request_add(struct choose_request *request, const char *value, const char *label,
                        const char *hint, const char *key, bool chosen) {
  MEMORY_GROW(request->items, request->count, request->capacity);
  request->items[request->count++] = (struct choose_item){.value = memory_dup(value),
                                                          .label = memory_dup(label),
                                                          .hint = memory_dup(hint),
                                                          .key = memory_dup(key),
                                                          .chosen = chosen};
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

struct evidence_request *evidence_request_new(bool is_new, size_t index) {
  struct evidence_request *request = memory_new_zeroed(1, sizeof *request);
  request->is_new = is_new;
  request->index = index;
  return request;
}
