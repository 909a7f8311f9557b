/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sessions there are, and opening one: the home of both front ends. */
#ifndef GUIDE_LIBRARY_H
#define GUIDE_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "session/session-file.h"

struct checklist;
struct error;
struct guide;

struct library_entry {
  char *path, *name; /* name: the file's, without .yaml */
  int64_t modified_seconds;
  bool locked; /* with a passphrase, by its name */
};
/* Session files of the sessions folder (environment_sessions_dir) and of the folder of `also` (may
 * be NULL), and those the user wants remembered (guide/recent.h), with their whole paths as names;
 * newest first. */
struct library_entry *library_list(const char *also, size_t *count);
/* The practice sessions of the installed checklists (CHECKLIST/practice/NAME.yaml), by name. */
struct library_entry *library_list_practice(size_t *count);
void library_free(struct library_entry *entries, size_t count);

/* Loads the checklist that a session names: beside the session first, FOLDER/ID or FOLDER/ID.yaml,
 * else among the installed ones. NULL with err. */
struct checklist *library_load_checklist(const char *session_path, const char *id,
                                         struct error *err);
/* Opens a session: loads its checklist and itself. A practice session is opened so that everything
 * can be tried and nothing is written to its file. The report says what is to be told or asked
 * (damage, lock …). When it is SESSION_CUT_OFF, or NULL came back and report->previous_exists, the
 * front end asks, then may call library_open_previous (after guide_free). NULL with err. */
struct guide *library_open(const char *path, enum session_access access,
                           struct session_report *report, struct error *err);
struct guide *library_open_previous(const char *path, struct session_report *report,
                                    struct error *err);
/* The title of an installed checklist, translated; its name, when it cannot be read. Owned by the
 * caller. */
char *library_checklist_title(const char *name);
/* A new session without a file yet. checklist: name or path; NULL the default. */
struct guide *library_new(const char *checklist, struct error *err);
/* Where a new session would be saved: SESSIONS/PLACE.yaml, or PLACE-2.yaml … if that exists; place
 * may be NULL. The folder is made by COMMAND_SAVE_AS. Owned by the caller. */
char *library_new_path(const char *place);
/* Where a session that cannot be saved at path would go on: likewise, under the name of its file.
 * Owned by the caller. */
char *library_copy_path(const char *path);
/* What the report says, as sentences for the user; empty when there is nothing. Owned by the
 * caller. */
char *library_report_text(const struct session_report *report);

#endif
