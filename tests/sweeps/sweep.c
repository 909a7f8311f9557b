/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "sweep.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/error.h"
#include "checklist/checklist.h"
#include "session/session.h"

enum { TOLD_LIMIT = 20 };

static int64_t now_ms(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void sweep_begin(struct sweep *sweep, const char *name, const char *point) {
  *sweep = (struct sweep){.name = name, .point = point, .began_ms = now_ms()};
}

void sweep_fails(struct sweep *sweep, const char *format, ...) {
  if (++sweep->failures > TOLD_LIMIT)
    return;
  va_list args;
  va_start(args, format);
  printf("%s: ", sweep->name);
  vprintf(format, args);
  putchar('\n');
  va_end(args);
}

bool sweep_end(struct sweep *sweep, long least_runs) {
  if (sweep->runs < least_runs)
    sweep_fails(sweep, "only %ld runs, at least %ld are wanted", sweep->runs, least_runs);
  printf("%s: %ld points (%s), %ld runs, %ld failures, %.0f s\n", sweep->name, sweep->points,
         sweep->point, sweep->runs, sweep->failures, (double)(now_ms() - sweep->began_ms) / 1000);
  fflush(stdout);
  return sweep->failures == 0;
}

static bool has_option(int count, char **arguments, const char *option) {
  for (int i = 1; i < count; i++)
    if (!strcmp(arguments[i], option))
      return true;
  return false;
}

bool sweep_is_long(int count, char **arguments) {
  return has_option(count, arguments, "--long");
}

bool sweep_is_short(int count, char **arguments) {
  return has_option(count, arguments, "--short");
}

uint32_t sweep_random(uint32_t *seed, uint32_t below) {
  *seed = *seed * 1664525 + 1013904223;
  return (uint32_t)(((uint64_t)(*seed >> 4) * below) >> 28);
}

struct checklist *sweep_checklist(void) {
  char path[4096];
  struct error err = ERROR_INIT;
  const char *source = getenv("SOURCE_DIR");
  snprintf(path, sizeof path, "%s/tests/data/zoning", source ? source : ".");
  struct checklist *checklist = checklist_load(path, &err);
  if (checklist)
    return checklist;
  fprintf(stderr, "%s\n", err.message);
  exit(1);
}

static bool has_step(const struct session *session, long step) {
  char wanted[32];
  snprintf(wanted, sizeof wanted, "step %ld", step);
  for (size_t i = 0; i < session_answer_count(session); i++) {
    const struct answer *answer = session_answer_at(session, i);
    if ((answer->comment && !strcmp(answer->comment, wanted)) ||
        (answer->note && !strcmp(answer->note, wanted)))
      return true;
  }
  return false;
}

long sweep_steps(const struct session *session) {
  long steps = 0;
  while (has_step(session, steps + 1))
    steps++;
  return steps;
}
