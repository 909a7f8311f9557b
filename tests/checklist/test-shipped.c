/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checklists that are shipped have no fault, not even a warning. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/error.h"
#include "checklist/catalogue.h"
#include "checklist/checklist.h"

static size_t count_faults(const char *name) {
  struct error err = ERROR_INIT;
  struct faults faults = FAULTS_INIT;
  char *path = catalogue_find(name, &err);
  if (!path)
    fail_msg("%s", err.message);
  checklist_check(path, &faults);
  for (size_t i = 0; i < faults.count; i++)
    print_error("%s:%zu:%zu: %s\n", faults.items[i].file, faults.items[i].line,
                faults.items[i].column, faults.items[i].message);
  size_t count = faults.count;
  faults_release(&faults);
  free(path);
  return count;
}

static void shipped_checklists_have_no_fault(void **state) {
  (void)state;
  size_t count, faults = 0;
  bool has_default = false;
  char **names = catalogue_names(&count);
  for (size_t i = 0; i < count; i++) {
    faults += count_faults(names[i]);
    has_default |= !strcmp(names[i], catalogue_default_name);
    free(names[i]);
  }
  free(names);
  assert_true(has_default);
  assert_int_equal(faults, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(shipped_checklists_have_no_fault)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
