/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of sections that are not asked. */
#include "../base/cmocka-tests.h"
#include "base/strbuf.h"
#include "fixture.h"

static struct checklist *checklist;

static void expect_told(const char *answers, const char *expected) {
  struct session *session = fixture_session(checklist, answers);
  struct assessment *assessment = assess(checklist, session);
  struct strbuf told;
  strbuf_init(&told);
  assert_int_equal(assess_tell_hidden(assessment, &told), *expected != '\0');
  assert_string_equal(told.text, expected);
  strbuf_release(&told);
  assessment_free(assessment);
  session_free(session);
}

/* Two sections for one reason, which is told once. */
static void hidden_sections_and_why(void **state) {
  (void)state;
  expect_told("", "Not asked: More to look at; More to smell. Choose all of it to be asked this.");
  expect_told("profile.extent=core",
              "Not asked: More to look at; More to smell. Choose all of it to be asked this.");
}

static void nothing_when_all_is_asked(void **state) {
  (void)state;
  expect_told("profile.extent=full", "");
  expect_told("profile.extent=full profile.branch=yes", "");
}

/* It is put behind what stands there already. */
static void it_is_appended(void **state) {
  (void)state;
  struct session *session = fixture_session(checklist, "");
  struct assessment *assessment = assess(checklist, session);
  struct strbuf told;
  strbuf_init(&told);
  strbuf_add(&told, "All done. ");
  assert_true(assess_tell_hidden(assessment, &told));
  assert_memory_equal(told.text, "All done. Not asked: ", 21);
  strbuf_release(&told);
  assessment_free(assessment);
  session_free(session);
}

/* A section without a note is named alone; another reason is another sentence. */
static void each_reason_is_told(void **state) {
  (void)state;
  char *notes[2] = {NULL, NULL};
  size_t found = 0;
  for (size_t i = 0; i < checklist->section_count && found < 2; i++)
    if (checklist->sections[i].relevant_note)
      notes[found++] = (char *)checklist->sections[i].relevant_note;
  assert_int_equal(found, 2);
  for (size_t i = 0, at = 0; i < checklist->section_count; i++) {
    struct section *section = (struct section *)&checklist->sections[i];
    if (section->relevant_note)
      section->relevant_note = at++ ? "It is too late." : NULL;
  }
  expect_told("", "Not asked: More to look at; More to smell. It is too late.");
  for (size_t i = 0, at = 0; i < checklist->section_count && at < 2; i++) {
    struct section *section = (struct section *)&checklist->sections[i];
    if (section->relevant)
      section->relevant_note = notes[at++];
  }
  expect_told("", "Not asked: More to look at; More to smell. Choose all of it to be asked this.");
}

static int set_up(void **state) {
  (void)state;
  checklist = fixture_checklist("tests/assess/rules.yaml");
  return checklist ? 0 : -1;
}

static int tear_down(void **state) {
  (void)state;
  fixture_free(checklist);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(hidden_sections_and_why),
      cmocka_unit_test(nothing_when_all_is_asked),
      cmocka_unit_test(it_is_appended),
      cmocka_unit_test(each_reason_is_told),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
