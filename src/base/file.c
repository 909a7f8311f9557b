/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file-temporary.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"

static bool too_large(const char *path, size_t limit_bytes, struct error *err) {
  if (limit_bytes < 1024)
    return error_set(err, _("cannot read '%s': it is larger than %zu bytes"), path, limit_bytes);
  return error_set(err, _("cannot read '%s': it is larger than %zu KiB"), path, limit_bytes / 1024);
}

/* One byte more than the limit is asked for, to see whether there is one; and one more than the
 * size, to see the end without growing. */
static bool read_all(struct strbuf *out, int fd, const char *path, size_t size_bytes,
                     size_t limit_bytes, struct error *err) {
  strbuf_reserve(out, size_bytes + 1);
  while (out->length <= limit_bytes) {
    strbuf_reserve(out, 1);
    size_t room = out->capacity - out->length - 1, wanted = limit_bytes - out->length;
    ssize_t got = read(fd, out->text + out->length, room <= wanted ? room : wanted + 1);
    if (got == 0)
      return true;
    if (got < 0 && errno != EINTR)
      return error_set(err, _("cannot read '%s': %s"), path, error_reason(errno));
    out->length += got > 0 ? (size_t)got : 0;
    out->text[out->length] = '\0';
  }
  return too_large(path, limit_bytes, err);
}

bool file_read(struct strbuf *out, const char *path, size_t limit_bytes, struct error *err) {
  strbuf_clear(out);
  /* Not blocking, so that a pipe without a writer is refused below and not waited for. */
  int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  if (fd < 0)
    return error_set(err, _("cannot open '%s': %s"), path, error_reason(errno));
  struct stat info;
  bool read = false;
  if (fstat(fd, &info) != 0)
    error_set(err, _("cannot read '%s': %s"), path, error_reason(errno));
  else if (!S_ISREG(info.st_mode))
    error_set(err, _("cannot read '%s': it is not a file"), path);
  else if (info.st_size > 0 && (uintmax_t)info.st_size > limit_bytes)
    too_large(path, limit_bytes, err);
  else
    read = read_all(out, fd, path, (size_t)info.st_size, limit_bytes, err);
  close(fd);
  if (!read)
    strbuf_clear(out);
  return read;
}

bool file_exists(const char *path) {
  struct stat info;
  return stat(path, &info) == 0;
}

bool file_is_absent(const char *path) {
  struct stat info;
  return stat(path, &info) != 0 && errno == ENOENT;
}

bool file_is_folder(const char *path) {
  struct stat info;
  return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

struct file_stamp file_stamp(const char *path) {
  struct stat info;
  if (stat(path, &info) != 0)
    return (struct file_stamp){0};
  return (struct file_stamp){.device = info.st_dev,
                             .inode = info.st_ino,
                             .size_bytes = (uint64_t)info.st_size,
                             .modified_ns =
                                 (int64_t)info.st_mtim.tv_sec * 1000000000 + info.st_mtim.tv_nsec,
                             .exists = true};
}

bool file_stamp_same(struct file_stamp a, struct file_stamp b) {
  if (!a.exists || !b.exists)
    return a.exists == b.exists;
  return a.device == b.device && a.inode == b.inode && a.size_bytes == b.size_bytes &&
         a.modified_ns == b.modified_ns;
}

static bool make_one(const char *path, struct error *err) {
  if (mkdir(path, 0700) == 0) {
    (void)!chmod(path, 0700); /* the umask may have taken from the mode; FAT has none */
    return true;
  }
  int reason = errno;
  if (file_is_folder(path))
    return true;
  if (reason == EEXIST)
    return error_set(err, _("cannot make the folder '%s': there is a file of that name"), path);
  return error_set(err, _("cannot make the folder '%s': %s"), path, error_reason(reason));
}

bool file_is_private(const char *path) {
  struct stat info;
  return stat(path, &info) != 0 || !(info.st_mode & (S_IRWXG | S_IRWXO));
}

bool file_make_folder(const char *path, struct error *err) {
  if (file_is_folder(path))
    return true;
  char *partial = memory_dup(path);
  bool made = true;
  for (char *slash = strchr(partial + (*partial != '\0'), '/'); made && slash;
       slash = strchr(slash + 1, '/')) {
    *slash = '\0';
    made = file_is_folder(partial) || make_one(partial, err);
    *slash = '/';
  }
  made = made && make_one(path, err);
  free(partial);
  return made;
}

static bool ends_with(const char *name, const char *suffix) {
  size_t length = strlen(name), suffix_length = strlen(suffix);
  return length >= suffix_length && !strcmp(name + length - suffix_length, suffix);
}

static int compare_names(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

char **file_list(const char *folder, const char *suffix, size_t *count) {
  *count = 0;
  DIR *entries = opendir(folder);
  if (!entries && errno == ENOMEM)
    fatal(_("out of memory"));
  if (!entries)
    return NULL;
  char **names = NULL;
  size_t capacity = 0;
  for (struct dirent *entry; (entry = readdir(entries));)
    if (entry->d_name[0] != '.' && ends_with(entry->d_name, suffix)) {
      MEMORY_GROW(names, *count, capacity);
      names[(*count)++] = memory_dup(entry->d_name);
    }
  closedir(entries);
  if (*count)
    qsort(names, *count, sizeof *names, compare_names);
  return names;
}

/* Removed is removed: that the folder cannot be flushed is no reason to say otherwise. */
static bool remove_one(const char *path) {
  char *parent = path_folder(path);
  int folder = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  bool removed = folder >= 0 && (unlinkat(folder, path_name(path), 0) == 0 || errno == ENOENT);
  int reason = errno;
  if (removed)
    fsync(folder);
  if (folder >= 0)
    close(folder);
  free(parent);
  errno = reason;
  return removed;
}

bool file_remove(const char *path, struct error *err) {
  char *target = temporary_target(path);
  bool removed = (!target || remove_one(target)) && remove_one(path);
  int reason = errno;
  free(target);
  return removed || error_set(err, _("cannot remove '%s', remove it yourself: %s"), path,
                              error_reason(reason));
}
