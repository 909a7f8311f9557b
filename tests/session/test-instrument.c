/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/fixture.h"

#include <string.h>

#include "session/instrument.h"

static void strongest_comes_first(void **state) {
  (void)state;
  size_t count = 0;
  for (; instruments[count].id; count++) {
    assert_non_null(instruments[count].label);
    assert_non_null(instruments[count].undone_by);
    if (count)
      assert_true(instruments[count].durability <= instruments[count - 1].durability);
  }
  assert_int_equal(count, 11);
}

static void all_kinds_of_rules_are_known(void **state) {
  (void)state;
  static const struct {
    const char *id;
    enum durability durability;
    bool is_law;
  } cases[] = {
      {"constitution", DURABILITY_CHARTER, true},
      {"charter", DURABILITY_CHARTER, true},
      {"statute", DURABILITY_LAW, true},
      {"ordinance", DURABILITY_LAW, true},
      {"court-ruling", DURABILITY_MIDDLING, false},
      {"resolution", DURABILITY_MIDDLING, false},
      {"executive-order", DURABILITY_WEAK, false},
      {"directive", DURABILITY_WEAK, false},
      {"department-policy", DURABILITY_WEAK, false},
      {"contract", DURABILITY_WEAK, false},
      {"custom", DURABILITY_NONE, false},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const struct instrument *instrument = instrument_find(cases[i].id);
    assert_non_null(instrument);
    assert_string_equal(instrument->id, cases[i].id);
    assert_int_equal(instrument->durability, cases[i].durability);
    assert_int_equal(instrument_is_law(instrument), cases[i].is_law);
  }
}

static void what_is_no_rule_is_not_found(void **state) {
  (void)state;
  assert_null(instrument_find(NULL));
  assert_null(instrument_find(""));
  assert_null(instrument_find("Ordinance"));
  assert_false(instrument_is_law(NULL));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(strongest_comes_first),
      cmocka_unit_test(all_kinds_of_rules_are_known),
      cmocka_unit_test(what_is_no_rule_is_not_found),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
