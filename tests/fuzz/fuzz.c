/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "fuzz.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/environment.h"
#include "base/error.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "checklist/checklist.h"

static char folder[256], data[4096];
static struct checklist *checklist;

void fuzz_fail(const char *condition, const char *file, int line) {
  fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, condition);
  abort();
}

int LLVMFuzzerInitialize(int *count, char ***arguments) {
  (void)count, (void)arguments;
  const char *source = getenv("SOURCE_DIR");
  environment_set_locale();
  snprintf(data, sizeof data, "%s/tests/data/zoning", source ? source : ".");
  setenv("DISENTANGLE_NOW", "2026-11-22T18:32:05Z", 1);
  setenv("DISENTANGLE_LIBDIR", "/nowhere", 1);
  setenv("DISENTANGLE_LOCALEDIR", "/nowhere", 1);
  setenv("PATH", "/nowhere", 1); /* no printer, no editor */
  unsetenv("EDITOR");
  unsetenv("VISUAL");
  unsetenv("LANGUAGE");
  return 0;
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *at) {
  (void)info, (void)kind, (void)at;
  return remove(path);
}

static void remove_folder(void) {
  nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

const char *fuzz_folder(void) {
  if (*folder)
    return folder;
  char *real = realpath(data, NULL);
  REQUIRE(real);
  const char *parent = getenv("TMPDIR");
  snprintf(folder, sizeof folder, "%s/disentangle-fuzz.XXXXXX", parent ? parent : "/tmp");
  REQUIRE(mkdtemp(folder));
  atexit(remove_folder);
  checklist = checklist_load(real, NULL);
  REQUIRE(checklist && checklist_load_rest(checklist, NULL));
  int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  REQUIRE(descriptor >= 0 && symlinkat(real, descriptor, "zoning") == 0);
  close(descriptor);
  setenv("DISENTANGLE_DATADIR", folder, 1);
  setenv("DISENTANGLE_SESSIONS", folder, 1);
  setenv("XDG_CONFIG_HOME", folder, 1);
  free(real);
  return folder;
}

struct checklist *fuzz_checklist(void) {
  fuzz_folder();
  return checklist;
}

const char *fuzz_write(const char *name, const void *bytes, size_t count) {
  static char path[4096];
  snprintf(path, sizeof path, "%s/%s", fuzz_folder(), name);
  int descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  REQUIRE(descriptor >= 0 && write(descriptor, bytes, count) == (ssize_t)count);
  close(descriptor);
  return path;
}

void fuzz_require_clean(const char *text, size_t count) {
  struct strbuf clean;
  strbuf_init(&clean);
  REQUIRE(!utf8_clean(&clean, text, count, UTF8_MANY_LINES));
  strbuf_release(&clean);
}
