/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rule of a catalogue's header that tells which plural form goes with a number: "nplurals=3;
 * plural=n%10==1 ? 0 : n%10>=2 ? 1 : 2;", an expression of C over n. */
#ifndef BASE_PLURAL_H
#define BASE_PLURAL_H

#include <stdbool.h>
#include <stddef.h>

struct plural_node;
struct plural_rule {
  struct plural_node *nodes;
  size_t count, capacity;
  size_t root;
  unsigned long forms; /* how many there are */
};

/* Reads the rule of a catalogue's header; without one it is that of English. False if it is
 * malformed or of a size no language needs. To be released in either case. */
bool plural_rule_init(struct plural_rule *rule, const char *header);
void plural_rule_release(struct plural_rule *rule);

/* The index of the form for n; 0 where the rule gives one that does not exist. */
unsigned long plural_rule_form(const struct plural_rule *rule, unsigned long n);

#endif
