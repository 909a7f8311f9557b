/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may reach a terminal, and how a text has to look on the way there. Written apart from the
 * program, and uses nothing of it but memory: what one forgets, the other should not. */
#ifndef TESTS_HOSTILE_PRINTABLE_H
#define TESTS_HOSTILE_PRINTABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

size_t printable_encode(uint32_t code, char out[4]); /* surrogates too: they are no UTF-8 then */
bool printable_is_utf8(const char *text, size_t length);

/* The offset of the first thing that is neither a printable character nor a line end, or length.
 * `also` (may be "") are bytes that are allowed besides. */
size_t printable_fault(const char *text, size_t length, const char *also);

/* The text as the program has to show it. Owned by the caller. */
char *printable_of(const char *text, size_t length);

#endif
