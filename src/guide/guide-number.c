/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers from a worksheet, by the number of the question: "12 y", "14 o in their own words". */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/language.h"
#include "base/text.h"
#include "checklist/checklist.h"
#include "guide/guide-internal.h"
#include "session/answer-kind.h"

enum { DIGITS_LIMIT = 6, WORDS_CELLS = 60 };

const struct question *guide_question_typed(struct guide *guide, const char *typed,
                                            const char **rest) {
  typed += strspn(typed, " ");
  size_t digits = strspn(typed, "0123456789");
  *rest = typed + digits + strspn(typed + digits, " .):");
  if (digits == 0 || digits > DIGITS_LIMIT)
    return NULL;
  return checklist_question_by_number(guide->checklist, strtoul(typed, NULL, 10));
}

static bool fail_without_number(struct guide *guide, const char *typed, struct error *err) {
  if (strspn(typed, " 0123456789") > strspn(typed, " "))
    return error_set(err, _("there is no question with that number: they go from 1 to %zu"),
                     guide->checklist->numbered_count);
  return error_set(err, _("that does not begin with the number of a question: write it like 12 y"));
}

/* On paper a question mark is as good as words. */
static const char *answer_meant(const char *typed) {
  return strcmp(typed, "?") == 0 || strcmp(typed, "u") == 0 || strcmp(typed, "U") == 0 ? "unknown"
                                                                                       : typed;
}

static bool fail_with_number(const struct question *question, struct error *reason,
                             struct error *err) {
  error_set(err, _("question %zu: %s"), question->number, reason->message);
  error_release(reason);
  return false;
}

static bool is_asked(struct guide *guide, const struct question *question, struct error *err) {
  if (guide_relevant(guide, question))
    return true;
  const char *note = guide_hidden_note(guide, question);
  if (note)
    return error_set(err, _("question %zu is not asked here: %s"), question->number,
                     language_checklist_text(note));
  return error_set(err, _("question %zu is not asked here, by the answers given before"),
                   question->number);
}

static void add_number(struct guide *guide, const struct question *question) {
  char number[DIGITS_LIMIT + 16];
  int length = snprintf(number, sizeof number, "%zu. ", question->number);
  strbuf_insert(&guide->status, 0, number, (size_t)length);
}

/* What was typed is shown again, as far as a line goes. */
static void add_words(struct guide *guide, const char *words) {
  struct strbuf shown;
  strbuf_init(&shown);
  text_add_cut(&shown, words, WORDS_CELLS);
  strbuf_addf(&guide->status, _(" In these words: \"%s\"."), shown.text);
  strbuf_release(&shown);
}

static bool record(struct guide *guide, const struct question *question,
                   const struct guide_input *input, struct guide_outcome *outcome,
                   struct error *err) {
  struct error reason = ERROR_INIT;
  unsigned moved = guide_stand_at(guide, question);
  if (!guide_answer(guide, COMMAND_ANSWER, input, outcome, &reason))
    return fail_with_number(question, &reason, err);
  outcome->changes |= moved;
  add_number(guide, question);
  if (outcome->changes & GUIDE_ANSWERED && !guide_is_blank(input->words))
    add_words(guide, input->words);
  return true;
}

bool guide_by_number(struct guide *guide, enum command command, const struct guide_input *input,
                     struct guide_outcome *outcome, struct error *err) {
  (void)command;
  struct error reason = ERROR_INIT;
  const char *typed = input->text ? input->text : "", *rest, *words;
  const struct question *question = guide_question_typed(guide, typed, &rest);
  if (!question)
    return fail_without_number(guide, typed, err);
  if (!is_asked(guide, question, err))
    return false;
  if (!*rest)
    return error_set(err, _("question %zu: write its answer behind the number, like %zu y"),
                     question->number, question->number);
  char *value = answer_parse_with_words(question, answer_meant(rest), &words, &reason);
  if (!value)
    return fail_with_number(question, &reason, err);
  const struct guide_input answer = {.text = value, .words = words ? words : input->words};
  bool done = record(guide, question, &answer, outcome, err);
  free(value);
  return done;
}
