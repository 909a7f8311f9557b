/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happens over more than one run: saving, drafts, damage; and what a key costs. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../base/cmocka-tests.h"
#include "../base/scratch.h"
#include "base/environment.h"
#include "base/error.h"
#include "base/file.h"
#include "base/strbuf.h"
#include "tui/input.h"
#include "walk.h"

enum { KEY_BYTES_LIMIT = 300 };

static const char file[] = "springfield.yaml";
static const char begin[] = "\"Springfield\" Enter 1 g \"4\\n\" ";

static int set_up(void **state) {
  (void)state;
  walk_make_folder();
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  walk_remove_folder();
  return 0;
}

/* A new session at question 4, then keys. */
static char *walk_from_question(const char *keys) {
  char script[2000];
  snprintf(script, sizeof script, "%s%s", begin, keys);
  return walk_new(script);
}

static void expect(char *picture_take, const char *text) {
  if (!strstr(picture_take, text))
    fail_msg("there is no '%s' in\n%s", text, picture_take);
  free(picture_take);
}

static void expect_saved(const char *text, bool is_there) {
  char *saved = scratch_read(file, NULL);
  assert_non_null(saved);
  if ((strstr(saved, text) != NULL) != is_there)
    fail_msg("'%s' is %s in\n%s", text, is_there ? "missing" : "there", saved);
  free(saved);
}

/* --- saving ------------------------------------------------------------------------------------*/

static void test_answers_are_saved_and_the_place_is_found_again(void **state) {
  (void)state;
  free(walk_from_question("y Down n"));
  expect_saved("permits.written", true);
  expect(walk_again(file, ""), "> 5 [no]");
}

static void test_file_is_private(void **state) {
  (void)state;
  struct stat info;
  free(walk_from_question("y"));
  assert_int_equal(stat(scratch_path(file), &info), 0);
  assert_int_equal(info.st_mode & 0777, 0600);
}

static void test_practice_saves_nothing(void **state) {
  (void)state;
  struct walk walk = {
      .rows = 24, .columns = 80, .options = {.start = TUI_PRACTICE, .checklist = walk_checklist()}};
  walk_run(&walk, "\"Springfield\" Enter 1 q");
  free(walk.picture);
  assert_int_not_equal(access(scratch_path(file), F_OK), 0);
}

static void test_nothing_answered_makes_no_file(void **state) {
  (void)state;
  free(walk_new("Down Down q"));
  assert_int_equal(scratch_count("."), 1); /* the checklist */
}

static void test_undo_after_a_restart(void **state) {
  (void)state;
  free(walk_from_question("y n"));
  expect(walk_again(file, "u"), "> 4 [yes]");
  expect(walk_again(file, "Ctrl-R"), "> 4 [no]");
}

/* The stick with the session is pulled out, and put back in. */
static void pull_out(void) {
  assert_int_equal(rename(scratch_path("stick"), scratch_path("pulled-out")), 0);
}

static void put_in(void) {
  assert_int_equal(rename(scratch_path("pulled-out"), scratch_path("stick")), 0);
}

static char *walk_on_stick(const char *keys, size_t last_keys, void (*before_last_keys)(void)) {
  struct walk walk = {
      .rows = 24,
      .columns = 80,
      .options = {.start = TUI_SESSION, .session_path = scratch_path("stick/springfield.yaml")},
      .before_last_keys = before_last_keys,
      .last_keys = last_keys};
  walk_run(&walk, keys);
  return walk.picture;
}

static void make_stick(void) {
  free(walk_from_question("y"));
  mkdir(scratch_path("stick"), 0700);
  assert_int_equal(rename(scratch_path(file), scratch_path("stick/springfield.yaml")), 0);
  assert_int_equal(rename(walk_checklist(), scratch_path("stick/zoning")), 0);
}

static void test_failed_save_is_told_until_it_works(void **state) {
  (void)state;
  make_stick();
  expect(walk_on_stick("n", 1, pull_out), "NOT SAVED");
  put_in();
  expect(walk_on_stick("n Down", 2, pull_out), "NOT SAVED");
  put_in();
}

static void test_failed_save_holds_back_quitting_once(void **state) {
  (void)state;
  make_stick();
  expect(walk_on_stick("n q", 2, pull_out), "NOT SAVED");
  put_in();
  assert_null(walk_on_stick("n q q", 3, pull_out));
  put_in();
}

/* The practice session of the invented checklist, until it is saved as one's own. */
static void test_a_practice_session(void **state) {
  (void)state;
  char *path = path_join(environment_get("SOURCE_DIR"), "tests/data/zoning/practice/elm-2020.yaml");
  struct strbuf before, after, script;
  strbuf_init(&before);
  strbuf_init(&after);
  strbuf_init(&script);
  assert_true(file_read(&before, path, 1 << 20, NULL));
  struct walk walk = {
      .rows = 24, .columns = 80, .options = {.start = TUI_SESSION, .session_path = path}};
  walk_run(&walk, "g \"4\\n\" y");
  expect(walk.picture, "Practice, not saved");
  strbuf_addf(&script, "g \"4\\n\" y S \"%s\\n\" Down n", scratch_path("mine.yaml"));
  walk_run(&walk, script.text);
  expect(walk.picture, "Saved 18:32");
  char *mine = scratch_read("mine.yaml", &(size_t){0});
  assert_non_null(strstr(mine, "permits.written"));
  free(mine);
  assert_true(file_read(&after, path, 1 << 20, NULL));
  assert_string_equal(after.text, before.text);
  strbuf_release(&script);
  strbuf_release(&after);
  strbuf_release(&before);
  free(path);
}

static void test_save_as(void **state) {
  (void)state;
  free(walk_from_question("y S"));
  char keys[4200];
  snprintf(keys, sizeof keys, "S Ctrl-U \"%s\\n\" Down n", scratch_path("other"));
  expect(walk_again(file, keys), "> 5 [no]");
  expect_saved("permits.written", false);
  assert_int_equal(access(scratch_path("other.yaml"), F_OK), 0);
}

static void test_read_only_changes_nothing(void **state) {
  (void)state;
  free(walk_from_question("y"));
  struct walk walk = {
      .rows = 24,
      .columns = 80,
      .options = {.start = TUI_SESSION, .session_path = scratch_path(file), .read_only = true}};
  walk_run(&walk, "n");
  assert_non_null(strstr(walk.picture, "> 4 [yes]"));
  assert_non_null(strstr(walk.picture, "Read only"));
  free(walk.picture);
}

static void test_file_that_is_no_session(void **state) {
  (void)state;
  struct error err = ERROR_INIT;
  struct tui_options options = {.start = TUI_SESSION, .session_path = scratch_path("x.yaml")};
  struct input *input = input_script_new("", &err);
  scratch_write("x.yaml", "a: [", 4);
  assert_false(tui_walk(&options, input, &err));
  assert_non_null(strstr(err.message, "x.yaml"));
  error_release(&err);
  input_free(input);
}

/* --- damage ------------------------------------------------------------------------------------*/

static void cut_off(void) {
  size_t size;
  char *bytes = scratch_read(file, &size);
  scratch_write(file, bytes, size - 30);
  free(bytes);
}

static void test_cut_off_session_asks(void **state) {
  (void)state;
  free(walk_from_question("y n"));
  cut_off();
  expect(walk_again(file, ""), "> Open the one saved before");
  expect(walk_again(file, "Enter"), "> 4 [yes]");
}

static void test_leaving_a_cut_off_session_alone(void **state) {
  (void)state;
  size_t before, after;
  free(walk_from_question("y n"));
  cut_off();
  free(scratch_read(file, &before));
  free(walk_again(file, "Escape"));
  free(walk_again(file, "Down Down Enter"));
  free(scratch_read(file, &after));
  assert_int_equal(before, after);
}

/* --- drafts ------------------------------------------------------------------------------------*/

static void test_comment_not_finished_is_restored(void **state) {
  (void)state;
  free(walk_from_question("c \"half a com\""));
  expect_saved("half a com", true);
  expect(walk_again(file, "\"ment\""), "half a comment");
  expect(walk_again(file, "Escape"), "Recorded: comment.");
  expect(walk_again(file, ""), "> 4 [–]");
}

static void test_draft_is_saved_when_time_runs_out(void **state) {
  (void)state;
  expect(walk_from_question("c \"half\" Wait"), "Saved 18:32");
  expect(walk_from_question("c \"half\""), "Not saved yet");
}

static void test_words_not_finished_are_restored(void **state) {
  (void)state;
  free(walk_from_question("p \"only for\""));
  expect(walk_again(file, "\" some\" Escape"), "> 4 [partly]");
}

static void test_note_not_finished_is_restored(void **state) {
  (void)state;
  free(walk_from_question("N \"between\""));
  expect(walk_again(file, "\" us\" Escape"), "private note");
}

static void test_field_not_finished_is_restored(void **state) {
  (void)state;
  free(walk_new("\"Springfield\" Enter 1 g \"profile.adopted\\n\" \"2019-0\""));
  expect(walk_again(file, "\"5-30\" Tab"), "   2019-05-30");
}

static void test_form_not_finished_is_restored(void **state) {
  (void)state;
  free(walk_from_question("e \"Minutes\" Tab \"p.\""));
  expect(walk_again(file, "Tab \" 4\" Escape"), "1 piece of evidence");
  free(walk_from_question("f \"Ask\""));
  expect(walk_again("springfield-2.yaml", "\" them\" Escape"), "follow-up");
}

static void test_refused_form_keeps_its_draft(void **state) {
  (void)state;
  free(walk_from_question("t \"majority\" Tab \"many\" Escape Escape"));
  expect(walk_again(file, "Tab Backspace Backspace Backspace Backspace \"12\" Escape"),
         "group tally");
}

static void test_bad_field_is_kept_when_it_is_left(void **state) {
  (void)state;
  free(walk_new("\"Springfield\" Enter 1 g \"profile.adopted\\n\" \"soon\" Escape q"));
  expect(walk_again(file, ""), "   soon");
}

/* --- other screens -----------------------------------------------------------------------------*/

static void test_saving_at_once(void **state) {
  (void)state;
  expect(walk_from_question("y Ctrl-S"), "Saved 18:32");
  expect(walk_new("Escape Ctrl-S"), "No file yet");
}

static void test_profile_from_anywhere(void **state) {
  (void)state;
  expect(walk_from_question("y s P"), "> What is your town or county called?");
}

static void test_commands_of_the_menu(void **state) {
  (void)state;
  expect(walk_from_question("Space End Up Enter"), "high contrast");
  expect(walk_from_question("Space \"/\" \"story\""), "Search: story");
  expect(walk_from_question("y ?"), "The answers are in the file ");
}

static void test_language(void **state) {
  (void)state;
  expect(walk_from_question("y F2"), "> English");
  expect(walk_from_question("y F2 Enter"), "> 4 [yes]");
}

static void test_home_opens_the_latest_session(void **state) {
  (void)state;
  free(walk_from_question("Down y"));
  struct walk walk = {.rows = 24, .columns = 80, .options.start = TUI_HOME};
  walk_run(&walk, "");
  expect(walk.picture, "> 1  Go on with springfield");
  walk_run(&walk, "Enter");
  expect(walk.picture, "> 5 [yes]");
  walk_run(&walk, "Enter H Down");
  expect(walk.picture, "> o");
}

static void test_home_opens_a_file_by_its_name(void **state) {
  (void)state;
  char keys[4200];
  free(walk_from_question("y"));
  struct walk walk = {.rows = 24, .columns = 80, .options.start = TUI_HOME};
  snprintf(keys, sizeof keys, "o \"%s\\n\"", scratch_path(file));
  walk_run(&walk, keys);
  expect(walk.picture, "> 4 [yes]");
  snprintf(keys, sizeof keys, "o \"%s\\n\"", scratch_path("missing.yaml"));
  walk_run(&walk, keys);
  expect(walk.picture, "> Leave it as it is");
}

static void test_home_begins_a_session(void **state) {
  (void)state;
  struct walk walk = {.rows = 24, .columns = 80, .options.start = TUI_HOME};
  walk_run(&walk, "n Enter \"Springfield\" Enter");
  expect(walk.picture, "Springfield · Local law enforcement");
  walk_run(&walk, "p Enter \"Springfield\" Enter Escape q");
  assert_null(walk.picture);
}

static void test_export(void **state) {
  (void)state;
  expect(walk_from_question("y X"), "> Document: Summary");
  expect(walk_from_question("y X"), "This computer has no printer system (lp)");
  expect(walk_from_question("y X Enter Down"), "Which document?");
  expect(walk_from_question("y X Down Enter Down"), "Which format?");
  expect(walk_from_question("y X Down Down Enter"), "In which language?");
  expect(walk_from_question("y X Down Down Down Enter"), "Paper: A4");
  expect(walk_from_question("y X Down Down Down Down Enter"), "Private notes: included");
  expect(walk_from_question("y X End Enter"), "springfield-summary.txt");
  assert_int_equal(access(scratch_path("springfield-summary.txt"), F_OK), 0);
  expect(walk_from_question("y X End Enter"), "There is such a file already");
  expect(walk_from_question("y X End Enter Enter"), "springfield-summary-2.txt");
  expect(walk_from_question("y X End Enter Enter Enter"), "Not written yet:");
  expect(walk_from_question("y X End Enter Down Enter"), "Written: ");
  expect(walk_from_question("y X End Up Enter"), "To read");
}

static void test_what_has_to_be_looked_at(void **state) {
  (void)state;
  expect(walk_from_question("y X Enter Down Enter"), "to look at before it is used");
  expect(walk_from_question("y X Enter Down Enter Down Down Down Down Down Down Down Enter"),
         "): ");
}

static void write_program(const char *name, const char *script) {
  scratch_write(name, script, strlen(script));
  assert_int_equal(chmod(scratch_path(name), 0700), 0);
}

static void test_printing(void **state) {
  (void)state;
  char script[4096];
  snprintf(script, sizeof script, "#!/bin/sh\necho \"$@\" >%s\n/bin/cat >>%s\n",
           scratch_path("printed"), scratch_path("printed"));
  write_program("bin/lp", script);
  expect(walk_from_question("y X"), "Print it: Plain text");
  expect(walk_from_question("y X End Enter"), "Sent to the printer.");
  assert_int_equal(access(scratch_path("printed"), F_OK), 0);
  write_program("bin/lpstat", "#!/bin/sh\necho upstairs\necho hall\n");
  expect(walk_from_question("y X"), "Printer: The usual one");
  expect(walk_from_question("y X End Up Enter Down Down Enter"), "Printer: hall");
  expect(walk_from_question("y X End Up Enter Down Enter Down Enter"), "Sent to the printer.");
  char *printed = scratch_read("printed", &(size_t){0});
  assert_memory_equal(printed, "-d upstairs -t ", 15);
  free(printed);
  write_program("bin/lp", "#!/bin/sh\necho 'lp: out of paper' >&2\nexit 1\n");
  expect(walk_from_question("y X End Enter"), "Not done: not printed: lp: out of paper");
}

static void test_a_table_is_not_printed(void **state) {
  (void)state;
  write_program("bin/lp", "#!/bin/sh\n");
  expect(walk_from_question("y X Enter End Enter"), "Format: Table for a spreadsheet (CSV)");
  expect(walk_from_question("y X Enter End Enter End Enter"), "springfield-answers.csv");
}

/* --- what a key costs --------------------------------------------------------------------------*/

static void test_moving_and_answering_send_few_bytes(void **state) {
  (void)state;
  char script[200];
  snprintf(script, sizeof script, "%sd y Down n Up y Down d Down y Up u", begin);
  struct walk walk = {.rows = 24,
                      .columns = 80,
                      .options = {.start = TUI_NEW, .checklist = walk_checklist()},
                      .counted = 8};
  walk_run(&walk, script);
  if (walk.most_key_bytes > KEY_BYTES_LIMIT)
    fail_msg("a key sent %ld bytes", walk.most_key_bytes);
  free(walk.picture);
}

int main(void) {
  environment_set_locale();
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(test_answers_are_saved_and_the_place_is_found_again),
      TEST(test_file_is_private),
      TEST(test_practice_saves_nothing),
      TEST(test_nothing_answered_makes_no_file),
      TEST(test_undo_after_a_restart),
      TEST(test_failed_save_is_told_until_it_works),
      TEST(test_failed_save_holds_back_quitting_once),
      TEST(test_a_practice_session),
      TEST(test_save_as),
      TEST(test_read_only_changes_nothing),
      TEST(test_file_that_is_no_session),
      TEST(test_cut_off_session_asks),
      TEST(test_leaving_a_cut_off_session_alone),
      TEST(test_comment_not_finished_is_restored),
      TEST(test_draft_is_saved_when_time_runs_out),
      TEST(test_words_not_finished_are_restored),
      TEST(test_note_not_finished_is_restored),
      TEST(test_field_not_finished_is_restored),
      TEST(test_form_not_finished_is_restored),
      TEST(test_refused_form_keeps_its_draft),
      TEST(test_bad_field_is_kept_when_it_is_left),
      TEST(test_saving_at_once),
      TEST(test_profile_from_anywhere),
      TEST(test_commands_of_the_menu),
      TEST(test_language),
      TEST(test_home_opens_the_latest_session),
      TEST(test_home_opens_a_file_by_its_name),
      TEST(test_home_begins_a_session),
      TEST(test_export),
      TEST(test_what_has_to_be_looked_at),
      TEST(test_printing),
      TEST(test_a_table_is_not_printed),
      TEST(test_moving_and_answering_send_few_bytes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
