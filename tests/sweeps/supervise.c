/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "supervise.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LIMIT_MS = 30000, CHANGES = 1, OF_FILE = 2 };

/* OF_FILE: the first argument is an open file. */
static const struct call {
  int number, what;
} calls[] = {
#ifdef SYS_open
    {SYS_open, CHANGES},
    {SYS_stat, 0},
    {SYS_lstat, 0},
    {SYS_access, 0},
    {SYS_readlink, 0},
    {SYS_rename, CHANGES},
    {SYS_link, CHANGES},
    {SYS_unlink, CHANGES},
    {SYS_mkdir, CHANGES},
    {SYS_chmod, CHANGES},
#endif
#ifdef SYS_renameat
    {SYS_renameat, CHANGES},
#endif
    {SYS_renameat2, CHANGES},
#ifdef SYS_newfstatat
    {SYS_newfstatat, 0},
#endif
#ifdef SYS_fstat
    {SYS_fstat, OF_FILE},
#endif
    {SYS_statx, 0},
    {SYS_openat, 0},
    {SYS_faccessat, 0},
    {SYS_readlinkat, 0},
    {SYS_linkat, CHANGES},
    {SYS_unlinkat, CHANGES},
    {SYS_mkdirat, CHANGES},
    {SYS_fchmodat, CHANGES},
    {SYS_fchmod, CHANGES | OF_FILE},
    {SYS_ftruncate, CHANGES | OF_FILE},
    {SYS_fsync, CHANGES | OF_FILE},
    {SYS_fdatasync, CHANGES | OF_FILE},
    {SYS_read, OF_FILE},
    {SYS_pread64, OF_FILE},
    {SYS_write, CHANGES | OF_FILE},
    {SYS_writev, CHANGES | OF_FILE},
    {SYS_getdents64, OF_FILE},
    {SYS_lseek, OF_FILE},
    {SYS_fcntl, OF_FILE},
    {SYS_close, OF_FILE},
};
enum { CALL_COUNT = sizeof calls / sizeof *calls };

/* --- in the program, before it is one ---------------------------------------------------------*/

static int install_filter(void) {
  struct sock_filter code[2 + 2 * CALL_COUNT];
  size_t length = 0;
  code[length++] =
      (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
  for (size_t i = 0; i < CALL_COUNT; i++) {
    code[length++] =
        (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)calls[i].number, 0, 1);
    code[length++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_USER_NOTIF);
  }
  code[length++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
  struct sock_fprog program = {(unsigned short)length, code};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
    return -1;
  return (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER,
                      &program);
}

union control {
  struct cmsghdr header;
  char bytes[CMSG_SPACE(sizeof(int))];
};

static void send_listener(int socket, int listener) {
  union control control = {0};
  char byte = listener >= 0;
  struct iovec one = {&byte, 1};
  struct msghdr message = {.msg_iov = &one, .msg_iovlen = 1};
  if (listener >= 0) {
    message.msg_control = &control;
    message.msg_controllen = sizeof control;
    control.header = (struct cmsghdr){
        .cmsg_len = CMSG_LEN(sizeof(int)), .cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS};
    memcpy(CMSG_DATA(&control.header), &listener, sizeof listener);
  }
  if (sendmsg(socket, &message, 0) != 1)
    _exit(126);
}

static int receive_listener(int socket) {
  union control control = {0};
  char byte;
  struct iovec one = {&byte, 1};
  struct msghdr message = {
      .msg_iov = &one, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
  int listener = -1;
  if (recvmsg(socket, &message, MSG_CMSG_CLOEXEC) == 1 && byte && message.msg_controllen)
    memcpy(&listener, CMSG_DATA(&control.header), sizeof listener);
  return listener;
}

static _Noreturn void become(const struct supervised *run, int socket) {
  int input = open(run->input, O_RDONLY | O_CLOEXEC);
  int output = open(run->output, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600);
  if (input < 0 || output < 0 || dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(output, 2) < 0)
    _exit(126);
  int listener = install_filter();
  send_listener(socket, listener);
  if (listener >= 0)
    execv(run->arguments[0], (char *const *)run->arguments);
  _exit(126);
}

/* --- beside it --------------------------------------------------------------------------------*/

struct watch {
  const struct supervised *run;
  struct ending *ending;
  pid_t program;
  int listener;
  struct seccomp_notif *asked;
  struct seccomp_notif_resp *answer;
  size_t asked_size, answer_size;
};

static const struct call *call_of(int number) {
  for (size_t i = 0; i < CALL_COUNT; i++)
    if (calls[i].number == number)
      return &calls[i];
  return &calls[0];
}

static bool is_talk(const struct seccomp_notif *asked) {
  return call_of(asked->data.nr)->what & OF_FILE && asked->data.args[0] <= 2;
}

static bool changes_the_disk(const struct seccomp_notif *asked) {
  if (asked->data.nr == SYS_openat)
    return asked->data.args[2] & (O_WRONLY | O_RDWR | O_CREAT);
  return call_of(asked->data.nr)->what & CHANGES;
}

/* Writes the first bytes of what the program would write, in its stead. */
static bool write_shortly(struct watch *watch) {
  const struct seccomp_data *data = &watch->asked->data;
  size_t count = data->args[2] / 2;
  char *bytes = malloc(count + 1);
  struct iovec here = {bytes, count}, there = {(void *)(uintptr_t)data->args[1], count};
  int program = (int)syscall(SYS_pidfd_open, watch->program, 0);
  int file = (int)syscall(SYS_pidfd_getfd, program, (int)data->args[0], 0);
  ssize_t got = process_vm_readv(watch->program, &here, 1, &there, 1, 0);
  bool done = file >= 0 && got == (ssize_t)count && write(file, bytes, count) == got;
  watch->answer->val = got;
  close(file);
  close(program);
  free(bytes);
  watch->ending->denied |= !done;
  return done;
}

static bool is_hit(const struct watch *watch) {
  const struct supervised *run = watch->run;
  int since = watch->ending->calls - run->at;
  if (run->kind == FAULT_NONE || since < 0 || since >= run->count)
    return false;
  if (run->kind == FAULT_KILL)
    return true;
  if (is_talk(watch->asked))
    return false;
  if (run->kind == FAULT_SHORT_WRITE)
    return watch->asked->data.nr == SYS_write && watch->asked->data.args[2] > 1;
  return !run->only_changes || changes_the_disk(watch->asked);
}

static int always_fails(const struct watch *watch) {
  const struct seccomp_data *data = &watch->asked->data;
  if (watch->run->no_links && data->nr == SYS_linkat)
    return EPERM;
#ifdef F_OFD_SETLK
  if (watch->run->no_locks && data->nr == SYS_fcntl && data->args[1] == F_OFD_SETLK)
    return ENOLCK;
#endif
  return 0;
}

static void decide(struct watch *watch) {
  struct seccomp_notif_resp *answer = watch->answer;
  const struct supervised *run = watch->run;
  watch->ending->calls++;
  if (run->before_call)
    run->before_call(run->context);
  answer->flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE;
  if (is_hit(watch)) {
    watch->ending->hit = true;
    if (run->kind == FAULT_KILL) {
      watch->ending->talk |= is_talk(watch->asked);
      kill(watch->program, SIGKILL);
    } else if (run->kind == FAULT_FAIL) {
      answer->flags = 0;
      answer->error = -run->reason;
    } else if (write_shortly(watch)) {
      answer->flags = 0;
    }
  } else if (always_fails(watch)) {
    answer->flags = 0;
    answer->error = -always_fails(watch);
  }
}

static void answer_one(struct watch *watch) {
  memset(watch->asked, 0, watch->asked_size);
  memset(watch->answer, 0, watch->answer_size);
  if (ioctl(watch->listener, SECCOMP_IOCTL_NOTIF_RECV, watch->asked) != 0)
    return;
  watch->answer->id = watch->asked->id;
  decide(watch);
  (void)!ioctl(watch->listener, SECCOMP_IOCTL_NOTIF_SEND, watch->answer);
}

static void make_room(struct watch *watch) {
  struct seccomp_notif_sizes sizes = {0};
  syscall(SYS_seccomp, SECCOMP_GET_NOTIF_SIZES, 0, &sizes);
  watch->asked_size =
      sizes.seccomp_notif > sizeof *watch->asked ? sizes.seccomp_notif : sizeof *watch->asked;
  watch->answer_size = sizes.seccomp_notif_resp > sizeof *watch->answer ? sizes.seccomp_notif_resp
                                                                        : sizeof *watch->answer;
  watch->asked = calloc(1, watch->asked_size);
  watch->answer = calloc(1, watch->answer_size);
}

static void watch_it(struct watch *watch) {
  make_room(watch);
  for (;;) {
    struct pollfd waiting = {.fd = watch->listener, .events = POLLIN};
    int ready = poll(&waiting, 1, LIMIT_MS);
    if (ready == 0) {
      watch->ending->hung = true;
      kill(watch->program, SIGKILL);
    }
    if (waiting.revents & POLLIN)
      answer_one(watch);
    else if (ready == 0 || waiting.revents & (POLLHUP | POLLERR))
      break;
  }
  free(watch->asked);
  free(watch->answer);
}

struct ending supervise(const struct supervised *run) {
  struct ending ending = {0};
  int sockets[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0)
    abort();
  fflush(NULL);
  struct watch watch = {.run = run, .ending = &ending, .program = fork()};
  if (watch.program == 0)
    become(run, sockets[1]);
  close(sockets[1]);
  watch.listener = receive_listener(sockets[0]);
  if (watch.listener >= 0)
    watch_it(&watch);
  close(watch.listener);
  close(sockets[0]);
  while (waitpid(watch.program, &ending.status, 0) < 0 && errno == EINTR)
    ;
  return ending;
}

bool supervise_is_possible(void) {
  static const char *const arguments[] = {"/bin/true", NULL};
  struct supervised run = {.arguments = arguments, .input = "/dev/null", .output = "/dev/null"};
  struct ending ending = supervise(&run);
  if (ending.calls)
    return true;
  puts("skipped: this system does not let a program watch another one's calls (seccomp)");
  return false;
}
