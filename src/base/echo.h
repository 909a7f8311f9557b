/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A terminal that does not show what is typed: for passphrases. */
#ifndef BASE_ECHO_H
#define BASE_ECHO_H

#include <termios.h>

struct echo {
  int fd; /* of its own, whatever becomes of the other; -1: nothing was turned off */
  struct termios before;
};

/* Does nothing where fd is no terminal. What was typed ahead is dropped, for it was shown. */
void echo_turn_off(struct echo *echo, int fd);
void echo_turn_on(struct echo *echo); /* as it was */

#endif
