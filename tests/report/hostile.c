/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hostile.h"

#define TEN(text)     text text text text text text text text text text
#define HUNDRED(text) TEN(TEN(text))

const char *const hostile_texts[] = {
    HUNDRED("abc"), /* 300 letters */
    "https://example.org/" HUNDRED("ab/"),
    HUNDRED("漢字"),
    TEN("👩‍👩‍👧 ") TEN("e\xcc\x81"),
    "שלום עולם, זה מבחן. مرحبا بالعالم هذا اختبار.",
    TEN("A place with a name as long as any form allows, Ltd. "),
    "*a* **b** _c_ __d__ `e` ~~f~~ [g](h) ![i](j) <k> <!-- l --> &amp; &#42; \\m | n ^ $o$",
    "# one",
    "## two ##",
    "- three",
    "+ four",
    "* five",
    "6. six",
    "7) seven",
    "> eight",
    "=====",
    "-----",
    "***",
    "```",
    "~~~~",
    "    nine",
    "| a | b |",
    "<b>ten</b>",
    "http://example.org/a_b_c",
    "you@example.org",
    "1.",
    "12345678901234567890. ",
    "\\",
    "a\\",
    "first line\n- second\n1. third\n# fourth",
    "a\n\n\nb",
    "!",
    "[x]: https://example.org",
    ":--",
    NULL,
};

static void add_blocks(struct document *document, struct block *parent) {
  for (const char *const *text = hostile_texts; *text; text++)
    document_plain(document, parent, *text);
}

static void add_items(struct document *document, bool ordered) {
  struct block *list = document_add(document, NULL, BLOCK_LIST);
  list->ordered = ordered;
  list->tight = ordered;
  for (const char *const *text = hostile_texts; *text; text++) {
    struct block *item = document_add(document, list, BLOCK_ITEM);
    document_plain(document, item, *text);
    document_labelled(document, item, "Label:", *text);
  }
}

static void add_styles(struct document *document) {
  for (const char *const *text = hostile_texts; *text; text++) {
    struct block *paragraph = document_add(document, NULL, BLOCK_PARAGRAPH);
    document_run(document, paragraph, RUN_STRONG, *text);
    document_run(document, paragraph, RUN_PLAIN, " ");
    document_run(document, paragraph, RUN_EMPHASIS, *text);
    document_run(document, paragraph, RUN_PLAIN, " ");
    document_link(document, paragraph, "a link", "https://example.org/a(b)c?d=e&f=g");
    document_run(document, paragraph, RUN_PLAIN, " ");
    document_link(document, paragraph, "https://example.org/", "https://example.org/");
    document_run(document, paragraph, RUN_PLAIN, " ");
    document_link(document, paragraph, "inside", "#anchor");
  }
}

static void add_clauses(struct document *document) {
  for (const char *const *text = hostile_texts; *text; text++) {
    int level = (int)(text - hostile_texts) % (CLAUSE_SUBPOINT + 1);
    static const char *const numbers[] = {"1.", "(a)", "(1)", "(A)"};
    struct block *clause =
        document_clause(document, NULL, (enum clause_level)level, numbers[level], "As ");
    document_reference(document, clause, "4", "#anchor");
    document_run(document, clause, RUN_PLAIN, " says, ");
    document_run(document, clause, RUN_PLAIN, *text);
  }
}

static void add_table(struct document *document) {
  static const int widths[] = {1, 2, 3};
  const char *heads[] = {"One", "Two | 2", "Three"};
  struct block *table = document_table(document, NULL, widths, heads, 3);
  for (const char *const *text = hostile_texts; *text; text++) {
    const char *cells[] = {"n", *text, *text};
    document_row(document, table, cells, 3);
  }
}

static void add_bar(struct document *document, struct block *parent) {
  struct block *bar = document_add(document, parent, BLOCK_BAR);
  document_run(document, bar, RUN_PLAIN, "All *marks*:");
  document_segment(document, bar, "120 met", '#', 120);
  document_segment(document, bar, "3 not met", '-', 3);
}

static void add_chart(struct document *document) {
  struct block *chart = document_add(document, NULL, BLOCK_CHART);
  document_run(document, chart, RUN_PLAIN, hostile_texts[6]);
  add_bar(document, chart);
  add_bar(document, chart);
}

struct document *hostile_document(bool tables) {
  struct document *document = document_new("hostile", "en");
  document->title = hostile_texts[5];
  document->place = hostile_texts[0];
  document->date = "2026-11-22";
  document_run(document, document_add(document, NULL, BLOCK_TITLE), RUN_PLAIN, hostile_texts[6]);
  for (const char *const *text = hostile_texts; *text; text++)
    document_heading(document, (int)(text - hostile_texts) % 7 + 1, "1.", *text);
  add_blocks(document, NULL);
  add_items(document, false);
  document_paragraph(document, NULL, "between");
  add_items(document, true);
  add_blocks(document, document_add(document, NULL, BLOCK_QUOTE));
  document_paragraph(document, NULL, "between");
  add_blocks(document, document_add(document, NULL, BLOCK_NOTE));
  add_styles(document);
  add_clauses(document);
  document_add(document, NULL, BLOCK_PAGE_BREAK);
  if (tables)
    add_table(document);
  add_bar(document, NULL);
  add_chart(document);
  document_add(document, NULL, BLOCK_RULE);
  return document;
}
