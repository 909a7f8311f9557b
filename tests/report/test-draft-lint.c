/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts with every fault that is looked for, and drafts without any. */
#include <stdlib.h>
#include <string.h>

#include "../base/cmocka-tests.h"
#include "base/arena.h"
#include "base/environment.h"
#include "base/error.h"
#include "fixture.h"
#include "report/draft-check.h"
#include "report/draft-words.h"

static struct checklist *broken;
static struct checklist *zoning;

static int load(void **state) {
  (void)state;
  broken = fixture_checklist("tests/report/data/broken-law.yaml");
  zoning = fixture_zoning();
  return 0;
}

static int release(void **state) {
  (void)state;
  fixture_free(broken);
  fixture_free(zoning);
  return 0;
}

static const struct notice *find(const struct document *document, const char *what) {
  for (size_t i = 0; i < document->notice_count; i++)
    if (strstr(document->notices[i].what, what))
      return &document->notices[i];
  return NULL;
}

static void expect(const struct document *document, const char *what, const char *where) {
  const struct notice *notice = find(document, what);
  if (!notice)
    fail_msg("nothing is said of '%s'", what);
  assert_string_equal(notice->where, where);
  assert_true(*notice->todo);
}

static void every_fault_is_found_where_it_is(void **state) {
  (void)state;
  struct document *document =
      fixture_built("ordinance", broken,
                    "profile.name=Elm profile.level=county profile.state=BB "
                    "one.rule=no one.ask=no");
  expect(document, "[one / two]", "1");
  expect(document, "[street]", "1");
  expect(document, "[name]", "the findings");
  expect(document, "[by whom]", "resolution");
  expect(document, "“Street Lamp” is written otherwise than the defined term “street lamp”", "2");
  expect(document, "“moon lamp” is in quotes", "3");
  expect(document, "the same words twice: “The town shall keep", "4, 5");
  expect(document, "“city council”: a government of this kind has none", "6");
  expect(document, "[“Request” in the separate text “A letter”]", "7");
  expect(document, "sections that state law may stand against", "7");
  expect(document, "missing: an ordaining clause", "the whole draft");
  expect(document, "missing: what holds when a part is invalid", "the whole draft");
  expect(document, "missing: the day on which it takes effect", "the whole draft");
  expect(document, "missing: the definitions", "the whole draft");
  expect(document, "a letter to nobody", "letter");
  expect(document, "words about the ordinance", "letter, paragraph 1");
  expect(document, "[the section “Limit” of the ordinance]", "resolution");
  expect(document, "one rule in place of others, beside others: Section 1, Section 2", "Section 8");
  assert_int_equal(document->notice_count, 18);
  document_free(document);
}

static void each_is_on_the_first_page(void **state) {
  (void)state;
  char *text = fixture_after("ordinance", broken, "profile.level=county one.rule=no");
  assert_has(text, "1 choice to make");
  assert_has(text, "other things to look at");
  assert_has(text, "Add a section that says it.");
  char *law = strstr(text, "DRAFT of");
  assert_true(strstr(text, "[street]") < law);
  free(text);
}

static void what_is_right_is_not_told(void **state) {
  (void)state;
  struct document *document = fixture_built(
      "ordinance", broken, "profile.name=Elm profile.level=city profile.state=AA one.rule=no");
  assert_null(find(document, "a government of this kind"));
  assert_non_null(find(document, "sections that some states bar"));
  document_free(document);
  document = fixture_built("letter", zoning, "profile.name=Elm fees.posted=no fees.scaled=n/a");
  assert_int_equal(document->notice_count, 0);
  document_free(document);
}

static void the_name_fits_the_kind_of_government(void **state) {
  (void)state;
  static const struct {
    const char *answers;
    bool odd;
  } rows[] = {
      {"profile.name=City_of_Elm profile.level=county", false},
      {"profile.name=Elm profile.level=county", false},
      {"profile.name=County profile.level=city", true},
      {"profile.name=County profile.level=county", false},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    struct document *document = fixture_built("ordinance", broken, rows[i].answers);
    assert_int_equal(find(document, "a government of another kind") != NULL, rows[i].odd);
    document_free(document);
  }
}

/* --- a checklist and a session --- */

static void expect_fault(const struct faults *faults, size_t line, const char *message) {
  for (size_t i = 0; i < faults->count; i++)
    if (faults->items[i].line == line && strstr(faults->items[i].message, message) &&
        faults->items[i].weight == FAULT_WARNING)
      return;
  fail_msg("line %zu: nothing is said of '%s'", line, message);
}

static void each_fault_of_a_checklist_has_its_line(void **state) {
  (void)state;
  struct faults faults = FAULTS_INIT;
  draft_check(broken, &faults);
  expect_fault(&faults, 29, "lacks an ordaining clause");
  expect_fault(&faults, 29, "(severability)");
  expect_fault(&faults, 29, "the day on which");
  expect_fault(&faults, 29, "no part of kind definitions");
  expect_fault(&faults, 31, "goes to nobody");
  expect_fault(&faults, 32, "left over: [by whom]");
  expect_fault(&faults, 33, "no provision is of the instrument 'empty'");
  expect_fault(&faults, 36, "no text uses 'sea wall'");
  expect_fault(&faults, 38, "left over: [name]");
  expect_fault(&faults, 40, "left over: [street]");
  expect_fault(&faults, 42, "'moon lamp' is in quotes");
  expect_fault(&faults, 44, "'twice-a' and 'twice-b' say the same");
  expect_fault(&faults, 46, "refers to 'request', which stands in another text");
  expect_fault(&faults, 47, "'request' speaks of the ordinance");
  expect_fault(&faults, 48, "refers to 'limit'");
  expect_fault(&faults, 49, "'one-rule' takes the place of others");
  expect_fault(&faults, 50, "'street lamps' is used");
  expect_fault(&faults, 50, "refers to the section 'limit', which is not in every draft");
  assert_int_equal(faults.count, 18);
  assert_int_equal(faults.errors, 0);
  faults_release(&faults);
}

static size_t count_faults(struct checklist *checklist, const char *answers) {
  struct faults faults = FAULTS_INIT;
  struct session *session = fixture_session(checklist, answers);
  draft_check_session("x.yaml", checklist, session, &faults);
  size_t count = faults.count;
  faults_release(&faults);
  session_free(session);
  return count;
}

static void a_session_is_told_what_its_draft_tells(void **state) {
  (void)state;
  assert_int_equal(count_faults(broken, ""), 0);
  assert_true(count_faults(broken, "one.rule=no") > 5);
  assert_int_equal(count_faults(zoning, "profile.name=Elm permits.practice=n/a permits.written=n/a "
                                        "permits.appeals=n/a parking.mandate=n/a fees.scaled=n/a "
                                        "fees.posted=yes tenants.covered=n/a"),
                   0);
}

/* --- words --- */

static void stray_blanks(void **state) {
  (void)state;
  static const char *const known[] = {"[30 / 60]", NULL};
  static const struct {
    const char *text, *found;
  } rows[] = {
      {"within [30 / 60] days", NULL},
      {"within [30 / 60 days", "[30 / 60 days"},
      {"a } b", "}"},
      {"{x} and more", "{x}"},
      {"[30 / 60][name", "[name"},
      {"to be TBD soon", "TBD"},
      {"a tbd word", NULL},
      {"", NULL},
      {"[", "["},
      {"two\n[lines\nhere]", "[lines"},
  };
  struct arena *arena = arena_new();
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    const char *found = draft_stray_blank(arena, rows[i].text, known);
    if (rows[i].found)
      assert_string_equal(found, rows[i].found);
    else
      assert_null(found);
  }
  arena_free(arena);
}

static void hostile_quotes(void **state) {
  (void)state;
  struct arena *arena = arena_new();
  assert_null(draft_undefined(arena, broken, "no “end"));
  assert_null(draft_undefined(arena, broken, "one \" only"));
  assert_null(draft_undefined(arena, broken, "“a b c d e”"));
  assert_null(draft_undefined(arena, broken, "“the street lamp”"));
  assert_string_equal(draft_undefined(arena, broken, "“street lamp” and \"x\""), "x");
  assert_null(draft_odd_capitals(arena, broken->definitions,
                                 "Street lamp. Street lamp (a) Street "
                                 "lamp\nStreet lamp"));
  assert_string_equal(draft_odd_capitals(arena, broken->definitions, "a Street lamp"),
                      "Street lamp");
  assert_null(draft_odd_capitals(arena, broken->definitions, "a street\nlamp"));
  arena_free(arena);
}

static void texts_that_lean_on_the_ordinance(void **state) {
  (void)state;
  assert_true(draft_speaks_of_ordinance("as this ordinance says"));
  assert_true(draft_speaks_of_ordinance("see Section 3."));
  assert_false(
      draft_speaks_of_ordinance("Sections 1373 and 1644; section 12; a Section of people"));
}

int main(void) {
  environment_set_locale();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_fault_is_found_where_it_is),
      cmocka_unit_test(each_is_on_the_first_page),
      cmocka_unit_test(what_is_right_is_not_told),
      cmocka_unit_test(the_name_fits_the_kind_of_government),
      cmocka_unit_test(each_fault_of_a_checklist_has_its_line),
      cmocka_unit_test(a_session_is_told_what_its_draft_tells),
      cmocka_unit_test(stray_blanks),
      cmocka_unit_test(hostile_quotes),
      cmocka_unit_test(texts_that_lean_on_the_ordinance),
  };
  return cmocka_run_group_tests(tests, load, release);
}
