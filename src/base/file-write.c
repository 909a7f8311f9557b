/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file-temporary.h"
#include "base/language.h"

/* Closes fd in every case. Devices and pipes cannot be flushed; they say EINVAL. */
static bool write_and_close(int fd, const char *bytes, size_t count) {
  bool written = temporary_write(fd, bytes, count) && (fsync(fd) == 0 || errno == EINVAL);
  int reason = errno;
  if (close(fd) != 0 && errno != EINTR && written) {
    written = false;
    reason = errno;
  }
  errno = reason;
  return written;
}

/* Documents hold answers too: their owner decides who else may read them. */
static void close_to_others(int fd) {
  (void)!fchmod(fd, 0600); /* the umask may have taken from the mode; FAT has none */
}

static bool write_first(const char *path, const char *bytes, size_t count) {
  int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0)
    return false;
  close_to_others(fd);
  if (write_and_close(fd, bytes, count))
    return true;
  int reason = errno;
  unlink(path);
  errno = reason;
  return false;
}

static bool write_as_it_is(const char *path, const char *bytes, size_t count) {
  int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
  return fd >= 0 && write_and_close(fd, bytes, count);
}

static bool write_in_folder(int folder, const char *name, const char *bytes, size_t count) {
  char *temporary;
  int fd = temporary_open(folder, name, 0600, &temporary);
  if (fd < 0)
    return false;
  close_to_others(fd);
  bool written =
      write_and_close(fd, bytes, count) && renameat(folder, temporary, folder, name) == 0;
  int reason = errno;
  if (!written)
    unlinkat(folder, temporary, 0);
  free(temporary);
  errno = reason;
  return written;
}

static bool write_instead(const char *path, const char *bytes, size_t count) {
  char *target = temporary_target(path);
  if (!target)
    return false;
  file_sweep(target); /* what a killed program left of it may hold private notes */
  char *parent = path_folder(target);
  int folder = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  bool written = folder >= 0 && write_in_folder(folder, path_name(target), bytes, count);
  int reason = errno;
  if (folder >= 0)
    close(folder);
  free(parent);
  free(target);
  errno = reason;
  return written;
}

static bool write_any(const char *path, const char *bytes, size_t count, bool may_replace) {
  struct stat info;
  if (!may_replace)
    return write_first(path, bytes, count);
  bool exists = stat(path, &info) == 0;
  if (exists && S_ISDIR(info.st_mode)) {
    errno = EISDIR;
    return false;
  }
  if (exists && !S_ISREG(info.st_mode))
    return write_as_it_is(path, bytes, count);
  return write_instead(path, bytes, count);
}

bool file_write_new(const char *path, const char *bytes, size_t count, bool may_replace,
                    struct error *err) {
  return write_any(path, bytes, count, may_replace) ||
         error_set(err, _("cannot write '%s': %s"), path, error_reason(errno));
}
