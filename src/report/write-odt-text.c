/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ODT: the text itself. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/strbuf.h"
#include "report/document.h"
#include "report/write-odt.h"
#include "report/write-parts.h"
#include "report/write-xml.h"

/* A paragraph style of its own for what differs from the named one. */
struct variant {
  enum office_style style;
  bool is_first, page_before, keep, against, begins_note, ends_group;
  size_t note; /* 0, or 1 and 2 in turn */
  int left;
};

struct odt {
  const struct office *office;
  struct strbuf *out;
  struct variant *variants;
  size_t variant_count, variant_capacity;
  const struct office_item *row;
  size_t table_count;
  bool after_space; /* one more space would not be seen */
};

/* --- runs --- */

/* Spaces that follow a space are written as an element. */
static void add_text_length(struct odt *odt, const char *text, size_t length) {
  while (length) {
    size_t spaces = strspn(text, " ");
    spaces = spaces < length ? spaces : length;
    size_t seen = spaces && !odt->after_space;
    strbuf_add(odt->out, seen ? " " : "");
    if (spaces > seen)
      strbuf_addf(odt->out, "<text:s text:c=\"%zu\"/>", spaces - seen);
    size_t words = strcspn(text + spaces, " ");
    words = words < length - spaces ? words : length - spaces;
    xml_add_text_length(odt->out, text + spaces, words);
    odt->after_space = words == 0 && (spaces || odt->after_space);
    text += spaces + words;
    length -= spaces + words;
  }
}

static void add_text(struct odt *odt, const char *text) {
  if (text)
    add_text_length(odt, text, strlen(text));
}

static void add_styled(struct odt *odt, const char *style, const char *text) {
  strbuf_addf(odt->out, "<text:span text:style-name=\"%s\">", style);
  add_text(odt, text);
  strbuf_add(odt->out, "</text:span>");
}

static void add_link(struct odt *odt, const struct run *run) {
  bool is_web = target_is_web(run->target);
  bool is_link = is_web || target_is_inside(odt->office->document, run->target);
  if (is_link) {
    strbuf_add(odt->out, "<text:a xlink:type=\"simple\" xlink:href=\"");
    if (is_web) {
      xml_add_text(odt->out, run->target);
    } else {
      strbuf_add(odt->out, "#");
      office_add_bookmark(odt->out, run->target + 1);
    }
    strbuf_addf(odt->out, "\" text:style-name=\"%s\">",
                is_web ? "Internet_20_link" : "Inner_20_link");
  }
  add_text(odt, run->text);
  strbuf_add(odt->out, is_link ? "</text:a>" : "");
  if (run_shows_target(run)) {
    add_text(odt, " <");
    add_text(odt, run->target);
    add_text(odt, ">");
  }
}

/* A field, which is brought up to date by itself. It shows a section's whole label, "Section 4", so
 * that a bare number stays words. */
static void begin_field(struct odt *odt, const char *anchor) {
  strbuf_add(odt->out, "<text:bookmark-ref text:reference-format=\"number\" text:ref-name=\"");
  office_add_bookmark(odt->out, anchor);
  strbuf_add(odt->out, "\">");
}

static void add_reference(struct odt *odt, const struct run *run, const char *words) {
  if (*words)
    begin_field(odt, run->target + 1);
  add_text(odt, words);
  add_text(odt, run->text);
  strbuf_add(odt->out, *words ? "</text:bookmark-ref>" : "");
}

/* The number of what is not counted here. That of a section that is explained is a field. */
static void add_printed_number(struct odt *odt, const struct office_item *item) {
  const struct block *section = office_explained_section(odt->office, item);
  const char *number = item->block->number;
  size_t length = strlen(number);
  if (section) {
    length -= strlen(odt->office->section_after);
    begin_field(odt, section->anchor);
    add_text_length(odt, number, length);
    strbuf_add(odt->out, "</text:bookmark-ref>");
  }
  add_text(odt, section ? number + length : number);
  add_text(odt, " ");
}

static void add_run(struct odt *odt, const struct run *run, const struct run *before) {
  switch (run->style) {
  case RUN_PLAIN:
    add_text_length(odt, run->text, office_words_length(odt->office, run));
    return;
  case RUN_STRONG:
    add_styled(odt, "Strong", run->text);
    return;
  case RUN_EMPHASIS:
    add_styled(odt, "Emphasis", run->text);
    return;
  case RUN_LINK:
    add_link(odt, run);
    return;
  case RUN_REFERENCE:
    add_reference(odt, run, office_reference_words(odt->office, before));
    return;
  case RUN_BREAK:
    strbuf_add(odt->out, "<text:line-break/>");
    odt->after_space = true;
    return;
  }
}

static void add_runs(struct odt *odt, const struct office_item *item) {
  const struct block *block = item->block;
  odt->after_space = true;
  if (item->lead) {
    add_styled(odt, "Strong", item->lead);
    add_styled(odt, "Strong", ": ");
  }
  add_text(odt, item->text);
  if (block && block->number && item->count != COUNT_OUTLINE)
    add_printed_number(odt, item);
  const struct run *before = NULL;
  for (const struct run *run = block ? block->runs : NULL; run; before = run, run = run->next)
    add_run(odt, run, before);
}

/* --- variants of styles --- */

static bool is_variant(const struct variant *variant) {
  return variant->is_first || variant->page_before || variant->keep || variant->against ||
         variant->begins_note || variant->ends_group || variant->note || variant->left;
}

static struct variant variant_of(const struct odt *odt, const struct office_item *item) {
  const struct office_look *look = &office_looks[item->style];
  return (struct variant){
      .style = item->style,
      .is_first = item == odt->office->items,
      .page_before = item->page_before,
      .keep = item->keep_with_next && !look->keep_with_next,
      .against = item->right_to_left != odt->office->document->right_to_left,
      .begins_note = item->begins_note,
      .ends_group = item->ends_group,
      .note = item->note ? 1 + item->note % 2 : 0,
      .left = item->depth || item->count != COUNT_NOT ? 0 : office_indentation(item),
  };
}

static bool same_variant(const struct variant *a, const struct variant *b) {
  return a->style == b->style && a->is_first == b->is_first && a->page_before == b->page_before &&
         a->keep == b->keep && a->against == b->against && a->begins_note == b->begins_note &&
         a->ends_group == b->ends_group && a->note == b->note && a->left == b->left;
}

static void add_style_name(struct odt *odt, const struct office_item *item) {
  struct variant variant = variant_of(odt, item);
  size_t i = 0;
  if (!is_variant(&variant)) {
    strbuf_addf(odt->out, " text:style-name=\"%s\"", office_looks[item->style].odt_name);
    return;
  }
  while (i < odt->variant_count && !same_variant(&variant, &odt->variants[i]))
    i++;
  if (i == odt->variant_count) {
    MEMORY_GROW(odt->variants, odt->variant_count, odt->variant_capacity);
    odt->variants[odt->variant_count++] = variant;
  }
  strbuf_addf(odt->out, " text:style-name=\"P%zu\"", i + 1);
}

/* Both if either differs from the style: for LibreOffice one that is not said is 0. */
static void add_margins(struct odt *odt, const struct variant *variant) {
  const struct document *document = odt->office->document;
  if (!variant->page_before && !variant->begins_note && !variant->ends_group)
    return;
  int before =
      variant->begins_note ? SPACE_AROUND_GROUP : office_space_before(document, variant->style);
  if (variant->page_before)
    before = 0;
  odt_add_length(odt->out, "fo:margin-top", before);
  odt_add_length(odt->out, "fo:margin-bottom",
                 variant->ends_group ? SPACE_AROUND_GROUP
                                     : office_space_after(document, variant->style));
}

static void add_variant(struct odt *odt, size_t index) {
  const struct variant *variant = &odt->variants[index];
  struct strbuf *out = odt->out;
  strbuf_addf(out,
              "<style:style style:name=\"P%zu\" style:family=\"paragraph\" "
              "style:parent-style-name=\"%s\"%s><style:paragraph-properties",
              index + 1, office_looks[variant->style].odt_name,
              variant->is_first ? " style:master-page-name=\"First_20_Page\"" : "");
  if (variant->page_before)
    strbuf_add(out, " fo:break-before=\"page\"");
  if (variant->keep)
    strbuf_add(out, " fo:keep-with-next=\"always\" fo:keep-together=\"always\"");
  if (variant->against) /* LibreOffice takes "start" for the left in either direction */
    strbuf_add(out, odt->office->document->right_to_left
                        ? " style:writing-mode=\"lr-tb\" fo:text-align=\"left\""
                        : " style:writing-mode=\"rl-tb\" fo:text-align=\"right\"");
  add_margins(odt, variant);
  if (variant->left)
    odt_add_length(out, "fo:margin-left", variant->left);
  if (variant->note)
    strbuf_addf(out, " fo:border-left=\"3pt solid #%s\" fo:padding-left=\"0.28cm\"",
                office_note_colour(&(struct office_item){.note = variant->note - 1}));
  strbuf_add(out, "/></style:style>\n");
}

/* --- paragraphs --- */

/* Each counted paragraph stands in a list of its own that goes on with the instance's first one. */
static void begin_outline(struct odt *odt, const struct office_item *item) {
  bool begins = item->start > 0;
  strbuf_addf(odt->out, "<text:list text:style-name=\"Law\" %s=\"law%zu\">",
              begins ? "xml:id" : "text:continue-list", item->list);
  for (int i = 0; i < item->level; i++)
    strbuf_add(odt->out, "<text:list-item><text:list>");
  if (begins)
    strbuf_addf(odt->out, "<text:list-item text:start-value=\"%zu\">", item->start);
  else
    strbuf_add(odt->out, "<text:list-item>");
}

static void end_outline(struct odt *odt, const struct office_item *item) {
  strbuf_add(odt->out, "</text:list-item></text:list>");
  for (int i = 0; i < item->level; i++)
    strbuf_add(odt->out, "</text:list-item></text:list>");
}

static void add_bookmark(struct odt *odt, const char *anchor, const char *element) {
  if (!anchor)
    return;
  strbuf_addf(odt->out, "<%s text:name=\"", element);
  office_add_bookmark(odt->out, anchor);
  strbuf_add(odt->out, "\"/>");
}

static void add_paragraph(struct odt *odt, const struct office_item *item) {
  const char *anchor = item->block ? item->block->anchor : NULL;
  int outline = office_looks[item->style].outline;
  if (item->count == COUNT_OUTLINE)
    begin_outline(odt, item);
  strbuf_add(odt->out, outline ? "<text:h" : "<text:p");
  add_style_name(odt, item);
  if (outline)
    strbuf_addf(odt->out, " text:outline-level=\"%d\"", outline);
  strbuf_add(odt->out, ">");
  add_bookmark(odt, anchor, "text:bookmark-start");
  add_runs(odt, item);
  add_bookmark(odt, anchor, "text:bookmark-end");
  strbuf_add(odt->out, outline ? "</text:h>" : "</text:p>");
  if (item->count == COUNT_OUTLINE)
    end_outline(odt, item);
  strbuf_add_char(odt->out, '\n');
}

/* --- tables --- */

static void begin_table(struct odt *odt, const struct office_item *table) {
  size_t number = ++odt->table_count;
  strbuf_addf(odt->out, "<table:table table:name=\"Table%zu\" table:style-name=\"Table%zu\">",
              number, number);
  for (size_t i = 0; i < table->column_count; i++)
    strbuf_addf(odt->out, "<table:table-column table:style-name=\"Table%zu.%zu\"/>", number, i + 1);
  strbuf_add_char(odt->out, '\n');
}

static void add_table_styles(struct odt *odt, const struct office_item *table) {
  size_t number = ++odt->table_count;
  strbuf_addf(odt->out,
              "<style:style style:name=\"Table%zu\" style:family=\"table\">"
              "<style:table-properties table:align=\"margins\" style:writing-mode=\"%s\"",
              number, odt->office->document->right_to_left ? "rl-tb" : "lr-tb");
  odt_add_length(odt->out, "style:width", odt->office->text_width);
  odt_add_length(odt->out, "fo:margin-bottom", SPACE_AROUND_GROUP);
  strbuf_add(odt->out, "/></style:style>\n");
  for (size_t i = 0; i < table->column_count; i++) {
    strbuf_addf(odt->out,
                "<style:style style:name=\"Table%zu.%zu\" style:family=\"table-column\">"
                "<style:table-column-properties",
                number, i + 1);
    odt_add_length(odt->out, "style:column-width", table->widths[i]);
    strbuf_add(odt->out, "/></style:style>\n");
  }
}

static const char table_styles[] =
    "<style:style style:name=\"Row\" style:family=\"table-row\"><style:table-row-properties "
    "fo:keep-together=\"always\"/></style:style>\n"
    "<style:style style:name=\"LongRow\" style:family=\"table-row\"><style:table-row-properties "
    "fo:keep-together=\"auto\"/></style:style>\n"
    "<style:style style:name=\"Cell\" style:family=\"table-cell\"><style:table-cell-properties "
    "fo:border=\"0.5pt solid #767676\" fo:padding-top=\"0.05cm\" fo:padding-bottom=\"0.05cm\" "
    "fo:padding-left=\"0.15cm\" fo:padding-right=\"0.15cm\"/></style:style>\n"
    "<style:style style:name=\"HeadCell\" style:family=\"table-cell\">"
    "<style:table-cell-properties fo:border=\"0.5pt solid #767676\" fo:padding-top=\"0.05cm\" "
    "fo:padding-bottom=\"0.05cm\" fo:padding-left=\"0.15cm\" fo:padding-right=\"0.15cm\" "
    "fo:background-color=\"#eeeeee\"/></style:style>\n";

/* --- all of it --- */

static void add_item(struct odt *odt, const struct office_item *item) {
  switch (item->kind) {
  case OFFICE_PARAGRAPH:
    add_paragraph(odt, item);
    return;
  case OFFICE_LIST:
    strbuf_addf(odt->out, "<text:list text:style-name=\"%s\">\n",
                item->ordered ? "Numbers"
                : item->note  ? "NoteBullets"
                              : "Bullets");
    return;
  case OFFICE_LIST_END:
    strbuf_add(odt->out, "</text:list>\n");
    return;
  case OFFICE_ENTRY:
    strbuf_add(odt->out, "<text:list-item>");
    return;
  case OFFICE_ENTRY_END:
    strbuf_add(odt->out, "</text:list-item>\n");
    return;
  case OFFICE_TABLE:
    begin_table(odt, item);
    return;
  case OFFICE_TABLE_END:
    strbuf_add(odt->out, "</table:table>\n");
    return;
  case OFFICE_ROW:
    odt->row = item;
    strbuf_addf(odt->out, "%s<table:table-row table:style-name=\"%s\">",
                item->is_head ? "<table:table-header-rows>" : "",
                item->may_split ? "LongRow" : "Row");
    return;
  case OFFICE_ROW_END:
    assert(odt->row);
    strbuf_add(odt->out, odt->row->is_head ? "</table:table-row></table:table-header-rows>\n"
                                           : "</table:table-row>\n");
    return;
  case OFFICE_CELL:
    assert(odt->row);
    strbuf_addf(odt->out, "<table:table-cell table:style-name=\"%s\" office:value-type=\"string\">",
                odt->row->is_head ? "HeadCell" : "Cell");
    return;
  case OFFICE_CELL_END:
    strbuf_add(odt->out, "</table:table-cell>");
    return;
  }
}

static void add_automatic_styles(struct odt *odt) {
  strbuf_add(odt->out, table_styles);
  odt->table_count = 0;
  for (size_t i = 0; i < odt->office->count; i++)
    if (odt->office->items[i].kind == OFFICE_TABLE)
      add_table_styles(odt, &odt->office->items[i]);
  for (size_t i = 0; i < odt->variant_count; i++)
    add_variant(odt, i);
}

void odt_add_content(struct strbuf *out, const struct office *office) {
  struct strbuf body;
  strbuf_init(&body);
  struct odt odt = {.office = office, .out = &body};
  for (size_t i = 0; i < office->count; i++)
    add_item(&odt, &office->items[i]);
  odt.out = out;
  strbuf_add(out, ODT_BEGIN "<office:document-content " ODT_NAMES ">\n<office:automatic-styles>\n");
  add_automatic_styles(&odt);
  strbuf_add(out, "</office:automatic-styles>\n<office:body><office:text>\n");
  strbuf_add_bytes(out, body.text, body.length);
  strbuf_add(out, "</office:text></office:body></office:document-content>\n");
  free(odt.variants);
  strbuf_release(&body);
}
