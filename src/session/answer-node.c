/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/answer-node.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "session/answer-kind.h"
#include "session/answer-members.h"
#include "session/session.h"
#include "yaml/node.h"

/* --- writing --- */

static struct node *record_to_node(struct arena *arena, const struct member *members,
                                   const void *record);

static struct node *evidence_to_node(struct arena *arena, const struct answer *answer) {
  struct node *list = answer->evidence_count ? node_new_sequence(arena) : NULL;
  for (size_t i = 0; i < answer->evidence_count; i++)
    node_append(arena, list, record_to_node(arena, evidence_members, &answer->evidence[i]));
  return list;
}

static struct node *part_to_node(struct arena *arena, const struct member *member,
                                 const void *record) {
  struct node *mapping = record_to_node(arena, member->parts, record);
  return mapping->count ? mapping : NULL;
}

static struct node *count_to_node(struct arena *arena, int count) {
  return count < 0 ? NULL : node_new_scalar(arena, arena_format(arena, "%d", count), false);
}

/* NULL: nothing to write. */
static struct node *member_to_node(struct arena *arena, const struct member *member,
                                   const void *record) {
  const void *at = (const char *)record + member->offset;
  const char *text;
  switch (member->kind) {
  case MEMBER_FLAG:
    return *(const bool *)at ? node_new_scalar(arena, "yes", true) : NULL;
  case MEMBER_COUNT:
    return count_to_node(arena, *(const int *)at);
  case MEMBER_RECORD:
    return part_to_node(arena, member, at);
  case MEMBER_EVIDENCE:
    return evidence_to_node(arena, record);
  default:
    text = *member_text(member, record);
    return text ? node_new_scalar(arena, text, true) : NULL;
  }
}

void reading_put_back(struct arena *arena, struct node *mapping, const struct node *kept) {
  for (size_t i = 0; kept && i < kept->count; i++)
    node_set(arena, mapping, kept->keys[i]->text, kept->items[i]);
}

static struct node *record_to_node(struct arena *arena, const struct member *members,
                                   const void *record) {
  struct node *mapping = node_new_mapping(arena);
  const struct member *member = members;
  for (; member->kind != MEMBER_END; member++) {
    struct node *value = member_to_node(arena, member, record);
    if (value)
      node_set(arena, mapping, member->key, value);
  }
  const char *kept = (const char *)record + member->offset;
  reading_put_back(arena, mapping, *(struct node *const *)kept);
  return mapping;
}

struct node *answer_to_node(struct arena *arena, const struct answer *answer) {
  return record_to_node(arena, answer_members, answer);
}

/* --- reading --- */

void reading_fault(struct faults *faults, const struct node *node, const char *message) {
  faults_add(faults, FAULT_ERROR, node->file, node->line, node->column, "%s", message);
}

const char *reading_text(const struct node *node, const char *key, struct faults *faults) {
  if (node->kind == NODE_SCALAR)
    return node->text;
  faults_add(faults, FAULT_ERROR, node->file, node->line, node->column,
             _("'%s' has to be a text, but here stands %s"), key, node_kind_name(node));
  return NULL;
}

/* "answers:" with nothing behind it. */
static bool is_nothing(const struct node *node) {
  return node->kind == NODE_SCALAR && !node->quoted && !*node->text;
}

bool reading_mapping(const struct node *node, const char *key, struct faults *faults) {
  if (node->kind == NODE_MAPPING)
    return true;
  if (is_nothing(node))
    return false;
  faults_add(faults, FAULT_ERROR, node->file, node->line, node->column,
             _("'%s' has to hold lines like 'key: value', but here stands %s"), key,
             node_kind_name(node));
  return false;
}

void reading_keep(struct arena *arena, struct node **kept, const struct node *key,
                  const struct node *value, const char *const *known, struct faults *faults) {
  if (!*kept)
    *kept = node_new_mapping(arena);
  node_set(arena, *kept, key->text, node_copy(arena, value));
  const char *near = text_nearest(key->text, known);
  if (near)
    faults_add(faults, FAULT_WARNING, key->file, key->line, key->column,
               _("'%s' is not known here and is only kept; did you mean '%s'?"), key->text, near);
  else
    faults_add(faults, FAULT_WARNING, key->file, key->line, key->column,
               _("'%s' is not known here and is only kept"), key->text);
}

static bool same_word(const char *text, const char *word) {
  return !strcasecmp(text, word);
}

static void read_flag(bool *flag, const char *text, const struct node *node,
                      struct faults *faults) {
  *flag = same_word(text, "yes") || same_word(text, "y");
  if (!*flag && *text && !same_word(text, "no") && !same_word(text, "n"))
    faults_add(faults, FAULT_ERROR, node->file, node->line, node->column,
               _("'%s' is neither yes nor no; write \"yes\" or \"no\""), text);
}

static void read_count(int *count, const char *text, const struct node *node,
                       struct faults *faults) {
  size_t length = strlen(text);
  if (!length)
    return;
  if (length <= 7 && strspn(text, "0123456789") == length) {
    *count = (int)strtol(text, NULL, 10);
    if (*count <= SESSION_COUNT_LIMIT)
      return;
  }
  faults_add(faults, FAULT_ERROR, node->file, node->line, node->column,
             _("'%s' is not a count of people; write a whole number from 0 to %d"), text,
             SESSION_COUNT_LIMIT);
}

static void read_text(const struct member *member, void *record, const char *text,
                      const struct node *node, struct faults *faults) {
  struct error err = ERROR_INIT;
  char **to = member_text(member, record);
  *to = memory_dup(text);
  member_clean(member, record);
  if (*to && !member_check_text(member, *to, &err))
    reading_fault(faults, node, err.message);
  error_release(&err);
}

static void read_record(const struct member *members, void *record, const struct node *mapping,
                        const struct answer_reading *reading);

static void read_evidence(struct answer *answer, const struct node *list,
                          const struct answer_reading *reading) {
  if (is_nothing(list))
    return;
  if (list->kind != NODE_SEQUENCE) {
    faults_add(reading->faults, FAULT_ERROR, list->file, list->line, list->column,
               _("'evidence' has to be a list, each item starting with '- ', but here stands %s"),
               node_kind_name(list));
    return;
  }
  answer->evidence = memory_new_zeroed(list->count + 1, sizeof *answer->evidence);
  for (size_t i = 0; i < list->count; i++) {
    struct evidence *piece = &answer->evidence[answer->evidence_count];
    if (reading_mapping(list->items[i], "evidence", reading->faults))
      read_record(evidence_members, piece, list->items[i], reading);
    answer->evidence_count += !members_are_empty(evidence_members, piece);
  }
}

static void read_member(const struct member *member, void *record, const struct node *node,
                        const struct answer_reading *reading) {
  void *at = (char *)record + member->offset;
  if (member->kind == MEMBER_EVIDENCE) {
    read_evidence(record, node, reading);
    return;
  }
  if (member->kind == MEMBER_RECORD) {
    if (reading_mapping(node, member->key, reading->faults))
      read_record(member->parts, at, node, reading);
    return;
  }
  const char *text = reading_text(node, member->key, reading->faults);
  if (!text)
    return;
  if (member->kind == MEMBER_FLAG)
    read_flag(at, text, node, reading->faults);
  else if (member->kind == MEMBER_COUNT)
    read_count(at, text, node, reading->faults);
  else
    read_text(member, record, text, node, reading->faults);
}

enum { KEYS_LIMIT = 16 };

static const struct member *find_member(const struct member *members, const char *key) {
  while (members->key && strcmp(members->key, key) != 0)
    members++;
  return members;
}

static void read_record(const struct member *members, void *record, const struct node *mapping,
                        const struct answer_reading *reading) {
  const char *known[KEYS_LIMIT] = {NULL};
  for (size_t i = 0; i < KEYS_LIMIT - 1 && members[i].key; i++)
    known[i] = members[i].key;
  for (size_t i = 0; i < mapping->count; i++) {
    const struct node *key = mapping->keys[i], *value = mapping->items[i];
    const struct member *member = find_member(members, key->text);
    void *kept = (char *)record + member->offset;
    if (member->kind == MEMBER_END)
      reading_keep(reading->arena, kept, key, value, known, reading->faults);
    else
      read_member(member, record, value, reading);
  }
}

/* What a person wrote becomes the canonical value; what does not fit is kept only when another
 * edition asked for it. */
static void settle_value(struct answer *answer, const struct node *node,
                         const struct question *question, const struct answer_reading *reading) {
  struct error err = ERROR_INIT;
  if (!answer->value || answer->edition || answer_value_fits(question, answer->value))
    return;
  char *value = answer_parse(question, answer->value, &err);
  if (value) {
    free(answer->value);
    answer->value = value;
  } else if (reading->old_edition) {
    answer->edition = memory_dup(reading->old_edition);
  } else {
    reading_fault(reading->faults, node, err.message);
  }
  error_release(&err);
}

static void settle_words(struct answer *answer, const struct node *node,
                         const struct question *question, const struct answer_reading *reading) {
  if (reading->partial || answer->edition || answer->words || !answer->value ||
      !answer_needs_words(question, answer->value))
    return;
  if (reading->old_edition)
    answer->edition = memory_dup(reading->old_edition);
  else
    faults_add(reading->faults, FAULT_ERROR, node->file, node->line, node->column,
               _("the answer '%s' needs words; write them in a line 'text: \"…\"' below it"),
               answer->value);
}

void answer_from_node(struct answer *answer, const struct node *node,
                      const struct question *question, const struct answer_reading *reading) {
  members_init(answer_members, answer, sizeof *answer);
  const struct node *value = node_get(node, "answer");
  if (node->kind == NODE_SCALAR) {
    value = node;
    read_member(answer_members, answer, node, reading);
  } else if (reading_mapping(node, "answers", reading->faults)) {
    read_record(answer_members, answer, node, reading);
  }
  if (!question || !value)
    return;
  settle_value(answer, value, question, reading);
  settle_words(answer, value, question, reading);
}

/* --- differences --- */

static void add_difference(struct arena *arena, const struct node *from, const struct node *to,
                           struct node *out) {
  for (size_t i = 0; i < from->count; i++) {
    const char *key = from->keys[i]->text;
    const struct node *other = node_get(to, key);
    if (!other || !node_equal(other, from->items[i]))
      node_set(arena, out, key, node_copy(arena, from->items[i]));
  }
}

void answer_difference(struct arena *arena, const struct node *old, const struct node *new,
                       struct node *before, struct node *after) {
  add_difference(arena, old, new, before);
  add_difference(arena, new, old, after);
}

void answer_patch(struct arena *arena, struct node *answer, const struct node *from,
                  const struct node *to) {
  for (size_t i = 0; i < from->count; i++)
    node_remove(answer, from->keys[i]->text);
  for (size_t i = 0; i < to->count; i++)
    node_set(arena, answer, to->keys[i]->text, to->items[i]);
}
