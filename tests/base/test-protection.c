/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each test changes a process for good, so each has one of its own. */
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/protection.h"
#include "cmocka-tests.h"

/* 0, or the number of the step that failed. */
static int in_a_child(int (*steps)(void)) {
  int status;
  pid_t child = fork();
  if (child == 0)
    _exit(steps());
  assert_true(child > 0);
  assert_true(waitpid(child, &status, 0) == child);
  assert_true(WIFEXITED(status));
  return WEXITSTATUS(status);
}

static bool is_refused(long result, int reason) {
  return result == -1 && errno == reason;
}

static int sockets_are_refused(void) {
  static const int families[] = {AF_INET,   AF_INET6,        AF_NETLINK,
                                 AF_PACKET, 38 /* AF_ALG */, 40 /* AF_VSOCK */};
  protection_begin();
  if (!protection_in_force()->seccomp)
    return 0;
  for (size_t i = 0; i < sizeof families / sizeof *families; i++)
    if (!is_refused(socket(families[i], SOCK_RAW, 0), EACCES) ||
        !is_refused(socket(families[i], SOCK_STREAM, 0), EACCES))
      return 1;
  if (!is_refused(syscall(425, 4, NULL), ENOSYS))
    return 2;
#if defined(__x86_64__)
  if (syscall(0x40000000 | SYS_socket, AF_INET, SOCK_STREAM, 0) >= 0)
    return 3;
#endif
  return 0;
}

#if defined(__x86_64__)
static long call_of_i386(long number, long first, long second) {
  long result;
  __asm__ volatile("int $0x80"
                   : "=a"(result)
                   : "a"(number), "b"(first), "c"(second), "d"(0L)
                   : "memory", "r8", "r9", "r10", "r11");
  return result;
}

static int old_calls_are_refused(void) {
  protection_begin();
  if (!protection_in_force()->seccomp)
    return 0;
  if (call_of_i386(20 /* getpid */, 0, 0) != getpid())
    return 0; /* a kernel without them */
  if (call_of_i386(359, AF_INET, SOCK_STREAM) >= 0)
    return 1;
  return call_of_i386(102, 1, 0) < 0 ? 0 : 2;
}

static void the_calls_of_another_architecture_are_refused(void **state) {
  (void)state;
  assert_int_equal(in_a_child(old_calls_are_refused), 0);
}
#endif

static int sockets_of_this_computer_work(void) {
  int pair[2];
  protection_begin();
  if (socket(AF_UNIX, SOCK_STREAM, 0) < 0)
    return 1;
  return socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == 0 ? 0 : 2;
}

static int no_core_is_left(void) {
  struct rlimit limit;
  protection_begin();
  if (getrlimit(RLIMIT_CORE, &limit) != 0 || limit.rlim_cur || limit.rlim_max)
    return 1;
  return (prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0) == protection_in_force()->memory ? 0 : 2;
}

/* As on a kernel that knows nothing of it: another filter refuses prctl and Landlock. */
static bool refuse_protection(void) {
  struct sock_filter filter[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_prctl, 1, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 444 /* landlock_create_ruleset */, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EINVAL),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  const struct sock_fprog program = {sizeof filter / sizeof *filter, filter};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

static int an_old_kernel_is_no_failure(void) {
  if (!refuse_protection())
    return 0;
  protection_begin();
  const struct protection *held = protection_in_force();
  return held->memory || held->seccomp || held->landlock;
}

static void only_sockets_of_this_computer_are_made(void **state) {
  (void)state;
  assert_int_equal(in_a_child(sockets_are_refused), 0);
  assert_int_equal(in_a_child(sockets_of_this_computer_work), 0);
}

static void memory_is_not_dumped(void **state) {
  (void)state;
  assert_int_equal(in_a_child(no_core_is_left), 0);
}

static void without_a_kernel_that_helps_it_goes_on(void **state) {
  (void)state;
  assert_int_equal(in_a_child(an_old_kernel_is_no_failure), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(only_sockets_of_this_computer_are_made),
#if defined(__x86_64__)
    cmocka_unit_test(the_calls_of_another_architecture_are_refused),
#endif
    cmocka_unit_test(memory_is_not_dumped),
    cmocka_unit_test(without_a_kernel_that_helps_it_goes_on),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
