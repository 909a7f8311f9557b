/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "system-calls.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cmocka-tests.h"

#if defined __GLIBC__ && __SIZEOF_LONG__ == 4
/* With large files these are the names. */
#define __real_open   __real_open64
#define __real_openat __real_openat64
#define __wrap_open   __wrap_open64
#define __wrap_openat __wrap_openat64
#endif

struct system_calls system_calls;

void system_calls_start(void) {
  system_calls.calls = 0;
  system_calls.failed = NULL;
  system_calls.flushed_badly = -1;
  system_calls.flushed_again = false;
  strbuf_clear(&system_calls.log);
  system_calls.watching = true;
}

static bool call_fails(const char *name) {
  if (!system_calls.watching)
    return false;
  system_calls.calls++;
  strbuf_addf(&system_calls.log, " %s", name);
  int since = system_calls.calls - system_calls.fail_from;
  if (!system_calls.fail_from || since < 0 || since >= system_calls.fail_count)
    return false;
  if (since == 0)
    system_calls.failed = name;
  if (system_calls.kills)
    raise(SIGKILL);
  errno = system_calls.fails_with;
  return true;
}

int __real_open(const char *path, int flags, ...);
int __real_openat(int folder, const char *name, int flags, ...);
int __real_fchmod(int fd, mode_t mode);
ssize_t __real_write(int fd, const void *bytes, size_t count);
int __real_fsync(int fd);
int __real_renameat(int from, const char *old, int to, const char *new);
int __real_linkat(int from, const char *old, int to, const char *new, int flags);
int __real_unlinkat(int folder, const char *name, int flags);
int __real_close(int fd);

int __wrap_open(const char *path, int flags, ...);
int __wrap_openat(int folder, const char *name, int flags, ...);
int __wrap_fchmod(int fd, mode_t mode);
ssize_t __wrap_write(int fd, const void *bytes, size_t count);
int __wrap_fsync(int fd);
int __wrap_renameat(int from, const char *old, int to, const char *new);
int __wrap_linkat(int from, const char *old, int to, const char *new, int flags);
int __wrap_unlinkat(int folder, const char *name, int flags);
int __wrap_close(int fd);

int __wrap_open(const char *path, int flags, ...) {
  va_list args;
  va_start(args, flags);
  mode_t mode = (flags & O_CREAT) != 0 ? va_arg(args, mode_t) : 0;
  va_end(args);
  return call_fails("open") ? -1 : __real_open(path, flags, mode);
}

int __wrap_openat(int folder, const char *name, int flags, ...) {
  va_list args;
  va_start(args, flags);
  mode_t mode = (flags & O_CREAT) != 0 ? va_arg(args, mode_t) : 0;
  va_end(args);
  if (system_calls.watching)
    assert_int_equal(flags & (O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_CREAT),
                     O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_CREAT);
  return call_fails("openat") ? -1 : __real_openat(folder, name, flags, mode);
}

int __wrap_fchmod(int fd, mode_t mode) {
  return call_fails("fchmod") ? -1 : __real_fchmod(fd, mode);
}

ssize_t __wrap_write(int fd, const void *bytes, size_t count) {
  if (call_fails("write"))
    return -1;
  return __real_write(fd, bytes,
                      system_calls.watching && system_calls.write_little && count > 5 ? 5 : count);
}

static const char *kind_of(int fd) {
  struct stat info;
  return fstat(fd, &info) == 0 && S_ISDIR(info.st_mode) ? "fsync-folder" : "fsync-file";
}

int __wrap_fsync(int fd) {
  if (system_calls.watching && fd == system_calls.flushed_badly)
    system_calls.flushed_again = true;
  if (!call_fails(kind_of(fd)))
    return __real_fsync(fd);
  system_calls.flushed_badly = fd;
  return -1;
}

int __wrap_renameat(int from, const char *old, int to, const char *new) {
  size_t length = strlen(new);
  bool keeps = length && new[length - 1] == '~';
  return call_fails(keeps ? "rename-old" : "rename") ? -1 : __real_renameat(from, old, to, new);
}

int __wrap_linkat(int from, const char *old, int to, const char *new, int flags) {
  if (call_fails("link-old"))
    return -1;
  if (!system_calls.watching || !system_calls.no_links)
    return __real_linkat(from, old, to, new, flags);
  errno = EPERM;
  return -1;
}

int __wrap_unlinkat(int folder, const char *name, int flags) {
  return call_fails("unlinkat") ? -1 : __real_unlinkat(folder, name, flags);
}

int __wrap_close(int fd) {
  bool fails = call_fails("close");
  int result = __real_close(fd); /* the descriptor is gone even when it fails */
  if (fails)
    errno = system_calls.fails_with;
  return fails ? -1 : result;
}
