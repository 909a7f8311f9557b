/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/state-law.h"

#include <stdlib.h>
#include <string.h>

#include "checklist/checklist.h"
#include "tests/guide/walk.h"

static void expect(struct guide *guide, const char *page, const char *wanted) {
  char *text = state_law_text(guide, checklist_criterion(guide_checklist(guide), page));
  if (wanted)
    assert_string_equal(text ? text : "(nothing)", wanted);
  else
    assert_null(text);
  free(text);
}

static void without_a_state_nothing_is_said(void **state) {
  expect(*state, "permits", NULL);
  expect(*state, "tenants", NULL);
}

static void the_floor_is_told_of_its_page(void **state) {
  walk_answer(*state, "profile.state", "OR");
  expect(*state, "permits",
         "Oregon: Staff already have to decide on second homes by plain rules. (Or. Rev. Stat. "
         "999.102 (invented); as of 2026-01.) The question is then what is done here.");
  expect(*state, "fees", NULL);
  expect(*state, "tenants", NULL);
}

static void what_the_state_may_bar_is_told_where_it_is_called_for(void **state) {
  walk_answer(*state, "profile.state", "TX");
  expect(*state, "tenants",
         "State law may bar this; ask counsel. Towns may not add rules about renters. (Tex. Code "
         "99.9 (invented); as of 2026-01.)");
  expect(*state, "permits", NULL);
}

static void what_is_not_sure_is_not_known(void **state) {
  walk_answer(*state, "profile.state", "VT");
  expect(*state, "tenants", "What the state's law says of this is not known here: ask counsel.");
  expect(*state, "permits", NULL);
}

static void an_answer_in_other_words_is_not_known(void **state) {
  walk_answer(*state, "profile.state", "unknown");
  expect(*state, "tenants", "What the state's law says of this is not known here: ask counsel.");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(without_a_state_nothing_is_said, walk_setup, walk_teardown),
      cmocka_unit_test_setup_teardown(the_floor_is_told_of_its_page, walk_setup, walk_teardown),
      cmocka_unit_test_setup_teardown(what_the_state_may_bar_is_told_where_it_is_called_for,
                                      walk_setup, walk_teardown),
      cmocka_unit_test_setup_teardown(what_is_not_sure_is_not_known, walk_setup, walk_teardown),
      cmocka_unit_test_setup_teardown(an_answer_in_other_words_is_not_known, walk_setup,
                                      walk_teardown),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
