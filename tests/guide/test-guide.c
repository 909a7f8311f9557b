/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/guide.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "assess/assess.h"
#include "base/error.h"
#include "checklist/checklist.h"
#include "session/session.h"
#include "tests/base/scratch.h"
#include "tests/guide/walk.h"

/* --- commands ---*/

static void the_front_ends_commands_are_refused(void **state) {
  for (const struct command_info *info = command_table; info->id; info++)
    if (info->front_end)
      walk_refused(*state, info->command, NULL);
  assert_string_equal(walk_error(), "'quit' cannot be done here");
}

static void every_other_command_can_be_tried_without_input(void **state) {
  struct guide *guide = *state;
  for (const struct command_info *info = command_table; info->id; info++) {
    struct guide_outcome outcome;
    struct error err = ERROR_INIT;
    if (!info->front_end && !guide_do(guide, info->command, NULL, &outcome, &err))
      assert_true(err.message && *err.message);
    error_release(&err);
  }
}

/* --- saving ---*/

static void a_session_without_a_file(void **state) {
  struct guide *guide = *state;
  assert_int_equal(guide_save_state(guide), SAVE_NO_FILE);
  assert_string_equal(guide_save_text(guide), "No file yet");
  walk_refused(guide, COMMAND_SAVE, NULL);
  assert_true(guide_save(guide, NULL));
  assert_null(guide_save_failure(guide));
}

static void saves_under_a_name(void **state) {
  struct guide *guide = *state;
  walk_refused(guide, COMMAND_SAVE_AS, NULL);
  walk_text(guide, COMMAND_SAVE_AS, scratch_path("new/folder/place"));
  assert_string_equal(session_path(guide_session(guide)), scratch_path("new/folder/place.yaml"));
  assert_int_equal(strncmp(walk_status(), "Saved in ", 9), 0);
  assert_int_equal(guide_save_state(guide), SAVE_SAVED);
  assert_string_equal(guide_save_text(guide), "Saved 18:32");
  walk_answer(guide, "5", "yes");
  assert_int_equal(guide_save_state(guide), SAVE_UNSAVED);
  assert_string_equal(guide_save_text(guide), "Not saved yet");
  walk_do(guide, COMMAND_SAVE);
  assert_string_equal(walk_status(), "Saved 18:32");
  const struct guide_input same = {.text = scratch_path("new/folder/place.yaml")};
  walk_refused(guide, COMMAND_SAVE_AS, &same); /* it is there already */
  walk_text(guide, COMMAND_SAVE_AS, scratch_path("other.yaml"));
  assert_string_equal(session_path(guide_session(guide)), scratch_path("other.yaml"));
}

static void a_failure_is_told_and_made_good(void **state) {
  struct guide *guide = *state;
  struct error err = ERROR_INIT;
  walk_text(guide, COMMAND_SAVE_AS, scratch_path("stick/place"));
  assert_int_equal(rename(scratch_path("stick"), scratch_path("pulled-out")), 0);
  walk_answer(guide, "5", "yes");
  assert_false(guide_save(guide, &err));
  assert_int_equal(guide_save_state(guide), SAVE_FAILED);
  assert_string_equal(guide_save_failure(guide), err.message);
  assert_int_equal(strncmp(guide_save_text(guide), "NOT SAVED: ", 11), 0);
  assert_non_null(strstr(guide_save_text(guide), err.message));
  walk_refused(guide, COMMAND_SAVE, NULL);
  assert_string_equal(walk_value(guide, "permits.written"), "yes");
  assert_int_equal(rename(scratch_path("pulled-out"), scratch_path("stick")), 0);
  assert_true(guide_save(guide, &err));
  assert_int_equal(guide_save_state(guide), SAVE_SAVED);
  error_release(&err);
}

static void goes_on_in_another_file_after_a_failure(void **state) {
  struct guide *guide = *state;
  walk_text(guide, COMMAND_SAVE_AS, scratch_path("stick/place"));
  assert_int_equal(rename(scratch_path("stick"), scratch_path("pulled-out")), 0);
  walk_answer(guide, "5", "yes");
  assert_false(guide_save(guide, NULL));
  walk_text(guide, COMMAND_SAVE_AS, scratch_path("disk/place"));
  assert_int_equal(guide_save_state(guide), SAVE_SAVED);
  assert_null(guide_save_failure(guide));
  char *saved = scratch_read("disk/place.yaml", NULL);
  assert_non_null(strstr(saved, "permits.written"));
  free(saved);
}

static void a_file_that_somebody_else_changed(void **state) {
  struct guide *guide = *state;
  struct error err = ERROR_INIT;
  walk_text(guide, COMMAND_SAVE_AS, scratch_path("place"));
  scratch_write("place.yaml", "theirs\n", 7);
  walk_answer(guide, "5", "yes");
  assert_false(guide_save(guide, &err));
  assert_non_null(strstr(err.message, "was not overwritten"));
  assert_int_equal(guide_save_state(guide), SAVE_SAVED); /* beside it */
  assert_true(scratch_holds("place.yaml", "theirs\n"));
  error_release(&err);
}

static void a_session_for_reading_only(void **state) {
  struct guide *guide = *state;
  struct session_report report;
  walk_answer(guide, "5", "yes");
  walk_text(guide, COMMAND_SAVE_AS, scratch_path("place"));
  struct checklist *checklist = checklist_load(walk_checklist(), NULL);
  struct session *session =
      session_load(scratch_path("place.yaml"), checklist, SESSION_READ_ONLY, &report, NULL);
  struct guide *reader = guide_new(checklist, session);
  assert_int_equal(guide_save_state(reader), SAVE_READ_ONLY);
  assert_string_equal(guide_save_text(reader), "Read only");
  walk_do(reader, COMMAND_LAST);
  walk_refused(reader, COMMAND_ANSWER, &(struct guide_input){.text = "yes"});
  assert_string_equal(walk_error(), "this session is open for reading only; save it under another "
                                    "name to change it");
  assert_true(guide_save(reader, NULL));
  walk_text(reader, COMMAND_SAVE_AS, scratch_path("mine"));
  walk_answer(reader, "5", "no");
  assert_true(guide_save(reader, NULL));
  guide_free(reader);
}

/* --- drafts ---*/

static void drafts_belong_to_a_question_and_field(void **state) {
  struct guide *guide = *state;
  assert_null(guide_draft(guide, "comment"));
  guide_set_draft(guide, "comment", "half a sen");
  assert_string_equal(guide_draft(guide, "comment"), "half a sen");
  assert_null(guide_draft(guide, "note"));
  walk_do(guide, COMMAND_NEXT_QUESTION);
  assert_null(guide_draft(guide, "comment"));
  walk_do(guide, COMMAND_PREVIOUS_QUESTION);
  assert_non_null(guide_draft(guide, "comment"));
  guide_set_draft(guide, "comment", NULL);
  assert_null(guide_draft(guide, "comment"));
}

/* As on FAT, where the mode that was asked for has no effect. */
static void a_disk_without_modes_is_told_once(void **state) {
  struct guide *guide = *state;
  walk_text(guide, COMMAND_SAVE_AS, scratch_path("place"));
  assert_null(guide_privacy_warning(guide));
  assert_int_equal(chmod(scratch_path("place.yaml"), 0755), 0);
  assert_non_null(strstr(guide_privacy_warning(guide), "keeps no permissions"));
  assert_null(guide_privacy_warning(guide));
}

static void drafts_are_saved(void **state) {
  struct guide *guide = *state;
  walk_text(guide, COMMAND_SAVE_AS, scratch_path("place"));
  guide_set_draft(guide, "comment", "half a sen");
  assert_int_equal(guide_save_state(guide), SAVE_UNSAVED);
  assert_true(guide_save(guide, NULL));
  char *saved = scratch_read("place.yaml", NULL);
  assert_non_null(strstr(saved, "half a sen"));
  free(saved);
}

/* --- what is shown ---*/

static void the_place_has_a_name(void **state) {
  struct guide *guide = *state;
  assert_string_equal(guide_place_name(guide), "(no place yet)");
  walk_text(guide, COMMAND_ANSWER, "Springfield");
  assert_string_equal(guide_place_name(guide), "Springfield");
  walk_answer(guide, "profile.state", "OR");
  assert_string_equal(guide_place_name(guide), "Springfield, Oregon");
  walk_answer(guide, "profile.name", "unknown");
  assert_string_equal(guide_place_name(guide), "(no place yet)");
}

static void the_position_in_words(void **state) {
  struct guide *guide = *state;
  static const char *const positions[][2] = {{"profile", "Profile"},
                                             {"landscape", "How it works today"},
                                             {"parking", "Criterion 2 of 3"},
                                             {"tenants", "Further questions, 1 of 1"}};
  for (size_t i = 0; i < sizeof positions / sizeof *positions; i++) {
    walk_text(guide, COMMAND_GO, positions[i][0]);
    assert_string_equal(guide_position_text(guide), positions[i][1]);
  }
}

static void the_progress_in_words(void **state) {
  struct guide *guide = *state;
  assert_string_equal(guide_progress_text(guide), "0 of 13 answered");
  walk_answer(guide, "4", "yes");
  assert_string_equal(guide_progress_text(guide), "1 of 14 answered");
  walk_answer(guide, "5", "unknown");
  assert_string_equal(guide_progress_text(guide), "1 of 14 answered, 1 to find out");
  assert_string_equal(guide_brief_progress_text(guide), "1 of 14 answered");
}

static void the_assessment_is_up_to_date(void **state) {
  struct guide *guide = *state;
  const struct assessment *first = guide_assessment(guide);
  assert_ptr_equal(guide_assessment(guide), first);
  assert_int_equal(first->counts.answered, 0);
  walk_answer(guide, "5", "yes");
  assert_int_equal(guide_assessment(guide)->counts.answered, 1);
  const struct assessment *full = guide_full_assessment(guide, NULL);
  assert_true(full->recommendation_count > 0);
  assert_ptr_equal(guide_assessment(guide), full); /* what has more serves for both */
  assert_ptr_equal(guide_full_assessment(guide, NULL), full);
}

static void nothing_to_free(void **state) {
  (void)state;
  guide_free(NULL);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, walk_setup, walk_teardown)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(the_front_ends_commands_are_refused),
      TEST(every_other_command_can_be_tried_without_input),
      TEST(a_session_without_a_file),
      TEST(saves_under_a_name),
      TEST(a_disk_without_modes_is_told_once),
      TEST(a_failure_is_told_and_made_good),
      TEST(goes_on_in_another_file_after_a_failure),
      TEST(a_file_that_somebody_else_changed),
      TEST(a_session_for_reading_only),
      TEST(drafts_belong_to_a_question_and_field),
      TEST(drafts_are_saved),
      TEST(the_place_has_a_name),
      TEST(the_position_in_words),
      TEST(the_progress_in_words),
      TEST(the_assessment_is_up_to_date),
      TEST(nothing_to_free),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
