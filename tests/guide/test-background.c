/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/background.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
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
  holds(&chapters, "Laws, cases and studies", "https://example.org/homes");
  background_release(&chapters);
  assert_int_equal(chapters.count, 0);
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
      TEST(the_page_goes_with_the_walk),
      TEST(chapters_without_anything_are_left_out),
      TEST(a_rest_that_cannot_be_read),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
