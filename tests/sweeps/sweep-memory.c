/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every allocation fails, one after the other: while a session is opened, answered, saved and
 * printed in every document and format. At each the program forks. In the child the allocation
 * fails; it has to end in an orderly way or go on as if nothing had been. The parent then goes on
 * to the next. */
#include <config.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"
#include "guide/export.h"
#include "guide/guide.h"
#include "guide/library.h"
#include "session/session.h"
#include "sweep.h"
#include "tests/base/scratch.h"

enum { STATUS_FATAL = 70, STATUS_TOLD = 1, STATUS_LOST = 99, DESCRIPTOR_LIMIT = 32 };

static struct sweep sweep;
static struct checklist *checklist;
static bool counting, in_child, failed_here;
static long acknowledged, ended_fatally, went_on, told_only;
static int said = -1;
static char *last_saved; /* the session's bytes when the last save was told */

#ifdef __GLIBC__
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

static bool allocation_fails(void);

void *malloc(size_t size) {
  return counting && allocation_fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
  return counting && allocation_fails() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size) {
  return counting && allocation_fails() ? NULL : __libc_realloc(old, size);
}
#endif

/* --- the child --------------------------------------------------------------------------------*/

static void link_all(const char *from, const char *to) {
  size_t count;
  char **names = file_list(from, "", &count);
  char old[4096], new[4096];
  for (size_t i = 0; i < count; i++) {
    snprintf(old, sizeof old, "%s/%s", from, names[i]);
    snprintf(new, sizeof new, "%s/%s", to, names[i]);
    (void)!link(old, new);
  }
}

/* Moves into a copy of the folder, with what is open in it: the parent still needs its own. */
static void move_out(void) {
  struct stat here, there;
  scratch_clear("copy");
  link_all(".", scratch_path("copy"));
  int copy = open(scratch_path("copy"), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (copy < 0 || stat(".", &here) != 0 || chdir(scratch_path("copy")) != 0)
    _exit(STATUS_LOST);
  for (int fd = 3; fd < DESCRIPTOR_LIMIT; fd++)
    if (fd != copy && fstat(fd, &there) == 0 && S_ISDIR(there.st_mode) &&
        there.st_ino == here.st_ino)
      dup2(copy, fd);
  close(copy);
}

/* --- the parent -------------------------------------------------------------------------------*/

/* A save may have been done and not told yet. */
static bool is_well(void) {
  struct session_report report;
  struct session *session =
      session_load(scratch_path("copy/s.yaml"), checklist, SESSION_READ_ONLY, &report, NULL);
  bool well = session && report.wholeness == SESSION_WHOLE && sweep_steps(session) >= acknowledged;
  session_free(session);
  return well;
}

static void check_copy(long index, int status) {
  char *now = scratch_read("copy/s.yaml", NULL);
  char text[512] = "";
  ssize_t count = pread(said, text, sizeof text - 1, 0);
  if (WIFSIGNALED(status))
    sweep_fails(&sweep, "allocation %ld: ended by signal %d", index, WTERMSIG(status));
  else if (WEXITSTATUS(status) == STATUS_LOST)
    sweep_fails(&sweep, "allocation %ld: %s", index, text);
  else if (WEXITSTATUS(status) && count <= 0)
    sweep_fails(&sweep, "allocation %ld: status %d without a word", index, WEXITSTATUS(status));
  if (!now || (WEXITSTATUS(status) && strcmp(now, last_saved) != 0 && !is_well()))
    sweep_fails(&sweep, "allocation %ld: the file is not as it was last saved (%s)", index, text);
  ended_fatally += WEXITSTATUS(status) == STATUS_FATAL;
  told_only += WEXITSTATUS(status) == STATUS_TOLD;
  went_on += status == 0;
  free(now);
}

#ifdef __GLIBC__
static bool allocation_fails(void) {
  if (in_child)
    return false;
  counting = false;
  sweep.points++;
  bool fails = false;
  {
    sweep.runs++;
    (void)!ftruncate(said, 0);
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
      in_child = fails = true;
      move_out();
    } else {
      int status = 0;
      waitpid(child, &status, 0);
      check_copy(sweep.points, status);
    }
  }
  counting = !in_child;
  errno = ENOMEM;
  return fails;
}
#endif

/* --- what is done -----------------------------------------------------------------------------*/

/* A failure has to come with words; then it is tried again, and has to succeed. */
static bool is_told(bool done, struct error *err) {
  if (done)
    return true;
  failed_here = true;
  fprintf(stderr, "%s\n", err->message ? err->message : "a failure without words");
  if (!in_child || !err->message)
    _exit(STATUS_LOST);
  error_release(err);
  return false;
}

static struct guide *open_session(void) {
  struct session_report report;
  struct error err = ERROR_INIT;
  struct guide *guide = library_open("s.yaml", SESSION_WRITE, &report, &err);
  if (!is_told(guide != NULL, &err))
    exit(STATUS_TOLD);
  if (report.wholeness != SESSION_WHOLE || report.locked_elsewhere)
    _exit(STATUS_LOST);
  return guide;
}

static void do_it(struct guide *guide, enum command command, const char *text) {
  struct error err = ERROR_INIT;
  struct guide_outcome outcome;
  struct guide_input input = {.text = text};
  if (!is_told(guide_do(guide, command, &input, &outcome, &err), &err))
    is_told(guide_do(guide, command, &input, &outcome, &err) || (_exit(STATUS_LOST), 0), &err);
}

static void save_it(struct guide *guide, long step) {
  struct error err = ERROR_INIT;
  if (!is_told(guide_save(guide, &err), &err) && !guide_save(guide, &err))
    _exit(STATUS_LOST);
  acknowledged = step;
  bool was = counting;
  counting = false;
  free(last_saved);
  last_saved = session_text(guide_session(guide));
  counting = was;
}

static void answer(struct guide *guide) {
  static const char *const questions[] = {"profile.name", "permits.written", "fees.scaled"};
  char step[32];
  for (long i = 1; i <= 3; i++) {
    snprintf(step, sizeof step, "step %ld", i);
    do_it(guide, COMMAND_GO, questions[i - 1]);
    do_it(guide, COMMAND_ANSWER, i == 1 ? "Elm" : "yes");
    do_it(guide, i % 2 ? COMMAND_COMMENT : COMMAND_NOTE, step);
    save_it(guide, i);
    do_it(guide, COMMAND_REVIEW, NULL);
    do_it(guide, COMMAND_UNDO, NULL);
    save_it(guide, i);
  }
}

static void print_one(struct guide *guide, const struct report_kind *kind,
                      const struct writer *writer) {
  struct error err = ERROR_INIT;
  struct strbuf told;
  struct export export = {.guide = guide, .kind = kind, .writer = writer};
  strbuf_init(&told);
  if (!is_told(export_write(&export, "document", true, &told, &err), &err) &&
      !export_write(&export, "document", true, &told, &err))
    _exit(STATUS_LOST);
  strbuf_release(&told);
}

/* PDF is left out: the libraries that make it end the program themselves when memory runs out. */
static void print_all(struct guide *guide) {
  for (const struct report_kind *kind = report_kinds; kind->name; kind++)
    for (const struct writer *writer = writers; writer->name; writer++)
      if (strcmp(writer->name, "pdf") != 0 && report_fits(kind, writer) &&
          report_is_offered(kind, guide_checklist(guide)))
        print_one(guide, kind, writer);
}

static void work(void) {
  struct guide *guide = open_session();
  answer(guide);
  print_all(guide);
  if (sweep_steps(guide_session(guide)) != 3)
    _exit(STATUS_LOST);
  guide_free(guide);
}

/* What the child left has to be whole, too. */
static void check_own_file(void) {
  char *now = NULL;
  struct strbuf bytes;
  strbuf_init(&bytes);
  if (!file_read(&bytes, "s.yaml", 1 << 22, NULL) || strcmp(bytes.text, last_saved) != 0) {
    fputs("went on, and the file is not what was saved\n", stderr);
    _exit(STATUS_LOST);
  }
  strbuf_release(&bytes);
  free(now);
}

static void make_session(void) {
  struct session *session = session_new(checklist);
  if (!session_create(session, "s.yaml", NULL))
    abort();
  last_saved = session_text(session);
  session_free(session);
}

int main(void) {
#ifndef __GLIBC__
  puts("skipped: made for the GNU C library");
  return 77;
#endif
  char checklist_at[4096];
  checklist = sweep_checklist();
  scratch_make();
  scratch_write("f/.keep", "", 0);
  scratch_write("copy/.keep", "", 0);
  scratch_write("data/checklists/about.txt", "", 0);
  snprintf(checklist_at, sizeof checklist_at, "%s/tests/data/zoning", getenv("SOURCE_DIR"));
  if (symlink(checklist_at, scratch_path("data/checklists/zoning")) != 0 ||
      chdir(scratch_path("f")) != 0)
    abort();
  setenv("DISENTANGLE_DATADIR", scratch_path("data"), 1);
  make_session();
  sweep_begin(&sweep, "every allocation fails", "allocations");
  said = open(scratch_path("said"), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  int terminal = dup(2);
  fflush(NULL);
  dup2(said, 2);
  counting = true;
  work();
  counting = false;
  if (in_child) {
    check_own_file();
    _exit(0);
  }
  dup2(terminal, 2);
  bool well = sweep_end(&sweep, 3000);
  printf("  of these %ld ended in \"out of memory\", %ld were told and tried again, %ld were done "
         "without\n",
         ended_fatally, told_only, went_on);
  checklist_free(checklist);
  free(last_saved);
  (void)!chdir("/");
  scratch_remove();
  return !well;
}
