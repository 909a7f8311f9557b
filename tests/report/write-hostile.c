/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For check-markdown: the hostile document as Markdown ("markdown"), or all that a reader should
 * see of it, without spaces ("words"). */
#include <stdio.h>
#include <string.h>

#include "base/environment.h"
#include "base/strbuf.h"
#include "hostile.h"
#include "report/writer.h"

static void add(struct strbuf *out, const char *text) {
  for (; text && *text; text++)
    if (*text != ' ')
      strbuf_add_char(out, *text);
}

static void collect(const struct block *block, struct strbuf *out) {
  add(out, block->number);
  for (const struct run *run = block->runs; run; run = run->next)
    add(out, run->text);
  for (size_t i = 0; i < block->segment_count; i++)
    strbuf_add_repeat(out, (char[]){block->segments[i].mark, 0}, block->segments[i].count);
  for (size_t i = 0; i < block->segment_count; i++) {
    add(out, i ? "," : "");
    add(out, block->segments[i].label);
  }
  for (const struct block *inner = block->first; inner; inner = inner->next)
    collect(inner, out);
}

int main(int count, char **arguments) {
  if (count != 2)
    return 2;
  environment_set_locale();
  struct document *document = hostile_document(false);
  struct strbuf out;
  strbuf_init(&out);
  bool done = true;
  if (strcmp(arguments[1], "markdown") == 0)
    done = writer_find("markdown")->write(document, &(struct write_options){0}, &out, NULL);
  else
    collect(document->root, &out);
  fputs(out.text, stdout);
  strbuf_release(&out);
  document_free(document);
  return !done;
}
