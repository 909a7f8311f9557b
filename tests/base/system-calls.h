/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The system's calls of a test that is linked with --wrap (see local.mk) go through here, so that
 * each of them can be made to fail and their order can be seen. */
#ifndef TESTS_BASE_SYSTEM_CALLS_H
#define TESTS_BASE_SYSTEM_CALLS_H

#include <stdbool.h>

#include "base/strbuf.h"

struct system_calls {
  bool watching;      /* otherwise they are as ever */
  int calls;          /* so far */
  int fail_from;      /* the call that fails, counted from 1; 0: none */
  int fail_count;     /* how many fail from there on */
  int fails_with;     /* errno */
  bool kills;         /* or else the process ends there */
  bool write_little;  /* five bytes at a time */
  bool no_links;      /* as on FAT */
  struct strbuf log;  /* one word a call */
  const char *failed; /* the first call that failed, NULL if none did */
  int flushed_badly;  /* a descriptor whose fsync failed; -1: none */
  bool flushed_again; /* the same once more */
};
extern struct system_calls system_calls;

/* Forgets what was seen; what is to fail stays as it is. */
void system_calls_start(void);

#endif
