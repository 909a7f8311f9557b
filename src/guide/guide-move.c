/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "assess/assess.h"
#include "base/error.h"
#include "base/language.h"
#include "checklist/checklist.h"
#include "guide/guide-internal.h"
#include "session/session.h"

static size_t index_of(const struct guide *guide, const struct question *question) {
  return checklist_question_index(guide->checklist, question);
}

static size_t current_index(const struct guide *guide) {
  return index_of(guide, guide->question);
}

unsigned guide_stand_at(struct guide *guide, const struct question *question) {
  if (question == guide->question)
    return GUIDE_NOTHING;
  unsigned changes = GUIDE_MOVED;
  if (question->criterion != guide->question->criterion)
    changes |= GUIDE_PAGE;
  guide->question = question;
  guide->moved = true;
  session_set_place(guide->session, question->id);
  return changes;
}

/* --- finding -----------------------------------------------------------------------------------*/

/* The first question from index `from` on that applies; NULL: none. */
static const struct question *relevant_from(struct guide *guide, size_t from) {
  for (size_t i = from; i < guide->checklist->question_count; i++)
    if (guide_relevant(guide, guide->checklist->questions[i]))
      return guide->checklist->questions[i];
  return NULL;
}

/* The last question before index `before` that applies; NULL: none. */
static const struct question *relevant_before(struct guide *guide, size_t before) {
  for (size_t i = before; i > 0; i--)
    if (guide_relevant(guide, guide->checklist->questions[i - 1]))
      return guide->checklist->questions[i - 1];
  return NULL;
}

static const struct question *first_of_page(struct guide *guide, const struct criterion *page) {
  for (size_t i = 0; i < page->question_count; i++)
    if (guide_relevant(guide, &page->questions[i]))
      return &page->questions[i];
  return NULL;
}

static const struct question *next_page(struct guide *guide) {
  size_t i = current_index(guide);
  while (i < guide->checklist->question_count &&
         guide->checklist->questions[i]->criterion == guide->question->criterion)
    i++;
  return relevant_from(guide, i);
}

static const struct question *previous_page(struct guide *guide) {
  size_t i = current_index(guide);
  while (i > 0 && guide->checklist->questions[i - 1]->criterion == guide->question->criterion)
    i--;
  const struct question *last = relevant_before(guide, i);
  return last ? first_of_page(guide, last->criterion) : NULL;
}

/* A profile field that is not required may be left out, so it is not open. */
static bool is_open(struct guide *guide, const struct question *question) {
  if (session_value(guide->session, question->id) || !guide_relevant(guide, question))
    return false;
  return question->required || !question_is_profile(question);
}

/* The first open question from index `from` on, all round; NULL: none. */
static const struct question *open_from(struct guide *guide, size_t from) {
  size_t count = guide->checklist->question_count;
  for (size_t i = 0; i < count; i++) {
    const struct question *question = guide->checklist->questions[(from + i) % count];
    if (is_open(guide, question))
      return question;
  }
  return NULL;
}

const struct question *guide_start(struct guide *guide) {
  const char *place = session_place(guide->session);
  const struct question *question = place ? checklist_question(guide->checklist, place) : NULL;
  if (question && guide_relevant(guide, question))
    return question;
  question = session_answer_count(guide->session) ? open_from(guide, 0) : NULL;
  return question ? question : guide->checklist->questions[0];
}

/* --- going to a name or number -----------------------------------------------------------------*/

static const struct question *question_by_number(const struct guide *guide, const char *text) {
  size_t number = 0;
  for (const char *c = text; *c; c++) {
    if (!isdigit((unsigned char)*c) || number > 100000)
      return NULL;
    number = 10 * number + (size_t)(*c - '0');
  }
  return checklist_question_by_number(guide->checklist, number);
}

static bool same_source(const char *source, const char *text) {
  return source && strcasecmp(source, "added") != 0 && strcasecmp(source, text) == 0;
}

static const struct question *question_by_source(const struct guide *guide, const char *text) {
  for (size_t i = 0; i < guide->checklist->question_count; i++)
    if (same_source(guide->checklist->questions[i]->source, text))
      return guide->checklist->questions[i];
  return NULL;
}

static const struct criterion *page_by_name(const struct guide *guide, const char *text) {
  const struct criterion *page = checklist_criterion(guide->checklist, text);
  for (size_t i = 0; i < guide->checklist->criterion_count && !page; i++)
    if (same_source(guide->checklist->criteria[i]->source, text))
      page = guide->checklist->criteria[i];
  return page;
}

const char *guide_hidden_note(struct guide *guide, const struct question *question) {
  const struct criterion_result *page =
      assess_criterion(guide_assessment(guide), question->criterion);
  return page->hidden_note ? page->hidden_note : question->relevant_note;
}

static bool fail_not_relevant(const char *text, const char *note, struct error *err) {
  if (note)
    return error_set(err, _("'%s' does not apply here: %s"), text, language_checklist_text(note));
  return error_set(err, _("'%s' does not apply here, by the answers given before"), text);
}

static const struct question *find_place(struct guide *guide, const char *text, struct error *err) {
  const struct question *question = question_by_number(guide, text);
  if (!question)
    question = checklist_question(guide->checklist, text);
  if (!question)
    question = question_by_source(guide, text);
  if (question) {
    if (guide_relevant(guide, question))
      return question;
    fail_not_relevant(text, guide_hidden_note(guide, question), err);
    return NULL;
  }
  const struct criterion *page = page_by_name(guide, text);
  if (!page) {
    error_set(err, _("there is no question or page '%s': give a number from 1 to %zu, or a name"),
              text, guide->checklist->numbered_count);
    return NULL;
  }
  question = first_of_page(guide, page);
  if (!question)
    fail_not_relevant(text, guide_hidden_note(guide, &page->questions[0]), err);
  return question;
}

/* --- moving ------------------------------------------------------------------------------------*/

static bool is_forward(enum command command) {
  return command == COMMAND_NEXT_QUESTION || command == COMMAND_NEXT_PAGE;
}

static const struct question *target(struct guide *guide, enum command command) {
  size_t here = current_index(guide);
  switch (command) {
  case COMMAND_NEXT_QUESTION:
    return relevant_from(guide, here + 1);
  case COMMAND_PREVIOUS_QUESTION:
    return relevant_before(guide, here);
  case COMMAND_NEXT_PAGE:
    return next_page(guide);
  case COMMAND_PREVIOUS_PAGE:
    return previous_page(guide);
  case COMMAND_FIRST:
    return relevant_from(guide, 0);
  case COMMAND_LAST:
    return relevant_before(guide, guide->checklist->question_count);
  default: /* COMMAND_NEXT_OPEN */
    return open_from(guide, here + 1);
  }
}

static void stay(struct guide *guide, enum command command, struct guide_outcome *outcome) {
  if (is_forward(command)) {
    outcome->changes = GUIDE_FINISHED;
    strbuf_add(&guide->status, _("Finished: that was the last question."));
  } else if (command == COMMAND_NEXT_OPEN) {
    strbuf_add(&guide->status, _("Nothing is unanswered."));
  } else {
    strbuf_add(&guide->status, _("First question: there is none before it."));
  }
}

bool guide_move(struct guide *guide, enum command command, const struct guide_input *input,
                struct guide_outcome *outcome, struct error *err) {
  const struct question *question;
  if (command == COMMAND_GO) {
    if (!input->text || !*input->text)
      return error_set(err, _("give the number or the name of a question or page"));
    question = find_place(guide, input->text, err);
    if (!question)
      return false;
  } else {
    question = target(guide, command);
  }
  if (question)
    outcome->changes = guide_stand_at(guide, question);
  else
    stay(guide, command, outcome);
  return true;
}

/* --- where we are ------------------------------------------------------------------------------*/

size_t guide_page_number(struct guide *guide, size_t *count) {
  size_t number = 0;
  *count = 0;
  for (size_t i = 0; i < guide->checklist->criterion_count; i++) {
    const struct criterion *page = guide->checklist->criteria[i];
    bool here = page == guide_page(guide);
    if (here || first_of_page(guide, page))
      ++*count;
    if (here)
      number = *count;
  }
  return number;
}
