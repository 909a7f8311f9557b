/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/file-guard.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
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

/* One that could not be removed is still ours, and must not keep us out. */
static struct stat ours;
static bool is_left;

static bool is_ours(int folder, const char *guard) {
  struct stat info;
  bool is_same = is_left && fstatat(folder, guard, &info, AT_SYMLINK_NOFOLLOW) == 0 &&
                 info.st_dev == ours.st_dev && info.st_ino == ours.st_ino &&
                 info.st_mtim.tv_sec == ours.st_mtim.tv_sec &&
                 info.st_mtim.tv_nsec == ours.st_mtim.tv_nsec;
  errno = EEXIST;
  return is_same;
}

static bool make(int folder, const char *guard) {
  int fd = openat(folder, guard, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (fd < 0)
    return errno == EEXIST && is_ours(folder, guard);
  is_left = fstat(fd, &ours) == 0;
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
  if (unlinkat(folder, guard, 0) == 0)
    is_left = false;
  free(guard);
}

/* --- what killed programs left -----------------------------------------------------------------*/

/* By the clock of the disk, which may be another computer's: that of a file made just now. 0: it
 * cannot be told. */
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
static bool is_old(int folder, const char *entry, int64_t now_seconds) {
  struct stat info;
  if (!now_seconds || fstatat(folder, entry, &info, AT_SYMLINK_NOFOLLOW) != 0)
    return false;
  int64_t age_seconds = now_seconds - info.st_mtim.tv_sec;
  return age_seconds > OLD_SECONDS || age_seconds < -OLD_SECONDS;
}

static void sweep_folder(DIR *entries, const char *name, bool only_old) {
  int folder = dirfd(entries);
  char *guard = guard_of(name);
  int64_t now_seconds = only_old ? seconds_there(folder, name) : 0;
  for (struct dirent *entry; (entry = readdir(entries));) {
    bool is_ours = temporary_is_of(entry->d_name, name) || strcmp(entry->d_name, guard) == 0;
    if (is_ours && (!only_old || is_old(folder, entry->d_name, now_seconds)))
      unlinkat(folder, entry->d_name, 0);
  }
  free(guard);
}

static void sweep(const char *path, bool only_old) {
  char *target = temporary_target(path);
  char *folder = target ? path_folder(target) : NULL;
  DIR *entries = folder ? opendir(folder) : NULL;
  if (entries) {
    sweep_folder(entries, path_name(target), only_old);
    closedir(entries);
  }
  free(folder);
  free(target);
}

void file_sweep(const char *path) {
  sweep(path, false);
}

void file_sweep_old(const char *path) {
  sweep(path, true);
}
