/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/memory.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cmocka-tests.h"

static void test_new(void **state) {
  (void)state;
  char *bytes = memory_new(10);
  memset(bytes, 'x', 10);
  free(bytes);
  bytes = memory_new(0);
  assert_non_null(bytes);
  free(bytes);
}

static void test_new_zeroed(void **state) {
  (void)state;
  static const char zeros[400];
  char *bytes = memory_new_zeroed(100, 4);
  assert_memory_equal(bytes, zeros, 400);
  free(bytes);
  bytes = memory_new_zeroed(0, 4);
  assert_non_null(bytes);
  free(bytes);
}

static void test_resize_keeps_contents(void **state) {
  (void)state;
  int *numbers = memory_resize(NULL, 2, sizeof *numbers);
  numbers[0] = 3;
  numbers[1] = 4;
  numbers = memory_resize(numbers, 1000, sizeof *numbers);
  assert_int_equal(numbers[0], 3);
  assert_int_equal(numbers[1], 4);
  numbers = memory_resize(numbers, 0, sizeof *numbers);
  assert_non_null(numbers);
  free(numbers);
}

static void test_dup(void **state) {
  (void)state;
  assert_null(memory_dup(NULL));
  char *copy = memory_dup("abc");
  assert_string_equal(copy, "abc");
  free(copy);
  copy = memory_dup_length("abcdef", 3);
  assert_string_equal(copy, "abc");
  free(copy);
  copy = memory_dup_length("", 0);
  assert_string_equal(copy, "");
  free(copy);
}

static void test_grow(void **state) {
  (void)state;
  size_t *items = NULL, count = 0, capacity = 0;
  for (; count < 1000; count++) {
    MEMORY_GROW(items, count, capacity);
    assert_true(capacity > count);
    items[count] = count; /* cppcheck-suppress nullPointer; there is room now */
  }
  for (size_t i = 0; i < count; i++)
    assert_int_equal(items[i], i); /* cppcheck-suppress nullPointer; a thousand were put in */
  free(items);
}

enum { OUT_SIZE = 8000 };

/* Without this the address sanitizer ends the program itself. */
const char *__asan_default_options(void);
const char *__asan_default_options(void) {
  return "allocator_may_return_null=1";
}

static bool ends_with(const char *text, const char *end) {
  size_t length = strlen(text), end_length = strlen(end);
  return length >= end_length && !strcmp(text + length - end_length, end);
}

static void give_terminal_back(void) {
  fputs("restored\n", stderr);
}

static void ask_too_much(void) {
  memory_resize(NULL, SIZE_MAX / 2, 4);
}

static void ask_too_long(void) {
  memory_dup_length("", SIZE_MAX);
}

static void end_at_once(void) {
  fatal("the sky fell");
}

/* Runs what in a child; its standard error goes to out, its exit status is returned. */
static int status_of(void (*what)(void), void (*restore)(void), char out[OUT_SIZE]) {
  int ends[2];
  assert_int_equal(pipe(ends), 0);
  fflush(NULL);
  pid_t child = fork();
  if (child == 0) {
    dup2(ends[1], STDERR_FILENO);
    fatal_set_restore(restore);
    what();
    _exit(0);
  }
  close(ends[1]);
  size_t length = 0;
  for (ssize_t got;
       length < OUT_SIZE - 1 && (got = read(ends[0], out + length, OUT_SIZE - 1 - length)) > 0;)
    length += (size_t)got;
  out[length] = '\0';
  close(ends[0]);
  int status;
  assert_int_equal(waitpid(child, &status, 0), child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void test_fatal(void **state) {
  (void)state;
  char out[OUT_SIZE];
  assert_int_equal(status_of(end_at_once, NULL, out), 70);
  assert_string_equal(out, "disentangle: the sky fell\n");
}

static void test_fatal_gives_terminal_back_first(void **state) {
  (void)state;
  char out[OUT_SIZE];
  assert_int_equal(status_of(end_at_once, give_terminal_back, out), 70);
  assert_string_equal(out, "restored\ndisentangle: the sky fell\n");
}

static void test_fatal_in_restore_ends(void **state) {
  (void)state;
  char out[OUT_SIZE];
  assert_int_equal(status_of(end_at_once, end_at_once, out), 70);
  assert_string_equal(out, "disentangle: the sky fell\n");
}

static void test_out_of_memory(void **state) {
  (void)state;
  char out[OUT_SIZE];
  assert_int_equal(status_of(ask_too_much, NULL, out), 70);
  assert_true(ends_with(out, "disentangle: out of memory\n"));
  assert_int_equal(status_of(ask_too_long, NULL, out), 70);
  assert_true(ends_with(out, "disentangle: out of memory\n"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_new),
      cmocka_unit_test(test_new_zeroed),
      cmocka_unit_test(test_resize_keeps_contents),
      cmocka_unit_test(test_dup),
      cmocka_unit_test(test_grow),
      cmocka_unit_test(test_fatal),
      cmocka_unit_test(test_fatal_gives_terminal_back_first),
      cmocka_unit_test(test_fatal_in_restore_ends),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
