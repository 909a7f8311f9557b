/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sessions that are locked with a passphrase: that they keep all the rules of saving, and that
 * nothing of what they hold is in any file beside them. The locks are cheap ones: what a passphrase
 * costs is tried in tests/base. */
#include <config.h>

#include "session/fixture.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/age.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "session/session-private.h"

enum { LOW_COST = 1, BYTES_LIMIT = 8 << 20, LEFT_OUT = 77 };
static const char passphrase[] = "three quiet herons", other[] = "one loud goose";
static const char canary[] = "CANARY-7c2b";

static bool lock(struct session *session, const char *with, struct error *err) {
  return session_set_key(session, with ? age_key_new(with, LOW_COST, NULL) : NULL, err);
}

static void lock_it(struct session *session, const char *with) {
  struct error err = ERROR_INIT;
  if (!lock(session, with, &err))
    fail_msg("%s", err.message);
}

/* town.yaml.age, with the canary wherever a person can type something. */
static struct session *create_locked(const struct fixture *fixture) {
  struct session *session = create(fixture);
  give(session, "profile.name", canary, NULL);
  save(session);
  lock_it(session, passphrase);
  return session;
}

static char *locked_path(const struct fixture *fixture) {
  return path_of(fixture, "town.yaml.age");
}

static void read_file(const char *path, struct strbuf *bytes) {
  struct error err = ERROR_INIT;
  strbuf_init(bytes);
  if (!file_read(bytes, path, BYTES_LIMIT, &err))
    fail_msg("%s", err.message);
}

static bool holds(const char *path, const char *text) {
  struct strbuf bytes;
  read_file(path, &bytes);
  bool found = memmem(bytes.text, bytes.length, text, strlen(text));
  strbuf_release(&bytes);
  return found;
}

static bool is_locked(const char *path) {
  struct strbuf bytes;
  read_file(path, &bytes);
  bool meant = age_is_meant(bytes.text, bytes.length);
  strbuf_release(&bytes);
  return meant;
}

/* In no file of the folder, whatever its name. */
static void nothing_is_readable(const struct fixture *fixture) {
  size_t count;
  char **names = file_list(fixture->folder, "", &count);
  for (size_t i = 0; i < count; i++) {
    char *path = path_of(fixture, names[i]);
    if (holds(path, canary) || holds(path, "permits."))
      fail_msg("%s can be read", names[i]);
    free(path);
    free(names[i]);
  }
  free(names);
}

static struct session *open_with(const struct fixture *fixture, const char *path,
                                 const char *with) {
  struct error err = ERROR_INIT;
  assert_true(session_needs_passphrase(path));
  assert_int_equal(session_give_passphrase(path, with, &err), PASSPHRASE_RIGHT);
  assert_false(session_needs_passphrase(path));
  struct session *session = session_load(path, fixture->checklist, SESSION_WRITE, NULL, &err);
  if (!session)
    fail_msg("%s", err.message);
  assert_true(session_has_passphrase(session));
  session_forget_passphrase();
  return session;
}

/* --- locking -----------------------------------------------------------------------------------*/

static void a_lock_takes_the_place_of_the_open_file(void **state) {
  FIXTURE;
  struct session *session = create(fixture);
  give(session, "profile.name", canary, NULL);
  save(session);
  give(session, "permits.practice", "yes", NULL);
  save(session);
  assert_false(session_has_passphrase(session));
  lock_it(session, passphrase);
  char *path = locked_path(fixture);
  assert_string_equal(session_path(session), path);
  assert_true(session_has_passphrase(session));
  assert_int_equal(file_count(fixture), 1);
  assert_true(is_locked(path));
  nothing_is_readable(fixture);
  struct stat info;
  assert_int_equal(stat(path, &info), 0);
  assert_int_equal(info.st_mode & 0777, 0600);
  session_free(session);
  session = open_with(fixture, path, passphrase);
  assert_value(session, "profile.name", canary);
  assert_value(session, "permits.practice", "yes");
  assert_non_null(session_undo(session));
  session_free(session);
  free(path);
}

static void all_that_is_saved_is_locked(void **state) {
  FIXTURE;
  struct session *session = create_locked(fixture);
  for (int i = 0; i < 3; i++) {
    comment(session, "permits.practice", i % 2 ? canary : "CANARY-7c2b again");
    session_set_draft(session, "fees.posted", "comment", canary);
    save(session);
    nothing_is_readable(fixture);
  }
  assert_int_equal(file_count(fixture), 2); /* and the one before */
  char *path = locked_path(fixture);
  session_free(session);
  session = open_with(fixture, path, passphrase);
  assert_string_equal(session_draft(session)->text, canary);
  session_free(session);
  free(path);
}

static void what_did_not_change_is_not_written(void **state) {
  FIXTURE;
  char *path = locked_path(fixture);
  session_free(create_locked(fixture));
  struct session *session = open_with(fixture, path, passphrase);
  struct file_stamp before = file_stamp(path);
  assert_false(session_is_unsaved(session));
  save(session);
  assert_true(file_stamp_same(before, file_stamp(path)));
  session_free(session);
  free(path);
}

static void a_new_session_is_never_open_on_the_disk(void **state) {
  FIXTURE;
  struct error err = ERROR_INIT;
  struct session *session = session_new(fixture->checklist);
  give(session, "profile.name", canary, NULL);
  lock_it(session, passphrase);
  assert_int_equal(file_count(fixture), 0);
  char *path = session_path_with_lock(fixture->path, true);
  assert_true(session_create(session, path, &err));
  assert_true(is_locked(path));
  nothing_is_readable(fixture);
  session_free(session);
  free(path);
}

static void the_file_it_goes_on_in_is_locked_too(void **state) {
  FIXTURE;
  struct error err = ERROR_INIT;
  struct session *session = create_locked(fixture);
  char *path = path_of(fixture, "elsewhere.yaml.age");
  assert_true(session_save_as(session, path, &err));
  assert_true(is_locked(path));
  nothing_is_readable(fixture);
  session_free(session);
  free(path);
}

static void paths_go_to_and_fro(void **state) {
  (void)state;
  static const struct {
    const char *open, *locked;
  } pairs[] = {{"a.yaml", "a.yaml.age"}, {"a", "a.age"}};
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
    char *locked = session_path_with_lock(pairs[i].open, true);
    char *open = session_path_with_lock(pairs[i].locked, false);
    assert_string_equal(locked, pairs[i].locked);
    assert_string_equal(open, pairs[i].open);
    char *same = session_path_with_lock(locked, true);
    assert_string_equal(same, locked);
    free(same);
    free(open);
    free(locked);
  }
}

/* --- changing and removing ---------------------------------------------------------------------*/

static void only_the_new_passphrase_opens(void **state) {
  FIXTURE;
  struct error err = ERROR_INIT;
  struct session *session = create_locked(fixture);
  give(session, "permits.practice", "no", NULL);
  save(session);
  lock_it(session, other);
  char *path = locked_path(fixture);
  assert_string_equal(session_path(session), path);
  assert_int_equal(file_count(fixture), 1);
  session_free(session);
  assert_int_equal(session_give_passphrase(path, passphrase, &err), PASSPHRASE_WRONG);
  error_release(&err);
  session = open_with(fixture, path, other);
  assert_value(session, "permits.practice", "no");
  session_free(session);
  free(path);
}

static void without_a_lock_it_is_as_it_was(void **state) {
  FIXTURE;
  struct session *session = create_locked(fixture);
  save(session);
  lock_it(session, NULL);
  assert_string_equal(session_path(session), fixture->path);
  assert_int_equal(file_count(fixture), 1);
  assert_true(holds(fixture->path, canary));
  session_free(session);
  assert_false(session_needs_passphrase(fixture->path));
  session = load(fixture);
  assert_false(session_has_passphrase(session));
  session_free(session);
}

static void any_name_will_do(void **state) {
  FIXTURE;
  char *path = locked_path(fixture);
  session_free(create_locked(fixture));
  assert_int_equal(rename(path, fixture->path), 0);
  struct session *session = open_with(fixture, fixture->path, passphrase);
  give(session, "permits.practice", "no", NULL);
  save(session);
  nothing_is_readable(fixture);
  lock_it(session, NULL); /* in the same place, and the locked one before is gone */
  assert_string_equal(session_path(session), fixture->path);
  assert_int_equal(file_count(fixture), 1);
  session_free(session);
  session_free(load(fixture));
  free(path);
}

static void a_link_is_not_left_to_an_open_file(void **state) {
  FIXTURE;
  char *target = path_of(fixture, "real.yaml");
  session_free(create(fixture));
  assert_int_equal(rename(fixture->path, target), 0);
  assert_int_equal(symlink("real.yaml", fixture->path), 0);
  struct session *session = load(fixture);
  give(session, "profile.name", canary, NULL);
  save(session);
  lock_it(session, passphrase);
  nothing_is_readable(fixture);
  session_free(session);
  assert_true(file_is_absent(target));
  free(target);
}

static void a_name_that_is_taken_is_refused(void **state) {
  FIXTURE;
  struct error err = ERROR_INIT;
  char *path = locked_path(fixture);
  write_contents(path, "somebody else's");
  struct session *session = create(fixture);
  assert_false(lock(session, passphrase, &err));
  assert_non_null(strstr(err.message, "town.yaml.age' is already there"));
  error_release(&err);
  assert_false(session_has_passphrase(session));
  assert_string_equal(session_path(session), fixture->path);
  give(session, "permits.practice", "yes", NULL);
  save(session);
  session_free(session);
  session = load(fixture);
  assert_value(session, "permits.practice", "yes");
  session_free(session);
  free(path);
}

static void what_is_only_read_gets_no_lock(void **state) {
  FIXTURE;
  struct error err = ERROR_INIT;
  session_free(create(fixture));
  struct session *session =
      session_load(fixture->path, fixture->checklist, SESSION_READ_ONLY, NULL, NULL);
  assert_false(lock(session, passphrase, &err));
  assert_message(&err, "this session is open for reading only; save it under another name");
  assert_false(session_has_passphrase(session));
  session_free(session);
}

static void the_passphrase_itself_is_taken(void **state) {
  FIXTURE;
  struct error err = ERROR_INIT;
  struct session *session = create(fixture);
  assert_true(session_set_passphrase(session, passphrase, &err));
  char *path = locked_path(fixture);
  assert_true(is_locked(path));
  assert_true(session_set_passphrase(session, NULL, &err));
  assert_false(is_locked(fixture->path));
  session_free(session);
  free(path);
}

static void what_cannot_be_removed_is_named(void **state) {
  FIXTURE;
  struct error err = ERROR_INIT;
  struct session *session = create(fixture);
  char *previous = path_of(fixture, "town.yaml~"), *path = locked_path(fixture);
  assert_int_equal(mkdir(previous, 0700), 0);
  assert_false(lock(session, passphrase, &err));
  assert_non_null(strstr(err.message, "remove it yourself"));
  assert_non_null(strstr(err.message, "town.yaml~"));
  error_release(&err);
  assert_true(session_has_passphrase(session));
  assert_string_equal(session_path(session), path);
  session_free(session);
  assert_int_equal(rmdir(previous), 0);
  free(previous);
  free(path);
}

/* --- opening -----------------------------------------------------------------------------------*/

static void nothing_opens_without_it(void **state) {
  FIXTURE;
  struct error err = ERROR_INIT;
  struct session_report report;
  char *path = locked_path(fixture);
  session_free(create_locked(fixture));
  assert_true(session_needs_passphrase(path));
  assert_true(session_is_meant(path));
  assert_null(session_load(path, fixture->checklist, SESSION_WRITE, &report, &err));
  assert_non_null(strstr(err.message, "is locked with a passphrase"));
  assert_false(report.previous_exists);
  error_release(&err);
  assert_null(session_peek_checklist(path, &err));
  assert_non_null(strstr(err.message, "is locked with a passphrase"));
  error_release(&err);
  assert_int_equal(session_give_passphrase(path, other, &err), PASSPHRASE_WRONG);
  assert_non_null(strstr(err.message, "wrong passphrase (or line 2 or 3 of "));
  error_release(&err);
  assert_true(session_needs_passphrase(path));
  assert_int_equal(file_count(fixture), 1);
  free(path);
}

static void a_fault_is_told_of_what_is_locked(void **state) {
  FIXTURE;
  struct faults faults = FAULTS_INIT;
  char *path = locked_path(fixture);
  session_free(create_locked(fixture));
  session_check(path, fixture->checklist, &faults);
  assert_int_equal(faults.errors, 1);
  assert_non_null(strstr(faults.items[0].message, "is locked with a passphrase"));
  faults_release(&faults);
  faults = (struct faults)FAULTS_INIT;
  assert_int_equal(session_give_passphrase(path, passphrase, NULL), PASSPHRASE_RIGHT);
  session_check(path, fixture->checklist, &faults);
  assert_int_equal(faults.count, 0);
  faults_release(&faults);
  session_forget_passphrase();
  free(path);
}

static void what_is_no_lock_needs_no_passphrase(void **state) {
  FIXTURE;
  struct error err = ERROR_INIT;
  assert_false(session_needs_passphrase(fixture->path));
  assert_int_equal(session_give_passphrase(fixture->path, passphrase, &err), PASSPHRASE_USELESS);
  assert_non_null(err.message);
  error_release(&err);
  session_free(create(fixture));
  assert_false(session_needs_passphrase(fixture->path));
}

static void a_save_that_was_cut_short_is_found(void **state) {
  FIXTURE;
  struct session_report report;
  char *path = locked_path(fixture), *previous = path_of(fixture, "town.yaml.age~");
  session_free(create_locked(fixture));
  assert_int_equal(rename(path, previous), 0);
  assert_true(session_needs_passphrase(path));
  assert_int_equal(session_give_passphrase(path, passphrase, NULL), PASSPHRASE_RIGHT);
  struct session *session = session_load(path, fixture->checklist, SESSION_WRITE, &report, NULL);
  assert_non_null(session);
  assert_true(report.interrupted);
  save(session);
  nothing_is_readable(fixture);
  session_free(session);
  session_forget_passphrase();
  free(previous);
  free(path);
}

/* --- damage ------------------------------------------------------------------------------------*/

static void change_byte(const char *path, size_t at) {
  struct strbuf bytes;
  read_file(path, &bytes);
  char *byte = bytes.text + (at < bytes.length ? at : bytes.length - 1);
  *byte = *byte == 'A' ? 'B' : 'A'; /* of base64, too */
  write_bytes(path, bytes.text, bytes.length);
  strbuf_release(&bytes);
}

/* At a byte of the version, the salt, the wrapped key, its MAC, the contents. */
static void damage_is_told_and_the_one_before_offered(void **state) {
  FIXTURE;
  static const size_t places[] = {23, 35, 70, 110, 5000000};
  char *path = locked_path(fixture), *damaged = path_of(fixture, "town.yaml.age.damaged-1");
  for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
    struct error err = ERROR_INIT;
    struct session_report report;
    struct session *session = create_locked(fixture);
    comment(session, "permits.practice", "later");
    save(session);
    session_free(session);
    change_byte(path, places[i]);
    assert_true(session_needs_passphrase(path));
    assert_int_equal(session_give_passphrase(path, passphrase, NULL), PASSPHRASE_RIGHT);
    assert_false(session_needs_passphrase(path));
    assert_null(session_load(path, fixture->checklist, SESSION_WRITE, &report, &err));
    assert_non_null(strstr(err.message, "damaged"));
    assert_true(report.previous_exists);
    error_release(&err);
    session = session_load_previous(path, fixture->checklist, &report, &err);
    assert_non_null(session);
    assert_value(session, "profile.name", canary);
    assert_true(session_has_passphrase(session));
    save(session);
    assert_true(file_exists(damaged));
    nothing_is_readable(fixture);
    session_free(session);
    session_forget_passphrase();
    session_free(open_with(fixture, path, passphrase));
    unlink(damaged);
    unlink(path);
  }
  free(damaged);
  free(path);
}

static void without_one_before_damage_is_told_at_once(void **state) {
  FIXTURE;
  struct error err = ERROR_INIT;
  char *path = locked_path(fixture);
  session_free(create_locked(fixture));
  change_byte(path, 110);
  assert_int_equal(session_give_passphrase(path, passphrase, &err), PASSPHRASE_USELESS);
  assert_non_null(strstr(err.message, "damaged"));
  error_release(&err);
  free(path);
}

static void a_wrong_passphrase_is_wrong_for_both(void **state) {
  FIXTURE;
  struct error err = ERROR_INIT;
  char *path = locked_path(fixture);
  struct session *session = create_locked(fixture);
  comment(session, "permits.practice", "later");
  save(session);
  session_free(session);
  assert_int_equal(session_give_passphrase(path, other, &err), PASSPHRASE_WRONG);
  error_release(&err);
  change_byte(path, 40);
  assert_int_equal(session_give_passphrase(path, other, &err), PASSPHRASE_WRONG);
  error_release(&err);
  free(path);
}

/* --- with others -------------------------------------------------------------------------------*/

static void a_conflict_stays_locked(void **state) {
  FIXTURE;
  struct error err = ERROR_INIT;
  struct session *session = create_locked(fixture);
  char *path = locked_path(fixture), *theirs = memory_dup("theirs, and not ours");
  write_contents(path, theirs);
  comment(session, "permits.practice", canary);
  assert_false(session_save(session, &err));
  assert_non_null(strstr(err.message, "town.yaml.age.conflict-1.yaml.age"));
  error_release(&err);
  assert_true(is_locked(session_path(session)));
  assert_false(session_is_unsaved(session));
  char *kept = contents(path);
  assert_string_equal(kept, theirs);
  nothing_is_readable(fixture);
  save(session);
  session_free(session);
  free(kept);
  free(theirs);
  free(path);
}

static void what_somebody_else_wrote_is_not_locked_away(void **state) {
  FIXTURE;
  struct error err = ERROR_INIT;
  struct session *session = create(fixture);
  write_contents(fixture->path, "theirs");
  assert_false(lock(session, passphrase, &err));
  assert_non_null(strstr(err.message, "was changed by another program"));
  error_release(&err);
  assert_false(session_has_passphrase(session));
  assert_true(holds(fixture->path, "theirs"));
  session_free(session);
}

int main(void) {
  if (!age_is_built_in())
    return LEFT_OUT;
  const struct CMUnitTest tests[] = {
      fixture_test(a_lock_takes_the_place_of_the_open_file),
      fixture_test(all_that_is_saved_is_locked),
      fixture_test(what_did_not_change_is_not_written),
      fixture_test(a_new_session_is_never_open_on_the_disk),
      fixture_test(the_file_it_goes_on_in_is_locked_too),
      cmocka_unit_test(paths_go_to_and_fro),
      fixture_test(only_the_new_passphrase_opens),
      fixture_test(without_a_lock_it_is_as_it_was),
      fixture_test(any_name_will_do),
      fixture_test(a_link_is_not_left_to_an_open_file),
      fixture_test(a_name_that_is_taken_is_refused),
      fixture_test(what_is_only_read_gets_no_lock),
      fixture_test(the_passphrase_itself_is_taken),
      fixture_test(what_cannot_be_removed_is_named),
      fixture_test(nothing_opens_without_it),
      fixture_test(a_fault_is_told_of_what_is_locked),
      fixture_test(what_is_no_lock_needs_no_passphrase),
      fixture_test(a_save_that_was_cut_short_is_found),
      fixture_test(damage_is_told_and_the_one_before_offered),
      fixture_test(without_one_before_damage_is_told_at_once),
      fixture_test(a_wrong_passphrase_is_wrong_for_both),
      fixture_test(a_conflict_stays_locked),
      fixture_test(what_somebody_else_wrote_is_not_locked_away),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
