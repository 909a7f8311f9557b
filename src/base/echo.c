/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/echo.h"

#include <fcntl.h>
#include <unistd.h>

void echo_turn_off(struct echo *echo, int fd) {
  *echo = (struct echo){.fd = -1};
  if (tcgetattr(fd, &echo->before) != 0)
    return;
  struct termios silent = echo->before;
  silent.c_lflag &= ~(tcflag_t)(ECHO | ECHONL);
  echo->fd = fcntl(fd, F_DUPFD_CLOEXEC, 0);
  if (echo->fd >= 0)
    tcsetattr(echo->fd, TCSAFLUSH, &silent);
}

void echo_turn_on(struct echo *echo) {
  if (echo->fd < 0)
    return;
  tcsetattr(echo->fd, TCSADRAIN, &echo->before);
  close(echo->fd);
  echo->fd = -1;
}
