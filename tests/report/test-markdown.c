/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markdown: what is typed stays what it is. */
#include <stdlib.h>
#include <string.h>

#include "../base/cmocka-tests.h"
#include "base/environment.h"
#include "fixture.h"

static void assert_markdown(struct document *document, const char *wanted) {
  char *text = fixture_write_document(document, "markdown", &(struct write_options){0});
  assert_string_equal(text, wanted);
  free(text);
  document_free(document);
}

static void typed_marks_are_escaped(void **state) {
  (void)state;
  static const struct {
    const char *typed, *wanted;
  } rows[] = {
      {"plain", "plain\n"},
      {"*a* _b_ `c` ~d~", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~\n"},
      {"[a](b) ![c](d)", "\\[a\\](b) !\\[c\\](d)\n"},
      {"<b> & | $ { }", "\\<b\\> \\& \\| \\$ \\{ \\}\n"},
      {"# one", "\\# one\n"},
      {"- one", "\\- one\n"},
      {"+ one", "\\+ one\n"},
      {"===", "\\===\n"},
      {"1. one", "1\\. one\n"},
      {"12) one", "12\\) one\n"},
      {"2026 is", "2026 is\n"},
      {"a - b + c 1. d", "a - b + c 1. d\n"},
      {"    code", "code\n"},
      {"one\n- two\n3. three", "one\\\n\\- two\\\n3\\. three\n"},
      {"\\", "\\\\\n"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    struct document *document = document_new("test", "en");
    document_plain(document, NULL, rows[i].typed);
    assert_markdown(document, rows[i].wanted);
  }
}

static void a_break_at_an_end_is_left_out(void **state) {
  (void)state;
  struct document *document = document_new("test", "en");
  document_paragraph(document, NULL, "\none\n\ntwo\n");
  assert_markdown(document, "one\\\ntwo\n");
}

static void styles_hold_around_words(void **state) {
  (void)state;
  struct document *document = document_new("test", "en");
  struct block *paragraph = document_add(document, NULL, BLOCK_PARAGRAPH);
  document_run(document, paragraph, RUN_STRONG, " a*b ");
  document_run(document, paragraph, RUN_EMPHASIS, "c");
  document_run(document, paragraph, RUN_STRONG, "  ");
  assert_markdown(document, "**a\\*b** *c*  \n");
}

static void links_are_links(void **state) {
  (void)state;
  struct document *document = document_new("test", "en");
  struct block *paragraph = document_add(document, NULL, BLOCK_PARAGRAPH);
  document_link(document, paragraph, "https://e.org/a?b=c&d", "https://e.org/a?b=c&d");
  document_link(document, paragraph, " [here]", "http://e.org/(x)");
  document_link(document, paragraph, " inside", "#x");
  document_link(document, paragraph, " odd", "https://e.org/a b_c");
  assert_markdown(document, "<https://e.org/a?b=c&d>[ \\[here\\]](<http://e.org/(x)>) inside odd "
                            "(https://e.org/a b\\_c)\n");
}

static void blocks_nest(void **state) {
  (void)state;
  struct document *document = document_new("test", "en");
  struct block *note = document_add(document, NULL, BLOCK_NOTE);
  document_paragraph(document, note, "Note");
  struct block *list = document_add(document, note, BLOCK_LIST);
  struct block *item = document_add(document, list, BLOCK_ITEM);
  document_paragraph(document, item, "one\ntwo");
  document_paragraph(document, document_add(document, item, BLOCK_QUOTE), "quoted");
  document_paragraph(document, document_add(document, list, BLOCK_ITEM), "three");
  struct block *numbers = document_add(document, NULL, BLOCK_LIST);
  numbers->ordered = numbers->tight = true;
  document_paragraph(document, document_add(document, numbers, BLOCK_ITEM), "a");
  document_paragraph(document, document_add(document, numbers, BLOCK_ITEM), "b");
  assert_markdown(document, "> Note\n>\n> - one\\\n>   two\n>\n>   > quoted\n>\n> - three\n\n"
                            "1. a\n2. b\n");
}

static void tables_keep_every_cell(void **state) {
  (void)state;
  static const int widths[] = {1, 1};
  const char *heads[] = {"A|B", "C"}, *cells[] = {"one\ntwo", NULL};
  struct document *document = document_new("test", "en");
  document_paragraph(document, NULL, "Before");
  document_row(document, document_table(document, NULL, widths, heads, 2), cells, 2);
  document_row(document, document->root->last, cells, 1);
  document_paragraph(document, NULL, "After");
  assert_markdown(document, "Before\n\n| A\\|B | C |\n| --- | --- |\n| one<br>two |  |\n"
                            "| one<br>two |  |\n\nAfter\n");
}

static void headings_go_six_deep(void **state) {
  (void)state;
  struct document *document = document_new("test", "en");
  document_run(document, document_add(document, NULL, BLOCK_TITLE), RUN_PLAIN, "Title\nlong");
  document_heading(document, 1, "1.", "One #");
  document_heading(document, 5, NULL, "Five");
  document_heading(document, 9, NULL, "Nine");
  document_add(document, NULL, BLOCK_RULE);
  assert_markdown(document,
                  "# Title long\n\n## 1\\. One \\#\n\n###### Five\n\n###### Nine\n\n---\n");
}

static void a_bar_is_told_in_words_too(void **state) {
  (void)state;
  struct document *document = document_new("test", "en");
  struct block *bar = document_add(document, NULL, BLOCK_BAR);
  document_run(document, bar, RUN_PLAIN, "All:");
  document_segment(document, bar, "2 met", '#', 2);
  document_segment(document, bar, "1 open", '?', 1);
  document_run(document, document_add(document, NULL, BLOCK_BAR), RUN_PLAIN, "Nothing:");
  assert_markdown(document, "All:\\\n`##?` 2 met, 1 open\n\nNothing:\n");
}

static void a_chart_is_its_caption_and_its_bars(void **state) {
  (void)state;
  struct document *document = document_new("test", "en");
  struct block *chart = document_add(document, NULL, BLOCK_CHART);
  document_run(document, chart, RUN_PLAIN, "Each mark is one question.");
  struct block *bar = document_add(document, chart, BLOCK_BAR);
  document_run(document, bar, RUN_PLAIN, "One:");
  document_segment(document, bar, "2 met", '#', 2);
  chart = document_add(document, NULL, BLOCK_CHART);
  document_run(document, document_add(document, chart, BLOCK_BAR), RUN_PLAIN, "Two:");
  assert_markdown(document, "Each mark is one question.\n\nOne:\\\n`##` 2 met\n\nTwo:\n");
}

static void writers_are_found_by_name(void **state) {
  (void)state;
  assert_string_equal(writer_find("text")->extension, "txt");
  assert_string_equal(writer_find("markdown")->media_type, "text/markdown");
  assert_null(writer_find("papyrus"));
}

int main(void) {
  environment_set_locale();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(typed_marks_are_escaped),
      cmocka_unit_test(a_break_at_an_end_is_left_out),
      cmocka_unit_test(styles_hold_around_words),
      cmocka_unit_test(links_are_links),
      cmocka_unit_test(blocks_nest),
      cmocka_unit_test(tables_keep_every_cell),
      cmocka_unit_test(headings_go_six_deep),
      cmocka_unit_test(a_bar_is_told_in_words_too),
      cmocka_unit_test(a_chart_is_its_caption_and_its_bars),
      cmocka_unit_test(writers_are_found_by_name),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
