/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"
#include "session/contents.h"
#include "session/end-mark.h"
#include "session/session-file.h"
#include "session/session-private.h"
#include "yaml/node.h"

enum { READINGS = 3 };

char *session_previous_path(const char *path) {
  struct strbuf name;
  strbuf_init(&name);
  strbuf_addf(&name, "%s~", path);
  return strbuf_take(&name);
}

static bool is_whole(const char *path) {
  struct strbuf bytes;
  strbuf_init(&bytes);
  bool whole = session_read_text(&bytes, path, NULL, NULL) &&
               end_mark_check(bytes.text, bytes.length) == SESSION_WHOLE;
  strbuf_wipe(&bytes);
  return whole;
}

/* Where to read from: a save that was cut short between its two renames left only the generation
 * before, which is the last one that was told saved. Owned by the caller. */
static char *source_of(const char *path) {
  char *previous = session_previous_path(path);
  if (file_is_absent(path) && is_whole(previous))
    return previous;
  free(previous);
  return memory_dup(path);
}

static bool set_first_fault(struct faults *faults, struct error *err) {
  faults_sort(faults);
  for (size_t i = 0; i < faults->count; i++) {
    const struct fault *fault = &faults->items[i];
    if (fault->weight == FAULT_ERROR)
      return error_set_at(err, fault->file, fault->line, fault->column, "%s", fault->message);
  }
  return true;
}

char *session_peek_checklist(const char *path, struct error *err) {
  struct arena *arena = arena_new();
  struct faults faults = FAULTS_INIT;
  char *source = source_of(path);
  const struct node *root = session_read_tree(arena, source, err);
  char *id = root ? memory_dup(session_read_checklist(root, &faults)) : NULL;
  set_first_fault(&faults, err);
  faults_release(&faults);
  free(source);
  arena_free(arena);
  return id;
}

bool session_is_meant(const char *path) {
  struct arena *arena = arena_new();
  char *source = source_of(path);
  const struct node *root = session_read_tree(arena, source, NULL);
  bool is_meant = node_get(root, "checklist") != NULL || session_is_locked_file(source);
  free(source);
  arena_free(arena);
  return is_meant;
}

/* --- one file --- */

static int64_t time_of(const struct node *root, const char *source) {
  int64_t told = session_read_time(root);
  return told ? told : file_stamp(source).modified_ns / 1000000000;
}

static struct session *from_tree(const struct node *root, const struct checklist *checklist,
                                 struct error *err) {
  struct session *session = session_new(checklist);
  struct faults faults = FAULTS_INIT;
  session_read(session, root, &faults);
  if (!set_first_fault(&faults, err)) {
    session_free(session);
    session = NULL;
  }
  faults_release(&faults);
  return session;
}

static struct session *from_file(const char *source, const struct checklist *checklist,
                                 struct session_report *report, struct error *err) {
  struct arena *arena = arena_new();
  struct strbuf bytes;
  strbuf_init(&bytes);
  struct session *session = NULL;
  const struct node *root = NULL;
  struct contents on_disk;
  if (session_read_text(&bytes, source, &on_disk, err))
    root = node_read(arena, bytes.text, bytes.length, source, err);
  if (root)
    session = from_tree(root, checklist, err);
  if (session) {
    report->wholeness = end_mark_check(bytes.text, bytes.length);
    session->saved = on_disk;
    session->saved_text = contents_of(bytes.text, bytes.length);
    if (!contents_same(session->saved, session->saved_text))
      session->key = session_given_key();
    session->saved_seconds = time_of(root, source);
  }
  strbuf_wipe(&bytes);
  arena_free(arena);
  return session;
}

/* --- what there is to tell --- */

/* What a newer version wrote is not damaged, and nothing is offered in its place. A whole file: a
 * single bit can make another number of this one. */
static bool is_newer(struct arena *arena, const char *path) {
  return is_whole(path) && session_read_is_newer(session_read_tree(arena, path, NULL));
}

static void report_previous(const char *path, struct session_report *report) {
  struct arena *arena = arena_new();
  char *previous = session_previous_path(path);
  const struct node *root = is_whole(previous) && !is_newer(arena, path)
                                ? session_read_tree(arena, previous, NULL)
                                : NULL;
  report->previous_exists = root != NULL;
  report->previous_seconds = root ? time_of(root, previous) : 0;
  free(previous);
  arena_free(arena);
}

static void report_edition(const struct session *session, struct session_report *report) {
  const struct checklist *checklist = session->checklist;
  int order = strcmp(session->edition, checklist->edition);
  report->edition_changed = order != 0;
  report->edition_newer = order > 0;
  report->retired = session_retired_count(session);
  for (size_t i = 0; i < checklist->question_count; i++)
    report->look_again += session_look_again(session, checklist->questions[i]);
}

static void note_lock(struct session *session, enum lock_state state,
                      struct session_report *report) {
  switch (state) {
  case LOCK_TAKEN:
    file_sweep(session->path);
    session_sweep_other(session->path);
    break;
  case LOCK_BUSY:
    report->locked_elsewhere = session->read_only = true;
    break;
  case LOCK_UNSUPPORTED:
    report->lock_unsupported = true;
    file_sweep_old(session->path);
    break;
  case LOCK_DENIED:
    report->cannot_save = true;
    break;
  }
}

/* The lock comes first: what is read under it stays as it is until we change it. */
static struct session *open_from(const char *source, const char *path,
                                 const struct checklist *checklist, enum session_access access,
                                 struct session_report *report, struct error *err) {
  struct lock lock = LOCK_INIT;
  enum lock_state state = access == SESSION_WRITE ? lock_take(&lock, path) : LOCK_TAKEN;
  struct file_stamp stamp = file_stamp(path);
  struct session *session = from_file(source, checklist, report, err);
  if (!session) {
    lock_release(&lock);
    return NULL;
  }
  session->path = memory_dup(path);
  session->stamp = stamp;
  session->lock = lock;
  session->read_only = access == SESSION_READ_ONLY;
  if (access == SESSION_WRITE)
    note_lock(session, state, report);
  return session;
}

/* Where there are no locks, or another one holds it, the file may change while it is read: then it
 * is read again. */
struct session *session_load(const char *path, const struct checklist *checklist,
                             enum session_access access, struct session_report *report,
                             struct error *err) {
  struct session_report own = {0};
  report = report ? report : &own;
  struct session *session = NULL;
  for (int reading = 1; reading <= READINGS; reading++) {
    session_free(session);
    *report = (struct session_report){0};
    char *source = source_of(path);
    session = open_from(source, path, checklist, access, report, err);
    report->interrupted = strcmp(source, path) != 0;
    free(source);
    bool is_there = session && session->stamp.exists;
    if (!session ||
        (report->interrupted != is_there && file_stamp_same(session->stamp, file_stamp(path))))
      break;
  }
  if (!session || report->wholeness != SESSION_WHOLE)
    report_previous(path, report);
  if (!session)
    return NULL;
  session->keep_damaged = report->wholeness == SESSION_CUT_OFF;
  session->unsaved = report->interrupted;
  report_edition(session, report);
  return session;
}

struct session *session_load_previous(const char *path, const struct checklist *checklist,
                                      struct session_report *report, struct error *err) {
  struct session_report own = {0};
  report = report ? report : &own;
  *report = (struct session_report){0};
  char *source = session_previous_path(path);
  struct session *session = open_from(source, path, checklist, SESSION_WRITE, report, err);
  free(source);
  report_previous(path, report);
  if (!session)
    return NULL;
  session->keep_damaged = session->stamp.exists;
  session->saved = contents_of_file(path);
  session->unsaved = true;
  report_edition(session, report);
  return session;
}
