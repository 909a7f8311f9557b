/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/commands.h"

#include <assert.h>
#include <string.h>

#include "base/language.h"

/* clang-format off */
const struct command_info command_table[] = {
  {COMMAND_NEXT_QUESTION, "next-question", N_("next question"),
   N_("Go to the next question."),
   NP_("keys", "Down j Tab"), NP_("plain", "next"), GROUP_MOVE, false},
  {COMMAND_PREVIOUS_QUESTION, "previous-question", N_("previous question"),
   N_("Go to the question before."),
   NP_("keys", "Up k Shift-Tab"), NP_("plain", "back <"), GROUP_MOVE, false},
  {COMMAND_NEXT_PAGE, "next-page", N_("next"),
   N_("Go to the next page. After the last one come the results."),
   NP_("keys", "Right l"), NP_("plain", "next-page"), GROUP_MOVE, false},
  {COMMAND_PREVIOUS_PAGE, "previous-page", N_("back"),
   N_("Go to the page before. All answers stay as they are."),
   NP_("keys", "Left h"), NP_("plain", "back-page"), GROUP_MOVE, false},
  {COMMAND_FIRST, "first", N_("first"),
   N_("Go to the first question."),
   NP_("keys", "Home"), NP_("plain", "first"), GROUP_MOVE, false},
  {COMMAND_LAST, "last", N_("last"),
   N_("Go to the last question."),
   NP_("keys", "End"), NP_("plain", "last"), GROUP_MOVE, false},
  {COMMAND_NEXT_OPEN, "next-open", N_("next unanswered"),
   N_("Go to the next question without an answer."),
   NP_("keys", "a"), NP_("plain", "next-open a"), GROUP_MOVE, false},
  {COMMAND_GO, "go", N_("go to"),
   N_("Go to a question or a page by its number or name."),
   NP_("keys", "g"), NP_("plain", "go g"), GROUP_MOVE, false},

  {COMMAND_ANSWER, "answer", N_("answer"),
   N_("Answer the question: type or choose."),
   NP_("keys", "Enter"), NP_("plain", "answer"), GROUP_ANSWER, false},
  {COMMAND_ANSWER_YES, "yes", N_("yes"),
   N_("Answer yes."),
   NP_("keys", "y"), NP_("plain", "yes y"), GROUP_ANSWER, false},
  {COMMAND_ANSWER_NO, "no", N_("no"),
   N_("Answer no."),
   NP_("keys", "n"), NP_("plain", "no n"), GROUP_ANSWER, false},
  {COMMAND_ANSWER_PARTLY, "partly", N_("partly"),
   N_("Answer partly, and say what the exception is."),
   NP_("keys", "p"), NP_("plain", "partly p"), GROUP_ANSWER, false},
  {COMMAND_ANSWER_OTHER, "other", N_("other"),
   N_("Answer in your own words."),
   NP_("keys", "o"), NP_("plain", "other o"), GROUP_ANSWER, false},
  {COMMAND_ANSWER_UNKNOWN, "unknown", N_("don't know"),
   N_("Answer don't know yet: the question goes on the list of what to find out."),
   NP_("keys", "d"), NP_("plain", "unknown d"), GROUP_ANSWER, false},
  {COMMAND_ANSWER_NOT_APPLICABLE, "not-applicable", N_("does not apply"),
   N_("Say that the question does not apply here, and why."),
   NP_("keys", "x"), NP_("plain", "n/a x"), GROUP_ANSWER, false},
  {COMMAND_CLEAR_ANSWER, "clear", N_("clear"),
   N_("Take the answer away. Comment and evidence stay."),
   NP_("keys", "Delete"), NP_("plain", "clear"), GROUP_ANSWER, false},
  {COMMAND_INSTRUMENT, "instrument", N_("kind of rule"),
   N_("Say by what kind of act a written rule was made: ordinance, directive, contract and so on."),
   NP_("keys", "i"), NP_("plain", "instrument i"), GROUP_ANSWER, false},
  {COMMAND_CONFIRM, "confirm", N_("still fits"),
   N_("Say that the answer still fits after the question was reworded."),
   NP_("keys", "="), NP_("plain", "confirm"), GROUP_ANSWER, false},

  {COMMAND_COMMENT, "comment", N_("comment"),
   N_("Write a comment. It is printed with the answer."),
   NP_("keys", "c"), NP_("plain", "comment c"), GROUP_RECORD, false},
  {COMMAND_NOTE, "note", N_("private note"),
   N_("Write a private note. It is left out of documents unless you ask for it."),
   NP_("keys", "N"), NP_("plain", "note"), GROUP_RECORD, false},
  {COMMAND_EVIDENCE_ADD, "evidence", N_("evidence"),
   N_("Add a piece of evidence: what it is, the section, a quote, a link, when it was seen."),
   NP_("keys", "e"), NP_("plain", "evidence e"), GROUP_RECORD, false},
  {COMMAND_EVIDENCE_CHANGE, "evidence-change", N_("change evidence"),
   N_("Change a piece of evidence."),
   "", NP_("plain", "evidence-change"), GROUP_RECORD, false},
  {COMMAND_EVIDENCE_REMOVE, "evidence-remove", N_("remove evidence"),
   N_("Remove a piece of evidence."),
   "", NP_("plain", "evidence-remove"), GROUP_RECORD, false},
  {COMMAND_REVIEW, "mark", N_("mark"),
   N_("Mark the question for review, or take the mark away."),
   NP_("keys", "m"), NP_("plain", "mark m"), GROUP_RECORD, false},
  {COMMAND_FOLLOW_UP, "follow-up", N_("follow-up"),
   N_("Write down what is to be done about it, by whom and by when."),
   NP_("keys", "f"), NP_("plain", "follow-up f"), GROUP_RECORD, false},
  {COMMAND_GROUP, "tally", N_("group tally"),
   N_("Write down how the group decided: the rule and the counts, never names."),
   NP_("keys", "t"), NP_("plain", "tally t"), GROUP_RECORD, false},
  {COMMAND_BY_NUMBER, "by-number", N_("from paper"),
   N_("Enter a worksheet by the numbers of its questions: 12 y, 13 n, 14 o and the words."),
   NP_("keys", "#"), NP_("plain", "by-number #"), GROUP_RECORD, false},

  {COMMAND_UNDO, "undo", N_("undo"),
   N_("Undo the last change, also one from an earlier evening."),
   NP_("keys", "u"), NP_("plain", "undo u"), GROUP_CHANGE, false},
  {COMMAND_REDO, "redo", N_("redo"),
   N_("Bring back what was undone."),
   NP_("keys", "Ctrl-R"), NP_("plain", "redo"), GROUP_CHANGE, false},
  {COMMAND_SAVE, "save", N_("save"),
   N_("Save now. Every answer is saved by itself, so this is rarely needed."),
   NP_("keys", "Ctrl-S"), NP_("plain", "save"), GROUP_CHANGE, false},
  {COMMAND_SAVE_AS, "save-as", N_("save as"),
   N_("Go on in another file, for example when the disk is full."),
   NP_("keys", "S"), NP_("plain", "save-as"), GROUP_CHANGE, false},
  {COMMAND_LOCK, "lock", N_("lock"),
   N_("Lock the session with a passphrase, change the passphrase, or take the lock away."),
   NP_("keys", "L"), NP_("plain", "lock"), GROUP_CHANGE, false},

  {COMMAND_OUTLINE, "outline", N_("overview"),
   N_("List every page and question with its state; show only some of them."),
   NP_("keys", "w"), NP_("plain", "list l"), GROUP_GO, true},
  {COMMAND_SEARCH, "search", N_("search"),
   N_("Search in the questions and in what you wrote."),
   NP_("keys", "/"), NP_("plain", "search /"), GROUP_GO, true},
  {COMMAND_BACKGROUND, "background", N_("background"),
   N_("Read why it matters, what words mean, laws, examples and corrections."),
   NP_("keys", "b"), NP_("plain", "background b"), GROUP_GO, true},
  {COMMAND_RESULTS, "results", N_("results"),
   N_("See the results, what is recommended and what is left to find out."),
   NP_("keys", "s"), NP_("plain", "results s"), GROUP_GO, true},
  {COMMAND_EXPORT, "export", N_("export"),
   N_("Make a document: summary, draft ordinance, worksheet."),
   NP_("keys", "X"), NP_("plain", "export"), GROUP_GO, true},
  {COMMAND_PROFILE, "profile", N_("profile"),
   N_("Go to the questions about your place."),
   NP_("keys", "P"), NP_("plain", "profile"), GROUP_GO, true},
  {COMMAND_HOME, "home", N_("home"),
   N_("Go to the start: new session, open another, practice."),
   NP_("keys", "H"), NP_("plain", "home"), GROUP_GO, true},

  {COMMAND_HELP, "help", N_("help"),
   N_("Show what can be done here."),
   NP_("keys", "? F1"), NP_("plain", "help ?"), GROUP_PROGRAM, true},
  {COMMAND_LANGUAGE, "language", N_("language"),
   N_("Choose another language."),
   NP_("keys", "F2"), NP_("plain", "language"), GROUP_PROGRAM, true},
  {COMMAND_THEME, "theme", N_("colors"),
   N_("Choose other colors."),
   NP_("keys", "F3"), NULL, GROUP_PROGRAM, true},
  {COMMAND_REDRAW, "redraw", N_("redraw"),
   N_("Show everything again."),
   NP_("keys", "Ctrl-L"), NP_("plain", "again"), GROUP_PROGRAM, true},
  {COMMAND_BACK, "back", N_("back"),
   N_("Leave this screen. What you typed is kept."),
   NP_("keys", "Escape"), NULL, GROUP_PROGRAM, true},
  {COMMAND_QUIT, "quit", N_("quit"),
   N_("End the program. Everything is saved."),
   NP_("keys", "q"), NP_("plain", "quit q"), GROUP_PROGRAM, true},
  {COMMAND_NONE, NULL, NULL, NULL, NULL, NULL, GROUP_PROGRAM, true},
};
/* clang-format on */

const struct command_info *command_info(enum command command) {
  const struct command_info *info = command_table;
  while (info->id && info->command != command)
    info++;
  assert(info->id); /* every command has a row */
  return info;
}

const struct command_info *command_by_id(const char *id) {
  for (const struct command_info *info = command_table; info->id; info++)
    if (strcmp(info->id, id) == 0)
      return info;
  return NULL;
}

const char *command_group_name(enum command_group group) {
  static const char *const names[] = {
      [GROUP_MOVE] = N_("Moving"),        [GROUP_ANSWER] = N_("Answering"),
      [GROUP_RECORD] = N_("Recording"),   [GROUP_CHANGE] = N_("Changing and saving"),
      [GROUP_GO] = N_("Going elsewhere"), [GROUP_PROGRAM] = N_("The program"),
  };
  return _(names[group]);
}
