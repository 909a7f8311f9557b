/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For check-pdf. sample-pdf NAME pdf: the sample as PDF, on standard output. sample-pdf NAME words:
 * whether each word of the sample stands in its order in the text that pdftotext -raw made of it,
 * on standard input; from-left: those of scripts that run from the left. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/environment.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "base/utf8.h"
#include "report/writer.h"
#include "samples.h"

static bool only_arabic, only_from_left;

/* Marks of direction, which pdftotext adds; stops and brackets, which it puts on the other side of
 * words that run from the right (and in an Arabic text whatever is not Arabic); characters beyond
 * the plane that our fonts have. */
static bool is_left_out(uint32_t code) {
  if (code < 0x80 && (only_arabic || strchr(" .,:()", (int)code)))
    return true;
  if (only_from_left && code >= 0x590 && code < 0x900)
    return true;
  return code < ' ' || code == 0xA0 || (code >= 0x200B && code <= 0x200F) ||
         (code >= 0x202A && code <= 0x202E) || code >= 0x10000;
}

/* Without case and accents: an accent may be part of the letter in one and follow it in the other.
 */
static void add(struct strbuf *out, const char *text) {
  char *key = text_search_key(text);
  size_t length = strlen(key);
  uint32_t code;
  for (size_t at = 0, size; (size = utf8_decode(key + at, length - at, &code)); at += size)
    if (!is_left_out(code))
      strbuf_add_bytes(out, key + at, size);
  free(key);
}

static bool is_footer(const char *line) {
  return strncmp(line, "2026-11-22", 10) == 0 || strncmp(line, "Page ", 5) == 0 || !*line;
}

/* The lines of a page but for its footer, and for its running title: the first, after page one. */
static void add_page(struct strbuf *out, char *page, bool first) {
  char *line = first ? page : page + strcspn(page, "\n");
  for (char *last; (last = strrchr(line, '\n')) && is_footer(last + 1);)
    *last = '\0';
  add(out, line);
}

static void add_pages(struct strbuf *out, char *text) {
  bool first = true;
  for (char *page = strtok(text, "\f"); page; page = strtok(NULL, "\f")) {
    add_page(out, page, first);
    first = false;
  }
}

static bool find_word(const char **at, const char *word, size_t length) {
  char *copy = memory_dup_length(word, length);
  struct strbuf wanted;
  strbuf_init(&wanted);
  add(&wanted, copy);
  free(copy);
  const char *found = strstr(*at, wanted.text);
  if (found)
    *at = found + wanted.length;
  else
    fprintf(stderr, "the word '%s' is lost or out of order; there follows: %.100s\n", wanted.text,
            *at);
  strbuf_release(&wanted);
  return found;
}

static bool find_words(const char **at, const char *text) {
  bool found = true;
  while (found && text && *text) {
    size_t length = strcspn(text, " \n");
    found = find_word(at, text, length);
    text += length + strspn(text + length, " \n");
  }
  return found;
}

static bool find_block(const char **at, const struct block *block) {
  bool found = find_words(at, block->number);
  for (const struct run *run = block->runs; found && run; run = run->next)
    found = find_words(at, run->text);
  for (size_t i = 0; found && i < block->segment_count; i++)
    found = find_words(at, block->segments[i].label);
  for (const struct block *inner = block->first; found && inner; inner = inner->next)
    found = find_block(at, inner);
  return found;
}

static bool check_words(const struct document *document) {
  struct strbuf read, seen;
  strbuf_init(&read);
  strbuf_init(&seen);
  char buffer[4096];
  for (size_t size; (size = fread(buffer, 1, sizeof buffer, stdin));)
    strbuf_add_bytes(&read, buffer, size);
  if (read.length)
    add_pages(&seen, read.text);
  const char *at = seen.text;
  bool found = find_block(&at, document->root);
  strbuf_release(&read);
  strbuf_release(&seen);
  return found;
}

static bool write_sample(const struct document *document) {
  struct error err = ERROR_INIT;
  struct strbuf out;
  strbuf_init(&out);
  bool done =
      writer_find("pdf")->write(document, &(struct write_options){.paper = PAPER_A4}, &out, &err);
  fwrite(out.text, 1, out.length, stdout);
  if (!done)
    fprintf(stderr, "%s\n", err.message);
  strbuf_release(&out);
  error_release(&err);
  return done;
}

int main(int count, char **arguments) {
  struct document *document = count == 3 ? sample_document(arguments[1]) : NULL;
  if (!document)
    return 2;
  environment_set_locale();
  only_arabic = document->right_to_left;
  only_from_left = strcmp(arguments[2], "from-left") == 0;
  bool done = strcmp(arguments[2], "pdf") == 0 ? write_sample(document) : check_words(document);
  document_free(document);
  return !done;
}
