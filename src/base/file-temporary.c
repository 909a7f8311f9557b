/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/file-temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/strbuf.h"

enum { RANDOM_LENGTH = 12, ATTEMPTS = 16 };
static const char temporary_end[] = ".tmp";

bool temporary_write(int fd, const char *bytes, size_t count) {
  while (count) {
    ssize_t written = write(fd, bytes, count);
    if (written == 0)
      errno = EIO;
    if (written == 0 || (written < 0 && errno != EINTR))
      return false;
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    }
  }
  return true;
}

char *temporary_target(const char *path) {
  struct stat info;
  if (lstat(path, &info) == 0 && S_ISLNK(info.st_mode))
    return realpath(path, NULL);
  return memory_dup(path);
}

static void add_random(struct strbuf *out) {
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz012345";
  unsigned char bytes[RANDOM_LENGTH] = {0};
  if (getrandom(bytes, sizeof bytes, GRND_NONBLOCK) != sizeof bytes) {
    static unsigned calls; /* no randomness yet at boot: a name nobody else takes will do */
    unsigned seed = (unsigned)getpid() * 31 + calls++;
    for (size_t i = 0; i < sizeof bytes; i++, seed /= 32)
      bytes[i] = (unsigned char)seed;
  }
  for (size_t i = 0; i < sizeof bytes; i++)
    strbuf_add_char(out, letters[bytes[i] % 32]);
}

static char *temporary_name(const char *name) {
  struct strbuf out;
  strbuf_init(&out);
  strbuf_addf(&out, ".%s.", name);
  add_random(&out);
  strbuf_add(&out, temporary_end);
  return strbuf_take(&out);
}

bool temporary_is_of(const char *entry, const char *name) {
  size_t length = strlen(name);
  return strlen(entry) == 1 + length + 1 + RANDOM_LENGTH + strlen(temporary_end) &&
         entry[0] == '.' && !memcmp(entry + 1, name, length) && entry[1 + length] == '.' &&
         !strcmp(entry + 1 + length + 1 + RANDOM_LENGTH, temporary_end);
}

int temporary_open(int folder, const char *name, mode_t mode, char **temporary) {
  for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
    *temporary = temporary_name(name);
    int fd = openat(folder, *temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
    if (fd >= 0)
      return fd;
    int reason = errno;
    free(*temporary);
    *temporary = NULL;
    errno = reason;
    if (reason != EEXIST)
      break;
  }
  return -1;
}
