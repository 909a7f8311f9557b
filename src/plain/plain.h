/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line front end: questions as numbered lines, one at a time, for screen readers, braille,
 * serial lines and pipes. It can do all that the screens can. Writes no escape byte, wraps at 80
 * columns, says every change of state in words. */
#ifndef PLAIN_PLAIN_H
#define PLAIN_PLAIN_H

#include <stdbool.h>
#include <stdio.h>

struct plain_options {
  FILE *in, *out;           /* the caller's, not closed */
  const char *session_path; /* to open; NULL: begin at home */
  bool create;              /* begin with a new session; session_path is its file, which must not
                               exist; NULL: it gets one with the first answer */
  bool read_only;           /* open session_path for reading only */
  const char *checklist;    /* of new sessions: name or path; NULL: ask, if there are several */
  int width_cells;          /* 0: 80 */
  bool ascii;               /* the terminal knows ASCII only */
};

/* Runs until "quit" or the end of input; both save first and say so. Returns the exit status: 0;
 * 1 if session_path could not be opened or made, or the last save failed (out says why). A read
 * that fails or is interrupted (a signal handler without SA_RESTART) counts as the end of input.
 * What is typed when the input is not a terminal is repeated on out, so that out reads like a
 * conversation. */
int plain_run(const struct plain_options *options);

#endif
