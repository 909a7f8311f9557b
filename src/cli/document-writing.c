/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/document-writing.h"

#include <assert.h>
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

/* "summary, ordinance": the documents that are written in a format, or the formats of a document.
 */
static void add_fitting(struct strbuf *names, const struct report_kind *kind,
                        const struct writer *writer) {
  for (const struct report_kind *one = report_kinds; !kind && one->name; one++) {
    if (report_fits(one, writer)) {
      add_name(names, one->name);
    }
  }
  for (const struct writer *one = writers; !writer && one->name; one++) {
    if (report_fits(kind, one)) {
      add_name(names, one->name);
    }
  }
}

static bool does_not_fit(const struct report_kind *kind, const struct writer *writer,
                         struct error *err) {
  struct strbuf formats, documents;
  strbuf_init(&formats);
  strbuf_init(&documents);
  add_fitting(&formats, kind, NULL);
  add_fitting(&documents, NULL, writer);
  error_set(err,
            _("the document '%s' is not written as %s; use --format with one of: %s; or "
              "--document with one of: %s"),
            kind->name, writer->name, formats.text, documents.text);
  strbuf_release(&formats);
  strbuf_release(&documents);
  return false;
}

/* What stands behind the last dot of a file's name; NULL: there is none, or it is no plain file. */
static const char *extension_of(const char *path) {
  if (!path || file_is_folder(path)) {
    return NULL;
  }
  const char *dot = strrchr(path_name(path), '.');
  return dot && dot != path_name(path) && dot[1] ? dot + 1 : NULL;
}

static bool unknown_extension(const char *extension, struct error *err) {
  struct strbuf names;
  strbuf_init(&names);
  for (const struct writer *writer = writers; writer->name; writer++) {
    add_name(&names, writer->extension);
  }
  error_set(err,
            _("no format goes with a file name that ends in '.%s'; end it in one of: %s; or name "
              "the format with --format"),
            extension, names.text);
  strbuf_release(&names);
  return false;
}

/* The format that is named, else the one that goes with the file's name. *writer NULL: neither says
 * anything. */
static bool read_format(const struct options *options, const struct writer **writer,
                        struct error *err) {
  const char *extension = options->format ? NULL : extension_of(options->output);
  *writer = options->format ? writer_find(options->format) : NULL;
  if (options->format && !*writer) {
    return unknown_format(options->format, err);
  }
  for (const struct writer *one = writers; extension && one->name; one++) {
    if (!strcmp(one->extension, extension)) {
      *writer = one;
    }
  }
  return !extension || *writer || unknown_extension(extension, err);
}

static bool read_document(const struct options *options, struct document_request *request,
                          struct error *err) {
  const char *name = options->document ? options->document : "summary";
  request->kind = report_find(name);
  if (!request->kind) {
    return unknown_document(name, err);
  }
  for (const struct report_kind *kind = report_kinds;
       !options->document && request->writer && kind->name; kind++) {
    if (kind->format && !strcmp(kind->format, request->writer->name)) {
      request->kind = kind;
    }
  }
  if (!request->writer) {
    request->writer = writer_find(request->kind->format ? request->kind->format : "text");
  }
  return report_fits(request->kind, request->writer) ||
         does_not_fit(request->kind, request->writer, err);
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

/* A terminal shows text; anything else would only upset it. */
static bool suits_output(const struct document_request *request, struct error *err) {
  assert(request->writer);
  bool on_terminal = request->output && !strcmp(request->output, "-") && output_is_terminal();
  if (!on_terminal || !strncmp(request->writer->media_type, "text/", 5)) {
    return true;
  }
  return error_set(err,
                   _("%s cannot be shown on a terminal; write it to a file with -o, or send it "
                     "to another program"),
                   request->writer->name);
}

static bool check_share(const struct options *options, struct error *err) {
  if (!options->share || !options->private_notes) {
    return true;
  }
  return error_set(err, _("a copy to share has no private notes; leave out --private or --share"));
}

bool document_request_read(struct document_request *request, const struct options *options,
                           struct error *err) {
  bool on_paper = !options->output || strcmp(options->output, "-") != 0;
  *request = (struct document_request){
      .report = {.language = language_in_use(),
                 .private_notes = options->private_notes,
                 .share = options->share},
      .write = {.ascii = on_paper ? options->ascii : output_is_ascii(), .paged = on_paper},
      .output = options->output,
      .may_replace = options->force,
  };
  return check_share(options, err) && read_format(options, &request->writer, err) &&
         read_document(options, request, err) &&
         read_paper(options->paper, &request->write.paper, err) && suits_output(request, err);
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

/* What could not be printed as it was typed, and other lines. */
static void tell_remarks(const char *remarks) {
  while (*remarks) {
    size_t length = strcspn(remarks, "\n");
    output_error("%.*s", (int)length, remarks);
    remarks += length + (remarks[length] == '\n');
  }
}

static void tell_notices(const struct document *document) {
  if (document->notice_count) {
    output_error(
        language_plural("%zu thing to look at before it is used; its first page tells more",
                        "%zu things to look at before it is used; its first page tells more",
                        document->notice_count),
        document->notice_count);
  }
}

bool document_write_take(const struct document_request *request, struct guide *guide,
                         struct error *err) {
  struct document *document = report_build(request->kind, guide_checklist(guide),
                                           guide_session(guide), &request->report, err);
  struct strbuf bytes, remarks, shared;
  strbuf_init(&shared);
  if (document && request->report.share) {
    report_tell_share(guide_checklist(guide), guide_session(guide), &shared);
  }
  guide_free(guide);
  if (!document) {
    strbuf_release(&shared);
    return false;
  }
  struct write_options options = request->write;
  strbuf_init(&bytes);
  strbuf_init(&remarks);
  options.remarks = &remarks;
  bool done = request->writer->write(document, &options, &bytes, err) &&
              put(request, document, &bytes, err);
  if (done) {
    tell_notices(document);
    tell_remarks(shared.text);
  }
  tell_remarks(remarks.text);
  strbuf_release(&shared);
  strbuf_release(&remarks);
  strbuf_release(&bytes);
  document_free(document);
  return done;
}
