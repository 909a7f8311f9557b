/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program that answers one question after another is killed at any moment, 300 times. Whatever it
 * said was saved has to be there, and the file has to load every time. */
#include "session/fixture.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "checklist/checklist.h"

enum { KILLS = 300, ACKNOWLEDGED_LIMIT = 4, PAUSE_LIMIT_NS = 6000000 };

static uint32_t next_random(uint32_t *seed) {
  *seed = *seed * 1664525 + 1013904223;
  return *seed >> 8;
}

/* Step n writes "n" as the comment of question n modulo their count. */
static const char *question_of_step(const struct fixture *fixture, long step) {
  const struct checklist *checklist = fixture->checklist;
  return checklist->questions[(size_t)step % checklist->question_count]->id;
}

static long recorded(const struct session *session, const char *id) {
  const struct answer *answer = session_answer(session, id);
  return answer ? strtol(answer->comment, NULL, 10) : 0;
}

static _Noreturn void work(const struct fixture *fixture, long step, int acknowledge) {
  struct session *session =
      session_load(fixture->path, fixture->checklist, SESSION_WRITE, NULL, NULL);
  for (; session; step++) {
    char text[20];
    struct answer wanted;
    answer_copy(&wanted, NULL);
    snprintf(text, sizeof text, "%ld", step);
    wanted.comment = text;
    const char *id = question_of_step(fixture, step);
    if (!session_apply(session, id, FIELD_COMMENT, &wanted, NULL) || !session_save(session, NULL))
      break;
    if (write(acknowledge, &step, sizeof step) != sizeof step)
      break;
  }
  _exit(1);
}

static void pause_a_moment(uint32_t *seed) {
  struct timespec moment = {0, (long)(next_random(seed) % PAUSE_LIMIT_NS)};
  nanosleep(&moment, NULL);
}

/* Returns the last step that was said to be saved. */
static long run_and_kill(const struct fixture *fixture, long last, uint32_t *seed) {
  int ends[2];
  long step = last;
  assert_int_equal(pipe(ends), 0);
  pid_t child = fork();
  assert_true(child >= 0);
  if (!child)
    work(fixture, last + 1, ends[1]);
  close(ends[1]);
  for (uint32_t left = next_random(seed) % ACKNOWLEDGED_LIMIT; left; left--)
    assert_int_equal(read(ends[0], &step, sizeof step), sizeof step);
  pause_a_moment(seed);
  kill(child, SIGKILL);
  while (read(ends[0], &step, sizeof step) == sizeof step)
    ;
  close(ends[0]);
  int status;
  assert_int_equal(waitpid(child, &status, 0), child);
  assert_true(WIFSIGNALED(status)); /* it never failed by itself */
  return step;
}

/* One step beyond the last that was told may have reached the disk. Returns the last one there. */
static long check_file(const struct fixture *fixture, long last, long *interrupted) {
  struct session_report report;
  struct error err = ERROR_INIT;
  struct session *session =
      session_load(fixture->path, fixture->checklist, SESSION_WRITE, &report, &err);
  if (!session)
    fail_msg("after step %ld: %s", last, err.message);
  assert_int_equal(report.wholeness, SESSION_WHOLE);
  assert_false(report.locked_elsewhere);
  *interrupted += report.interrupted;
  long count = (long)fixture->checklist->question_count;
  long there = recorded(session, question_of_step(fixture, last + 1)) == last + 1 ? last + 1 : last;
  for (long step = there; step > 0 && step > there - count; step--)
    assert_int_equal(recorded(session, question_of_step(fixture, step)), step);
  session_free(session);
  return there;
}

static void every_answer_that_was_told_saved_is_there(void **state) {
  FIXTURE;
  uint32_t seed = 20261122;
  long last = 0, beyond = 0, interrupted = 0;
  session_free(create(fixture));
  for (int i = 0; i < KILLS; i++) {
    last = run_and_kill(fixture, last, &seed);
    long there = check_file(fixture, last, &interrupted);
    beyond += there > last;
    last = there;
    assert_true(file_count(fixture) <= 2);
  }
  assert_true(last > KILLS);
  print_message("%ld answers; killed between disk and word: %ld, between two renames: %ld\n", last,
                beyond, interrupted);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      fixture_test(every_answer_that_was_told_saved_is_there),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
