/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sessions that are locked with a passphrase: the same text, in a file of age. What is in memory is
 * open; what goes to the disk, for whatever purpose, goes through session_lock_text(). */
#include <stdlib.h>
#include <string.h>

#include "base/age.h"
#include "base/error.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "session/session-file.h"
#include "session/session-private.h"
#include "yaml/node.h"

enum { HEADER_LINES = 4 };
static const char locked_end[] = ".age";

/* The key of the passphrase that was given last. Whoever asks for it does so before the file is
 * read, which is read in several places: for its checklist, for itself, for the one before it. */
static struct age_key *given;

/* --- reading -----------------------------------------------------------------------------------*/

/* Told like any file that is too large. */
static bool read_bytes(struct strbuf *bytes, const char *path, struct error *err) {
  if (!file_read(bytes, path, SESSION_BYTES_LIMIT, err))
    return false;
  return bytes->length <= NODE_FILE_LIMIT_BYTES || age_is_meant(bytes->text, bytes->length) ||
         file_read(bytes, path, NODE_FILE_LIMIT_BYTES, err);
}

static bool take_out(struct strbuf *bytes, const char *path, struct error *err) {
  struct strbuf text;
  strbuf_init(&text);
  bool done = given ? age_decrypt(&text, given, path, bytes->text, bytes->length, err) == AGE_DONE
                    : age_look(path, bytes->text, bytes->length, err) == AGE_DONE &&
                          error_set(err, _("'%s' is locked with a passphrase"), path);
  strbuf_release(bytes);
  *bytes = text;
  return done;
}

bool session_read_text(struct strbuf *text, const char *path, struct contents *on_disk,
                       struct error *err) {
  if (!read_bytes(text, path, err))
    return false;
  if (on_disk)
    *on_disk = contents_of(text->text, text->length);
  return !age_is_meant(text->text, text->length) || take_out(text, path, err);
}

struct node *session_read_tree(struct arena *arena, const char *path, struct error *err) {
  struct strbuf text;
  strbuf_init(&text);
  struct node *root = session_read_text(&text, path, NULL, err)
                          ? node_read(arena, text.text, text.length, path, err)
                          : NULL;
  strbuf_wipe(&text);
  return root;
}

/* --- asking ------------------------------------------------------------------------------------*/

static bool read_locked(struct strbuf *bytes, const char *path) {
  return read_bytes(bytes, path, NULL) && age_is_meant(bytes->text, bytes->length);
}

bool session_is_locked_file(const char *path) {
  struct strbuf bytes;
  strbuf_init(&bytes);
  bool is_locked = read_locked(&bytes, path);
  strbuf_release(&bytes);
  return is_locked;
}

enum locked_state { NOT_LOCKED, CLOSED, OPENED, HOPELESS };

static enum locked_state state_of(const char *path) {
  struct strbuf bytes;
  strbuf_init(&bytes);
  enum locked_state state = NOT_LOCKED;
  if (read_locked(&bytes, path))
    state = given && age_key_fits(given, bytes.text, bytes.length)       ? OPENED
            : age_look(path, bytes.text, bytes.length, NULL) == AGE_DONE ? CLOSED
                                                                         : HOPELESS;
  strbuf_release(&bytes);
  return state;
}

/* A passphrase that opens the generation before is right, whatever became of the file. */
bool session_needs_passphrase(const char *path) {
  char *previous = session_previous_path(path);
  enum locked_state own = state_of(path), before = state_of(previous);
  bool counts = own == HOPELESS || file_is_absent(path);
  free(previous);
  return own != OPENED && before != OPENED && (own == CLOSED || (counts && before == CLOSED));
}

static enum age_result try(const char *path, const struct strbuf *bytes, const char *passphrase,
                           struct error *err) {
  struct age_key *key;
  enum age_result result = age_key_open(&key, path, bytes->text, bytes->length, passphrase, err);
  if (result == AGE_DONE) {
    age_key_free(given);
    given = key;
  }
  return result;
}

static size_t header_length(const struct strbuf *bytes) {
  size_t length = 0;
  for (int line = 0; line < HEADER_LINES && length < bytes->length; length++)
    line += bytes->text[length] == '\n';
  return length;
}

static bool have_same_header(const struct strbuf *a, const struct strbuf *b) {
  size_t length = header_length(a);
  return length == header_length(b) && !memcmp(a->text, b->text, length);
}

/* All generations of a file have the same header, as long as nobody gives it another passphrase. So
 * where these differ, and the passphrase opens the one before, it was right and the file is
 * damaged, which is then told when it is read. */
static enum age_result try_previous(const char *path, const struct strbuf *bytes,
                                    const char *passphrase) {
  struct strbuf before;
  char *previous = session_previous_path(path);
  strbuf_init(&before);
  enum age_result result = AGE_REFUSED;
  if (read_locked(&before, previous) && !have_same_header(&before, bytes))
    result = try(previous, &before, passphrase, NULL);
  strbuf_release(&before);
  free(previous);
  return result;
}

enum passphrase_result session_give_passphrase(const char *path, const char *passphrase,
                                               struct error *err) {
  struct strbuf bytes;
  struct error failure = ERROR_INIT;
  strbuf_init(&bytes);
  enum age_result result = AGE_REFUSED;
  if (read_bytes(&bytes, path, &failure))
    result = try(path, &bytes, passphrase, &failure);
  if (result != AGE_DONE && try_previous(path, &bytes, passphrase) == AGE_DONE)
    result = AGE_DONE;
  if (result != AGE_DONE)
    error_set(err, "%s", failure.message);
  error_release(&failure);
  strbuf_release(&bytes);
  return result == AGE_DONE               ? PASSPHRASE_RIGHT
         : result == AGE_WRONG_PASSPHRASE ? PASSPHRASE_WRONG
                                          : PASSPHRASE_USELESS;
}

void session_forget_passphrase(void) {
  age_key_free(given);
  given = NULL;
}

struct age_key *session_given_key(void) {
  return age_key_dup(given);
}

/* --- writing -----------------------------------------------------------------------------------*/

bool session_has_passphrase(const struct session *session) {
  return session->key;
}

const struct strbuf *session_lock_text(const struct session *session, const struct strbuf *text,
                                       struct strbuf *locked) {
  if (!session->key)
    return text;
  age_encrypt(locked, session->key, text->text, text->length);
  return locked;
}

/* --- setting it --------------------------------------------------------------------------------*/

static bool ends_locked(const char *path) {
  size_t length = strlen(path), end = sizeof locked_end - 1;
  return length > end && !strcmp(path + length - end, locked_end);
}

char *session_path_with_lock(const char *path, bool locked) {
  struct strbuf other;
  strbuf_init(&other);
  strbuf_add(&other, path);
  if (locked && !ends_locked(path))
    strbuf_add(&other, locked_end);
  if (!locked && ends_locked(path))
    strbuf_remove(&other, other.length - (sizeof locked_end - 1), sizeof locked_end - 1);
  return strbuf_take(&other);
}

void session_sweep_other(const char *path) {
  char *other = session_path_with_lock(path, !ends_locked(path));
  if (file_is_absent(other))
    file_sweep(other);
  free(other);
}

/* The files that held the session as it was locked, or not, before. */
static bool remove_old(const char *path, bool path_too, struct error *err) {
  char *previous = session_previous_path(path);
  bool done = file_remove(previous, err) && (!path_too || file_remove(path, err));
  free(previous);
  return done;
}

/* Under the same name: in place of the old file, of which nothing is kept. The generation before
 * goes first: at no moment may the old passphrase open that, and not the file itself. */
static bool lock_in_place(struct session *session, struct error *err) {
  if (!remove_old(session->path, false, err))
    return false;
  session->saved_text = (struct contents){0};
  session->replace_all = true;
  bool done = session_save(session, err);
  session->replace_all = false;
  return done;
}

static bool lock_at(struct session *session, const char *target, struct error *err) {
  char *old = memory_dup(session->path);
  bool done = session_save_as(session, target, err);
  if (done)
    done = remove_old(old, true, err);
  free(old);
  return done;
}

/* What somebody else wrote, and what is damaged, is put beside it first, as with any save. */
static bool is_settled(struct session *session, struct error *err) {
  return (!session->keep_damaged && !session_changed_under_us(session)) ||
         session_save(session, err);
}

bool session_set_key(struct session *session, struct age_key *key_take, struct error *err) {
  struct age_key *old = session->key;
  if (session->read_only || (session->path && !is_settled(session, err))) {
    age_key_free(key_take);
    return session->read_only
               ? error_set(err, _("this session is open for reading only; save it under another "
                                  "name"))
               : false;
  }
  session->key = key_take;
  if (!session->path) {
    age_key_free(old);
    return true;
  }
  char *target = session_path_with_lock(session->path, key_take);
  uint64_t saves = session->saves;
  bool done =
      strcmp(target, session->path) ? lock_at(session, target, err) : lock_in_place(session, err);
  if (session->saves == saves) { /* nothing is on the disk that has the new one */
    session->key = old;
    old = key_take;
  }
  age_key_free(old);
  free(target);
  return done;
}

bool session_set_passphrase(struct session *session, const char *passphrase, struct error *err) {
  struct age_key *key = passphrase ? age_key_new(passphrase, AGE_COST, err) : NULL;
  return (key || !passphrase) && session_set_key(session, key, err);
}
