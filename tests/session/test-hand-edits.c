/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files written or changed by a person. */
#include "session/fixture.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/strbuf.h"

#define HEAD "format: 1\nchecklist: {id: zoning, edition: '2026-01'}\n"

static void words_as_people_write_them_are_welcome(void **state) {
  FIXTURE;
  write_contents(fixture->path, HEAD "profile:\n"
                                     "  name: Cedar Falls\n"
                                     "  level: Town\n"
                                     "  state: oregon\n"
                                     "  board-elected: n\n"
                                     "  services: [] \n");
  struct error err = ERROR_INIT;
  assert_null(session_load(fixture->path, fixture->checklist, SESSION_WRITE, NULL, &err));
  error_release(&err);
  write_contents(fixture->path, HEAD "profile:\n"
                                     "  name: Cedar Falls\n"
                                     "  level: Town\n"
                                     "  state: oregon\n"
                                     "  board-elected: n\n"
                                     "  services:\n"
                                     "answers:\n"
                                     "  landscape.decider: 2\n"
                                     "  landscape.story: no\n"
                                     "  permits.practice: YES\n"
                                     "  permits.written: {answer: yes, review: Y, evidence: }\n"
                                     "  permits.appeals: {answer: }\n"
                                     "  parking.mandate:\n"
                                     "    answer: n/a\n"
                                     "    text: There is no code.\n"
                                     "    review: no\n"
                                     "    follow-up: {who: Ann, done: NO}\n"
                                     "    group: {for: 12, against: }\n"
                                     "    evidence: [{}, {what: Code}]\n"
                                     "  parking.count: 'unknown'\n"
                                     "  fees.kinds: school, Permit fee\n"
                                     "place:\n"
                                     "draft:\n"
                                     "history:\n");
  struct session *session = load(fixture);
  assert_value(session, "profile.name", "Cedar Falls");
  assert_value(session, "profile.level", "town");
  assert_value(session, "profile.state", "OR");
  assert_value(session, "profile.board-elected", "no");
  assert_null(session_answer(session, "profile.services"));
  assert_value(session, "landscape.decider", "board");
  assert_value(session, "landscape.story", "no");
  assert_value(session, "permits.practice", "yes");
  assert_value(session, "permits.written", "yes");
  assert_true(session_answer(session, "permits.written")->review);
  assert_null(session_answer(session, "permits.appeals"));
  const struct answer *answer = session_answer(session, "parking.mandate");
  assert_string_equal(answer->value, "n/a");
  assert_false(answer->review);
  assert_false(answer->follow_up.done);
  assert_int_equal(answer->group.for_count, 12);
  assert_int_equal(answer->group.against_count, -1);
  assert_int_equal(answer->evidence_count, 1);
  assert_value(session, "parking.count", "unknown");
  assert_value(session, "fees.kinds", "permit, school");
  assert_null(session_place(session));
  session_free(session);
}

static const struct {
  const char *file, *message;
} faulty[] = {
    {"", "town.yaml:1:1: this is not a session: the line 'format: 1' is missing; write it first"},
    {"Just words\n",
     "town.yaml:1:1: 'session' has to hold lines like 'key: value', but here stands a text"},
    {"- a\n- b\n",
     "town.yaml:1:1: 'session' has to hold lines like 'key: value', but here stands a list"},
    {"format: 2\n",
     "town.yaml:1:1: the checklist is not named; write 'checklist: {id: \"…\", edition: \"…\"}'"},
    {"format: 2\nchecklist: {id: zoning}\n",
     "town.yaml:1:9: this session was saved by a newer version of disentangle, and is left as it "
     "is; open it with that version"},
    {"format: [1]\nchecklist: {id: zoning}\n",
     "town.yaml:1:9: this version of disentangle reads sessions of format 1; write 'format: 1'"},
    {"format: 0\nchecklist: {id: zoning}\n",
     "town.yaml:1:9: this version of disentangle reads sessions of format 1; write 'format: 1'"},
    {"format: 1\nchecklist: {id: parks}\n",
     "town.yaml:2:12: this session belongs to the checklist 'parks', not to 'zoning'"},
    {"format: 1\nchecklist: {id: [a]}\n",
     "town.yaml:2:12: the checklist is not named; write 'checklist: {id: \"…\", edition: \"…\"}'"},
    {"format: 1\nchecklist: {id: ../zoning}\n",
     "town.yaml:2:17: '../zoning' is not the id of a checklist: write what stands at 'id' in the "
     "checklist, like 'two-words'"},
    {"format: 1\nchecklist: {id: /etc/zoning}\n",
     "town.yaml:2:17: '/etc/zoning' is not the id of a checklist: write what stands at 'id' in the "
     "checklist, like 'two-words'"},
    {"format: 1\nchecklist: {id: zoning, edition: [a]}\n",
     "town.yaml:2:34: 'edition' has to be a text, but here stands a list"},
    {HEAD "answers:\n  permits.practice: maybe\n",
     "town.yaml:4:21: 'maybe' is not an answer to this question; write one of these: yes, no, "
     "partly, other, don't know yet, does not apply"},
    {HEAD "answers:\n  permits.practice:\n    answer: ~\n",
     "town.yaml:5:13: '~' is not an answer to this question; write one of these: yes, no, partly, "
     "other, don't know yet, does not apply"},
    {HEAD "answers:\n  permits.practice: partly\n",
     "town.yaml:4:21: the answer 'partly' needs words; write them in a line 'text: \"…\"' below "
     "it"},
    {HEAD "answers:\n  permits.practice: {answer: [yes]}\n",
     "town.yaml:4:30: 'answer' has to be a text, but here stands a list"},
    {HEAD "answers:\n  permits.practice: [yes]\n",
     "town.yaml:4:21: 'answers' has to hold lines like 'key: value', but here stands a list"},
    {HEAD "answers: [a]\n",
     "town.yaml:3:10: 'answers' has to hold lines like 'key: value', but here stands a list"},
    {HEAD "profile: words\n",
     "town.yaml:3:10: 'profile' has to hold lines like 'key: value', but here stands a text"},
    {HEAD "profile: {name: {first: a}}\n",
     "town.yaml:3:17: 'name' has to be a text, but here stands a mapping"},
    {HEAD "profile: {level: city}\n", "town.yaml:3:18: 'city' is not an answer to this question; "
                                      "write one of these, or its number from 1 on: town, county, "
                                      "unknown, n/a"},
    {HEAD "profile: {level: town}\nanswers:\n  profile.level: {answer: town}\n",
     "town.yaml:5:18: 'profile.level' is already answered under 'profile'; leave one of the two "
     "answers out"},
    {HEAD "profile: {level: town}\nanswers:\n  profile.level: county\n",
     "town.yaml:5:18: 'profile.level' is already answered under 'profile'; leave one of the two "
     "answers out"},
    {HEAD "answers:\n  permits.practice: {instrument: law}\n",
     "town.yaml:4:34: 'law' is not a kind of rule; write one of these: constitution, charter, "
     "statute, ordinance, court-ruling, resolution, executive-order, directive, "
     "department-policy, contract, custom"},
    {HEAD "answers:\n  permits.practice: {review: maybe}\n",
     "town.yaml:4:30: 'maybe' is neither yes nor no; write \"yes\" or \"no\""},
    {HEAD "answers:\n  permits.practice: {follow-up: {by: soon}}\n",
     "town.yaml:4:38: 'soon' is not a date; write year, month and day like 2026-11-22"},
    {HEAD "answers:\n  permits.practice: {follow-up: soon}\n",
     "town.yaml:4:33: 'follow-up' has to hold lines like 'key: value', but here stands a text"},
    {HEAD "answers:\n  permits.practice: {group: {for: many}}\n",
     "town.yaml:4:35: 'many' is not a count of people; write a whole number from 0 to 1000000"},
    {HEAD "answers:\n  permits.practice: {group: {for: 1000001}}\n",
     "town.yaml:4:35: '1000001' is not a count of people; write a whole number from 0 to 1000000"},
    {HEAD "answers:\n  permits.practice: {group: {for: -1}}\n",
     "town.yaml:4:35: '-1' is not a count of people; write a whole number from 0 to 1000000"},
    {HEAD "answers:\n  permits.practice: {changed: today}\n",
     "town.yaml:4:31: 'today' is not a time; write it like 2026-11-22T18:32:05Z"},
    {HEAD "answers:\n  permits.practice: {evidence: Code}\n",
     "town.yaml:4:32: 'evidence' has to be a list, each item starting with '- ', but here stands a "
     "text"},
    {HEAD "answers:\n  permits.practice: {evidence: [Code]}\n",
     "town.yaml:4:33: 'evidence' has to hold lines like 'key: value', but here stands a text"},
    {HEAD "answers:\n  permits.practice: {evidence: [{seen: 2026-02-30}]}\n",
     "town.yaml:4:40: '2026-02-30' is not a date; write year, month and day like 2026-11-22"},
    {HEAD "place: [a]\n", "town.yaml:3:8: 'place' has to be a text, but here stands a list"},
    {HEAD "draft: [a]\n",
     "town.yaml:3:8: 'draft' has to hold lines like 'key: value', but here stands a list"},
    {HEAD "draft: {question: a, field: {}, text: b}\n",
     "town.yaml:3:29: 'field' has to be a text, but here stands a mapping"},
    {HEAD "history: [a]\n",
     "town.yaml:3:10: 'history' has to hold lines like 'key: value', but here stands a list"},
    {HEAD "history: {changes: {}}\n",
     "town.yaml:3:20: 'changes' has to be a list, each item starting with '- '"},
    {HEAD "history: {changes: [a]}\n",
     "town.yaml:3:21: 'changes' has to hold lines like 'key: value', but here stands a text"},
    {HEAD "history: {changes: [{at: '2026-11-22T18:32:05Z'}]}\n",
     "town.yaml:3:21: the step does not say which question it changed; write 'id: \"…\"', or leave "
     "the whole step out"},
    {HEAD "history: {changes: [{id: permits.practice, at: noon}]}\n",
     "town.yaml:3:21: 'noon' is not a time; write it like 2026-11-22T18:32:05Z"},
    {HEAD "history: {changes: [{id: permits.practice, before: {answer: maybe}}]}\n",
     "town.yaml:3:61: 'maybe' is not an answer to this question; write one of these: yes, no, "
     "partly, other, don't know yet, does not apply"},
    {HEAD "history: {changes: [{id: permits.practice, after: [a]}]}\n",
     "town.yaml:3:51: 'after' has to hold lines like 'key: value', but here stands a list"},
    {HEAD "history: {done: 1}\n",
     "town.yaml:3:17: '1' is not how many of the steps are done; write a number from 0 to 0"},
    {HEAD "history: {done: -1}\n",
     "town.yaml:3:17: '-1' is not how many of the steps are done; write a number from 0 to 0"},
    {HEAD "history: {done: [a]}\n",
     "town.yaml:3:17: 'done' has to be a text, but here stands a list"},
};

static char *without_folder(const struct fixture *fixture, const char *message) {
  struct strbuf prefix;
  strbuf_init(&prefix);
  strbuf_addf(&prefix, "%s/", fixture->folder);
  assert_int_equal(strncmp(message, prefix.text, prefix.length), 0);
  char *rest = memory_dup(message + prefix.length);
  strbuf_release(&prefix);
  return rest;
}

static void faults_are_told_with_their_place(void **state) {
  FIXTURE;
  for (size_t i = 0; i < sizeof faulty / sizeof *faulty; i++) {
    struct error err = ERROR_INIT;
    struct session_report report;
    write_contents(fixture->path, faulty[i].file);
    struct session *session =
        session_load(fixture->path, fixture->checklist, SESSION_WRITE, &report, &err);
    if (session)
      fail_msg("taken:\n%s", faulty[i].file);
    char *message = without_folder(fixture, err.message);
    assert_string_equal(message, faulty[i].message);
    free(message);
    error_release(&err);
    char *there = contents(fixture->path);
    assert_string_equal(there, faulty[i].file);
    free(there);
  }
}

static char *fault_lines(const struct fixture *fixture, const struct faults *faults) {
  struct strbuf lines;
  strbuf_init(&lines);
  for (size_t i = 0; i < faults->count; i++) {
    const struct fault *fault = &faults->items[i];
    assert_string_equal(fault->file, fixture->path);
    strbuf_addf(&lines, "%s %zu:%zu %s\n", fault->weight == FAULT_ERROR ? "error" : "warning",
                fault->line, fault->column, fault->message);
  }
  return strbuf_take(&lines);
}

static void expect_faults(const struct fixture *fixture, const struct checklist *checklist,
                          const char *file, const char *expected) {
  struct faults faults = FAULTS_INIT;
  write_contents(fixture->path, file);
  session_check(fixture->path, checklist, &faults);
  faults_sort(&faults);
  char *lines = fault_lines(fixture, &faults);
  assert_string_equal(lines, expected);
  free(lines);
  faults_release(&faults);
}

static const char full_of_faults[] = HEAD "profile: {nmae: Cedar Falls, level: city}\n"
                                          "answers:\n"
                                          "  permits.practise: yes\n"
                                          "  permits.practice: {answer: maybe, coment: x}\n"
                                          "  permits.written: partly\n"
                                          "colour: red\n";
#define END_MISSING                                                                                \
  "the last line, '# end …', is missing: the end of the file is lost. Compare it with the file " \
  "before, whose name ends in '~'; if nothing is missing, open the session and save it\n"

static void checking_tells_all_faults(void **state) {
  FIXTURE;
  expect_faults(
      fixture, fixture->checklist, full_of_faults,
      "warning 3:11 this edition of the checklist has no question 'profile.nmae'; what is recorded "
      "for it is kept\n"
      "error 3:37 'city' is not an answer to this question; write one of these, or its number from "
      "1 on: town, county, "
      "unknown, n/a\n"
      "warning 5:3 this edition of the checklist has no question 'permits.practise'; what is "
      "recorded for it is kept\n"
      "error 6:30 'maybe' is not an answer to this question; write one of these: yes, no, partly, "
      "other, don't know yet, does not apply\n"
      "warning 6:37 'coment' is not known here and is only kept; did you mean 'comment'?\n"
      "error 7:20 the answer 'partly' needs words; write them in a line 'text: \"…\"' below it\n"
      "warning 8:1 'colour' is not known here and is only kept\n"
      "error 8:1 " END_MISSING);
}

static void without_a_checklist_only_the_form_is_checked(void **state) {
  FIXTURE;
  expect_faults(
      fixture, NULL, full_of_faults,
      "warning 6:37 'coment' is not known here and is only kept; did you mean 'comment'?\n"
      "warning 8:1 'colour' is not known here and is only kept\n"
      "error 8:1 " END_MISSING);
}

static void what_is_no_yaml_is_told_with_its_place(void **state) {
  FIXTURE;
  struct faults faults = FAULTS_INIT;
  write_contents(fixture->path, HEAD "answers: \"open\n# end 00000000\n");
  session_check(fixture->path, fixture->checklist, &faults);
  assert_int_equal(faults.count, 2);
  assert_int_equal(faults.items[0].line, 3);
  assert_int_equal(faults.items[0].column, 10);
  assert_non_null(strstr(faults.items[0].message, "this quote is not closed"));
  assert_int_equal(faults.items[1].weight, FAULT_WARNING);
  assert_int_equal(faults.items[1].line, 4);
  assert_int_equal(faults.items[1].column, 1);
  assert_non_null(strstr(faults.items[1].message, "was changed by another program"));
  faults_release(&faults);
  char *none = path_of(fixture, "none.yaml");
  session_check(none, fixture->checklist, &faults);
  assert_int_equal(faults.errors, 1);
  assert_int_equal(faults.items[0].line, 0);
  assert_string_equal(faults.items[0].file, none);
  free(none);
  faults_release(&faults);
}

static void counts_are_taken_up_to_the_limit(void **state) {
  FIXTURE;
  write_contents(fixture->path,
                 HEAD "answers: {permits.practice: {group: {for: 1000000, against: 0}}}\n");
  struct session *session = load(fixture);
  assert_int_equal(session_answer(session, "permits.practice")->group.for_count,
                   SESSION_COUNT_LIMIT);
  assert_int_equal(session_answer(session, "permits.practice")->group.against_count, 0);
  session_free(session);
  expect_faults(fixture, NULL,
                HEAD
                "answers:\n  permits.practice: {group: {for: 1000001}}\n"
                "  permits.written: {group: {for: 10000000}}\n  fees.posted: {group: {for: -1}}\n",
                "error 4:35 '1000001' is not a count of people; write a whole number from 0 to "
                "1000000\n"
                "error 5:34 '10000000' is not a count of people; write a whole number from 0 to "
                "1000000\n"
                "error 6:1 " END_MISSING
                "error 6:30 '-1' is not a count of people; write a whole number from 0 to "
                "1000000\n");
}

static void blanks_behind_an_edition_do_not_count(void **state) {
  FIXTURE;
  struct session_report report;
  write_contents(fixture->path,
                 "format: 1\nchecklist: {id: zoning, edition: \"2026-01 \\n \\n\"}\n");
  struct session *session =
      session_load(fixture->path, fixture->checklist, SESSION_WRITE, &report, NULL);
  assert_false(report.edition_changed);
  assert_false(report.edition_newer);
  assert_string_equal(session_checklist_edition(session), "2026-01");
  session_free(session);
}

static void an_answer_without_its_wording_can_be_confirmed(void **state) {
  FIXTURE;
  write_contents(fixture->path, HEAD "answers: {permits.practice: yes}\n");
  struct session *session = load(fixture);
  assert_null(session_answer(session, "permits.practice")->asked);
  give(session, "permits.practice", "yes", NULL); /* as it is there */
  assert_null(session_answer(session, "permits.practice")->asked);
  assert_int_equal(session_undo_count(session), 0);
  assert_false(session_is_unsaved(session));
  session_free(session);
}

static void a_saved_session_has_no_faults(void **state) {
  FIXTURE;
  struct session *session = create(fixture);
  fill(session);
  save(session);
  struct faults faults = FAULTS_INIT;
  session_check(fixture->path, fixture->checklist, &faults);
  session_check(fixture->path, NULL, &faults);
  assert_int_equal(faults.count, 0);
  session_free(session);
}

static void an_edit_is_told_and_made_whole_by_saving(void **state) {
  FIXTURE;
  struct session_report report;
  struct session *session = create(fixture);
  fill(session);
  save(session);
  session_free(session);
  char *text = contents(fixture->path),
       *edited = replaced(text, "comment: |-\n      Two pages", "comment: |-\n      Nine pages");
  write_contents(fixture->path, edited);
  session = session_load(fixture->path, fixture->checklist, SESSION_WRITE, &report, NULL);
  assert_int_equal(report.wholeness, SESSION_EDITED);
  assert_non_null(strstr(session_answer(session, "permits.written")->comment, "Nine pages."));
  give(session, "permits.practice", "yes", NULL);
  save(session);
  session_free(session);
  session = session_load(fixture->path, fixture->checklist, SESSION_WRITE, &report, NULL);
  assert_int_equal(report.wholeness, SESSION_WHOLE);
  free(edited);
  free(text);
  session_free(session);
}

/* Each emoji of four bytes is written as ten. */
static void add_long_comment(struct strbuf *text, const char *id) {
  strbuf_addf(text, "  %s: {comment: \"", id);
  strbuf_add_repeat(text, "👩", 16000);
  strbuf_add(text, "\"}\n");
}

static void write_large_session(const struct fixture *fixture) {
  struct strbuf text;
  strbuf_init(&text);
  strbuf_add(&text, HEAD "answers:\n");
  add_long_comment(&text, "fees.posted");
  for (int i = 0; i < 30; i++) {
    char id[20];
    snprintf(id, sizeof id, "old.q%d", i);
    add_long_comment(&text, id);
  }
  write_contents(fixture->path, text.text);
  strbuf_release(&text);
}

static void what_is_too_large_to_save_can_be_made_smaller(void **state) {
  FIXTURE;
  struct error err = ERROR_INIT;
  write_large_session(fixture);
  char *old = contents(fixture->path);
  struct session *session = load(fixture);
  struct answer wanted;
  answer_copy(&wanted, NULL);
  wanted.value = "yes";
  assert_false(session_apply(session, "permits.practice", FIELD_VALUE, &wanted, &err));
  error_release(&err);
  session_set_place(session, "permits.practice");
  assert_false(session_save(session, &err));
  assert_message(&err, "the session is larger than 4 MiB; shorten comments, notes or quotes");
  char *there = contents(fixture->path);
  assert_string_equal(there, old);
  free(there);
  free(old);
  comment(session, "fees.posted", "Short."); /* it is still too large, but smaller */
  assert_string_equal(session_answer(session, "fees.posted")->comment, "Short.");
  wanted.comment = "Other.";
  assert_false(session_apply(session, "fees.posted", FIELD_COMMENT, &wanted, NULL));
  assert_string_equal(session_answer(session, "fees.posted")->comment, "Short.");
  session_free(session);
}

static char *many(const char *start, const char *format, int count, const char *end) {
  struct strbuf text;
  strbuf_init(&text);
  strbuf_addf(&text, HEAD "%s", start);
  for (int i = 0; i < count; i++)
    strbuf_addf(&text, "%s%d%s", i ? ", " : "", i, format);
  strbuf_add(&text, end);
  return strbuf_take(&text);
}

static void too_many_keys_are_refused(void **state) {
  FIXTURE;
  struct error err = ERROR_INIT;
  char *text = many("answers: {", ": {comment: x}", SESSION_KEYS_LIMIT, "}\n");
  write_contents(fixture->path, text);
  struct session *session = load(fixture);
  assert_int_equal(session_answer_count(session), SESSION_KEYS_LIMIT);
  session_free(session);
  free(text);
  text = many("answers: {", ": x", SESSION_KEYS_LIMIT + 1, "}\n");
  write_contents(fixture->path, text);
  assert_null(session_load(fixture->path, fixture->checklist, SESSION_WRITE, NULL, &err));
  char *message = without_folder(fixture, err.message);
  assert_string_equal(message, "town.yaml:3:10: too many lines 'key: value' belong together here; "
                               "there can be 2000");
  free(message);
  free(text);
  error_release(&err);
  text = many("", ": x", SESSION_KEYS_LIMIT + 1, "}\n");
  char *first = replaced(text, HEAD, "profile: {");
  write_contents(fixture->path, first);
  assert_null(session_load(fixture->path, fixture->checklist, SESSION_WRITE, NULL, &err));
  assert_non_null(strstr(err.message, "town.yaml:1:10: too many lines"));
  free(first);
  free(text);
  error_release(&err);
}

/* Of a longer history the last steps are taken. */
static void only_the_last_steps_are_read(void **state) {
  FIXTURE;
  struct strbuf text;
  strbuf_init(&text);
  strbuf_add(&text, HEAD "answers: {parking.count: 50000}\nhistory:\n  done: 50000\n  changes:\n");
  for (int i = 1; i <= 50000; i++)
    strbuf_addf(&text, "  - {id: q}\n");
  write_contents(fixture->path, text.text);
  struct session *session = load(fixture);
  assert_int_equal(session_undo_count(session), SESSION_HISTORY_LIMIT);
  assert_int_equal(session_redo_count(session), 0);
  session_free(session);
  char *early = replaced(text.text, "done: 50000", "done: 7");
  write_contents(fixture->path, early);
  session = load(fixture);
  assert_int_equal(session_undo_count(session), 0);
  assert_int_equal(session_redo_count(session), SESSION_HISTORY_LIMIT);
  session_free(session);
  free(early);
  strbuf_release(&text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      fixture_test(words_as_people_write_them_are_welcome),
      fixture_test(faults_are_told_with_their_place),
      fixture_test(checking_tells_all_faults),
      fixture_test(without_a_checklist_only_the_form_is_checked),
      fixture_test(what_is_no_yaml_is_told_with_its_place),
      fixture_test(counts_are_taken_up_to_the_limit),
      fixture_test(blanks_behind_an_edition_do_not_count),
      fixture_test(an_answer_without_its_wording_can_be_confirmed),
      fixture_test(a_saved_session_has_no_faults),
      fixture_test(an_edit_is_told_and_made_whole_by_saving),
      fixture_test(what_is_too_large_to_save_can_be_made_smaller),
      fixture_test(too_many_keys_are_refused),
      fixture_test(only_the_last_steps_are_read),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
