/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yaml/node.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "yaml/clean.h"
#include "yaml/duplicate.h"
#include "yaml/problem.h"

/* A list or mapping that is not closed yet. Its children stand on the stack from `start`; those of
 * a mapping are its keys and values in turn. */
struct frame {
  struct node *node;
  size_t start;
};

struct reader {
  struct arena *arena;
  struct error *err;
  const char *file;
  struct frame frames[NODE_DEPTH_LIMIT];
  size_t depth;
  struct node **stack;
  size_t count, capacity;
  size_t total; /* nodes made */
  struct node *root;
  bool document_seen;
};

static bool refuse(const struct reader *reader, const yaml_event_t *event, const char *why) {
  return error_set_at(reader->err, reader->file, event->start_mark.line + 1,
                      event->start_mark.column + 1, "%s", why);
}

static struct node *new_node(struct reader *reader, const yaml_event_t *event,
                             enum node_kind kind) {
  struct node *node = arena_alloc(reader->arena, sizeof *node);
  reader->total++;
  node->kind = kind;
  node->file = reader->file;
  node->line = (unsigned)event->start_mark.line + 1;
  node->column = (unsigned)event->start_mark.column + 1;
  return node;
}

static bool is_key_next(const struct reader *reader) {
  if (!reader->depth)
    return false;
  const struct frame *frame = &reader->frames[reader->depth - 1];
  return frame->node->kind == NODE_MAPPING && (reader->count - frame->start) % 2 == 0;
}

static void push(struct reader *reader, struct node *node) {
  if (!reader->depth)
    reader->root = node;
  MEMORY_GROW(reader->stack, reader->count, reader->capacity);
  reader->stack[reader->count++] = node;
}

static bool check_properties(struct reader *reader, const yaml_event_t *event, const void *anchor,
                             const void *tag) {
  if (anchor)
    return refuse(reader, event,
                  _("'&name' cannot be used here: put a text that starts with '&' in quotes"));
  if (tag)
    return refuse(reader, event,
                  _("'!name' cannot be used here: put a text that starts with '!' in quotes"));
  return true;
}

static bool refuse_long_text(const struct reader *reader, const yaml_event_t *event) {
  return error_set_at(
      reader->err, reader->file, event->start_mark.line + 1, event->start_mark.column + 1,
      _("this text is longer than %d KiB: make it shorter"), NODE_TEXT_LIMIT_BYTES / 1024);
}

static bool read_scalar(struct reader *reader, const yaml_event_t *event) {
  const char *text = (const char *)event->data.scalar.value;
  size_t length = event->data.scalar.length;
  bool is_key = is_key_next(reader);
  if (!check_properties(reader, event, event->data.scalar.anchor, event->data.scalar.tag))
    return false;
  if (length > NODE_TEXT_LIMIT_BYTES)
    return refuse_long_text(reader, event);
  if (memchr(text, 0, length)) /* from "\0" */
    return refuse(reader, event, _("this text holds a NUL character: remove it"));
  struct node *node = new_node(reader, event, NODE_SCALAR);
  node->text = clean_dup(reader->arena, text, length, is_key ? UTF8_ONE_LINE : UTF8_MANY_LINES);
  if (strlen(node->text) > NODE_TEXT_LIMIT_BYTES) /* <U+202E> is longer than what it stands for */
    return refuse_long_text(reader, event);
  if (is_key && !*node->text)
    return refuse(reader, event, _("this key is empty: write a word"));
  node->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
  push(reader, node);
  return true;
}

static bool open_collection(struct reader *reader, const yaml_event_t *event, enum node_kind kind,
                            const void *anchor, const void *tag) {
  if (!check_properties(reader, event, anchor, tag))
    return false;
  if (is_key_next(reader))
    return refuse(reader, event,
                  _("a list or a mapping cannot be a key: write a word, or put it in quotes"));
  if (reader->depth == NODE_DEPTH_LIMIT)
    return error_set_at(
        reader->err, reader->file, event->start_mark.line + 1, event->start_mark.column + 1,
        _("lists and mappings are nested more than %d deep here: use fewer"), NODE_DEPTH_LIMIT);
  struct node *node = new_node(reader, event, kind);
  push(reader, node);
  reader->frames[reader->depth++] = (struct frame){node, reader->count};
  return true;
}

static bool check_duplicates(struct reader *reader, const struct node *mapping) {
  size_t before_line;
  const struct node *key = duplicate_key(mapping, &before_line);
  if (!key)
    return true;
  return error_set_at(reader->err, reader->file, key->line, key->column,
                      _("the key '%s' stands here twice (before in line %zu): remove one"),
                      key->text, before_line);
}

static bool close_collection(struct reader *reader) {
  assert(reader->depth && reader->stack);
  struct frame *frame = &reader->frames[--reader->depth];
  struct node *node = frame->node, **children = reader->stack + frame->start;
  bool is_mapping = node->kind == NODE_MAPPING;
  size_t step = is_mapping ? 2 : 1;
  node->count = node->capacity = (unsigned)((reader->count - frame->start) / step);
  reader->count = frame->start;
  if (!node->count)
    return true;
  node->items = arena_alloc(reader->arena, node->count * sizeof *node->items);
  for (size_t i = 0; i < node->count; i++)
    node->items[i] = children[i * step + step - 1];
  if (!is_mapping)
    return true;
  node->keys = arena_alloc(reader->arena, node->count * sizeof *node->keys);
  for (size_t i = 0; i < node->count; i++)
    node->keys[i] = children[i * step];
  return check_duplicates(reader, node);
}

static bool start_document(struct reader *reader, const yaml_event_t *event) {
  if (event->data.document_start.version_directive ||
      event->data.document_start.tag_directives.start !=
          event->data.document_start.tag_directives.end)
    /* xgettext:no-c-format */
    return refuse(reader, event, _("lines that start with '%' cannot be used here: remove them"));
  if (reader->document_seen)
    return refuse(reader, event,
                  _("a second document starts here: a file holds one; remove the '---' line"));
  reader->document_seen = true;
  return true;
}

static bool handle(struct reader *reader, const yaml_event_t *event) {
  if (reader->total == NODE_COUNT_LIMIT)
    return error_set_at(
        reader->err, reader->file, event->start_mark.line + 1, event->start_mark.column + 1,
        _("the file holds more than %d keys and texts up to here: divide it"), NODE_COUNT_LIMIT);
  switch (event->type) {
  case YAML_DOCUMENT_START_EVENT:
    return start_document(reader, event);
  case YAML_ALIAS_EVENT:
    return refuse(reader, event,
                  _("'*name' cannot be used here: put a text that starts with '*' in quotes"));
  case YAML_SCALAR_EVENT:
    return read_scalar(reader, event);
  case YAML_SEQUENCE_START_EVENT:
    return open_collection(reader, event, NODE_SEQUENCE, event->data.sequence_start.anchor,
                           event->data.sequence_start.tag);
  case YAML_MAPPING_START_EVENT:
    return open_collection(reader, event, NODE_MAPPING, event->data.mapping_start.anchor,
                           event->data.mapping_start.tag);
  case YAML_SEQUENCE_END_EVENT:
  case YAML_MAPPING_END_EVENT:
    return close_collection(reader);
  default:
    return true;
  }
}

static bool read_events(struct reader *reader, const char *text, size_t length) {
  yaml_parser_t parser;
  if (!yaml_parser_initialize(&parser))
    fatal(_("out of memory"));
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&parser, (const unsigned char *)text, length);
  bool ok = true, at_end = false;
  while (ok && !at_end) {
    yaml_event_t event;
    if (yaml_parser_parse(&parser, &event)) {
      ok = handle(reader, &event);
      at_end = event.type == YAML_STREAM_END_EVENT;
      yaml_event_delete(&event);
    } else {
      if (parser.error == YAML_MEMORY_ERROR)
        fatal(_("out of memory"));
      ok = problem_set(reader->err, &parser, text, length, reader->file);
    }
  }
  yaml_parser_delete(&parser);
  return ok;
}

static bool is_empty_text(const struct node *node) {
  return node->kind == NODE_SCALAR && !node->quoted && !*node->text;
}

struct node *node_read(struct arena *arena, const char *text, size_t length, const char *file,
                       struct error *err) {
  static const char byte_order_mark[] = "\xef\xbb\xbf";
  if (length >= 3 && !memcmp(text, byte_order_mark, 3)) {
    text += 3;
    length -= 3;
  }
  if (length > NODE_FILE_LIMIT_BYTES) {
    error_set_at(err, file, 0, 0, _("the file is larger than %d MiB: divide it"),
                 NODE_FILE_LIMIT_BYTES / (1024 * 1024));
    return NULL;
  }
  struct reader reader = {.arena = arena, .err = err, .file = arena_dup(arena, file)};
  bool ok = read_events(&reader, text, length);
  free(reader.stack);
  if (!ok)
    return NULL;
  if (reader.root && !is_empty_text(reader.root))
    return reader.root;
  struct node *empty = node_new_mapping(arena);
  empty->file = reader.file;
  empty->line = empty->column = 1;
  return empty;
}

struct node *node_read_file(struct arena *arena, const char *path, struct error *err) {
  struct strbuf bytes;
  strbuf_init(&bytes);
  struct node *root = NULL;
  if (file_read(&bytes, path, NODE_FILE_LIMIT_BYTES, err))
    root = node_read(arena, bytes.text, bytes.length, path, err);
  strbuf_release(&bytes);
  return root;
}
