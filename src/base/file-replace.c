/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file-guard.h"
#include "base/file-temporary.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"

enum { NUMBER_LIMIT = 100000 };

struct replacement {
  int folder, file;
  char *target;     /* path, or where it leads */
  const char *name; /* the last part of target */
  char *previous;   /* name~; NULL if not wanted or there was none */
  char *temporary;  /* NULL before it is made and after it is renamed */
  int reason;       /* errno of the first failure */
  bool linked;      /* `previous` is a second name of the old file, which is still at `name` */
  bool stranded;    /* the old file is at `previous` and could not be put back */
  bool in_place;    /* the new file is at `name` */
  bool guarded;     /* nobody else replaces it just now */
};

static bool failed(struct replacement *r) {
  if (!r->reason)
    r->reason = errno;
  return false;
}

static bool open_folder(struct replacement *r, const char *path) {
  r->target = temporary_target(path);
  if (!r->target)
    return failed(r);
  r->name = path_name(r->target);
  char *folder = path_folder(r->target);
  r->folder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  free(folder);
  return r->folder >= 0 || failed(r);
}

/* A folder could be renamed out of the way like a file. */
static bool is_file_or_nothing(struct replacement *r) {
  struct stat info;
  if (fstatat(r->folder, r->name, &info, AT_SYMLINK_NOFOLLOW) != 0)
    return errno == ENOENT || failed(r);
  if (S_ISREG(info.st_mode))
    return true;
  errno = S_ISDIR(info.st_mode) ? EISDIR : EINVAL;
  return failed(r);
}

static bool write_temporary(struct replacement *r, const char *bytes, size_t count) {
  r->file = temporary_open(r->folder, r->name, 0600, &r->temporary);
  if (r->file < 0)
    return failed(r);
  (void)!fchmod(r->file, 0600); /* the umask may have taken from the mode; FAT has none */
  return (temporary_write(r->file, bytes, count) && fsync(r->file) == 0) || failed(r);
}

/* A second name for the old file, so that there is a file at `name` at every moment. Disks without
 * links (FAT) get a rename: then only the previous one is there until the new one is. */
static bool link_old(const struct replacement *r, const char *previous) {
  if (linkat(r->folder, r->name, r->folder, previous, 0) == 0)
    return true;
  return errno == EEXIST && unlinkat(r->folder, previous, 0) == 0 &&
         linkat(r->folder, r->name, r->folder, previous, 0) == 0;
}

static bool keep_old(struct replacement *r) {
  struct strbuf previous;
  strbuf_init(&previous);
  strbuf_addf(&previous, "%s~", r->name);
  r->linked = link_old(r, previous.text);
  bool renamed =
      !r->linked && errno != ENOENT && renameat(r->folder, r->name, r->folder, previous.text) == 0;
  bool absent = !r->linked && !renamed && errno == ENOENT;
  bool kept = r->linked || renamed;
  if (!kept && !absent)
    failed(r);
  r->previous = kept ? strbuf_take(&previous) : NULL;
  strbuf_release(&previous);
  return kept || absent;
}

static void put_back(struct replacement *r) {
  if (r->linked)
    unlinkat(r->folder, r->previous, 0);
  else if (r->previous)
    r->stranded = renameat(r->folder, r->previous, r->folder, r->name) != 0;
}

static bool put_in_place(struct replacement *r) {
  if (renameat(r->folder, r->temporary, r->folder, r->name) == 0) {
    free(r->temporary);
    r->temporary = NULL;
    r->in_place = true;
    return true;
  }
  failed(r);
  put_back(r);
  return false;
}

static void unguard(struct replacement *r) {
  if (r->guarded)
    guard_release(r->folder, r->name);
  r->guarded = false;
}

static bool is_as_thought(struct replacement *r, const struct file_check *check) {
  if (!check->is_alone && !guard_take(r->folder, r->name))
    return failed(r);
  r->guarded = !check->is_alone;
  return check->is_as_thought(check->context) || failed(r);
}

/* Some file systems cannot flush a folder; they say EINVAL. The file is flushed a second time
 * because FAT writes its new entry only then. */
static bool flush(struct replacement *r) {
  if (fsync(r->file) != 0 || (fsync(r->folder) != 0 && errno != EINVAL))
    return failed(r);
  int file = r->file;
  r->file = -1;
  return close(file) == 0 || errno == EINTR || failed(r);
}

static void release(struct replacement *r) {
  if (r->file >= 0)
    close(r->file);
  if (r->temporary)
    unlinkat(r->folder, r->temporary, 0);
  if (r->folder >= 0)
    close(r->folder);
  free(r->temporary);
  free(r->previous);
  free(r->target);
}

/* Whole sentences, because what to do depends on what went wrong. */
static bool not_saved(struct error *err, const char *path, int reason) {
  switch (reason) {
  case ENOSPC:
  case EDQUOT:
    return error_set(
        err, _("cannot save '%s': the disk is full; delete something there or save elsewhere"),
        path);
  case EROFS:
    return error_set(err, _("cannot save '%s': the disk is read-only; save elsewhere"), path);
  case EACCES:
  case EPERM:
    return error_set(
        err, _("cannot save '%s': you are not allowed to write in that folder; save elsewhere"),
        path);
  case ENOENT:
    return error_set(
        err,
        _("cannot save '%s': its folder is gone; bring it back (was a stick pulled out?) or "
          "save elsewhere"),
        path);
  case EIO:
  case ENODEV:
  case ENXIO:
    return error_set(err,
                     _("cannot save '%s': the disk has a fault or was pulled out; put it back or "
                       "save elsewhere"),
                     path);
  default:
    return error_set(err, _("cannot save '%s': %s; save elsewhere"), path, error_reason(reason));
  }
}

static bool report(const struct replacement *r, const char *path, struct error *err) {
  if (r->stranded)
    return error_set(err, _("cannot save '%s': %s; what it held before is in '%s~'"), path,
                     error_reason(r->reason), r->target);
  if (r->in_place)
    return error_set(
        err,
        _("cannot be sure that '%s' is saved: the disk did not confirm it (%s); save elsewhere"),
        path, error_reason(r->reason));
  return not_saved(err, path, r->reason);
}

bool file_replace_checked(const char *path, const char *bytes, size_t count, bool keep_previous,
                          const struct file_check *check, struct error *err) {
  struct replacement r = {.folder = -1, .file = -1};
  bool saved = open_folder(&r, path) && is_file_or_nothing(&r) &&
               write_temporary(&r, bytes, count) && (!check || is_as_thought(&r, check)) &&
               (!keep_previous || keep_old(&r)) && put_in_place(&r);
  unguard(&r);
  saved = saved && flush(&r);
  if (!saved)
    report(&r, path, err);
  release(&r);
  return saved;
}

bool file_replace(const char *path, const char *bytes, size_t count, bool keep_previous,
                  struct error *err) {
  return file_replace_checked(path, bytes, count, keep_previous, NULL, err);
}

/* --- a new file beside another ----------------------------------------------------------------*/

/* Gives the temporary file a name that no other file has; disks without links get an empty file of
 * that name first, so that nobody else takes it. */
static bool take_name(struct replacement *r, const char *name) {
  if (linkat(r->folder, r->temporary, r->folder, name, 0) == 0) {
    unlinkat(r->folder, r->temporary, 0);
  } else {
    if (errno == EEXIST)
      return false;
    int taken = openat(r->folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (taken < 0)
      return errno != EEXIST && failed(r);
    close(taken);
    if (renameat(r->folder, r->temporary, r->folder, name) != 0) {
      failed(r);
      unlinkat(r->folder, name, 0);
      return false;
    }
  }
  free(r->temporary);
  r->temporary = NULL;
  r->in_place = true;
  return true;
}

static bool number_it(struct replacement *r, const char *what, const char *extension,
                      struct strbuf *name) {
  for (unsigned number = 1; number <= NUMBER_LIMIT && !r->reason; number++) {
    strbuf_clear(name);
    strbuf_addf(name, "%s.%s-%u%s", r->name, what, number, extension);
    if (take_name(r, name->text))
      return true;
  }
  errno = EEXIST;
  return failed(r);
}

char *file_write_beside(const char *path, const char *what, const char *extension,
                        const char *bytes, size_t count, struct error *err) {
  struct replacement r = {.folder = -1, .file = -1};
  struct strbuf name;
  strbuf_init(&name);
  bool saved = open_folder(&r, path) && write_temporary(&r, bytes, count) &&
               number_it(&r, what, extension, &name) && flush(&r);
  char *beside = NULL;
  if (saved) {
    char *folder = path_folder(path);
    beside = strchr(path, '/') ? path_join(folder, name.text) : memory_dup(name.text);
    free(folder);
  } else {
    r.in_place = false;
    report(&r, path, err);
  }
  strbuf_release(&name);
  release(&r);
  return beside;
}
