/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "base/utf8.h"
#include "checklist/checklist.h"
#include "session/answer-kind.h"
#include "session/answer-list.h"
#include "yaml/node.h"

enum { OPTIONS_NAMED = 12, NAMED_CELLS = 60, NUMBER_LENGTH_LIMIT = 30, NONE = -1 };

/* --- comparing what is typed --- */

/* Without case, accents, typographic apostrophes and spaces around. Owned by the caller. */
static char *fold(const char *typed, size_t length) {
  struct strbuf plain;
  strbuf_init(&plain);
  strbuf_add_bytes(&plain, typed, length);
  strbuf_trim_end(&plain);
  char *key = text_search_key(plain.text + strspn(plain.text, " \n"));
  strbuf_release(&plain);
  return key;
}

static bool folds_to(const char *text, const char *folded) {
  char *key = text ? fold(text, strlen(text)) : NULL;
  bool same = key && !strcmp(key, folded);
  free(key);
  return same;
}

/* Other ways to say an option. */
static bool is_called(const struct answer_option *option, const char *folded) {
  if (!strcmp(option->value, "unknown"))
    return folds_to(P_("answer", "don't know"), folded);
  if (!strcmp(option->value, "n/a"))
    return folds_to(P_("answer", "not applicable"), folded);
  return false;
}

static int option_by_number(const char *folded, size_t count) {
  if (!*folded || strspn(folded, "0123456789") != strlen(folded) || strlen(folded) > 6)
    return NONE;
  unsigned long number = strtoul(folded, NULL, 10);
  return number >= 1 && number <= count ? (int)number - 1 : NONE;
}

static bool is_typed(const struct question *question) {
  return question->kind == KIND_TEXT || question->kind == KIND_DATE ||
         question->kind == KIND_NUMBER;
}

/* Ids go before labels and labels before keys, so that no choice can be hidden by a hot key. What
 * is typed for a text stays a text: keys and numbers mean nothing there. */
static int find_in_language(const struct question *question, const char *folded) {
  size_t count = 0;
  struct answer_option *options = answer_options_dup(question, &count);
  int found = NONE;
  for (size_t i = 0; i < count && found == NONE; i++)
    if (folds_to(options[i].value, folded))
      found = (int)i;
  for (size_t i = 0; i < count && found == NONE; i++)
    if (folds_to(options[i].label, folded) || is_called(&options[i], folded))
      found = (int)i;
  for (size_t i = 0; i < count && found == NONE && !is_typed(question); i++)
    if (folds_to(options[i].key, folded))
      found = (int)i;
  if (found == NONE && !is_typed(question))
    found = option_by_number(folded, count);
  answer_options_free(options);
  return found;
}

static int find_option(const struct question *question, const char *typed, size_t length) {
  char *folded = fold(typed, length);
  int found = find_in_language(question, folded);
  if (found == NONE) {
    const struct language *before = language_use(NULL);
    found = find_in_language(question, folded);
    language_use(before);
  }
  free(folded);
  return found;
}

/* --- saying what can be answered --- */

static void name_options(const struct question *question, struct strbuf *out) {
  size_t count = 0;
  struct answer_option *options = answer_options_dup(question, &count);
  for (size_t i = 0; i < count; i++) {
    if (i)
      strbuf_add(out, P_("between the items of a list", ", "));
    strbuf_add(out, question->kind == KIND_YES_NO ? options[i].label : options[i].value);
  }
  answer_options_free(options);
}

static bool refuse_option(const struct question *question, const char *typed, struct error *err) {
  size_t count = answer_options(question, NULL, 0);
  if (count > OPTIONS_NAMED)
    return error_set(err,
                     _("'%s' is not an answer to this question; write the name of a choice or its "
                       "number, from 1 to %zu"),
                     typed, count);
  struct strbuf names;
  strbuf_init(&names);
  name_options(question, &names);
  error_set(err,
            question->kind == KIND_YES_NO
                ? _("'%s' is not an answer to this question; write one of these: %s")
                : _("'%s' is not an answer to this question; write one of these, or its number "
                    "from 1 on: %s"),
            typed, names.text);
  strbuf_release(&names);
  return false;
}

static bool refuse_named(const struct question *question, const char *typed, struct error *err) {
  if (question->kind == KIND_DATE)
    return error_set(
        err, _("'%s' is not a date; write year, month and day like 2026-11-22, or 'unknown'"),
        typed);
  if (question->kind == KIND_NUMBER)
    return error_set(
        err, _("'%s' is not a number; write digits only, like 1200 or 3.5, or 'unknown'"), typed);
  if (question->kind == KIND_TEXT)
    return *typed ? error_set(err, _("the answer is longer than 64 KiB; shorten it"))
                  : error_set(err, _("the answer is empty; write something, or 'unknown'"));
  return refuse_option(question, typed, err);
}

/* A whole page typed by mistake is not repeated in the message. */
static bool refuse(const struct question *question, const char *typed, struct error *err) {
  struct strbuf name;
  strbuf_init(&name);
  text_add_cut(&name, typed, NAMED_CELLS);
  refuse_named(question, name.text, err);
  strbuf_release(&name);
  return false;
}

/* --- parsing --- */

static char *value_of_option(const struct question *question, int index) {
  size_t count = 0;
  struct answer_option *options = answer_options_dup(question, &count);
  char *value = memory_dup(options[index].value);
  answer_options_free(options);
  return value;
}

static char *join_marked(const struct question *question, const bool *marked) {
  size_t count = 0;
  struct answer_option *options = answer_options_dup(question, &count);
  struct strbuf value;
  strbuf_init(&value);
  for (size_t i = 0; i < count; i++)
    if (marked[i]) {
      strbuf_add(&value, value.length ? ", " : "");
      strbuf_add(&value, options[i].value);
    }
  answer_options_free(options);
  return strbuf_take(&value);
}

static char *parse_several(const struct question *question, const char *typed) {
  bool *marked = memory_new_zeroed(answer_options(question, NULL, 0), sizeof *marked);
  struct answer_list list = {typed, true};
  const char *item;
  int found = 0;
  for (size_t length; found != NONE && (length = answer_list_next(&list, &item));)
    if ((found = find_option(question, item, length)) != NONE)
      marked[found] = true;
  char *value = found == NONE ? NULL : join_marked(question, marked);
  free(marked);
  return value;
}

static bool is_number(const char *text) {
  size_t length = strlen(text);
  text += *text == '-';
  size_t whole = strspn(text, "0123456789");
  size_t decimals = text[whole] == '.' ? strspn(text + whole + 1, "0123456789") : 0;
  return whole && length <= NUMBER_LENGTH_LIMIT && !text[whole + (decimals ? 1 + decimals : 0)];
}

static char *trimmed_dup(const char *typed, enum utf8_lines lines) {
  struct strbuf text;
  strbuf_init(&text);
  utf8_clean(&text, typed, strlen(typed), lines);
  strbuf_trim_end(&text);
  strbuf_remove(&text, 0, strspn(text.text, lines == UTF8_ONE_LINE ? " " : "\n"));
  return strbuf_take(&text);
}

char *answer_parse(const struct question *question, const char *typed, struct error *err) {
  bool prose = question->kind == KIND_TEXT;
  char *text = trimmed_dup(typed, prose ? UTF8_MANY_LINES : UTF8_ONE_LINE);
  char *value = NULL;
  int found = find_option(question, text, strlen(text));
  if (found != NONE)
    value = value_of_option(question, found);
  else if (question->kind == KIND_CHOICES)
    value = parse_several(question, text);
  else
    value = memory_dup(text);
  if (value && !answer_value_fits(question, value)) {
    free(value);
    value = NULL;
  }
  if (!value)
    refuse(question, text, err);
  free(text);
  return value;
}

/* --- checking --- */

/* "don't know yet" and "does not apply" stand alone. */
static bool stand_alone(const char *value) {
  struct answer_list list = {value, true};
  const char *item;
  size_t count = 0;
  bool lonely = false;
  for (size_t length; (length = answer_list_next(&list, &item)); count++)
    lonely = lonely || (length == strlen("unknown") && !strncmp(item, "unknown", length)) ||
             (length == strlen("n/a") && !strncmp(item, "n/a", length));
  return count == 1 || !lonely;
}

static bool several_fit(const struct question *question, const char *value) {
  char *canonical = parse_several(question, value);
  bool fits = canonical && *canonical && !strcmp(canonical, value) && stand_alone(value);
  free(canonical);
  return fits;
}

bool answer_value_fits(const struct question *question, const char *value) {
  if (!value)
    return true;
  if (question->kind == KIND_CHOICES)
    return several_fit(question, value);
  if (question->kind == KIND_TEXT)
    return *value && strlen(value) <= NODE_TEXT_LIMIT_BYTES;
  struct answer_option option;
  return answer_option_find(question, value, strlen(value), &option) ||
         (question->kind == KIND_DATE && clock_is_date(value)) ||
         (question->kind == KIND_NUMBER && is_number(value));
}

bool answer_check(const struct question *question, const char *value, const char *words,
                  struct error *err) {
  if (!answer_value_fits(question, value))
    return refuse(question, value, err);
  const char *prompt = answer_words_prompt(question, value);
  if (!prompt || (words && words[strspn(words, " \n")]))
    return true;
  struct strbuf label;
  strbuf_init(&label);
  answer_format(question, value, &label);
  error_set(err, _("the answer '%s' needs words: %s"), label.text, prompt);
  strbuf_release(&label);
  return false;
}
