/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/protection.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

static struct protection in_force;

/* --- memory
 * --------------------------------------------------------------------------------------*/

/* The leak checker looks at its own process as a debugger does. */
#if defined(__SANITIZE_ADDRESS__)
#define IS_LOOKED_AT 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define IS_LOOKED_AT 1
#endif
#endif
#ifndef IS_LOOKED_AT
#define IS_LOOKED_AT 0
#endif

static bool protect_memory(void) {
  const struct rlimit none = {0, 0};
  bool no_core = setrlimit(RLIMIT_CORE, &none) == 0;
  return !IS_LOOKED_AT && prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && no_core;
}

/* --- sockets: seccomp
 * ----------------------------------------------------------------------------*/

/* Numbers of system calls, by the architecture a call is made in: a program can make those of
 * another one that its kernel knows. From 425 on they are the same everywhere. */
enum {
  IO_URING_SETUP = 425,
  IO_URING_ENTER = 426,
  IO_URING_REGISTER = 427,
  I386_SOCKET = 359,
  I386_SOCKETCALL = 102, /* many calls in one, told by its first argument */
  SOCKETCALL_SOCKET = 1,
  ARM_SOCKET = 281,
};
#define ALL_BITS    0xffffffffu
#define WITHOUT_X32 0xbfffffffu /* x32 has the numbers of x86-64, marked with a bit */

#define LOAD(offset)        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (offset))
#define LOAD_MEMBER(member) LOAD(offsetof(struct seccomp_data, member))
/* The low half of the first argument, which is an int. */
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define LOAD_ARGUMENT LOAD(offsetof(struct seccomp_data, args))
#else
#define LOAD_ARGUMENT LOAD(offsetof(struct seccomp_data, args) + 4)
#endif
#define MASK(bits) BPF_STMT(BPF_ALU | BPF_AND | BPF_K, (bits))
/* How many steps to leave out if it is the value, and if it is not. */
#define IF_IS(value, yes, no) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), (yes), (no))
#define REFUSE(code)          BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (code))
#define ALLOW                 BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)

/* Of one architecture: sockets are those within this computer, io_uring does not exist. */
#define CALLS(architecture, bits, socket_call)                                                     \
  LOAD_MEMBER(arch), IF_IS(architecture, 0, 11), LOAD_MEMBER(nr), MASK(bits),                      \
      IF_IS(IO_URING_SETUP, 7, 0), IF_IS(IO_URING_ENTER, 6, 0), IF_IS(IO_URING_REGISTER, 5, 0),    \
      IF_IS(socket_call, 0, 3), LOAD_ARGUMENT, IF_IS(AF_UNIX, 1, 0), REFUSE(EACCES), ALLOW,        \
      REFUSE(ENOSYS)

#define SOCKETCALL_OF_I386                                                                         \
  LOAD_MEMBER(arch), IF_IS(AUDIT_ARCH_I386, 0, 5), LOAD_MEMBER(nr), IF_IS(I386_SOCKETCALL, 0, 3),  \
      LOAD_ARGUMENT, IF_IS(SOCKETCALL_SOCKET, 0, 1), REFUSE(EACCES)

/* None where the numbers are not known. */
static const struct sock_filter filter[] = {
#if defined(__x86_64__)
    CALLS(AUDIT_ARCH_X86_64, WITHOUT_X32, __NR_socket),
    SOCKETCALL_OF_I386,
    CALLS(AUDIT_ARCH_I386, ALL_BITS, I386_SOCKET),
#elif defined(__i386__)
    SOCKETCALL_OF_I386,
    CALLS(AUDIT_ARCH_I386, ALL_BITS, I386_SOCKET),
#elif defined(__aarch64__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    CALLS(AUDIT_ARCH_AARCH64, ALL_BITS, __NR_socket),
    CALLS(AUDIT_ARCH_ARM, ALL_BITS, ARM_SOCKET),
#elif defined(__arm__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    CALLS(AUDIT_ARCH_ARM, ALL_BITS, ARM_SOCKET),
#elif defined(__riscv) && __riscv_xlen == 64
    CALLS(AUDIT_ARCH_RISCV64, ALL_BITS, __NR_socket),
#endif
    ALLOW,
};
enum { FILTER_LENGTH = sizeof filter / sizeof *filter };

static bool refuse_sockets(void) {
  const struct sock_fprog program = {FILTER_LENGTH, (struct sock_filter *)filter};
  return FILTER_LENGTH > 1 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

/* --- TCP: Landlock
 * -------------------------------------------------------------------------------*/

/* As the kernel has them; the headers of the system may be older. */
struct landlock_rules {
  uint64_t files, network;
};
enum {
  LANDLOCK_CREATE = 444,
  LANDLOCK_RESTRICT = 446,
  LANDLOCK_ASK_VERSION = 1,
  LANDLOCK_VERSION_WITH_NETWORK = 4,
  LANDLOCK_BIND = 1 << 0,
  LANDLOCK_CONNECT = 1 << 1,
};

/* Nothing is allowed of what is named, and no files are named: programs that the user has started,
 * an editor, have theirs. */
static bool refuse_tcp(void) {
  const struct landlock_rules rules = {.network = LANDLOCK_BIND | LANDLOCK_CONNECT};
  if (syscall(LANDLOCK_CREATE, NULL, 0, LANDLOCK_ASK_VERSION) < LANDLOCK_VERSION_WITH_NETWORK)
    return false;
  int set = (int)syscall(LANDLOCK_CREATE, &rules, sizeof rules, 0);
  bool done = set >= 0 && syscall(LANDLOCK_RESTRICT, set, 0) == 0;
  if (set >= 0)
    close(set);
  return done;
}

void protection_begin(void) {
  in_force.memory = protect_memory();
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
    return;
  in_force.landlock = refuse_tcp();
  in_force.seccomp = refuse_sockets();
}

const struct protection *protection_in_force(void) {
  return &in_force;
}
