/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The only reader of the clock. DISENTANGLE_NOW (like 2026-11-22T18:32:05Z) pins it, and then local
 * time is UTC. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

int64_t clock_now(void);                                    /* seconds since 1970-01-01T00:00:00Z */
void clock_format_utc(int64_t seconds, char out[21]);       /* "2026-11-22T18:32:05Z" */
void clock_format_date(int64_t seconds, char out[11]);      /* local "2026-11-22" */
void clock_format_local_time(int64_t seconds, char out[6]); /* local "18:32" */
bool clock_parse_utc(const char *text, int64_t *seconds);   /* the form of clock_format_utc */
bool clock_is_date(const char *text);                       /* "2026-11-22", a day that exists */
int64_t clock_monotonic_ms(void);                           /* for timeouts; never pinned */

#endif
