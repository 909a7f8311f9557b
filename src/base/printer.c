/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/printer.h"

#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
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

enum { SAID_LIMIT_BYTES = 4096 };

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

/* A file that is only in memory: on no disk, and gone with its last reader. */
static FILE *memory_file(void) {
  int fd = memfd_create("disentangle", MFD_CLOEXEC);
  FILE *file = fd >= 0 ? fdopen(fd, "w+") : NULL;
  if (!file && fd >= 0)
    close(fd);
  return file;
}

/* The document goes through such a file, so that neither side can wait for the other. */
static FILE *spooled(const char *bytes, size_t count) {
  FILE *file = memory_file();
  if (file && (fwrite(bytes, 1, count, file) != count || fflush(file) != 0)) {
    fclose(file);
    return NULL;
  }
  if (file)
    rewind(file);
  return file;
}

/* The child, or -1 with errno set. */
static pid_t start(char *const *arguments, int in, int out) {
  posix_spawn_file_actions_t actions;
  pid_t child = -1;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out, STDERR_FILENO);
  int failure = posix_spawnp(&child, arguments[0], &actions, NULL, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  errno = failure;
  return failure ? -1 : child;
}

static void read_said(struct strbuf *said, FILE *file, enum utf8_lines lines) {
  char buffer[SAID_LIMIT_BYTES];
  rewind(file);
  size_t count = fread(buffer, 1, sizeof buffer, file);
  utf8_clean(said, buffer, count, lines);
  strbuf_trim_end(said);
}

static bool wait_for(pid_t child) {
  int status;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR)
      return false;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* Runs a program on these bytes. What it said is appended to said. */
static bool run(char *const *arguments, const char *bytes, size_t count, enum utf8_lines lines,
                struct strbuf *said) {
  FILE *in = spooled(bytes, count), *out = memory_file();
  bool done = false;
  if (in && out) {
    pid_t child = start(arguments, fileno(in), fileno(out));
    done = child > 0 && wait_for(child);
    int failure = errno;
    read_said(said, out, lines);
    errno = failure;
  }
  if (in)
    fclose(in);
  if (out)
    fclose(out);
  return done;
}

/* --- the printers there are --------------------------------------------------------------------*/

char **printer_list(size_t *count) {
  char program[] = "lpstat", option[] = "-e", *const arguments[] = {program, option, NULL};
  char **names = NULL;
  size_t capacity = 0;
  struct strbuf said;
  strbuf_init(&said);
  *count = 0;
  bool done = run(arguments, "", 0, UTF8_MANY_LINES, &said);
  for (const char *line = said.text; done && *line; line += strspn(line, "\n")) {
    size_t length = strcspn(line, "\n");
    MEMORY_GROW(names, *count, capacity);
    names[(*count)++] = memory_dup_length(line, length);
    line += length;
  }
  strbuf_release(&said);
  return names;
}

/* --- a document --------------------------------------------------------------------------------*/

enum { ARGUMENTS_LIMIT = 8 };

static void add_option(char **arguments, size_t *count, const char *option, const char *value) {
  if (!value)
    return;
  arguments[(*count)++] = memory_dup(option);
  arguments[(*count)++] = memory_dup(value);
}

/* NULL-terminated. Each is to be freed, and the array. */
static char **arguments_for(const struct printer_job *job) {
  char **arguments = memory_new_zeroed(ARGUMENTS_LIMIT, sizeof *arguments);
  size_t count = 0;
  struct strbuf media;
  strbuf_init(&media);
  strbuf_addf(&media, "media=%s", job->media ? job->media : "");
  arguments[count++] = memory_dup("lp");
  add_option(arguments, &count, "-d", job->printer);
  add_option(arguments, &count, "-t", job->title);
  add_option(arguments, &count, "-o", job->media ? media.text : NULL);
  strbuf_release(&media);
  return arguments;
}

bool printer_print(const struct printer_job *job, const char *bytes, size_t count,
                   struct error *err) {
  char **arguments = arguments_for(job);
  struct strbuf said;
  strbuf_init(&said);
  bool done = run(arguments, bytes, count, UTF8_ONE_LINE, &said);
  if (!done)
    error_set(err, _("not printed: %s"), said.length ? said.text : error_reason(errno));
  for (size_t i = 0; arguments[i]; i++)
    free(arguments[i]);
  free(arguments);
  strbuf_release(&said);
  return done;
}
