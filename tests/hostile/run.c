/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include <config.h>

#include "run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ARGUMENTS_LIMIT = 4000, NOT_THERE = 127 };

static int file_with(const struct strbuf *bytes) {
  int file = memfd_create("strings", MFD_CLOEXEC);
  size_t length = bytes ? bytes->length : 0;
  if (file < 0 || (length && write(file, bytes->text, length) != (ssize_t)length) ||
      lseek(file, 0, SEEK_SET) != 0)
    abort();
  return file;
}

static void read_back(struct strbuf *bytes, int file) {
  char buffer[65536];
  strbuf_init(bytes);
  lseek(file, 0, SEEK_SET);
  for (ssize_t got; (got = read(file, buffer, sizeof buffer)) > 0;)
    strbuf_add_bytes(bytes, buffer, (size_t)got);
  close(file);
}

static void execute(struct run *run, char *const *arguments, const struct strbuf *typed) {
  int in = file_with(typed), out = file_with(NULL), err = file_with(NULL);
  pid_t child = fork();
  if (child == 0) {
    dup2(in, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    alarm(120);
    execvp(arguments[0], arguments);
    _exit(NOT_THERE);
  }
  if (waitpid(child, &run->status, 0) != child)
    abort();
  if (WIFEXITED(run->status) && WEXITSTATUS(run->status) == NOT_THERE)
    run->status = -1;
  close(in);
  read_back(&run->out, out);
  read_back(&run->err, err);
}

void run_program(struct run *run, char *const *arguments, const struct strbuf *typed) {
  static char program[4096];
  char *all[ARGUMENTS_LIMIT + 2] = {program};
  snprintf(program, sizeof program, "%s/disentangle", getenv("BUILD_DIR"));
  for (size_t i = 0; i < ARGUMENTS_LIMIT && arguments[i]; i++)
    all[i + 1] = arguments[i];
  execute(run, all, typed);
}

void run_other(struct run *run, char *const *arguments, const struct strbuf *typed) {
  execute(run, arguments, typed);
}

void run_release(struct run *run) {
  strbuf_release(&run->out);
  strbuf_release(&run->err);
}
