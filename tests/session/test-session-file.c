/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "session/fixture.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"
#include "session/end-mark.h"
#include "session/session-private.h"
#include "yaml/node.h"

static void expect_contents(const char *path, const char *expected) {
  char *there = contents(path);
  assert_string_equal(there, expected);
  free(there);
}

/* Tries and checks whether the message holds both texts. */
static void save_fails(struct session *session, const char *one, const char *other) {
  struct error err = ERROR_INIT;
  assert_false(session_save(session, &err));
  assert_non_null(strstr(err.message, one));
  assert_non_null(strstr(err.message, other));
  error_release(&err);
}

/* --- creating and saving --- */

static void what_is_saved_is_loaded(void **state) {
  FIXTURE;
  struct session *session = create(fixture);
  assert_string_equal(session_path(session), fixture->path);
  fill(session);
  assert_true(session_is_unsaved(session));
  save(session);
  assert_false(session_is_unsaved(session));
  assert_int_equal(session_saved_seconds(session), 1795372325);
  char *text = session_text(session);
  expect_contents(fixture->path, text);
  session_free(session);
  session = load(fixture);
  char *again = session_text(session);
  assert_string_equal(again, text);
  assert_false(session_is_unsaved(session));
  assert_int_equal(session_saved_seconds(session), 1795372325);
  assert_string_equal(session_draft(session)->text, "Half a sen");
  assert_string_equal(session_place(session), "fees.posted");
  free(again);
  free(text);
  session_free(session);
}

static void the_typical_file_looks_like_this(void **state) {
  FIXTURE;
  char *path = path_join(getenv("SOURCE_DIR"), "tests/session/data/typical.yaml");
  char *expected = contents(path);
  struct session *session = session_new(fixture->checklist);
  fill(session);
  char *text = session_text(session);
  assert_string_equal(text, expected);
  free(text);
  free(expected);
  free(path);
  session_free(session);
}

static void creating_never_replaces_a_file(void **state) {
  FIXTURE;
  struct error err = ERROR_INIT;
  write_contents(fixture->path, "Something else.\n");
  struct session *session = session_new(fixture->checklist);
  give(session, "permits.practice", "yes", NULL);
  assert_false(session_create(session, fixture->path, &err));
  assert_non_null(strstr(err.message, "is already there; choose another name"));
  error_release(&err);
  assert_null(session_path(session));
  expect_contents(fixture->path, "Something else.\n");
  save_fails(session, "this session has no file yet", "");
  assert_true(session_is_unsaved(session));
  session_free(session);
}

static void creating_in_no_folder_fails_in_words(void **state) {
  FIXTURE;
  struct error err = ERROR_INIT;
  char *path = path_of(fixture, "none/town.yaml");
  struct session *session = session_new(fixture->checklist);
  assert_false(session_create(session, path, &err));
  assert_non_null(err.message);
  assert_null(session_path(session));
  error_release(&err);
  session_free(session);
  free(path);
}

static void the_generation_before_is_kept(void **state) {
  FIXTURE;
  char *previous = path_of(fixture, "town.yaml~");
  struct session *session = create(fixture);
  give(session, "permits.practice", "yes", NULL);
  save(session);
  char *first = session_text(session);
  give(session, "permits.practice", "no", NULL);
  save(session);
  expect_contents(previous, first);
  save(session); /* nothing to do: the generation before stays */
  expect_contents(previous, first);
  session_set_place(session, "permits.written"); /* a moved place is written, too */
  save(session);
  char *file = contents(fixture->path);
  assert_non_null(strstr(file, "place: \"permits.written\"\n"));
  free(file);
  free(first);
  free(previous);
  session_free(session);
}

static void only_the_owner_can_read_it(void **state) {
  FIXTURE;
  static const mode_t masks[] = {0, 022, 0777};
  for (size_t i = 0; i < 3; i++) {
    mode_t before = umask(masks[i]);
    struct session *session = create(fixture);
    give(session, "permits.practice", "yes", NULL);
    save(session);
    umask(before);
    struct stat info;
    assert_int_equal(stat(fixture->path, &info), 0);
    assert_int_equal(info.st_mode & 07777, 0600);
    session_free(session);
    unlink(fixture->path);
  }
}

static void a_deleted_file_is_written_anew(void **state) {
  FIXTURE;
  struct session *session = create(fixture);
  unlink(fixture->path);
  save(session);
  char *text = session_text(session);
  expect_contents(fixture->path, text);
  free(text);
  session_free(session);
}

/* --- somebody else --- */

static void a_second_one_can_only_read(void **state) {
  FIXTURE;
  struct error err = ERROR_INIT;
  struct session_report report;
  struct session *first = create(fixture);
  give(first, "permits.practice", "yes", NULL);
  save(first);
  struct session *second =
      session_load(fixture->path, fixture->checklist, SESSION_WRITE, &report, &err);
  assert_non_null(second);
  assert_true(report.locked_elsewhere);
  assert_true(session_is_read_only(second));
  assert_value(second, "permits.practice", "yes");
  struct answer wanted;
  answer_copy(&wanted, NULL);
  wanted.value = "no";
  refuses(second, "permits.practice", FIELD_VALUE, &wanted,
          "this session is open for reading only; close it where else it is open and open it "
          "again, or save it under another name");
  assert_null(session_undo(second));
  assert_null(session_redo(second));
  assert_true(session_save(second, &err));
  session_set_draft(second, "permits.practice", "note", "x");
  save_fails(second, "this session is open for reading only", "save it under another name");
  session_free(first);
  session_free(second);
}

static void a_lock_ends_with_its_program(void **state) {
  FIXTURE;
  int ready[2], go[2];
  char byte = 0;
  session_free(create(fixture));
  assert_int_equal(pipe(ready) | pipe(go), 0);
  pid_t child = fork();
  if (!child) {
    struct session *session = load(fixture);
    byte = session_is_read_only(session) ? 'r' : 'w';
    _exit(write(ready[1], &byte, 1) != 1 || read(go[0], &byte, 1) != 1);
  }
  assert_int_equal(read(ready[0], &byte, 1), 1);
  assert_int_equal(byte, 'w');
  struct session *session = load(fixture);
  assert_true(session_is_read_only(session));
  session_free(session);
  kill(child, SIGKILL);
  assert_int_equal(waitpid(child, NULL, 0), child);
  session = load(fixture);
  assert_false(session_is_read_only(session));
  session_free(session);
  for (int i = 0; i < 2; i++) {
    close(ready[i]);
    close(go[i]);
  }
}

static void read_only_takes_no_lock(void **state) {
  FIXTURE;
  session_free(create(fixture));
  char *stale = path_of(fixture, ".town.yaml.abcdefghijkl.tmp");
  char *guard = path_of(fixture, "town.yaml.saving");
  write_contents(stale, "left by a crash");
  write_contents(guard, "");
  struct session_report report;
  struct session *reader =
      session_load(fixture->path, fixture->checklist, SESSION_READ_ONLY, &report, NULL);
  assert_true(file_exists(stale) && file_exists(guard)); /* who only reads changes nothing */
  assert_true(session_is_read_only(reader));
  assert_false(report.locked_elsewhere);
  struct session *writer = load(fixture);
  assert_false(session_is_read_only(writer));
  assert_false(file_exists(stale) || file_exists(guard));
  free(stale);
  free(guard);
  session_free(writer);
  session_free(reader);
}

static void a_file_changed_under_us_is_not_overwritten(void **state) {
  FIXTURE;
  struct session *session = create(fixture);
  write_contents(fixture->path, "format: 1\n# by hand\n");
  give(session, "permits.practice", "yes", NULL);
  char *first = path_of(fixture, "town.yaml.conflict-1.yaml"),
       *second = path_of(fixture, "town.yaml.conflict-2.yaml");
  save_fails(session, "was changed by another program and was not overwritten", first);
  expect_contents(fixture->path, "format: 1\n# by hand\n");
  char *text = session_text(session);
  expect_contents(first, text);
  assert_false(session_is_unsaved(session));
  assert_string_equal(session_path(session), first);
  give(session, "permits.practice", "no", NULL);
  save(session); /* goes on there */
  write_contents(first, "changed again");
  session_free(session);
  session = session_new(fixture->checklist);
  unlink(fixture->path);
  assert_true(session_create(session, fixture->path, NULL));
  write_contents(fixture->path, "by hand again");
  save_fails(session, "was not overwritten", second);
  expect_contents(first, "changed again");
  free(text);
  free(first);
  free(second);
  session_free(session);
}

/* A stick that was out for a moment comes back with other numbers. */
static void the_same_contents_are_no_conflict(void **state) {
  FIXTURE;
  struct session *session = create(fixture);
  give(session, "permits.practice", "yes", NULL);
  save(session);
  char *text = contents(fixture->path);
  unlink(fixture->path);
  write_contents(fixture->path, "");
  write_contents(fixture->path, text);
  give(session, "permits.practice", "no", NULL);
  save(session);
  assert_string_equal(session_path(session), fixture->path);
  free(text);
  session_free(session);
}

static void without_locks_it_says_so(void **state) {
  FIXTURE;
  struct session_report report;
  session_free(create(fixture));
  char *lock = path_of(fixture, "town.yaml.lock");
  unlink(lock);
  assert_int_equal(mkdir(lock, 0700), 0); /* so that there can be no lock file */
  struct session *session =
      session_load(fixture->path, fixture->checklist, SESSION_WRITE, &report, NULL);
  assert_true(report.lock_unsupported);
  assert_false(session_is_read_only(session));
  give(session, "permits.practice", "yes", NULL);
  save(session);
  session_free(session);
  rmdir(lock);
  free(lock);
}

/* --- a newer version of the program --- */

static char *of_format_2(const struct fixture *fixture) {
  struct session *session = create(fixture);
  give(session, "permits.practice", "yes", NULL);
  save(session);
  session_free(session);
  char *text = contents(fixture->path), *newer = replaced(text, "format: 1", "format: 2");
  struct strbuf bytes;
  strbuf_init(&bytes);
  strbuf_add_bytes(&bytes, newer, (size_t)(strstr(newer, "# end ") - newer));
  end_mark_add(&bytes);
  free(text);
  free(newer);
  return strbuf_take(&bytes);
}

/* Not even the generation before is offered: it would go in the place of what is whole. */
static void a_newer_version_keeps_its_file(void **state) {
  FIXTURE;
  struct session_report report;
  struct error err = ERROR_INIT;
  char *newer = of_format_2(fixture);
  write_contents(fixture->path, newer);
  assert_null(session_load(fixture->path, fixture->checklist, SESSION_WRITE, &report, &err));
  assert_non_null(strstr(err.message, "saved by a newer version of disentangle"));
  assert_false(report.previous_exists);
  char *there = contents(fixture->path);
  assert_string_equal(there, newer);
  error_release(&err);
  free(there);
  free(newer);
}

/* One bit makes a 9 of the 1. */
static void another_format_by_damage_is_damage(void **state) {
  FIXTURE;
  struct session_report report;
  free(of_format_2(fixture));
  char *text = contents(fixture->path), *damaged = replaced(text, "format: 1", "format: 9");
  write_contents(fixture->path, damaged);
  assert_null(session_load(fixture->path, fixture->checklist, SESSION_WRITE, &report, NULL));
  assert_true(report.previous_exists);
  free(text);
  free(damaged);
}

/* --- when the disk fails --- */

/* Root is stopped by no mode: then this part of the test is done as somebody else. */
static void a_folder_that_is_read_only_is_told(void **state) {
  FIXTURE;
  session_free(create(fixture));
  bool is_root = geteuid() == 0;
  struct session_report report = {0};
  if (is_root && setresuid(65534, 65534, 0) != 0)
    skip(); /* there is nobody else here */
  assert_true(!is_root || setresuid(0, 0, 0) == 0);
  chmod(fixture->folder, 0555);
  chmod(fixture->path, 0644);
  assert_true(!is_root || setresuid(65534, 65534, 0) == 0);
  struct session *session =
      session_load(fixture->path, fixture->checklist, SESSION_WRITE, &report, NULL);
  assert_true(!is_root || setresuid(0, 0, 0) == 0);
  chmod(fixture->folder, 0700);
  assert_non_null(session);
  assert_true(report.cannot_save);
  assert_false(report.lock_unsupported);
  assert_false(report.locked_elsewhere);
  assert_false(session_is_read_only(session));
  session_free(session);
}

static struct rlimit limit_files(rlim_t bytes) {
  struct rlimit old, new;
  signal(SIGXFSZ, SIG_IGN);
  assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
  new = old;
  new.rlim_cur = bytes;
  assert_int_equal(setrlimit(RLIMIT_FSIZE, &new), 0);
  return old;
}

static void a_full_disk_is_told_and_tried_again(void **state) {
  FIXTURE;
  struct session *session = create(fixture);
  give(session, "permits.practice", "yes", NULL);
  save(session);
  char *good = contents(fixture->path);
  struct rlimit old = limit_files(strlen(good) + 5);
  for (int i = 0; i < 3; i++) {
    comment(session, "permits.practice", i % 2 ? "One more comment." : "Another comment.");
    save_fails(session, "town.yaml", "");
    assert_true(session_is_unsaved(session));
    expect_contents(fixture->path, good);
  }
  assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
  save(session);
  assert_false(session_is_unsaved(session));
  char *text = session_text(session);
  expect_contents(fixture->path, text);
  assert_int_equal(file_count(fixture), 2);
  free(text);
  free(good);
  session_free(session);
}

/* Whether the disk was sure of the first is not known; the second did not come to anything. */
static struct session *load_without_locks(const struct fixture *fixture, char **lock) {
  *lock = path_of(fixture, "town.yaml.lock");
  unlink(*lock);
  assert_int_equal(mkdir(*lock, 0700), 0);
  return load(fixture);
}

/* FAT counts time by two seconds and uses its numbers again. */
static void without_locks_a_stamp_is_not_believed(void **state) {
  FIXTURE;
  char *lock;
  session_free(create(fixture));
  struct session *session = load_without_locks(fixture, &lock);
  char *text = contents(fixture->path), *others = replaced(text, "zoning", "zonign");
  write_contents(fixture->path, others);
  session->stamp = file_stamp(fixture->path); /* as if it were the same */
  give(session, "permits.practice", "yes", NULL);
  save_fails(session, "was changed by another program", "town.yaml.conflict-1.yaml");
  expect_contents(fixture->path, others);
  session_free(session);
  rmdir(lock);
  free(lock);
  free(text);
  free(others);
}

/* No file can be opened just now: that is told, and no reason for a copy. */
static void what_cannot_be_read_just_now_is_no_conflict(void **state) {
  FIXTURE;
  char *lock;
  struct rlimit many, none;
  session_free(create(fixture));
  struct session *session = load_without_locks(fixture, &lock);
  give(session, "permits.practice", "yes", NULL);
  assert_int_equal(getrlimit(RLIMIT_NOFILE, &many), 0);
  none = many;
  none.rlim_cur = 0;
  assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
  bool saved = session_save(session, NULL);
  assert_int_equal(setrlimit(RLIMIT_NOFILE, &many), 0);
  assert_false(saved);
  assert_true(session_is_unsaved(session));
  save(session);
  assert_string_equal(session_path(session), fixture->path);
  session_free(session);
  rmdir(lock);
  free(lock);
}

static void a_save_that_was_not_confirmed_is_no_conflict(void **state) {
  FIXTURE;
  struct session *session = create(fixture);
  give(session, "permits.practice", "yes", NULL);
  char *text = session_text(session);
  write_contents(fixture->path, text); /* as after a rename that could not be flushed */
  session->tried = contents_of(text, strlen(text));
  give(session, "permits.practice", "no", NULL);
  struct rlimit old = limit_files(20);
  save_fails(session, "town.yaml", "");
  assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
  save(session);
  assert_string_equal(session_path(session), fixture->path);
  free(text);
  session_free(session);
}

static void a_full_disk_keeps_both_sides_of_a_conflict(void **state) {
  FIXTURE;
  struct session *session = create(fixture);
  write_contents(fixture->path, "by hand");
  give(session, "permits.practice", "yes", NULL);
  struct rlimit old = limit_files(20);
  save_fails(session, "town.yaml", "");
  assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
  assert_true(session_is_unsaved(session));
  assert_string_equal(session_path(session), fixture->path);
  expect_contents(fixture->path, "by hand");
  save_fails(session, "this session goes on there", "conflict-1.yaml");
  session_free(session);
}

static void it_can_go_on_in_another_file(void **state) {
  FIXTURE;
  struct error err = ERROR_INIT;
  char *path = path_of(fixture, "stick.yaml");
  struct session *session = create(fixture);
  struct session *reader = load(fixture);
  fill(session);
  char *old = contents(fixture->path);
  assert_false(session_save_as(session, fixture->path, &err));
  error_release(&err);
  struct rlimit limit = limit_files(20);
  assert_false(session_save_as(session, path, &err));
  assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
  error_release(&err);
  assert_string_equal(session_path(session), fixture->path);
  assert_true(session_is_unsaved(session));
  assert_true(session_save_as(session, path, &err));
  assert_string_equal(session_path(session), path);
  assert_false(session_is_unsaved(session));
  expect_contents(fixture->path, old);
  unlink(path);
  assert_false(session_save_as(reader, path, &err)); /* the lock is held without the file */
  assert_non_null(strstr(err.message, "is in use by another program; choose another name"));
  error_release(&err);
  assert_true(session_is_read_only(reader));
  session_free(session);
  assert_true(session_save_as(reader, path, &err));
  assert_false(session_is_read_only(reader));
  give(reader, "permits.practice", "yes", NULL);
  save(reader);
  free(old);
  free(path);
  session_free(reader);
}

/* --- damage --- */

static void cut_off(const struct fixture *fixture, size_t from_end) {
  char *text = contents(fixture->path);
  write_bytes(fixture->path, text, strlen(text) - from_end);
  free(text);
}

static void a_cut_off_file_is_kept_at_the_first_save(void **state) {
  FIXTURE;
  struct session_report report;
  char *damaged = path_of(fixture, "town.yaml.damaged-1"),
       *previous = path_of(fixture, "town.yaml~");
  struct session *session = create(fixture);
  give(session, "permits.practice", "yes", NULL);
  save(session);
  session_free(session);
  char *before = contents(previous);
  cut_off(fixture, 15);
  char *cut = contents(fixture->path);
  session = session_load(fixture->path, fixture->checklist, SESSION_WRITE, &report, NULL);
  assert_non_null(session);
  assert_int_equal(report.wholeness, SESSION_CUT_OFF);
  assert_true(report.previous_exists);
  expect_contents(fixture->path, cut);
  give(session, "permits.practice", "no", NULL);
  save(session);
  expect_contents(damaged, cut);
  expect_contents(previous, before);
  give(session, "permits.practice", "unknown", NULL);
  save(session);
  assert_int_equal(file_count(fixture), 3);
  free(cut);
  free(before);
  free(previous);
  free(damaged);
  session_free(session);
}

static void the_generation_before_can_be_taken(void **state) {
  FIXTURE;
  struct error err = ERROR_INIT;
  struct session_report report;
  char *damaged = path_of(fixture, "town.yaml.damaged-2"),
       *other = path_of(fixture, "town.yaml.damaged-1");
  struct session *session = create(fixture);
  give(session, "permits.practice", "yes", NULL);
  save(session);
  give(session, "permits.written", "no", NULL);
  save(session);
  session_free(session);
  write_contents(other, "from before");
  write_contents(fixture->path, "\"never closed");
  assert_null(session_load(fixture->path, fixture->checklist, SESSION_WRITE, &report, &err));
  assert_non_null(strstr(err.message, "town.yaml:1:1: "));
  error_release(&err);
  assert_true(report.previous_exists);
  assert_int_equal(report.previous_seconds, 1795372325);
  expect_contents(fixture->path, "\"never closed");
  session = session_load_previous(fixture->path, fixture->checklist, &report, &err);
  assert_non_null(session);
  assert_int_equal(report.wholeness, SESSION_WHOLE);
  assert_true(session_is_unsaved(session));
  assert_value(session, "permits.practice", "yes");
  assert_null(session_value(session, "permits.written"));
  expect_contents(fixture->path, "\"never closed");
  struct rlimit limit = limit_files(5);
  save_fails(session, "town.yaml", "");
  assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
  expect_contents(fixture->path, "\"never closed");
  save(session);
  expect_contents(damaged, "\"never closed");
  char *text = session_text(session);
  expect_contents(fixture->path, text);
  free(text);
  free(other);
  free(damaged);
  session_free(session);
}

static void without_a_generation_before_it_says_so(void **state) {
  FIXTURE;
  struct error err = ERROR_INIT;
  struct session_report report;
  assert_null(session_load_previous(fixture->path, fixture->checklist, &report, &err));
  assert_non_null(strstr(err.message, "town.yaml~"));
  error_release(&err);
  assert_null(session_load_previous(fixture->path, fixture->checklist, NULL, &err));
  error_release(&err);
  assert_null(session_load(fixture->path, fixture->checklist, SESSION_WRITE, &report, &err));
  assert_non_null(strstr(err.message, "town.yaml"));
  error_release(&err);
  assert_false(report.previous_exists);
  assert_int_equal(report.previous_seconds, 0);
  assert_int_equal(file_count(fixture), 0);
}

static void a_missing_file_can_come_back_from_the_one_before(void **state) {
  FIXTURE;
  char *previous = path_of(fixture, "town.yaml~");
  struct session *session = create(fixture);
  session_free(session);
  assert_int_equal(rename(fixture->path, previous), 0);
  session = session_load_previous(fixture->path, fixture->checklist, NULL, NULL);
  assert_non_null(session);
  save(session);
  assert_int_equal(file_count(fixture), 2);
  session_free(session);
  unlink(fixture->path);
  struct session_report report;
  session = session_load(fixture->path, fixture->checklist, SESSION_WRITE, &report, NULL);
  assert_true(report.interrupted);
  assert_true(session_is_unsaved(session));
  char *id = session_peek_checklist(fixture->path, NULL);
  assert_string_equal(id, "zoning");
  free(id);
  save(session);
  assert_int_equal(file_count(fixture), 2);
  free(previous);
  session_free(session);
}

/* Without answers nothing in the file says when it was saved. */
static void the_time_of_a_file_is_told_where_it_tells_none(void **state) {
  FIXTURE;
  struct session_report report;
  session_free(create(fixture));
  char *previous = path_of(fixture, "town.yaml~");
  assert_int_equal(rename(fixture->path, previous), 0);
  const struct timespec times[2] = {{.tv_sec = 2000000000}, {.tv_sec = 2000000000}};
  assert_int_equal(utimensat(AT_FDCWD, previous, times, 0), 0);
  write_contents(fixture->path, "\"never closed");
  assert_null(session_load(fixture->path, fixture->checklist, SESSION_WRITE, &report, NULL));
  assert_true(report.previous_exists);
  assert_int_equal(report.previous_seconds, 2000000000);
  free(previous);
}

static void a_file_that_is_too_large_is_told(void **state) {
  FIXTURE;
  struct error err = ERROR_INIT;
  struct strbuf text;
  strbuf_init(&text);
  strbuf_add(&text, "format: 1\nchecklist: {id: zoning}\n#");
  strbuf_add_repeat(&text, "x", NODE_FILE_LIMIT_BYTES - text.length);
  write_contents(fixture->path, text.text);
  session_free(load(fixture));
  strbuf_add(&text, "x");
  write_contents(fixture->path, text.text);
  assert_null(session_load(fixture->path, fixture->checklist, SESSION_WRITE, NULL, &err));
  assert_non_null(strstr(err.message, "it is larger than 4096 KiB"));
  error_release(&err);
  strbuf_release(&text);
}

/* --- peeking --- */

static void the_checklist_can_be_asked_first(void **state) {
  FIXTURE;
  struct error err = ERROR_INIT;
  session_free(create(fixture));
  char *id = session_peek_checklist(fixture->path, &err);
  assert_string_equal(id, "zoning");
  free(id);
  write_contents(fixture->path, "format: 1\nchecklist: zoning\n");
  assert_null(session_peek_checklist(fixture->path, &err));
  assert_non_null(strstr(err.message, "town.yaml:2:12: the checklist is not named; write "));
  error_release(&err);
  write_contents(fixture->path, "- a\n");
  assert_null(session_peek_checklist(fixture->path, &err));
  error_release(&err);
  unlink(fixture->path);
  assert_null(session_peek_checklist(fixture->path, &err));
  error_release(&err);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      fixture_test(what_is_saved_is_loaded),
      fixture_test(the_typical_file_looks_like_this),
      fixture_test(creating_never_replaces_a_file),
      fixture_test(creating_in_no_folder_fails_in_words),
      fixture_test(the_generation_before_is_kept),
      fixture_test(only_the_owner_can_read_it),
      fixture_test(a_deleted_file_is_written_anew),
      fixture_test(a_second_one_can_only_read),
      fixture_test(a_lock_ends_with_its_program),
      fixture_test(read_only_takes_no_lock),
      fixture_test(a_file_changed_under_us_is_not_overwritten),
      fixture_test(the_same_contents_are_no_conflict),
      fixture_test(a_newer_version_keeps_its_file),
      fixture_test(another_format_by_damage_is_damage),
      fixture_test(a_folder_that_is_read_only_is_told),
      fixture_test(without_locks_it_says_so),
      fixture_test(without_locks_a_stamp_is_not_believed),
      fixture_test(what_cannot_be_read_just_now_is_no_conflict),
      fixture_test(a_full_disk_is_told_and_tried_again),
      fixture_test(a_save_that_was_not_confirmed_is_no_conflict),
      fixture_test(a_full_disk_keeps_both_sides_of_a_conflict),
      fixture_test(it_can_go_on_in_another_file),
      fixture_test(a_cut_off_file_is_kept_at_the_first_save),
      fixture_test(the_generation_before_can_be_taken),
      fixture_test(without_a_generation_before_it_says_so),
      fixture_test(a_missing_file_can_come_back_from_the_one_before),
      fixture_test(the_time_of_a_file_is_told_where_it_tells_none),
      fixture_test(a_file_that_is_too_large_is_told),
      fixture_test(the_checklist_can_be_asked_first),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
