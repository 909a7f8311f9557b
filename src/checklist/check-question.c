/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/arena.h"
#include "base/language.h"
#include "checklist/load.h"

enum { CHOICE_LIMIT = 60 }; /* so that they fit in a form, with "other" and the like */

static const char *const reserved_words[] = {"other", "unknown", "n/a", NULL};

static bool has_choices(const struct question *question) {
  return question->kind == KIND_CHOICE || question->kind == KIND_CHOICES;
}

static void check_choices(struct load *load, const struct question *question) {
  if (has_choices(question) && question->choice_count < 2)
    LOAD_FAULT(load, &question->at, _("the question '%s' needs two or more 'choices'"),
               question->id);
  if (!has_choices(question) && question->choice_count)
    LOAD_FAULT(load, &question->at,
               _("the question '%s' has 'choices': write 'kind: choice' or 'kind: choices', or "
                 "remove them"),
               question->id);
  if (question->choice_count > CHOICE_LIMIT)
    LOAD_FAULT(load, &question->at, _("the question '%s' has more than %d choices: use fewer"),
               question->id, CHOICE_LIMIT);
  for (size_t i = 0; i < question->choice_count; i++)
    if (string_list_has(reserved_words, question->choices[i].id))
      LOAD_FAULT(load, &question->at,
                 _("a choice of the question '%s' has the id '%s', which every question knows "
                   "already: choose another one"),
                 question->id, question->choices[i].id);
}

static void check_judging(struct load *load, const struct question *question) {
  bool is_rated =
      question->polarity == POLARITY_PROTECTIVE || question->polarity == POLARITY_HARMFUL;
  if (question->kind == KIND_YES_NO && is_rated && question->aspect == ASPECT_NONE)
    LOAD_FAULT(load, &question->at,
               _("the question '%s' is judged: add 'aspect: practice' or 'aspect: written'"),
               question->id);
  if (question->kind != KIND_YES_NO && question->kind != KIND_CHOICE &&
      question->polarity != POLARITY_NEUTRAL)
    LOAD_FAULT(load, &question->at,
               _("the question '%s' has a polarity: write 'kind: yes-no' or 'kind: choice', or "
                 "remove 'polarity'"),
               question->id);
}

/* A choice has a verdict just where the question is judged by its choices. */
static void check_verdicts(struct load *load, const struct question *question) {
  bool is_judged = question->kind == KIND_CHOICE && question->polarity != POLARITY_NEUTRAL;
  for (size_t i = 0; i < question->choice_count; i++) {
    const struct choice *choice = &question->choices[i];
    if (is_judged && !choice->verdict)
      LOAD_FAULT(load, &question->at,
                 _("the question '%s' is judged by its choices: add a 'verdict' to the choice "
                   "'%s'"),
                 question->id, choice->id);
    if (!is_judged && choice->verdict)
      LOAD_FAULT(load, &question->at,
                 _("the choice '%s' of the question '%s' has a 'verdict': write 'kind: choice' and "
                   "a polarity, or remove it"),
                 choice->id, question->id);
  }
}

/* NULL if any words will do, and when there are too many to tell. */
static string_list possible_answers(struct load *load, const struct question *question) {
  static const char *const yes_no[] = {"yes", "no", "partly", "other", "unknown", "n/a", NULL};
  if (question->kind == KIND_YES_NO)
    return yes_no;
  if (!has_choices(question) || question->choice_count > CHOICE_LIMIT)
    return NULL;
  size_t count = 0;
  const char **words = arena_alloc(load->arena, (question->choice_count + 4) * sizeof *words);
  for (size_t i = 0; i < question->choice_count; i++)
    words[count++] = question->choices[i].id;
  for (size_t i = question->other_allowed ? 0 : 1; reserved_words[i]; i++)
    words[count++] = reserved_words[i];
  return words;
}

static void check_values(struct load *load, const struct condition *condition,
                         const struct question *question) {
  string_list possible = possible_answers(load, question);
  for (size_t i = 0; possible && condition->values[i]; i++)
    if (!string_list_has(possible, condition->values[i]))
      LOAD_FAULT(load, &condition->at, _("'%s' is no answer to '%s': write one of %s"),
                 condition->values[i], question->id, load_words(load, possible));
}

static void check_leaf(struct load *load, const struct checklist *checklist,
                       const struct condition *condition, size_t question_limit) {
  const struct index_entry *entry = index_find(&load->index, ID_QUESTION, condition->subject);
  const struct question *question = entry ? entry->object : NULL;
  if (!question) {
    struct mention mention = {NULL, ID_QUESTION, condition->subject, condition->at};
    check_mention(load, &mention);
  } else if (!question->criterion) {
    return; /* its section is told to be of the wrong kind */
  } else if (checklist_question_index(checklist, question) >= question_limit) {
    LOAD_FAULT(load, &condition->at,
               _("the question '%s' does not stand before this: a condition can only name an "
                 "earlier one"),
               condition->subject);
  } else {
    check_values(load, condition, question);
  }
}

void check_condition(struct load *load, const struct checklist *checklist,
                     const struct condition *condition, size_t question_limit) {
  if (condition && (condition->kind == CONDITION_ANSWER || condition->kind == CONDITION_PROFILE))
    check_leaf(load, checklist, condition, question_limit);
  for (size_t i = 0; condition && i < condition->part_count; i++)
    check_condition(load, checklist, condition->parts[i], question_limit);
}

void check_pages(struct load *load, const struct checklist *checklist) {
  size_t index = 0;
  for (size_t i = 0; i < checklist->criterion_count; i++) {
    const struct criterion *page = checklist->criteria[i];
    if (page->number == 1)
      check_condition(load, checklist, page->section->relevant, index);
    check_condition(load, checklist, page->relevant, index);
    for (size_t j = 0; j < page->question_count; j++, index++) {
      check_choices(load, &page->questions[j]);
      check_judging(load, &page->questions[j]);
      check_verdicts(load, &page->questions[j]);
      check_condition(load, checklist, page->questions[j].relevant, index);
    }
  }
}
