/* SPDX-License-Identifier: GPL-3.0-or-later */
/* HTML: what is typed stays text, links lead to the web or into the document, and a screen reader
 * finds its way. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/cmocka-tests.h"
#include "base/environment.h"
#include "fixture.h"
#include "hostile.h"

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

static char *write(void) {
  return fixture_write_document(document, "html", &(struct write_options){0});
}

static void assert_body(const char *wanted) {
  char *text = write();
  assert_has(text, wanted);
  free(text);
}

static void marks_are_escaped(void **state) {
  (void)state;
  document_plain(document, NULL, "<script>alert(\"1\")</script> & &amp; ]]> <!-- '\"");
  assert_body("<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &amp;amp; ]]&gt; &lt;!-- "
              "'&quot;</p>");
}

static void control_characters_are_named(void **state) {
  (void)state;
  struct block *paragraph = document_add(document, NULL, BLOCK_PARAGRAPH);
  document_link(document, paragraph, "x\001\033x\tx\nx\x7fx", "https://example.org/");
  document_link(document, paragraph, "\u202eevil\u2066 \xc2\x85\u00ad\xef\xbf\xbe",
                "https://example.org/");
  /* the first is a mark of our own; the tab and the end of a line are spaces */
  assert_body(">x&lt;U+001B&gt;x x x&lt;U+007F&gt;x</a>");
  assert_body(">&lt;U+202E&gt;evil&lt;U+2066&gt; &lt;U+0085&gt;</a>");
}

static void the_title_cannot_end_the_style(void **state) {
  (void)state;
  document->title = "</style><b>\"\\}";
  document->place = "Elm";
  assert_body("content:\"\\3c /style\\3e \\3c b\\3e \\22 \\5c } · Elm\"");
  assert_body("<title>&lt;/style&gt;&lt;b&gt;&quot;\\} · Elm</title>");
}

static void links_lead_to_the_web_or_inside(void **state) {
  (void)state;
  struct block *paragraph = document_add(document, NULL, BLOCK_PARAGRAPH);
  document_link(document, paragraph, "web", "https://example.org/?a=1&b=\"2\"");
  document_link(document, paragraph, "http://example.org", "http://example.org");
  document_link(document, paragraph, "evil", "javascript:alert(1)");
  document_link(document, paragraph, "file:///x", "file:///x");
  document_link(document, paragraph, "inside", "#here");
  document_reference(document, paragraph, "4", "#here");
  document_link(document, paragraph, "nowhere", "#there");
  document_heading(document, 1, "Section 4.", "Here")->anchor = "here";
  assert_body(
      "<a href=\"https://example.org/?a=1&amp;b=&quot;2&quot;\" class=\"told\">web</a>"
      "<a href=\"http://example.org\">http://example.org</a>evil (javascript:alert(1))file:///x"
      "<a href=\"#here\">inside</a><a href=\"#here\">4</a>nowhere</p>");
  assert_body("<h2 id=\"here\">Section 4. Here</h2>");
}

static void headings_go_down_one_step_at_a_time(void **state) {
  (void)state;
  static const int levels[] = {3, 1, 2, 4, 9, 9, 9, 1};
  static const char wanted[] = "22345662";
  for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
    document_heading(document, levels[i], NULL, "x");
  char *text = write();
  const char *at = strstr(text, "<main>");
  for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
    at = strstr(at, "<h");
    assert_int_equal(at[2], wanted[i]);
    at++;
  }
  free(text);
}

static void a_long_document_has_contents(void **state) {
  (void)state;
  document_heading(document, 1, NULL, "One")->anchor = "one";
  document_heading(document, 2, "1.", "In <one>");
  document_heading(document, 3, NULL, "Too deep");
  document_heading(document, 1, NULL, "Two");
  document_heading(document, 2, NULL, "In two");
  char *text = write();
  assert_has_not(text, "<nav");
  free(text);
  document_heading(document, 2, NULL, "Too");
  document_heading(document, 1, NULL, "Three");
  assert_body(
      "<ul>\n<li><a href=\"#one\">One</a>\n<ul>\n<li><a href=\"#heading-1\">1. In "
      "&lt;one&gt;</a></li>\n</ul></li>\n<li><a href=\"#heading-3\">Two</a>\n<ul>\n"
      "<li><a href=\"#heading-4\">In two</a></li>\n<li><a href=\"#heading-5\">Too</a></li>\n"
      "</ul></li>\n<li><a href=\"#heading-6\">Three</a></li>\n</ul>\n</nav>");
  for (int i = 0; i < 30; i++)
    document_heading(document, 2, NULL, "More");
  assert_body("\">Two</a></li>\n<li><a href=\"#heading-6\">Three</a></li>\n</ul>\n</nav>");
}

static void words_that_run_the_other_way_say_so(void **state) {
  (void)state;
  document_paragraph(document, NULL, "12 «مرحبا» hello");
  document_paragraph(document, NULL, "hello مرحبا");
  document_paragraph(document, NULL, "12");
  assert_body("<p dir=\"rtl\">12 «مرحبا» hello</p>\n<p>hello مرحبا</p>\n<p>12</p>");
  document->right_to_left = true;
  assert_body("<p>12 «مرحبا» hello</p>\n<p dir=\"ltr\">hello مرحبا</p>\n<p>12</p>");
  assert_body("<html lang=\"en\" dir=\"rtl\">");
}

static void a_clause_leads_to_its_reason(void **state) {
  (void)state;
  document_clause(document, NULL, CLAUSE_POINT, "(1)", "one")->explained = "#why";
  document_clause(document, NULL, CLAUSE_ITEM, "2.", "two")->explained = "#nowhere";
  document_heading(document, 1, NULL, "Why")->anchor = "why";
  assert_body("<p class=\"clause clause-2\"><span class=\"number\"><a class=\"explained\" "
              "href=\"#why\">(1)</a></span> one</p>\n"
              "<p class=\"clause clause-0\"><span class=\"number\">2.</span> two</p>");
}

static void a_bar_is_a_picture_with_words(void **state) {
  (void)state;
  struct block *chart = document_add(document, NULL, BLOCK_CHART);
  document_run(document, chart, RUN_PLAIN, "All:");
  struct block *bar = document_add(document, chart, BLOCK_BAR);
  document_run(document, bar, RUN_PLAIN, "Permits");
  document_segment(document, bar, "2 met", '#', 2);
  document_segment(document, bar, "1000 <open>", '?', 1000);
  document_run(document, document_add(document, NULL, BLOCK_BAR), RUN_PLAIN, "Nothing");
  assert_body(
      "<figure>\n<figcaption>All:</figcaption>\n<figure>\n<figcaption>Permits</figcaption>");
  assert_body("aria-label=\"2 met, 1000 &lt;open&gt;\"");
  assert_body("<figure>\n<figcaption>Nothing</figcaption>\n</figure>");
}

static void a_table_tells_its_heads(void **state) {
  (void)state;
  static const int widths[] = {1, 3};
  const char *heads[] = {"A", "B \"2\""}, *cells[] = {"one", NULL};
  document_row(document, document_table(document, NULL, widths, heads, 2), cells, 1);
  assert_body("<table role=\"table\">\n");
  document_heading(document, 1, NULL, "Over it");
  document_table(document, NULL, widths, heads, 2);
  assert_body("<table role=\"table\" aria-labelledby=\"heading-0\">\n");
  assert_body("<col style=\"width:25%\"><col style=\"width:75%\">");
  assert_body("<th role=\"columnheader\" scope=\"col\">B &quot;2&quot;</th></tr>\n</thead>");
  assert_body("<td role=\"cell\" data-head=\"A\">one</td>"
              "<td role=\"cell\" data-head=\"B &quot;2&quot;\"></td></tr>");
}

static void nothing_is_asked_of_anybody(void **state) {
  (void)state;
  document_free(document);
  document = hostile_document(true);
  char *text = write();
  assert_has(text, "default-src 'none'");
  assert_has_not(text, "<script");
  assert_has_not(text, "src=");
  assert_has_not(text, "url(h");
  assert_has_not(text, "@import");
  assert_has_not(text, "<link");
  char *again = write();
  assert_string_equal(text, again);
  free(text);
  free(again);
}

static void paper_and_size_are_followed(void **state) {
  (void)state;
  document->large = true;
  char *text = fixture_write_document(document, "html", &(struct write_options){.paper = PAPER_A4});
  assert_has(text, "size:A4");
  assert_has(text, "class=\"large\"");
  free(text);
  assert_body("size:letter");
}

int main(void) {
  environment_set_locale();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(marks_are_escaped, begin, end),
      cmocka_unit_test_setup_teardown(control_characters_are_named, begin, end),
      cmocka_unit_test_setup_teardown(the_title_cannot_end_the_style, begin, end),
      cmocka_unit_test_setup_teardown(links_lead_to_the_web_or_inside, begin, end),
      cmocka_unit_test_setup_teardown(headings_go_down_one_step_at_a_time, begin, end),
      cmocka_unit_test_setup_teardown(a_long_document_has_contents, begin, end),
      cmocka_unit_test_setup_teardown(words_that_run_the_other_way_say_so, begin, end),
      cmocka_unit_test_setup_teardown(a_clause_leads_to_its_reason, begin, end),
      cmocka_unit_test_setup_teardown(a_bar_is_a_picture_with_words, begin, end),
      cmocka_unit_test_setup_teardown(a_table_tells_its_heads, begin, end),
      cmocka_unit_test_setup_teardown(nothing_is_asked_of_anybody, begin, end),
      cmocka_unit_test_setup_teardown(paper_and_size_are_followed, begin, end),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
