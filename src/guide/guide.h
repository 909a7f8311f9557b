/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One running walk through a checklist: where we are, what is asked next, undo and redo. guide_do()
 * is the only way to change anything; both front ends turn their input into a command and then show
 * the guide. Draws nothing, reads no keys. */
#ifndef GUIDE_GUIDE_H
#define GUIDE_GUIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "guide/commands.h"
#include "session/session-file.h"

struct assessment;
struct checklist;
struct criterion;
struct error;
struct evidence;
struct follow_up;
struct group_tally;
struct guide; /* opaque */
struct provision;
struct question;
struct session;

/* Takes checklist and session (freed by guide_free). Stands at the session's place, else at the
 * first open question. */
struct guide *guide_new(struct checklist *checklist_take, struct session *session_take);
void guide_free(struct guide *guide); /* does not save; accepts NULL */

struct checklist *guide_checklist(struct guide *guide);
struct session *guide_session(struct guide *guide); /* to read; change it by guide_do only */

struct guide_input {
  const char *text, *words;
  size_t index;
  const struct evidence *evidence;
  const struct follow_up *follow_up;
  const struct group_tally *group;
};
enum guide_change {
  GUIDE_NOTHING = 0,
  GUIDE_MOVED = 1 << 0,     /* position */
  GUIDE_ANSWERED = 1 << 1,  /* something recorded changed: call guide_save() once it is painted */
  GUIDE_STRUCTURE = 1 << 2, /* other questions are relevant now */
  GUIDE_PAGE = 1 << 3,      /* another page */
  GUIDE_FINISHED = 1 << 4,  /* went forward from the last page: show the results */
  GUIDE_NEEDS_WORDS =
      1 << 5, /* partly, other, n/a without words: ask for them and call again; nothing changed */
};
struct guide_outcome {
  unsigned changes;   /* guide_change */
  const char *status; /* one sentence for the status line, its first word the result; NULL: none.
                         With GUIDE_NEEDS_WORDS what to ask: "What is the exception?". Lives until
                         the next call */
};
/* Carries out a command on the current question. false with err: nothing changed. input may be
 * NULL.
 * COMMAND_ANSWER with an empty text clears; so do the commands that record texts. FIRST and LAST go
 * to the first and last question of all, NEXT_OPEN goes round from the last to the first. SAVE_AS
 * makes the folder and adds ".yaml". UNDO and REDO move to the question that changed. Of a session
 * that is read-only nothing can be changed. */
bool guide_do(struct guide *guide, enum command command, const struct guide_input *input,
              struct guide_outcome *outcome, struct error *err);

/* The question whose number a line from a worksheet begins with ("12 y"), and what stands behind
 * the number; NULL: there is none of that number. */
const struct question *guide_question_typed(struct guide *guide, const char *typed,
                                            const char **rest);

/* Saves if there is something to save, the place too; first repaints nothing. Keeps the state for
 * guide_save_state(). When somebody else changed the file the answers go into another one, and it
 * returns false with err saying so, while the state is SAVE_SAVED. */
bool guide_save(struct guide *guide, struct error *err);
/* After it was saved: that others can read the file, for the disk keeps no modes. Once for a guide,
 * else NULL; translated. */
const char *guide_privacy_warning(struct guide *guide);
enum save_state {
  SAVE_SAVED,
  SAVE_UNSAVED /* on its way */,
  SAVE_FAILED,
  SAVE_NO_FILE,
  SAVE_READ_ONLY,
  SAVE_PRACTICE /* of a practice session nothing is saved */
};
/* What has to be read before a passphrase is set; translated. */
const char *guide_passphrase_warning(void);
const char *guide_passphrase_advice(void); /* and what is better read, too */
/* Whether COMMAND_LOCK would take it: to be told before it is typed again. */
bool guide_check_passphrase(const char *passphrase, struct error *err);
enum save_state guide_save_state(const struct guide *guide);
const char *guide_save_failure(const struct guide *guide); /* the words for SAVE_FAILED; NULL */
/* "Saved 18:32", "NOT SAVED: disk full": owned by the guide until the next call. */
const char *guide_save_text(struct guide *guide);

/* What is typed and not accepted: recorded in the session's draft and saved by the next
 * guide_save(). NULL text: none. */
void guide_set_draft(struct guide *guide, const char *field, const char *text);
const char *guide_draft(const struct guide *guide,
                        const char *field); /* of the current question; NULL */

/* --- what to show --- */
const struct assessment *
guide_assessment(struct guide *guide); /* up to date; borrowed until the next change */
/* with recommendations; loads the checklist's rest. NULL with err. */
const struct assessment *guide_full_assessment(struct guide *guide, struct error *err);

const struct question *guide_question(struct guide *guide);   /* the current one */
const struct criterion *guide_page(struct guide *guide);      /* its page */
size_t guide_page_number(struct guide *guide, size_t *count); /* among the relevant pages, from 1 */
/* The questions of the current page in order; those that do not apply are included (show their
 * relevant_note). */
bool guide_relevant(struct guide *guide, const struct question *question);

/* "Cook County, Illinois", or a translated "(no place yet)"; borrowed until the next call. */
const char *guide_place_name(struct guide *guide);
/* "Criterion 1 of 8"; "Profile"; … borrowed until the next call. */
const char *guide_position_text(struct guide *guide);
/* "9 of 19 answered, 2 to find out": nine are known; borrowed until the next call. */
const char *guide_progress_text(struct guide *guide);
/* The same for a narrow line: "9 of 19 answered". */
const char *guide_brief_progress_text(struct guide *guide);
/* The text of a provision to be read on a screen: with the place's name, with references by their
 * heading and with open choices side by side. Owned by the caller. */
char *guide_provision_text(struct guide *guide, const struct provision *provision);

#endif
