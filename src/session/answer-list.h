/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of answer kinds share: the items of a value ("a, b"), and all options at once. */
#ifndef SESSION_ANSWER_LIST_H
#define SESSION_ANSWER_LIST_H

#include <stdbool.h>
#include <stddef.h>

struct answer_option;
struct question;

/* Walks through the items of a value, without the spaces around them; a value that is not several
 * is one item, as it is. */
struct answer_list {
  const char *rest;
  bool several;
};
/* The length of the next item, which *item points to; 0 at the end. Empty items are passed over. */
size_t answer_list_next(struct answer_list *list, const char **item);

/* All options of a question, however many there are. */
struct answer_option *answer_options_dup(const struct question *question, size_t *count);
void answer_options_free(struct answer_option *options);
/* The option whose value these bytes are. */
bool answer_option_find(const struct question *question, const char *value, size_t length,
                        struct answer_option *found);

#endif
