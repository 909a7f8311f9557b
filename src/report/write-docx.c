/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DOCX as Word writes it, down to what is needed: the package and its small parts. */
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/strbuf.h"
#include "base/zip.h"
#include "report/document.h"
#include "report/write-docx.h"
#include "report/write-parts.h"
#include "report/write-xml.h"

#define OFFICE_TYPES "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define WORD_CONTENT "application/vnd.openxmlformats-officedocument.wordprocessingml."

static const char content_types[] = DOCX_BEGIN
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" "
    "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/word/document.xml\" ContentType=\"" WORD_CONTENT "document.main+xml\"/>"
    "<Override PartName=\"/word/styles.xml\" ContentType=\"" WORD_CONTENT "styles+xml\"/>"
    "<Override PartName=\"/word/numbering.xml\" ContentType=\"" WORD_CONTENT "numbering+xml\"/>"
    "<Override PartName=\"/word/settings.xml\" ContentType=\"" WORD_CONTENT "settings+xml\"/>"
    "<Override PartName=\"/word/header1.xml\" ContentType=\"" WORD_CONTENT "header+xml\"/>"
    "<Override PartName=\"/word/footer1.xml\" ContentType=\"" WORD_CONTENT "footer+xml\"/>"
    "<Override PartName=\"/docProps/core.xml\" "
    "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>\n";

static const char package_relations[] = DOCX_BEGIN
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"" OFFICE_TYPES
    "officeDocument\" Target=\"word/document.xml\"/>"
    "<Relationship Id=\"rId2\" "
    "Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\""
    " Target=\"docProps/core.xml\"/></Relationships>\n";

static const char document_relations[] = DOCX_BEGIN
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"styles\" Type=\"" OFFICE_TYPES "styles\" Target=\"styles.xml\"/>"
    "<Relationship Id=\"numbering\" Type=\"" OFFICE_TYPES "numbering\" Target=\"numbering.xml\"/>"
    "<Relationship Id=\"settings\" Type=\"" OFFICE_TYPES "settings\" Target=\"settings.xml\"/>"
    "<Relationship Id=\"header\" Type=\"" OFFICE_TYPES "header\" Target=\"header1.xml\"/>"
    "<Relationship Id=\"footer\" Type=\"" OFFICE_TYPES "footer\" Target=\"footer1.xml\"/>";

/* Word 2013's way of layout; without it the file opens in “compatibility mode”. */
static const char settings[] = DOCX_BEGIN
    "<w:settings " DOCX_NAMES "><w:defaultTabStop w:val=\"720\"/><w:compat>"
    "<w:compatSetting w:name=\"compatibilityMode\" "
    "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>\n";

static void add_core(struct strbuf *out, const struct document *document) {
  static const char *const dates[] = {"created", "modified"};
  char *title = running_title(document);
  strbuf_add(out, DOCX_BEGIN
             "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/"
             "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
             "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
             "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>");
  xml_add_text(out, title);
  strbuf_add(out, "</dc:title><dc:language>");
  xml_add_text(out, document->language);
  strbuf_add(out, "</dc:language>");
  for (size_t i = 0; i < 2 && document->date; i++) {
    strbuf_addf(out, "<dcterms:%s xsi:type=\"dcterms:W3CDTF\">", dates[i]);
    office_add_date(out, document, "Z");
    strbuf_addf(out, "</dcterms:%s>", dates[i]);
  }
  strbuf_add(out, "</cp:coreProperties>\n");
  free(title);
}

static void add_part(struct zip *zip, const char *name, struct strbuf *part) {
  zip_add(zip, name, part->text, part->length);
  strbuf_clear(part);
}

static void add_parts(struct zip *zip, const struct office *office, enum paper paper) {
  struct strbuf part, relations;
  strbuf_init(&part);
  strbuf_init(&relations);
  strbuf_add(&relations, document_relations);
  zip_add(zip, "[Content_Types].xml", content_types, strlen(content_types));
  zip_add(zip, "_rels/.rels", package_relations, strlen(package_relations));
  add_core(&part, office->document);
  add_part(zip, "docProps/core.xml", &part);
  docx_add_document(&part, &relations, office, paper);
  add_part(zip, "word/document.xml", &part);
  strbuf_add(&relations, "</Relationships>\n");
  add_part(zip, "word/_rels/document.xml.rels", &relations);
  docx_add_styles(&part, office);
  add_part(zip, "word/styles.xml", &part);
  docx_add_numbering(&part, office);
  add_part(zip, "word/numbering.xml", &part);
  docx_add_header(&part, office);
  add_part(zip, "word/header1.xml", &part);
  docx_add_footer(&part, office);
  add_part(zip, "word/footer1.xml", &part);
  zip_add(zip, "word/settings.xml", settings, strlen(settings));
  strbuf_release(&part);
  strbuf_release(&relations);
}

bool write_docx(const struct document *document, const struct write_options *options,
                struct strbuf *out, struct error *err) {
  (void)err;
  const struct language *before = language_use(language_open(document->language, NULL));
  struct office *office = office_new(document, options->paper);
  struct zip zip;
  zip_begin(&zip, out);
  add_parts(&zip, office, options->paper);
  zip_end(&zip);
  office_free(office);
  language_use(before);
  return true;
}
