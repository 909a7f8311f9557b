/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fuzz targets share. Each target is one file that defines LLVMFuzzerTestOneInput; with
 * --enable-fuzzing it is a fuzzer, else replay.c makes a program of it that takes the files it is
 * given: so every seed is a test of every build. */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerInitialize(int *count, char ***arguments);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count);

/* What has to hold: else the program aborts, which is a find. */
#define REQUIRE(condition) ((condition) ? (void)0 : fuzz_fail(#condition, __FILE__, __LINE__))
void fuzz_fail(const char *condition, const char *file, int line) __attribute__((noreturn));

/* A folder of this run's own, made at the first call and removed at the end; the working folder,
 * and where sessions and settings go. Borrowed. */
const char *fuzz_folder(void);
/* Writes a file there; returns its path, borrowed until the next call. */
const char *fuzz_write(const char *name, const void *bytes, size_t count);
/* tests/data/zoning, loaded once. */
struct checklist *fuzz_checklist(void);
/* Text for people: valid, and without anything that could steer a terminal. */
void fuzz_require_clean(const char *text, size_t count);

#endif
