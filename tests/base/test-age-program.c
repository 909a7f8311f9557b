/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program `age` opens what we lock, and we what it locks. It asks on a terminal. Left out where
 * there is no `age`. */
#include <config.h>

#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/age.h"
#include "base/error.h"
#include "base/file.h"
#include "base/strbuf.h"
#include "cmocka-tests.h"
#include "scratch.h"

enum { LEFT_OUT = 77, GIVE_UP_MS = 60000, FILE_LIMIT_BYTES = 1 << 20 };
static const char passphrase[] = "four \xc3\xa9 words, say", text[] = "format: 1\n# caf\xc3\xa9\n";

/* How often it asks is how often the passphrase is typed, at each ": " that it shows. */
static bool age(const char *const arguments[]) {
  int terminal;
  pid_t pid = forkpty(&terminal, NULL, NULL, NULL);
  assert_true(pid >= 0);
  if (pid == 0) {
    execvp("age", (char *const *)arguments);
    _exit(127);
  }
  struct strbuf shown;
  struct pollfd wait_for = {terminal, POLLIN, 0};
  char bytes[256];
  ssize_t got;
  strbuf_init(&shown);
  while (poll(&wait_for, 1, GIVE_UP_MS) > 0 && (got = read(terminal, bytes, sizeof bytes)) > 0) {
    strbuf_add_bytes(&shown, bytes, (size_t)got);
    if (strstr(shown.text, ": ")) {
      strbuf_clear(&shown);
      assert_int_equal(write(terminal, passphrase, strlen(passphrase)), strlen(passphrase));
      assert_int_equal(write(terminal, "\n", 1), 1);
    }
  }
  int status;
  kill(pid, SIGHUP); /* one that is stuck; else it is gone */
  waitpid(pid, &status, 0);
  close(terminal);
  strbuf_release(&shown);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static void it_opens_ours(void **state) {
  (void)state;
  struct strbuf locked;
  struct age_key *key = age_key_new(passphrase, AGE_COST, NULL);
  strbuf_init(&locked);
  age_encrypt(&locked, key, text, strlen(text));
  scratch_write("ours.age", locked.text, locked.length);
  assert_true(age(
      (const char *[]){"age", "-d", "-o", scratch_path("opened"), scratch_path("ours.age"), NULL}));
  assert_true(scratch_holds("opened", text));
  strbuf_release(&locked);
  age_key_free(key);
}

static void we_open_what_it_locks(const char *form) {
  struct strbuf locked, opened;
  struct age_key *key;
  strbuf_init(&locked);
  strbuf_init(&opened);
  scratch_write("plain", text, strlen(text));
  assert_true(age((const char *[]){"age", "-p", "-o", scratch_path("theirs.age"),
                                   form ? form : scratch_path("plain"),
                                   form ? scratch_path("plain") : NULL, NULL}));
  assert_true(file_read(&locked, scratch_path("theirs.age"), FILE_LIMIT_BYTES, NULL));
  assert_int_equal(age_key_open(&key, "x", locked.text, locked.length, passphrase, NULL), AGE_DONE);
  assert_int_equal(age_decrypt(&opened, key, "x", locked.text, locked.length, NULL), AGE_DONE);
  assert_string_equal(opened.text, text);
  age_key_free(key);
  strbuf_release(&locked);
  strbuf_release(&opened);
}

static void we_open_its(void **state) {
  (void)state;
  we_open_what_it_locks(NULL);
}

static void we_open_its_armored_ones(void **state) {
  (void)state;
  we_open_what_it_locks("-a");
}

static bool there_is_age(void) {
  int status;
  pid_t pid = fork();
  if (pid == 0) {
    close(STDOUT_FILENO);
    execlp("age", "age", "--version", (char *)NULL);
    _exit(127);
  }
  return pid > 0 && waitpid(pid, &status, 0) == pid && WIFEXITED(status) &&
         WEXITSTATUS(status) != 127;
}

static int begin(void **state) {
  (void)state;
  scratch_make();
  return 0;
}

static int end(void **state) {
  (void)state;
  scratch_remove();
  return 0;
}

int main(void) {
  if (!age_is_built_in() || !there_is_age()) {
    print_message("left out: this build has no locks, or there is no `age` (Debian: age)\n");
    return LEFT_OUT;
  }
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(it_opens_ours, begin, end),
      cmocka_unit_test_setup_teardown(we_open_its, begin, end),
      cmocka_unit_test_setup_teardown(we_open_its_armored_ones, begin, end),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
