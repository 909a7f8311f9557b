/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the program with something typed, and keeps what it writes on each side. */
#ifndef TESTS_HOSTILE_RUN_H
#define TESTS_HOSTILE_RUN_H

#include <stddef.h>

#include "base/strbuf.h"

struct run {
  int status; /* of waitpid() */
  struct strbuf out, err;
};

/* BUILD_DIR/disentangle with these arguments (NULL-terminated, without its name). typed may be
 * NULL: the input is at its end. */
void run_program(struct run *run, char *const *arguments, const struct strbuf *typed);
/* Another program, looked for in PATH; status -1: there is none. */
void run_other(struct run *run, char *const *arguments, const struct strbuf *typed);
void run_release(struct run *run);

#endif
