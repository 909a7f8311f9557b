/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program has the kernel refuse to itself and to the programs it starts. Each part is
 * asked for at run time, and does without where the kernel does not know it. */
#ifndef BASE_PROTECTION_H
#define BASE_PROTECTION_H

#include <stdbool.h>

struct protection {
  bool memory;   /* no core dumps, and no other program of the same user reads the memory */
  bool seccomp;  /* no sockets but those of this computer, no io_uring */
  bool landlock; /* no TCP connections */
};

/* Once, first of all in main(). It cannot be taken back. */
void protection_begin(void);
const struct protection *protection_in_force(void);

#endif
