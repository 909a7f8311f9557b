/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file-temporary.h"
#include "base/strbuf.h"

enum { ATTEMPTS = 16 };

static char *side_path(const char *path) {
  char *target = temporary_target(path);
  struct strbuf side;
  strbuf_init(&side);
  strbuf_addf(&side, "%s.lock", target ? target : path);
  free(target);
  return strbuf_take(&side);
}

static enum lock_state lock_whole(int fd) {
  struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
  if (fcntl(fd, F_OFD_SETLK, &whole) == 0)
    return LOCK_TAKEN;
  return errno == EAGAIN || errno == EACCES ? LOCK_BUSY : LOCK_UNSUPPORTED;
}

/* Who releases the lock removes the file. If that happened between our opening it and locking it,
 * what we locked is not what the next one will find. */
static bool is_still_there(int fd, const char *side) {
  struct stat ours, theirs;
  return fstat(fd, &ours) == 0 && stat(side, &theirs) == 0 && ours.st_dev == theirs.st_dev &&
         ours.st_ino == theirs.st_ino;
}

/* The lock file of another user cannot be opened either, in a folder that can be written to. */
static enum lock_state why_not_made(const char *side) {
  if (errno == EROFS || errno == EPERM)
    return LOCK_DENIED;
  if (errno != EACCES)
    return LOCK_UNSUPPORTED;
  char *folder = path_folder(side);
  bool is_writable = access(folder, W_OK) == 0;
  free(folder);
  return is_writable ? LOCK_UNSUPPORTED : LOCK_DENIED;
}

static enum lock_state try_once(struct lock *lock, const char *side, bool *again) {
  int fd = open(side, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  *again = false;
  if (fd < 0)
    return why_not_made(side);
  (void)!fchmod(fd, 0600); /* or else, under an umask of 0777, no second one could open it */
  enum lock_state state = lock_whole(fd);
  *again = state == LOCK_TAKEN && !is_still_there(fd, side);
  if (state == LOCK_TAKEN && !*again)
    lock->fd = fd;
  else
    close(fd);
  return *again ? LOCK_BUSY : state;
}

enum lock_state lock_take(struct lock *lock, const char *path) {
  *lock = (struct lock)LOCK_INIT;
  char *side = side_path(path);
  enum lock_state state = LOCK_BUSY;
  bool again = true;
  for (int attempt = 0; again && attempt < ATTEMPTS; attempt++)
    state = try_once(lock, side, &again);
  if (state == LOCK_TAKEN)
    lock->path = side;
  else
    free(side);
  return state;
}

void lock_release(struct lock *lock) {
  if (lock->fd < 0)
    return;
  unlink(lock->path);
  close(lock->fd);
  free(lock->path);
  *lock = (struct lock)LOCK_INIT;
}
