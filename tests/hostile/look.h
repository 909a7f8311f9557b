/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests with crafted strings share: the strings, files that hold them, and runs of the
 * program whose output is looked at. The working folder is a folder of the test's own. */
#ifndef TESTS_HOSTILE_LOOK_H
#define TESTS_HOSTILE_LOOK_H

#include "run.h"
#include "tally.h"

enum {
  BATCH = 600,     /* strings in one checklist */
  OWN_PLACES = 10, /* besides those in files: arguments, names, what is typed */
};

extern struct tally tally;

int look_set_up(void **state);
int look_tear_down(void **state);

#define ARGUMENTS(...)                                                                             \
  (char *const[]) {                                                                                \
    __VA_ARGS__, NULL                                                                              \
  }
#define WORD(text) ((char *)(text))

/* Runs the program; what it writes on both sides is looked at. The run is to be released. */
void look(struct run *run, const char *what, char *const *arguments, const struct strbuf *typed);
void look_only(const char *what, char *const *arguments, const struct strbuf *typed);
void look_for_status(const struct run *run, const char *what, int status);

/* A checklist in "strings", "session.yaml", and "broken.yaml" and "broken-session.yaml" that have
 * to be refused. */
void look_write(const struct string *const *strings, size_t count);
/* Writes all strings that files can hold, batch by batch, and tries each. */
void look_each_batch(void (*try)(size_t count, size_t batch));

/* Prints the counts in one line; fails if a string was never found again, for then it was looked
 * for in the wrong place. more: what else there is to say. */
void look_tell(void);
/* Of the strings that files can hold. */
void look_tell_documents(size_t documents, const char *more);

#endif
