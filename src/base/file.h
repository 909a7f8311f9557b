/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files: reading whole, and replacing durably. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct error;
struct strbuf;

/* Reads a whole regular file into out (cleared first). Fails with a sentence when it cannot be read
 * or is larger than limit_bytes. */
bool file_read(struct strbuf *out, const char *path, size_t limit_bytes, struct error *err);

bool file_exists(const char *path);
bool file_is_folder(const char *path);
bool file_is_absent(const char *path); /* for sure: not only out of reach */

/* What tells one state of a file from another: to see whether it changed under us. */
struct file_stamp {
  uint64_t device, inode, size_bytes;
  int64_t modified_ns;
  bool exists;
};
struct file_stamp file_stamp(const char *path);
bool file_stamp_same(struct file_stamp a, struct file_stamp b);

/* Makes a folder with its parents, mode 0700 for those it makes. */
bool file_make_folder(const char *path, struct error *err);

/* Whether a file that was written with mode 0600 is closed to others: FAT and its like keep no
 * modes. True also for one that is not there. */
bool file_is_private(const char *path);

/* Replaces path as a whole and durably, on FAT too: a temporary file in the same folder (O_EXCL,
 * mode 0600 under any umask) is written and flushed; with keep_previous the old file is linked to
 * PATH~ (renamed, where the disk knows no links); the new one is renamed to path; the still open
 * file is flushed again, then the folder: three flushes. On failure the old contents are still at
 * path (or, if the last rename failed, at PATH~ and put back), and the error says in words what to
 * do. When only the last flushes failed the new contents are in place but not certain, which is a
 * failure too. */
bool file_replace(const char *path, const char *bytes, size_t count, bool keep_previous,
                  struct error *err);

/* The same, but asks right before the old file is replaced, when the new one is all written: if it
 * is not what it was thought to be, it stays, and this fails for the reason that is_as_thought()
 * left in errno. Without locks (is_alone false) nobody
 * else who asks so can replace it between the question and the replacing: it fails with EBUSY when
 * another program does not get on with it. */
struct file_check {
  bool (*is_as_thought)(void *context);
  void *context;
  bool is_alone; /* a lock keeps other programs away */
};
bool file_replace_checked(const char *path, const char *bytes, size_t count, bool keep_previous,
                          const struct file_check *check, struct error *err);

/* Removes a file, or the link and the file that it leads to, and flushes the folder. One that is
 * not there is removed already. */
bool file_remove(const char *path, struct error *err);

/* Writes a new file PATH.WHAT-N EXTENSION (".yaml"; "" for none) with the first number that is
 * free, durably, and never in the place of another, whoever else does the same just now. Its
 * temporary file counts as one of path's. Returns its path, owned by the caller; NULL with err. */
char *file_write_beside(const char *path, const char *what, const char *extension,
                        const char *bytes, size_t count, struct error *err);

/* Writes a document (mode 0600), flushed; fails if path exists unless may_replace. A device
 * or pipe is written to as it is. On failure an older file keeps its contents, and no new one is
 * left behind. */
bool file_write_new(const char *path, const char *bytes, size_t count, bool may_replace,
                    struct error *err);

/* Removes what killed programs left of writing this path: for who is alone with it (a lock is
 * held).
 */
void file_sweep(const char *path);
/* The same where others may be at work: only what is over a minute old, by the disk's own clock. */
void file_sweep_old(const char *path);

/* Names in a folder that end with suffix, sorted, without those that begin with a dot; count in
 * *count. Free each and the array. NULL if none. */
char **file_list(const char *folder, const char *suffix, size_t *count);

/* Path arithmetic; results owned by the caller. */
char *path_join(const char *folder, const char *name);
char *path_folder(const char *path);     /* "." if there is none */
const char *path_name(const char *path); /* borrowed: what stands after the last '/' */
/* A file name from a text: lower case ASCII letters, digits and hyphens, at most 60; "session" if
 * nothing is left. Safe on FAT. Owned by the caller. */
char *path_slug(const char *text);

/* One writer at a time: a kernel lock (open file description lock) on PATH.lock, which dies with
 * the program. The file holds nothing and is removed with the lock. LOCK_DENIED: nothing can be
 * written in that folder, or the disk is read-only. LOCK_UNSUPPORTED: the disk knows no locks, or
 * the file cannot be made for another reason. Of both the user is to be told. */
enum lock_state { LOCK_TAKEN, LOCK_BUSY, LOCK_UNSUPPORTED, LOCK_DENIED };
struct lock {
  int fd;     /* -1: none */
  char *path; /* of the lock file */
};
#define LOCK_INIT                                                                                  \
  { -1, NULL }
enum lock_state lock_take(struct lock *lock, const char *path);
void lock_release(struct lock *lock); /* afterwards as after LOCK_INIT */

#endif
