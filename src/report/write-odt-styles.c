/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ODT: named styles, lists, the page with its header and footer. */
#include <stdlib.h>

#include "base/language.h"
#include "base/strbuf.h"
#include "report/document.h"
#include "report/write-odt.h"
#include "report/write-parts.h"
#include "report/write-xml.h"

/* --- styles --- */

static const char *writing_mode(const struct office *office) {
  return office->document->right_to_left ? "rl-tb" : "lr-tb";
}

static void add_defaults(struct strbuf *out, const struct office *office) {
  struct office_language language = office_language(office->document);
  int size = office_size_points(office->document);
  strbuf_addf(out,
              "<style:default-style style:family=\"paragraph\"><style:paragraph-properties "
              "fo:widows=\"2\" fo:orphans=\"2\" fo:line-height=\"%d%%\" fo:text-align=\"%s\" "
              "style:writing-mode=\"%s\"/><style:text-properties fo:font-family=\"Arial\" "
              "style:font-family-complex=\"Arial\" fo:font-size=\"%dpt\" "
              "style:font-size-asian=\"%dpt\" style:font-size-complex=\"%dpt\" "
              "fo:language=\"%s\" fo:country=\"%s\"/></style:default-style>\n"
              "<style:style style:name=\"Standard\" style:family=\"paragraph\" "
              "style:class=\"text\"/>\n",
              office_line_percent(office->document),
              office->document->right_to_left ? "right" : "left", writing_mode(office), size, size,
              size, language.language, language.country);
}

static void add_paragraph_properties(struct strbuf *out, const struct office *office,
                                     enum office_style style) {
  const struct office_look *look = &office_looks[style];
  strbuf_add(out, "<style:paragraph-properties");
  odt_add_length(out, "fo:margin-top", office_space_before(office->document, style));
  odt_add_length(out, "fo:margin-bottom", office_space_after(office->document, style));
  if (look->left)
    odt_add_length(out, "fo:margin-left", look->left);
  if (look->keep_with_next)
    strbuf_add(out, " fo:keep-with-next=\"always\"");
  if (look->outline)
    strbuf_add(out, " fo:keep-together=\"always\"");
  if (style == STYLE_RULE)
    strbuf_add(out, " fo:border-bottom=\"0.75pt solid #000000\"");
  if (style != STYLE_FOOTER) {
    strbuf_add(out, "/>");
    return;
  }
  strbuf_add(out, "><style:tab-stops><style:tab-stop style:type=\"right\"");
  odt_add_length(out, "style:position", office->text_width);
  strbuf_add(out, "/></style:tab-stops></style:paragraph-properties>");
}

static void add_text_properties(struct strbuf *out, const struct office *office,
                                enum office_style style) {
  const struct office_look *look = &office_looks[style];
  int tenths = office_size_points(office->document) * look->size_percent / 10;
  strbuf_add(out, "<style:text-properties");
  for (int i = 0; i < 3; i++)
    strbuf_addf(
        out, " %s=\"%d.%dpt\"",
        (const char *[]){"fo:font-size", "style:font-size-asian", "style:font-size-complex"}[i],
        tenths / 10, tenths % 10);
  if (look->bold || style == STYLE_FIGURE)
    strbuf_add(out, " fo:font-weight=\"bold\" style:font-weight-asian=\"bold\" "
                    "style:font-weight-complex=\"bold\"");
  if (style == STYLE_FIGURE)
    strbuf_add(out, " fo:font-family=\"'Courier New'\" fo:letter-spacing=\"0.07cm\"");
  strbuf_add(out, "/>");
}

static void add_style(struct strbuf *out, const struct office *office, enum office_style style) {
  const struct office_look *look = &office_looks[style];
  strbuf_addf(out,
              "<style:style style:name=\"%s\" style:display-name=\"%s\" "
              "style:family=\"paragraph\" style:parent-style-name=\"Standard\"",
              look->odt_name, look->odt_label);
  if (look->outline || style == STYLE_TITLE || style == STYLE_SUBTITLE)
    strbuf_add(out, " style:next-style-name=\"Text_20_body\"");
  if (look->outline)
    strbuf_addf(out, " style:default-outline-level=\"%d\"", look->outline);
  strbuf_add(out, ">");
  add_paragraph_properties(out, office, style);
  add_text_properties(out, office, style);
  strbuf_add(out, "</style:style>\n");
}

static const char character_styles[] =
    "<style:style style:name=\"Strong\" style:display-name=\"Strong Emphasis\" "
    "style:family=\"text\"><style:text-properties fo:font-weight=\"bold\" "
    "style:font-weight-asian=\"bold\" style:font-weight-complex=\"bold\"/></style:style>\n"
    "<style:style style:name=\"Emphasis\" style:family=\"text\"><style:text-properties "
    "fo:font-style=\"italic\" style:font-style-asian=\"italic\" "
    "style:font-style-complex=\"italic\"/></style:style>\n"
    "<style:style style:name=\"Internet_20_link\" style:display-name=\"Internet link\" "
    "style:family=\"text\"><style:text-properties fo:color=\"#003a8c\" "
    "style:text-underline-style=\"solid\"/></style:style>\n"
    "<style:style style:name=\"Inner_20_link\" style:display-name=\"Inner link\" "
    "style:family=\"text\"><style:text-properties fo:color=\"#003a8c\" "
    "style:text-underline-style=\"none\"/></style:style>\n";

/* --- lists --- */

static void add_level_place(struct strbuf *out, int left, int hanging, int tab) {
  strbuf_addf(out,
              "<style:list-level-properties "
              "text:list-level-position-and-space-mode=\"label-alignment\">"
              "<style:list-level-label-alignment text:label-followed-by=\"%s\"",
              hanging ? "listtab" : "space");
  odt_add_length(out, "fo:margin-left", left);
  odt_add_length(out, "fo:text-indent", -hanging);
  if (hanging)
    odt_add_length(out, "text:list-tab-stop-position", tab);
  strbuf_add(out, "/></style:list-level-properties>");
}

static void add_number_level(struct strbuf *out, int level, const char *format, const char *before,
                             const char *after, int left, int hanging) {
  strbuf_addf(out, "<text:list-level-style-number text:level=\"%d\" style:num-prefix=\"",
              level + 1);
  xml_add_text(out, before);
  strbuf_add(out, "\" style:num-suffix=\"");
  xml_add_text(out, after);
  strbuf_addf(out, "\" style:num-format=\"%s\">", format);
  add_level_place(out, left, hanging, left);
  strbuf_add(out, "</text:list-level-style-number>");
}

/* Beside the bar of a note, which takes 3 points and 0.28 cm, a tab counts from the bar and all
 * else from the text. */
enum { NOTE_BAR = 220 };

static void add_bullets(struct strbuf *out, const char *name, int bar) {
  strbuf_addf(out, "<text:list-style style:name=\"%s\">", name);
  for (int i = 0; i < LIST_LEVELS; i++) {
    strbuf_addf(out, "<text:list-level-style-bullet text:level=\"%d\" text:bullet-char=\"%s\">",
                i + 1, i % 2 ? "–" : "•");
    add_level_place(out, STEP * (i + 1), STEP, STEP * (i + 1) + bar);
    strbuf_add(out, "</text:list-level-style-bullet>");
  }
  strbuf_add(out, "</text:list-style>\n");
}

static void add_numbers(struct strbuf *out) {
  strbuf_add(out, "<text:list-style style:name=\"Numbers\">");
  for (int i = 0; i < LIST_LEVELS; i++)
    add_number_level(out, i, "1", "", ".", STEP * (i + 1), STEP);
  strbuf_add(out, "</text:list-style>\n");
}

static void add_outline(struct strbuf *out, const struct office *office) {
  strbuf_add(out, "<text:list-style style:name=\"Law\">");
  add_number_level(out, 0, "1", office->section_before, office->section_after, 0, 0);
  add_number_level(out, 1, "1", "", ".", CLAUSE_HANGS, CLAUSE_HANGS);
  add_number_level(out, 2, "a", "(", ")", CLAUSE_HANGS, CLAUSE_HANGS);
  add_number_level(out, 3, "1", "(", ")", 2 * CLAUSE_HANGS, CLAUSE_HANGS);
  add_number_level(out, 4, "A", "(", ")", 3 * CLAUSE_HANGS, CLAUSE_HANGS);
  strbuf_add(out, "</text:list-style>\n");
}

/* --- pages --- */

static void add_layout(struct strbuf *out, const struct office *office, enum paper paper) {
  struct office_paper size = office_paper(paper);
  strbuf_add(out, "<style:page-layout style:name=\"Page\"><style:page-layout-properties");
  odt_add_length(out, "fo:page-width", size.width);
  odt_add_length(out, "fo:page-height", size.height);
  odt_add_length(out, "fo:margin-top", MARGIN / 2);
  odt_add_length(out, "fo:margin-bottom", MARGIN / 2);
  odt_add_length(out, "fo:margin-left", MARGIN);
  odt_add_length(out, "fo:margin-right", MARGIN);
  strbuf_addf(out,
              " style:writing-mode=\"%s\" style:print-orientation=\"portrait\"/>"
              "<style:header-style><style:header-footer-properties",
              writing_mode(office));
  odt_add_length(out, "fo:min-height", MARGIN / 2);
  odt_add_length(out, "fo:margin-bottom", MARGIN / 4);
  strbuf_add(out, "/></style:header-style><style:footer-style><style:header-footer-properties");
  odt_add_length(out, "fo:min-height", MARGIN / 2);
  odt_add_length(out, "fo:margin-top", MARGIN / 4);
  strbuf_add(out, "/></style:footer-style></style:page-layout>\n");
}

static void add_page_field(struct strbuf *out, bool is_count) {
  strbuf_add(out, is_count ? "<text:page-count>1</text:page-count>"
                           : "<text:page-number text:select-page=\"current\">1</text:page-number>");
}

static void add_words(struct strbuf *out, const char *text) {
  strbuf_add(out, "<text:span>");
  xml_add_text(out, text);
  strbuf_add(out, "</text:span>");
}

static void add_footer(struct strbuf *out, const struct office *office) {
  struct page_number number = page_number_parts();
  strbuf_add(out, "<style:footer><text:p text:style-name=\"Footer\">");
  add_words(out, office->document->date ? office->document->date : "");
  strbuf_add(out, "<text:tab/>");
  add_words(out, number.words[0]);
  add_page_field(out, number.count_first);
  add_words(out, number.words[1]);
  add_page_field(out, !number.count_first);
  add_words(out, number.words[2]);
  strbuf_add(out, "</text:p></style:footer>");
  page_number_release(&number);
}

/* The first page has no running title: the title itself stands there. */
static void add_master(struct strbuf *out, const struct office *office, bool is_first) {
  char *title = running_title(office->document);
  strbuf_addf(out, "<style:master-page style:name=\"%s\" style:page-layout-name=\"Page\"%s>",
              is_first ? "First_20_Page" : "Standard",
              is_first ? " style:display-name=\"First Page\" style:next-style-name=\"Standard\""
                       : "");
  strbuf_add(out, "<style:header><text:p text:style-name=\"Header\">");
  xml_add_text(out, is_first ? "" : title);
  strbuf_add(out, "</text:p></style:header>");
  add_footer(out, office);
  strbuf_add(out, "</style:master-page>\n");
  free(title);
}

void odt_add_styles(struct strbuf *out, const struct office *office, enum paper paper) {
  strbuf_add(out, ODT_BEGIN "<office:document-styles " ODT_NAMES ">\n<office:styles>\n");
  add_defaults(out, office);
  for (int style = 0; style < STYLE_COUNT; style++)
    add_style(out, office, (enum office_style)style);
  strbuf_add(out, character_styles);
  add_bullets(out, "Bullets", 0);
  add_bullets(out, "NoteBullets", NOTE_BAR);
  add_numbers(out);
  add_outline(out, office);
  strbuf_add(out, "</office:styles>\n<office:automatic-styles>");
  add_layout(out, office, paper);
  strbuf_add(out, "</office:automatic-styles>\n<office:master-styles>");
  add_master(out, office, true);
  add_master(out, office, false);
  strbuf_add(out, "</office:master-styles></office:document-styles>\n");
}
