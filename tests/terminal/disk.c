/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk that fails when it is told to, and a clock that jumps: a library to start the program
 * with (LD_PRELOAD). Below the folder DISK, calls that change something fail while there is a file
 * DISK_CONTROL/error with the number of the error in it; locks and links fail while there are files
 * locks and links. DISK_CONTROL/clock holds by how many seconds the clock is off. */
#include <config.h>

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/* Under other names in here, for the headers may have made functions of these already. */
int disk_open(const char *path, int flags, ...) __asm__("open");
int disk_openat(int folder, const char *path, int flags, ...) __asm__("openat");
ssize_t disk_write(int fd, const void *bytes, size_t count) __asm__("write");
int disk_fsync(int fd) __asm__("fsync");
int disk_mkdir(const char *path, mode_t mode) __asm__("mkdir");
int disk_renameat(int from, const char *old, int to, const char *new) __asm__("renameat");
int disk_linkat(int from, const char *old, int to, const char *new, int flags) __asm__("linkat");
int disk_fcntl(int fd, int command, ...) __asm__("fcntl");
time_t disk_time(time_t *out) __asm__("time");

/* The number in a control file; 0: there is none. */
static long long control(const char *name) {
  char path[4096], digits[32] = "";
  const char *folder = getenv("DISK_CONTROL");
  int before = errno;
  snprintf(path, sizeof path, "%s/%s", folder ? folder : "", name);
  long fd = syscall(SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC, 0);
  if (fd >= 0) {
    (void)!read((int)fd, digits, sizeof digits - 1);
    close((int)fd);
  }
  errno = before;
  return strtoll(digits, NULL, 10);
}

static bool is_on_disk(const char *path) {
  const char *disk = getenv("DISK");
  return disk && !strncmp(path, disk, strlen(disk));
}

static bool is_open_on_disk(int fd) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  path[length > 0 ? length : 0] = '\0';
  return is_on_disk(path);
}

static bool fails(bool is_here, const char *name) {
  long long reason = is_here ? control(name) : 0;
  if (reason)
    errno = (int)reason;
  return reason != 0;
}

static mode_t mode_of(int flags, va_list args) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(args, mode_t) : 0;
}

int disk_openat(int folder, const char *path, int flags, ...) {
  va_list args;
  va_start(args, flags);
  mode_t mode = mode_of(flags, args);
  va_end(args);
  bool is_here = *path == '/' || folder == AT_FDCWD ? is_on_disk(path) : is_open_on_disk(folder);
  if (flags & (O_CREAT | O_WRONLY | O_RDWR) && fails(is_here, "error"))
    return -1;
  return (int)syscall(SYS_openat, folder, path, flags, mode);
}

int disk_open(const char *path, int flags, ...) {
  va_list args;
  va_start(args, flags);
  mode_t mode = mode_of(flags, args);
  va_end(args);
  return disk_openat(AT_FDCWD, path, flags, mode);
}

ssize_t disk_write(int fd, const void *bytes, size_t count) {
  return fails(is_open_on_disk(fd), "error") ? -1 : syscall(SYS_write, fd, bytes, count);
}

int disk_fsync(int fd) {
  return fails(is_open_on_disk(fd), "error") ? -1 : (int)syscall(SYS_fsync, fd);
}

int disk_mkdir(const char *path, mode_t mode) {
  return fails(is_on_disk(path), "error") ? -1 : (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode);
}

int disk_renameat(int from, const char *old, int to, const char *new) {
  if (fails(is_open_on_disk(to), "error"))
    return -1;
  return (int)syscall(SYS_renameat2, from, old, to, new, 0);
}

int disk_linkat(int from, const char *old, int to, const char *new, int flags) {
  bool is_here = is_open_on_disk(to);
  if (fails(is_here, "error") || fails(is_here, "links"))
    return -1;
  return (int)syscall(SYS_linkat, from, old, to, new, flags);
}

int disk_fcntl(int fd, int command, ...) {
  va_list args;
  va_start(args, command);
  void *argument = va_arg(args, void *);
  va_end(args);
  if (command == F_OFD_SETLK && fails(is_open_on_disk(fd), "locks"))
    return -1;
  return (int)syscall(SYS_fcntl, fd, command, argument);
}

time_t disk_time(time_t *out) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  time_t told = now.tv_sec + control("clock");
  if (out)
    *out = told;
  return told;
}
