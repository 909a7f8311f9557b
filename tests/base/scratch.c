/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "scratch.h"

#include <assert.h>
#include <dirent.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char root[256];

void scratch_make(void) {
  const char *parent = getenv("TMPDIR");
  snprintf(root, sizeof root, "%s/disentangle-test.XXXXXX", parent && *parent ? parent : "/tmp");
  if (!mkdtemp(root)) {
    perror(root);
    abort();
  }
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *at) {
  (void)info, (void)kind, (void)at;
  return remove(path);
}

void scratch_remove(void) {
  nftw(root, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

const char *scratch_path(const char *path) {
  static char paths[8][4096];
  static unsigned next;
  char *out = paths[next++ % 8];
  snprintf(out, sizeof paths[0], "%s/%s", root, path);
  return out;
}

static void make_parents(char *path) {
  for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
    *slash = '\0';
    mkdir(path, 0700);
    *slash = '/';
  }
}

void scratch_write(const char *path, const void *bytes, size_t count) {
  char full[4096];
  snprintf(full, sizeof full, "%s", scratch_path(path));
  make_parents(full);
  FILE *file = fopen(full, "wb");
  assert(file);
  fwrite(bytes, 1, count, file);
  fclose(file);
}

char *scratch_read(const char *path, size_t *count) {
  FILE *file = fopen(scratch_path(path), "rb");
  if (!file)
    return NULL;
  char *bytes = NULL;
  size_t size = 0, got;
  do {
    char *more = realloc(bytes, size + 4097);
    assert(more);
    bytes = more;
    got = fread(bytes + size, 1, 4096, file);
    size += got;
  } while (got);
  bytes[size] = '\0';
  fclose(file);
  if (count)
    *count = size;
  return bytes;
}

bool scratch_holds(const char *path, const char *text) {
  size_t count;
  char *bytes = scratch_read(path, &count);
  bool same = bytes && count == strlen(text) && !memcmp(bytes, text, count);
  free(bytes);
  return same;
}

size_t scratch_count(const char *path) {
  DIR *entries = opendir(scratch_path(path));
  size_t count = 0;
  for (struct dirent *entry; entries && (entry = readdir(entries));)
    count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
  if (entries)
    closedir(entries);
  return count;
}

void scratch_clear(const char *path) {
  char folder[4096];
  snprintf(folder, sizeof folder, "%s", scratch_path(path));
  DIR *entries = opendir(folder);
  for (struct dirent *entry; entries && (entry = readdir(entries));)
    if (entry->d_type != DT_DIR)
      unlinkat(dirfd(entries), entry->d_name, 0);
  if (entries)
    closedir(entries);
}
