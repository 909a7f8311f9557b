/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text of several paragraphs into blocks. */
#include <string.h>

#include "base/arena.h"
#include "base/strbuf.h"
#include "report/document.h"

struct line {
  const char *text;
  size_t length;
  bool blank;
};

/* The line at *at, without its newline, and *at behind it; false at the end. */
static bool next_line(const char **at, struct line *line) {
  if (!**at)
    return false;
  line->text = *at;
  line->length = strcspn(*at, "\n");
  line->blank = strspn(*at, " ") >= line->length;
  *at += line->length + ((*at)[line->length] == '\n');
  return true;
}

/* --- text that means itself --- */

void document_plain(struct document *document, struct block *parent, const char *text) {
  struct block *paragraph = NULL;
  struct line line;
  while (text && next_line(&text, &line)) {
    if (line.blank) {
      paragraph = NULL;
      continue;
    }
    if (paragraph)
      document_run(document, paragraph, RUN_PLAIN, "\n");
    else
      paragraph = document_add(document, parent, BLOCK_PARAGRAPH);
    document_run(document, paragraph, RUN_PLAIN,
                 arena_dup_length(document->arena, line.text, line.length));
  }
}

/* --- the small Markdown subset --- */

static void add_part(struct document *document, struct block *block, enum run_style style,
                     const char *text, size_t length) {
  document_run(document, block, style, arena_dup_length(document->arena, text, length));
}

/* The length of "*words*" at text, or 0 when this star is only a star. */
static size_t emphasis_length(const char *begin, const char *text) {
  bool opens = text[0] == '*' && text[1] && !strchr(" *", text[1]);
  if (!opens || (text > begin && text[-1] == '*'))
    return 0;
  const char *end = strchr(text + 1, '*');
  return end && end[-1] != ' ' && end[1] != '*' ? (size_t)(end - text) + 1 : 0;
}

/* The length of "[words](http…)" at text, or 0. */
static size_t link_length(const char *text) {
  if (text[0] != '[')
    return 0;
  const char *middle = strchr(text, ']');
  if (!middle || middle[1] != '(' || strncmp(middle + 2, "http", 4) != 0)
    return 0;
  const char *end = strchr(middle, ')');
  return end ? (size_t)(end - text) + 1 : 0;
}

static void add_link(struct document *document, struct block *block, const char *text,
                     size_t length) {
  const char *middle = strchr(text, ']');
  const char *target = middle + 2;
  size_t target_length = length - 1 - (size_t)(target - text);
  document_link(document, block,
                arena_dup_length(document->arena, text + 1, (size_t)(middle - text) - 1),
                arena_dup_length(document->arena, target, target_length));
}

static void add_inlines(struct document *document, struct block *block, const char *begin) {
  const char *text = begin;
  while (*text) {
    size_t plain = strcspn(text, "*[");
    size_t emphasis = emphasis_length(begin, text + plain), link = link_length(text + plain);
    if (!emphasis && !link && text[plain])
      plain++;
    add_part(document, block, RUN_PLAIN, text, plain);
    text += plain;
    if (emphasis)
      add_part(document, block, RUN_EMPHASIS, text + 1, emphasis - 2);
    else if (link)
      add_link(document, block, text, link);
    text += emphasis + link;
  }
}

void document_prose_text(struct strbuf *out, const char *text) {
  for (const char *at = text; *at;) {
    size_t plain = strcspn(at, "*[");
    size_t emphasis = emphasis_length(text, at + plain), link = link_length(at + plain);
    if (!emphasis && !link && at[plain])
      plain++;
    strbuf_add_bytes(out, at, plain);
    at += plain;
    if (emphasis)
      strbuf_add_bytes(out, at + 1, emphasis - 2);
    else if (link)
      strbuf_add_bytes(out, at, link);
    at += emphasis + link;
  }
}

struct prose {
  struct document *document;
  struct block *parent;
  const char *label; /* still to be printed; NULL */
  struct block *list;
};

static struct block *begin_paragraph(struct prose *prose) {
  struct block *paragraph = document_add(prose->document, prose->parent, BLOCK_PARAGRAPH);
  if (prose->label) {
    document_run(prose->document, paragraph, RUN_STRONG, prose->label);
    document_run(prose->document, paragraph, RUN_PLAIN, " ");
  }
  prose->label = NULL;
  return paragraph;
}

static struct block *begin_item(struct prose *prose) {
  if (prose->label)
    begin_paragraph(prose)->keep_with_next = true;
  if (!prose->list)
    prose->list = document_add(prose->document, prose->parent, BLOCK_LIST);
  prose->list->tight = true;
  struct block *item = document_add(prose->document, prose->list, BLOCK_ITEM);
  return document_add(prose->document, item, BLOCK_PARAGRAPH);
}

/* Folded YAML text ends a paragraph with one newline, so that each line is one. */
void document_labelled_prose(struct document *document, struct block *parent, const char *label,
                             const char *text) {
  struct prose prose = {document, parent, label, NULL};
  struct line line;
  while (text && next_line(&text, &line)) {
    if (line.blank)
      continue;
    const char *words = arena_dup_length(document->arena, line.text, line.length);
    words += strspn(words, " ");
    bool is_item = strncmp(words, "- ", 2) == 0;
    if (!is_item)
      prose.list = NULL;
    add_inlines(document, is_item ? begin_item(&prose) : begin_paragraph(&prose),
                is_item ? words + 2 : words);
  }
}

void document_prose(struct document *document, struct block *parent, const char *text) {
  document_labelled_prose(document, parent, NULL, text);
}
