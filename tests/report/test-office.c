/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DOCX and ODT: what the word processor counts, what refers to it, and that nothing that is typed
 * can break a file. */

#include <stdlib.h>
#include <string.h>

#include "../base/cmocka-tests.h"
#include "base/environment.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "fixture.h"
#include "hostile.h"

static struct document *document;

static int begin(void **state) {
  (void)state;
  document = document_new("test", "en");
  document->date = "2026-11-22";
  return 0;
}

static int end(void **state) {
  (void)state;
  document_free(document);
  return 0;
}

static void write_file(struct strbuf *out, const char *writer, enum paper paper) {
  strbuf_init(out);
  assert_true(
      writer_find(writer)->write(document, &(struct write_options){.paper = paper}, out, NULL));
}

static size_t number_at(const char *bytes, int size) {
  size_t number = 0;
  while (size-- > 0)
    number = number << 8 | (unsigned char)bytes[size];
  return number;
}

/* The next entry of an archive, as text; NULL behind the last. Owned by the caller. */
static char *next_part(const struct strbuf *file, size_t *at, char name[64]) {
  const char *entry = file->text + *at;
  if (*at + 30 > file->length || memcmp(entry, "PK\3\4", 4) != 0)
    return NULL;
  size_t length = number_at(entry + 18, 4), name_length = number_at(entry + 26, 2);
  assert_true(name_length < 64);
  memcpy(name, entry + 30, name_length);
  name[name_length] = '\0';
  *at += 30 + name_length + length;
  return memory_dup_length(entry + 30 + name_length, length);
}

static char *read_part(const char *writer, const char *wanted) {
  struct strbuf file;
  char name[64], *part;
  size_t at = 0;
  write_file(&file, writer, PAPER_LETTER);
  while ((part = next_part(&file, &at, name)) && strcmp(name, wanted) != 0)
    free(part);
  strbuf_release(&file);
  assert_non_null(part);
  return part;
}

static void assert_part(const char *writer, const char *name, const char *wanted) {
  char *part = read_part(writer, name);
  assert_has(part, wanted);
  free(part);
}

static void assert_docx(const char *wanted) {
  assert_part("docx", "word/document.xml", wanted);
}

static void assert_odt(const char *wanted) {
  assert_part("odt", "content.xml", wanted);
}

/* --- XML --- */

/* Every element that opens closes again, and & begins one of the known entities. */
static void assert_well_formed(const char *xml) {
  static const char *const entities[] = {"&amp;", "&lt;", "&gt;", "&quot;"};
  const char *open[64];
  size_t depth = 0;
  for (const char *at = xml; *at; at++) {
    assert_true(*at == '\n' || (unsigned char)*at >= 0x20);
    bool known = *at != '&';
    for (size_t i = 0; i < 4; i++)
      known = known || strncmp(at, entities[i], strlen(entities[i])) == 0;
    assert_true(known);
    if (*at != '<')
      continue;
    const char *close = strchr(at, '>');
    assert_non_null(close);
    size_t name = strcspn(at + 1, " />");
    if (at[1] == '/') {
      assert_true(depth > 0);
      assert_memory_equal(open[--depth], at + 2, (size_t)(close - at) - 2);
    } else if (at[1] != '?' && close[-1] != '/') {
      assert_true(depth < 64 && name > 0);
      open[depth++] = at + 1;
    }
    at = close;
  }
  assert_int_equal(depth, 0);
}

static void assert_sound(const char *writer) {
  struct strbuf file, again;
  char name[64], *part;
  size_t at = 0, count = 0;
  write_file(&file, writer, PAPER_A4);
  write_file(&again, writer, PAPER_A4);
  assert_int_equal(file.length, again.length);
  assert_memory_equal(file.text, again.text, file.length);
  for (; (part = next_part(&file, &at, name)); count++) {
    if (strcmp(name, "mimetype") != 0)
      assert_well_formed(part);
    free(part);
  }
  assert_true(count >= 5);
  strbuf_release(&file);
  strbuf_release(&again);
}

static void nothing_typed_breaks_a_file(void **state) {
  (void)state;
  document_free(document);
  document = hostile_document(true);
  char text[2 * 31 + 1] = "";
  for (size_t i = 0; i < 31; i++)
    text[2 * i] = (char)(i + 1), text[2 * i + 1] = 'x';
  struct block *note = document_add(document, NULL, BLOCK_NOTE);
  struct block *list = document_add(document, note, BLOCK_LIST);
  struct block *paragraph =
      document_add(document, document_add(document, list, BLOCK_ITEM), BLOCK_PARAGRAPH);
  document_link(document, paragraph, text, "https://example.org/\"><x>&\u202e]]>");
  document_link(document, paragraph, "x", text);
  assert_sound("docx");
  assert_sound("odt");
}

static void an_empty_document_is_a_file(void **state) {
  (void)state;
  document->date = NULL;
  assert_sound("docx");
  assert_sound("odt");
}

/* --- counting --- */

static struct block *section(const char *number, const char *text, const char *anchor) {
  struct block *heading = document_heading(document, 2, number, text);
  heading->counter = COUNTER_SECTION;
  heading->anchor = anchor;
  return heading;
}

static struct block *clause(enum clause_level level, const char *number, bool restarts) {
  struct block *block = document_clause(document, NULL, level, number, "x");
  block->restarts = restarts;
  return block;
}

static void a_section_is_counted(void **state) {
  (void)state;
  section("Section 1.", "Purpose", "section-1");
  assert_docx("<w:p><w:pPr><w:pStyle w:val=\"Heading2\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId "
              "w:val=\"2\"/></w:numPr></w:pPr><w:bookmarkStart w:id=\"1\" w:name=\"a_section_1\"/>"
              "<w:r><w:t xml:space=\"preserve\">Purpose</w:t></w:r><w:bookmarkEnd w:id=\"1\"/>"
              "</w:p>\n");
  assert_part("docx", "word/numbering.xml", "<w:lvlText w:val=\"Section %1.\"/>");
  assert_odt("<text:list text:style-name=\"Law\" xml:id=\"law1\"><text:list-item "
             "text:start-value=\"1\"><text:h text:style-name=\"P1\" text:outline-level=\"2\">"
             "<text:bookmark-start text:name=\"a_section_1\"/>Purpose<text:bookmark-end "
             "text:name=\"a_section_1\"/></text:h></text:list-item></text:list>\n");
  assert_part("odt", "styles.xml", "style:num-prefix=\"Section \" style:num-suffix=\".\"");
}

/* The instance and level of every counted paragraph: "1:0 1:2". */
static void assert_counts(const char *wanted) {
  char *part = read_part("docx", "word/document.xml");
  struct strbuf counts;
  strbuf_init(&counts);
  for (const char *at = part; (at = strstr(at, "<w:ilvl w:val=\"")); at++) {
    const char *instance = strstr(at, "<w:numId w:val=\"");
    strbuf_addf(&counts, "%s%ld:%c", counts.length ? " " : "", strtol(instance + 16, NULL, 10) - 1,
                at[15]);
  }
  assert_string_equal(counts.text, wanted);
  strbuf_release(&counts);
  free(part);
}

static void clauses_begin_anew_by_themselves(void **state) {
  (void)state;
  section("Section 1.", "One", NULL);
  clause(CLAUSE_PARAGRAPH, "(a)", true);
  clause(CLAUSE_POINT, "(1)", true);
  clause(CLAUSE_SUBPOINT, "(A)", true);
  clause(CLAUSE_POINT, "(2)", false);
  clause(CLAUSE_PARAGRAPH, "(b)", false);
  clause(CLAUSE_POINT, "(1)", true);
  section("Section 2.", "Two", NULL);
  clause(CLAUSE_PARAGRAPH, "(a)", true);
  assert_counts("1:0 1:2 1:3 1:4 1:3 1:2 1:3 1:0 1:2");
}

static void a_second_count_at_one_place_is_its_own(void **state) {
  (void)state;
  section("Section 1.", "One", NULL);
  clause(CLAUSE_PARAGRAPH, "(a)", true);
  clause(CLAUSE_POINT, "(1)", true);
  document_paragraph(document, NULL, "and");
  clause(CLAUSE_POINT, "(1)", true);
  clause(CLAUSE_PARAGRAPH, "(b)", false);
  clause(CLAUSE_POINT, "(1)", true);
  document_heading(document, 1, NULL, "Annex");
  clause(CLAUSE_PARAGRAPH, "(a)", true);
  clause(CLAUSE_ITEM, "1.", true);
  assert_counts("1:0 1:2 1:3 2:3 1:2 1:3 3:2 4:1");
}

static void a_count_that_jumps_is_another_one(void **state) {
  (void)state;
  section("Section 1.", "One", NULL);
  section("Section 5.", "Five", NULL);
  section("Article 6.", "Six", NULL);
  section("First.", "First", NULL);
  assert_counts("1:0 2:0");
  assert_part("docx", "word/numbering.xml",
              "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"3\"/><w:lvlOverride w:ilvl=\"0\">"
              "<w:startOverride w:val=\"5\"/>");
  assert_docx("Article 6.");
  assert_odt(">First. First</text:h>");
}

static void references_are_fields(void **state) {
  (void)state;
  section("Section 4.", "Here", "section-4");
  struct block *paragraph = document_add(document, NULL, BLOCK_PARAGRAPH);
  document_run(document, paragraph, RUN_PLAIN, "See Section ");
  document_reference(document, paragraph, "4", "#section-4");
  document_run(document, paragraph, RUN_PLAIN, " and ");
  document_reference(document, paragraph, "4", "#section-4");
  document_run(document, paragraph, RUN_PLAIN, " or Section ");
  document_reference(document, paragraph, "9", "#gone");
  assert_docx(" REF a_section_4 \\n \\h </w:instrText></w:r><w:r><w:fldChar "
              "w:fldCharType=\"separate\"/></w:r><w:r><w:t xml:space=\"preserve\">Section </w:t>");
  assert_docx(" REF a_section_4 \\n \\t \\h ");
  assert_odt("See <text:bookmark-ref text:reference-format=\"number\" "
             "text:ref-name=\"a_section_4\">Section 4</text:bookmark-ref> and 4 or Section 9</");
}

static void an_explained_section_is_referred_to(void **state) {
  (void)state;
  section("Section 4.", "Here", "section-4")->explained = "#why-4";
  document_heading(document, 1, "Section 4.", "Why")->anchor = "why-4";
  document_heading(document, 1, "Section 4.", "Elsewhere")->anchor = "other";
  assert_docx(" REF a_section_4 \\n \\h </w:instrText></w:r><w:r><w:fldChar "
              "w:fldCharType=\"separate\"/></w:r><w:r><w:t xml:space=\"preserve\">Section 4</w:t>");
  assert_docx("<w:r><w:t xml:space=\"preserve\">.</w:t></w:r>");
  assert_odt("text:ref-name=\"a_section_4\">Section 4</text:bookmark-ref>. Why<");
  assert_odt(">Section 4. Elsewhere<");
}

static void a_long_anchor_stays_a_bookmark(void **state) {
  (void)state;
  document_heading(document, 1, NULL, "Here")->anchor =
      "an-anchor-that-is-longer-than-the-forty-characters-of-word";
  char *part = read_part("docx", "word/document.xml");
  const char *name = strstr(part, "w:name=\"");
  assert_non_null(name);
  assert_true(strcspn(name + 8, "\"") <= 40);
  free(part);
}

/* --- paragraphs --- */

static void lists_nest(void **state) {
  (void)state;
  struct block *list = document_add(document, NULL, BLOCK_LIST);
  list->ordered = true;
  struct block *item = document_add(document, list, BLOCK_ITEM);
  document_paragraph(document, item, "one");
  document_paragraph(document, item, "more");
  struct block *inner = document_add(document, item, BLOCK_LIST);
  document_paragraph(document, document_add(document, inner, BLOCK_ITEM), "two");
  assert_odt("<text:list text:style-name=\"Numbers\">\n<text:list-item><text:p "
             "text:style-name=\"Numbering_20_1\">one</text:p>\n<text:p "
             "text:style-name=\"Numbering_20_1\">more"
             "</text:p>\n<text:list text:style-name=\"Bullets\">\n<text:list-item>");
  assert_docx("<w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/>");
  assert_docx("<w:pStyle w:val=\"ListNumber\"/><w:ind w:left=\"400\"/></w:pPr>");
  assert_docx("<w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/>");
}

static void a_table_has_heads_and_widths(void **state) {
  (void)state;
  static const int widths[] = {1, 3};
  const char *heads[] = {"A", "B"}, *cells[] = {"one", NULL};
  struct block *table = document_table(document, NULL, widths, heads, 2);
  document_row(document, table, cells, 1);
  assert_docx("<w:gridCol w:w=\"2408\"/><w:gridCol w:w=\"7224\"/>");
  assert_docx("<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
  assert_odt("<style:table-column-properties style:column-width=\"4.247cm\"/>");
  assert_odt("<table:table-header-rows><table:table-row table:style-name=\"Row\">");
}

static void a_table_in_a_list_becomes_paragraphs(void **state) {
  (void)state;
  static const int widths[] = {1, 3};
  const char *heads[] = {"A", "B"}, *cells[] = {"one", "two"};
  struct block *list = document_add(document, NULL, BLOCK_LIST);
  struct block *item = document_add(document, list, BLOCK_ITEM);
  document_row(document, document_table(document, item, widths, heads, 2), cells, 2);
  char *part = read_part("odt", "content.xml");
  assert_has_not(part, "<table:table ");
  assert_has(part, "<text:span text:style-name=\"Strong\">B</text:span><text:span "
                   "text:style-name=\"Strong\">: </text:span>two</text:p>");
  free(part);
}

static void a_chart_is_a_table_of_marks(void **state) {
  (void)state;
  struct block *chart = document_add(document, NULL, BLOCK_CHART);
  document_run(document, chart, RUN_PLAIN, "All:");
  struct block *bar = document_add(document, chart, BLOCK_BAR);
  document_run(document, bar, RUN_PLAIN, "Permits");
  document_segment(document, bar, "2 met", '#', 2);
  document_segment(document, bar, "1 open", '?', 1);
  assert_odt("<text:p text:style-name=\"Figure\">##?</text:p>\n</table:table-cell>");
  assert_odt(">2 met, 1 open</text:p>");
}

static void spaces_are_kept(void **state) {
  (void)state;
  document_plain(document, NULL, "  a   b \n c");
  assert_docx("<w:t xml:space=\"preserve\">  a   b </w:t></w:r><w:r><w:br/></w:r>");
  assert_odt("><text:s text:c=\"2\"/>a <text:s text:c=\"2\"/>b <text:line-break/>"
             "<text:s text:c=\"1\"/>c</text:p>");
}

static void links_lead_to_the_web_or_inside(void **state) {
  (void)state;
  document_heading(document, 1, NULL, "Here")->anchor = "here";
  struct block *paragraph = document_add(document, NULL, BLOCK_PARAGRAPH);
  document_link(document, paragraph, "web", "https://example.org/?a&b");
  document_link(document, paragraph, "in", "#here");
  document_link(document, paragraph, "evil", "javascript:x");
  assert_part("docx", "word/_rels/document.xml.rels",
              "TargetMode=\"External\" Target=\"https://example.org/?a&amp;b\"/>");
  assert_docx("<w:hyperlink w:anchor=\"a_here\">");
  assert_docx("> (</w:t></w:r><w:r><w:t xml:space=\"preserve\">javascript:x</w:t>");
  assert_odt("xlink:href=\"https://example.org/?a&amp;b\" text:style-name=\"Internet_20_link\">web"
             "</text:a> &lt;https://example.org/?a&amp;b&gt;<text:a xlink:type=\"simple\" "
             "xlink:href=\"#a_here\"");
}

static void directions_are_set(void **state) {
  (void)state;
  document_paragraph(document, NULL, "مرحبا hello");
  assert_docx("<w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space=\"preserve\">مرحبا "
              "</w:t></w:r><w:r><w:t xml:space=\"preserve\">hello</w:t></w:r>");
  assert_odt("style:writing-mode=\"rl-tb\"");
  document->right_to_left = true;
  document->language = "ar";
  document_paragraph(document, NULL, "hello");
  assert_docx("<w:titlePg/><w:bidi/></w:sectPr>");
  assert_part("odt", "styles.xml", "style:writing-mode=\"rl-tb\" style:print-orientation");
  assert_odt("style:writing-mode=\"lr-tb\" fo:text-align=\"left\"/></style:style>");
}

static void paper_language_and_size_are_set(void **state) {
  (void)state;
  document->language = "es_MX";
  document->large = true;
  document->title = "Título";
  assert_docx("<w:pgSz w:w=\"12240\" w:h=\"15840\"/>");
  assert_part("docx", "word/styles.xml",
              "<w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/><w:lang "
              "w:val=\"es-MX\"");
  assert_part("docx", "docProps/core.xml",
              "<dcterms:created xsi:type=\"dcterms:W3CDTF\">2026-11-22T00:00:00Z<");
  assert_part("odt", "styles.xml", "fo:page-width=\"21.590cm\" fo:page-height=\"27.940cm\"");
  assert_part("odt", "styles.xml", "fo:language=\"es\" fo:country=\"MX\"");
  assert_part("odt", "meta.xml", "<dc:title>Título</dc:title>");
  struct strbuf file;
  write_file(&file, "odt", PAPER_A4);
  assert_memory_equal(file.text + 30, "mimetypeapplication/vnd.oasis.opendocument.text", 47);
  strbuf_release(&file);
}

static void a_new_page_begins(void **state) {
  (void)state;
  static const int widths[] = {1};
  const char *heads[] = {"A"};
  document_paragraph(document, NULL, "one");
  document_add(document, NULL, BLOCK_PAGE_BREAK);
  document_paragraph(document, NULL, "two");
  document_add(document, NULL, BLOCK_PAGE_BREAK);
  document_table(document, NULL, widths, heads, 1);
  assert_docx("<w:pageBreakBefore/><w:spacing w:before=\"0\"/></w:pPr>"
              "<w:r><w:t xml:space=\"preserve\">two");
  assert_docx("<w:pageBreakBefore/><w:spacing w:before=\"0\"/></w:pPr></w:p>\n<w:tbl>");
  assert_odt("fo:break-before=\"page\" fo:margin-top=\"0.000cm\" fo:margin-bottom=\"");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void) {
  environment_set_locale();
  const struct CMUnitTest tests[] = {
      TEST(nothing_typed_breaks_a_file),
      TEST(an_empty_document_is_a_file),
      TEST(a_section_is_counted),
      TEST(clauses_begin_anew_by_themselves),
      TEST(a_second_count_at_one_place_is_its_own),
      TEST(a_count_that_jumps_is_another_one),
      TEST(references_are_fields),
      TEST(an_explained_section_is_referred_to),
      TEST(a_long_anchor_stays_a_bookmark),
      TEST(lists_nest),
      TEST(a_table_has_heads_and_widths),
      TEST(a_table_in_a_list_becomes_paragraphs),
      TEST(a_chart_is_a_table_of_marks),
      TEST(spaces_are_kept),
      TEST(links_lead_to_the_web_or_inside),
      TEST(directions_are_set),
      TEST(paper_language_and_size_are_set),
      TEST(a_new_page_begins),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
