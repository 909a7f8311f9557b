/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Styles, paper, language: what both files say alike. */
#include <ctype.h>
#include <string.h>

#include "base/checksum.h"
#include "base/strbuf.h"
#include "report/document.h"
#include "report/write-office.h"

/* clang-format off */
const struct office_look office_looks[STYLE_COUNT] = {
  [STYLE_BODY] = {"BodyText", "Body Text", "Text_20_body", "Text body", 100, 0, 120, 0, false, false, 0},
  [STYLE_TITLE] = {"Title", "Title", "Title", "Title", 190, 0, 60, 0, true, true, 0},
  [STYLE_SUBTITLE] = {"Subtitle", "Subtitle", "Subtitle", "Subtitle", 120, 0, 160, 0, false, false, 0},
  [STYLE_HEADING_1] = {"Heading1", "heading 1", "Heading_20_1", "Heading 1", 150, 400, 120, 0, true, true, 1},
  [STYLE_HEADING_2] = {"Heading2", "heading 2", "Heading_20_2", "Heading 2", 125, 300, 100, 0, true, true, 2},
  [STYLE_HEADING_3] = {"Heading3", "heading 3", "Heading_20_3", "Heading 3", 110, 240, 80, 0, true, true, 3},
  [STYLE_HEADING_4] = {"Heading4", "heading 4", "Heading_20_4", "Heading 4", 100, 200, 60, 0, true, true, 4},
  [STYLE_HEADING_5] = {"Heading5", "heading 5", "Heading_20_5", "Heading 5", 100, 160, 60, 0, true, true, 5},
  [STYLE_HEADING_6] = {"Heading6", "heading 6", "Heading_20_6", "Heading 6", 100, 160, 60, 0, true, true, 6},
  [STYLE_CLAUSE_ITEM] = {"Clause0", "Clause item", "Clause_20_item", "Clause item", 100, 0, 100, 0, false, false, 0},
  [STYLE_CLAUSE_PARAGRAPH] = {"Clause1", "Clause paragraph", "Clause_20_paragraph", "Clause paragraph", 100, 0, 100, 0, false, false, 0},
  [STYLE_CLAUSE_POINT] = {"Clause2", "Clause point", "Clause_20_point", "Clause point", 100, 0, 100, 0, false, false, 0},
  [STYLE_CLAUSE_SUBPOINT] = {"Clause3", "Clause subpoint", "Clause_20_subpoint", "Clause subpoint", 100, 0, 100, 0, false, false, 0},
  [STYLE_BULLETS] = {"ListBullet", "List Bullet", "List_20_1", "List 1", 100, 0, 60, 0, false, false, 0},
  [STYLE_NUMBERS] = {"ListNumber", "List Number", "Numbering_20_1", "Numbering 1", 100, 0, 60, 0, false, false, 0},
  [STYLE_QUOTE] = {"Quote", "Quote", "Quotations", "Quotations", 100, 0, 120, 400, false, false, 0},
  [STYLE_NOTE] = {"Note", "Note", "Note", "Note", 100, 0, 60, 0, false, false, 0},
  [STYLE_CAPTION] = {"Caption", "caption", "Caption", "Caption", 100, 60, 60, 0, false, true, 0},
  [STYLE_FIGURE] = {"Figure", "Figure", "Figure", "Figure", 100, 0, 20, 0, false, false, 0},
  [STYLE_TABLE_HEAD] = {"TableHeading", "Table Heading", "Table_20_Heading", "Table Heading", 95, 0, 0, 0, true, true, 0},
  [STYLE_TABLE_TEXT] = {"TableText", "Table Text", "Table_20_Contents", "Table Contents", 95, 0, 0, 0, false, false, 0},
  [STYLE_RULE] = {"Rule", "Rule", "Horizontal_20_Line", "Horizontal Line", 60, 120, 120, 0, false, false, 0},
  [STYLE_HEADER] = {"Header", "header", "Header", "Header", 82, 0, 0, 0, false, false, 0},
  [STYLE_FOOTER] = {"Footer", "footer", "Footer", "Footer", 82, 0, 0, 0, false, false, 0},
};
/* clang-format on */

struct office_paper office_paper(enum paper paper) {
  return paper == PAPER_A4 ? (struct office_paper){11906, 16838}
                           : (struct office_paper){12240, 15840};
}

int office_size_points(const struct document *document) {
  return document->large ? 13 : 11;
}

int office_space_before(const struct document *document, enum office_style style) {
  return document->large ? office_looks[style].before / 2 : office_looks[style].before;
}

int office_space_after(const struct document *document, enum office_style style) {
  return document->large ? office_looks[style].after * 2 / 3 : office_looks[style].after;
}

int office_line_percent(const struct document *document) {
  return document->large ? 102 : 110;
}

static size_t copy_letters(char out[9], const char *text) {
  size_t length = 0;
  while (length < 8 && isalpha((unsigned char)text[length])) {
    out[length] = text[length];
    length++;
  }
  out[length] = '\0';
  return length;
}

struct office_language office_language(const struct document *document) {
  struct office_language language = {"en", "US"};
  const char *tag = document->language ? document->language : "en";
  size_t length = copy_letters(language.language, tag);
  if (tag[length] && strchr("-_", tag[length]))
    copy_letters(language.country, tag + length + 1);
  return language;
}

int office_indentation(const struct office_item *item) {
  int left = item->depth * STEP;
  if (item->block && item->block->kind == BLOCK_PARAGRAPH)
    left += item->block->level * CLAUSE_HANGS;
  return left ? left + office_looks[item->style].left : 0;
}

const char *office_note_colour(const struct office_item *item) {
  return item->note % 2 ? "000000" : "010101";
}

void office_add_bookmark(struct strbuf *out, const char *anchor) {
  size_t length = strlen(anchor);
  if (length > 38) {
    strbuf_addf(out, "a_%08x", (unsigned)checksum_crc32(anchor, length));
    return;
  }
  strbuf_add(out, "a_");
  for (const char *at = anchor; *at; at++)
    strbuf_add_char(out, isalnum((unsigned char)*at) ? *at : '_');
}

void office_add_date(struct strbuf *out, const struct document *document, const char *ending) {
  if (document->date)
    strbuf_addf(out, "%sT00:00:00%s", document->date, ending);
}
