/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the summary has to say, and what it must not. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../base/cmocka-tests.h"
#include "base/environment.h"
#include "base/error.h"
#include "base/file.h"
#include "base/memory.h"
#include "fixture.h"
#include "hostile.h"

static struct checklist *zoning;
static char *rich; /* the summary of the rich session */

static int load(void **state) {
  (void)state;
  zoning = fixture_zoning();
  struct session *session = fixture_rich(zoning);
  rich = fixture_text("summary", zoning, session);
  session_free(session);
  return 0;
}

static int release(void **state) {
  (void)state;
  free(rich);
  fixture_free(zoning);
  return 0;
}

static void the_head_names_place_date_and_edition(void **state) {
  (void)state;
  assert_has(rich, "Cedar Falls, Oregon\n");
  assert_has(rich, "Date: 2026-11-22\n");
  assert_has(rich, "Backyard homes, edition 2026-01\n");
  assert_has(rich, "edition 2025-07 of the checklist\n");
  assert_has(rich, "This is not legal advice.");
}

static void every_question_is_there(void **state) {
  (void)state;
  for (size_t i = 0; i < zoning->question_count; i++)
    if (strcmp(zoning->questions[i]->id, "profile.board-elected") != 0) /* in counties only */
      assert_has(rich, zoning->questions[i]->ask);
}

static void all_that_is_recorded_is_printed(void **state) {
  (void)state;
  static const char *const parts[] = {
      "The board, but the mayor signs.",
      "A ferry across the river",
      "Many *like* them.",
      "- 1. too high",
      "Since 2023, says the office.",
      "Not in the old town.",
      "Kind of rule: Department policy.",
      "The second one is newer.",
      "Zoning code, 12.4(b), seen 2026-10-02, https://example.org/code?part=12&page=4",
      "without a hearing.",
      "Talk with the town clerk, shelf 3, blue binder",
      "Marked for review.",
      "Follow-up, done: Get the map of the old town; who: R.; by 2026-12-01",
      "majority, 12 for, 3 against, 0 standing aside",
      "Minority view: Three want to wait for the state.",
      "Follow-up: Ask for the fee table; who: two volunteers; by 2026-12-15",
      "Permit fee, Water connection",
      "The town has no rent rule.",
  };
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    assert_has(rich, parts[i]);
}

static void private_notes_are_left_out_unless_wanted(void **state) {
  (void)state;
  assert_has_not(rich, "when nobody listens");
  assert_has_not(rich, "Private note");
  struct session *session = fixture_rich(zoning);
  struct report_options options = {.private_notes = true};
  char *text = fixture_write("summary", "text", zoning, session, &options,
                             &(struct write_options){.width_cells = 1000});
  assert_has(text, "Private note: Ask the new clerk when nobody listens.");
  free(text);
  session_free(session);
}

static void nothing_of_the_computer_is_in_it(void **state) {
  (void)state;
  assert_has_not(rich, "rich.yaml");
  assert_has_not(rich, "/tests/");
  assert_has_not(rich, "zoning/");
}

static void what_is_hidden_is_kept_and_said_so(void **state) {
  (void)state;
  assert_words_in_order(rich, "8. How many spaces? - Not asked: kept and not counted: - Answer: 2 "
                              "Comment: From before the change.");
}

static void what_changed_with_the_edition_is_told(void **state) {
  (void)state;
  assert_has(rich, "It was: Do staff grant permits without any hearing?");
  assert_words_in_order(rich, "no longer asked May a porch be wide? - Answer: yes - Comment: Six");
}

static void recommendations_come_by_advice_with_reasons(void **state) {
  (void)state;
  assert_words_in_order(
      rich,
      "What could be done To adopt Permits by staff Because of the answers to questions: 5 "
      "(partly) Posting of fees As a letter, To write into law Appeals 6 (no) To find out first "
      "Fees As a resolution, In place Parking 7 (");
}

static void the_picture_has_a_bar_a_criterion(void **state) {
  (void)state;
  assert_has(rich, "Overall: partly in place.");
  assert_has(rich, "1. Permits without a hearing: partly met\n  ##+  2 met, 1 partly met\n");
  assert_has(rich, "Not known yet: 1.");
}

static void sources_and_corrections_are_listed(void **state) {
  (void)state;
  assert_has(rich, "Z1-Q3: The report asks this on its last page.");
  assert_has(rich, "- The report counts this page twice.");
  assert_has(rich, "Z1-Q1: The report counts the page on permits twice.");
  assert_has(rich, "Homes in Backyards, Invented Press, 2020.");
  assert_has_not(rich, "BP-1");
}

static void without_answers_it_is_still_sensible(void **state) {
  (void)state;
  char *text = fixture_after("summary", zoning, "");
  assert_has(text, "[name of the place]\n");
  assert_has(text, "Overall: too early to say.");
  assert_has(text, "not answered (needed for the documents)");
  assert_has(text, "Planning office: ");
  assert_has(text, "Not answered: 1");
  assert_has(text, "Other places: 1");
  assert_has(text, "Nothing is known here of what state law says.");
  free(text);
}

static void with_all_answers_nothing_is_open(void **state) {
  (void)state;
  char *text = fixture_after(
      "summary", zoning,
      "profile.name=Elm profile.level=county profile.state=TX landscape.decider=staff "
      "landscape.last-year=3 landscape.story=Fine permits.practice=no permits.written=no "
      "parking.mandate=no fees.scaled=yes fees.posted=yes fees.kinds=permit tenants.notes=None "
      "profile.services=buses");
  assert_has(text, "Every question that is asked has an answer.");
  assert_has_not(text, "The questions\n");
  assert_has(text, "Not asked: Where the county decides and runs buses, the state's rule holds.");
  assert_words_in_order(
      text, "State law may bar some local rules touches only some State law may bar this "
            "Renters In its place: Notice to renters");
  free(text);
}

static void a_state_without_facts_is_said_to_be_unknown(void **state) {
  (void)state;
  char *text = fixture_after("summary", zoning, "profile.state=VT profile.name=unknown");
  assert_has(text, "State law: Vermont.");
  assert_has(text, "Nothing certain is known here of this state's law.");
  assert_has(text, "[name of the place], Vermont\n");
  free(text);
}

/* What is typed is found again in the text, without spaces and line ends. */
static char *squeezed(const char *text) {
  char *out = memory_dup(text), *to = out;
  for (; *text; text++)
    if (*text != ' ' && *text != '\n')
      *to++ = *text;
  *to = '\0';
  return out;
}

static struct session *hostile_session(const char *typed) {
  struct session *session = session_new(zoning);
  struct evidence evidence = {.what = (char *)typed,
                              .section = (char *)typed,
                              .quote = (char *)typed,
                              .link = (char *)typed};
  struct answer wanted = {.value = (char *)"partly",
                          .words = (char *)typed,
                          .comment = (char *)typed,
                          .evidence = &evidence,
                          .evidence_count = 1,
                          .follow_up = {.what = (char *)typed, .who = (char *)typed},
                          .group = {.rule = (char *)typed,
                                    .for_count = -1,
                                    .against_count = -1,
                                    .aside_count = -1,
                                    .minority = (char *)typed}};
  struct error err = ERROR_INIT;
  unsigned fields = FIELD_VALUE | FIELD_COMMENT | FIELD_EVIDENCE | FIELD_FOLLOW_UP | FIELD_GROUP;
  if (!session_apply(session, "permits.written", fields, &wanted, &err))
    fail_msg("%s: %s", typed, err.message);
  wanted.value = (char *)typed;
  if (!session_apply(session, "profile.name", FIELD_VALUE, &wanted, &err) ||
      !session_apply(session, "landscape.story", FIELD_VALUE, &wanted, &err))
    fail_msg("%s: %s", typed, err.message);
  return session;
}

static size_t occurrences(const char *text, const char *part) {
  size_t count = 0;
  for (; (text = strstr(text, part)); text += strlen(part))
    count++;
  return count;
}

static void hostile_words_are_printed_whole(void **state) {
  (void)state;
  for (const char *const *typed = hostile_texts; *typed; typed++) {
    if (strchr(*typed, '\n') || **typed == ' ')
      continue;
    struct session *session = hostile_session(*typed);
    char *text = fixture_write("summary", "text", zoning, session, &(struct report_options){0},
                               &(struct write_options){.width_cells = 60});
    char *seen = squeezed(text), *wanted = squeezed(*typed);
    if (occurrences(seen, wanted) < 10)
      fail_msg("'%s' is printed %zu times", *typed, occurrences(seen, wanted));
    free(seen);
    free(wanted);
    free(text);
    session_free(session);
  }
}

static void documents_are_found_by_name(void **state) {
  (void)state;
  assert_non_null(report_find("summary"));
  assert_non_null(report_find("ordinance"));
  assert_null(report_find("novel"));
}

static void the_file_is_named_by_the_place(void **state) {
  (void)state;
  struct document *document = document_new("summary", "en");
  document->place = "Cook County, Illinois";
  char *name = report_file_name(document, "txt");
  assert_string_equal(name, "cook-county-illinois-summary.txt");
  free(name);
  document_free(document);
}

int main(void) {
  environment_set_locale();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_head_names_place_date_and_edition),
      cmocka_unit_test(every_question_is_there),
      cmocka_unit_test(all_that_is_recorded_is_printed),
      cmocka_unit_test(private_notes_are_left_out_unless_wanted),
      cmocka_unit_test(nothing_of_the_computer_is_in_it),
      cmocka_unit_test(what_is_hidden_is_kept_and_said_so),
      cmocka_unit_test(what_changed_with_the_edition_is_told),
      cmocka_unit_test(recommendations_come_by_advice_with_reasons),
      cmocka_unit_test(the_picture_has_a_bar_a_criterion),
      cmocka_unit_test(sources_and_corrections_are_listed),
      cmocka_unit_test(without_answers_it_is_still_sensible),
      cmocka_unit_test(with_all_answers_nothing_is_open),
      cmocka_unit_test(a_state_without_facts_is_said_to_be_unknown),
      cmocka_unit_test(hostile_words_are_printed_whole),
      cmocka_unit_test(documents_are_found_by_name),
      cmocka_unit_test(the_file_is_named_by_the_place),
  };
  return cmocka_run_group_tests(tests, load, release);
}
