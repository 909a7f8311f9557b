/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/library.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/environment.h"
#include "base/error.h"
#include "base/memory.h"
#include "checklist/checklist.h"
#include "guide/guide.h"
#include "session/session.h"
#include "tests/base/scratch.h"
#include "tests/guide/walk.h"

static struct session_report report;

/* The checklist lies beside the sessions, where it is found by its id. */
static int setup(void **state) {
  walk_setup(state);
  assert_int_equal(mkdir(scratch_path("sessions"), 0700), 0);
  return symlink(walk_checklist(), scratch_path("sessions/zoning"));
}

static void save_as(struct guide *guide, const char *name) {
  walk_text(guide, COMMAND_SAVE_AS, scratch_path(name));
}

static struct guide *open_session(const char *name, struct error *err) {
  return library_open(scratch_path(name), SESSION_WRITE, &report, err);
}

static void refused(const char *name, const char *part) {
  struct error err = ERROR_INIT;
  assert_null(open_session(name, &err));
  if (!strstr(err.message, part))
    fail_msg("'%s' does not say '%s'", err.message, part);
  error_release(&err);
}

/* --- the list ---*/

static void touch(const char *name, time_t seconds) {
  const struct timespec times[2] = {{.tv_sec = seconds}, {.tv_sec = seconds}};
  scratch_write(name, "", 0);
  assert_int_equal(utimensat(AT_FDCWD, scratch_path(name), times, 0), 0);
}

static void lists_the_newest_first(void **state) {
  (void)state;
  size_t count;
  touch("sessions/older.yaml", 1000);
  touch("sessions/newer.yaml", 3000);
  touch("sessions/newer.yaml~", 4000);
  touch("sessions/notes.txt", 4000);
  touch("stick/between.yaml", 2000);
  struct library_entry *entries = library_list(NULL, &count);
  assert_int_equal(count, 2);
  assert_string_equal(entries[0].name, "newer");
  assert_int_equal(entries[0].modified_seconds, 3000);
  assert_string_equal(entries[1].name, "older");
  library_free(entries, count);
  entries = library_list(scratch_path("stick/gone.yaml"), &count);
  assert_int_equal(count, 3);
  assert_string_equal(entries[1].path, scratch_path("stick/between.yaml"));
  library_free(entries, count);
  entries = library_list(scratch_path("sessions/older.yaml"), &count); /* not twice */
  assert_int_equal(count, 2);
  library_free(entries, count);
}

static void lists_what_only_the_previous_file_is_left_of(void **state) {
  (void)state;
  size_t count;
  touch("sessions/cut.yaml~", 1000);
  touch("sessions/whole.yaml", 3000);
  touch("sessions/whole.yaml~", 2000);
  struct library_entry *entries = library_list(NULL, &count);
  assert_int_equal(count, 2);
  assert_string_equal(entries[0].name, "whole");
  assert_string_equal(entries[1].name, "cut");
  assert_string_equal(entries[1].path, scratch_path("sessions/cut.yaml"));
  assert_int_equal(entries[1].modified_seconds, 1000);
  library_free(entries, count);
}

static void an_empty_list(void **state) {
  (void)state;
  size_t count = 7;
  setenv("DISENTANGLE_SESSIONS", scratch_path("nowhere"), 1);
  struct library_entry *entries = library_list(NULL, &count);
  library_free(entries, count);
  assert_int_equal(count, 0);
}

/* --- opening ---*/

static void opens_what_was_saved(void **state) {
  walk_answer(*state, "5", "yes");
  save_as(*state, "sessions/place");
  guide_free(*state);
  *state = NULL;
  struct guide *guide = open_session("sessions/place.yaml", NULL);
  assert_non_null(guide);
  assert_string_equal(walk_value(guide, "permits.written"), "yes");
  assert_int_equal(report.wholeness, SESSION_WHOLE);
  guide_free(guide);
}

static void says_why_it_cannot_open(void **state) {
  (void)state;
  refused("sessions/gone.yaml", "cannot open");
  scratch_write("sessions/list.yaml", "- a\n- b\n", 8);
  refused("sessions/list.yaml", "list.yaml");
  static const char other[] = "format: 1\nchecklist: {id: unheard-of, edition: \"1\"}\n";
  scratch_write("sessions/other.yaml", other, sizeof other - 1);
  refused("sessions/other.yaml", "unheard-of");
  assert_false(report.previous_exists);
}

static void a_checklist_may_be_one_file_beside_the_session(void **state) {
  (void)state;
  static const char checklist[] =
      "format: 1\nid: tiny\nedition: \"1\"\ntitle: Tiny\nlanguage: en\n"
      "profile:\n  - {id: name, kind: text, ask: Where?}\n"
      "sections:\n  - id: one\n    title: One\n    kind: survey\n"
      "    questions:\n      - {id: q, source: added, ask: Well?, kind: text}\n";
  static const char session[] = "format: 1\nchecklist: {id: tiny, edition: \"1\"}\n";
  scratch_write("stick/tiny.yaml", checklist, sizeof checklist - 1);
  scratch_write("stick/place.yaml", session, sizeof session - 1);
  struct error err = ERROR_INIT;
  struct guide *guide = open_session("stick/place.yaml", &err);
  if (!guide)
    print_error("%s\n", err.message);
  assert_non_null(guide);
  assert_string_equal(guide_checklist(guide)->id, "tiny");
  guide_free(guide);
}

static void opens_the_version_before_a_damaged_one(void **state) {
  walk_answer(*state, "5", "yes");
  save_as(*state, "sessions/place");
  walk_answer(*state, "10", "no");
  assert_true(guide_save(*state, NULL));
  guide_free(*state);
  *state = NULL;
  scratch_write("sessions/place.yaml", "answers: [", 10);
  refused("sessions/place.yaml", "place.yaml");
  assert_true(report.previous_exists);
  struct guide *guide = library_open_previous(scratch_path("sessions/place.yaml"), &report, NULL);
  assert_non_null(guide);
  assert_string_equal(walk_value(guide, "permits.written"), "yes");
  assert_null(walk_value(guide, "fees.scaled"));
  guide_free(guide);
}

static void a_cut_off_file_is_told(void **state) {
  size_t count;
  walk_answer(*state, "5", "yes");
  save_as(*state, "sessions/place");
  walk_answer(*state, "10", "no");
  assert_true(guide_save(*state, NULL));
  guide_free(*state);
  *state = NULL;
  char *whole = scratch_read("sessions/place.yaml", &count);
  char *end = strstr(whole, "\n#");
  for (char *next = end; next; next = strstr(next + 1, "\n#"))
    end = next;
  scratch_write("sessions/place.yaml", whole, (size_t)(end + 1 - whole));
  free(whole);
  struct guide *guide = open_session("sessions/place.yaml", NULL);
  assert_non_null(guide);
  assert_int_equal(report.wholeness, SESSION_CUT_OFF);
  char *text = library_report_text(&report);
  assert_non_null(strstr(text, "Damaged: the end of this file is missing"));
  assert_non_null(strstr(text, "is whole."));
  free(text);
  guide_free(guide);
}

static void no_version_before(void **state) {
  (void)state;
  struct error err = ERROR_INIT;
  assert_null(library_open_previous(scratch_path("sessions/gone.yaml"), &report, &err));
  assert_non_null(strstr(err.message, "gone.yaml~"));
  error_release(&err);
}

static void two_programs_at_once(void **state) {
  save_as(*state, "sessions/place");
  struct guide *second = open_session("sessions/place.yaml", NULL);
  assert_non_null(second);
  assert_true(report.locked_elsewhere);
  assert_int_equal(guide_save_state(second), SAVE_READ_ONLY);
  guide_free(second);
}

/* --- new ones ---*/

static void a_new_session(void **state) {
  (void)state;
  struct error err = ERROR_INIT;
  struct guide *guide = library_new(walk_checklist(), NULL);
  assert_non_null(guide);
  assert_int_equal(guide_save_state(guide), SAVE_NO_FILE);
  guide_free(guide);
  assert_null(library_new("unheard-of", &err));
  assert_non_null(strstr(err.message, "unheard-of"));
  error_release(&err);
}

static void names_of_new_files(void **state) {
  char *path = library_new_path("Cook County");
  assert_string_equal(path, scratch_path("sessions/cook-county.yaml"));
  walk_text(*state, COMMAND_SAVE_AS, path);
  free(path);
  path = library_new_path("Cook County");
  assert_string_equal(path, scratch_path("sessions/cook-county-2.yaml"));
  free(path);
  path = library_new_path(NULL);
  assert_string_equal(path, scratch_path("sessions/session.yaml"));
  free(path);
  path = library_new_path("../../etc/passwd");
  assert_int_equal(strncmp(path, scratch_path("sessions/"), strlen(scratch_path("sessions/"))), 0);
  assert_null(strstr(path, ".."));
  free(path);
}

/* --- telling ---*/

static void says(const struct session_report *told, const char *text) {
  char *said = library_report_text(told);
  assert_string_equal(said, text);
  free(said);
}

static void a_report_in_sentences(void **state) {
  (void)state;
  says(&(struct session_report){0}, "");
  says(&(struct session_report){.wholeness = SESSION_EDITED},
       "Changed outside of this program, or damaged: look over the answers.");
  says(&(struct session_report){.wholeness = SESSION_CUT_OFF},
       "Damaged: the end of this file is missing, so answers may be missing.");
  says(&(struct session_report){.wholeness = SESSION_CUT_OFF, .previous_exists = true},
       "Damaged: the end of this file is missing, so answers may be missing.\n"
       "The version saved before it is whole.");
  says(&(struct session_report){.wholeness = SESSION_CUT_OFF,
                                .previous_exists = true,
                                .previous_seconds = 86400},
       "Damaged: the end of this file is missing, so answers may be missing.\n"
       "The version saved before it, from 1970-01-02 00:00, is whole.");
  says(&(struct session_report){.interrupted = true},
       "The last save was cut short. The session is here as it was just before.");
  says(&(struct session_report){.practice = true}, "This is a practice session: nothing is saved.");
  says(&(struct session_report){.locked_elsewhere = true},
       "Open elsewhere: another program is writing this session, so here it can only be read.");
  says(&(struct session_report){.lock_unsupported = true},
       "This disk cannot keep two programs apart: who opens this session besides you goes on in a "
       "copy beside it, or you do.");
  says(&(struct session_report){.cannot_save = true},
       "Nothing can be saved there: the disk or the folder is read-only. Answers are kept only "
       "while the program runs.");
  says(&(struct session_report){.edition_changed = true, .edition_newer = true},
       "Older edition here: this was saved with a later edition of the checklist. What is not "
       "asked here is kept.");
  says(&(struct session_report){.edition_changed = true, .look_again = 1, .retired = 2},
       "Newer edition: the checklist has changed since this was saved.\n"
       "1 answered question has been reworded. Please look at it again.\n"
       "2 answers are to questions no longer asked. They are kept.");
}

/* A checklist folder of the test's own, with a practice session in it. */
static char *write_practice_checklist(void) {
  static const char checklist[] =
      "format: 1\nid: tiny\nedition: \"1\"\ntitle: Tiny\nlanguage: en\n"
      "profile:\n  - {id: name, kind: text, ask: Where?}\n"
      "sections:\n  - id: one\n    title: One\n    kind: survey\n    questions:\n"
      "      - {id: q, source: added, ask: Well?, kind: yes-no}\n";
  scratch_write("tiny/checklist.yaml", checklist, sizeof checklist - 1);
  struct guide *guide = library_new(scratch_path("tiny"), NULL);
  walk_answer(guide, "profile.name", "Elm");
  walk_answer(guide, "one.q", "no");
  save_as(guide, "tiny/practice/elm.yaml");
  guide_free(guide);
  return scratch_read("tiny/practice/elm.yaml", &(size_t){0});
}

static void a_practice_session_is_never_written(void **state) {
  (void)state;
  struct error err = ERROR_INIT;
  char *before = write_practice_checklist();
  struct guide *guide = open_session("tiny/practice/elm.yaml", &err);
  assert_non_null(guide);
  assert_true(report.practice);
  assert_true(session_is_practice(guide_session(guide)));
  assert_false(session_is_read_only(guide_session(guide)));
  assert_int_equal(guide_save_state(guide), SAVE_PRACTICE);
  assert_string_equal(guide_save_text(guide), "Practice, not saved");
  walk_answer(guide, "one.q", "yes");
  assert_true(guide_save(guide, &err));
  walk_refused(guide, COMMAND_SAVE, NULL);
  assert_true(scratch_holds("tiny/practice/elm.yaml", before));
  assert_int_equal(scratch_count("tiny/practice"), 1);
  save_as(guide, "mine.yaml"); /* a copy of one's own, by choice */
  assert_false(session_is_practice(guide_session(guide)));
  assert_int_equal(guide_save_state(guide), SAVE_SAVED);
  walk_answer(guide, "one.q", "unknown");
  assert_true(guide_save(guide, &err));
  guide_free(guide);
  assert_true(scratch_holds("tiny/practice/elm.yaml", before));
  assert_int_equal(scratch_count("tiny/practice"), 1);
  free(before);
}

static void practice_sessions_are_listed_by_name(void **state) {
  (void)state;
  size_t count;
  char *old = memory_dup(environment_get("DISENTANGLE_DATADIR"));
  free(write_practice_checklist());
  scratch_write("data/checklists/two/checklist.yaml", "title: Broken", 13);
  scratch_write("data/checklists/two/practice/oak.yaml", "", 0);
  scratch_write("data/checklists/two/practice/elm.yaml", "", 0);
  assert_int_equal(symlink(scratch_path("tiny"), scratch_path("data/checklists/tiny")), 0);
  setenv("DISENTANGLE_DATADIR", scratch_path("data"), 1);
  struct library_entry *entries = library_list_practice(&count);
  assert_int_equal(count, 3);
  assert_string_equal(entries[0].name, "elm");
  assert_string_equal(entries[2].name, "oak");
  library_free(entries, count);
  char *title = library_checklist_title("tiny");
  assert_string_equal(title, "Tiny");
  free(title);
  title = library_checklist_title("two"); /* it cannot be read */
  assert_string_equal(title, "two");
  free(title);
  setenv("DISENTANGLE_DATADIR", "/nonexistent", 1);
  assert_null(library_list_practice(&count));
  assert_int_equal(count, 0);
  setenv("DISENTANGLE_DATADIR", old, 1);
  free(old);
}

static void a_practice_session_needs_a_checklist_around_it(void **state) {
  struct error err = ERROR_INIT;
  assert_int_equal(mkdir(scratch_path("sessions/practice"), 0700), 0);
  walk_answer(*state, "profile.name", "Springfield");
  save_as(*state, "sessions/practice/elm.yaml");
  assert_int_equal(symlink(walk_checklist(), scratch_path("sessions/practice/zoning")), 0);
  guide_free(*state);
  *state = open_session("sessions/practice/elm.yaml", &err);
  assert_non_null(*state);
  assert_false(report.practice);
  assert_int_equal(guide_save_state(*state), SAVE_SAVED);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, walk_teardown)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(lists_the_newest_first),
      TEST(lists_what_only_the_previous_file_is_left_of),
      TEST(an_empty_list),
      TEST(opens_what_was_saved),
      TEST(says_why_it_cannot_open),
      TEST(a_checklist_may_be_one_file_beside_the_session),
      TEST(opens_the_version_before_a_damaged_one),
      TEST(a_cut_off_file_is_told),
      TEST(no_version_before),
      TEST(two_programs_at_once),
      TEST(a_practice_session_is_never_written),
      TEST(practice_sessions_are_listed_by_name),
      TEST(a_practice_session_needs_a_checklist_around_it),
      TEST(a_new_session),
      TEST(names_of_new_files),
      TEST(a_report_in_sentences),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
