/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/write-csv.h"

#include <string.h>

#include "base/strbuf.h"
#include "report/document.h"
#include "report/writer.h"

/* Spaces, and quotes where they are not closed, are passed over by some readers, and then the next
 * character counts. */
static bool is_formula(const char *text) {
  static const char *const first[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
  text += strspn(text, " \"");
  for (size_t i = 0; i < sizeof first / sizeof *first; i++)
    if (strncmp(text, first[i], strlen(first[i])) == 0)
      return true;
  return false;
}

/* Where a cell begins: at its start, and behind what ends a cell for a reader that takes commas for
 * text, as spreadsheets do in half of the world. A mark that was typed is told from ours. */
static bool is_risky(const char *text, const char *at) {
  bool begins = at == text || strchr(";\n", at[-1]);
  return *at && begins && (*at == '\'' || (*at == ' ' && at == text) || is_formula(at));
}

static void flatten(const struct block *cell, struct strbuf *text) {
  for (const struct run *run = cell->runs; run; run = run->next)
    strbuf_add(text, run->style == RUN_BREAK ? "\n" : run->text);
}

static void write_cell(const struct block *cell, struct strbuf *out) {
  struct strbuf text;
  strbuf_init(&text);
  flatten(cell, &text);
  bool quoted = is_risky(text.text, text.text) || strpbrk(text.text, "\",\n;");
  if (quoted)
    strbuf_add_char(out, '"');
  for (const char *at = text.text; *at; at++) {
    if (is_risky(text.text, at))
      strbuf_add_char(out, '\'');
    strbuf_add(out, *at == '"' ? "\"\"" : (char[]){*at, '\0'});
  }
  if (quoted)
    strbuf_add_char(out, '"');
  strbuf_release(&text);
}

static void write_row(const struct block *row, struct strbuf *out) {
  for (const struct block *cell = row->first; cell; cell = cell->next) {
    write_cell(cell, out);
    strbuf_add(out, cell->next ? "," : "\r\n");
  }
}

bool write_csv(const struct document *document, const struct write_options *options,
               struct strbuf *out, struct error *err) {
  static const char byte_order_mark[] = "\xef\xbb\xbf";
  (void)options, (void)err;
  strbuf_add(out, byte_order_mark);
  for (const struct block *block = document->root->first; block; block = block->next)
    for (const struct block *row = block->kind == BLOCK_TABLE ? block->first : NULL; row;
         row = row->next)
      write_row(row, out);
  return true;
}
