/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/document-writing.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "cli/options.h"
#include "cli/output.h"
#include "guide/guide.h"

/* The names that a table has, for an error: "text, markdown, html". */
static void add_name(struct strbuf *names, const char *name) {
  strbuf_add(names, names->length ? ", " : "");
  strbuf_add(names, name);
}

static bool unknown_document(const char *name, struct error *err) {
  struct strbuf names;
  strbuf_init(&names);
  for (const struct report_kind *kind = report_kinds; kind->name; kind++) {
    add_name(&names, kind->name);
  }
  error_set(err, _("there is no document '%s'; choose one of: %s"), name, names.text);
  strbuf_release(&names);
  return false;
}

static bool unknown_format(const char *name, struct error *err) {
  struct strbuf names;
  strbuf_init(&names);
  for (const struct writer *writer = writers; writer->name; writer++) {
    add_name(&names, writer->name);
  }
  error_set(err, _("there is no format '%s'; choose one of: %s"), name, names.text);
  strbuf_release(&names);
  return false;
}

/* The format that goes with a file's name, else plain text. */
static const struct writer *writer_for_file(const char *path) {
  const char *dot = path ? strrchr(path_name(path), '.') : NULL;
  for (const struct writer *writer = writers; dot && writer->name; writer++) {
    if (!strcmp(writer->extension, dot + 1)) {
      return writer;
    }
  }
  return writer_find("text");
}

static bool read_paper(const char *name, enum paper *paper, struct error *err) {
  if (!name || !strcmp(name, "letter")) {
    *paper = PAPER_LETTER;
  } else if (!strcmp(name, "a4")) {
    *paper = PAPER_A4;
  } else {
    return error_set(err, _("there is no paper '%s'; choose one of: %s"), name, "letter, a4");
  }
  return true;
}

bool document_request_read(struct document_request *request, const struct options *options,
                           const char *kind, struct error *err) {
  const char *document = options->document ? options->document : kind;
  bool on_paper = !options->output || strcmp(options->output, "-") != 0;
  *request = (struct document_request){
      .kind = report_find(document),
      .writer = options->format ? writer_find(options->format) : writer_for_file(options->output),
      .report = {.language = language_in_use(), .private_notes = options->private_notes},
      .write = {.ascii = on_paper ? options->ascii : output_is_ascii(), .paged = on_paper},
      .output = options->output,
      .may_replace = options->force,
  };
  if (!request->kind) {
    return unknown_document(document, err);
  }
  if (!request->writer) {
    return unknown_format(options->format, err);
  }
  return read_paper(options->paper, &request->write.paper, err);
}

/* Owned by the caller. */
static char *path_for(const struct document_request *request, const struct document *document) {
  const char *output = request->output;
  if (output && !file_is_folder(output)) {
    return memory_dup(output);
  }
  char *name = report_file_name(document, request->writer->extension);
  if (!output) {
    return name;
  }
  char *path = path_join(output, name);
  free(name);
  return path;
}

static bool put(const struct document_request *request, const struct document *document,
                const struct strbuf *bytes, struct error *err) {
  if (request->output && !strcmp(request->output, "-")) {
    output_bytes(bytes->text, bytes->length);
    return true;
  }
  char *path = path_for(request, document);
  bool done = false;
  if (!request->may_replace && file_exists(path)) {
    error_set(err, _("'%s' exists already; name another file with -o, or replace it with --force"),
              path);
  } else {
    done = file_write_new(path, bytes->text, bytes->length, request->may_replace, err);
  }
  if (done) {
    output_format(_("Wrote %s.\n"), path);
  }
  free(path);
  return done;
}

bool document_write(const struct document_request *request, struct guide *guide,
                    struct error *err) {
  struct document *document = report_build(request->kind, guide_checklist(guide),
                                           guide_session(guide), &request->report, err);
  if (!document) {
    return false;
  }
  struct strbuf bytes;
  strbuf_init(&bytes);
  bool done = request->writer->write(document, &request->write, &bytes, err) &&
              put(request, document, &bytes, err);
  strbuf_release(&bytes);
  document_free(document);
  return done;
}
