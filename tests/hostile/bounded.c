/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "bounded.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../base/cmocka-tests.h"
#include "base/strbuf.h"
#include "base/utf8.h"

#if defined(__SANITIZE_ADDRESS__)
enum { IS_SANITIZED = 1 };
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
enum { IS_SANITIZED = 1 };
#else
enum { IS_SANITIZED = 0 };
#endif
#else
enum { IS_SANITIZED = 0 };
#endif

enum { MEMORY_BYTES = 64 << 20, MILLISECONDS = IS_SANITIZED ? 20000 : 1000, ARGUMENTS = 8 };

static size_t runs;
static long most_milliseconds, most_kibibytes;

static void become_program(const char *const *arguments, int output) {
  char program[4096];
  const char *argv[ARGUMENTS + 2] = {program};
  snprintf(program, sizeof program, "%s/disentangle", getenv("BUILD_DIR"));
  for (size_t i = 0; i < ARGUMENTS && arguments[i]; i++)
    argv[i + 1] = arguments[i];
  const struct rlimit memory = {MEMORY_BYTES, MEMORY_BYTES}, cores = {0, 0};
  const struct rlimit seconds = {MILLISECONDS / 1000 + 1, MILLISECONDS / 1000 + 1};
  setrlimit(RLIMIT_CORE, &cores);
  setrlimit(RLIMIT_CPU, &seconds);
  if (!IS_SANITIZED)
    setrlimit(RLIMIT_AS, &memory);
  int nothing = open("/dev/null", O_RDONLY);
  dup2(nothing, STDIN_FILENO);
  dup2(output, STDOUT_FILENO);
  dup2(output, STDERR_FILENO);
  alarm(120); /* it waits for something */
  execv(program, (char *const *)argv);
  _exit(127);
}

static void read_all(struct strbuf *said, int from) {
  char bytes[65536];
  for (ssize_t got; (got = read(from, bytes, sizeof bytes)) > 0;)
    strbuf_add_bytes(said, bytes, (size_t)got);
  close(from);
}

static long milliseconds_of(const struct rusage *usage) {
  return (usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) * 1000 +
         (usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / 1000;
}

static void check_said(const struct strbuf *said, const char *name) {
  if (!utf8_is_valid(said->text, said->length))
    fail_msg("%s: what was said is no UTF-8", name);
  struct strbuf clean;
  strbuf_init(&clean);
  if (utf8_clean(&clean, said->text, said->length, UTF8_MANY_LINES))
    fail_msg("%s: what was said can steer a terminal", name);
  strbuf_release(&clean);
}

struct bounded bounded_run(const char *const *arguments) {
  int ends[2], status;
  struct rusage usage;
  struct strbuf said;
  strbuf_init(&said);
  assert_int_equal(pipe(ends), 0);
  pid_t child = fork();
  if (child == 0)
    become_program(arguments, ends[1]);
  close(ends[1]);
  read_all(&said, ends[0]);
  assert_int_equal(wait4(child, &status, 0, &usage), child);
  const char *name = arguments[1];
  if (!WIFEXITED(status) || WEXITSTATUS(status) > 2)
    fail_msg("%s: crashed, or went over a bound (%d): %s", name, status, said.text);
  if (milliseconds_of(&usage) > MILLISECONDS)
    fail_msg("%s: took %ld ms", name, milliseconds_of(&usage));
  check_said(&said, name);
  runs++;
  if (milliseconds_of(&usage) > most_milliseconds)
    most_milliseconds = milliseconds_of(&usage);
  if (usage.ru_maxrss > most_kibibytes)
    most_kibibytes = usage.ru_maxrss;
  size_t count = said.length;
  return (struct bounded){WEXITSTATUS(status), strbuf_take(&said), count};
}

void bounded_tell(const char *what, size_t files) {
  printf("%s: %zu files, %zu runs, no crash; slowest %ld ms of 1000, largest %ld MiB of 64%s\n",
         what, files, runs, most_milliseconds, most_kibibytes / 1024,
         IS_SANITIZED ? " (under sanitizers, which take more)" : "");
  runs = 0;
  most_milliseconds = most_kibibytes = 0;
}
