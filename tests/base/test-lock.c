/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "cmocka-tests.h"
#include "scratch.h"

static int set_up(void **state) {
  (void)state;
  umask(022);
  scratch_make();
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  umask(022);
  scratch_remove();
  return 0;
}

/* What another process gets when it asks for the lock. */
static enum lock_state state_elsewhere(const char *path) {
  pid_t child = fork();
  if (child == 0) {
    struct lock lock;
    _exit(lock_take(&lock, path));
  }
  int status;
  assert_int_equal(waitpid(child, &status, 0), child);
  assert_true(WIFEXITED(status));
  return WEXITSTATUS(status);
}

static void test_take_and_release(void **state) {
  (void)state;
  struct lock lock = LOCK_INIT;
  assert_int_equal(lock_take(&lock, scratch_path("s.yaml")), LOCK_TAKEN);
  assert_true(lock.fd >= 0);
  assert_true(file_exists(scratch_path("s.yaml.lock")));
  assert_true(scratch_holds("s.yaml.lock", ""));
  lock_release(&lock);
  assert_int_equal(lock.fd, -1);
  assert_int_equal(scratch_count(""), 0);
  lock_release(&lock);
}

static void test_one_at_a_time(void **state) {
  (void)state;
  struct lock lock = LOCK_INIT, second = LOCK_INIT;
  const char *path = scratch_path("s.yaml");
  assert_int_equal(lock_take(&lock, path), LOCK_TAKEN);
  assert_int_equal(state_elsewhere(path), LOCK_BUSY);
  assert_int_equal(lock_take(&second, path), LOCK_BUSY); /* in the same process too */
  assert_int_equal(second.fd, -1);
  lock_release(&second);
  assert_int_equal(state_elsewhere(path), LOCK_BUSY);
  assert_int_equal(state_elsewhere(scratch_path("t.yaml")), LOCK_TAKEN);
  lock_release(&lock);
  assert_int_equal(state_elsewhere(path), LOCK_TAKEN);
}

static void test_dies_with_its_program(void **state) {
  (void)state;
  const char *path = scratch_path("s.yaml");
  int ends[2];
  assert_int_equal(pipe(ends), 0);
  pid_t child = fork();
  if (child == 0) {
    struct lock lock;
    char taken = (char)lock_take(&lock, path);
    if (write(ends[1], &taken, 1) == 1)
      pause();
    _exit(1);
  }
  char taken = 9;
  assert_int_equal(read(ends[0], &taken, 1), 1);
  assert_int_equal(taken, LOCK_TAKEN);
  struct lock lock = LOCK_INIT;
  assert_int_equal(lock_take(&lock, path), LOCK_BUSY);
  kill(child, SIGKILL);
  assert_int_equal(waitpid(child, NULL, 0), child);
  assert_true(file_exists(scratch_path("s.yaml.lock"))); /* its file is left and does no harm */
  assert_int_equal(lock_take(&lock, path), LOCK_TAKEN);
  lock_release(&lock);
  close(ends[0]);
  close(ends[1]);
}

static void test_does_not_leak_into_programs_started(void **state) {
  (void)state;
  struct lock lock = LOCK_INIT;
  assert_int_equal(lock_take(&lock, scratch_path("s")), LOCK_TAKEN);
  assert_true(fcntl(lock.fd, F_GETFD) & FD_CLOEXEC);
  lock_release(&lock);
}

static void test_under_any_umask(void **state) {
  (void)state;
  struct lock lock = LOCK_INIT;
  struct stat info;
  umask(0777);
  assert_int_equal(lock_take(&lock, scratch_path("s")), LOCK_TAKEN);
  assert_int_equal(stat(scratch_path("s.lock"), &info), 0);
  assert_int_equal(info.st_mode & 0777, 0600);
  assert_int_equal(state_elsewhere(scratch_path("s")), LOCK_BUSY);
  lock_release(&lock);
}

static void test_links_share_a_lock(void **state) {
  (void)state;
  struct lock lock = LOCK_INIT;
  scratch_write("real", "", 0);
  assert_int_equal(symlink("real", scratch_path("link")), 0);
  assert_int_equal(lock_take(&lock, scratch_path("link")), LOCK_TAKEN);
  assert_int_equal(state_elsewhere(scratch_path("real")), LOCK_BUSY);
  lock_release(&lock);
}

static void test_unsupported(void **state) {
  (void)state;
  struct lock lock = LOCK_INIT;
  assert_int_equal(lock_take(&lock, scratch_path("none/s")), LOCK_UNSUPPORTED);
  assert_int_equal(lock.fd, -1);
  assert_int_equal(symlink("elsewhere", scratch_path("s.lock")), 0); /* never through a link */
  assert_int_equal(lock_take(&lock, scratch_path("s")), LOCK_UNSUPPORTED);
  assert_false(file_exists(scratch_path("elsewhere")));
}

/* What a user gets who may not do all that root may. */
static enum lock_state state_for_others(const char *path) {
  pid_t child = fork();
  if (child == 0) {
    struct lock lock;
    if (geteuid() == 0 && setuid(65534) != 0)
      _exit(99);
    _exit(lock_take(&lock, path));
  }
  int status;
  assert_int_equal(waitpid(child, &status, 0), child);
  if (WEXITSTATUS(status) == 99)
    skip(); /* there is nobody else here */
  return WEXITSTATUS(status);
}

static void test_denied(void **state) {
  (void)state;
  const char *path = scratch_path("s");
  chmod(scratch_path(""), 0555);
  assert_int_equal(state_for_others(path), LOCK_DENIED);
  chmod(scratch_path(""), 0777);
  assert_int_equal(state_for_others(path), LOCK_TAKEN);
  scratch_write("s.lock", "", 0); /* of somebody else, in a folder of all */
  chmod(scratch_path("s.lock"), 0);
  assert_int_equal(state_for_others(path), LOCK_UNSUPPORTED);
  chmod(scratch_path(""), 0700);
}

/* Many processes want the lock at once, again and again; each that has it counts up a number in a
 * file in two steps. If ever two had it at once, counts would be lost. */
enum { PROCESSES = 4, ROUNDS = 50 };

static void count_up(const char *counter) {
  int number = 0, fd = open(counter, O_RDWR | O_CREAT, 0600);
  if (pread(fd, &number, sizeof number, 0) < 0)
    _exit(1);
  number++;
  if (pwrite(fd, &number, sizeof number, 0) != sizeof number)
    _exit(1);
  close(fd);
}

static void count_under_lock(const char *path, const char *counter) {
  for (int round = 0; round < ROUNDS;) {
    struct lock lock;
    if (lock_take(&lock, path) == LOCK_TAKEN) {
      count_up(counter);
      round++;
    }
    lock_release(&lock);
  }
}

static void test_never_two_at_once(void **state) {
  (void)state;
  const char *path = scratch_path("s"), *counter = scratch_path("counter");
  for (int i = 0; i < PROCESSES; i++)
    if (fork() == 0) {
      count_under_lock(path, counter);
      _exit(0);
    }
  for (int i = 0, status; i < PROCESSES; i++) {
    assert_true(wait(&status) > 0);
    assert_int_equal(status, 0);
  }
  size_t size;
  char *bytes = scratch_read("counter", &size);
  assert_int_equal(size, sizeof(int));
  assert_int_equal(*(int *)bytes, PROCESSES * ROUNDS);
  free(bytes);
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(test_take_and_release),      TEST(test_one_at_a_time),
      TEST(test_dies_with_its_program), TEST(test_does_not_leak_into_programs_started),
      TEST(test_under_any_umask),       TEST(test_links_share_a_lock),
      TEST(test_unsupported),           TEST(test_denied),
      TEST(test_never_two_at_once),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
