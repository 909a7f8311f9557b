/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text: nothing is too wide, nothing is lost, pages end where they may. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/cmocka-tests.h"
#include "base/environment.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "fixture.h"
#include "hostile.h"

/* --- lines and what stands in them --- */

static void each_line(const char *text, void (*each)(const char *line, size_t length, int limit),
                      int limit) {
  while (*text) {
    size_t length = strcspn(text, "\n");
    each(text, length, limit);
    text += length + (text[length] == '\n');
  }
}

static void assert_narrow(const char *line, size_t length, int limit) {
  int width = text_width_length(line, length);
  if (width > limit)
    fail_msg("%d cells where %d fit: %.*s", width, limit, (int)length, line);
  if (length && line[length - 1] == ' ')
    fail_msg("a space at the end of: %.*s", (int)length, line);
}

static void collect(const struct block *block, struct strbuf *out) {
  for (const struct run *run = block->runs; run; run = run->next)
    strbuf_add(out, run->text ? run->text : "");
  for (const struct block *inner = block->first; inner; inner = inner->next)
    collect(inner, out);
}

/* The bytes of `wanted` but spaces, in order; others may stand between them. */
static void assert_in_order(const char *text, const char *wanted) {
  const char *begin = wanted;
  for (; *wanted; wanted++) {
    if (*wanted == ' ')
      continue;
    text = strchr(text, *wanted);
    if (!text)
      fail_msg("lost after '%.*s': '%.20s'", 30, wanted - begin > 30 ? wanted - 30 : begin, wanted);
    text++;
  }
}

static void assert_nothing_lost(const char *text, const char *wanted) {
  size_t counts[256] = {0};
  for (; *text; text++)
    counts[(unsigned char)*text]++;
  for (; *wanted; wanted++)
    if (*wanted != ' ' && counts[(unsigned char)*wanted]-- == 0)
      fail_msg("lost: '%.20s'", wanted);
}

static const int widths[] = {24, 30, 41, 57, 72, 80, 132};

static void nothing_is_too_wide_or_lost(void **state) {
  (void)state;
  struct document *document = hostile_document(true);
  struct strbuf wanted;
  strbuf_init(&wanted);
  collect(document->root, &wanted);
  for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
    char *text =
        fixture_write_document(document, "text", &(struct write_options){.width_cells = widths[i]});
    each_line(text, assert_narrow, widths[i]);
    assert_nothing_lost(text, wanted.text);
    free(text);
  }
  strbuf_release(&wanted);
  document_free(document);
}

static void all_comes_in_order(void **state) {
  (void)state;
  struct document *document = hostile_document(false);
  struct strbuf wanted;
  strbuf_init(&wanted);
  collect(document->root, &wanted);
  for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
    char *text =
        fixture_write_document(document, "text", &(struct write_options){.width_cells = widths[i]});
    assert_in_order(text, wanted.text);
    free(text);
  }
  strbuf_release(&wanted);
  document_free(document);
}

static void too_narrow_a_width_is_widened(void **state) {
  (void)state;
  struct document *document = hostile_document(true);
  char *text = fixture_write_document(document, "text", &(struct write_options){.width_cells = 3});
  each_line(text, assert_narrow, 24);
  free(text);
  document_free(document);
}

static void ascii_is_ascii(void **state) {
  (void)state;
  struct document *document = hostile_document(true);
  struct write_options options = {.ascii = true, .paged = true};
  char *text = fixture_write_document(document, "text", &options);
  for (const char *at = text; *at; at++)
    assert_true((unsigned char)*at < 0x80);
  free(text);
  document_free(document);
}

/* --- the look of blocks --- */

static void assert_look(struct document *document, const char *wanted) {
  char *text = fixture_write_document(document, "text", &(struct write_options){.width_cells = 30});
  assert_string_equal(text, wanted);
  free(text);
  document_free(document);
}

static void lists_hang(void **state) {
  (void)state;
  struct document *document = document_new("test", "en");
  struct block *list = document_add(document, NULL, BLOCK_LIST);
  list->ordered = list->tight = true;
  for (int i = 0; i < 10; i++)
    document_paragraph(document, document_add(document, list, BLOCK_ITEM), "Item");
  struct block *inner = document_add(document, list->last, BLOCK_LIST);
  document_paragraph(document, document_add(document, inner, BLOCK_ITEM),
                     "Some words that are too long for it");
  document_paragraph(document, document_add(document, inner, BLOCK_ITEM), "Not tight");
  document_paragraph(document, NULL, "After");
  assert_look(document, "1. Item\n2. Item\n3. Item\n4. Item\n5. Item\n6. Item\n7. Item\n8. Item\n"
                        "9. Item\n10. Item\n\n    - Some words that are too\n      long for it\n\n"
                        "    - Not tight\n\nAfter\n");
}

static void notes_and_quotes_are_set_in(void **state) {
  (void)state;
  struct document *document = document_new("test", "en");
  struct block *note = document_add(document, NULL, BLOCK_NOTE);
  document_paragraph(document, note, "One two three four five six seven");
  document_paragraph(document, document_add(document, note, BLOCK_QUOTE), "quoted");
  document_add(document, NULL, BLOCK_RULE);
  document_law(document, NULL, "(1) set in");
  assert_look(document, "| One two three four five six\n| seven\n\n|     quoted\n\n"
                        "------------------------------\n\n    (1) set in\n");
}

static void a_table_wraps_in_its_cells(void **state) {
  (void)state;
  static const int shares[] = {1, 2};
  const char *heads[] = {"Left", "Right"};
  const char *first[] = {"one two three", "four"}, *second[] = {NULL, "five six seven eight nine"};
  struct document *document = document_new("test", "en");
  struct block *table = document_table(document, NULL, shares, heads, 2);
  document_row(document, table, first, 2);
  document_row(document, table, second, 2);
  assert_look(document, "Left       Right\n---------  -------------------\n"
                        "one two    four\nthree\n\n           five six seven\n"
                        "           eight nine\n");
}

static void a_table_without_room_is_a_list(void **state) {
  (void)state;
  static const int shares[] = {1, 1, 1, 1};
  const char *heads[] = {"A", "B", NULL, "D"};
  const char *cells[] = {"one", "two", "three", NULL};
  struct document *document = document_new("test", "en");
  struct block *table = document_table(document, NULL, shares, heads, 4);
  document_row(document, table, cells, 4);
  document_row(document, table, cells, 4);
  assert_look(document, "A: one\nB: two\nthree\nD:\n\nA: one\nB: two\nthree\nD:\n");
}

static void headings_have_a_number_and_a_line(void **state) {
  (void)state;
  struct document *document = document_new("test", "en");
  document_heading(document, 1, NULL, "First");
  document_heading(document, 2, "2.", "Wide 漢字");
  document_heading(document, 3, "Section 3.", "Close");
  document_paragraph(document, NULL, "Text");
  assert_look(document, "First\n=====\n\n\n2. Wide 漢字\n------------\n\nSection 3. Close\nText\n");
}

static void a_link_shows_where_it_leads(void **state) {
  (void)state;
  struct document *document = document_new("test", "en");
  struct block *paragraph = document_add(document, NULL, BLOCK_PARAGRAPH);
  document_link(document, paragraph, "Here", "https://e.org");
  document_run(document, paragraph, RUN_PLAIN, ", ");
  document_link(document, paragraph, "there", "#there");
  assert_look(document, "Here <https://e.org>, there\n");
}

/* --- pages --- */

enum { LEFT = 6 };

struct page_facts {
  size_t lines;
  char *first, *last; /* of the body; owned */
};

static char *body_line(const char *page, size_t wanted) {
  for (size_t line = 0; line < wanted; line++)
    page += strcspn(page, "\n") + 1;
  return memory_dup_length(page, strcspn(page, "\n"));
}

static struct page_facts facts_of(const char *page, size_t paper) {
  struct page_facts facts = {0};
  for (const char *at = page; *at && *at != '\f'; at++)
    facts.lines += *at == '\n';
  facts.first = body_line(page, 3);
  facts.last = NULL;
  for (size_t line = 3; line < paper - 5; line++) {
    char *text = body_line(page, line);
    if (*text) {
      free(facts.last);
      facts.last = text;
    } else {
      free(text);
    }
  }
  return facts;
}

static void facts_release(struct page_facts *facts) {
  free(facts->first);
  free(facts->last);
}

static size_t count_pages(const char *text) {
  size_t count = 1;
  for (; *text; text++)
    count += *text == '\f';
  return count;
}

static void assert_page(const struct page_facts *facts, size_t paper) {
  assert_true(facts->lines <= paper - 3);
  assert_true(*facts->first);
  if (strstr(facts->last, "Heading") || strstr(facts->last, "line 1"))
    fail_msg("a page ends with: %s", facts->last);
  if (strstr(facts->first, "line 5"))
    fail_msg("a page begins with: %s", facts->first);
}

static void add_paragraphs(struct document *document, int count, int step) {
  for (int i = 0; i < count; i++) {
    if (i % step == 0)
      document_heading(document, i % 3 + 1, NULL, "Heading");
    document_paragraph(document, NULL, "line 1\nline 2\nline 3\nline 4\nline 5");
  }
}

static void check_pages(const struct document *document, enum paper paper) {
  static const size_t lines[] = {66, 70};
  struct write_options options = {.paper = paper, .paged = true};
  char *text = fixture_write_document(document, "text", &options);
  size_t count = count_pages(text), number = 0;
  for (const char *page = text; page; page = strchr(page, '\f') ? strchr(page, '\f') + 1 : NULL) {
    struct page_facts facts = facts_of(page, lines[paper]);
    assert_page(&facts, lines[paper]);
    facts_release(&facts);
    char footer[60];
    snprintf(footer, sizeof footer, "Page %zu of %zu\n", ++number, count);
    assert_has(page, footer);
  }
  assert_int_equal(number, count);
  assert_true(count > 1);
  free(text);
}

static void pages_end_where_they_may(void **state) {
  (void)state;
  for (int step = 1; step < 6; step++) {
    struct document *document = document_new("test", "en");
    document->title = "Title";
    document->date = "2026-11-22";
    add_paragraphs(document, 60, step);
    check_pages(document, PAPER_LETTER);
    check_pages(document, PAPER_A4);
    document_free(document);
  }
}

static void hostile_pages_are_no_longer_than_paper(void **state) {
  (void)state;
  struct document *document = hostile_document(true);
  for (enum paper paper = PAPER_LETTER; paper <= PAPER_A4; paper++) {
    struct write_options options = {.paper = paper, .paged = true};
    char *text = fixture_write_document(document, "text", &options);
    each_line(text, assert_narrow, paper == PAPER_LETTER ? 78 : 76);
    for (const char *page = text; page; page = strchr(page, '\f') ? strchr(page, '\f') + 1 : NULL) {
      size_t lines = 0;
      for (const char *at = page; *at && *at != '\f'; at++)
        lines += *at == '\n';
      assert_true(lines <= (paper == PAPER_LETTER ? 66 : 70));
    }
    free(text);
  }
  document_free(document);
}

static void table_heads_are_repeated(void **state) {
  (void)state;
  static const int shares[] = {1, 1};
  const char *heads[] = {"Head one", "Head two"}, *cells[] = {"a", "b\nc"};
  struct document *document = document_new("test", "en");
  document_paragraph(document, NULL, "Before");
  struct block *table = document_table(document, NULL, shares, heads, 2);
  for (int i = 0; i < 60; i++)
    document_row(document, table, cells, 2);
  char *text = fixture_write_document(document, "text", &(struct write_options){.paged = true});
  assert_true(count_pages(text) > 2);
  for (const char *page = text; page; page = strchr(page, '\f') ? strchr(page, '\f') + 1 : NULL) {
    char *first = body_line(page, page == text ? 5 : 3);
    assert_has(first, "Head one");
    free(first);
    assert_null(strstr(page, "c\n\n      Head"));
  }
  free(text);
  document_free(document);
}

static void what_is_higher_than_a_page_is_broken(void **state) {
  (void)state;
  static const int shares[] = {1, 1};
  struct strbuf cell;
  strbuf_init(&cell);
  for (int i = 0; i < 200; i++)
    strbuf_addf(&cell, "line%d\n", i);
  const char *heads[] = {cell.text, "B"}, *cells[] = {"a", cell.text};
  struct document *document = document_new("test", "en");
  document_row(document, document_table(document, NULL, shares, heads, 2), cells, 2);
  char *text = fixture_write_document(document, "text", &(struct write_options){.paged = true});
  assert_words_in_order(text, cell.text);
  assert_int_equal(count_pages(text), 7);
  strbuf_release(&cell);
  free(text);
  document_free(document);
}

static void a_page_break_begins_a_page(void **state) {
  (void)state;
  struct document *document = document_new("test", "en");
  document_add(document, NULL, BLOCK_PAGE_BREAK);
  document_paragraph(document, NULL, "one");
  document_add(document, NULL, BLOCK_PAGE_BREAK);
  document_add(document, NULL, BLOCK_PAGE_BREAK);
  document_heading(document, 1, NULL, "two");
  document_add(document, NULL, BLOCK_PAGE_BREAK);
  char *text = fixture_write_document(document, "text", &(struct write_options){.paged = true});
  assert_int_equal(count_pages(text), 2);
  free(text);
  text = fixture_write_document(document, "text", &(struct write_options){0});
  assert_string_equal(text, "one\n\n\ntwo\n===\n");
  free(text);
  document_free(document);
}

static void an_empty_document_has_no_page(void **state) {
  (void)state;
  struct document *document = document_new("test", "en");
  char *text = fixture_write_document(document, "text", &(struct write_options){.paged = true});
  assert_string_equal(text, "");
  free(text);
  document_free(document);
}

int main(void) {
  environment_set_locale();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nothing_is_too_wide_or_lost),
      cmocka_unit_test(all_comes_in_order),
      cmocka_unit_test(too_narrow_a_width_is_widened),
      cmocka_unit_test(ascii_is_ascii),
      cmocka_unit_test(lists_hang),
      cmocka_unit_test(notes_and_quotes_are_set_in),
      cmocka_unit_test(a_table_wraps_in_its_cells),
      cmocka_unit_test(a_table_without_room_is_a_list),
      cmocka_unit_test(headings_have_a_number_and_a_line),
      cmocka_unit_test(a_link_shows_where_it_leads),
      cmocka_unit_test(pages_end_where_they_may),
      cmocka_unit_test(hostile_pages_are_no_longer_than_paper),
      cmocka_unit_test(table_heads_are_repeated),
      cmocka_unit_test(what_is_higher_than_a_page_is_broken),
      cmocka_unit_test(a_page_break_begins_a_page),
      cmocka_unit_test(an_empty_document_has_no_page),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
