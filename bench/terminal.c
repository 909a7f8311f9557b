/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person waits for, measured on a pseudo-terminal: the first paint of a criterion screen and
 * the answer to a key, in this program and in `dialog --checklist` with 15 items, interleaved in
 * one run. Prints medians and ratios.
 *
 * usage: terminal RUNS DISENTANGLE SESSION
 *
 * A paint is over when nothing was written for QUIET_MS; its time is that of the last byte. CPU
 * time is user and system time of the process until then, and peak memory is VmHWM, both read from
 * /proc. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { QUIET_MS = 40, KEYS = 20, RUNS_LIMIT = 1000 };

struct size {
  unsigned short rows, columns;
};
struct program {
  const char *name;
  const char *const *arguments;
};
struct sample { /* of one start, and of the median key after it */
  double wall_ms, cpu_ms, rss_kib, bytes, key_wall_us, key_bytes;
};
struct terminal {
  int fd;
  pid_t pid;
};

static double now_us(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static int compare(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double median(double *values, size_t count) {
  qsort(values, count, sizeof *values, compare);
  return values[count / 2];
}

static struct terminal start(const struct program *program, struct size size) {
  struct winsize window = {size.rows, size.columns, 0, 0};
  struct terminal terminal;
  terminal.pid = forkpty(&terminal.fd, NULL, NULL, &window);
  if (terminal.pid < 0) {
    perror("forkpty");
    exit(1);
  }
  if (terminal.pid == 0) {
    setenv("TERM", "xterm-256color", 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    unsetenv("DISENTANGLE_NOW");
    execvp(program->arguments[0], (char *const *)program->arguments);
    perror(program->arguments[0]);
    _exit(127);
  }
  return terminal;
}

/* Reads until nothing comes for QUIET_MS. Returns the bytes read; *last_us is when the last ones
 * came. */
static size_t drain(struct terminal terminal, double *last_us) {
  size_t bytes = 0;
  for (;;) {
    char buffer[65536];
    struct pollfd poller = {terminal.fd, POLLIN, 0};
    if (poll(&poller, 1, bytes ? QUIET_MS : 2000) <= 0)
      return bytes;
    ssize_t n = read(terminal.fd, buffer, sizeof buffer);
    if (n <= 0)
      return bytes;
    bytes += (size_t)n;
    *last_us = now_us();
  }
}

static double peak_kib(pid_t pid) {
  char path[64], line[256];
  double kib = 0;
  snprintf(path, sizeof path, "/proc/%d/status", (int)pid);
  FILE *file = fopen(path, "r");
  while (file && fgets(line, sizeof line, file))
    if (strncmp(line, "VmHWM:", 6) == 0)
      kib = strtod(line + 6, NULL);
  if (file)
    fclose(file);
  return kib;
}

static double seconds_ms(struct timeval t) {
  return (double)t.tv_sec * 1e3 + (double)t.tv_usec / 1e3;
}

/* The processor's time so far, exactly: the process is stopped by SIGKILL and its usage collected.
 */
static double end(struct terminal terminal) {
  struct rusage usage;
  kill(terminal.pid, SIGKILL);
  wait4(terminal.pid, NULL, 0, &usage);
  close(terminal.fd);
  return seconds_ms(usage.ru_utime) + seconds_ms(usage.ru_stime);
}

static struct sample first_paint(const struct program *program, struct size size) {
  struct sample sample = {0};
  double begin = now_us(), last = begin;
  struct terminal terminal = start(program, size);
  sample.bytes = (double)drain(terminal, &last);
  sample.wall_ms = (last - begin) / 1e3;
  sample.rss_kib = peak_kib(terminal.pid);
  sample.cpu_ms = end(terminal);
  return sample;
}

/* The Down key, again and again; Up when the end of the list is near. */
static void keys(const struct program *program, struct size size, struct sample *sample) {
  double wall[KEYS], bytes[KEYS], last = 0;
  struct terminal terminal = start(program, size);
  drain(terminal, &last);
  for (int i = 0; i < KEYS; i++) {
    double begin = now_us();
    last = begin;
    const char *key = i % 2 ? "\033OA" : "\033OB";
    if (write(terminal.fd, key, 3) != 3)
      break;
    bytes[i] = (double)drain(terminal, &last);
    wall[i] = last - begin;
  }
  end(terminal);
  sample->key_wall_us = median(wall, KEYS);
  sample->key_bytes = median(bytes, KEYS);
}

struct column {
  const char *label;
  size_t offset;
};
static const struct column columns[] = {
    {"first paint, wall ms", offsetof(struct sample, wall_ms)},
    {"first paint, CPU ms", offsetof(struct sample, cpu_ms)},
    {"peak memory, KiB", offsetof(struct sample, rss_kib)},
    {"first paint, bytes", offsetof(struct sample, bytes)},
    {"key, wall us", offsetof(struct sample, key_wall_us)},
    {"key, bytes", offsetof(struct sample, key_bytes)},
};

static double column_median(const struct sample *samples, size_t count, size_t offset) {
  static double values[RUNS_LIMIT];
  for (size_t i = 0; i < count; i++)
    values[i] = *(const double *)(const void *)((const char *)&samples[i] + offset);
  return median(values, count);
}

static void measure(const struct program *ours, const struct program *peer, struct size size,
                    size_t runs) {
  static struct sample a[RUNS_LIMIT], b[RUNS_LIMIT];
  for (size_t i = 0; i < runs; i++) {
    a[i] = first_paint(ours, size);
    b[i] = first_paint(peer, size);
    if (i % 4 == 0) {
      keys(ours, size, &a[i]);
      keys(peer, size, &b[i]);
    } else {
      a[i].key_wall_us = a[i - 1].key_wall_us, a[i].key_bytes = a[i - 1].key_bytes;
      b[i].key_wall_us = b[i - 1].key_wall_us, b[i].key_bytes = b[i - 1].key_bytes;
    }
  }
  printf("%d x %d, %zu runs, medians     %12s %12s    ratio\n", size.columns, size.rows, runs,
         ours->name, peer->name);
  for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
    double x = column_median(a, runs, columns[i].offset),
           y = column_median(b, runs, columns[i].offset);
    printf("  %-26s %12.2f %12.2f %8.2f\n", columns[i].label, x, y, y > 0 ? x / y : 0);
  }
}

/* A checklist as long as a page of ours: 15 items, each with a tag, a text and a state. */
enum { PEER_ITEMS = 15, PEER_ARGUMENTS = 7 + 3 * PEER_ITEMS };

static void fill_peer(const char *out[PEER_ARGUMENTS + 1]) {
  static const char *const items[PEER_ITEMS] = {
      "Detainer requests are refused", "A written policy says so",
      "Interviews are barred",         "People are told their rights",
      "Officers identify themselves",  "A policy covers the jail",
      "It requires training",          "It requires names",
      "Release dates are not told",    "A rule says so",
      "Requests are guided",           "Discretion is kept",
      "Other data is protected",       "Status is not asked",
      "No law allows asking"};
  static char tags[PEER_ITEMS][4];
  const char *const head[] = {"dialog", "--checklist", "Which of these apply?", "22", "76", "15"};
  size_t n = 0;
  for (size_t i = 0; i < sizeof head / sizeof *head; i++)
    out[n++] = head[i];
  for (int i = 0; i < PEER_ITEMS; i++) {
    snprintf(tags[i], sizeof tags[i], "%d", i + 1);
    out[n++] = tags[i];
    out[n++] = items[i];
    out[n++] = i % 5 ? "off" : "on";
  }
  out[n] = NULL;
}

int main(int count, char **arguments) {
  if (count != 4) {
    fprintf(stderr, "usage: terminal RUNS DISENTANGLE SESSION\n");
    return 2;
  }
  size_t runs = strtoul(arguments[1], NULL, 10);
  if (runs < 1 || runs > RUNS_LIMIT)
    runs = 31;
  const char *const ours_arguments[] = {arguments[2], "open", arguments[3], NULL};
  const char *peer_arguments[PEER_ARGUMENTS + 1];
  fill_peer(peer_arguments);
  const struct program ours = {"disentangle", ours_arguments}, peer = {"dialog", peer_arguments};
  measure(&ours, &peer, (struct size){24, 80}, runs);
  measure(&ours, &peer, (struct size){60, 200}, runs);
  return 0;
}
