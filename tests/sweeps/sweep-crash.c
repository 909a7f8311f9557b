/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two sweeps. Every state that a power cut can leave: what was asked of the disk while answers were
 * saved is played back up to every call, with every choice of what had reached the disk of that
 * which was not flushed; bytes that were not flushed are there, missing, or torn at 512. And disks
 * of every size that fill up. */
#include <config.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "checklist/checklist.h"
#include "session/session-file.h"
#include "session/session.h"
#include "sweep.h"
#include "tests/base/scratch.h"

enum { CALL_LIMIT = 400, FILE_LIMIT = 64, NAME_LIMIT = 8, SECTOR = 512, SAVES = 20, KIBI = 1024 };
enum call_kind { MAKE, WRITE, FLUSH, FLUSH_FOLDER, LINK, UNLINK, RENAME, SAVED };

struct call {
  enum call_kind kind;
  int file; /* which one, from 0 */
  long step;
  char from[64], to[64];
};
struct entry {
  char name[64];
  int file; /* -1: none */
};
struct disk {
  struct entry entries[NAME_LIMIT];
};
struct bytes {
  char *text;
  size_t count;
};

static struct call calls[CALL_LIMIT];
static size_t call_count;
static struct bytes contents[FILE_LIMIT];
static int file_count, fd_of[FILE_LIMIT];
static bool watching, no_links;
static long budget = -1; /* bytes that the disk holds; -1: enough */
static struct checklist *checklist;
static char path[4096], other_path[4096];

/* --- what the program asks of the system ------------------------------------------------------*/

static struct call *note(enum call_kind kind, int file, const char *from, const char *to) {
  struct call *call = &calls[call_count < CALL_LIMIT - 1 ? call_count++ : call_count];
  *call = (struct call){.kind = kind, .file = file};
  snprintf(call->from, sizeof call->from, "%s", from ? from : "");
  snprintf(call->to, sizeof call->to, "%s", to ? to : "");
  return call;
}

static int file_of(int fd) {
  for (int i = file_count - 1; i >= 0; i--)
    if (fd_of[i] == fd)
      return i;
  return -1;
}

int __real_openat(int folder, const char *name, int flags, ...);
ssize_t __real_write(int fd, const void *bytes, size_t count);
int __real_fsync(int fd);
int __real_renameat(int from, const char *old, int to, const char *new);
int __real_linkat(int from, const char *old, int to, const char *new, int flags);
int __real_unlinkat(int folder, const char *name, int flags);
int __wrap_openat(int folder, const char *name, int flags, ...);
ssize_t __wrap_write(int fd, const void *bytes, size_t count);
int __wrap_fsync(int fd);
int __wrap_renameat(int from, const char *old, int to, const char *new);
int __wrap_linkat(int from, const char *old, int to, const char *new, int flags);
int __wrap_unlinkat(int folder, const char *name, int flags);

int __wrap_openat(int folder, const char *name, int flags, ...) {
  va_list args;
  va_start(args, flags);
  mode_t mode = (flags & O_CREAT) != 0 ? va_arg(args, mode_t) : 0;
  va_end(args);
  int fd = __real_openat(folder, name, flags, mode);
  if (watching && fd >= 0 && flags & O_CREAT && file_count < FILE_LIMIT) {
    fd_of[file_count] = fd;
    note(MAKE, file_count++, "", name);
  }
  return fd;
}

static long used(void) {
  long sum = 0;
  struct stat info;
  DIR *folder = opendir(scratch_path("f"));
  for (struct dirent *entry; folder && (entry = readdir(folder));)
    if (fstatat(dirfd(folder), entry->d_name, &info, 0) == 0 && S_ISREG(info.st_mode))
      sum += (info.st_size + SECTOR - 1) / SECTOR * SECTOR;
  if (folder)
    closedir(folder);
  return sum;
}

ssize_t __wrap_write(int fd, const void *bytes, size_t count) {
  if (budget >= 0) {
    long room = budget - used();
    if (room <= 0) {
      errno = ENOSPC;
      return -1;
    }
    return __real_write(fd, bytes, count < (size_t)room ? count : (size_t)room);
  }
  int file = watching ? file_of(fd) : -1;
  if (file >= 0) {
    struct bytes *all = &contents[file];
    all->text = realloc(all->text, all->count + count);
    memcpy(all->text + all->count, bytes, count);
    all->count += count;
    note(WRITE, file, "", "");
  }
  return __real_write(fd, bytes, count);
}

int __wrap_fsync(int fd) {
  struct stat info;
  if (watching && fstat(fd, &info) == 0)
    note(S_ISDIR(info.st_mode) ? FLUSH_FOLDER : FLUSH, file_of(fd), "", "");
  return __real_fsync(fd);
}

int __wrap_renameat(int from, const char *old, int to, const char *new) {
  int done = __real_renameat(from, old, to, new);
  if (watching && done == 0)
    note(RENAME, -1, old, new);
  return done;
}

int __wrap_linkat(int from, const char *old, int to, const char *new, int flags) {
  if (watching && no_links && faccessat(from, old, F_OK, 0) == 0) {
    errno = EPERM;
    return -1;
  }
  int done = __real_linkat(from, old, to, new, flags);
  if (watching && done == 0)
    note(LINK, -1, old, new);
  return done;
}

int __wrap_unlinkat(int folder, const char *name, int flags) {
  int done = __real_unlinkat(folder, name, flags);
  if (watching && done == 0)
    note(UNLINK, -1, name, "");
  return done;
}

/* --- the disk after a power cut ---------------------------------------------------------------*/

static struct entry *find(struct disk *disk, const char *name) {
  for (size_t i = 0; i < NAME_LIMIT; i++)
    if (disk->entries[i].file >= 0 && !strcmp(disk->entries[i].name, name))
      return &disk->entries[i];
  return NULL;
}

static void put(struct disk *disk, const char *name, int file) {
  struct entry *entry = find(disk, name);
  for (size_t i = 0; !entry && i < NAME_LIMIT; i++)
    if (disk->entries[i].file < 0)
      entry = &disk->entries[i];
  if (!entry)
    abort();
  snprintf(entry->name, sizeof entry->name, "%s", name);
  entry->file = file;
}

static void drop(struct disk *disk, const char *name) {
  struct entry *entry = find(disk, name);
  if (entry)
    entry->file = -1;
}

static bool is_of_folder(const struct call *call) {
  return call->kind == MAKE || call->kind == LINK || call->kind == UNLINK || call->kind == RENAME;
}

/* `file`: the one that the old name led to when it was called, whatever has reached the disk. */
static void play(struct disk *disk, const struct call *call, int file) {
  if (call->kind == UNLINK)
    drop(disk, call->from);
  else if (file >= 0)
    put(disk, call->to, file);
  if (call->kind == RENAME)
    drop(disk, call->from);
}

static int source_of(struct disk *disk, const struct call *call) {
  struct entry *entry = call->kind == MAKE ? NULL : find(disk, call->from);
  return call->kind == MAKE ? call->file : entry ? entry->file : -1;
}

/* Of the calls since the folder was last flushed only those in `chosen` have reached the disk. */
static struct disk disk_at(size_t calls_made, unsigned chosen, size_t *open_calls) {
  struct disk seen, there;
  memset(&seen, 0xff, sizeof seen);
  there = seen;
  *open_calls = 0;
  for (size_t i = 0; i < calls_made; i++) {
    if (calls[i].kind == FLUSH_FOLDER) {
      there = seen;
      *open_calls = 0;
    } else if (is_of_folder(&calls[i])) {
      int file = source_of(&seen, &calls[i]);
      play(&seen, &calls[i], file);
      if (chosen >> (*open_calls)++ & 1)
        play(&there, &calls[i], file);
    }
  }
  return there;
}

static bool is_flushed(int file, size_t calls_made) {
  bool flushed = true;
  for (size_t i = 0; i < calls_made; i++)
    if (calls[i].file == file && (calls[i].kind == WRITE || calls[i].kind == FLUSH))
      flushed = calls[i].kind == FLUSH;
  return flushed;
}

static size_t written(int file, size_t calls_made) {
  for (size_t i = 0; i < calls_made; i++)
    if (calls[i].file == file && calls[i].kind == WRITE)
      return contents[file].count;
  return 0;
}

static void lay_out(const struct disk *disk, size_t calls_made, size_t torn_at) {
  scratch_clear("g");
  for (size_t i = 0; i < NAME_LIMIT; i++) {
    int file = disk->entries[i].file;
    if (file < 0)
      continue;
    size_t count = written(file, calls_made);
    if (!is_flushed(file, calls_made) && torn_at < count)
      count = torn_at;
    char name[80];
    snprintf(name, sizeof name, "g/%s", disk->entries[i].name);
    scratch_write(name, contents[file].text, count);
  }
}

static void check(struct sweep *sweep, size_t calls_made, long told) {
  struct session_report report;
  struct session *session = session_load(other_path, checklist, SESSION_WRITE, &report, NULL);
  long steps = session ? sweep_steps(session) : -1;
  sweep->runs++;
  if (steps < told)
    sweep_fails(sweep, "cut after call %zu: told saved up to step %ld, found %ld", calls_made, told,
                steps);
  else if (session && report.wholeness != SESSION_WHOLE)
    sweep_fails(sweep, "cut after call %zu: the file is not whole", calls_made);
  session_free(session);
}

static size_t largest_unflushed(size_t calls_made) {
  size_t largest = 0;
  for (int file = 0; file < file_count; file++)
    if (!is_flushed(file, calls_made) && written(file, calls_made) > largest)
      largest = written(file, calls_made);
  return largest;
}

static void cut_after(struct sweep *sweep, size_t calls_made, long told) {
  size_t open_calls;
  disk_at(calls_made, 0, &open_calls);
  size_t largest = largest_unflushed(calls_made);
  for (unsigned chosen = 0; chosen < 1U << open_calls; chosen++) {
    struct disk disk = disk_at(calls_made, chosen, &open_calls);
    for (size_t torn_at = 0; torn_at <= largest + SECTOR - 1; torn_at += SECTOR) {
      lay_out(&disk, calls_made, torn_at);
      check(sweep, calls_made, told);
    }
  }
}

/* --- saving -----------------------------------------------------------------------------------*/

static bool record(struct session *session, long step, const char *note_text, struct error *err) {
  char text[32];
  struct answer wanted;
  answer_copy(&wanted, NULL);
  snprintf(text, sizeof text, "step %ld", step);
  wanted.comment = text;
  wanted.note = (char *)note_text;
  return session_apply(session, checklist->questions[step]->id, FIELD_COMMENT | FIELD_NOTE, &wanted,
                       err);
}

static void save_some(void) {
  call_count = 0;
  for (int i = 0; i < file_count; i++) {
    free(contents[i].text);
    contents[i] = (struct bytes){NULL, 0};
  }
  file_count = 0;
  scratch_clear("f");
  watching = true;
  struct session *session = session_new(checklist);
  if (!session_create(session, path, NULL))
    abort();
  note(SAVED, -1, "", "")->step = 0;
  for (long step = 1; step <= SAVES; step++) {
    if (!record(session, step, "A note.", NULL) || !session_save(session, NULL))
      abort();
    note(SAVED, -1, "", "")->step = step;
  }
  watching = false;
  session_free(session);
}

static bool sweep_cuts(void) {
  struct sweep sweep;
  sweep_begin(&sweep, "power cuts", "calls");
  for (int turn = 0; turn < 2; turn++) {
    no_links = turn == 1;
    save_some();
    long told = -1; /* before the session was made nothing was told */
    for (size_t made = 0; made <= call_count; made++) {
      if (made && calls[made - 1].kind == SAVED)
        told = calls[made - 1].step;
      cut_after(&sweep, made, told);
      sweep.points++;
    }
  }
  return sweep_end(&sweep, 1000);
}

/* --- disks that fill up -----------------------------------------------------------------------*/

static bool holds(const char *text) {
  return scratch_holds("f/s.yaml", text);
}

static void fill(struct sweep *sweep, long size) {
  static char words[5000];
  memset(words, 'x', sizeof words - 1);
  scratch_clear("f");
  struct session *session = session_new(checklist);
  struct error err = ERROR_INIT;
  if (!session_create(session, path, NULL))
    abort();
  char *last = session_text(session);
  bool full = false;
  for (long step = 1; step <= 20 && !full; step++) {
    if (!record(session, step, words, NULL))
      abort();
    budget = size;
    full = !session_save(session, &err);
    budget = -1;
    if (full && (!strstr(err.message, "the disk is full") || !session_is_unsaved(session)))
      sweep_fails(sweep, "%ld KiB: told %s", size / KIBI, err.message);
    error_release(&err);
    if (!full) {
      free(last);
      last = session_text(session);
    }
    if (!holds(last))
      sweep_fails(sweep, "%ld KiB, step %ld: not what was told saved", size / KIBI, step);
  }
  char *text = session_text(session);
  if (!full)
    sweep_fails(sweep, "%ld KiB: it was never full", size / KIBI);
  else if (!session_save(session, NULL) || !holds(text))
    sweep_fails(sweep, "%ld KiB: not saved when there was room again", size / KIBI);
  free(text);
  free(last);
  session_free(session);
  if (scratch_count("f") > 3) /* the file, the one before, and what keeps the folder */
    sweep_fails(sweep, "%ld KiB: files are left lying about", size / KIBI);
  sweep->runs++;
  sweep->points++;
}

static bool sweep_sizes(long step) {
  struct sweep sweep;
  sweep_begin(&sweep, "disks of 16 to 256 KiB that fill up", "sizes");
  for (long size = 16 * KIBI; size <= 256 * KIBI; size += step)
    fill(&sweep, size);
  return sweep_end(&sweep, 241);
}

int main(int count, char **arguments) {
  scratch_make();
  scratch_write("f/.keep", "", 0);
  scratch_write("g/.keep", "", 0);
  snprintf(path, sizeof path, "%s", scratch_path("f/s.yaml"));
  snprintf(other_path, sizeof other_path, "%s", scratch_path("g/s.yaml"));
  checklist = sweep_checklist();
  bool well = sweep_cuts();
  well = sweep_sizes(sweep_is_long(count, arguments) ? 128 : SECTOR) && well;
  checklist_free(checklist);
  scratch_remove();
  return !well;
}
