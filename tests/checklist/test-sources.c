/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "checklist/sources.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/environment.h"
#include "base/file.h"
#include "checklist/checklist.h"

static void numbers_are_compared_by_their_value(void **state) {
  (void)state;
  static const char *const ordered[] = {"A-1",     "A-2", "A-10",  "AC-1a",  "AC-1b", "AC-fn2",
                                        "AC-fn10", "C1",  "C1-Q2", "C1-Q10", "C2-Q1", "C10-Q1"};
  size_t count = sizeof ordered / sizeof *ordered;
  for (size_t i = 0; i < count; i++)
    for (size_t j = 0; j < count; j++) {
      int order = source_compare(ordered[i], ordered[j]);
      assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
    }
  assert_int_equal(source_compare("Q-07", "Q-7"), 0);
  assert_true(source_compare("Q-99999999999999999999998", "Q-99999999999999999999999") < 0);
}

static const struct source_row *find(const struct source_rows *rows, const char *source,
                                     enum source_place place) {
  for (size_t i = 0; i < rows->count; i++)
    if (strcmp(rows->items[i].source, source) == 0 && rows->items[i].place == place)
      return &rows->items[i];
  fail_msg("%s is not in the rows", source);
  return NULL;
}

static void every_kind_of_record_is_listed(void **state) {
  (void)state;
  struct source_rows rows;
  char *path = path_join(environment_get("SOURCE_DIR"), "tests/data/zoning");
  struct checklist *checklist = checklist_load(path, NULL);
  assert_true(checklist_load_rest(checklist, NULL));
  source_rows_make(&rows, checklist);
  static const struct {
    const char *source, *id;
    enum source_place place;
  } wanted[] = {
      {"Z1", "permits", PLACE_CRITERION},
      {"Z1-Q1", "permits.practice", PLACE_QUESTION},
      {"B-2", "elm-study", PLACE_REFERENCE},
      {"B-4", "second-home", PLACE_TERM},
      {"L-10", "elm", PLACE_LESSON},
      {"B-1", "why-homes", PLACE_BACKGROUND},
      {"B-5", "why-homes", PLACE_BACKGROUND},
      {"Z1-Q9", "counted-twice", PLACE_CORRECTION},
      {"S-1", "OR", PLACE_STATE},
      {"BP-9", "severability", PLACE_PART},
      {"D-1", "second-home", PLACE_DEFINITION},
      {"B-3", "hearings-slow", PLACE_FINDING},
      {"BP-1", "permits-by-staff", PLACE_PROVISION},
      {"F-1", "old-count", PLACE_LEFT_OUT},
  };
  for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
    assert_string_equal(find(&rows, wanted[i].source, wanted[i].place)->id, wanted[i].id);
    assert_true(strlen(source_place_name(wanted[i].place)) > 3);
  }
  for (size_t i = 0; i < rows.count; i++) {
    assert_string_not_equal(rows.items[i].source, "added");
    assert_int_equal(rows.items[i].note != NULL, rows.items[i].place == PLACE_LEFT_OUT);
    assert_true(!i || source_compare(rows.items[i - 1].source, rows.items[i].source) <= 0);
  }
  source_rows_release(&rows);
  assert_int_equal(rows.count, 0);
  checklist_free(checklist);
  free(path);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numbers_are_compared_by_their_value),
      cmocka_unit_test(every_kind_of_record_is_listed),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
