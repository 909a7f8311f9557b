/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A guide over the invented checklist of tests/data/zoning, and short ways to command it. */
#ifndef TESTS_GUIDE_WALK_H
#define TESTS_GUIDE_WALK_H

#include <stdbool.h>

#include "guide/guide.h"
#include "tests/base/cmocka-tests.h"

/* cmocka fixtures: a folder of the test's own with the guide in *state; it has no file yet. */
int walk_setup(void **state);
int walk_teardown(void **state);

/* A guide over a session file of that text after its first two lines, made by hand; to be freed. */
struct guide *walk_reopened(const char *text);

/* The path of the checklist. */
const char *walk_checklist(void);

/* Carry out a command that must succeed; return what changed. */
unsigned walk_do(struct guide *guide, enum command command);
unsigned walk_text(struct guide *guide, enum command command, const char *text);
unsigned walk_input(struct guide *guide, enum command command, const struct guide_input *input);
/* GO and ANSWER in one. */
unsigned walk_answer(struct guide *guide, const char *where, const char *answer);
/* Carry out a command that must be refused, and must leave the session as it is. */
void walk_refused(struct guide *guide, enum command command, const struct guide_input *input);

const char *walk_status(void); /* of the last command, "" for none */
const char *walk_error(void);  /* of the last refusal */
const char *walk_at(struct guide *guide);
const char *walk_value(struct guide *guide, const char *id);

#endif
