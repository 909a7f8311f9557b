/* SPDX-License-Identifier: GPL-3.0-or-later */
/* OpenDocument text: the package and its small parts. */
#include "report/write-odt.h"

#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/strbuf.h"
#include "base/zip.h"
#include "report/document.h"
#include "report/write-parts.h"
#include "report/write-xml.h"

static const char media_type[] = "application/vnd.oasis.opendocument.text";

static const char manifest[] = ODT_BEGIN
    "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
    "manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\" "
    "manifest:version=\"1.3\" manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>"
    "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
    "<manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>"
    "<manifest:file-entry manifest:full-path=\"meta.xml\" manifest:media-type=\"text/xml\"/>"
    "</manifest:manifest>\n";

/* Twips are 2.54/1440 cm; whole numbers, so that no locale has a say. */
void odt_add_length(struct strbuf *out, const char *name, int twips) {
  int thousandths = twips * 254 / 144;
  const char *sign = thousandths < 0 ? "-" : "";
  thousandths = abs(thousandths);
  strbuf_addf(out, " %s=\"%s%d.%03dcm\"", name, sign, thousandths / 1000, thousandths % 1000);
}

static void add_meta(struct strbuf *out, const struct document *document) {
  char *title = running_title(document);
  strbuf_add(out, ODT_BEGIN "<office:document-meta " ODT_NAMES "><office:meta><dc:title>");
  xml_add_text(out, title);
  strbuf_add(out, "</dc:title><dc:language>");
  xml_add_text(out, document->language);
  strbuf_add(out, "</dc:language>");
  if (document->date) {
    strbuf_add(out, "<meta:creation-date>");
    office_add_date(out, document, "");
    strbuf_add(out, "</meta:creation-date><dc:date>");
    office_add_date(out, document, "");
    strbuf_add(out, "</dc:date>");
  }
  strbuf_add(out, "</office:meta></office:document-meta>\n");
  free(title);
}

static void add_part(struct zip *zip, const char *name, struct strbuf *part) {
  zip_add(zip, name, part->text, part->length);
  strbuf_clear(part);
}

bool write_odt(const struct document *document, const struct write_options *options,
               struct strbuf *out, struct error *err) {
  (void)err;
  const struct language *before = language_use(language_open(document->language, NULL));
  struct office *office = office_new(document, options->paper);
  struct strbuf part;
  struct zip zip;
  strbuf_init(&part);
  zip_begin(&zip, out);
  zip_add(&zip, "mimetype", media_type, strlen(media_type)); /* has to be the first */
  zip_add(&zip, "META-INF/manifest.xml", manifest, strlen(manifest));
  add_meta(&part, document);
  add_part(&zip, "meta.xml", &part);
  odt_add_styles(&part, office, options->paper);
  add_part(&zip, "styles.xml", &part);
  odt_add_content(&part, office);
  add_part(&zip, "content.xml", &part);
  zip_end(&zip);
  strbuf_release(&part);
  office_free(office);
  language_use(before);
  return true;
}
