/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of sessions share: a folder of their own and the invented checklist on zoning. */
#ifndef TESTS_SESSION_FIXTURE_H
#define TESTS_SESSION_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/error.h"
#include "session/session-file.h"
#include "session/session.h"

struct checklist;

struct fixture {
  char *folder;
  char *path; /* FOLDER/town.yaml, not there yet */
  struct checklist *checklist;
};

/* For each test: *state becomes a struct fixture. */
int fixture_set_up(void **state);
int fixture_tear_down(void **state);
#define fixture_test(f) cmocka_unit_test_setup_teardown(f, fixture_set_up, fixture_tear_down)
#define FIXTURE         struct fixture *fixture = *state

/* Paths and contents are owned by the caller. */
char *path_of(const struct fixture *fixture, const char *name);
char *contents(const char *path);
void write_contents(const char *path, const char *text);
void write_bytes(const char *path, const char *bytes, size_t count);
size_t file_count(const struct fixture *fixture); /* without .lock files */
/* A text with every `from` replaced; owned by the caller. */
char *replaced(const char *text, const char *from, const char *to);
/* The zoning checklist with some text replaced and edition 2027-01. */
struct checklist *other_edition(const struct fixture *fixture, const char *from, const char *to);

/* These have to succeed. */
void give(struct session *session, const char *id, const char *value, const char *words);
void comment(struct session *session, const char *id, const char *text);
void save(struct session *session);
struct session *create(const struct fixture *fixture);
struct session *load(const struct fixture *fixture);
/* A session with something in every member. */
void fill(struct session *session);

/* These have to fail, with exactly this message. */
void refuses(struct session *session, const char *id, unsigned fields, const struct answer *wanted,
             const char *message);
#define assert_message(err, expected)                                                              \
  do {                                                                                             \
    assert_non_null((err)->message);                                                               \
    assert_string_equal((err)->message, expected);                                                 \
    error_release(err);                                                                            \
  } while (0)
#define assert_value(session, id, expected)                                                        \
  assert_string_equal(session_value(session, id), expected)

#endif
