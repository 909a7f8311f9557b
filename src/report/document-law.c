/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text of law into paragraphs, numbered clauses and cross-references. */
#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/strbuf.h"
#include "report/document.h"

/* --- cross-references --- */

static const char mark_begin[] = "\x01", mark_middle[] = "\x02", mark_end[] = "\x03";

void document_mark(struct strbuf *out, const char *text, const char *target) {
  strbuf_addf(out, "%s%s%s%s%s", mark_begin, text, mark_middle, target, mark_end);
}

void document_unmarked(struct strbuf *out, const char *text, size_t length) {
  bool in_target = false;
  for (size_t i = 0; i < length; i++) {
    in_target = (in_target && text[i] != *mark_end) || text[i] == *mark_middle;
    if (!in_target && text[i] != *mark_begin && text[i] != *mark_end)
      strbuf_add_char(out, text[i]);
  }
}

/* The mark at text; returns what stands behind it. */
static const char *add_mark(struct document *document, struct block *block, const char *text) {
  const char *words = text + 1;
  const char *target = words + strcspn(words, mark_middle) + 1;
  size_t length = strcspn(target, mark_end);
  assert(target[length]);
  document_reference(document, block,
                     arena_dup_length(document->arena, words, (size_t)(target - words) - 1),
                     arena_dup_length(document->arena, target, length));
  return target + length + 1;
}

void document_law_runs(struct document *document, struct block *block, const char *text) {
  while (text && *text) {
    size_t plain = strcspn(text, mark_begin);
    document_run(document, block, RUN_PLAIN, arena_dup_length(document->arena, text, plain));
    text += plain;
    if (*text)
      text = add_mark(document, block, text);
  }
}

/* --- clauses --- */

static const char letters[] = "abcdefghijklmnopqrstuvwxyz", digits[] = "0123456789",
                  capitals[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/* The length of "(b)", "(12)" or "(C)" at text with its level, or 0. A letter may stand twice. */
static size_t number_length(const char *text, enum clause_level *level) {
  if (*text != '(')
    return 0;
  const char *inside = text + 1;
  size_t length = strspn(inside, digits);
  *level = CLAUSE_POINT;
  if (!length && *inside) {
    *level = strchr(letters, *inside) ? CLAUSE_PARAGRAPH : CLAUSE_SUBPOINT;
    bool is_letter = strchr(letters, *inside) || strchr(capitals, *inside);
    length = is_letter + (is_letter && inside[1] == inside[0]);
  }
  return length && inside[length] == ')' ? length + 2 : 0;
}

struct block *document_clause(struct document *document, struct block *parent,
                              enum clause_level level, const char *number, const char *text) {
  static const char *const first[] = {"1.", "(a)", "(1)", "(A)"};
  struct block *clause = document_add(document, parent, BLOCK_CLAUSE);
  clause->level = (int)level;
  clause->number = document_line(document, number);
  clause->restarts = strcmp(number, first[level]) == 0;
  document_law_runs(document, clause, text);
  return clause;
}

/* What ends with a colon stays with what follows. */
static void add_line(struct document *document, struct block *parent, const char *line) {
  enum clause_level level;
  size_t length = number_length(line, &level);
  struct block *block;
  if (length) {
    block =
        document_clause(document, parent, level, arena_dup_length(document->arena, line, length),
                        line + length + strspn(line + length, " "));
  } else {
    block = document_add(document, parent, BLOCK_PARAGRAPH);
    document_law_runs(document, block, line);
  }
  block->keep_with_next = line[strlen(line) - 1] == ':';
}

void document_law(struct document *document, struct block *parent, const char *text) {
  while (text && *text) {
    text += strspn(text, " ");
    size_t length = strcspn(text, "\n");
    if (length)
      add_line(document, parent, arena_dup_length(document->arena, text, length));
    text += length + (text[length] == '\n');
  }
}
