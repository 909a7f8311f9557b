/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the command for locks takes, refuses and says. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/age.h"
#include "base/error.h"
#include "base/file.h"
#include "base/memory.h"
#include "guide/library.h"
#include "session/session.h"
#include "tests/base/scratch.h"
#include "tests/guide/walk.h"

enum { LEFT_OUT = 77 };
static const char passphrase[] = "three quiet herons";

static void save_as(struct guide *guide, const char *name) {
  walk_text(guide, COMMAND_SAVE_AS, scratch_path(name));
}

static void refused(struct guide *guide, const char *text, const char *message) {
  walk_refused(guide, COMMAND_LOCK, &(struct guide_input){.text = text});
  assert_string_equal(walk_error(), message);
}

static void what_is_too_short_or_long_is_refused(void **state) {
  char *long_one = memory_new(AGE_PASSPHRASE_LIMIT_BYTES + 2);
  memset(long_one, 'a', AGE_PASSPHRASE_LIMIT_BYTES + 1);
  long_one[AGE_PASSPHRASE_LIMIT_BYTES + 1] = '\0';
  refused(*state, "seven c",
          "the passphrase is too short to protect anything: take at least 8 characters, better "
          "four or five words that nobody would guess");
  refused(*state, long_one, "the passphrase is longer than 1024 bytes");
  refused(*state, "", "this session has no lock");
  refused(*state, NULL, "this session has no lock");
  assert_true(guide_check_passphrase("acht Zei\xc3\xa4", NULL));
  free(long_one);
}

static void a_session_without_a_file_is_locked_from_its_first_save(void **state) {
  walk_text(*state, COMMAND_LOCK, passphrase);
  assert_string_equal(walk_status(), "Locked: it is so from the first save on.");
  save_as(*state, "sessions/elm");
  const char *path = session_path(guide_session(*state));
  assert_string_equal(path_name(path), "elm.yaml.age");
  assert_true(session_needs_passphrase(path));
  save_as(*state, "sessions/oak.yaml");
  assert_string_equal(path_name(session_path(guide_session(*state))), "oak.yaml.age");
  save_as(*state, "sessions/ash.yaml.age");
  assert_string_equal(path_name(session_path(guide_session(*state))), "ash.yaml.age");
}

static void a_lock_without_a_file_is_taken_away_again(void **state) {
  walk_text(*state, COMMAND_LOCK, passphrase);
  walk_text(*state, COMMAND_LOCK, NULL);
  assert_string_equal(walk_status(), "Not locked any more.");
}

static void what_becomes_of_it_is_said(void **state) {
  save_as(*state, "sessions/elm.yaml");
  walk_text(*state, COMMAND_LOCK, passphrase);
  assert_string_equal(walk_status(), "Locked: the session is now in elm.yaml.age.");
  walk_text(*state, COMMAND_LOCK, "one loud goose");
  assert_string_equal(walk_status(), "Changed: only the new passphrase opens the session now.");
  walk_answer(*state, "5", "yes");
  assert_true(guide_save(*state, NULL));
  walk_text(*state, COMMAND_LOCK, "");
  assert_string_equal(walk_status(), "Not locked any more: the session is now in elm.yaml.");
}

static void copies_that_stay_open_are_counted(void **state) {
  save_as(*state, "sessions/elm.yaml");
  scratch_write("sessions/elm.yaml.damaged-1", "x", 1);
  scratch_write("sessions/elm.yaml.conflict-1.yaml", "x", 1);
  scratch_write("sessions/elm.yaml.txt", "x", 1);
  walk_text(*state, COMMAND_LOCK, passphrase);
  assert_string_equal(walk_status(), "Locked: the session is now in elm.yaml.age. 2 copies beside "
                                     "it, made before, are as they were.");
}

static void the_home_screen_knows_locked_ones(void **state) {
  size_t count;
  save_as(*state, "sessions/elm.yaml");
  walk_text(*state, COMMAND_LOCK, passphrase);
  struct library_entry *entries = library_list(NULL, &count);
  assert_int_equal(count, 1);
  assert_string_equal(entries[0].name, "elm");
  assert_true(entries[0].locked);
  assert_string_equal(path_name(entries[0].path), "elm.yaml.age");
  library_free(entries, count);
  char *path = library_new_path("elm");
  assert_string_equal(path_name(path), "elm-2.yaml");
  free(path);
  path = library_copy_path("/media/stick/elm.yaml.age");
  assert_string_equal(path_name(path), "elm-2.yaml");
  free(path);
}

static void it_opens_with_its_passphrase_only(void **state) {
  struct error err = ERROR_INIT;
  struct session_report report;
  save_as(*state, "sessions/elm.yaml");
  assert_int_equal(symlink(walk_checklist(), scratch_path("sessions/zoning")), 0);
  walk_text(*state, COMMAND_LOCK, passphrase);
  char *path = memory_dup(session_path(guide_session(*state)));
  assert_null(library_open(path, SESSION_READ_ONLY, &report, &err));
  assert_non_null(strstr(err.message, "is locked with a passphrase"));
  error_release(&err);
  assert_int_equal(session_give_passphrase(path, passphrase, NULL), PASSPHRASE_RIGHT);
  struct guide *guide = library_open(path, SESSION_READ_ONLY, &report, &err);
  assert_non_null(guide);
  guide_free(guide);
  session_forget_passphrase();
  assert_true(session_needs_passphrase(path));
  free(path);
}

#define walk_test(f) cmocka_unit_test_setup_teardown(f, walk_setup, walk_teardown)

int main(void) {
  if (!age_is_built_in())
    return LEFT_OUT;
  const struct CMUnitTest tests[] = {
      walk_test(what_is_too_short_or_long_is_refused),
      walk_test(a_session_without_a_file_is_locked_from_its_first_save),
      walk_test(a_lock_without_a_file_is_taken_away_again),
      walk_test(what_becomes_of_it_is_said),
      walk_test(copies_that_stay_open_are_counted),
      walk_test(the_home_screen_knows_locked_ones),
      walk_test(it_opens_with_its_passphrase_only),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
