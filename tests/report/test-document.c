/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tree: blocks, runs, prose, what is typed, law. */
#include <string.h>

#include "../base/cmocka-tests.h"
#include "base/strbuf.h"
#include "report/document.h"

static struct document *document;

static int begin(void **state) {
  (void)state;
  document = document_new("test", "en");
  return 0;
}

static int end(void **state) {
  (void)state;
  document_free(document);
  return 0;
}

static const struct block *block_at(size_t index) {
  const struct block *block = document->root->first;
  while (index-- && block)
    block = block->next;
  assert_non_null(block);
  return block;
}

static size_t block_count(void) {
  size_t count = 0;
  for (const struct block *block = document->root->first; block; block = block->next)
    count++;
  return count;
}

static void assert_run(const struct run *run, enum run_style style, const char *text) {
  assert_non_null(run);
  assert_int_equal(run->style, style);
  if (text)
    assert_string_equal(run->text, text);
  else
    assert_null(run->text);
}

static void an_empty_document_has_a_root(void **state) {
  (void)state;
  assert_int_equal(document->root->kind, BLOCK_DOCUMENT);
  assert_string_equal(document->name, "test");
  assert_string_equal(document->language, "en");
  assert_int_equal(block_count(), 0);
  document_free(NULL);
}

static void a_newline_becomes_a_break(void **state) {
  (void)state;
  const struct run *run = document_paragraph(document, NULL, "one\ntwo\n\nthree")->runs;
  assert_run(run, RUN_PLAIN, "one");
  assert_run(run->next, RUN_BREAK, NULL);
  assert_run(run->next->next, RUN_PLAIN, "two");
  assert_run(run->next->next->next, RUN_BREAK, NULL);
  assert_run(run->next->next->next->next, RUN_BREAK, NULL);
  assert_run(run->next->next->next->next->next, RUN_PLAIN, "three");
}

static void no_text_adds_no_run(void **state) {
  (void)state;
  assert_null(document_paragraph(document, NULL, NULL)->runs);
  assert_null(document_paragraph(document, NULL, "")->runs);
}

static void a_label_stands_before_its_text(void **state) {
  (void)state;
  const struct run *run = document_labelled(document, NULL, "Standard:", "Be kind.")->runs;
  assert_run(run, RUN_STRONG, "Standard:");
  assert_run(run->next, RUN_PLAIN, " ");
  assert_run(run->next->next, RUN_PLAIN, "Be kind.");
  assert_null(document_labelled(document, NULL, "Standard:", NULL)->runs->next);
}

static void a_heading_is_kept_with_what_follows(void **state) {
  (void)state;
  const struct block *heading = document_heading(document, 2, "Section 4.", "Words");
  assert_int_equal(heading->level, 2);
  assert_string_equal(heading->number, "Section 4.");
  assert_true(heading->keep_with_next);
}

static void a_table_has_a_head_and_rows(void **state) {
  (void)state;
  static const int widths[] = {1, 2};
  const char *heads[] = {"A", "B"};
  const char *cells[] = {"a", NULL};
  struct block *table = document_table(document, NULL, widths, heads, 2);
  document_row(document, table, cells, 2);
  assert_int_equal(table->head_rows, 1);
  assert_int_equal(table->widths[1], 2);
  assert_string_equal(table->first->first->runs->text, "A");
  assert_string_equal(table->first->next->first->runs->text, "a");
  assert_null(table->first->next->first->next->runs);
}

static void an_empty_segment_is_left_out(void **state) {
  (void)state;
  struct block *bar = document_add(document, NULL, BLOCK_BAR);
  document_segment(document, bar, "2 met", '#', 2);
  document_segment(document, bar, "0 not met", '-', 0);
  document_segment(document, bar, "1 open", '?', 1);
  assert_int_equal(bar->segment_count, 2);
  assert_string_equal(bar->segments[0].label, "2 met");
  assert_int_equal(bar->segments[1].mark, '?');
}

static void what_is_typed_means_itself(void **state) {
  (void)state;
  document_plain(document, NULL, "*one*\n- two\n\n\n  three");
  assert_int_equal(block_count(), 2);
  const struct run *run = block_at(0)->runs;
  assert_run(run, RUN_PLAIN, "*one*");
  assert_run(run->next, RUN_BREAK, NULL);
  assert_run(run->next->next, RUN_PLAIN, "- two");
  assert_run(block_at(1)->runs, RUN_PLAIN, "  three");
  document_plain(document, NULL, NULL);
  document_plain(document, NULL, " \n\n");
  assert_int_equal(block_count(), 2);
}

static void assert_clause(size_t index, int level, const char *number, const char *text,
                          bool restarts) {
  const struct block *clause = block_at(index);
  assert_int_equal(clause->kind, BLOCK_CLAUSE);
  assert_int_equal(clause->level, level);
  assert_string_equal(clause->number, number);
  assert_run(clause->runs, RUN_PLAIN, text);
  assert_int_equal(clause->restarts, restarts);
}

static void each_line_of_law_is_a_paragraph_or_a_clause(void **state) {
  (void)state;
  document_law(
      document, NULL,
      "Before.\n(a) *Law*.\n\n(1) one;\n(12)  two;\n  (A) deep\n(bb) three\n(c\n(ab) d\n()");
  assert_int_equal(block_count(), 9);
  assert_run(block_at(0)->runs, RUN_PLAIN, "Before.");
  assert_clause(1, CLAUSE_PARAGRAPH, "(a)", "*Law*.", true);
  assert_clause(2, CLAUSE_POINT, "(1)", "one;", true);
  assert_clause(3, CLAUSE_POINT, "(12)", "two;", false);
  assert_clause(4, CLAUSE_SUBPOINT, "(A)", "deep", true);
  assert_clause(5, CLAUSE_PARAGRAPH, "(bb)", "three", false);
  for (size_t i = 6; i < 9; i++)
    assert_int_equal(block_at(i)->kind, BLOCK_PARAGRAPH);
  document_clause(document, NULL, CLAUSE_ITEM, "1.", "Resolved");
  assert_clause(9, CLAUSE_ITEM, "1.", "Resolved", true);
}

static void a_mark_in_law_is_a_reference(void **state) {
  (void)state;
  struct strbuf text;
  strbuf_init(&text);
  strbuf_add(&text, "(b) See Section ");
  document_mark(&text, "4", "#section-x");
  strbuf_add(&text, ".");
  document_law(document, NULL, text.text);
  strbuf_release(&text);
  const struct run *run = block_at(0)->runs;
  assert_run(run, RUN_PLAIN, "See Section ");
  assert_run(run->next, RUN_REFERENCE, "4");
  assert_string_equal(run->next->target, "#section-x");
  assert_run(run->next->next, RUN_PLAIN, ".");
}

static void prose_knows_paragraphs_and_lists(void **state) {
  (void)state;
  document_prose(document, NULL, "First.\n\nSecond.\n- one\n\n- two\nThird.\n- three");
  assert_int_equal(block_count(), 5);
  assert_int_equal(block_at(1)->kind, BLOCK_PARAGRAPH);
  const struct block *list = block_at(2);
  assert_int_equal(list->kind, BLOCK_LIST);
  assert_run(list->first->first->runs, RUN_PLAIN, "one");
  assert_run(list->first->next->first->runs, RUN_PLAIN, "two");
  assert_null(list->first->next->next);
  assert_run(block_at(3)->runs, RUN_PLAIN, "Third.");
  assert_int_equal(block_at(4)->kind, BLOCK_LIST);
}

static void prose_knows_emphasis_and_links(void **state) {
  (void)state;
  document_prose(document, NULL, "A *small home* [here](https://example.org/a) b");
  const struct run *run = block_at(0)->runs;
  assert_run(run, RUN_PLAIN, "A ");
  assert_run(run->next, RUN_EMPHASIS, "small home");
  assert_run(run->next->next, RUN_PLAIN, " ");
  assert_run(run->next->next->next, RUN_LINK, "here");
  assert_string_equal(run->next->next->next->target, "https://example.org/a");
  assert_run(run->next->next->next->next, RUN_PLAIN, " b");
}

/* Joined, the runs are the text: nothing is taken for a mark. */
static void assert_as_it_is(const char *text) {
  struct document *other = document_new("other", "en");
  document_prose(other, NULL, text);
  char joined[200] = "";
  for (const struct run *run = other->root->first->runs; run; run = run->next) {
    assert_int_equal(run->style, RUN_PLAIN);
    strncat(joined, run->text, sizeof joined - strlen(joined) - 1);
  }
  assert_string_equal(joined, text);
  document_free(other);
}

static void a_star_or_bracket_alone_is_itself(void **state) {
  (void)state;
  assert_as_it_is("5 * 3 * 2");
  assert_as_it_is("a *b");
  assert_as_it_is("**b**");
  assert_as_it_is("*");
  assert_as_it_is("*a *");
  assert_as_it_is("[a]");
  assert_as_it_is("[a](b)");
  assert_as_it_is("[a](https://x");
  assert_as_it_is("[");
}

static void prose_for_a_screen(void **state) {
  (void)state;
  static const char *const texts[][2] = {
      {"", ""},
      {"one *two* three", "one two three"},
      {"*all of it*", "all of it"},
      {"2 * 3 * 4, ** and [x]", "2 * 3 * 4, ** and [x]"},
      {"see [this](https://example.org) *now*", "see [this](https://example.org) now"},
      {"- *a*\n- b", "- a\n- b"},
      {"open *star", "open *star"},
  };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    struct strbuf out;
    strbuf_init(&out);
    document_prose_text(&out, texts[i][0]);
    assert_string_equal(out.text, texts[i][1]);
    strbuf_release(&out);
  }
}

static void a_label_leads_prose(void **state) {
  (void)state;
  document_labelled_prose(document, NULL, "Note:", "One.\nTwo.");
  assert_run(block_at(0)->runs, RUN_STRONG, "Note:");
  assert_run(block_at(1)->runs, RUN_PLAIN, "Two.");
  document_labelled_prose(document, NULL, "List:", "- one");
  assert_run(block_at(2)->runs, RUN_STRONG, "List:");
  assert_int_equal(block_at(3)->kind, BLOCK_LIST);
  document_labelled_prose(document, NULL, "Nothing:", NULL);
  assert_int_equal(block_count(), 4);
}

#define TREE_TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void) {
  const struct CMUnitTest tests[] = {
      TREE_TEST(an_empty_document_has_a_root),
      TREE_TEST(a_newline_becomes_a_break),
      TREE_TEST(no_text_adds_no_run),
      TREE_TEST(a_label_stands_before_its_text),
      TREE_TEST(a_heading_is_kept_with_what_follows),
      TREE_TEST(a_table_has_a_head_and_rows),
      TREE_TEST(an_empty_segment_is_left_out),
      TREE_TEST(what_is_typed_means_itself),
      TREE_TEST(each_line_of_law_is_a_paragraph_or_a_clause),
      TREE_TEST(a_mark_in_law_is_a_reference),
      TREE_TEST(prose_knows_paragraphs_and_lists),
      TREE_TEST(prose_knows_emphasis_and_links),
      TREE_TEST(a_star_or_bracket_alone_is_itself),
      cmocka_unit_test(prose_for_a_screen),
      TREE_TEST(a_label_leads_prose),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
