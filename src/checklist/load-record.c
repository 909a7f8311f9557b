/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/language.h"
#include "base/text.h"
#include "checklist/load.h"
#include "yaml/node.h"

static size_t field_count(const struct record *record) {
  size_t count = 0;
  while (record->fields[count].key)
    count++;
  assert(count <= FIELD_LIMIT);
  return count;
}

/* Authors mostly keep the table's order, so the search goes on where the last key was found. */
static long find_field(const struct record *record, size_t count, size_t start, const char *key) {
  for (size_t i = 0; i < count; i++) {
    size_t at = start + i < count ? start + i : start + i - count;
    const char *known = record->fields[at].key;
    if (*known == *key && !strcmp(known, key))
      return (long)at;
  }
  return -1;
}

static void tell_unknown_key(struct load *load, const struct record *record, size_t count,
                             const struct node *key) {
  const char *keys[FIELD_LIMIT + 1] = {NULL};
  for (size_t i = 0; i < count; i++)
    keys[i] = record->fields[i].key;
  const char *nearest = load_may_suggest(load) ? text_nearest(key->text, keys) : NULL;
  if (nearest)
    LOAD_FAULT(load, key, _("'%s' is not a key of '%s': did you mean '%s'?"), key->text,
               record->name, nearest);
  else
    LOAD_FAULT(load, key, _("'%s' is not a key of '%s': its keys are %s"), key->text, record->name,
               load_words(load, keys));
}

/* Sorts the values of a mapping by the table. */
static void collect(struct load *load, const struct record *record, const struct node *node,
                    const struct node **values) {
  size_t count = field_count(record), next = 0;
  for (size_t i = 0; i < node->count; i++) {
    const struct node *key = node->keys[i];
    long at = find_field(record, count, next, key->text);
    if (at < 0) {
      tell_unknown_key(load, record, count, key);
    } else if (values[at]) { /* from two files: one file has no key twice */
      LOAD_FAULT(load, key, _("the key '%s' stands in %s too: it may stand in one file only"),
                 key->text, values[at]->file);
    } else {
      values[at] = node->items[i];
      next = (size_t)at + 1;
    }
  }
}

static void tell_missing(struct load *load, const struct record *record,
                         const struct node *const *values, const struct node *node) {
  for (size_t i = 0; record->fields[i].key; i++)
    if (record->fields[i].flags & REQUIRED && !values[i])
      LOAD_FAULT(load, node, _("'%s' lacks the key '%s': add it"), record->name,
                 record->fields[i].key);
}

/* What a struct holds where the file says nothing: no list and no id is ever NULL. */
static void load_defaults(const struct record *record, void *object) {
  static const char *const empty_list[] = {NULL};
  for (const struct field *field = record->fields; field->key; field++) {
    char *place = (char *)object + field->offset;
    if (field->kind == VALUE_LIST)
      *(string_list *)place = empty_list;
    else if (field->kind == VALUE_ID)
      *(const char **)place = "";
    else if (field->kind == VALUE_FLAG)
      *(bool *)place = field->flags & YES_IF_UNSET;
  }
}

static void load_values(struct load *load, const struct record *record,
                        const struct node *const *values, void *object) {
  for (size_t i = 0; record->fields[i].key; i++)
    if (values[i])
      load_value(load, &record->fields[i], values[i], object);
}

static void remember_id(struct load *load, const struct record *record, const struct node *at,
                        void *object) {
  const char **id = (const char **)((char *)object + record->fields[0].offset);
  const char *full = *id;
  if (*full && record->ids_within_parent)
    full = arena_format(load->arena, "%s.%s", load->scope, *id);
  if (record->keeps_full_id)
    *id = full;
  load->scope = full;
  if (!at || !*full)
    return;
  const struct index_entry *before =
      index_add(&load->index,
                (struct index_entry){.kind = record->ids, .id = full, .object = object, .at = at});
  if (before && before->at)
    LOAD_FAULT(load, at, _("the id '%s' is used twice (before in %s:%zu): choose another one"),
               at->text, before->at->file, (size_t)before->at->line);
  else if (before)
    LOAD_FAULT(load, at, _("the id '%s' is taken by the program: choose another one"), at->text);
}

static void load_mapping(struct load *load, const struct record *record, const struct node *node,
                         void *object) {
  const struct node *values[FIELD_LIMIT] = {NULL};
  const char *scope = load->scope;
  collect(load, record, node, values);
  tell_missing(load, record, values, node);
  if (record->ids) {
    if (values[0])
      load_value(load, &record->fields[0], values[0], object);
    remember_id(load, record, values[0], object);
    values[0] = NULL;
  }
  load_values(load, record, values, object);
  load->scope = scope;
}

/* A text alone, for a record that may be written so. */
static void load_short(struct load *load, const struct record *record, const struct node *node,
                       void *object) {
  for (const struct field *field = record->fields; field->key; field++)
    if (!strcmp(field->key, record->short_key))
      load_value(load, field, node, object);
}

void load_record(struct load *load, const struct record *record, const struct node *node,
                 void *object) {
  load_defaults(record, object);
  if (record->at_offset != NO_OFFSET)
    *(struct position *)((char *)object + record->at_offset) = load_position(node);
  if (node->kind == NODE_MAPPING)
    load_mapping(load, record, node, object);
  else if (node->kind == NODE_SCALAR && record->short_key)
    load_short(load, record, node, object);
  else
    LOAD_FAULT(load, node,
               _("'%s' has to be a mapping: write {key: value, …}, or each key on a line of its "
                 "own, indented"),
               record->name);
}

/* The keys of checklist.yaml that another file holds, and only that. */
static void tell_misplaced(struct load *load, const struct node *const *before) {
  for (size_t i = 0; record_checklist.fields[i].key; i++)
    if (record_checklist.fields[i].flags & AT_START && load->top[i] && !before[i])
      LOAD_FAULT(load, load->top[i], _("the key '%s' has to stand in checklist.yaml"),
                 record_checklist.fields[i].key);
}

void load_top(struct load *load, const struct node *mapping, struct checklist_source *source) {
  const struct node *before[FIELD_LIMIT];
  memcpy(before, load->top, sizeof before);
  load->scope = "profile";
  collect(load, &record_checklist, mapping, load->top);
  if (load->is_rest) {
    tell_misplaced(load, before);
  } else {
    load_defaults(&record_checklist, source);
    tell_missing(load, &record_checklist, load->top, mapping);
  }
  const struct node *values[FIELD_LIMIT];
  for (size_t i = 0; i < FIELD_LIMIT; i++)
    values[i] = before[i] ? NULL : load->top[i];
  load_values(load, &record_checklist, values, source);
}
