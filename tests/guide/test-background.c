/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/background.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "checklist/checklist.h"
#include "guide/guide.h"
#include "guide/library.h"
#include "tests/base/scratch.h"
#include "tests/guide/walk.h"

static const char *chapter(const struct background_chapters *chapters, const char *title) {
  for (size_t i = 0; i < chapters->count; i++)
    if (strcmp(chapters->items[i].title, title) == 0)
      return chapters->items[i].text;
  return NULL;
}

static void holds(const struct background_chapters *chapters, const char *title, const char *part) {
  const char *text = chapter(chapters, title);
  if (!text || !strstr(text, part))
    fail_msg("'%s' does not hold '%s' but: %s", title, part, text ? text : "nothing");
}

static void all_chapters(void **state) {
  struct background_chapters chapters = {0};
  walk_text(*state, COMMAND_GO, "permits");
  assert_true(background_make(&chapters, *state, NULL));
  assert_string_equal(chapters.items[0].title, "Permits without a hearing");
  holds(&chapters, "Permits without a hearing", "A hearing takes months.");
  holds(&chapters, "Permits without a hearing", "The zoning code");
  holds(&chapters, "Permits without a hearing", "Planning office");
  holds(&chapters, "Permits without a hearing", "The report counts this page twice.");
  holds(&chapters, "About this checklist", "made up for tests");
  holds(&chapters, "Studies and publications", "https://example.org/homes");
  background_release(&chapters);
  assert_int_equal(chapters.count, 0);
}

static void cards_that_are_about_the_page(void **state) {
  struct background_chapters chapters = {0};
  walk_answer(*state, "profile.state", "OR");
  walk_text(*state, COMMAND_GO, "permits");
  assert_true(background_make(&chapters, *state, NULL));
  const char *page = "Permits without a hearing";
  holds(&chapters, page, "State law\nOregon: Staff already have to");
  holds(&chapters, page, "May a town say so?\nIt may, where the state leaves it room.");
  holds(&chapters, page, "second home\nA small home on a lot that has one already.");
  assert_null(strstr(chapter(&chapters, page), "How Elm did it"));
  background_release(&chapters);
  walk_text(*state, COMMAND_GO, "fees");
  assert_true(background_make(&chapters, *state, NULL));
  holds(&chapters, "Fees that fit a small home", "How Elm did it\nElm dropped hearings first.");
  background_release(&chapters);
  walk_text(*state, COMMAND_GO, "tenants"); /* by its section */
  assert_true(background_make(&chapters, *state, NULL));
  holds(&chapters, "Tenants in second homes", "second home\nA small home");
  background_release(&chapters);
}

static void laws_and_cases_on_cards(void **state) {
  struct background_chapters chapters = {0};
  walk_text(*state, COMMAND_GO, "permits");
  assert_true(background_make(&chapters, *state, NULL));
  const char *law = "Oregon Homes Act (invented) (2019)\nOr. Rev. Stat. 999.100\n"
                    "Statute: it stands until the legislature changes it.";
  const char *decided = "Smith v. Town of Elm (invented) (2018)\nHeld: A town may do without "
                        "hearings.\nWhere it binds: In the county of Elm.\n"
                        "Standing: Affirmed in 2019.";
  holds(&chapters, "Who has this already", law);
  holds(&chapters, "Who has this already", decided);
  holds(&chapters, "Laws and rules", law);
  holds(&chapters, "Cases", decided);
  holds(&chapters, "What the law makes of it", "May a town say so?");
  holds(&chapters, "The setting", "Why second homes matter");
  holds(&chapters, "Studies and publications",
        "Second homes in Elm (invented) (Washington, 2022)\nNot verified: check it before you rely "
        "on it.");
  holds(&chapters, "Left out of the sources, and why",
        "F-1: out of date\nThe count of 1990 says nothing of today.");
  background_release(&chapters);
}

static void every_kind_of_act_says_how_durable_it_is(void **state) {
  (void)state;
  assert_null(reference_durability(REFERENCE_NO_INSTRUMENT));
  for (int i = REFERENCE_CONSTITUTION; i <= REFERENCE_ARTICLE; i++)
    assert_true(strlen(reference_durability((enum reference_instrument)i)) > 20);
  for (int i = LEFT_OUT_OUTDATED; i <= LEFT_OUT_NO_CONTENT; i++)
    assert_true(strlen(left_out_reason_name((enum left_out_reason)i)) > 5);
}

static void the_page_goes_with_the_walk(void **state) {
  struct background_chapters chapters = {0};
  walk_text(*state, COMMAND_GO, "fees");
  assert_true(background_make(&chapters, *state, NULL));
  assert_string_equal(chapters.items[0].title, "Fees that fit a small home");
  background_release(&chapters);
}

static const char tiny[] = "format: 1\nid: tiny\nedition: \"1\"\ntitle: Tiny\nlanguage: en\n"
                           "profile:\n  - {id: name, kind: text, ask: Where?, hint: There.}\n"
                           "sections:\n  - id: one\n    title: One\n    intro: Begin.\n"
                           "    kind: survey\n    questions:\n"
                           "      - {id: q, source: added, ask: Well?, kind: text, note: Mind.}\n";

static struct guide *tiny_guide(void) {
  scratch_write("tiny/checklist.yaml", tiny, sizeof tiny - 1);
  struct guide *guide = library_new(scratch_path("tiny"), NULL);
  assert_non_null(guide);
  walk_text(guide, COMMAND_GO, "one.q");
  return guide;
}

static void chapters_without_anything_are_left_out(void **state) {
  (void)state;
  struct background_chapters chapters = {0};
  struct guide *guide = tiny_guide();
  assert_true(background_make(&chapters, guide, NULL));
  assert_int_equal(chapters.count, 1);
  holds(&chapters, "One", "Mind.");
  background_release(&chapters);
  guide_free(guide);
}

static void a_rest_that_cannot_be_read(void **state) {
  (void)state;
  struct background_chapters chapters = {0};
  struct error err = ERROR_INIT;
  struct guide *guide = tiny_guide();
  scratch_write("tiny/background.yaml", "glossary: [", 11);
  assert_false(background_make(&chapters, guide, &err));
  assert_non_null(strstr(err.message, "background.yaml"));
  assert_string_equal(chapters.items[0].title, "One");
  error_release(&err);
  background_release(&chapters);
  assert_null(guide_full_assessment(guide, &err));
  assert_non_null(err.message);
  error_release(&err);
  guide_free(guide);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, walk_setup, walk_teardown)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(all_chapters),
      TEST(cards_that_are_about_the_page),
      TEST(laws_and_cases_on_cards),
      TEST(every_kind_of_act_says_how_durable_it_is),
      TEST(the_page_goes_with_the_walk),
      TEST(chapters_without_anything_are_left_out),
      TEST(a_rest_that_cannot_be_read),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
