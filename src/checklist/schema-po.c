/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/arena.h"
#include "base/strbuf.h"
#include "checklist/load.h"
#include "checklist/schema.h"
#include "yaml/node.h"

struct po {
  struct strbuf *out;
  struct arena *arena;
};

static void add_quoted(struct strbuf *out, const char *text) {
  strbuf_add_char(out, '"');
  for (; *text; text++) {
    if (*text == '\n')
      strbuf_add(out, text[1] ? "\\n\"\n\"" : "\\n");
    else if (*text == '"' || *text == '\\')
      strbuf_addf(out, "\\%c", *text);
    else
      strbuf_add_char(out, *text);
  }
  strbuf_add(out, "\"\n");
}

static void add_entry(struct po *po, const struct record *record, const struct field *field,
                      const struct node *node) {
  const char *text = source_text(po->arena, node);
  if (!*text)
    return;
  strbuf_addf(po->out, "#. %s: %s\n#: %s:%u\nmsgid ", record->name, field->key, node->file,
              node->line);
  if (strchr(text, '\n'))
    strbuf_add(po->out, "\"\"\n");
  add_quoted(po->out, text);
  strbuf_add(po->out, "msgstr \"\"\n\n");
}

static void add_record(struct po *po, const struct record *record, const struct node *node);

static void add_value(struct po *po, const struct record *record, const struct field *field,
                      const struct node *node) {
  if (field->flags & TRANSLATED && node->kind == NODE_SCALAR)
    add_entry(po, record, field, node);
  else if (field->record && node->kind == NODE_MAPPING)
    add_record(po, field->record, node);
  else if (field->record)
    for (size_t i = 0; i < node->count; i++)
      add_record(po, field->record, node->items[i]);
}

static void add_record(struct po *po, const struct record *record, const struct node *node) {
  for (const struct field *field = record->fields; field->key; field++) {
    bool is_short =
        node->kind == NODE_SCALAR && record->short_key && !strcmp(field->key, record->short_key);
    const struct node *value = is_short ? node : node_get(node, field->key);
    if (value)
      add_value(po, record, field, value);
  }
}

/* The title of the profile's page is the program's, but shown as a text of the checklist. */
static void add_profile_title(struct po *po, const struct node *start) {
  struct node title = {.kind = NODE_SCALAR,
                       .text = checklist_profile_title,
                       .file = start->file,
                       .line = start->line};
  struct field field = {.key = "profile"};
  add_entry(po, &record_checklist, &field, &title);
}

bool schema_write_po(struct strbuf *out, const char *path, struct error *err) {
  struct faults faults = FAULTS_INIT;
  struct po po = {out, arena_new()};
  const struct node *start = source_read_start(po.arena, node_read_file, path, &faults);
  const struct node *rest = source_read_rest(po.arena, node_read_file, path, &faults);
  bool ok = load_tell_first(&faults, err);
  if (ok) {
    add_profile_title(&po, start);
    add_record(&po, &record_checklist, start);
    add_record(&po, &record_checklist, rest);
  }
  faults_release(&faults);
  arena_free(po.arena);
  return ok;
}
