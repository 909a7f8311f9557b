/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text of several paragraphs into blocks. */
#include <string.h>

#include "base/arena.h"
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

void document_lines(struct document *document, struct block *parent, const char *text) {
  struct line line;
  while (text && next_line(&text, &line))
    if (!line.blank)
      document_paragraph(document, parent,
                         arena_dup_length(document->arena, line.text, line.length));
}

/* --- the small Markdown subset --- */

static void add_part(struct document *document, struct block *block, enum run_style style,
                     const char *text, size_t length) {
  document_run(document, block, style, arena_dup_length(document->arena, text, length));
}

/* The length of "*words*" at text, or 0 when this star is only a star. */
static size_t emphasis_length(const char *text) {
  if (text[0] != '*' || !text[1] || text[1] == ' ' || text[1] == '*')
    return 0;
  const char *end = strchr(text + 1, '*');
  return end && end[-1] != ' ' ? (size_t)(end - text) + 1 : 0;
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

static void add_inlines(struct document *document, struct block *block, const char *text) {
  while (*text) {
    size_t plain = strcspn(text, "*[");
    size_t emphasis = emphasis_length(text + plain), link = link_length(text + plain);
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

/* Folded YAML text ends a paragraph with one newline, so that each line is one. */
void document_prose(struct document *document, struct block *parent, const char *text) {
  struct block *list = NULL;
  struct line line;
  while (text && next_line(&text, &line)) {
    if (line.blank)
      continue;
    const char *words = arena_dup_length(document->arena, line.text, line.length);
    words += strspn(words, " ");
    if (strncmp(words, "- ", 2) != 0) {
      list = NULL;
      add_inlines(document, document_add(document, parent, BLOCK_PARAGRAPH), words);
      continue;
    }
    if (!list)
      list = document_add(document, parent, BLOCK_LIST);
    list->tight = true;
    struct block *item = document_add(document, list, BLOCK_ITEM);
    add_inlines(document, document_add(document, item, BLOCK_PARAGRAPH), words + 2);
  }
}
