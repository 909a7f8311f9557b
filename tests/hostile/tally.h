/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program wrote, looked at and counted. */
#ifndef TESTS_HOSTILE_TALLY_H
#define TESTS_HOSTILE_TALLY_H

#include <stdbool.h>
#include <stddef.h>

#include "strings.h"

struct strbuf;

struct tally {
  struct strings strings;
  const struct string **texts; /* those that a file can hold */
  size_t text_count;
  bool *seen;         /* one a string: somewhere it was found again */
  size_t outputs;     /* that were looked into */
  size_t bytes;       /* in them */
  size_t appearances; /* strings found in outputs, once an output */
  size_t failures;
};

void tally_init(struct tally *tally);
void tally_release(struct tally *tally);

/* Looks into an output for strings, and counts it. */
void tally_count(struct tally *tally, const struct strbuf *bytes);
/* The same, and it has to be printable but for `also`; tells what is not. */
void tally_look(struct tally *tally, const char *what, const struct strbuf *bytes,
                const char *also);
/* A failure, with words for it; the first ones are printed. */
void tally_fail(struct tally *tally, const char *what, const char *faults);

#endif
