/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program over a session of the invented checklist, in a terminal of 24 by 80: what the tests
 * in terminals share. */
#ifndef TESTS_TERMINAL_PROGRAM_H
#define TESTS_TERMINAL_PROGRAM_H

#include <stdbool.h>

#include "vt.h"

/* cmocka's fixtures. The session is in the folder "stick" of the scratch folder, which is also the
 * home and the folder of sessions. */
int program_set_up(void **state);
int program_tear_down(void **state);
#define TEST(name) cmocka_unit_test_setup_teardown(name, program_set_up, program_tear_down)

extern const char program_file[];       /* "stick/springfield.yaml" */
extern char program_session[];          /* its whole path */
extern char program_path[];             /* of the program */
void program_set(const char *variable); /* "NAME=value", for those started from now on */

void make_session(void);
/* Opens the session, or with NULL the home screen. */
struct vt *program_start(char *path);
struct vt *program_run(char *const argv[]); /* or any other program */
struct vt *open_session(void);
struct vt *open_at_question(void); /* number 4, not answered yet */

void expect_cursor_at(struct vt *vt, const char *text);
void expect_shown(struct vt *vt, const char *text);
/* Sends the bytes and waits for the end: without a fault, and the terminal as it was. */
void expect_good_end(struct vt *vt, const char *bytes);
void expect_saved(const char *text); /* the session's file holds it */

#endif
