/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/error.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmocka-tests.h"

static void test_set(void **state) {
  (void)state;
  struct error err = ERROR_INIT;
  assert_null(err.message);
  assert_false(error_set(&err, "cannot %s %d", "count to", 3));
  assert_string_equal(err.message, "cannot count to 3");
  assert_false(error_set(&err, "other"));
  assert_string_equal(err.message, "other");
  error_release(&err);
  assert_null(err.message);
  error_release(&err);
}

static void test_set_may_wrap_the_message_before(void **state) {
  (void)state;
  struct error err = ERROR_INIT;
  error_set(&err, "inner");
  error_set(&err, "outer: %s", err.message);
  assert_string_equal(err.message, "outer: inner");
  error_set_at(&err, err.message, 1, 2, "%s", err.message);
  assert_string_equal(err.message, "outer: inner:1:2: outer: inner");
  error_release(&err);
}

static void test_nobody_wants_to_know(void **state) {
  (void)state;
  assert_false(error_set(NULL, "%d", 1));
  assert_false(error_set_at(NULL, "f", 1, 1, "%d", 1));
}

static void test_set_at(void **state) {
  (void)state;
  struct error err = ERROR_INIT;
  assert_false(error_set_at(&err, "a.yaml", 3, 14, "no %s", "key"));
  assert_string_equal(err.message, "a.yaml:3:14: no key");
  error_set_at(&err, "a.yaml", 3, 0, "x");
  assert_string_equal(err.message, "a.yaml:3: x");
  error_set_at(&err, "a.yaml", 0, 7, "x");
  assert_string_equal(err.message, "a.yaml: x");
  error_release(&err);
}

static void test_reason(void **state) {
  (void)state;
  assert_string_equal(error_reason(ENOSPC), "the disk is full");
  assert_string_equal(error_reason(ENOENT), "there is no such file or folder");
  assert_string_equal(error_reason(EROFS), "the disk is read-only");
  for (int number = 1; number < 134; number++)
    assert_true(strlen(error_reason(number)) > 3);
}

static void test_faults_start_empty(void **state) {
  (void)state;
  struct faults faults = FAULTS_INIT;
  faults_sort(&faults);
  assert_int_equal(faults.count, 0);
  faults_release(&faults);
}

static void test_faults_add(void **state) {
  (void)state;
  struct faults faults = FAULTS_INIT;
  char file[] = "f.yaml";
  faults_add(&faults, FAULT_ERROR, file, 2, 5, "no '%s'", "id");
  faults_add(&faults, FAULT_WARNING, NULL, 0, 0, "odd");
  memset(file, 'x', strlen(file));
  assert_int_equal(faults.count, 2);
  assert_int_equal(faults.errors, 1);
  assert_int_equal(faults.items[0].weight, FAULT_ERROR);
  assert_string_equal(faults.items[0].file, "f.yaml");
  assert_int_equal(faults.items[0].line, 2);
  assert_int_equal(faults.items[0].column, 5);
  assert_string_equal(faults.items[0].message, "no 'id'");
  assert_string_equal(faults.items[1].file, "");
  faults_release(&faults);
  assert_int_equal(faults.count, 0);
  assert_int_equal(faults.errors, 0);
}

static void test_faults_sort_by_place(void **state) {
  (void)state;
  struct faults faults = FAULTS_INIT;
  faults_add(&faults, FAULT_ERROR, "b", 1, 1, "5");
  faults_add(&faults, FAULT_ERROR, "a", 10, 1, "4");
  faults_add(&faults, FAULT_ERROR, "a", 9, 2, "3");
  faults_add(&faults, FAULT_ERROR, "a", 9, 1, "2");
  faults_add(&faults, FAULT_ERROR, "a", 2, 30, "1");
  faults_sort(&faults);
  for (size_t i = 0; i < faults.count; i++)
    assert_int_equal(faults.items[i].message[0], '1' + (char)i);
  faults_add(&faults, FAULT_ERROR, "c", 1, 1, "6"); /* it can grow afterwards */
  assert_int_equal(faults.count, 6);
  faults_release(&faults);
}

static void test_faults_sort_keeps_order_of_equals(void **state) {
  (void)state;
  struct faults faults = FAULTS_INIT;
  for (size_t i = 0; i < 500; i++)
    faults_add(&faults, FAULT_ERROR, "a", 7 - i % 5, 1, "%zu", i);
  faults_sort(&faults);
  for (size_t i = 1; i < faults.count; i++) {
    unsigned long before = strtoul(faults.items[i - 1].message, NULL, 10);
    unsigned long after = strtoul(faults.items[i].message, NULL, 10);
    if (faults.items[i - 1].line == faults.items[i].line)
      assert_true(before < after);
    else
      assert_true(faults.items[i - 1].line < faults.items[i].line);
  }
  faults_release(&faults);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_set),
      cmocka_unit_test(test_set_may_wrap_the_message_before),
      cmocka_unit_test(test_nobody_wants_to_know),
      cmocka_unit_test(test_set_at),
      cmocka_unit_test(test_reason),
      cmocka_unit_test(test_faults_start_empty),
      cmocka_unit_test(test_faults_add),
      cmocka_unit_test(test_faults_sort_by_place),
      cmocka_unit_test(test_faults_sort_keeps_order_of_equals),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
