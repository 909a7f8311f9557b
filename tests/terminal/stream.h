/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a program sends to a terminal, compared with what the terminal's description has. */
#ifndef TESTS_TERMINAL_STREAM_H
#define TESTS_TERMINAL_STREAM_H

#include <stdbool.h>
#include <stddef.h>

struct strbuf;

/* Learns the sequences of a terminal; false: there is no description. */
bool stream_learn(const char *type);
void stream_forget(void);

/* The offset of the first thing that is neither printable text, nor a sequence of the terminal,
 * nor one of the few that the program sends besides; or length. Counts the sequences. */
size_t stream_fault(const char *bytes, size_t length, size_t *sequences);

#endif
