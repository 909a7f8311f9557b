/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"
#include "session/session-file.h"
#include "session/session-private.h"
#include "yaml/node.h"

enum { DAMAGED_LIMIT_BYTES = 64 * 1024 * 1024 };

void session_begin_practice(struct session *session) {
  lock_release(&session->lock);
  free(session->path);
  session->path = NULL;
  session->read_only = session->keep_damaged = false;
  session->practice = true;
}

bool session_is_practice(const struct session *session) {
  return session->practice;
}

bool session_is_read_only(const struct session *session) {
  return session->read_only;
}

int64_t session_saved_seconds(const struct session *session) {
  return session->saved_seconds;
}

/* A session as text, and as it goes to the disk. */
struct written {
  struct strbuf text, locked;
  const struct strbuf *bytes; /* one of them */
};

static void written_make(struct written *written, const struct session *session) {
  strbuf_init(&written->text);
  strbuf_init(&written->locked);
  session_write(session, WITH_HISTORY, &written->text);
  written->bytes = session_lock_text(session, &written->text, &written->locked);
}

static void written_release(struct written *written) {
  strbuf_wipe(&written->text);
  strbuf_release(&written->locked);
}

static void note_saved(struct session *session, const struct written *written) {
  session->stamp = file_stamp(session->path);
  session->saved = contents_of(written->bytes->text, written->bytes->length);
  session->saved_text = contents_of(written->text.text, written->text.length);
  session->saves++;
  session->tried.known = false;
  session->keep_damaged = false;
  session->unsaved = false;
  session->saved_seconds = clock_now();
  char *edition = memory_dup(session->checklist->edition);
  free(session->edition);
  session->edition = edition;
}

/* A copy, not a rename: at no moment may there be no file at the session's path. */
static bool put_damaged_aside(const char *path, struct error *err) {
  struct strbuf bytes;
  strbuf_init(&bytes);
  char *aside = NULL;
  if (file_read(&bytes, path, DAMAGED_LIMIT_BYTES, err))
    aside = file_write_beside(path, "damaged", "", bytes.text, bytes.length, err);
  strbuf_release(&bytes);
  bool done = aside != NULL;
  free(aside);
  return done;
}

/* A save that failed may have put its file in place all the same. If it did not, then one before it
 * may have. */
static void note_tried(struct session *session, struct contents tried) {
  struct contents there = contents_of_file(session->path);
  if (!there.known || contents_same(there, tried))
    session->tried = tried;
}

enum file_state { AS_WE_LEFT_IT, CHANGED, UNREADABLE };

/* Where there are no locks a stamp does not say enough: FAT counts time by two seconds, and uses
 * its numbers again. A file that cannot be read just now, with our stamp, is ours as far as one can
 * see. */
static enum file_state state_of_file(const struct session *session) {
  struct file_stamp now = file_stamp(session->path);
  bool is_alone = session->lock.fd >= 0, is_same = file_stamp_same(now, session->stamp);
  if (!now.exists || (is_alone && is_same))
    return AS_WE_LEFT_IT;
  struct contents there = contents_of_file(session->path);
  if (is_same && !there.known)
    return UNREADABLE;
  return contents_same(there, session->saved) || contents_same(there, session->tried)
             ? AS_WE_LEFT_IT
             : CHANGED;
}

struct check {
  const struct session *session;
  enum file_state state;
};

static bool is_as_we_left_it(void *context) {
  struct check *check = context;
  check->state = state_of_file(check->session);
  errno = EIO;
  return check->state == AS_WE_LEFT_IT;
}

/* *changed: somebody else wrote the file while ours was being written. */
static bool replace(struct session *session, const struct written *written, bool *changed,
                    struct error *err) {
  const struct strbuf *bytes = written->bytes;
  bool keep_previous = !session->keep_damaged && !session->replace_all;
  if (session->keep_damaged && file_exists(session->path) && !put_damaged_aside(session->path, err))
    return false;
  struct check check = {session, AS_WE_LEFT_IT};
  const struct file_check asked = {is_as_we_left_it, &check, session->lock.fd >= 0};
  if (file_replace_checked(session->path, bytes->text, bytes->length, keep_previous, &asked, err)) {
    note_saved(session, written);
    return true;
  }
  *changed = check.state == CHANGED;
  note_tried(session, contents_of(bytes->text, bytes->length));
  return false;
}

static void move_to(struct session *session, const char *path) {
  lock_release(&session->lock);
  lock_take(&session->lock, path);
  char *new = memory_dup(path);
  free(session->path);
  session->path = new;
}

/* Somebody else wrote the file: theirs stays, ours goes beside it. */
static bool save_beside(struct session *session, const struct written *written, struct error *err) {
  char *beside = file_write_beside(session->path, "conflict", session->key ? ".yaml.age" : ".yaml",
                                   written->bytes->text, written->bytes->length, err);
  if (beside) {
    error_set(err,
              _("'%s' was changed by another program and was not overwritten. Your answers are "
                "saved in '%s', and this session goes on there"),
              session->path, beside);
    move_to(session, beside);
    note_saved(session, written);
  }
  free(beside);
  return false;
}

bool session_changed_under_us(const struct session *session) {
  return state_of_file(session) == CHANGED;
}

static bool save(struct session *session, const struct written *written, struct error *err) {
  struct file_stamp now = file_stamp(session->path);
  const struct strbuf *text = &written->text;
  if (text->length > NODE_FILE_LIMIT_BYTES)
    return error_set(err, _("the session is larger than %d MiB; shorten comments, notes or quotes"),
                     NODE_FILE_LIMIT_BYTES / (1024 * 1024));
  if (state_of_file(session) == CHANGED)
    return save_beside(session, written, err);
  bool is_there = now.exists && file_stamp_same(now, session->stamp) && !session->keep_damaged &&
                  contents_same(contents_of(text->text, text->length), session->saved_text);
  if (is_there)
    session->unsaved = false;
  bool changed = false;
  return is_there || replace(session, written, &changed, err) ||
         (changed && save_beside(session, written, err));
}

bool session_save(struct session *session, struct error *err) {
  if (session->read_only)
    return !session->unsaved ||
           error_set(err, _("this session is open for reading only; save it under another name"));
  if (!session->path)
    return error_set(err, _("this session has no file yet; choose a name for it"));
  struct written written;
  written_make(&written, session);
  bool ok = save(session, &written, err);
  written_release(&written);
  return ok;
}

/* What belongs to a session's file, put back when another one cannot be taken. */
struct whereabouts {
  char *path;
  bool read_only, keep_damaged;
  struct lock lock;
  struct file_stamp stamp;
  struct contents saved, tried, saved_text;
};

static struct whereabouts leave(struct session *session, const char *path) {
  struct whereabouts old = {session->path,  session->read_only, session->keep_damaged,
                            session->lock,  session->stamp,     session->saved,
                            session->tried, session->saved_text};
  session->path = memory_dup(path);
  session->read_only = session->keep_damaged = false;
  session->lock = (struct lock)LOCK_INIT;
  session->stamp = (struct file_stamp){0};
  session->saved = session->tried = session->saved_text = (struct contents){0};
  return old;
}

static void come_back(struct session *session, const struct whereabouts *old) {
  lock_release(&session->lock);
  free(session->path);
  session->path = old->path;
  session->read_only = old->read_only;
  session->keep_damaged = old->keep_damaged;
  session->lock = old->lock;
  session->stamp = old->stamp;
  session->saved = old->saved;
  session->tried = old->tried;
  session->saved_text = old->saved_text;
}

bool session_save_as(struct session *session, const char *path, struct error *err) {
  if (file_exists(path))
    return error_set(err, _("'%s' is already there; choose another name"), path);
  struct whereabouts old = leave(session, path);
  bool ok = lock_take(&session->lock, path) != LOCK_BUSY ||
            error_set(err, _("'%s' is in use by another program; choose another name"), path);
  if (!ok || !session_save(session, err)) {
    come_back(session, &old);
    return false;
  }
  lock_release(&old.lock);
  free(old.path);
  session->practice = false;
  return true;
}

bool session_create(struct session *session, const char *path, struct error *err) {
  return session_save_as(session, path, err);
}
