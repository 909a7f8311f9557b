/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the sweeps share: counting, and the line that they print. */
#ifndef TESTS_SWEEPS_SWEEP_H
#define TESTS_SWEEPS_SWEEP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* "NAME: 214 points (calls), 3210 runs, 0 failures, 41 s": how much there was to cover, how often
 * it was tried, and how often it went wrong. */
struct sweep {
  const char *name, *point; /* what a point is, in the plural */
  long points, runs, failures;
  int64_t began_ms;
};

void sweep_begin(struct sweep *sweep, const char *name, const char *point);
/* Counts a failure, and tells the first ones. */
void sweep_fails(struct sweep *sweep, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Prints the line; returns whether nothing failed. Fails itself when there were fewer runs. */
bool sweep_end(struct sweep *sweep, long least_runs);

/* Whether the long run was asked for: --long among the arguments. */
bool sweep_is_long(int count, char **arguments);
bool sweep_is_short(int count, char **arguments); /* --short */

/* The same numbers in every run. */
uint32_t sweep_random(uint32_t *seed, uint32_t below);

/* The invented checklist in the source tree. Ends the program if it cannot be read. */
struct checklist *sweep_checklist(void);
/* How many of the comments or notes "step 1", "step 2" … a session holds, without a gap. */
struct session;
long sweep_steps(const struct session *session);

#endif
