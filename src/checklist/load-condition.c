/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/arena.h"
#include "base/language.h"
#include "checklist/load.h"
#include "yaml/node.h"

/* Returns whether a condition has exactly one subject, and values just where they belong. */
static bool check_form(struct load *load, const struct node *node) {
  static const char *const subjects[] = {"question", "profile", "state-mode", "all", "any", "not"};
  size_t count = 0;
  for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++)
    count += node_get(node, subjects[i]) != NULL;
  if (count != 1) {
    LOAD_FAULT(load, node,
               _("a condition needs exactly one of the keys question, profile, state-mode, all, "
                 "any, not"));
    return false;
  }
  bool is_compared = node_get(node, "question") || node_get(node, "profile");
  bool is = node_get(node, "is"), is_not = node_get(node, "is-not");
  if (is_compared && is == is_not)
    LOAD_FAULT(load, node,
               _("a condition on an answer needs 'is' or 'is-not', like {question: ID, is: "
                 "[\"yes\"]}"));
  else if (!is_compared && (is || is_not))
    LOAD_FAULT(load, node, _("'is' and 'is-not' go with 'question' or 'profile' only"));
  return is_compared ? is != is_not : !is && !is_not;
}

static void fill(struct load *load, const struct node *node, struct condition_source *source,
                 struct condition *condition) {
  if (source->question || source->profile) {
    condition->kind = source->question ? CONDITION_ANSWER : CONDITION_PROFILE;
    condition->subject = source->question
                             ? source->question
                             : arena_format(load->arena, "profile.%s", source->profile);
    condition->at = load_position(node_get(node, source->question ? "question" : "profile"));
    condition->negated = *source->is_not;
    condition->values = condition->negated ? source->is_not : source->is;
  } else if (*source->state_mode) {
    condition->kind = CONDITION_STATE_MODE;
    condition->values = source->state_mode;
  } else if (source->none) {
    condition->kind = CONDITION_NOT;
    const struct condition **part = arena_alloc(load->arena, sizeof *part);
    *part = source->none;
    condition->parts = part;
    condition->part_count = 1;
  } else {
    condition->kind = source->any ? CONDITION_ANY : CONDITION_ALL;
    condition->parts = source->any ? source->any : source->all;
    condition->part_count = source->any_count + source->all_count;
  }
}

const struct condition *load_condition(struct load *load, const struct node *node) {
  struct condition *condition = arena_alloc(load->arena, sizeof *condition);
  struct condition_source source = {.question = NULL};
  size_t errors = load->faults->errors;
  condition->at = load_position(node);
  load_record(load, &record_condition, node, &source);
  if (node->kind == NODE_MAPPING && check_form(load, node) && load->faults->errors == errors)
    fill(load, node, &source, condition);
  return condition; /* else one that holds always */
}
