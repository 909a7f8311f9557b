/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/export.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/printer.h"
#include "base/strbuf.h"
#include "guide/guide.h"
#include "session/session.h"

enum { BYTES_A_KILOBYTE = 1000 };

void export_set_kind(struct export *export, const struct report_kind *kind) {
  export->kind = kind;
  for (const struct writer *writer = writers; !report_fits(kind, export->writer) && writer->name;
       writer++)
    if (report_fits(kind, writer))
      export->writer = writer;
}

static struct document *build(const struct export *export, struct error *err) {
  return report_build(export->kind, guide_checklist(export->guide), guide_session(export->guide),
                      &export->report, err);
}

/* --- where to ----------------------------------------------------------------------------------*/

char *export_suggest_path(const struct export *export, struct error *err) {
  struct document *document = build(export, err);
  if (!document)
    return NULL;
  const char *session = session_path(guide_session(export->guide));
  char *folder = session ? path_folder(session) : memory_dup(".");
  char *name = report_file_name(document, export->writer->extension);
  char *path = path_join(folder, name);
  free(folder);
  free(name);
  document_free(document);
  return path;
}

char *export_free_path(const char *path) {
  const char *dot = strrchr(path_name(path), '.');
  int stem = dot && dot != path_name(path) ? (int)(dot - path) : (int)strlen(path);
  struct strbuf name;
  strbuf_init(&name);
  strbuf_add(&name, path);
  for (size_t number = 2; file_exists(name.text); number++) {
    strbuf_clear(&name);
    strbuf_addf(&name, "%.*s-%zu%s", stem, path, number, path + stem);
  }
  return strbuf_take(&name);
}

/* --- what has to be looked at ------------------------------------------------------------------*/

static void add_notice(struct strbuf *lines, const struct notice *notice) {
  strbuf_addf(lines, P_("line of a list", "- %s"), notice->what);
  if (notice->where && *notice->where)
    strbuf_addf(lines, " (%s)", notice->where);
  strbuf_addf(lines, ": %s\n", notice->todo);
}

size_t export_notices(const struct export *export, struct strbuf *lines) {
  struct document *document = build(export, NULL);
  size_t count = document ? document->notice_count : 0;
  for (size_t i = 0; lines && i < count; i++)
    add_notice(lines, &document->notices[i]);
  document_free(document);
  return count;
}

char *export_notices_text(size_t count) {
  struct strbuf text;
  strbuf_init(&text);
  strbuf_addf(&text,
              language_plural("%zu thing to look at before it is used",
                              "%zu things to look at before it is used", count),
              count);
  return strbuf_take(&text);
}

void export_tell_share(const struct export *export, struct strbuf *lines) {
  report_tell_share(guide_checklist(export->guide), guide_session(export->guide), lines);
}

/* --- making ------------------------------------------------------------------------------------*/

static bool make(const struct export *export, const struct writer *writer,
                 const struct write_options *options, struct strbuf *out, struct error *err) {
  struct document *document = build(export, err);
  bool done = document && writer->write(document, options, out, err);
  document_free(document);
  return done;
}

bool export_preview(const struct export *export, int width_cells, struct strbuf *text,
                    struct error *err) {
  const struct write_options options = {.paper = export->paper, .width_cells = width_cells};
  const char *format = export->kind->format;
  return make(export, writer_find(format ? format : "text"), &options, text, err);
}

static void tell_written(struct strbuf *told, const char *path, size_t size_bytes,
                         const char *remarks) {
  size_t kilobytes = (size_bytes + BYTES_A_KILOBYTE - 1) / BYTES_A_KILOBYTE;
  strbuf_addf(told, _("Written: %s (%zu kB)."), path, kilobytes);
  if (*remarks)
    strbuf_addf(told, " %s", remarks);
  strbuf_trim_end(told);
}

bool export_write(const struct export *export, const char *path, bool may_replace,
                  struct strbuf *told, struct error *err) {
  struct strbuf bytes, remarks;
  strbuf_init(&bytes);
  strbuf_init(&remarks);
  const struct write_options options = {.paper = export->paper, .paged = true, .remarks = &remarks};
  bool done = make(export, export->writer, &options, &bytes, err) &&
              file_write_new(path, bytes.text, bytes.length, may_replace, err);
  if (done)
    tell_written(told, path, bytes.length, remarks.text);
  if (done && session_has_passphrase(guide_session(export->guide)))
    strbuf_add(told, _(" The session is locked, this document is not."));
  strbuf_release(&bytes);
  strbuf_release(&remarks);
  return done;
}

/* --- printing ----------------------------------------------------------------------------------*/

const struct writer *export_print_writer(const struct export *export) {
  const struct writer *text = writer_find("text"), *pdf = writer_find("pdf");
  if (!report_fits(export->kind, text))
    return NULL;
  return export->writer != text && pdf && writer_is_built(pdf) ? pdf : text;
}

bool export_print(const struct export *export, const char *printer, struct error *err) {
  const struct write_options options = {.paper = export->paper, .paged = true};
  const struct writer *writer = export_print_writer(export);
  struct strbuf bytes;
  if (!writer)
    return error_set(err, _("not printed: a table is for a spreadsheet; write the file"));
  strbuf_init(&bytes);
  struct document *document = build(export, err);
  const struct printer_job job = {.printer = printer,
                                  .title = _(export->kind->label), /* everybody sees it */
                                  .media = export->paper == PAPER_A4 ? "A4" : "Letter"};
  bool done = document && writer->write(document, &options, &bytes, err) &&
              printer_print(&job, bytes.text, bytes.length, err);
  document_free(document);
  strbuf_release(&bytes);
  return done;
}
