/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sessions on the disk: disentangle-session(5). Loading never changes the file; saving follows
 * base/file.h's file_replace. */
#ifndef SESSION_SESSION_FILE_H
#define SESSION_SESSION_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct checklist;
struct error;
struct faults;
struct session;

/* What loading found besides the answers. A file that is cut off but still readable is loaded, so
 * that it can be shown; at the first save it is kept as FILE.damaged-N and FILE~ stays as it is. */
enum session_wholeness {
  SESSION_WHOLE,
  SESSION_EDITED,  /* the end mark is there but the checksum differs: changed by hand, or damaged */
  SESSION_CUT_OFF, /* no end mark: the end is missing */
};
enum session_access { SESSION_WRITE, SESSION_READ_ONLY };
struct session_report {
  bool practice; /* library_open: a practice session of a checklist: nothing is written to it */
  enum session_wholeness wholeness;
  bool interrupted; /* FILE was missing, for a save was cut short (a power cut between two renames);
                       FILE~ was taken: all that was told saved is there */
  bool locked_elsewhere; /* another program writes it: opened read-only */
  bool lock_unsupported; /* this disk knows no locks: take care that nobody else opens it */
  bool cannot_save;      /* nothing can be written there: the front end offers a copy elsewhere */
  bool edition_changed;
  bool edition_newer;         /* it changed, and the session's is the later one */
  size_t look_again, retired; /* counts */
  /* These two are looked up only when the file is not whole or loading fails: */
  bool previous_exists;     /* FILE~ is there and whole */
  int64_t previous_seconds; /* when it was saved; 0 unknown */
};

/* The id of the checklist a session belongs to, to find that checklist first. Owned by the caller;
 * NULL with err. */
char *session_peek_checklist(const char *path, struct error *err);

/* Whether a file is meant to be a session, sound or not: it says which checklist it belongs to. */
bool session_is_meant(const char *path);

/* --- sessions that are locked with a passphrase (base/age.h) ---
 *
 * The passphrase is asked for before anything else is done with the file: as long as
 * session_needs_passphrase(), every function here fails with a sentence. Once it was given, it is
 * as good for the generation before; and the session that is loaded stays locked, whatever is
 * written: saves, FILE~, copies beside it, the file it goes on in. */
bool session_needs_passphrase(const char *path); /* never where locks are not built in, nor for a
                                                     file that no passphrase opens */
enum passphrase_result {
  PASSPHRASE_RIGHT,
  PASSPHRASE_WRONG,  /* with err: ask again */
  PASSPHRASE_USELESS /* with err: the file is damaged, locked otherwise, or cannot be read */
};
/* Takes as long as the lock wants, about half a second. Where FILE is damaged but FILE~ opens, the
 * passphrase is right; loading then tells of the damage. */
enum passphrase_result session_give_passphrase(const char *path, const char *passphrase,
                                               struct error *err);
/* Until it is given again; sessions that are open stay so. */
void session_forget_passphrase(void);
bool session_has_passphrase(const struct session *session);
/* Gives the session a passphrase, or another one; NULL: none any more. It goes on in FILE.age, or
 * in FILE without it. The new file is safely on the disk before the old one and its FILE~ are
 * removed; what they held may still be found on the disk by who can look for it. On failure the
 * session is as it was; unless only removing failed: then it is locked, and err says which file is
 * to be removed by hand. */
bool session_set_passphrase(struct session *session, const char *passphrase, struct error *err);
/* FILE.age for FILE, or back; the same if it is so already. Owned by the caller. */
char *session_path_with_lock(const char *path, bool locked);

/* Loads; report may be NULL. A file that cannot be read as a session fails with FILE:LINE:COLUMN
 * and what to write instead, and is left as it is. With SESSION_WRITE the lock is taken; if it is
 * held elsewhere the session is read-only and the report says so. */
struct session *session_load(const char *path, const struct checklist *checklist,
                             enum session_access access, struct session_report *report,
                             struct error *err);
/* Loads the generation before (FILE~), to be saved at path. The damaged file is kept as
 * FILE.damaged-N at the first save. */
struct session *session_load_previous(const char *path, const struct checklist *checklist,
                                      struct session_report *report, struct error *err);

/* Gives a new session its file; fails if it exists. Takes the lock and saves. */
bool session_create(struct session *session, const char *path, struct error *err);
/* Saves durably, after every accepted answer; does nothing when the file is there as it would be
 * written. When it fails the answers stay in memory and the next call tries again.
 *
 * If the file changed under us it is not overwritten: the state goes to FILE.conflict-N.yaml beside
 * it, the session goes on in that file, and this call returns false with err saying so; the session
 * is not unsaved then and session_path() names the new file. */
bool session_save(struct session *session, struct error *err);
/* Goes on in another file (the stick is full or gone, or this one is read-only). Takes its lock;
 * fails if it exists, and then the session stays with its old file. */
bool session_save_as(struct session *session, const char *path, struct error *err);
/* Lets go of the file: what is changed from here on is written nowhere, and the session can be
 * changed freely. Until session_save_as() makes it somebody's own. */
void session_begin_practice(struct session *session);
bool session_is_practice(const struct session *session);
bool session_is_read_only(const struct session *session);
int64_t session_saved_seconds(
    const struct session *session); /* when it was last safely on the disk; 0: never. Of a file that
                                       was only loaded: the last change it tells of */

/* Adds every fault of a session file; checklist may be NULL (then only the form is checked). */
void session_check(const char *path, const struct checklist *checklist, struct faults *faults);

/* The exact bytes that would be saved; for tests and `--output -`. Owned by the caller. */
char *session_text(const struct session *session);

#endif
