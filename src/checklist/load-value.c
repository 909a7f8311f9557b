/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/arena.h"
#include "base/language.h"
#include "base/text.h"
#include "checklist/load.h"
#include "yaml/node.h"

enum { TITLE_LIMIT_CELLS = 45, ID_LIMIT_BYTES = 64 };

static bool check_kind(struct load *load, const struct field *field, const struct node *node,
                       enum node_kind wanted) {
  if (node->kind == wanted)
    return true;
  if (wanted == NODE_SCALAR)
    LOAD_FAULT(load, node,
               _("'%s' has to be a text: put it in quotes if it starts with a special character"),
               field->key);
  else if (wanted == NODE_SEQUENCE)
    LOAD_FAULT(load, node,
               _("'%s' has to be a list: write [a, b], or each item on a line of its own after "
                 "'- '"),
               field->key);
  else
    LOAD_FAULT(load, node,
               _("'%s' has to be a mapping: write {key: value, …}, or each key on a line of its "
                 "own, indented"),
               field->key);
  return false;
}

/* The text of a scalar; NULL (and a fault) if it is none or empty. */
static const char *text_of(struct load *load, const struct field *field, const struct node *node) {
  if (!check_kind(load, field, node, NODE_SCALAR))
    return NULL;
  const char *text = source_text(load->arena, node);
  if (*text)
    return text;
  LOAD_FAULT(load, node, _("'%s' is empty: write a text, or remove the key"), field->key);
  return NULL;
}

static bool is_id(const char *text, bool mixed_case) {
  for (const char *c = text; *c; c++)
    if (!(*c >= 'a' && *c <= 'z') && !(*c >= '0' && *c <= '9') && !(*c == '-' && c > text) &&
        !(mixed_case && *c >= 'A' && *c <= 'Z'))
      return false;
  return true;
}

/* "" (and a fault) if it is none. */
static const char *id_of(struct load *load, const struct field *field, const struct node *node) {
  const char *text = text_of(load, field, node);
  if (!text)
    return "";
  if (strlen(text) > ID_LIMIT_BYTES) {
    LOAD_FAULT(load, node, _("this id is longer than %d letters: choose a shorter one"),
               ID_LIMIT_BYTES);
    return "";
  }
  if (is_id(text, field->flags & MIXED_CASE))
    return text;
  LOAD_FAULT(load, node,
             _("'%s' is not an id: write lower-case letters, digits and hyphens, like 'two-words'"),
             text);
  return "";
}

/* The index of a word; -1 (and a fault) if it is none of them. */
static int word_of(struct load *load, const struct field *field, const struct node *node) {
  const char *text = text_of(load, field, node);
  if (!text)
    return -1;
  for (int i = 0; field->words[i]; i++)
    if (!strcmp(text, field->words[i]))
      return i;
  LOAD_FAULT(load, node, _("'%s' cannot be '%s': write one of %s"), field->key, text,
             load_words(load, field->words));
  return -1;
}

static bool flag_of(struct load *load, const struct field *field, const struct node *node) {
  const char *text = text_of(load, field, node);
  if (!text || !strcmp(text, "yes"))
    return true;
  if (strcmp(text, "no") != 0)
    LOAD_FAULT(load, node, _("'%s' cannot be '%s': write \"yes\" or \"no\""), field->key, text);
  return false;
}

struct position load_position(const struct node *node) {
  return (struct position){node->file, node->line, node->column};
}

void load_mention(struct load *load, enum id_kind kind, const char *id, const struct node *at) {
  struct mention *mention = arena_alloc(load->arena, sizeof *mention);
  *mention = (struct mention){.kind = kind, .id = id, .at = load_position(at)};
  *load->mentions_end = mention;
  load->mentions_end = &mention->next;
}

static const char *mention_of(struct load *load, const struct field *field,
                              const struct node *node) {
  const char *text = text_of(load, field, node);
  if (text)
    load_mention(load, field->mentions, text, node);
  return text;
}

static const char *item_of(struct load *load, const struct field *field, const struct node *node) {
  if (field->words) {
    int word = word_of(load, field, node);
    return word < 0 ? NULL : field->words[word];
  }
  return field->mentions ? mention_of(load, field, node) : text_of(load, field, node);
}

static bool check_not_empty(struct load *load, const struct field *field, const struct node *list) {
  if (!list->count)
    LOAD_FAULT(load, list, _("'%s' is an empty list: write an item, or remove the key"),
               field->key);
  return list->count;
}

static string_list list_of(struct load *load, const struct field *field, const struct node *node) {
  bool is_single = node->kind == NODE_SCALAR && field->flags & ONE_OR_MORE;
  bool is_list = !is_single && check_kind(load, field, node, NODE_SEQUENCE) &&
                 check_not_empty(load, field, node);
  size_t count = is_single ? 1 : is_list ? node->count : 0, kept = 0;
  const char **list = arena_alloc(load->arena, (count + 1) * sizeof *list);
  for (size_t i = 0; i < count; i++) {
    const char *item = item_of(load, field, is_single ? node : node->items[i]);
    if (item)
      list[kept++] = item;
  }
  return list;
}

static void *records_of(struct load *load, const struct field *field, const struct node *node,
                        size_t *count) {
  *count = 0;
  if (!check_kind(load, field, node, NODE_SEQUENCE) || !check_not_empty(load, field, node))
    return NULL;
  size_t size = field->record->size_bytes;
  char *records = arena_alloc(load->arena, node->count * size);
  for (size_t i = 0; i < node->count; i++)
    load_record(load, field->record, node->items[i], records + i * size);
  *count = node->count;
  return records;
}

static void *conditions_of(struct load *load, const struct field *field, const struct node *node,
                           size_t *count) {
  *count = 0;
  if (!check_kind(load, field, node, NODE_SEQUENCE) || !check_not_empty(load, field, node))
    return NULL;
  const struct condition **list = arena_alloc(load->arena, node->count * sizeof *list);
  for (size_t i = 0; i < node->count; i++)
    list[i] = load_condition(load, node->items[i]);
  *count = node->count;
  return list;
}

static void warn_of_long_title(struct load *load, const struct field *field,
                               const struct node *node, const char *text) {
  if (text && field->flags & OVERLONG && text_width(text) > TITLE_LIMIT_CELLS)
    LOAD_WARNING(load, node, _("'%s' is long for a list on the screen: keep it within %d columns"),
                 field->key, TITLE_LIMIT_CELLS);
}

/* All pointers to objects have one form, so each can be put where another kind is kept. */
static void put_pointer(void *object, size_t offset, const void *value) {
  memcpy((char *)object + offset, &value, sizeof value);
}

static void put_text(struct load *load, const struct field *field, const struct node *node,
                     void *object) {
  const char *text = text_of(load, field, node);
  if (text && field->kind == VALUE_LAW)
    check_law(load, node, text);
  warn_of_long_title(load, field, node, text);
  put_pointer(object, field->offset, text);
}

static void put_word(struct load *load, const struct field *field, const struct node *node,
                     void *object) {
  int word = word_of(load, field, node);
  if (field->kind == VALUE_WORD_TEXT) {
    put_pointer(object, field->offset, word < 0 ? NULL : field->words[word]);
    return;
  }
  int value = word < 0 ? field->first_word : word + field->first_word;
  _Static_assert(sizeof(enum polarity) == sizeof value, "enums are kept as int");
  memcpy((char *)object + field->offset, &value, sizeof value);
}

static void put_many(struct load *load, const struct field *field, const struct node *node,
                     void *object) {
  size_t *count = (size_t *)((char *)object + field->count_offset);
  put_pointer(object, field->offset,
              field->kind == VALUE_RECORDS ? records_of(load, field, node, count)
                                           : conditions_of(load, field, node, count));
}

void load_value(struct load *load, const struct field *field, const struct node *node,
                void *object) {
  switch (field->kind) {
  case VALUE_ID:
    put_pointer(object, field->offset, id_of(load, field, node));
    break;
  case VALUE_TEXT:
  case VALUE_LAW:
    put_text(load, field, node, object);
    break;
  case VALUE_WORD:
  case VALUE_WORD_TEXT:
    put_word(load, field, node, object);
    break;
  case VALUE_FLAG:
    *(bool *)((char *)object + field->offset) = flag_of(load, field, node);
    break;
  case VALUE_MENTION:
    put_pointer(object, field->offset, mention_of(load, field, node));
    break;
  case VALUE_LIST:
    put_pointer(object, field->offset, list_of(load, field, node));
    break;
  case VALUE_RECORDS:
  case VALUE_CONDITIONS:
    put_many(load, field, node, object);
    break;
  case VALUE_KEYS:
    if (check_kind(load, field, node, NODE_MAPPING))
      load_record(load, field->record, node, object);
    break;
  case VALUE_CONDITION:
    put_pointer(object, field->offset, load_condition(load, node));
    break;
  }
}
