/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of plain/ share. Not for other folders. */
#ifndef PLAIN_PLAIN_INTERNAL_H
#define PLAIN_PLAIN_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/error.h"
#include "base/strbuf.h"
#include "guide/guide.h"
#include "plain/plain.h"

struct criterion;
struct question;

struct plain {
  FILE *in, *out;
  int width_cells;
  bool ascii, echo;
  const char *checklist; /* as in the options */

  struct guide *guide; /* NULL: at home */
  bool practice;       /* nothing is saved */
  bool failure_told;   /* what can be done when saving fails: once is enough */
  bool ended;          /* the input has ended: everything returns */
  bool quit;
  bool show;                          /* the question is to be shown before the next prompt */
  const struct criterion *page_shown; /* whose heading was shown last */

  struct strbuf line; /* the last one read: cleaned, without spaces around it */
};

/* --- plain-ask.c: lines out and in ---*/

/* Wrapped, each line of the text from the left margin, with a line end. */
void plain_say(struct plain *plain, const char *text);
void plain_sayf(struct plain *plain, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* A text of the checklist, without its markup; the second with a label, and nothing for NULL. */
void plain_say_prose(struct plain *plain, const char *msgid);
void plain_say_labelled(struct plain *plain, const char *label, const char *msgid);
/* Says what failed and releases it. */
void plain_say_error(struct plain *plain, struct error *err);

/* Without a line end, for the answer stands behind it. */
void plain_prompt(struct plain *plain, const char *prompt);
enum plain_reply { REPLY_TEXT /* plain->line */, REPLY_EMPTY, REPLY_BACK, REPLY_HELP, REPLY_END };
enum plain_reply plain_ask(struct plain *plain, const char *prompt);

enum { CHOSE_BACK = -1, CHOSE_END = -2 };
/* Numbered lines, and a number back (from 0), or CHOSE_. A choice may also be typed in its own
 * words, as far as they tell it from the others. standard: what Enter alone chooses; -1: it goes
 * back. Asks until it gets one. */
int plain_choose(struct plain *plain, const char *const *labels, size_t count, int standard);
/* A question to be answered by yes or no. CHOSE_ too. */
int plain_choose_yes(struct plain *plain, const char *question, bool standard);

/* One field of a form. *value is replaced, emptied or kept. false: `<` or the end of input. */
enum ask_kind { ASK_WORDS, ASK_DATE, ASK_COUNT };
bool plain_ask_field(struct plain *plain, const char *label, enum ask_kind kind, char **value);

/* Several lines. On REPLY_TEXT `text` holds them ("" when it is to be removed), on REPLY_EMPTY it
 * stays as it is. now: what is there, NULL nothing. What is typed before the input ends becomes the
 * draft of that field of the current question, and is there again the next time. */
enum plain_reply plain_ask_text(struct plain *plain, const char *now, const char *field,
                                struct strbuf *text);

/* --- plain.c ---*/

/* guide_do() and what follows from it: says the status or the failure, saves, asks for words that
 * are missing. false: nothing was done. */
bool plain_do(struct plain *plain, enum command command, const struct guide_input *input);
bool plain_do_text(struct plain *plain, enum command command, const char *text);
/* Saves if there is something to save, gives a new session its file, and tells a failure. */
bool plain_save(struct plain *plain);
/* Puts a session in the place of none. */
void plain_take_guide(struct plain *plain, struct guide *guide_take);
/* Saves and closes the session; if it cannot be saved it stays open. */
void plain_close(struct plain *plain);
void plain_quit(struct plain *plain);
/* Forward to the next question, or to what comes after the last. */
void plain_go_on(struct plain *plain);

/* --- plain-command.c ---*/

/* Carries out a typed command ("undo", "go 12"). false: it is none, and nothing was said. */
bool plain_command(struct plain *plain, const char *typed);

/* --- plain-home.c ---*/
void plain_home(struct plain *plain);
/* A new session without a file. false: there is none, and out says why. */
bool plain_start(struct plain *plain, bool practice);
bool plain_start_new(struct plain *plain); /* the same for one that is kept, and says so */
bool plain_open(struct plain *plain, const char *path, enum session_access access);
void plain_language(struct plain *plain);
/* The index of one of language_tags(), or CHOSE_. */
int plain_choose_language(struct plain *plain, const char *tag_in_use);
/* The checklist of a new session or worksheet; a single one needs no asking. Owned by the caller;
 * NULL: none was chosen. */
char *plain_choose_checklist(struct plain *plain);

/* --- plain-passphrase.c ---*/
/* Asks for the passphrase until it is right. false: none was given, or it is of no use. */
bool plain_unlock(struct plain *plain, const char *path);
void plain_lock(struct plain *plain); /* locks, changes the passphrase, takes the lock away */

/* --- plain-question.c ---*/
void plain_show_question(struct plain *plain);
/* What was typed at the question's prompt. */
void plain_question_reply(struct plain *plain);
const char *plain_question_prompt(struct plain *plain);
/* An answer in a person's words: "y", "2", "partly: except after a court order". false: it is none,
 * and err says what can be answered. */
bool plain_answer(struct plain *plain, const char *typed, struct error *err);
/* What follows an answer: the kind of rule is asked for where it matters, and the walk goes on. */
void plain_after_answer(struct plain *plain);
const char *plain_value(struct plain *plain, const struct question *question); /* NULL: none */

/* --- plain-record.c ---*/
void plain_comment(struct plain *plain, enum command command, const char *text);
void plain_evidence(struct plain *plain, enum command command, const char *number);
void plain_instrument(struct plain *plain, const char *typed);
void plain_follow_up(struct plain *plain);
void plain_tally(struct plain *plain);
void plain_by_number(struct plain *plain); /* a worksheet, line by line */

/* --- plain-show.c, plain-results.c, plain-background.c ---*/
void plain_help(struct plain *plain);
void plain_outline(struct plain *plain, const char *filter);
void plain_search(struct plain *plain, const char *words);
void plain_results(struct plain *plain);
void plain_background(struct plain *plain);

/* --- plain-export.c ---*/
void plain_export(struct plain *plain);
void plain_worksheet(struct plain *plain); /* blank, of a checklist: from home */

#endif
