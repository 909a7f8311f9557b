/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/file-guard.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file-temporary.h"
#include "base/file.h"
#include "base/strbuf.h"

enum { ATTEMPTS = 200, PAUSE_NS = 10 * 1000 * 1000, OLD_SECONDS = 60 };

static char *guard_of(const char *name) {
  struct strbuf guard;
  strbuf_init(&guard);
  strbuf_addf(&guard, "%s.saving", name);
  return strbuf_take(&guard);
}

static bool make(int folder, const char *guard) {
  int fd = openat(folder, guard, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (fd < 0)
    return false;
  close(fd);
  return true;
}

bool guard_take(int folder, const char *name) {
  const struct timespec pause = {0, PAUSE_NS};
  char *guard = guard_of(name);
  bool taken = make(folder, guard);
  for (int attempt = 1; !taken && errno == EEXIST && attempt < ATTEMPTS; attempt++) {
    nanosleep(&pause, NULL);
    taken = make(folder, guard);
  }
  if (!taken && errno == EEXIST)
    errno = EBUSY;
  int reason = errno;
  free(guard);
  errno = reason;
  return taken;
}

void guard_release(int folder, const char *name) {
  char *guard = guard_of(name);
  unlinkat(folder, guard, 0);
  free(guard);
}

/* By the clock of the disk, which may be another computer's: that of a file made just now. */
static int64_t seconds_there(int folder, const char *name) {
  char *temporary;
  struct stat info = {0};
  int fd = temporary_open(folder, name, 0600, &temporary);
  if (fd < 0)
    return 0;
  fstat(fd, &info);
  close(fd);
  unlinkat(folder, temporary, 0);
  free(temporary);
  return info.st_mtim.tv_sec;
}

/* A clock that jumped makes it old, too: then it is from another day. */
static bool is_old(int folder, const char *guard) {
  struct stat info;
  if (fstatat(folder, guard, &info, AT_SYMLINK_NOFOLLOW) != 0)
    return false;
  int64_t now = seconds_there(folder, guard), age_seconds = now - info.st_mtim.tv_sec;
  return now && (age_seconds > OLD_SECONDS || age_seconds < -OLD_SECONDS);
}

void file_sweep_guard(const char *path, bool is_alone) {
  char *target = temporary_target(path), *parent = target ? path_folder(target) : NULL;
  int folder = parent ? open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
  char *guard = target ? guard_of(path_name(target)) : NULL;
  if (folder >= 0 && (is_alone || is_old(folder, guard)))
    unlinkat(folder, guard, 0);
  if (folder >= 0)
    close(folder);
  free(guard);
  free(parent);
  free(target);
}
