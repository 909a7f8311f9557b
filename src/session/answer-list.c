/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/answer-list.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "session/answer-kind.h"

size_t answer_list_next(struct answer_list *list, const char **item) {
  if (!list->several) {
    *item = list->rest;
    list->rest += strlen(list->rest);
    return (size_t)(list->rest - *item);
  }
  list->rest += strspn(list->rest, ", ");
  *item = list->rest;
  list->rest += strcspn(list->rest, ",");
  size_t length = (size_t)(list->rest - *item);
  while (length && (*item)[length - 1] == ' ')
    length--;
  return length;
}

struct answer_option *answer_options_dup(const struct question *question, size_t *count) {
  *count = answer_options(question, NULL, 0);
  struct answer_option *options = memory_new_zeroed(*count, sizeof *options);
  answer_options(question, options, *count);
  return options;
}

void answer_options_free(struct answer_option *options) {
  free(options);
}

bool answer_option_find(const struct question *question, const char *value, size_t length,
                        struct answer_option *found) {
  size_t count = 0;
  struct answer_option *options = answer_options_dup(question, &count);
  bool is_there = false;
  for (size_t i = 0; i < count && !is_there; i++)
    if (strlen(options[i].value) == length && !strncmp(options[i].value, value, length)) {
      *found = options[i];
      is_there = true;
    }
  answer_options_free(options);
  return is_there;
}
