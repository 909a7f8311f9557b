/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"
#include "checklist/checklist.h"
#include "plain/plain-internal.h"
#include "session/instrument.h"
#include "session/session.h"

/* The current question's record, to be edited and released. */
static void copy_current(struct plain *plain, struct answer *copy) {
  answer_copy(copy, session_answer(guide_session(plain->guide), guide_question(plain->guide)->id));
}

static void say_unchanged(struct plain *plain) {
  if (!plain->ended)
    plain_say(plain, _("Nothing changed."));
}

/* --- comment and private note ------------------------------------------------------------------*/

static void ask_comment(struct plain *plain, enum command command) {
  struct answer now;
  struct strbuf text;
  bool is_note = command == COMMAND_NOTE;
  strbuf_init(&text);
  copy_current(plain, &now);
  plain_say(plain, is_note ? _("Private note: left out of documents unless you ask for it.")
                           : _("Comment: printed with the answer."));
  if (plain_ask_text(plain, is_note ? now.note : now.comment, is_note ? "note" : "comment",
                     &text) == REPLY_TEXT)
    plain_do_text(plain, command, text.text);
  else
    say_unchanged(plain);
  answer_release(&now);
  strbuf_release(&text);
}

void plain_comment(struct plain *plain, enum command command, const char *text) {
  if (*text)
    plain_do_text(plain, command, text);
  else
    ask_comment(plain, command);
}

/* --- evidence ----------------------------------------------------------------------------------*/

static bool ask_what(struct plain *plain, struct evidence *evidence) {
  return plain_ask_field(plain, _("What it is: a law, an order, a report"), ASK_WORDS,
                         &evidence->what) &&
         evidence->what;
}

static bool ask_the_rest(struct plain *plain, struct evidence *evidence) {
  return plain_ask_field(plain, _("Section or page"), ASK_WORDS, &evidence->section) &&
         plain_ask_field(plain, _("Quote: its own words"), ASK_WORDS, &evidence->quote) &&
         plain_ask_field(plain, _("Where it can be read: a link or a shelf"), ASK_WORDS,
                         &evidence->link) &&
         plain_ask_field(plain, _("When it was seen, like 2026-11-22"), ASK_DATE, &evidence->seen);
}

static void release_evidence(struct evidence *evidence) {
  free(evidence->what);
  free(evidence->section);
  free(evidence->quote);
  free(evidence->link);
  free(evidence->seen);
}

static void add_evidence(struct plain *plain, const char *what) {
  struct evidence evidence = {.what = *what ? memory_dup(what) : NULL};
  const struct guide_input input = {.evidence = &evidence};
  if ((evidence.what || ask_what(plain, &evidence)) && ask_the_rest(plain, &evidence))
    plain_do(plain, COMMAND_EVIDENCE_ADD, &input);
  else
    say_unchanged(plain);
  release_evidence(&evidence);
}

/* Of several pieces: by the number that was typed, or by choosing. CHOSE_ when none. */
static int choose_evidence(struct plain *plain, const struct answer *answer, const char *number) {
  size_t typed = number[strspn(number, "0123456789")] == '\0' && strlen(number) < 6
                     ? strtoul(number, NULL, 10)
                     : 0;
  if (typed >= 1 && typed <= answer->evidence_count)
    return (int)typed - 1;
  const char **labels = memory_new_zeroed(answer->evidence_count + 1, sizeof *labels);
  for (size_t i = 0; i < answer->evidence_count; i++)
    labels[i] = answer->evidence[i].what ? answer->evidence[i].what : "";
  int chosen = plain_choose(plain, labels, answer->evidence_count, -1);
  free(labels);
  return chosen;
}

static void change_evidence(struct plain *plain, enum command command, struct answer *answer,
                            int chosen) {
  struct evidence *evidence = &answer->evidence[chosen];
  const struct guide_input input = {.index = (size_t)chosen, .evidence = evidence};
  if (command == COMMAND_EVIDENCE_REMOVE ||
      (ask_what(plain, evidence) && ask_the_rest(plain, evidence)))
    plain_do(plain, command, &input);
  else
    say_unchanged(plain);
}

void plain_evidence(struct plain *plain, enum command command, const char *typed) {
  struct answer answer;
  if (command == COMMAND_EVIDENCE_ADD) {
    add_evidence(plain, typed);
    return;
  }
  copy_current(plain, &answer);
  if (answer.evidence_count == 0) {
    plain_say(plain, _("There is no evidence yet."));
  } else {
    int chosen = choose_evidence(plain, &answer, typed);
    if (chosen >= 0)
      change_evidence(plain, command, &answer, chosen);
    else
      say_unchanged(plain);
  }
  answer_release(&answer);
}

/* --- kind of rule ------------------------------------------------------------------------------*/

static void choose_instrument(struct plain *plain) {
  const char *labels[32];
  size_t count = 0;
  while (instruments[count].id && count < sizeof labels / sizeof *labels - 1) {
    labels[count] = _(instruments[count].label);
    count++;
  }
  labels[count] = _("Leave it open");
  plain_say(plain, _("By what kind of act was the rule made? The strongest come first."));
  int chosen = plain_choose(plain, labels, count + 1, (int)count);
  if (chosen >= 0 && (size_t)chosen < count)
    plain_do_text(plain, COMMAND_INSTRUMENT, instruments[chosen].id);
  else
    say_unchanged(plain);
}

void plain_instrument(struct plain *plain, const char *typed) {
  if (strcmp(typed, "-") == 0)
    plain_do_text(plain, COMMAND_INSTRUMENT, NULL);
  else if (*typed || guide_question(plain->guide)->aspect != ASPECT_WRITTEN)
    plain_do_text(plain, COMMAND_INSTRUMENT, typed);
  else
    choose_instrument(plain);
}

/* --- follow-up ---------------------------------------------------------------------------------*/

static bool ask_follow_up(struct plain *plain, struct follow_up *follow_up) {
  if (!plain_ask_field(plain, _("What is to be done"), ASK_WORDS, &follow_up->what) ||
      !plain_ask_field(plain, _("Who does it"), ASK_WORDS, &follow_up->who) ||
      !plain_ask_field(plain, _("By when, like 2026-12-01"), ASK_DATE, &follow_up->by))
    return false;
  if (!follow_up->what && !follow_up->who)
    return true;
  int done = plain_choose_yes(plain, _("Is it done?"), follow_up->done);
  follow_up->done = done == 1;
  return done >= 0;
}

void plain_follow_up(struct plain *plain) {
  struct answer answer;
  copy_current(plain, &answer);
  const struct guide_input input = {.follow_up = &answer.follow_up};
  if (ask_follow_up(plain, &answer.follow_up))
    plain_do(plain, COMMAND_FOLLOW_UP, &input);
  else
    say_unchanged(plain);
  answer_release(&answer);
}

/* --- group tally -------------------------------------------------------------------------------*/

static bool ask_count(struct plain *plain, const char *label, int *count) {
  struct strbuf now;
  strbuf_init(&now);
  if (*count >= 0)
    strbuf_addf(&now, "%d", *count);
  char *typed = *count >= 0 ? strbuf_take(&now) : NULL;
  bool done = plain_ask_field(plain, label, ASK_COUNT, &typed);
  if (done)
    *count = typed ? (int)strtoul(typed, NULL, 10) : -1;
  free(typed);
  strbuf_release(&now);
  return done;
}

static bool ask_tally(struct plain *plain, struct group_tally *group) {
  plain_say(plain, _("How the group decided. Counts only, never names."));
  return plain_ask_field(plain, _("Rule: consensus, majority, two thirds"), ASK_WORDS,
                         &group->rule) &&
         ask_count(plain, _("How many were for it"), &group->for_count) &&
         ask_count(plain, _("How many were against it"), &group->against_count) &&
         ask_count(plain, _("How many stood aside"), &group->aside_count) &&
         plain_ask_field(plain, _("What the minority said"), ASK_WORDS, &group->minority);
}

void plain_tally(struct plain *plain) {
  struct answer answer;
  copy_current(plain, &answer);
  const struct guide_input input = {.group = &answer.group};
  if (ask_tally(plain, &answer.group))
    plain_do(plain, COMMAND_GROUP, &input);
  else
    say_unchanged(plain);
  answer_release(&answer);
}

/* --- from paper --------------------------------------------------------------------------------*/

static void help_by_number(struct plain *plain) {
  plain_say(plain,
            _("Type the number of a question, its answer and, where it needs some, the words: "
              "12 y, 13 n, 14 p except in summer. y is yes, n no, p partly, o other, d or ? "
              "don't know yet, x does not apply. Choices are numbered as on the paper: 2 1 is "
              "the first choice of question 2. A wrong entry is put right by entering it "
              "again. Commands work too, as :undo."));
}

static void enter_line(struct plain *plain) {
  char *typed = memory_dup(plain->line.text);
  bool command = typed[0] == ':';
  if (!command || !plain_command(plain, typed + 1 + strspn(typed + 1, " ")))
    plain_do_text(plain, COMMAND_BY_NUMBER, command ? typed + 1 : typed);
  free(typed);
}

/* Without the questions in between: whoever enters a stack of paper has them there. */
void plain_by_number(struct plain *plain) {
  help_by_number(plain);
  for (;;) {
    switch (plain_ask(plain, _("Number and answer (Enter ends, ? help):"))) {
    case REPLY_HELP:
      help_by_number(plain);
      break;
    case REPLY_TEXT:
      enter_line(plain);
      break;
    default:
      plain->show = true;
      return;
    }
    if (plain->quit || !plain->guide)
      return;
  }
}
