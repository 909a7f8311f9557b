/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yaml/node.h"

#include <string.h>
#include <yaml.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"

static int append(void *context, unsigned char *bytes, size_t count) {
  strbuf_add_bytes(context, (const char *)bytes, count);
  return 1;
}

/* Takes what yaml_*_event_initialize returned. They and the emitter fail only when memory runs
 * out, for the texts of nodes are valid UTF-8. */
static void emit(yaml_emitter_t *emitter, yaml_event_t *event, int initialized) {
  if (!initialized || !yaml_emitter_emit(emitter, event))
    fatal(_("out of memory"));
}

/* Words that every reader takes as they stand. */
static bool is_plain_word(const char *text) {
  static const char safe[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./";
  size_t length = strlen(text);
  return length && strspn(text, safe) == length && text[0] != '-' && text[0] != '.';
}

/* A literal block keeps a text exactly unless it starts with white space (the block's indent would
 * have to be told), ends in more than one newline, or has spaces at a line's end, which editors
 * drop. */
static bool fits_literal_block(const char *text) {
  size_t length = strlen(text);
  if (!strchr(text, '\n') || text[0] == ' ' || text[0] == '\n' || text[length - 1] == ' ')
    return false;
  if (length > 1 && text[length - 1] == '\n' && text[length - 2] == '\n')
    return false;
  return !strstr(text, " \n");
}

static yaml_scalar_style_t style(const struct node *scalar, bool is_key) {
  if (!scalar->quoted && is_plain_word(scalar->text))
    return YAML_PLAIN_SCALAR_STYLE;
  return !is_key && fits_literal_block(scalar->text) ? YAML_LITERAL_SCALAR_STYLE
                                                     : YAML_DOUBLE_QUOTED_SCALAR_STYLE;
}

static void write_scalar(yaml_emitter_t *emitter, const struct node *scalar, bool is_key) {
  yaml_event_t event;
  yaml_char_t *text = (yaml_char_t *)scalar->text; /* libyaml copies it */
  emit(emitter, &event,
       yaml_scalar_event_initialize(&event, NULL, NULL, text, (int)strlen(scalar->text), 1, 1,
                                    style(scalar, is_key)));
}

static void write_node(yaml_emitter_t *emitter, const struct node *node) {
  yaml_event_t event;
  switch (node->kind) {
  case NODE_SCALAR:
    write_scalar(emitter, node, false);
    break;
  case NODE_SEQUENCE:
    emit(emitter, &event,
         yaml_sequence_start_event_initialize(&event, NULL, NULL, 1, YAML_BLOCK_SEQUENCE_STYLE));
    for (size_t i = 0; i < node->count; i++)
      write_node(emitter, node->items[i]);
    emit(emitter, &event, yaml_sequence_end_event_initialize(&event));
    break;
  case NODE_MAPPING:
    emit(emitter, &event,
         yaml_mapping_start_event_initialize(&event, NULL, NULL, 1, YAML_BLOCK_MAPPING_STYLE));
    for (size_t i = 0; i < node->count; i++) {
      write_scalar(emitter, node->keys[i], true);
      write_node(emitter, node->items[i]);
    }
    emit(emitter, &event, yaml_mapping_end_event_initialize(&event));
    break;
  }
}

void node_write(struct strbuf *out, const struct node *root) {
  yaml_emitter_t emitter;
  yaml_event_t event;
  if (!yaml_emitter_initialize(&emitter))
    fatal(_("out of memory"));
  yaml_emitter_set_output(&emitter, append, out);
  yaml_emitter_set_unicode(&emitter, 1);
  yaml_emitter_set_width(&emitter, -1);
  emit(&emitter, &event, yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING));
  emit(&emitter, &event, yaml_document_start_event_initialize(&event, NULL, NULL, NULL, 1));
  write_node(&emitter, root);
  emit(&emitter, &event, yaml_document_end_event_initialize(&event, 1));
  emit(&emitter, &event, yaml_stream_end_event_initialize(&event));
  yaml_emitter_delete(&emitter);
}
