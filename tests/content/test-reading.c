/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The heuristics of reading.h on words and texts that we counted by hand. */
#include "../base/cmocka-tests.h"
#include "reading.h"

#include <string.h>

static const struct {
  const char *word;
  size_t syllables;
} words[] = {
    {"jail", 1},         {"hold", 1},    {"made", 1},        {"used", 1},     {"asked", 1},
    {"wanted", 2},       {"people", 2},  {"local", 2},       {"sheriff", 2},  {"police", 2},
    {"rule", 1},         {"rules", 1},   {"places", 2},      {"judges", 2},   {"county", 2},
    {"counties", 2},     {"agency", 3},  {"agencies", 3},    {"detainer", 3}, {"immigration", 4},
    {"authorities", 4},  {"officer", 3}, {"ordinance", 3},   {"policy", 3},   {"custody", 3},
    {"criminal", 3},     {"violate", 3}, {"create", 2},      {"area", 3},     {"serious", 3},
    {"being", 2},        {"ICE", 1},     {"DHS", 3},         {"FBI", 3},      {"287", 1},
    {"judge-signed", 2}, {"warrant", 2}, {"information", 4}, {"released", 2}, {"the", 1},
    {"tables", 2},       {"notices", 3}, {"files", 1},       {"sentence", 2}, {"lawyers", 2},
    {"resident", 3},
};

static void test_syllables(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    size_t count = reading_syllables(words[i].word, strlen(words[i].word));
    if (count != words[i].syllables)
      fail_msg("%s: %zu syllables, not %zu", words[i].word, count, words[i].syllables);
  }
}

static void test_sentences(void **state) {
  (void)state;
  struct reading reading = reading_of("A U.S. court said no. Did it? \"Yes.\" See Lunn v. State.");
  assert_int_equal(reading.sentences, 4);
  assert_int_equal(reading.longest_sentence, 6);
  assert_int_equal(reading.words, 13);
  reading = reading_of("These count:\n\n- one thing\n\n- a second thing\n\nAnd the last.\n");
  assert_int_equal(reading.sentences, 4);
  reading = reading_of("- one thing\n- a second thing");
  assert_int_equal(reading.sentences, 2);
}

static void test_grade(void **state) {
  (void)state;
  struct reading reading = reading_of("The cat sat on the mat.");
  assert_int_equal(reading_grade_tenths(&reading), 0);
  reading = (struct reading){100, 5, 150, 20};
  assert_int_equal(reading_grade_tenths(&reading), 99); /* 7.8 + 17.7 - 15.59 */
  reading = reading_of("");
  assert_int_equal(reading_grade_tenths(&reading), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_syllables),
      cmocka_unit_test(test_sentences),
      cmocka_unit_test(test_grade),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
