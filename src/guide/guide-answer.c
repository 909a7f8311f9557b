/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "checklist/checklist.h"
#include "guide/guide-internal.h"
#include "session/answer-kind.h"
#include "session/instrument.h"
#include "session/session.h"

static const struct answer *current(const struct guide *guide) {
  return session_answer(guide->session, guide->question->id);
}

static const char *current_value(const struct guide *guide) {
  return session_value(guide->session, guide->question->id);
}

/* --- the answer --------------------------------------------------------------------------------*/

static const char *value_of_command(enum command command) {
  switch (command) {
  case COMMAND_ANSWER_YES:
    return "yes";
  case COMMAND_ANSWER_NO:
    return "no";
  case COMMAND_ANSWER_PARTLY:
    return "partly";
  case COMMAND_ANSWER_OTHER:
    return "other";
  case COMMAND_ANSWER_UNKNOWN:
    return "unknown";
  default: /* COMMAND_ANSWER_NOT_APPLICABLE */
    return "n/a";
  }
}

static bool is_offered(const struct question *question, const char *value) {
  struct answer_option options[ANSWER_OPTIONS_LIMIT];
  size_t count = answer_options(question, options, ANSWER_OPTIONS_LIMIT);
  for (size_t i = 0; i < count && i < ANSWER_OPTIONS_LIMIT; i++)
    if (strcmp(options[i].value, value) == 0)
      return true;
  return false;
}

/* Owned by the caller; NULL with err. */
static char *wanted_value(const struct guide *guide, enum command command,
                          const struct guide_input *input, struct error *err) {
  if (command == COMMAND_ANSWER)
    return answer_parse(guide->question, input->text, err);
  const char *value = value_of_command(command);
  if (is_offered(guide->question, value))
    return memory_dup(value);
  error_set(err, _("'%s' is not an answer to this question"), _(command_info(command)->name));
  return NULL;
}

bool guide_is_blank(const char *text) {
  return !text || text[strspn(text, " \t\r\n")] == '\0';
}

static bool set_value(struct guide *guide, const char *value, const char *words,
                      struct guide_outcome *outcome, struct error *err) {
  struct answer wanted = {.value = memory_dup(value),
                          .words = guide_is_blank(words) ? NULL : memory_dup(words)};
  struct strbuf shown;
  strbuf_init(&shown);
  guide_add_value(&shown, guide->question, value);
  strbuf_addf(&guide->status, _("Answered: %s."), shown.text);
  strbuf_release(&shown);
  bool done = guide_apply(guide, FIELD_VALUE, &wanted, outcome, err);
  answer_release(&wanted);
  return done;
}

static void ask_words(struct guide *guide, const char *value, struct guide_outcome *outcome) {
  outcome->changes = GUIDE_NEEDS_WORDS;
  strbuf_add(&guide->status, answer_words_prompt(guide->question, value));
}

bool guide_answer(struct guide *guide, enum command command, const struct guide_input *input,
                  struct guide_outcome *outcome, struct error *err) {
  if (command == COMMAND_ANSWER && guide_is_blank(input->text))
    return guide_clear_answer(guide, command, input, outcome, err);
  char *value = wanted_value(guide, command, input, err);
  bool done = value;
  if (value && answer_needs_words(guide->question, value) && guide_is_blank(input->words))
    ask_words(guide, value, outcome);
  else if (value)
    done = set_value(guide, value, input->words, outcome, err);
  free(value);
  return done;
}

bool guide_clear_answer(struct guide *guide, enum command command, const struct guide_input *input,
                        struct guide_outcome *outcome, struct error *err) {
  (void)command, (void)input;
  static const struct answer none = {0};
  if (!current_value(guide)) {
    strbuf_add(&guide->status, _("Unchanged: there is no answer yet."));
    return true;
  }
  strbuf_add(&guide->status, _("Cleared: not answered."));
  return guide_apply(guide, FIELD_VALUE, &none, outcome, err);
}

bool guide_confirm(struct guide *guide, enum command command, const struct guide_input *input,
                   struct guide_outcome *outcome, struct error *err) {
  (void)command, (void)input;
  const char *value = current_value(guide);
  struct answer wanted;
  if (!value || !session_look_again(guide->session, guide->question))
    return error_set(err, _("nothing to confirm: the question was not reworded since its answer"));
  answer_copy(&wanted, current(guide));
  strbuf_add(&guide->status, _("Confirmed: the answer still fits."));
  bool done = guide_apply(guide, FIELD_VALUE, &wanted, outcome, err);
  answer_release(&wanted);
  return done;
}

/* --- the kind of rule --------------------------------------------------------------------------*/

static const struct instrument *instrument_by_label(const char *text) {
  char *wanted = text_search_key(text);
  const struct instrument *found = NULL;
  for (const struct instrument *one = instruments; one->id && !found; one++) {
    char *label = text_search_key(_(one->label));
    if (strcmp(label, wanted) == 0)
      found = one;
    free(label);
  }
  free(wanted);
  return found;
}

static bool clear_instrument(struct guide *guide, struct guide_outcome *outcome,
                             struct error *err) {
  static const struct answer none = {0};
  strbuf_add(&guide->status, _("Cleared: no kind of rule is named."));
  return guide_apply(guide, FIELD_INSTRUMENT, &none, outcome, err);
}

bool guide_instrument(struct guide *guide, enum command command, const struct guide_input *input,
                      struct guide_outcome *outcome, struct error *err) {
  (void)command;
  if (guide->question->aspect != ASPECT_WRITTEN)
    return error_set(err, _("this question is not about a written rule"));
  if (guide_is_blank(input->text))
    return clear_instrument(guide, outcome, err);
  const struct instrument *instrument = instrument_by_label(input->text);
  struct answer wanted = {.instrument = memory_dup(instrument ? instrument->id : input->text)};
  instrument = instrument_find(wanted.instrument);
  if (instrument)
    strbuf_addf(&guide->status, _("Recorded: %s. %s"), _(instrument->label),
                _(instrument->undone_by));
  bool done = guide_apply(guide, FIELD_INSTRUMENT, &wanted, outcome, err);
  answer_release(&wanted);
  return done;
}
