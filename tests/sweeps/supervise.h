/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a program while each of its file system calls asks here first (seccomp's user notification):
 * at any of them the program can be killed, or told that the call failed. Nothing in the program
 * is changed or replaced, and the calls of the libraries and of the loader are seen, too. */
#ifndef TESTS_SWEEPS_SUPERVISE_H
#define TESTS_SWEEPS_SUPERVISE_H

#include <stdbool.h>
#include <stddef.h>

enum fault_kind { FAULT_NONE, FAULT_KILL, FAULT_FAIL, FAULT_SHORT_WRITE };

struct supervised {
  const char *const *arguments; /* the program first, NULL last */
  const char *input, *output;   /* paths of its input, and of what it says (both streams) */
  enum fault_kind kind;
  int at;            /* the call that the fault hits, counted from 1 */
  int count;         /* how many calls are hit from there on */
  int reason;        /* errno of FAULT_FAIL */
  bool only_changes; /* FAULT_FAIL hits only calls that would change something on the disk */
  bool no_links;     /* linkat always fails: as on FAT */
  bool no_locks;     /* locking always fails */
  void (*before_call)(void *context); /* NULL: none; while the program waits */
  void *context;
};

struct ending {
  int calls;   /* file system calls that were made */
  bool hit;    /* the fault came up */
  bool talk;   /* it hit reading the input or writing the output */
  int status;  /* as of waitpid() */
  bool hung;   /* it did not end by itself and was killed */
  bool denied; /* a short write could not be made here */
};

/* Whether this computer allows it; else says why not. */
bool supervise_is_possible(void);
struct ending supervise(const struct supervised *run);

#endif
