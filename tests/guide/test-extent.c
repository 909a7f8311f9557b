/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A section with a condition: the core and the full walk, and changing one's mind. */
#include <stdlib.h>
#include <string.h>

#include "assess/assess.h"
#include "base/environment.h"
#include "base/error.h"
#include "base/file.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"
#include "guide/guide.h"
#include "guide/outline.h"
#include "session/session.h"
#include "tests/guide/walk.h"

static int setup(void **state) {
  struct error err = ERROR_INIT;
  char *path = path_join(environment_get("SOURCE_DIR"), "tests/assess/rules.yaml");
  struct checklist *checklist = checklist_load(path, &err);
  free(path);
  if (!checklist)
    return -1;
  *state = guide_new(checklist, session_new(checklist));
  return 0;
}

static int teardown(void **state) {
  guide_free(*state);
  return 0;
}

static bool is_listed(struct guide *guide, const char *page) {
  struct outline outline;
  bool found = false;
  outline_make(&outline, guide, OUTLINE_ALL, NULL);
  for (size_t i = 0; i < outline.count; i++)
    found = found || strcmp(outline.rows[i].criterion->id, page) == 0;
  outline_release(&outline);
  return found;
}

static void the_core_leaves_the_rest_out(void **state) {
  struct guide *guide = *state;
  size_t count, all;
  walk_answer(guide, "profile.extent", "core");
  assert_false(is_listed(guide, "music"));
  guide_page_number(guide, &count);
  const struct guide_input music = {.text = "music"};
  walk_refused(guide, COMMAND_GO, &music);
  assert_non_null(strstr(walk_error(), "Choose all of it to be asked this."));
  walk_answer(guide, "profile.extent", "full");
  assert_true(is_listed(guide, "music"));
  guide_page_number(guide, &all);
  assert_int_equal(all, count + 2); /* the branch has no music either */
}

static void one_may_change_one_s_mind_and_lose_nothing(void **state) {
  struct guide *guide = *state;
  walk_answer(guide, "profile.extent", "full");
  size_t before = guide_assessment(guide)->counts.relevant;
  walk_answer(guide, "music.heard", "no");
  unsigned changes = walk_answer(guide, "profile.extent", "core");
  assert_true(changes & GUIDE_STRUCTURE);
  assert_non_null(strstr(walk_status(), "2 questions do not apply any more. 1 answer given there"));
  assert_int_equal(guide_assessment(guide)->counts.relevant, before - 2);
  assert_int_equal(guide_assessment(guide)->counts.not_met, 0);
  assert_string_equal(walk_value(guide, "music.heard"), "no");
  walk_answer(guide, "profile.extent", "full");
  assert_int_equal(guide_assessment(guide)->counts.not_met, 1);
  assert_int_equal(guide_assessment(guide)->counts.relevant, before);
}

static void the_next_open_question_is_one_that_is_asked(void **state) {
  struct guide *guide = *state;
  walk_answer(guide, "profile.extent", "core");
  walk_do(guide, COMMAND_LAST);
  assert_string_equal(walk_at(guide), "shelves.status");
  walk_answer(guide, "shelves.status", "done");
  walk_do(guide, COMMAND_NEXT_OPEN);
  assert_string_equal(walk_at(guide), "survey.visitors");
}

static void what_is_left_out_is_told_once(void **state) {
  struct guide *guide = *state;
  struct strbuf text;
  strbuf_init(&text);
  walk_answer(guide, "profile.extent", "core");
  assert_true(assess_tell_hidden(guide_assessment(guide), &text));
  assert_string_equal(
      text.text, "Not asked: More to look at; More to smell. Choose all of it to be asked this.");
  strbuf_clear(&text);
  walk_answer(guide, "profile.extent", "full");
  assert_false(assess_tell_hidden(guide_assessment(guide), &text));
  assert_int_equal(text.length, 0);
  strbuf_release(&text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(the_core_leaves_the_rest_out, setup, teardown),
      cmocka_unit_test_setup_teardown(one_may_change_one_s_mind_and_lose_nothing, setup, teardown),
      cmocka_unit_test_setup_teardown(the_next_open_question_is_one_that_is_asked, setup, teardown),
      cmocka_unit_test_setup_teardown(what_is_left_out_is_told_once, setup, teardown),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
