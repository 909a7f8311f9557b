/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/printer.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
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

static _Noreturn void run_lp(int in, int out) {
  dup2(in, STDIN_FILENO);
  dup2(out, STDOUT_FILENO);
  dup2(out, STDERR_FILENO);
  execlp("lp", "lp", (char *)NULL);
  _exit(127);
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
    pid_t child = fork();
    if (child == 0)
      run_lp(fileno(document), fileno(answer));
    done = child > 0 && wait_for(child);
    read_said(&said, answer);
  }
  if (!done)
    error_set(err, _("not printed: %s"), said.length ? said.text : strerror(errno));
  if (document)
    fclose(document);
  if (answer)
    fclose(answer);
  strbuf_release(&said);
  return done;
}
