/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/private-folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/environment.h"
#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "base/memory.h"

static const char template[] = "disentangle-XXXXXX"; /* as mkdtemp() fills it */
enum { OPEN_FOLDERS_LIMIT = 8, RANDOM_LENGTH = 6, LENGTH = sizeof template - 1 };

/* Owned by the caller. */
static char *place(void) {
  const char *runtime = environment_get("XDG_RUNTIME_DIR");
  if (runtime)
    return memory_dup(runtime);
  char *sessions = environment_sessions_dir();
  file_make_folder(sessions, NULL);
  return sessions;
}

bool private_folder_make(struct private_folder *folder, struct error *err) {
  char *base = place();
  folder->path = path_join(base, template);
  folder->lock = -1;
  free(base);
  if (!mkdtemp(folder->path)) {
    error_set(err, _("cannot make a folder for the text: %s: %s"), folder->path,
              error_reason(errno));
    free(folder->path);
    folder->path = NULL;
    return false;
  }
  folder->lock = open(folder->path, O_RDONLY | O_DIRECTORY); /* the programs started keep it */
  if (folder->lock >= 0)
    flock(folder->lock, LOCK_EX | LOCK_NB);
  return true;
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *at) {
  (void)info, (void)kind, (void)at;
  remove(path);
  return 0;
}

static void remove_all(const char *path) {
  nftw(path, remove_one, OPEN_FOLDERS_LIMIT, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
}

void private_folder_remove(struct private_folder *folder) {
  remove_all(folder->path);
  if (folder->lock >= 0)
    close(folder->lock);
  free(folder->path);
  *folder = (struct private_folder){NULL, -1};
}

/* --- what killed programs left -----------------------------------------------------------------*/

static bool is_ours(const char *name) {
  return strlen(name) == LENGTH && !strncmp(name, template, LENGTH - RANDOM_LENGTH);
}

/* Somebody else's, and one that is in use, stay. */
static bool is_abandoned(const char *path) {
  struct stat info;
  int fd = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  bool abandoned = fd >= 0 && fstat(fd, &info) == 0 && info.st_uid == geteuid() &&
                   flock(fd, LOCK_EX | LOCK_NB) == 0;
  if (fd >= 0)
    close(fd);
  return abandoned;
}

static size_t sweep(const char *base) {
  size_t count = 0;
  DIR *entries = opendir(base);
  for (struct dirent *entry; entries && (entry = readdir(entries));) {
    char *path = is_ours(entry->d_name) ? path_join(base, entry->d_name) : NULL;
    if (path && is_abandoned(path)) {
      remove_all(path);
      count++;
    }
    free(path);
  }
  if (entries)
    closedir(entries);
  return count;
}

size_t private_folder_sweep(void) {
  const char *runtime = environment_get("XDG_RUNTIME_DIR");
  char *sessions = environment_sessions_dir();
  size_t count = sweep(sessions) + (runtime ? sweep(runtime) : 0);
  free(sessions);
  return count;
}
