/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the program within bounds, and counts what came of it. */
#ifndef TESTS_HOSTILE_BOUNDED_H
#define TESTS_HOSTILE_BOUNDED_H

#include <stdbool.h>
#include <stddef.h>

struct bounded {
  int status;   /* of exit; -1: it was killed, by itself or by a bound */
  char *said;   /* standard output and standard error; to be freed */
  size_t count; /* bytes of it */
};

/* Runs BUILD_DIR/disentangle with these arguments (NULL-terminated, without its name). Fails the
 * test if it is killed, takes more than a second of processor time or more than 64 MiB, or writes
 * anything but printable UTF-8 and line ends. With sanitizers, which need more, the bounds are
 * wider and memory is not bounded. */
struct bounded bounded_run(const char *const *arguments);

/* One line for people: how many runs there were, and how near they came to the bounds. */
void bounded_tell(const char *what, size_t files);

#endif
