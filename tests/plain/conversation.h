/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs plain mode over lines that are known beforehand, in a folder of the test's own. */
#ifndef TESTS_PLAIN_CONVERSATION_H
#define TESTS_PLAIN_CONVERSATION_H

#include <stdbool.h>
#include <stddef.h>

#include "plain/plain.h"
#include "tests/base/cmocka-tests.h"

/* cmocka fixtures: the folder is the working folder; sessions go to "sessions", the settings to
 * "config", and the invented checklist is the only one installed. */
int conversation_setup(void **state);
int conversation_teardown(void **state);

/* Runs with options (in and out are filled in) over the bytes. A line "!rename A B" or "!cut FILE"
 * is not typed but done at that moment. Returns what was written, to be freed; *status gets the
 * exit status (may be NULL). Checks what holds for every conversation: valid UTF-8, no control
 * bytes, no line wider than the width. */
char *conversation(struct plain_options options, const char *bytes, size_t count, int *status);
char *conversation_text(struct plain_options options, const char *lines);

#endif
