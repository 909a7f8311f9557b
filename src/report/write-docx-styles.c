/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DOCX: styles, numbering, header and footer. */
#include <stdlib.h>

#include "base/language.h"
#include "base/strbuf.h"
#include "report/document.h"
#include "report/write-docx.h"
#include "report/write-parts.h"
#include "report/write-xml.h"

/* --- styles --- */

static void add_defaults(struct strbuf *out, const struct office *office) {
  struct office_language language = office_language(office->document);
  int size = 2 * office_size_points(office->document);
  strbuf_addf(out,
              "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" "
              "w:cs=\"Arial\"/><w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/>"
              "<w:lang w:val=\"%s-%s\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:rPr>"
              "</w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>"
              "<w:spacing w:line=\"%d\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>"
              "</w:docDefaults>",
              size, size, language.language, language.country,
              240 * office_line_percent(office->document) / 100);
}

static void add_borders(struct strbuf *out, enum office_style style) {
  if (style == STYLE_NOTE)
    strbuf_add(out, "<w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"8\" "
                    "w:color=\"000000\"/></w:pBdr>");
  if (style == STYLE_RULE)
    strbuf_add(out, "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"1\" "
                    "w:color=\"000000\"/></w:pBdr>");
}

static void add_tabs(struct strbuf *out, enum office_style style, int text_width) {
  if (style == STYLE_FOOTER || style == STYLE_HEADER)
    strbuf_addf(out, "<w:tabs><w:tab w:val=\"right\" w:pos=\"%d\"/></w:tabs>", text_width);
}

static void add_style(struct strbuf *out, const struct office *office, enum office_style style) {
  const struct office_look *look = &office_looks[style];
  int size = 2 * office_size_points(office->document) * look->size_percent / 100;
  strbuf_addf(out,
              "<w:style w:type=\"paragraph\" w:styleId=\"%s\"><w:name w:val=\"%s\"/>"
              "<w:basedOn w:val=\"Normal\"/>",
              look->docx_id, look->docx_name);
  if (look->outline || style == STYLE_TITLE || style == STYLE_SUBTITLE)
    strbuf_add(out, "<w:next w:val=\"BodyText\"/>");
  strbuf_add(out, "<w:qFormat/><w:pPr>");
  if (look->keep_with_next)
    strbuf_add(out, "<w:keepNext/>");
  if (look->outline)
    strbuf_add(out, "<w:keepLines/>");
  add_borders(out, style);
  add_tabs(out, style, office->text_width);
  strbuf_addf(out, "<w:spacing w:before=\"%d\" w:after=\"%d\"/>",
              office_space_before(office->document, style),
              office_space_after(office->document, style));
  if (look->left)
    strbuf_addf(out, "<w:ind w:left=\"%d\"/>", look->left);
  if (look->outline)
    strbuf_addf(out, "<w:outlineLvl w:val=\"%d\"/>", look->outline - 1);
  strbuf_add(out, "</w:pPr><w:rPr>");
  if (style == STYLE_FIGURE)
    strbuf_add(out, "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" "
                    "w:cs=\"Courier New\"/>");
  if (look->bold || style == STYLE_FIGURE)
    strbuf_add(out, "<w:b/><w:bCs/>");
  if (style == STYLE_FIGURE)
    strbuf_add(out, "<w:spacing w:val=\"40\"/>"); /* each mark counts one */
  strbuf_addf(out, "<w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/></w:rPr></w:style>", size, size);
}

void docx_add_styles(struct strbuf *out, const struct office *office) {
  strbuf_add(out, DOCX_BEGIN "<w:styles " DOCX_NAMES ">");
  add_defaults(out, office);
  strbuf_add(out, "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
                  "<w:name w:val=\"Normal\"/><w:qFormat/></w:style>");
  for (int style = 0; style < STYLE_COUNT; style++)
    add_style(out, office, (enum office_style)style);
  strbuf_add(out, "<w:style w:type=\"character\" w:styleId=\"Strong\"><w:name w:val=\"Strong\"/>"
                  "<w:qFormat/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
                  "<w:style w:type=\"character\" w:styleId=\"Emphasis\">"
                  "<w:name w:val=\"Emphasis\"/><w:qFormat/><w:rPr><w:i/><w:iCs/></w:rPr></w:style>"
                  "<w:style w:type=\"character\" w:styleId=\"Hyperlink\">"
                  "<w:name w:val=\"Hyperlink\"/><w:rPr><w:color w:val=\"003A8C\"/>"
                  "<w:u w:val=\"single\"/></w:rPr></w:style>"
                  "<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"InnerLink\">"
                  "<w:name w:val=\"Inner Link\"/><w:rPr><w:color w:val=\"003A8C\"/></w:rPr>"
                  "</w:style>"
                  "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">"
                  "<w:name w:val=\"Normal Table\"/><w:tblPr><w:tblCellMar>"
                  "<w:left w:w=\"85\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/>"
                  "</w:tblCellMar></w:tblPr></w:style></w:styles>\n");
}

/* --- numbering --- */

static void add_level(struct strbuf *out, int level, const char *format, const char *before,
                      const char *after, int left, int hanging) {
  strbuf_addf(out,
              "<w:lvl w:ilvl=\"%d\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/>%s"
              "<w:lvlText w:val=\"",
              level, format, hanging ? "" : "<w:suff w:val=\"space\"/>");
  xml_add_text(out, before);
  strbuf_addf(out, "%%%d", level + 1);
  xml_add_text(out, after);
  strbuf_addf(out,
              "\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"%d\" w:hanging=\"%d\"/></w:pPr>"
              "</w:lvl>",
              left, hanging);
}

static void begin_abstract(struct strbuf *out, int id) {
  strbuf_addf(out, "<w:abstractNum w:abstractNumId=\"%d\"><w:multiLevelType w:val=\"multilevel\"/>",
              id);
}

static void add_bullets(struct strbuf *out) {
  begin_abstract(out, 1);
  for (int i = 0; i < LIST_LEVELS; i++)
    strbuf_addf(out,
                "<w:lvl w:ilvl=\"%d\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/>"
                "<w:lvlText w:val=\"%s\"/><w:lvlJc w:val=\"left\"/><w:pPr>"
                "<w:ind w:left=\"%d\" w:hanging=\"%d\"/></w:pPr></w:lvl>",
                i, i % 2 ? "–" : "•", STEP * (i + 1), STEP);
  strbuf_add(out, "</w:abstractNum>");
}

static void add_numbers(struct strbuf *out) {
  begin_abstract(out, 2);
  for (int i = 0; i < LIST_LEVELS; i++)
    add_level(out, i, "decimal", "", ".", STEP * (i + 1), STEP);
  strbuf_add(out, "</w:abstractNum>");
}

static void add_outline(struct strbuf *out, const struct office *office) {
  begin_abstract(out, 3);
  add_level(out, 0, "decimal", office->section_before, office->section_after, 0, 0);
  add_level(out, 1, "decimal", "", ".", CLAUSE_HANGS, CLAUSE_HANGS);
  add_level(out, 2, "lowerLetter", "(", ")", CLAUSE_HANGS, CLAUSE_HANGS);
  add_level(out, 3, "decimal", "(", ")", 2 * CLAUSE_HANGS, CLAUSE_HANGS);
  add_level(out, 4, "upperLetter", "(", ")", 3 * CLAUSE_HANGS, CLAUSE_HANGS);
  strbuf_add(out, "</w:abstractNum>");
}

static void add_number(struct strbuf *out, size_t id, int abstract, int levels, size_t start) {
  strbuf_addf(out, "<w:num w:numId=\"%zu\"><w:abstractNumId w:val=\"%d\"/>", id, abstract);
  for (int i = 0; i < levels; i++)
    strbuf_addf(out,
                "<w:lvlOverride w:ilvl=\"%d\"><w:startOverride w:val=\"%zu\"/></w:lvlOverride>", i,
                i == 0 ? start : 1);
  strbuf_add(out, "</w:num>");
}

size_t docx_outline_number(const struct office *office, size_t instance) {
  (void)office;
  return DOCX_BULLETS + instance;
}

size_t docx_list_number(const struct office *office, size_t list) {
  return DOCX_BULLETS + office->outline_count + list;
}

void docx_add_numbering(struct strbuf *out, const struct office *office) {
  strbuf_add(out, DOCX_BEGIN "<w:numbering " DOCX_NAMES ">");
  add_bullets(out);
  add_numbers(out);
  add_outline(out, office);
  add_number(out, DOCX_BULLETS, 1, 0, 1);
  for (size_t i = 1; i <= office->outline_count; i++)
    add_number(out, docx_outline_number(office, i), 3, LAW_LEVELS, office->outline_starts[i - 1]);
  for (size_t i = 1; i <= office->list_count; i++)
    add_number(out, docx_list_number(office, i), 2, 1, 1);
  strbuf_add(out, "</w:numbering>\n");
}

/* --- header and footer --- */

static void add_words(struct strbuf *out, const char *text) {
  strbuf_add(out, "<w:r><w:t xml:space=\"preserve\">");
  xml_add_text(out, text);
  strbuf_add(out, "</w:t></w:r>");
}

static void add_field(struct strbuf *out, const char *field) {
  strbuf_addf(out,
              "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText "
              "xml:space=\"preserve\"> %s </w:instrText></w:r><w:r><w:fldChar "
              "w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar "
              "w:fldCharType=\"end\"/></w:r>",
              field);
}

static const char *bidi(const struct office *office) {
  return office->document->right_to_left ? "<w:bidi/>" : "";
}

void docx_add_header(struct strbuf *out, const struct office *office) {
  char *title = running_title(office->document);
  strbuf_addf(out,
              DOCX_BEGIN "<w:hdr " DOCX_NAMES "><w:p><w:pPr><w:pStyle w:val=\"Header\"/>%s</w:pPr>",
              bidi(office));
  add_words(out, title);
  strbuf_add(out, "</w:p></w:hdr>\n");
  free(title);
}

void docx_add_footer(struct strbuf *out, const struct office *office) {
  struct page_number number = page_number_parts();
  strbuf_addf(out,
              DOCX_BEGIN "<w:ftr " DOCX_NAMES "><w:p><w:pPr><w:pStyle w:val=\"Footer\"/>%s</w:pPr>",
              bidi(office));
  add_words(out, office->document->date ? office->document->date : "");
  strbuf_add(out, "<w:r><w:tab/></w:r>");
  add_words(out, number.words[0]);
  add_field(out, number.count_first ? "NUMPAGES" : "PAGE");
  add_words(out, number.words[1]);
  add_field(out, number.count_first ? "PAGE" : "NUMPAGES");
  add_words(out, number.words[2]);
  strbuf_add(out, "</w:p></w:ftr>\n");
  page_number_release(&number);
}
