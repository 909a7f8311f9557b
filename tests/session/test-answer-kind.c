/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/fixture.h"

#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"
#include "session/answer-kind.h"
#include "yaml/node.h"

static const struct question *question(const struct fixture *fixture, const char *id) {
  const struct question *found = checklist_question(fixture->checklist, id);
  assert_non_null(found);
  return found;
}

/* "yes/y no/n partly/p*": value, key, a star where words are needed. */
static void expect_options(const struct fixture *fixture, const char *id, const char *expected) {
  struct answer_option options[ANSWER_OPTIONS_LIMIT];
  size_t count = answer_options(question(fixture, id), options, ANSWER_OPTIONS_LIMIT);
  struct strbuf text;
  strbuf_init(&text);
  for (size_t i = 0; i < count; i++) {
    strbuf_addf(&text, "%s%s", i ? " " : "", options[i].value);
    if (options[i].key)
      strbuf_addf(&text, "/%s", options[i].key);
    strbuf_add(&text, options[i].words_required ? "*" : "");
    assert_non_null(options[i].label);
    assert_int_equal(options[i].words_prompt != NULL, options[i].words_required);
  }
  assert_string_equal(text.text, expected);
  strbuf_release(&text);
}

static void each_kind_has_its_options(void **state) {
  FIXTURE;
  expect_options(fixture, "permits.practice", "yes/y no/n partly/p* other/o* unknown/d n/a/x*");
  expect_options(fixture, "landscape.decider", "staff board council other/o* unknown/d n/a/x*");
  expect_options(fixture, "profile.level", "town county unknown/d n/a/x*");
  expect_options(fixture, "fees.kinds", "permit water school unknown/d n/a/x*");
  expect_options(fixture, "profile.name", "unknown/d n/a/x*");
  expect_options(fixture, "parking.since", "unknown/d n/a/x*");
  expect_options(fixture, "parking.count", "unknown/d n/a/x*");
}

static void options_stop_at_the_limit(void **state) {
  FIXTURE;
  struct answer_option options[3];
  memset(options, 0, sizeof options);
  assert_int_equal(answer_options(question(fixture, "permits.practice"), options, 2), 6);
  assert_string_equal(options[1].value, "no");
  assert_null(options[2].value);
}

static void what_is_typed_becomes_a_value(void **state) {
  FIXTURE;
  static const struct {
    const char *id, *typed, *value;
  } cases[] = {
      {"permits.practice", "yes", "yes"},
      {"permits.practice", " YES \n", "yes"},
      {"permits.practice", "Y", "yes"},
      {"permits.practice", "n", "no"},
      {"permits.practice", "p", "partly"},
      {"permits.practice", "Other", "other"},
      {"permits.practice", "d", "unknown"},
      {"permits.practice", "don't know", "unknown"},
      {"permits.practice", "Don’t know yet", "unknown"},
      {"permits.practice", "N/A", "n/a"},
      {"permits.practice", "does not apply", "n/a"},
      {"permits.practice", "not applicable", "n/a"},
      {"permits.practice", "3", "partly"},
      {"landscape.decider", "board", "board"},
      {"landscape.decider", "The Planning BOARD", "board"},
      {"landscape.decider", "1", "staff"},
      {"landscape.decider", "4", "other"},
      {"landscape.decider", "x", "n/a"},
      {"profile.state", "or", "OR"},
      {"profile.state", "Oregon", "OR"},
      {"profile.state", "o", "other"},
      {"fees.kinds", "water, permit", "permit, water"},
      {"fees.kinds", "3,1,1", "permit, school"},
      {"fees.kinds", "School fee", "school"},
      {"fees.kinds", "unknown", "unknown"},
      {"profile.services", "Buses,, other ,", "buses, other"},
      {"landscape.story", "  Free\r\nwords \n", "  Free\nwords"},
      {"landscape.story", "y", "y"},
      {"landscape.story", "2", "2"},
      {"landscape.story", "Unknown", "unknown"},
      {"landscape.story", "x\033[31mred", "x<U+001B>[31mred"},
      {"parking.since", " 2024-02-29", "2024-02-29"},
      {"parking.since", "don't know yet", "unknown"},
      {"parking.count", "0", "0"},
      {"parking.count", "1", "1"}, /* not the first choice */
      {"parking.count", "2", "2"},
      {"parking.count", "-12.50", "-12.50"},
      {"parking.count", "unknown", "unknown"},
      {"parking.count", "123456789012345678901234567890", "123456789012345678901234567890"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    struct error err = ERROR_INIT;
    char *value = answer_parse(question(fixture, cases[i].id), cases[i].typed, &err);
    if (!value)
      fail_msg("%s", err.message);
    assert_string_equal(value, cases[i].value);
    assert_true(answer_value_fits(question(fixture, cases[i].id), value));
    free(value);
  }
}

static void what_is_no_answer_is_told(void **state) {
  FIXTURE;
  static const char date[] = "; write year, month and day like 2026-11-22, or 'unknown'";
  static const char number[] = "; write digits only, like 1200 or 3.5, or 'unknown'";
  static const struct {
    const char *id, *typed, *message, *rest;
  } cases[] = {
      {"permits.practice", "maybe",
       "'maybe' is not an answer to this question; write one of these: yes, no, partly, other, "
       "don't know yet, does not apply",
       ""},
      {"permits.practice", "7",
       "'7' is not an answer to this question; write one of these: yes, no, partly, other, "
       "don't know yet, does not apply",
       ""},
      {"permits.practice", "",
       "'' is not an answer to this question; write one of these: yes, no, partly, other, "
       "don't know yet, does not apply",
       ""},
      {"profile.level", "other",
       "'other' is not an answer to this question; write one of these, or its number from 1 on: "
       "town, county, unknown, n/a",
       ""},
      {"fees.kinds", "permit, toll",
       "'permit, toll' is not an answer to this question; write one of these, or its number from 1 "
       "on: permit, water, "
       "school, unknown, n/a",
       ""},
      {"fees.kinds", "permit, unknown",
       "'permit, unknown' is not an answer to this question; write one of these, or its number "
       "from 1 on: permit, water, "
       "school, unknown, n/a",
       ""},
      {"fees.kinds", "n/a, permit",
       "'n/a, permit' is not an answer to this question; write one of these, or its number from 1 "
       "on: permit, water, "
       "school, unknown, n/a",
       ""},
      {"fees.kinds", ", ,",
       "', ,' is not an answer to this question; write one of these, or its number from 1 on: "
       "permit, water, school, "
       "unknown, n/a",
       ""},
      {"landscape.story", " \n ", "the answer is empty; write something, or 'unknown'", ""},
      {"parking.since", "2026-02-29", "'2026-02-29' is not a date", date},
      {"parking.since", "d", "'d' is not a date", date}, /* nor a key */
      {"parking.since", "1", "'1' is not a date", date},
      {"parking.since", "May 2026", "'May 2026' is not a date", date},
      {"parking.count", "1,200", "'1,200' is not a number", number},
      {"parking.count", "-", "'-' is not a number", number},
      {"parking.count", "3.", "'3.' is not a number", number},
      {"parking.count", "1e9", "'1e9' is not a number", number},
      {"parking.count", "1234567890123456789012345678901",
       "'1234567890123456789012345678901' is not a number", number},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    struct error err = ERROR_INIT;
    assert_null(answer_parse(question(fixture, cases[i].id), cases[i].typed, &err));
    char *expected = memory_new(strlen(cases[i].message) + strlen(cases[i].rest) + 1);
    stpcpy(stpcpy(expected, cases[i].message), cases[i].rest);
    assert_message(&err, expected);
    free(expected);
  }
}

static void a_long_answer_is_not_repeated_as_a_whole(void **state) {
  FIXTURE;
  struct strbuf typed;
  struct error err = ERROR_INIT;
  strbuf_init(&typed);
  strbuf_add_repeat(&typed, "word ", NODE_TEXT_LIMIT_BYTES / 5 + 1);
  strbuf_add(&typed, "end");
  assert_null(answer_parse(question(fixture, "permits.practice"), typed.text, &err));
  assert_true(strlen(err.message) < 300);
  assert_null(answer_parse(question(fixture, "landscape.story"), typed.text, &err));
  assert_message(&err, "the answer is longer than 64 KiB; shorten it");
  strbuf_release(&typed);
}

static void many_choices_are_asked_for_by_number(void **state) {
  (void)state;
  struct choice choices[70];
  char ids[70][4];
  struct error err = ERROR_INIT;
  for (size_t i = 0; i < 70; i++) {
    snprintf(ids[i], sizeof ids[i], "c%02zu", i);
    choices[i] = (struct choice){.id = ids[i], .label = ids[i]};
  }
  struct question many = {.id = "a.b", .kind = KIND_CHOICE, .choices = choices, .choice_count = 70};
  assert_null(answer_parse(&many, "73", &err));
  assert_message(&err, "'73' is not an answer to this question; write the name of a choice or its "
                       "number, from 1 to 72");
  char *value = answer_parse(&many, "70", &err);
  assert_string_equal(value, "c69");
  free(value);
}

/* As long as those that stand alone. */
static void choices_of_any_name_stand_together(void **state) {
  (void)state;
  struct choice choices[] = {{.id = "abc", .label = "1st"},    {.id = "n", .label = "2nd"},
                             {.id = "n/ab", .label = "3rd"},   {.id = "permits", .label = "4th"},
                             {.id = "unknow", .label = "5th"}, {.id = "unknowns", .label = "6th"}};
  struct question several = {
      .id = "a.b", .kind = KIND_CHOICES, .choices = choices, .choice_count = 6};
  assert_true(answer_value_fits(&several, "abc, n, n/ab, permits, unknow, unknowns"));
  assert_true(answer_value_fits(&several, "unknown"));
  assert_true(answer_value_fits(&several, "n/a"));
  assert_false(answer_value_fits(&several, "abc, unknown"));
  assert_false(answer_value_fits(&several, "abc, n/a"));
  assert_false(answer_value_fits(&several, "unknown, n/a"));
}

static void other_languages_are_understood_beside_english(void **state) {
  FIXTURE;
  bool found = false;
  const struct language *before = language_use(language_open("es", &found));
  struct answer_option options[ANSWER_OPTIONS_LIMIT];
  size_t count = answer_options(question(fixture, "permits.practice"), options, 64);
  for (size_t i = 0; i < count; i++) {
    char *value = answer_parse(question(fixture, "permits.practice"), options[i].label, NULL);
    assert_string_equal(value, options[i].value);
    free(value);
  }
  char *value = answer_parse(question(fixture, "permits.practice"), "don't know yet", NULL);
  assert_string_equal(value, "unknown");
  free(value);
  language_use(before);
  language_close_all();
}

static void values_are_checked_with_their_words(void **state) {
  FIXTURE;
  static const struct {
    const char *id, *value, *words, *message;
  } cases[] = {
      {"permits.practice", NULL, NULL, NULL},
      {"permits.practice", "yes", NULL, NULL},
      {"permits.practice", "partly", "Not on hills.", NULL},
      {"permits.practice", "partly", NULL,
       "the answer 'partly' needs words: What is the exception?"},
      {"permits.practice", "other", " \n",
       "the answer 'other' needs words: How is it, in your own words?"},
      {"permits.practice", "n/a", "",
       "the answer 'does not apply' needs words: Why does it not apply?"},
      {"permits.practice", "YES", NULL,
       "'YES' is not an answer to this question; write one of these: yes, no, partly, other, don't "
       "know yet, does not apply"},
      {"profile.services", "water, other", NULL,
       "the answer 'Water, other' needs words: How is it, in your own words?"},
      {"profile.services", "water, sewer", NULL, NULL},
      {"fees.kinds", "water, permit", NULL,
       "'water, permit' is not an answer to this question; write one of these, or its number from "
       "1 on: permit, water, "
       "school, unknown, n/a"},
      {"parking.since", "n/a", "No rule.", NULL},
      {"parking.since", "1999-12-31", NULL, NULL},
      {"parking.count", "n/a", NULL,
       "the answer 'does not apply' needs words: Why does it not apply?"},
      {"landscape.story", "partly", NULL, NULL},
      {"landscape.story", "", NULL, "the answer is empty; write something, or 'unknown'"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    struct error err = ERROR_INIT;
    bool right = answer_check(question(fixture, cases[i].id), cases[i].value, cases[i].words, &err);
    assert_int_equal(right, !cases[i].message);
    if (!right)
      assert_message(&err, cases[i].message);
  }
}

static void words_are_asked_for_where_they_are_needed(void **state) {
  FIXTURE;
  assert_true(answer_needs_words(question(fixture, "permits.practice"), "partly"));
  assert_false(answer_needs_words(question(fixture, "permits.practice"), "unknown"));
  assert_false(answer_needs_words(question(fixture, "permits.practice"), NULL));
  assert_false(answer_needs_words(question(fixture, "landscape.story"), "other"));
  assert_true(answer_needs_words(question(fixture, "landscape.story"), "n/a"));
  assert_string_equal(answer_words_prompt(question(fixture, "permits.practice"), "partly"),
                      "What is the exception?");
  assert_null(answer_words_prompt(question(fixture, "permits.practice"), "yes"));
}

static void values_are_shown_as_a_person_reads_them(void **state) {
  FIXTURE;
  static const struct {
    const char *id, *value, *shown;
  } cases[] = {
      {"permits.practice", NULL, "not answered"},
      {"permits.practice", "unknown", "don't know yet"},
      {"landscape.decider", "council", "The town council"},
      {"landscape.decider", "mayor", "mayor"},
      {"fees.kinds", "permit, school", "Permit fee, School fee"},
      {"landscape.story", "One, two", "One, two"},
      {"landscape.story", "n/a", "does not apply"},
      {"parking.since", "2026-01-01", "2026-01-01"},
  };
  struct strbuf shown;
  strbuf_init(&shown);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    strbuf_clear(&shown);
    answer_format(question(fixture, cases[i].id), cases[i].value, &shown);
    assert_string_equal(shown.text, cases[i].shown);
  }
  strbuf_release(&shown);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      fixture_test(each_kind_has_its_options),
      fixture_test(options_stop_at_the_limit),
      fixture_test(what_is_typed_becomes_a_value),
      fixture_test(what_is_no_answer_is_told),
      fixture_test(a_long_answer_is_not_repeated_as_a_whole),
      cmocka_unit_test(many_choices_are_asked_for_by_number),
      cmocka_unit_test(choices_of_any_name_stand_together),
      fixture_test(other_languages_are_understood_beside_english),
      fixture_test(values_are_checked_with_their_words),
      fixture_test(words_are_asked_for_where_they_are_needed),
      fixture_test(values_are_shown_as_a_person_reads_them),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
