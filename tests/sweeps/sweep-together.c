/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two to four programs save answers into one session file, some taking turns by its lock, some on
 * a disk that knows no locks. Whatever one was told saved has to be in the file, or in a copy
 * beside it. */
#include <config.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"
#include "checklist/checklist.h"
#include "session/session-file.h"
#include "session/session.h"
#include "sweep.h"
#include "tests/base/scratch.h"

enum { PROGRAM_LIMIT = 4, OPENED_ANEW = 7, SAVES = 240 };

static struct checklist *checklist;
static const char *const questions[PROGRAM_LIMIT] = {"profile.name", "profile.level",
                                                     "landscape.story", "permits.written"};
/* What each was told saved last; shared by all of them. */
static long *told;
static long copies_made; /* beside, where there are no locks */

static bool answer(struct session *session, int number, long step) {
  struct answer wanted;
  char text[32];
  struct error err = ERROR_INIT;
  answer_copy(&wanted, NULL);
  snprintf(text, sizeof text, "%ld", step);
  wanted.comment = text;
  if (!session_apply(session, questions[number], FIELD_COMMENT, &wanted, NULL))
    return false;
  session_save(session, &err);
  error_release(&err);
  return !session_is_unsaved(session);
}

/* Opens, answers some, closes. Who finds the session locked comes back later. */
static _Noreturn void work(const char *path, int number, long saves, uint32_t seed) {
  long step = 0;
  while (step < saves) {
    struct session *session = session_load(path, checklist, SESSION_WRITE, NULL, NULL);
    if (!session || session_is_read_only(session)) {
      session_free(session);
      usleep(sweep_random(&seed, 2000));
      continue;
    }
    for (uint32_t left = 1 + sweep_random(&seed, OPENED_ANEW); left && step < saves; left--) {
      if (answer(session, number, step + 1))
        told[number] = ++step;
      if (sweep_random(&seed, 4) == 0)
        usleep(sweep_random(&seed, 500));
    }
    session_free(session);
  }
  _exit(0);
}

static long recorded(const char *path, int number) {
  struct session_report report;
  struct session *session = session_load(path, checklist, SESSION_READ_ONLY, &report, NULL);
  const struct answer *answer = session ? session_answer(session, questions[number]) : NULL;
  long step = answer && answer->comment && report.wholeness == SESSION_WHOLE
                  ? strtol(answer->comment, NULL, 10)
                  : 0;
  session_free(session);
  return step;
}

static long latest(int number, long *copies) {
  size_t count;
  char **names = file_list(scratch_path("f"), ".yaml", &count);
  long step = 0;
  *copies = (long)count - 1;
  for (size_t i = 0; i < count; i++) {
    char at[600];
    snprintf(at, sizeof at, "f/%s", names[i]);
    long there = recorded(scratch_path(at), number);
    step = there > step ? there : step;
    free(names[i]);
  }
  free(names);
  return step;
}

static void begin(const char *path, bool locks) {
  struct session *session = session_new(checklist);
  scratch_write("f/.keep", "", 0);
  scratch_clear("f");
  rmdir(scratch_path("f/s.yaml.lock"));
  if (!session_create(session, path, NULL))
    abort();
  session_free(session);
  if (!locks && mkdir(scratch_path("f/s.yaml.lock"), 0700) != 0)
    abort();
}

static void run(struct sweep *sweep, int programs, bool locks, long saves) {
  char path[4096];
  pid_t children[PROGRAM_LIMIT];
  snprintf(path, sizeof path, "%s", scratch_path("f/s.yaml"));
  begin(path, locks);
  for (int i = 0; i < programs; i++) {
    told[i] = 0;
    fflush(NULL);
    children[i] = fork();
    if (children[i] == 0)
      work(path, i, saves / programs, (uint32_t)(i + programs * 10 + locks));
  }
  for (int i = 0; i < programs; i++) {
    int status;
    waitpid(children[i], &status, 0);
    if (status)
      sweep_fails(sweep, "%d programs: number %d ended with status %d", programs, i, status);
  }
  long copies = 0;
  for (int i = 0; i < programs; i++) {
    long there = latest(i, &copies);
    sweep->runs += told[i];
    if (locks ? there != told[i] : there < told[i])
      sweep_fails(sweep, "%d programs, locks %d: number %d was told %ld, the files hold %ld",
                  programs, locks, i, told[i], there);
  }
  if (locks && copies)
    sweep_fails(sweep, "%d programs with locks made %ld copies", programs, copies);
  copies_made += copies;
  sweep->points++;
}

int main(int count, char **arguments) {
  struct sweep sweep;
  int rounds = sweep_is_long(count, arguments) ? 140 : 14;
  told = mmap(NULL, PROGRAM_LIMIT * sizeof *told, PROT_READ | PROT_WRITE,
              MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  scratch_make();
  checklist = sweep_checklist();
  sweep_begin(&sweep, "saves of 2 to 4 programs at once", "shared files");
  for (int round = 0; round < rounds; round++)
    for (int programs = 2; programs <= PROGRAM_LIMIT; programs++) {
      run(&sweep, programs, true, SAVES);
      run(&sweep, programs, false, SAVES / 4);
    }
  bool well = sweep_end(&sweep, 10000);
  printf("  half of the files on a disk without locks: %ld copies beside\n", copies_made);
  checklist_free(checklist);
  scratch_remove();
  return !well;
}
