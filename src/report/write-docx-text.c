/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DOCX: the text itself. Within an element Word wants its parts in one fixed order. */
#include <assert.h>
#include <string.h>

#include "base/strbuf.h"
#include "report/document.h"
#include "report/write-docx.h"
#include "report/write-parts.h"
#include "report/write-xml.h"

struct docx {
  const struct office *office;
  struct strbuf *out, *relations;
  size_t link_count, bookmark_count;
};

/* --- runs --- */

static void add_run_start(struct docx *docx, const char *style, bool right_to_left) {
  strbuf_add(docx->out, "<w:r>");
  if (!style && !right_to_left)
    return;
  strbuf_add(docx->out, "<w:rPr>");
  if (style)
    strbuf_addf(docx->out, "<w:rStyle w:val=\"%s\"/>", style);
  if (right_to_left)
    strbuf_add(docx->out, "<w:rtl/>");
  strbuf_add(docx->out, "</w:rPr>");
}

/* A run for each stretch that runs one way. */
static void add_text_length(struct docx *docx, const char *style, const char *text, size_t length) {
  while (length) {
    bool right_to_left;
    size_t stretch = text_direction_length(text, length, &right_to_left);
    add_run_start(docx, style, right_to_left);
    strbuf_add(docx->out, "<w:t xml:space=\"preserve\">");
    xml_add_text_length(docx->out, text, stretch);
    strbuf_add(docx->out, "</w:t></w:r>");
    text += stretch;
    length -= stretch;
  }
}

static void add_text(struct docx *docx, const char *style, const char *text) {
  if (text)
    add_text_length(docx, style, text, strlen(text));
}

static void add_relation(struct docx *docx, const char *target) {
  strbuf_addf(docx->relations,
              "<Relationship Id=\"link%zu\" Type=\"http://schemas.openxmlformats.org/"
              "officeDocument/2006/relationships/hyperlink\" TargetMode=\"External\" Target=\"",
              ++docx->link_count);
  xml_add_text(docx->relations, target);
  strbuf_add(docx->relations, "\"/>");
}

static void add_link(struct docx *docx, const struct run *run) {
  bool is_web = target_is_web(run->target);
  bool is_link = is_web || target_is_inside(docx->office->document, run->target);
  if (is_web) {
    add_relation(docx, run->target);
    strbuf_addf(docx->out, "<w:hyperlink r:id=\"link%zu\">", docx->link_count);
  } else if (is_link) {
    strbuf_add(docx->out, "<w:hyperlink w:anchor=\"");
    office_add_bookmark(docx->out, run->target + 1);
    strbuf_add(docx->out, "\">");
  }
  /* On paper a line below each of them would make the annex a field of lines. */
  add_text(docx, is_web ? "Hyperlink" : is_link ? "InnerLink" : NULL, run->text);
  if (is_link)
    strbuf_add(docx->out, "</w:hyperlink>");
  if (run_shows_target(run)) {
    add_text(docx, NULL, " <");
    add_text(docx, NULL, run->target);
    add_text(docx, NULL, ">");
  }
}

/* A field: the number of the paragraph that is referred to, which Word brings up to date; \t leaves
 * out its words where they stand in the text. */
static void begin_field(struct docx *docx, const char *anchor, bool with_words) {
  strbuf_add(docx->out, "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText "
                        "xml:space=\"preserve\"> REF ");
  office_add_bookmark(docx->out, anchor);
  strbuf_addf(docx->out,
              " \\n%s \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>",
              with_words ? "" : " \\t");
}

static void end_field(struct docx *docx) {
  strbuf_add(docx->out, "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
}

static void add_reference(struct docx *docx, const struct run *run, const char *words) {
  bool is_field = target_is_inside(docx->office->document, run->target);
  if (is_field)
    begin_field(docx, run->target + 1, *words);
  add_text(docx, NULL, words);
  add_text(docx, NULL, run->text);
  if (is_field)
    end_field(docx);
}

/* The number of what is not counted here. That of a section that is explained is a field up to its
 * last words: Word leaves out a stop at the end. */
static void add_printed_number(struct docx *docx, const struct office_item *item) {
  const struct block *section = office_explained_section(docx->office, item);
  const char *number = item->block->number;
  size_t length = strlen(number);
  if (section) {
    length -= strlen(docx->office->section_after);
    begin_field(docx, section->anchor, true);
    add_text_length(docx, NULL, number, length);
    end_field(docx);
  }
  add_text(docx, NULL, section ? number + length : number);
  add_text(docx, NULL, " ");
}

static void add_run(struct docx *docx, const struct run *run, const struct run *before) {
  switch (run->style) {
  case RUN_PLAIN:
    add_text_length(docx, NULL, run->text, office_words_length(docx->office, run));
    return;
  case RUN_STRONG:
    add_text(docx, "Strong", run->text);
    return;
  case RUN_EMPHASIS:
    add_text(docx, "Emphasis", run->text);
    return;
  case RUN_LINK:
    add_link(docx, run);
    return;
  case RUN_REFERENCE:
    add_reference(docx, run, office_reference_words(docx->office, before));
    return;
  case RUN_BREAK:
    strbuf_add(docx->out, "<w:r><w:br/></w:r>");
    return;
  }
}

static void add_runs(struct docx *docx, const struct office_item *item) {
  const struct block *block = item->block;
  if (item->lead) {
    add_text(docx, "Strong", item->lead);
    add_text(docx, "Strong", ": ");
  }
  if (item->text)
    add_text(docx, NULL, item->text);
  if (block && block->number && item->count != COUNT_OUTLINE)
    add_printed_number(docx, item);
  const struct run *before = NULL;
  for (const struct run *run = block ? block->runs : NULL; run; before = run, run = run->next)
    add_run(docx, run, before);
}

/* --- paragraphs --- */

static void add_number(struct docx *docx, const struct office_item *item) {
  size_t number = DOCX_BULLETS;
  if (item->count == COUNT_NOT)
    return;
  if (item->count == COUNT_OUTLINE)
    number = docx_outline_number(docx->office, item->list);
  else if (item->ordered)
    number = docx_list_number(docx->office, item->list);
  strbuf_addf(docx->out, "<w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%zu\"/></w:numPr>",
              item->level, number);
}

/* What differs from the style. */
static void add_spacing(struct docx *docx, const struct office_item *item) {
  if (!item->begins_note && !item->ends_group && !item->page_before)
    return;
  strbuf_add(docx->out, "<w:spacing");
  if (item->page_before)
    strbuf_add(docx->out, " w:before=\"0\"");
  else if (item->begins_note)
    strbuf_addf(docx->out, " w:before=\"%d\"", SPACE_AROUND_GROUP);
  if (item->ends_group)
    strbuf_addf(docx->out, " w:after=\"%d\"", SPACE_AROUND_GROUP);
  strbuf_add(docx->out, "/>");
}

static void add_properties(struct docx *docx, const struct office_item *item) {
  strbuf_addf(docx->out, "<w:pPr><w:pStyle w:val=\"%s\"/>", office_looks[item->style].docx_id);
  if (item->keep_with_next && !office_looks[item->style].keep_with_next)
    strbuf_add(docx->out, "<w:keepNext/><w:keepLines/>");
  if (item->page_before)
    strbuf_add(docx->out, "<w:pageBreakBefore/>");
  add_number(docx, item);
  if (item->note)
    strbuf_addf(docx->out,
                "<w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"8\" "
                "w:color=\"%s\"/></w:pBdr>",
                office_note_colour(item));
  if (item->right_to_left)
    strbuf_add(docx->out, "<w:bidi/>");
  add_spacing(docx, item);
  if (item->count == COUNT_NOT && office_indentation(item))
    strbuf_addf(docx->out, "<w:ind w:left=\"%d\"/>", office_indentation(item));
  strbuf_add(docx->out, "</w:pPr>");
}

static void add_paragraph(struct docx *docx, const struct office_item *item) {
  const char *anchor = item->block ? item->block->anchor : NULL;
  strbuf_add(docx->out, "<w:p>");
  add_properties(docx, item);
  if (anchor) {
    strbuf_addf(docx->out, "<w:bookmarkStart w:id=\"%zu\" w:name=\"", ++docx->bookmark_count);
    office_add_bookmark(docx->out, anchor);
    strbuf_add(docx->out, "\"/>");
  }
  add_runs(docx, item);
  if (anchor)
    strbuf_addf(docx->out, "<w:bookmarkEnd w:id=\"%zu\"/>", docx->bookmark_count);
  strbuf_add(docx->out, "</w:p>\n");
}

/* --- tables --- */

static void begin_table(struct docx *docx, const struct office_item *table) {
  static const char *const sides[] = {"top", "left", "bottom", "right", "insideH", "insideV"};
  strbuf_addf(docx->out, "<w:tbl><w:tblPr>%s<w:tblW w:w=\"%d\" w:type=\"dxa\"/><w:tblBorders>",
              docx->office->document->right_to_left ? "<w:bidiVisual/>" : "",
              docx->office->text_width);
  for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
    strbuf_addf(docx->out, "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"767676\"/>",
                sides[i]);
  strbuf_add(docx->out, "</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>"
                        "<w:top w:w=\"45\" w:type=\"dxa\"/><w:left w:w=\"85\" w:type=\"dxa\"/>"
                        "<w:bottom w:w=\"45\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/>"
                        "</w:tblCellMar><w:tblLook w:firstRow=\"1\"/></w:tblPr><w:tblGrid>");
  for (size_t i = 0; i < table->column_count; i++)
    strbuf_addf(docx->out, "<w:gridCol w:w=\"%d\"/>", table->widths[i]);
  strbuf_add(docx->out, "</w:tblGrid>\n");
}

static void begin_row(struct docx *docx, const struct office_item *row) {
  strbuf_add(docx->out, "<w:tr>");
  if (row->may_split && !row->is_head)
    return;
  strbuf_addf(docx->out, "<w:trPr>%s%s</w:trPr>", row->may_split ? "" : "<w:cantSplit/>",
              row->is_head ? "<w:tblHeader/>" : "");
}

static void begin_cell(struct docx *docx, int width, bool is_head) {
  strbuf_addf(docx->out, "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/>%s</w:tcPr>", width,
              is_head ? "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EEEEEE\"/>" : "");
}

/* --- all of it --- */

struct place { /* in a table */
  const struct office_item *table, *row;
  size_t column;
};

static void add_item(struct docx *docx, const struct office_item *item, struct place *place) {
  switch (item->kind) {
  case OFFICE_PARAGRAPH:
    add_paragraph(docx, item);
    return;
  case OFFICE_TABLE:
    place->table = item;
    begin_table(docx, item);
    return;
  case OFFICE_TABLE_END: /* the paragraph keeps two tables apart */
    strbuf_add(docx->out, "</w:tbl>\n<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" "
                          "w:line=\"160\" w:lineRule=\"exact\"/></w:pPr></w:p>\n");
    return;
  case OFFICE_ROW:
    place->row = item;
    place->column = 0;
    begin_row(docx, item);
    return;
  case OFFICE_ROW_END:
    strbuf_add(docx->out, "</w:tr>\n");
    return;
  case OFFICE_CELL:
    assert(place->table && place->row);
    begin_cell(docx, place->table->widths[place->column++], place->row->is_head);
    return;
  case OFFICE_CELL_END:
    strbuf_add(docx->out, "</w:tc>");
    return;
  case OFFICE_LIST:
  case OFFICE_LIST_END:
  case OFFICE_ENTRY:
  case OFFICE_ENTRY_END:
    return;
  }
}

static void add_section(struct docx *docx, enum paper paper) {
  struct office_paper size = office_paper(paper);
  strbuf_addf(docx->out,
              "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header\"/>"
              "<w:footerReference w:type=\"default\" r:id=\"footer\"/>"
              "<w:footerReference w:type=\"first\" r:id=\"footer\"/>"
              "<w:pgSz w:w=\"%d\" w:h=\"%d\"/><w:pgMar w:top=\"%d\" w:right=\"%d\" "
              "w:bottom=\"%d\" w:left=\"%d\" w:header=\"680\" w:footer=\"680\" w:gutter=\"0\"/>"
              "<w:titlePg/>%s</w:sectPr>",
              size.width, size.height, MARGIN, MARGIN, MARGIN, MARGIN,
              docx->office->document->right_to_left ? "<w:bidi/>" : "");
}

void docx_add_document(struct strbuf *out, struct strbuf *relations, const struct office *office,
                       enum paper paper) {
  struct docx docx = {.office = office, .out = out, .relations = relations};
  struct place place = {NULL, NULL, 0};
  strbuf_add(out, DOCX_BEGIN "<w:document " DOCX_NAMES "><w:body>\n");
  for (size_t i = 0; i < office->count; i++)
    add_item(&docx, &office->items[i], &place);
  add_section(&docx, paper);
  strbuf_add(out, "</w:body></w:document>\n");
}
