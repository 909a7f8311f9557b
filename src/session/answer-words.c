/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An answer and its words in one line. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "session/answer-kind.h"

/* "3 y" is not choice 3 with words: it is question 3. */
static char *value_before_words(const struct question *question, const char *typed,
                                const char **words) {
  size_t length = strcspn(typed, ":");
  bool colon = typed[length] == ':';
  if (!colon)
    length = strcspn(typed, " ");
  if (!typed[length] || (!colon && strspn(typed, "0123456789") == length))
    return NULL;
  char *head = memory_dup_length(typed, length);
  char *value = answer_parse(question, head, NULL);
  free(head);
  if (!value || !answer_needs_words(question, value)) {
    free(value);
    return NULL;
  }
  *words = typed + length + 1;
  return value;
}

char *answer_parse_with_words(const struct question *question, const char *typed,
                              const char **words, struct error *err) {
  *words = NULL;
  char *value = answer_parse(question, typed, err);
  if (value)
    return value;
  value = value_before_words(question, typed, words);
  if (value && err)
    error_release(err);
  return value;
}
