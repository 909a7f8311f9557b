/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of session/ share about a session. */
#ifndef SESSION_SESSION_PRIVATE_H
#define SESSION_SESSION_PRIVATE_H

#include "base/file.h"
#include "session/contents.h"
#include "session/session.h"

struct age_key;
struct arena;
struct faults;
struct node;
struct strbuf;

/* One step: a mapping {id, at, before, after} as in the file, in an arena of its own, so that a
 * step that is dropped gives its memory back. */
struct change {
  struct arena *arena;
  struct node *node;
  size_t size_bytes; /* as written in the file */
};
struct history {
  struct change *items;
  size_t count, capacity;
  size_t done; /* the first `done` are applied; those behind can be redone */
  size_t size_bytes;
};

struct session {
  const struct checklist *checklist; /* NULL only while a file is checked without one */
  struct arena *arena;               /* unknown keys of the file */
  char *edition;
  struct answer **answers; /* in the file's order: the checklist's, then retired ones */
  struct answer **by_id;   /* the same, sorted by question id */
  size_t count, capacity;
  struct history history;
  char *place;
  struct draft draft;
  struct node *kept, *kept_of_checklist, *kept_of_history, *kept_of_draft;
  bool unsaved;
  uint64_t version;

  char *path;
  bool read_only;
  bool practice;     /* has no file, and belongs to nobody */
  bool keep_damaged; /* what stands at path is damaged: put aside by the next save */
  struct lock lock;
  struct file_stamp stamp;      /* of what we last read or wrote */
  struct contents saved, tried; /* likewise; tried: by a save that failed */
  struct contents saved_text;   /* what `saved` is when it is taken out of its lock */
  struct age_key *key;          /* that it is locked with; NULL: it is not */
  bool replace_all;             /* of what stands at path nothing may stay, not as PATH~ either */
  uint64_t saves;               /* how often it was saved */
  int64_t saved_seconds;
};

/* --- session.c --- */
/* Takes the answer's place in the order; an answer without any record is taken out. Takes what
 * answer holds. */
void session_put(struct session *session, struct answer *answer);
size_t session_retired_count(const struct session *session);
void session_changed(struct session *session);

/* --- session-history.c --- */
/* Adds a step and drops those that were undone, and the oldest beyond the limits. */
void history_add(struct session *session, const char *question_id, const struct answer *before,
                 const struct answer *after);
/* Adds a step read from a file. */
void history_add_node(struct history *history, const struct node *change);
void history_limit(struct history *history);
void history_release(struct history *history);

/* --- session-write.c --- */
enum { WITHOUT_HISTORY, WITH_HISTORY };
void session_write(const struct session *session, int with_history, struct strbuf *out);

/* --- session-load.c --- */
char *session_previous_path(const char *path); /* PATH~; owned by the caller */

/* --- session-save.c --- */
bool session_changed_under_us(const struct session *session);

/* --- session-passphrase.c --- */
/* The text of a session file, taken out of its lock if it has one; on_disk, which may be NULL, is
 * of the file as it is. */
bool session_read_text(struct strbuf *text, const char *path, struct contents *on_disk,
                       struct error *err);
struct node *session_read_tree(struct arena *arena, const char *path, struct error *err);
bool session_is_locked_file(const char *path); /* whether it can be read or not */
/* What a killed program left of the file as it would be with the lock, or without it. */
void session_sweep_other(const char *path);
/* A copy of the key of the passphrase that was given; NULL if none was. */
struct age_key *session_given_key(void);
/* The bytes for the disk: text itself, or what is put into `locked`. */
const struct strbuf *session_lock_text(const struct session *session, const struct strbuf *text,
                                       struct strbuf *locked);
/* session_set_passphrase() with a key that is there; NULL: no lock. */
bool session_set_key(struct session *session, struct age_key *key_take, struct error *err);

/* --- session-read.c --- */
/* Fills a new session from a file's tree; every fault goes to faults. */
void session_read(struct session *session, const struct node *root, struct faults *faults);
/* Whether a newer version of the program wrote the file: its format has a higher number. */
bool session_read_is_newer(const struct node *root);
/* The checklist id and edition of a session file; NULL with a fault. The edition may be missing. */
const char *session_read_checklist(const struct node *root, struct faults *faults);
/* The time of the last change that a file tells of; 0 if it tells none. */
int64_t session_read_time(const struct node *root);

#endif
