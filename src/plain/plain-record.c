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
  const char *field = is_note ? "note" : "comment";
  strbuf_init(&text);
  copy_current(plain, &now);
  plain_say(plain, is_note ? _("Private note: left out of documents unless you ask for it.")
                           : _("Comment: printed with the answer."));
  if (plain_ask_text(plain, is_note ? now.note : now.comment, field, &text) != REPLY_TEXT)
    say_unchanged(plain);
  else if (!plain_do_text(plain, command, text.text))
    guide_set_draft(plain->guide, field, text.text);
  answer_release(&now);
  strbuf_release(&text);
}

void plain_comment(struct plain *plain, enum command command, const char *text) {
  if (*text)
    plain_do_text(plain, command, text);
  else
    ask_comment(plain, command);
}

/* --- several fields ----------------------------------------------------------------------------*/

struct field {
  const char *label;
  enum ask_kind kind;
  char **value;
  bool is_required, is_given; /* given: what was typed behind the command; not asked again */
};

/* One line a field, as the screens have it. */
static void keep_fields(struct plain *plain, const char *draft, const struct field *fields,
                        size_t count) {
  struct strbuf lines;
  strbuf_init(&lines);
  for (size_t i = 0; i < count; i++)
    strbuf_addf(&lines, "%s%s", i ? "\n" : "", *fields[i].value ? *fields[i].value : "");
  guide_set_draft(plain->guide, draft, lines.text);
  strbuf_release(&lines);
  plain_save(plain);
}

static void take_draft(struct plain *plain, const char *draft, const struct field *fields,
                       size_t count) {
  const char *line = guide_draft(plain->guide, draft);
  for (size_t i = 0; line && i < count; i++) {
    size_t length = strcspn(line, "\n");
    if (!fields[i].is_given) {
      free(*fields[i].value);
      *fields[i].value = length ? memory_dup_length(line, length) : NULL;
    }
    line += length + (line[length] == '\n');
  }
}

/* What is typed is kept from field to field. false: left, or the input has ended. */
static bool ask_fields(struct plain *plain, const char *draft, const struct field *fields,
                       size_t count) {
  take_draft(plain, draft, fields, count);
  for (size_t i = 0; i < count; i++) {
    const struct field *field = &fields[i];
    if (!field->is_given && (!plain_ask_field(plain, field->label, field->kind, field->value) ||
                             (field->is_required && !*field->value))) {
      if (!plain->ended)
        guide_set_draft(plain->guide, draft, NULL);
      return false;
    }
    keep_fields(plain, draft, fields, count);
  }
  return true;
}

static void record_fields(struct plain *plain, enum command command,
                          const struct guide_input *input, const char *draft,
                          const struct field *fields, size_t count) {
  guide_set_draft(plain->guide, draft, NULL);
  if (!plain_do(plain, command, input))
    keep_fields(plain, draft, fields, count);
}

/* --- evidence ----------------------------------------------------------------------------------*/

/* number: its place among the evidence, NULL for a new piece. */
static void ask_evidence(struct plain *plain, enum command command, const size_t *number,
                         struct evidence *evidence) {
  const struct field fields[] = {
      {_("What it is: a law, an order, a report"), ASK_WORDS, &evidence->what, true,
       !number && evidence->what},
      {_("Section or page"), ASK_WORDS, &evidence->section, false, false},
      {_("Quote: its own words"), ASK_WORDS, &evidence->quote, false, false},
      {_("Where it can be read: a link or a shelf"), ASK_WORDS, &evidence->link, false, false},
      {_("When it was seen, like 2026-11-22"), ASK_DATE, &evidence->seen, false, false},
  };
  const struct guide_input input = {.index = number ? *number : 0, .evidence = evidence};
  enum { COUNT = sizeof fields / sizeof *fields };
  struct strbuf draft;
  strbuf_init(&draft);
  if (number)
    strbuf_addf(&draft, "evidence-%zu", *number);
  else
    strbuf_add(&draft, "evidence-new");
  if (ask_fields(plain, draft.text, fields, COUNT))
    record_fields(plain, command, &input, draft.text, fields, COUNT);
  else
    say_unchanged(plain);
  strbuf_release(&draft);
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
  ask_evidence(plain, COMMAND_EVIDENCE_ADD, NULL, &evidence);
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
                            size_t chosen) {
  struct evidence *evidence = &answer->evidence[chosen];
  const struct guide_input input = {.index = chosen, .evidence = evidence};
  if (command == COMMAND_EVIDENCE_REMOVE)
    plain_do(plain, command, &input);
  else
    ask_evidence(plain, command, &chosen, evidence);
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
      change_evidence(plain, command, &answer, (size_t)chosen);
    else
      say_unchanged(plain);
  }
  answer_release(&answer);
}

/* --- kind of rule ------------------------------------------------------------------------------*/

static void choose_instrument(struct plain *plain) {
  const char *labels[32];
  size_t count = 0;
  while (count < sizeof labels / sizeof *labels - 1 && instruments[count].id) {
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

static bool ask_done(struct plain *plain, struct follow_up *follow_up) {
  if (!follow_up->what && !follow_up->who)
    return true;
  int done = plain_choose_yes(plain, _("Is it done?"), follow_up->done);
  follow_up->done = done == 1;
  return done >= 0;
}

void plain_follow_up(struct plain *plain) {
  struct answer answer;
  copy_current(plain, &answer);
  struct follow_up *follow_up = &answer.follow_up;
  const struct guide_input input = {.follow_up = follow_up};
  const struct field fields[] = {
      {_("What is to be done"), ASK_WORDS, &follow_up->what, false, false},
      {_("Who does it"), ASK_WORDS, &follow_up->who, false, false},
      {_("By when, like 2026-12-01"), ASK_DATE, &follow_up->by, false, false},
  };
  enum { COUNT = sizeof fields / sizeof *fields };
  if (ask_fields(plain, "follow-up", fields, COUNT) && ask_done(plain, follow_up))
    record_fields(plain, COMMAND_FOLLOW_UP, &input, "follow-up", fields, COUNT);
  else
    say_unchanged(plain);
  answer_release(&answer);
}

/* --- group tally -------------------------------------------------------------------------------*/

static char *count_text(int count) {
  struct strbuf text;
  if (count < 0)
    return NULL;
  strbuf_init(&text);
  strbuf_addf(&text, "%d", count);
  return strbuf_take(&text);
}

static int count_typed(const char *text) {
  return text ? (int)strtoul(text, NULL, 10) : -1;
}

static void ask_tally(struct plain *plain, struct group_tally *group) {
  char *for_count = count_text(group->for_count), *against = count_text(group->against_count),
       *aside = count_text(group->aside_count);
  const struct field fields[] = {
      {_("Rule: consensus, majority, two thirds"), ASK_WORDS, &group->rule, false, false},
      {_("How many were for it"), ASK_COUNT, &for_count, false, false},
      {_("How many were against it"), ASK_COUNT, &against, false, false},
      {_("How many stood aside"), ASK_COUNT, &aside, false, false},
      {_("What the minority said"), ASK_WORDS, &group->minority, false, false},
  };
  const struct guide_input input = {.group = group};
  enum { COUNT = sizeof fields / sizeof *fields };
  bool done = ask_fields(plain, "group", fields, COUNT);
  group->for_count = count_typed(for_count);
  group->against_count = count_typed(against);
  group->aside_count = count_typed(aside);
  if (done)
    record_fields(plain, COMMAND_GROUP, &input, "group", fields, COUNT);
  else
    say_unchanged(plain);
  free(for_count);
  free(against);
  free(aside);
}

void plain_tally(struct plain *plain) {
  struct answer answer;
  copy_current(plain, &answer);
  plain_say(plain, _("How the group decided. Counts only, never names."));
  ask_tally(plain, &answer.group);
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
