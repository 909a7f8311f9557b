/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one way by which words get into a node: cleaned by utf8_clean, in the arena. Only for this
 * folder. */
#ifndef YAML_CLEAN_H
#define YAML_CLEAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/utf8.h"

struct arena;

/* Printable ASCII with LF, which is nearly everything, is only copied. */
char *clean_dup(struct arena *arena, const char *text, size_t length, enum utf8_lines lines);
/* Whether clean_dup() would change nothing. */
bool clean_is(const char *text, size_t length, enum utf8_lines lines);

#endif
