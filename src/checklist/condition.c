/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "checklist/condition.h"

#include <string.h>

#include "checklist/checklist.h"

/* Whether a value ("yes"; "water, buses" of a question with several choices) is or holds a word. */
static bool holds_word(const char *value, const char *word) {
  if (!strcmp(value, word))
    return true;
  size_t length = strlen(word);
  for (const char *item = value; item; item = strchr(item, ',')) {
    item += strspn(item, ", ");
    if (!strncmp(item, word, length) && (item[length] == ',' || !item[length]))
      return true;
  }
  return false;
}

static bool is_one_of(const char *value, string_list words) {
  for (; value && *words; words++)
    if (holds_word(value, *words))
      return true;
  return false;
}

static bool state_is(const struct condition *condition, const struct condition_lookup *lookup) {
  for (string_list mode = condition->values; lookup->state_has_mode && *mode; mode++)
    if (lookup->state_has_mode(lookup->context, *mode))
      return true;
  return false;
}

static bool any_holds(const struct condition *condition, const struct condition_lookup *lookup) {
  for (size_t i = 0; i < condition->part_count; i++)
    if (condition_holds(condition->parts[i], lookup))
      return true;
  return false;
}

static bool all_hold(const struct condition *condition, const struct condition_lookup *lookup) {
  for (size_t i = 0; i < condition->part_count; i++)
    if (!condition_holds(condition->parts[i], lookup))
      return false;
  return true;
}

bool condition_holds(const struct condition *condition, const struct condition_lookup *lookup) {
  if (!condition)
    return true;
  switch (condition->kind) {
  case CONDITION_ALL:
    return all_hold(condition, lookup);
  case CONDITION_ANY:
    return any_holds(condition, lookup);
  case CONDITION_NOT:
    return !any_holds(condition, lookup);
  case CONDITION_ANSWER:
  case CONDITION_PROFILE:
    return is_one_of(lookup->answer(lookup->context, condition->subject), condition->values) !=
           condition->negated;
  case CONDITION_STATE_MODE:
    return state_is(condition, lookup);
  }
  return true;
}

bool condition_asks_state_mode(const struct condition *condition) {
  if (!condition)
    return false;
  for (size_t i = 0; i < condition->part_count; i++)
    if (condition_asks_state_mode(condition->parts[i]))
      return true;
  return condition->kind == CONDITION_STATE_MODE;
}
