/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/answer-kind.h"

#include "base/language.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"
#include "session/answer-list.h"

struct filling {
  struct answer_option *options;
  size_t limit, count;
};

static void add(struct filling *filling, struct answer_option option) {
  if (filling->count < filling->limit)
    filling->options[filling->count] = option;
  filling->count++;
}

static void add_yes_no_partly(struct filling *filling) {
  add(filling,
      (struct answer_option){"yes", P_("answer", "yes"), P_("answer key", "y"), false, NULL});
  add(filling,
      (struct answer_option){"no", P_("answer", "no"), P_("answer key", "n"), false, NULL});
  add(filling, (struct answer_option){"partly", P_("answer", "partly"), P_("answer key", "p"), true,
                                      _("What is the exception?")});
}

static void add_choices(struct filling *filling, const struct question *question) {
  for (size_t i = 0; i < question->choice_count; i++) {
    const struct choice *choice = &question->choices[i];
    add(filling, (struct answer_option){choice->id, language_checklist_text(choice->label), NULL,
                                        false, NULL});
  }
}

static void add_other(struct filling *filling) {
  add(filling, (struct answer_option){"other", P_("answer", "other"), P_("answer key", "o"), true,
                                      _("How is it, in your own words?")});
}

static void add_unknown_and_not_applicable(struct filling *filling) {
  add(filling, (struct answer_option){"unknown", P_("answer", "don't know yet"),
                                      P_("answer key", "d"), false, NULL});
  add(filling, (struct answer_option){"n/a", P_("answer", "does not apply"), P_("answer key", "x"),
                                      true, _("Why does it not apply?")});
}

size_t answer_options(const struct question *question, struct answer_option *options,
                      size_t limit) {
  struct filling filling = {options, limit, 0};
  bool chosen = question->kind == KIND_CHOICE || question->kind == KIND_CHOICES;
  if (question->kind == KIND_YES_NO)
    add_yes_no_partly(&filling);
  if (chosen)
    add_choices(&filling, question);
  if (question->kind == KIND_YES_NO || (chosen && question->other_allowed))
    add_other(&filling);
  add_unknown_and_not_applicable(&filling);
  return filling.count;
}

const char *answer_words_prompt(const struct question *question, const char *value) {
  struct answer_option option;
  struct answer_list list = {value ? value : "", question->kind == KIND_CHOICES};
  const char *item;
  for (size_t length; (length = answer_list_next(&list, &item));)
    if (answer_option_find(question, item, length, &option) && option.words_required)
      return option.words_prompt;
  return NULL;
}

bool answer_needs_words(const struct question *question, const char *value) {
  return answer_words_prompt(question, value) != NULL;
}

void answer_format(const struct question *question, const char *value, struct strbuf *out) {
  if (!value) {
    strbuf_add(out, _("not answered"));
    return;
  }
  struct answer_option option;
  struct answer_list list = {value, question->kind == KIND_CHOICES};
  const char *item;
  bool first = true;
  for (size_t length; (length = answer_list_next(&list, &item)); first = false) {
    if (!first)
      strbuf_add(out, P_("between the items of a list", ", "));
    if (answer_option_find(question, item, length, &option))
      strbuf_add(out, option.label);
    else
      strbuf_add_bytes(out, item, length);
  }
}
