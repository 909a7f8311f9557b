/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands before the text: the head, and the table of contents. */
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/utf8.h"
#include "report/document.h"
#include "report/write-html.h"
#include "report/write-parts.h"
#include "report/write-xml.h"

enum {
  CONTENTS_FROM = 6, /* headings; with fewer there is nothing to look up */
  CONTENTS_TO = 30,  /* with more only those of the first level are listed */
};

/* --- the head --- */

/* A string of the style sheet; nothing in it can end the string or the sheet. */
static void add_style_text(struct strbuf *out, const char *text) {
  struct strbuf clean;
  strbuf_init(&clean);
  utf8_clean(&clean, text, strlen(text), UTF8_ONE_LINE);
  strbuf_add_char(out, '"');
  for (const char *at = clean.text; *at; at++)
    if (strchr("\"\\<>&", *at))
      strbuf_addf(out, "\\%x ", (unsigned)*at);
    else
      strbuf_add_char(out, *at);
  strbuf_add_char(out, '"');
  strbuf_release(&clean);
}

/* For browsers that print what the style sheet puts into the margins. */
static void add_page_number(struct strbuf *out) {
  struct page_number number = page_number_parts();
  add_style_text(out, number.words[0]);
  strbuf_add(out, number.count_first ? "counter(pages)" : "counter(page)");
  add_style_text(out, number.words[1]);
  strbuf_add(out, number.count_first ? "counter(page)" : "counter(pages)");
  add_style_text(out, number.words[2]);
  page_number_release(&number);
}

static void add_page_style(struct html *html, const struct write_options *options) {
  char *title = running_title(html->document);
  strbuf_addf(html->out, "@page{size:%s;margin:18mm;",
              options->paper == PAPER_A4 ? "A4" : "letter");
  strbuf_add(html->out, "@top-left{font:9pt sans-serif;content:");
  add_style_text(html->out, title);
  strbuf_add(html->out, "}@bottom-left{font:9pt sans-serif;content:");
  add_style_text(html->out, html->document->date ? html->document->date : "");
  strbuf_add(html->out, "}@bottom-right{font:9pt sans-serif;content:");
  add_page_number(html->out);
  strbuf_add(html->out, "}}\n@page:first{@top-left{content:\"\"}}\n");
  free(title);
}

void html_add_head(struct html *html, const struct write_options *options) {
  char *title = running_title(html->document);
  strbuf_add(html->out, "<!DOCTYPE html>\n<html lang=\"");
  xml_add_text(html->out, html->document->language);
  strbuf_addf(html->out, "\" dir=\"%s\"%s>\n", html->document->right_to_left ? "rtl" : "ltr",
              html->document->large ? " class=\"large\"" : "");
  strbuf_add(html->out,
             "<head>\n<meta charset=\"utf-8\">\n"
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
             "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
             "<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
  xml_add_text(html->out, *title ? title : html->document->name);
  strbuf_add(html->out, "</title>\n<style>\n");
  strbuf_add(html->out, html_style);
  add_page_style(html, options);
  strbuf_add(html->out, "</style>\n</head>\n");
  free(title);
}

/* --- the table of contents --- */

static bool is_listed(const struct block *block, int deepest) {
  return block->kind == BLOCK_HEADING && block->level <= deepest && block->runs;
}

static size_t count_listed(const struct block *root, int deepest) {
  size_t count = 0;
  for (const struct block *block = root->first; block; block = block->next)
    count += is_listed(block, deepest);
  return count;
}

void html_add_heading_id(struct html *html, const struct block *heading, size_t index) {
  if (heading->anchor)
    xml_add_text(html->out, heading->anchor);
  else
    strbuf_addf(html->out, "heading-%zu", index);
}

static void add_entry(struct html *html, const struct block *heading, size_t index) {
  strbuf_add(html->out, "<li><a href=\"#");
  html_add_heading_id(html, heading, index);
  strbuf_add(html->out, "\">");
  if (heading->number) {
    xml_add_text(html->out, heading->number);
    strbuf_add_char(html->out, ' ');
  }
  for (const struct run *run = heading->runs; run; run = run->next)
    xml_add_text(html->out, run->style == RUN_BREAK ? " " : run->text);
  strbuf_add(html->out, "</a>");
}

/* Entries of level 2 stand in a list within the entry before them. */
static void add_entries(struct html *html, int deepest) {
  size_t index = 0;
  int depth = 0;
  for (const struct block *block = html->document->root->first; block; block = block->next) {
    if (is_listed(block, deepest)) {
      int level = depth == 0 ? 1 : block->level;
      if (level > depth)
        strbuf_add(html->out, depth ? "\n<ul>\n" : "<ul>\n");
      else
        strbuf_add(html->out, level < depth ? "</li>\n</ul></li>\n" : "</li>\n");
      add_entry(html, block, index);
      depth = level;
    }
    index += block->kind == BLOCK_HEADING;
  }
  strbuf_add(html->out, depth == 2 ? "</li>\n</ul></li>\n</ul>\n" : "</li>\n</ul>\n");
}

void html_add_contents(struct html *html) {
  const struct block *root = html->document->root;
  if (count_listed(root, 2) < CONTENTS_FROM)
    return;
  strbuf_add(html->out, "<nav aria-labelledby=\"contents\">\n<p id=\"contents\">");
  xml_add_text(html->out, _("Contents"));
  strbuf_add(html->out, "</p>\n");
  add_entries(html, count_listed(root, 2) > CONTENTS_TO && count_listed(root, 1) > 1 ? 1 : 2);
  strbuf_add(html->out, "</nav>\n");
}
