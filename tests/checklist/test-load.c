/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The invented checklist uses every key: what it says has to be in the model. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/environment.h"
#include "base/error.h"
#include "base/file.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"
#include "yaml/node.h"
#include "yaml/snapshot.h"

static const char *const zoning_files[] = {"checklist.yaml", "states.yaml", "background.yaml",
                                           "ordinance.yaml"};

static char *zoning_path(void) {
  return path_join(environment_get("SOURCE_DIR"), "tests/data/zoning");
}

static struct checklist *load(const char *path) {
  struct error err = ERROR_INIT;
  struct checklist *checklist = checklist_load(path, &err);
  if (!checklist)
    fail_msg("%s", err.message);
  return checklist;
}

static void load_rest(struct checklist *checklist) {
  struct error err = ERROR_INIT;
  if (!checklist_load_rest(checklist, &err))
    fail_msg("%s", err.message);
}

static int load_zoning(void **state) {
  char *path = zoning_path();
  *state = load(path);
  free(path);
  load_rest(*state);
  return 0;
}

static int free_checklist(void **state) {
  checklist_free(*state);
  return 0;
}

static void the_head_is_read(void **state) {
  const struct checklist *checklist = *state;
  assert_string_equal(checklist->id, "zoning");
  assert_string_equal(checklist->edition, "2026-01");
  assert_string_equal(checklist->title, "Backyard homes");
  assert_string_equal(checklist->language, "en");
  assert_string_equal(checklist->sources[0], "homes-report");
  assert_null(checklist->sources[1]);
  assert_int_equal(checklist->office_count, 2);
  assert_string_equal(checklist_office(checklist, "clerk")->label, "Town clerk");
  assert_null(checklist_office(checklist, "mayor"));
  assert_non_null(strstr(checklist->about, "tests.\n\nIt has\n- a survey"));
}

static void questions_are_numbered_behind_the_profile(void **state) {
  const struct checklist *checklist = *state;
  size_t number = 0;
  for (size_t i = 0; i < checklist->question_count; i++) {
    const struct question *question = checklist->questions[i];
    bool is_profile = question->criterion == checklist->criteria[0];
    assert_int_equal(question_is_profile(question), is_profile);
    assert_int_equal(question->number, is_profile ? 0 : ++number);
    assert_int_equal(checklist_question_index(checklist, question), i);
    assert_ptr_equal(checklist_question(checklist, question->id), question);
    if (number)
      assert_ptr_equal(checklist_question_by_number(checklist, number), question);
  }
  assert_int_equal(number, checklist->numbered_count);
  assert_int_equal(checklist->question_count, number + 7);
  assert_null(checklist_question_by_number(checklist, 0));
  assert_null(checklist_question_by_number(checklist, number + 1));
  assert_null(checklist_question(checklist, "permits"));
  assert_null(checklist_question(checklist, NULL));
}

static void pages_are_in_order_and_know_their_section(void **state) {
  const struct checklist *checklist = *state;
  static const char *const pages[] = {"profile", "landscape", "permits",
                                      "parking", "fees",      "tenants"};
  assert_int_equal(checklist->criterion_count, 6);
  assert_int_equal(checklist->section_count, 4);
  for (size_t i = 0; i < 6; i++) {
    assert_string_equal(checklist->criteria[i]->id, pages[i]);
    assert_ptr_equal(checklist_criterion(checklist, pages[i]), checklist->criteria[i]);
  }
  assert_null(checklist_criterion(checklist, "criteria"));
  assert_null(checklist_criterion(checklist, NULL));
  assert_int_equal(checklist->sections[0].kind, SECTION_PROFILE);
  assert_int_equal(checklist->sections[1].kind, SECTION_SURVEY);
  assert_int_equal(checklist->sections[2].kind, SECTION_CRITERIA);
  assert_int_equal(checklist->sections[3].kind, SECTION_FURTHER);
  assert_ptr_equal(checklist->criteria[4]->section, &checklist->sections[2]);
  assert_int_equal(checklist->criteria[4]->number, 3);
  assert_string_equal(checklist->sections[0].title, "About the place");
  const struct criterion *survey = checklist->criteria[1];
  assert_string_equal(survey->title, "How it works today");
  assert_null(survey->standard);
  assert_string_equal(survey->where_to_look[0].text, "The town's web site");
}

static void a_criterion_has_all_its_keys(void **state) {
  const struct criterion *page = checklist_criterion(*state, "permits");
  assert_string_equal(page->source, "Z1");
  assert_non_null(strstr(page->why, "alike.\n\nTowns"));
  assert_int_equal(page->why[strlen(page->why) - 1], '.');
  assert_string_equal(page->facilitate, "Who has tried to build one? Tell the story.");
  assert_string_equal(page->note, "State law may already say so.");
  assert_string_equal(page->errata, "The report counts this page twice.");
  assert_false(page->added);
  assert_null(page->relevant);
  assert_non_null(strstr(page->at.file, "zoning/checklist.yaml"));
  assert_int_equal(page->at.column, 9);
  assert_in_range(page->at.line, 80, checklist_criterion(*state, "parking")->at.line - 1);
  assert_int_equal(page->place_count, 3);
  assert_string_equal(page->where_to_look[0].text, "The zoning code");
  assert_string_equal(page->where_to_look[1].office, "planning");
  assert_non_null(page->where_to_look[1].document);
  assert_false(page->where_to_look[1].added);
  assert_true(page->where_to_look[2].added);
  assert_true(checklist_criterion(*state, "tenants")->added);
  assert_non_null(checklist_criterion(*state, "parking")->relevant_note);
}

static void a_question_has_all_its_keys(void **state) {
  const struct question *question = checklist_question(*state, "permits.appeals");
  assert_string_equal(question->source, "Z1-Q3");
  assert_int_equal(question->kind, KIND_YES_NO);
  assert_int_equal(question->aspect, ASPECT_PRACTICE);
  assert_int_equal(question->polarity, POLARITY_HARMFUL);
  assert_string_equal(question->calls_for[0], "short-appeals");
  assert_int_equal(string_list_count(question->calls_for), 1);
  assert_int_equal(string_list_count(question->covers), 0);
  assert_non_null(question->note);
  assert_non_null(question->errata);
  assert_non_null(question->relevant_note);
  assert_null(question->hint);
  assert_true(question->other_allowed);
  assert_string_equal(question->criterion->id, "permits");
  question = checklist_question(*state, "permits.practice");
  assert_non_null(question->hint);
  assert_int_equal(question->place_count, 1);
  assert_true(string_list_has(checklist_question(*state, "tenants.covered")->covers, "BP-4"));
  assert_int_equal(checklist_question(*state, "fees.posted")->polarity, POLARITY_BASELINE);
  assert_int_equal(checklist_question(*state, "permits.written")->aspect, ASPECT_WRITTEN);
  assert_int_equal(checklist_question(*state, "tenants.notes")->polarity, POLARITY_NEUTRAL);
}

static void kinds_choices_and_flags(void **state) {
  const struct question *level = checklist_question(*state, "profile.level");
  assert_int_equal(level->kind, KIND_CHOICE);
  assert_int_equal(level->choice_count, 2);
  assert_string_equal(question_choice(level, "county")->label, "County");
  assert_string_equal(question_choice(level, "county")->hint, "Also for land outside every town.");
  assert_null(question_choice(level, "village"));
  assert_true(level->required);
  assert_false(level->other_allowed);
  const struct question *services = checklist_question(*state, "profile.services");
  assert_int_equal(services->kind, KIND_CHOICES);
  assert_true(services->other_allowed);
  assert_false(services->required);
  assert_int_equal(checklist_question(*state, "profile.residents")->kind, KIND_NUMBER);
  assert_int_equal(checklist_question(*state, "profile.adopted")->kind, KIND_DATE);
  assert_int_equal(checklist_question(*state, "profile.name")->kind, KIND_TEXT);
  assert_false(checklist_question(*state, "profile.name")->other_allowed);
  assert_string_equal(checklist_question(*state, "profile.state")->choices[1].id, "TX");
}

static void conditions_are_trees(void **state) {
  const struct condition *any = checklist_criterion(*state, "parking")->relevant;
  assert_int_equal(any->kind, CONDITION_ANY);
  assert_int_equal(any->part_count, 2);
  assert_int_equal(any->parts[0]->kind, CONDITION_PROFILE);
  assert_string_equal(any->parts[0]->subject, "profile.level");
  assert_true(any->parts[0]->negated);
  const struct condition *all = any->parts[1];
  assert_int_equal(all->kind, CONDITION_ALL);
  assert_int_equal(all->parts[0]->kind, CONDITION_ANSWER);
  assert_string_equal(all->parts[0]->subject, "landscape.decider");
  assert_string_equal(all->parts[0]->values[1], "board");
  assert_false(all->parts[0]->negated);
  assert_int_equal(all->parts[1]->kind, CONDITION_NOT);
  assert_int_equal(all->parts[1]->part_count, 1);
  const struct condition *mode = checklist_question(*state, "tenants.covered")->relevant->parts[0];
  assert_int_equal(mode->kind, CONDITION_STATE_MODE);
  assert_string_equal(mode->values[0], "bans-limits");
}

static void the_rest_is_read(void **state) {
  const struct checklist *checklist = *state;
  assert_int_equal(checklist->state_count, 3);
  const struct state *texas = checklist_state(checklist, "TX");
  assert_string_equal(texas->name, "Texas");
  assert_true(string_list_has(texas->modes, "partial"));
  assert_int_equal(texas->confidence, CONFIDENCE_HIGH);
  assert_int_equal(checklist_state(checklist, "VT")->confidence, CONFIDENCE_LOW);
  assert_string_equal(texas->as_of, "2026-01");
  assert_non_null(texas->touches);
  assert_null(checklist_state(checklist, "tx"));
  assert_int_equal(checklist->reference_count, 4);
  const struct reference *report = checklist_reference(checklist, "homes-report");
  assert_string_equal(report->kind, "publication");
  assert_string_equal(report->url, "https://example.org/homes");
  assert_non_null(report->standing);
  assert_non_null(report->exceptions);
  assert_non_null(report->text);
  assert_null(checklist_reference(checklist, "nothing"));
  assert_int_equal(checklist->glossary_count, 2);
  assert_non_null(checklist->glossary[0].look_for);
  assert_int_equal(checklist->lesson_count, 1);
  assert_true(string_list_has(checklist->lessons[0].references, "smith"));
  assert_int_equal(checklist->background_count, 2);
  assert_string_equal(checklist->background[0].source, "B-1");
  assert_int_equal(checklist->erratum_count, 1);
  assert_string_equal(checklist->errata[0].source, "Z1-Q1");
}

static void the_ordinance_is_read(void **state) {
  const struct checklist *checklist = *state;
  assert_int_equal(checklist->part_count, 8);
  assert_int_equal(checklist->parts[0].kind, PART_TEXT);
  assert_false(checklist->parts[0].numbered);
  assert_true(checklist->parts[2].numbered);
  assert_int_equal(checklist->parts[4].kind, PART_PROVISIONS);
  assert_int_equal(checklist->definition_count, 2);
  assert_string_equal(checklist->definitions[0].also[0], "second homes");
  assert_int_equal(string_list_count(checklist->definitions[1].also), 0);
  assert_int_equal(checklist->finding_count, 2);
  assert_int_equal(string_list_count(checklist->findings[0].supports), 0);
  assert_int_equal(string_list_count(checklist->findings[1].supports), 2);
  assert_int_equal(checklist->provision_count, 10);
  const struct provision *provision = checklist_provision(checklist, "permits-by-staff");
  assert_string_equal(provision->part, "rules");
  assert_non_null(strstr(provision->text, "{section:scaled-fees}."));
  assert_int_equal(provision->text[strlen(provision->text) - 1], '.');
  assert_string_equal(provision->instrument, "ordinance");
  assert_string_equal(provision->precedents[1], "smith");
  assert_non_null(provision->notes);
  provision = checklist_provision(checklist, "renter-rights");
  assert_string_equal(provision->instead[0], "renter-notice");
  assert_int_equal(provision->not_in->kind, CONDITION_STATE_MODE);
  assert_string_equal(checklist_provision(checklist, "fee-letter")->instrument, "letter");
  assert_true(checklist_provision(checklist, "savings")->always);
  assert_true(checklist_provision(checklist, "one-rule")->alternative);
  assert_null(checklist_provision(checklist, "nothing"));
}

static void what_explains_is_tied_to_pages(void **state) {
  const struct checklist *checklist = *state;
  const struct state *oregon = checklist_state(checklist, "OR");
  assert_int_equal(oregon->confidence, CONFIDENCE_HIGH);
  assert_int_equal(oregon->floor_count, 1);
  assert_string_equal(oregon->floors[0].criterion, "permits");
  assert_non_null(oregon->floors[0].text);
  assert_string_equal(oregon->covers[0], "S-1");
  assert_true(string_list_has(checklist->glossary[0].about, "further"));
  assert_true(string_list_has(checklist->lessons[0].about, "fees"));
  assert_int_equal(checklist->background[0].kind, BACKGROUND_SETTING);
  assert_int_equal(checklist->background[1].kind, BACKGROUND_DOCTRINE);
  const struct reference *law = checklist_reference(checklist, "or-homes");
  assert_string_equal(law->place, "Oregon");
  assert_int_equal(law->instrument, REFERENCE_STATUTE);
  assert_int_equal(law->confidence, CONFIDENCE_HIGH);
  assert_non_null(checklist_reference(checklist, "smith")->binding);
  assert_int_equal(checklist_reference(checklist, "elm-study")->confidence, CONFIDENCE_MEDIUM);
  assert_int_equal(checklist->left_out_count, 1);
  assert_int_equal(checklist->left_out[0].reason, LEFT_OUT_OUTDATED);
  assert_string_equal(checklist->left_out[0].covers[0], "F-1");
}

static void texts_beside_the_ordinance_are_read(void **state) {
  const struct checklist *checklist = *state;
  assert_int_equal(checklist->instrument_count, 2);
  const struct draft_instrument *letter = checklist_instrument(checklist, "letter");
  assert_int_equal(letter->kind, DRAFT_LETTER);
  assert_int_equal(checklist_instrument(checklist, "resolution")->kind, DRAFT_RESOLUTION);
  assert_non_null(letter->relevant);
  assert_non_null(letter->to);
  assert_non_null(letter->signature);
  assert_null(checklist_instrument(checklist, "ordinance"));
  assert_null(checklist_provision(checklist, "fee-letter")->part);
  assert_true(checklist_provision(checklist, "savings")->in_short);
  assert_non_null(checklist_provision(checklist, "no-parking-mandate")->beyond);
  const struct provision *provision = checklist_provision(checklist, "permits-by-staff");
  assert_int_equal(provision->carve_out_count, 1);
  assert_string_equal(provision->carve_outs[0].gives_up, "Half of the town.");
  assert_string_equal(checklist->findings[1].as_of, "2026-01");
}

static void the_rest_is_read_once_and_when_asked(void **state) {
  (void)state;
  char *path = zoning_path();
  struct checklist *checklist = load(path);
  assert_false(checklist->rest_loaded);
  assert_int_equal(checklist->provision_count, 0);
  assert_null(checklist_provision(checklist, "savings"));
  assert_null(checklist_state(checklist, "TX"));
  load_rest(checklist);
  const struct provision *provisions = checklist->provisions;
  load_rest(checklist);
  assert_ptr_equal(checklist->provisions, provisions);
  assert_int_equal(checklist->office_count, 2);
  checklist_free(checklist);
  checklist_free(NULL);
  free(path);
}

static void the_invented_checklist_has_no_fault(void **state) {
  (void)state;
  struct faults faults = FAULTS_INIT;
  char *path = zoning_path();
  checklist_check(path, &faults);
  for (size_t i = 0; i < faults.count; i++)
    print_error("%zu: %s\n", faults.items[i].line, faults.items[i].message);
  assert_int_equal(faults.count, 0);
  free(path);
}

/* A folder of its own, with a copy of the zoning checklist in one file. */
struct copy {
  char folder[32];
  char *path;
};

static void copy_zoning(struct copy *copy) {
  struct strbuf all, one;
  struct error err = ERROR_INIT;
  strcpy(copy->folder, "/tmp/test-load-XXXXXX");
  assert_non_null(mkdtemp(copy->folder));
  copy->path = path_join(copy->folder, "one.yaml");
  strbuf_init(&all);
  strbuf_init(&one);
  char *folder = zoning_path();
  for (size_t i = 0; i < 4; i++) {
    char *path = path_join(folder, zoning_files[i]);
    assert_true(file_read(&one, path, 1 << 20, &err));
    strbuf_add(&all, one.text);
    free(path);
  }
  free(folder);
  assert_true(file_write_new(copy->path, all.text, all.length, false, &err));
  strbuf_release(&one);
  strbuf_release(&all);
}

static void remove_copy(struct copy *copy) {
  unlink(copy->path);
  rmdir(copy->folder);
  free(copy->path);
}

static void one_file_may_hold_everything(void **state) {
  (void)state;
  struct copy copy;
  copy_zoning(&copy);
  struct checklist *checklist = load(copy.path);
  assert_null(checklist_provision(checklist, "savings"));
  load_rest(checklist);
  assert_true(checklist_provision(checklist, "savings")->always);
  assert_int_equal(checklist->question_count, 21);
  assert_string_equal(checklist->sources[0], "homes-report");
  checklist_free(checklist);
  remove_copy(&copy);
}

/* A snapshot that fits the copy's bytes but says another title. */
static char *write_lie(const struct copy *copy) {
  struct arena *arena = arena_new();
  struct strbuf text, lie;
  strbuf_init(&text);
  strbuf_init(&lie);
  assert_true(file_read(&text, copy->path, 1 << 20, NULL));
  struct node *root = node_read(arena, text.text, text.length, copy->path, NULL);
  assert_non_null(root);
  node_set_text(arena, root, "title", "A lie");
  snapshot_write(&lie, root, snapshot_origin(text.text, text.length));
  char *beside = path_join(copy->folder, "one.nodes");
  assert_true(file_write_new(beside, lie.text, lie.length, false, NULL));
  strbuf_release(&text);
  strbuf_release(&lie);
  arena_free(arena);
  return beside;
}

static void a_strangers_snapshot_is_not_believed(void **state) {
  (void)state;
  struct copy copy;
  copy_zoning(&copy);
  char *lie = write_lie(&copy);
  struct checklist *checklist = load(copy.path);
  assert_string_equal(checklist->title, "Backyard homes");
  checklist_free(checklist);
  unlink(lie);
  free(lie);
  remove_copy(&copy);
}

static void a_rest_that_fails_leaves_the_start_usable(void **state) {
  (void)state;
  char *path = path_join(environment_get("SOURCE_DIR"), "tests/data/broken/unreadable");
  struct error first = ERROR_INIT, second = ERROR_INIT;
  struct checklist *checklist = load(path);
  assert_false(checklist_load_rest(checklist, &first));
  assert_non_null(strstr(first.message, "unreadable/"));
  assert_false(checklist->rest_loaded);
  assert_non_null(checklist_question(checklist, "survey.a"));
  assert_false(checklist_load_rest(checklist, &second));
  assert_string_equal(first.message, second.message);
  checklist_free(checklist);
  error_release(&first);
  error_release(&second);
  free(path);
}

static void what_is_not_there_is_told(void **state) {
  (void)state;
  struct error err = ERROR_INIT;
  assert_null(checklist_load("/nonexistent/checklist", &err));
  assert_non_null(strstr(err.message, "/nonexistent/checklist"));
  error_release(&err);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_head_is_read),
      cmocka_unit_test(questions_are_numbered_behind_the_profile),
      cmocka_unit_test(pages_are_in_order_and_know_their_section),
      cmocka_unit_test(a_criterion_has_all_its_keys),
      cmocka_unit_test(a_question_has_all_its_keys),
      cmocka_unit_test(kinds_choices_and_flags),
      cmocka_unit_test(conditions_are_trees),
      cmocka_unit_test(the_rest_is_read),
      cmocka_unit_test(the_ordinance_is_read),
      cmocka_unit_test(what_explains_is_tied_to_pages),
      cmocka_unit_test(texts_beside_the_ordinance_are_read),
      cmocka_unit_test(the_rest_is_read_once_and_when_asked),
      cmocka_unit_test(the_invented_checklist_has_no_fault),
      cmocka_unit_test(one_file_may_hold_everything),
      cmocka_unit_test(a_strangers_snapshot_is_not_believed),
      cmocka_unit_test(a_rest_that_fails_leaves_the_start_usable),
      cmocka_unit_test(what_is_not_there_is_told),
  };
  return cmocka_run_group_tests(tests, load_zoning, free_checklist);
}
