/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/printer.h"
#include "checklist/catalogue.h"
#include "checklist/checklist.h"
#include "guide/library.h"
#include "plain/plain-internal.h"
#include "report/report.h"
#include "report/writer.h"
#include "session/session.h"

/* What is to be made, of what. */
struct export {
  struct checklist *checklist;
  const struct session *session;
  const struct report_kind *kind;
  const struct writer *writer;
  struct report_options options;
  struct write_options write_options;
};

/* --- choosing ----------------------------------------------------------------------------------*/

static bool choose_document(struct plain *plain, struct export *export) {
  const char *labels[32];
  const struct report_kind *offered[32];
  size_t count = 0;
  struct strbuf label;
  plain_say(plain, _("\nWhich document?"));
  for (const struct report_kind *kind = report_kinds; kind->name && count < 32; kind++) {
    if (!report_is_offered(kind, export->checklist))
      continue;
    strbuf_init(&label);
    strbuf_addf(&label, P_("document and its purpose", "%s: %s"), _(kind->label), _(kind->purpose));
    offered[count] = kind;
    labels[count++] = strbuf_take(&label);
  }
  int chosen = plain_choose(plain, labels, count, 0);
  for (size_t i = 0; i < count; i++)
    free((char *)labels[i]);
  if (chosen >= 0)
    export->kind = offered[chosen];
  return chosen >= 0;
}

static bool choose_format(struct plain *plain, struct export *export) {
  const char *labels[32];
  const struct writer *fitting[32];
  size_t count = 0;
  for (const struct writer *writer = writers; writer->name && count < 32; writer++)
    if (report_fits(export->kind, writer)) {
      fitting[count] = writer;
      labels[count++] = _(writer->label);
    }
  plain_say(plain, _("Which format?"));
  int chosen = count == 1 ? 0 : plain_choose(plain, labels, count, 0);
  if (chosen >= 0)
    export->writer = fitting[chosen];
  return chosen >= 0;
}

static bool choose_language(struct plain *plain, struct export *export) {
  const char *const *tags = language_tags();
  export->options.language = language_in_use();
  if (!tags[0] || !tags[1])
    return true;
  plain_say(plain, _("In which language?"));
  int chosen = plain_choose_language(plain, language_tag(language_in_use()));
  if (chosen >= 0)
    export->options.language = language_open(tags[chosen], NULL);
  return chosen >= 0;
}

static bool choose_paper(struct plain *plain, struct export *export) {
  const char *const labels[] = {_("US Letter"), _("A4")};
  plain_say(plain, _("On which paper?"));
  int chosen = plain_choose(plain, labels, 2, 0);
  export->write_options.paper = chosen == 1 ? PAPER_A4 : PAPER_LETTER;
  return chosen >= 0;
}

static bool has_notes(const struct session *session) {
  for (size_t i = 0; i < session_answer_count(session); i++)
    if (session_answer_at(session, i)->note)
      return true;
  return false;
}

static bool choose_notes(struct plain *plain, struct export *export) {
  if (!has_notes(export->session))
    return true;
  int chosen = plain_choose_yes(plain, _("With the private notes?"), false);
  export->options.private_notes = chosen == 1;
  return chosen >= 0;
}

/* --- making ------------------------------------------------------------------------------------*/

static struct document *build(const struct export *export, struct error *err) {
  return report_build(export->kind, export->checklist, export->session, &export->options, err);
}

static bool make_text(const struct export *export, bool paged, int width_cells, struct strbuf *out,
                      struct error *err) {
  struct write_options options = export->write_options;
  struct document *document = build(export, err);
  options.paged = paged;
  options.width_cells = width_cells;
  bool done = document && writer_find("text")->write(document, &options, out, err);
  document_free(document);
  return done;
}

static void preview(struct plain *plain, const struct export *export) {
  struct error err = ERROR_INIT;
  struct strbuf text;
  strbuf_init(&text);
  if (make_text(export, false, plain->width_cells, &text, &err))
    plain_say(plain, text.text);
  else
    plain_say_error(plain, &err);
  strbuf_release(&text);
}

static void print(struct plain *plain, const struct export *export) {
  struct error err = ERROR_INIT;
  struct strbuf text;
  strbuf_init(&text);
  if (make_text(export, true, 0, &text, &err) && printer_print(text.text, text.length, &err))
    plain_say(plain, _("Sent to the printer."));
  else
    plain_say_error(plain, &err);
  strbuf_release(&text);
}

/* Beside the session, under a name from the place and the document. Owned by the caller; NULL with
 * err. */
static char *suggested_path(const struct export *export, struct error *err) {
  struct document *document = build(export, err);
  const char *session = session_path(export->session);
  if (!document)
    return NULL;
  char *folder = session ? path_folder(session) : memory_dup(".");
  char *name = report_file_name(document, export->writer->extension);
  char *path = path_join(folder, name);
  free(folder);
  free(name);
  document_free(document);
  return path;
}

static char *ask_path(struct plain *plain, const struct export *export) {
  struct error err = ERROR_INIT;
  struct strbuf prompt;
  char *path = suggested_path(export, &err);
  if (!path) {
    plain_say_error(plain, &err);
    return NULL;
  }
  strbuf_init(&prompt);
  strbuf_addf(&prompt, _("Name of the file (Enter for %s):"), path);
  enum plain_reply reply = plain_ask(plain, prompt.text);
  strbuf_release(&prompt);
  if (reply == REPLY_EMPTY)
    return path;
  free(path);
  return reply == REPLY_TEXT ? memory_dup(plain->line.text) : NULL;
}

/* An older file is kept unless the user wants it replaced. */
static bool may_write(struct plain *plain, const char *path) {
  if (!file_exists(path))
    return true;
  if (plain_choose_yes(plain, _("There is such a file already. Replace it?"), false) == 1)
    return true;
  if (!plain->ended)
    plain_say(plain, _("Not written: the file that is there stays."));
  return false;
}

static void write_file(struct plain *plain, struct export *export) {
  struct error err = ERROR_INIT;
  char *path = ask_path(plain, export);
  if (path && may_write(plain, path)) {
    export->write_options.paged = true;
    if (report_export(export->kind, export->writer, export->checklist, export->session,
                      &export->options, &export->write_options, path, true, &err))
      plain_sayf(plain, _("Written: %s"), path);
    else
      plain_say_error(plain, &err);
  }
  free(path);
}

static void write_as(struct plain *plain, struct export *export) {
  if (choose_format(plain, export) && choose_paper(plain, export))
    write_file(plain, export);
}

static void make(struct plain *plain, struct export *export) {
  const char *const labels[] = {_("Write it to a file"), _("Read it here"), _("Print it")};
  int chosen;
  if (!choose_language(plain, export) || !choose_notes(plain, export))
    return;
  plain_say(plain, _("What is to be done with it?"));
  while ((chosen = plain_choose(plain, labels, printer_available() ? 3 : 2, 0)) == 1)
    preview(plain, export);
  if (chosen == 0)
    write_as(plain, export);
  else if (chosen == 2 && choose_paper(plain, export))
    print(plain, export);
}

void plain_export(struct plain *plain) {
  struct export export = {.checklist = guide_checklist(plain->guide),
                          .session = guide_session(plain->guide)};
  plain->show = true;
  if (choose_document(plain, &export))
    make(plain, &export);
}

void plain_worksheet(struct plain *plain) {
  struct error err = ERROR_INIT;
  char *name = plain_choose_checklist(plain);
  struct guide *guide = name ? library_new(name, &err) : NULL;
  if (guide) {
    struct export export = {.checklist = guide_checklist(guide),
                            .session = guide_session(guide),
                            .kind = report_find("worksheet")};
    make(plain, &export);
  } else if (name) {
    plain_say_error(plain, &err);
  }
  guide_free(guide);
  free(name);
}
