/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What went wrong, as one complete sentence in the user's language, the failure first
 * ("cannot open 'x': No such file or directory"). The callee words it, the caller shows it. It is
 * one line of printable text, whatever it quotes: names of files may hold anything. */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <stdbool.h>
#include <stddef.h>

struct error {
  char *message; /* NULL: no error */
};
#define ERROR_INIT                                                                                 \
  { NULL }

/* Replaces the message. err may be NULL (nobody wants to know). Always returns false, so that a
 * function can end with `return error_set(err, ...)`. */
bool error_set(struct error *err, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The same with "FILE:LINE:COLUMN: " in front; line 0 leaves line and column out. */
bool error_set_at(struct error *err, const char *file, size_t line, size_t column,
                  const char *format, ...) __attribute__((format(printf, 5, 6)));

void error_release(struct error *err); /* afterwards as after ERROR_INIT */

/* What a value of errno means, in words that end a sentence: "the disk is full". Borrowed. */
const char *error_reason(int number);

/* A list of faults found in one run by a checker. Lines and columns count from 1; 0 is unknown.
 * File and message are to be shown: one line of printable text each. */
enum fault_weight { FAULT_ERROR, FAULT_WARNING };
struct fault {
  enum fault_weight weight;
  char *file;
  size_t line, column;
  char *message; /* what is wrong, and what to write instead */
};
struct faults {
  struct fault *items;
  size_t count, capacity;
  size_t errors; /* those of weight FAULT_ERROR */
};
#define FAULTS_INIT                                                                                \
  { 0 }
void faults_add(struct faults *faults, enum fault_weight weight, const char *file, size_t line,
                size_t column, const char *format, ...) __attribute__((format(printf, 6, 7)));
void faults_sort(struct faults *faults); /* by file, line, column; stable */
void faults_release(struct faults *faults);

#endif
