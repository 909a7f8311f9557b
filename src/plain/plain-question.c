/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "assess/assess.h"
#include "base/language.h"
#include "base/memory.h"
#include "checklist/checklist.h"
#include "guide/state-law.h"
#include "plain/plain-internal.h"
#include "session/answer-kind.h"
#include "session/instrument.h"
#include "session/session.h"

/* --- the page ----------------------------------------------------------------------------------*/

static void say_places(struct plain *plain, const struct place *places, size_t count) {
  if (count)
    plain_say(plain, _("Where to look:"));
  for (size_t i = 0; i < count; i++)
    plain_sayf(plain, P_("line of a list", "- %s"), language_checklist_text(places[i].text));
}

static void say_state_law(struct plain *plain, const struct criterion *page) {
  char *text = state_law_text(plain->guide, page);
  plain_say_labelled(plain, _("State law"), text);
  free(text);
}

static void show_page(struct plain *plain, const struct criterion *page) {
  if (page->section->kind == SECTION_SURVEY)
    plain_sayf(plain, "\n%s", language_checklist_text(page->title));
  else
    plain_sayf(plain, P_("position and title", "\n%s: %s"), guide_position_text(plain->guide),
               language_checklist_text(page->title));
  if (page->section->intro && page == &page->section->criteria[0])
    plain_say_prose(plain, page->section->intro);
  plain_say_labelled(plain, _("Standard"), page->standard);
  plain_say_labelled(plain, _("Note"), page->note);
  say_state_law(plain, page);
  plain_say_labelled(plain, _("To talk about"), page->facilitate);
  say_places(plain, page->where_to_look, page->place_count);
}

/* --- what is passed over -----------------------------------------------------------------------*/

/* Of a section that is not asked its first page speaks for all. */
static void say_skipped_page(struct plain *plain, const struct criterion_result *result) {
  const struct criterion *page = result->criterion;
  if (!result->hidden_note || (result->section_hidden && page->number > 1))
    return;
  const char *title = result->section_hidden ? page->section->title : page->title;
  plain_sayf(plain, _("Passed over: %s. %s"), language_checklist_text(title),
             language_checklist_text(result->hidden_note));
}

static void say_skipped(struct plain *plain, const struct question *question) {
  if (!question->relevant_note)
    return;
  if (question_is_profile(question))
    plain_sayf(plain, _("Passed over: %s %s"), language_checklist_text(question->ask),
               language_checklist_text(question->relevant_note));
  else
    plain_sayf(plain, _("Passed over: question %zu. %s"), question->number,
               language_checklist_text(question->relevant_note));
}

/* The questions right before this one that are not asked, with the reason where there is one. */
static void show_skipped(struct plain *plain) {
  const struct checklist *checklist = guide_checklist(plain->guide);
  const struct criterion *page = guide_page(plain->guide);
  size_t end = checklist_question_index(checklist, guide_question(plain->guide)), i = end;
  while (i > 0 && !guide_relevant(plain->guide, checklist->questions[i - 1]))
    i--;
  for (; i < end; i++) {
    const struct question *question = checklist->questions[i];
    const struct criterion_result *result =
        assess_criterion(guide_assessment(plain->guide), question->criterion);
    if (result->result != RESULT_NOT_RELEVANT)
      say_skipped(plain, question);
    else if (question->criterion != page && question == &question->criterion->questions[0])
      say_skipped_page(plain, result);
  }
}

/* --- the question ------------------------------------------------------------------------------*/

static char *state_sentence(struct plain *plain, const struct question *question) {
  const struct answer *answer = session_answer(guide_session(plain->guide), question->id);
  struct strbuf value, sentence;
  strbuf_init(&value);
  strbuf_init(&sentence);
  answer_format(question, answer ? answer->value : NULL, &value);
  if (!answer || !answer->value)
    strbuf_add(&sentence, _("Not answered."));
  else if (answer->words)
    strbuf_addf(&sentence, _("Answered: %s, \"%s\"."), value.text, answer->words);
  else if (question->kind == KIND_TEXT)
    strbuf_add(&sentence, _("Answered."));
  else
    strbuf_addf(&sentence, _("Answered: %s."), value.text);
  strbuf_release(&value);
  return strbuf_take(&sentence);
}

static void say_position(struct plain *plain, const struct question *question) {
  char *state = state_sentence(plain, question);
  size_t count = assess_last_number(guide_assessment(plain->guide));
  if (question_is_profile(question))
    plain_sayf(plain, _("\n%s Profile."), state);
  else
    plain_sayf(plain, _("\n%s Question %zu of %zu."), state, question->number, count);
  free(state);
}

static void say_records(struct plain *plain, const struct question *question,
                        const struct answer *answer) {
  if (question->kind == KIND_TEXT && answer->value)
    plain_sayf(plain, _("Answer: %s"), answer->value);
  const struct instrument *instrument =
      answer->instrument ? instrument_find(answer->instrument) : NULL;
  if (instrument)
    plain_sayf(plain, _("Kind of rule: %s. %s"), _(instrument->label), _(instrument->undone_by));
  if (answer->comment)
    plain_sayf(plain, _("Comment: %s"), answer->comment);
  if (answer->note)
    plain_say(plain, _("There is a private note."));
  if (answer->evidence_count)
    plain_sayf(plain,
               language_plural("%zu piece of evidence.", "%zu pieces of evidence.",
                               answer->evidence_count),
               answer->evidence_count);
  if (answer->review)
    plain_say(plain, _("Marked for review."));
  if (answer->follow_up.what || answer->follow_up.who)
    plain_say(plain, answer->follow_up.done ? _("Follow-up: done.") : _("Follow-up: to do."));
  if (answer->group.rule || answer->group.for_count >= 0)
    plain_say(plain, _("There is a group tally."));
}

/* How to go on with what was begun here; NULL: there is nothing. */
static const char *draft_command(struct plain *plain) {
  static const struct {
    const char *field, *command;
  } drafts[] = {{"comment", "comment"},
                {"note", "note"},
                {"evidence-new", "evidence"},
                {"follow-up", "follow-up"},
                {"group", "tally"}};
  for (size_t i = 0; i < sizeof drafts / sizeof *drafts; i++)
    if (guide_draft(plain->guide, drafts[i].field))
      return drafts[i].command;
  return NULL;
}

/* What was begun on a screen has no place here where it could be gone on with: it is shown. */
static void say_draft(struct plain *plain, const struct question *question) {
  const struct draft *draft = session_draft(guide_session(plain->guide));
  const char *command = draft_command(plain);
  if (command)
    plain_sayf(plain, _("Unfinished: a text you began here is kept; go on with :%s."), command);
  else if (draft->question_id && strcmp(draft->question_id, question->id) == 0)
    plain_sayf(plain, _("Unfinished: a text you began here is kept. It says: %s"), draft->text);
}

static void say_recorded(struct plain *plain, const struct question *question) {
  const struct answer *answer = session_answer(guide_session(plain->guide), question->id);
  if (session_look_again(guide_session(plain->guide), question))
    plain_say(plain,
              _("Reworded since it was answered. Read it again; :confirm keeps the answer."));
  if (answer)
    say_records(plain, question, answer);
  say_draft(plain, question);
}

static bool has_numbers(const struct question *question) {
  return question->kind == KIND_YES_NO || question->kind == KIND_CHOICE ||
         question->kind == KIND_CHOICES;
}

static void say_option(struct plain *plain, size_t number, const struct answer_option *option) {
  if (option->words_required)
    plain_sayf(plain, _("%zu. %s, with words"), number, option->label);
  else
    plain_sayf(plain, P_("numbered choice", "%zu. %s"), number, option->label);
}

static void say_choice_hint(struct plain *plain, const struct question *question, size_t i) {
  if (i < question->choice_count)
    plain_say_labelled(plain, _("Hint"), question->choices[i].hint);
}

static void show_options(struct plain *plain, const struct question *question) {
  struct answer_option options[ANSWER_OPTIONS_LIMIT];
  size_t count = answer_options(question, options, ANSWER_OPTIONS_LIMIT);
  for (size_t i = 0; i < count && i < ANSWER_OPTIONS_LIMIT; i++) {
    say_option(plain, i + 1, &options[i]);
    say_choice_hint(plain, question, i);
  }
}

static void show_how(struct plain *plain, const struct question *question) {
  if (question->kind == KIND_DATE)
    plain_say(plain, _("Type a date like 2026-11-22."));
  if (question->kind == KIND_NUMBER)
    plain_say(plain, _("Type a number."));
  if (question->kind == KIND_CHOICES)
    plain_say(plain, _("You can give several, separated by commas."));
  if (!has_numbers(question))
    plain_say(plain, _("If nobody knows yet type :unknown; if it does not apply :n/a and why."));
}

void plain_show_question(struct plain *plain) {
  const struct question *question = guide_question(plain->guide);
  show_skipped(plain);
  if (plain->page_shown != question->criterion)
    show_page(plain, question->criterion);
  plain->page_shown = question->criterion;
  say_position(plain, question);
  plain_say_prose(plain, question->ask);
  plain_say_labelled(plain, _("Hint"), question->hint);
  plain_say_labelled(plain, _("Note"), question->note);
  plain_say_labelled(plain, _("Corrected"), question->errata);
  say_places(plain, question->where_to_look, question->place_count);
  say_recorded(plain, question);
  if (has_numbers(question))
    show_options(plain, question);
  show_how(plain, question);
}

const char *plain_question_prompt(struct plain *plain) {
  return has_numbers(guide_question(plain->guide))
             ? _("Number or word (Enter goes on, < back, ? help):")
             : _("Answer (Enter goes on, < back, ? help):");
}

/* --- the answer --------------------------------------------------------------------------------*/

const char *plain_value(struct plain *plain, const struct question *question) {
  return session_value(guide_session(plain->guide), question->id);
}

/* How lasting a written rule is hangs on its kind. */
static bool lacks_kind_of_rule(struct plain *plain, const struct question *question) {
  const struct answer *answer = session_answer(guide_session(plain->guide), question->id);
  return question->aspect == ASPECT_WRITTEN && answer && answer->value && !answer->instrument &&
         (strcmp(answer->value, "yes") == 0 || strcmp(answer->value, "partly") == 0);
}

void plain_after_answer(struct plain *plain) {
  if (lacks_kind_of_rule(plain, guide_question(plain->guide)))
    plain_instrument(plain, "");
  if (!plain->ended)
    plain_go_on(plain);
}

bool plain_answer(struct plain *plain, const char *typed, struct error *err) {
  const char *words;
  char *value = answer_parse_with_words(guide_question(plain->guide), typed, &words, err);
  if (!value)
    return false;
  const struct guide_input input = {.text = value, .words = words};
  if (plain_do(plain, COMMAND_ANSWER, &input))
    plain_after_answer(plain);
  free(value);
  return true;
}

/* --- what is typed at the prompt ---------------------------------------------------------------*/

/* From paper: "12 y", "14 o text". */
static bool fast_entry(struct plain *plain, const char *typed) {
  size_t digits = strspn(typed, "0123456789");
  if (digits == 0 || typed[digits] != ' ')
    return false;
  if (plain_do_text(plain, COMMAND_BY_NUMBER, typed))
    plain_go_on(plain);
  return true;
}

/* Where any text is an answer, only what cannot well be meant as one is taken for an entry from
 * paper: this question's own number, or another's with an answer that it takes. */
static bool is_from_paper(struct plain *plain, const char *typed) {
  const char *rest, *words;
  const struct question *question = guide_question_typed(plain->guide, typed, &rest);
  if (!question || typed[strspn(typed, "0123456789")] != ' ')
    return false;
  if (question->kind == KIND_TEXT)
    return question == guide_question(plain->guide);
  char *value = answer_parse_with_words(question, rest, &words, NULL);
  bool fits = value;
  free(value);
  return fits;
}

static void reply_with_colon(struct plain *plain, const char *typed) {
  typed += strspn(typed, " ");
  if (!fast_entry(plain, typed) && !plain_command(plain, typed))
    plain_sayf(plain, _("Not a command: '%s'. Type ? for those there are."), typed);
}

static void reply(struct plain *plain, const char *typed) {
  struct error err = ERROR_INIT;
  bool any_text = guide_question(plain->guide)->kind == KIND_TEXT;
  if (typed[0] == ':') {
    reply_with_colon(plain, typed + 1);
    return;
  }
  if (any_text && is_from_paper(plain, typed)) {
    fast_entry(plain, typed);
    return;
  }
  if (plain_answer(plain, typed, &err))
    return;
  if (any_text || (!fast_entry(plain, typed) && !plain_command(plain, typed)))
    plain_say_error(plain, &err);
  error_release(&err);
}

void plain_question_reply(struct plain *plain) {
  char *typed = memory_dup(plain->line.text); /* the line is read over by what is asked next */
  reply(plain, typed);
  free(typed);
}
