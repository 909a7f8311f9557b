/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/printer.h"

#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/environment.h"
#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "base/utf8.h"

extern char **environ;

enum { PRINTER_TEXT_LIMIT = 512 };

bool printer_available(void) {
  const char *folders = environment_get("PATH");
  bool found = false;
  while (folders && *folders && !found) {
    size_t length = strcspn(folders, ":");
    char *folder = memory_dup_length(folders, length);
    char *path = path_join(folder, "lp");
    found = access(path, X_OK) == 0;
    free(path);
    free(folder);
    folders += length + (folders[length] == ':');
  }
  return found;
}

/* The document goes through an unlinked file, so that neither side can wait for the other. */
static FILE *spooled(const char *bytes, size_t count) {
  FILE *file = tmpfile();
  if (file && (fwrite(bytes, 1, count, file) != count || fflush(file) != 0)) {
    fclose(file);
    return NULL;
  }
  if (file)
    rewind(file);
  return file;
}

/* The child, or -1 with errno set. */
static pid_t start_lp(int in, int out) {
  char name[] = "lp", *const arguments[] = {name, NULL};
  posix_spawn_file_actions_t actions;
  pid_t child = -1;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out, STDERR_FILENO);
  int failure = posix_spawnp(&child, name, &actions, NULL, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  errno = failure;
  return failure ? -1 : child;
}

/* What lp said, as one line. */
static void read_said(struct strbuf *said, FILE *file) {
  char buffer[PRINTER_TEXT_LIMIT];
  rewind(file);
  size_t count = fread(buffer, 1, sizeof buffer, file);
  utf8_clean(said, buffer, count, UTF8_ONE_LINE);
  strbuf_trim_end(said);
}

static bool wait_for(pid_t child) {
  int status;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR)
      return false;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool printer_print(const char *bytes, size_t count, struct error *err) {
  FILE *document = spooled(bytes, count), *answer = tmpfile();
  struct strbuf said;
  bool done = false;
  strbuf_init(&said);
  if (document && answer) {
    pid_t child = start_lp(fileno(document), fileno(answer));
    done = child > 0 && wait_for(child);
    read_said(&said, answer);
  }
  if (!done)
    error_set(err, _("not printed: %s"), said.length ? said.text : error_reason(errno));
  if (document)
    fclose(document);
  if (answer)
    fclose(answer);
  strbuf_release(&said);
  return done;
}
