/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session gets a passphrase, another one, and none again, while the program is killed, or the
 * disk fails, at each call in turn. The last answer has to be there, and what was locked stays so.
 */
#include <config.h>

#include "session/fixture.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/age.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "session/session-private.h"
#include "tests/base/system-calls.h"

enum { LOW_COST = 1, LEFT_OUT = 77, CALLS_LIMIT = 200 };
static const char first[] = "three quiet herons", second[] = "one loud goose";
static const char answer[] = "CANARY-7c2b";

/* From one lock to another; NULL: none. */
static const struct change_of_lock {
  const char *from, *to;
} changes[] = {{NULL, first}, {first, second}, {first, NULL}};
enum { CHANGE_COUNT = sizeof changes / sizeof *changes };

static bool lock(struct session *session, const char *with, struct error *err) {
  return session_set_key(session, with ? age_key_new(with, LOW_COST, NULL) : NULL, err);
}

static struct session *prepare(const struct fixture *fixture, const struct change_of_lock *change) {
  struct session *session = create(fixture);
  if (change->from)
    assert_true(lock(session, change->from, NULL));
  save(session);
  give(session, "profile.name", answer, NULL);
  save(session);
  return session;
}

static void clear(const struct fixture *fixture) {
  static const char *const names[] = {"town.yaml", "town.yaml~", "town.yaml.age", "town.yaml.age~"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    char *path = path_of(fixture, names[i]);
    unlink(path);
    file_sweep(path);
    free(path);
  }
}

static struct session *open_at(const struct fixture *fixture, const char *path) {
  if (session_needs_passphrase(path) &&
      session_give_passphrase(path, first, NULL) != PASSPHRASE_RIGHT &&
      session_give_passphrase(path, second, NULL) != PASSPHRASE_RIGHT)
    return NULL;
  struct session *session = session_load(path, fixture->checklist, SESSION_WRITE, NULL, NULL);
  session_forget_passphrase();
  return session;
}

static bool is_there(const struct fixture *fixture, const char *name) {
  char *path = path_of(fixture, name);
  struct session *session = open_at(fixture, path);
  const char *value = session ? session_value(session, "profile.name") : NULL;
  bool there = value && !strcmp(value, answer);
  session_free(session);
  free(path);
  return there;
}

static bool can_be_read(const struct fixture *fixture) {
  size_t count;
  bool found = false;
  char **names = file_list(fixture->folder, "", &count);
  for (size_t i = 0; i < count; i++) {
    char *path = path_of(fixture, names[i]);
    struct strbuf bytes;
    strbuf_init(&bytes);
    assert_true(file_read(&bytes, path, 1 << 20, NULL));
    found = found || memmem(bytes.text, bytes.length, answer, strlen(answer));
    strbuf_release(&bytes);
    free(path);
    free(names[i]);
  }
  free(names);
  return found;
}

static void is_kept(const struct fixture *fixture, const struct change_of_lock *change, int call) {
  if (!is_there(fixture, "town.yaml") && !is_there(fixture, "town.yaml.age"))
    fail_msg("lost at call %d of the change %td", call, change - changes);
  if (change->from && change->to)
    assert_false(can_be_read(fixture));
}

/* --- killed ------------------------------------------------------------------------------------*/

static _Noreturn void change_and_die(const struct fixture *fixture,
                                     const struct change_of_lock *change, int call) {
  struct session *session = prepare(fixture, change);
  struct age_key *key = change->to ? age_key_new(change->to, LOW_COST, NULL) : NULL;
  system_calls.kills = true;
  system_calls.fail_from = call;
  system_calls.fail_count = 1;
  system_calls_start();
  session_set_key(session, key, NULL);
  _exit(0);
}

/* Whether there was such a call. */
static bool kill_at(const struct fixture *fixture, const struct change_of_lock *change, int call) {
  int status;
  pid_t child = fork();
  assert_true(child >= 0);
  if (!child)
    change_and_die(fixture, change, call);
  assert_int_equal(waitpid(child, &status, 0), child);
  is_kept(fixture, change, call);
  clear(fixture);
  return WIFSIGNALED(status);
}

static void a_kill_loses_nothing(void **state) {
  FIXTURE;
  int runs = 0;
  for (int i = 0; i < CHANGE_COUNT; i++) {
    int call = 1;
    while (call < CALLS_LIMIT && kill_at(fixture, &changes[i], call))
      call++;
    assert_in_range(call, 10, CALLS_LIMIT - 1);
    runs += call;
  }
  print_message("killed at each of %d calls: nothing lost, nothing to be read\n", runs);
}

/* --- failing -----------------------------------------------------------------------------------*/

/* What a session says of itself is what its file is. */
static void agrees(const struct fixture *fixture, struct session *session) {
  struct strbuf bytes;
  strbuf_init(&bytes);
  comment(session, "permits.practice", "afterwards");
  save(session);
  assert_true(file_read(&bytes, session_path(session), 1 << 20, NULL));
  assert_int_equal(age_is_meant(bytes.text, bytes.length), session_has_passphrase(session));
  strbuf_release(&bytes);
  char *path = memory_dup(session_path(session));
  session_free(session);
  session = open_at(fixture, path);
  assert_non_null(session);
  assert_value(session, "profile.name", answer);
  assert_string_equal(session_answer(session, "permits.practice")->comment, "afterwards");
  session_free(session);
  free(path);
}

static bool fail_at(const struct fixture *fixture, const struct change_of_lock *change, int call,
                    int reason) {
  struct error err = ERROR_INIT;
  struct session *session = prepare(fixture, change);
  system_calls.kills = false;
  system_calls.fail_from = call;
  system_calls.fail_count = 1;
  system_calls.fails_with = reason;
  system_calls_start();
  bool done = lock(session, change->to, &err);
  bool failed = system_calls.failed != NULL;
  system_calls.watching = false;
  assert_int_equal(done, err.message == NULL);
  is_kept(fixture, change, call);
  agrees(fixture, session);
  error_release(&err);
  clear(fixture);
  return failed;
}

static void a_failing_disk_loses_nothing(void **state) {
  FIXTURE;
  static const int reasons[] = {ENOSPC, EIO};
  int runs = 0;
  for (size_t reason = 0; reason < sizeof reasons / sizeof *reasons; reason++)
    for (int i = 0; i < CHANGE_COUNT; i++) {
      int call = 1;
      while (call < CALLS_LIMIT && fail_at(fixture, &changes[i], call, reasons[reason]))
        call++;
      assert_in_range(call, 10, CALLS_LIMIT - 1);
      runs += call;
    }
  print_message("failed at each of %d calls: nothing lost, and it is told\n", runs);
}

/* What was open on the disk for a moment is not left there. */
static void leftovers_of_the_other_name_are_swept(void **state) {
  FIXTURE;
  char *stale = path_of(fixture, ".town.yaml.abcdefghijkl.tmp");
  struct session *session = prepare(fixture, &changes[1]);
  session_free(session);
  write_contents(stale, answer);
  assert_true(is_there(fixture, "town.yaml.age"));
  assert_true(file_is_absent(stale));
  free(stale);
}

int main(void) {
  if (!age_is_built_in())
    return LEFT_OUT;
  strbuf_init(&system_calls.log);
  const struct CMUnitTest tests[] = {
      fixture_test(a_kill_loses_nothing),
      fixture_test(a_failing_disk_loses_nothing),
      fixture_test(leftovers_of_the_other_name_are_swept),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  strbuf_release(&system_calls.log);
  return failed;
}
