/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/printer.h"
#include "checklist/catalogue.h"
#include "checklist/checklist.h"
#include "guide/export.h"
#include "guide/library.h"
#include "plain/plain-internal.h"
#include "session/session.h"

/* --- choosing ----------------------------------------------------------------------------------*/

static bool choose_document(struct plain *plain, struct export *export) {
  const char *labels[32];
  const struct report_kind *offered[32];
  size_t count = 0;
  struct strbuf label;
  plain_say(plain, _("\nWhich document?"));
  for (const struct report_kind *kind = report_kinds; kind->name && count < 32; kind++) {
    if (!report_is_offered(kind, guide_checklist(export->guide)))
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
    export_set_kind(export, offered[chosen]);
  return chosen >= 0;
}

/* A format that this build cannot write is not offered; that there is one is said. */
static bool choose_format(struct plain *plain, struct export *export) {
  const char *labels[32];
  const struct writer *fitting[32];
  size_t count = 0;
  plain_say(plain, _("Which format?"));
  for (const struct writer *writer = writers; writer->name && count < 32; writer++) {
    if (!report_fits(export->kind, writer))
      continue;
    if (!writer_is_built(writer)) {
      plain_sayf(plain, _("%s: not in this build of the program."), _(writer->label));
      continue;
    }
    fitting[count] = writer;
    labels[count++] = _(writer->label);
  }
  int chosen = count == 1 ? 0 : plain_choose(plain, labels, count, 0);
  if (chosen >= 0)
    export->writer = fitting[chosen];
  return chosen >= 0;
}

static bool choose_language(struct plain *plain, struct export *export) {
  const char *const *tags = language_tags();
  export->report.language = language_in_use();
  if (!tags[0] || !tags[1])
    return true;
  plain_say(plain, _("In which language?"));
  int chosen = plain_choose_language(plain, language_tag(language_in_use()));
  if (chosen >= 0)
    export->report.language = language_open(tags[chosen], NULL);
  return chosen >= 0;
}

static bool choose_paper(struct plain *plain, struct export *export) {
  const char *const labels[] = {_("US Letter"), _("A4")};
  plain_say(plain, _("On which paper?"));
  int chosen = plain_choose(plain, labels, 2, 0);
  export->paper = chosen == 1 ? PAPER_A4 : PAPER_LETTER;
  return chosen >= 0;
}

static bool has_notes(const struct session *session) {
  for (size_t i = 0; i < session_answer_count(session); i++)
    if (session_answer_at(session, i)->note)
      return true;
  return false;
}

static bool choose_notes(struct plain *plain, struct export *export) {
  if (!has_notes(guide_session(export->guide)))
    return true;
  int chosen = plain_choose_yes(plain, _("With the private notes?"), false);
  export->report.private_notes = chosen == 1;
  return chosen >= 0;
}

static bool has_answers(const struct export *export) {
  return session_answer_count(guide_session(export->guide)) > 0;
}

/* --- looking at it -----------------------------------------------------------------------------*/

static void preview(struct plain *plain, const struct export *export) {
  struct error err = ERROR_INIT;
  struct strbuf text;
  strbuf_init(&text);
  if (export_preview(export, plain->width_cells, &text, &err))
    plain_say(plain, text.text);
  else
    plain_say_error(plain, &err);
  strbuf_release(&text);
}

/* A copy to share has no private notes. */
static void toggle_share(struct plain *plain, struct export *export) {
  struct strbuf lines;
  export->report.share = !export->report.share;
  if (!export->report.share) {
    plain_say(plain, _("It is the document for yourselves again."));
    return;
  }
  strbuf_init(&lines);
  export_tell_share(export, &lines);
  strbuf_trim_end(&lines);
  plain_say(plain, lines.text);
  strbuf_release(&lines);
}

static void read_notices(struct plain *plain, const struct export *export) {
  struct strbuf lines;
  strbuf_init(&lines);
  export_notices(export, &lines);
  strbuf_trim_end(&lines);
  plain_say(plain, lines.text);
  strbuf_release(&lines);
}

/* --- printing ----------------------------------------------------------------------------------*/

/* *printer is one of the names, or NULL for the usual one. */
static bool choose_printer(struct plain *plain, char *const *names, size_t count,
                           const char **printer) {
  const char **labels = memory_new((count + 1) * sizeof *labels);
  labels[0] = _("The usual one");
  for (size_t i = 0; i < count; i++)
    labels[i + 1] = names[i];
  plain_say(plain, _("Which printer?"));
  int chosen = plain_choose(plain, labels, count + 1, 0);
  *printer = chosen > 0 ? names[chosen - 1] : NULL;
  free(labels);
  return chosen >= 0;
}

static bool choose_print_format(struct plain *plain, struct export *export) {
  const struct writer *pdf = writer_find("pdf"), *text = writer_find("text");
  if (!pdf || !writer_is_built(pdf)) {
    export->writer = text;
    return true;
  }
  const char *const labels[] = {_(pdf->label), _(text->label)};
  plain_say(plain, _("Which format?"));
  int chosen = plain_choose(plain, labels, 2, 0);
  export->writer = chosen == 1 ? text : pdf;
  return chosen >= 0;
}

static void print_on(struct plain *plain, const struct export *export, const char *printer) {
  struct error err = ERROR_INIT;
  plain_say(plain, _("Handing over to the printer …"));
  if (export_print(export, printer, &err))
    plain_say(plain, _("Sent to the printer."));
  else
    plain_say_error(plain, &err);
}

static void print(struct plain *plain, struct export *export) {
  size_t count;
  const char *printer = NULL;
  if (!choose_print_format(plain, export) || !choose_paper(plain, export))
    return;
  char **names = printer_list(&count);
  if (!count || choose_printer(plain, names, count, &printer))
    print_on(plain, export, printer);
  for (size_t i = 0; i < count; i++)
    free(names[i]);
  free(names);
}

/* --- writing -----------------------------------------------------------------------------------*/

/* Owned by the caller; NULL: none was given. */
static char *ask_path(struct plain *plain, const char *suggested) {
  struct strbuf prompt;
  strbuf_init(&prompt);
  strbuf_addf(&prompt, _("Name of the file (Enter for %s):"), suggested);
  enum plain_reply reply;
  while ((reply = plain_ask(plain, prompt.text)) == REPLY_HELP)
    plain_say(plain, _("Type the name of the file, with its folder. Enter alone takes the name in "
                       "the brackets, < goes back."));
  strbuf_release(&prompt);
  if (reply == REPLY_EMPTY)
    return memory_dup(suggested);
  return reply == REPLY_TEXT ? memory_dup(plain->line.text) : NULL;
}

enum overwrite { OVERWRITE_OTHER, OVERWRITE_REPLACE, OVERWRITE_NOT };

static enum overwrite ask_overwrite(struct plain *plain) {
  const char *const labels[] = {_("Keep it, and choose another name"), _("Replace it")};
  plain_say(plain, _("There is such a file already."));
  int chosen = plain_choose(plain, labels, 2, 0);
  if (chosen < 0)
    return OVERWRITE_NOT;
  return chosen == 1 ? OVERWRITE_REPLACE : OVERWRITE_OTHER;
}

/* Where to, with *may_replace when an older file is there and is to go. Owned by the caller; NULL:
 * nowhere. */
static char *choose_path(struct plain *plain, const struct export *export, bool *may_replace) {
  struct error err = ERROR_INIT;
  char *path = export_suggest_path(export, &err);
  enum overwrite wanted = OVERWRITE_OTHER;
  if (!path)
    plain_say_error(plain, &err);
  while (path && wanted == OVERWRITE_OTHER) {
    char *typed = ask_path(plain, path);
    free(path);
    path = typed;
    if (!path || !file_exists(path))
      break;
    wanted = ask_overwrite(plain);
    if (wanted == OVERWRITE_OTHER) {
      char *other = export_free_path(path);
      free(path);
      path = other;
    }
  }
  *may_replace = wanted == OVERWRITE_REPLACE;
  if (wanted != OVERWRITE_NOT)
    return path;
  free(path);
  return NULL;
}

static void write_to(struct plain *plain, const struct export *export, const char *path,
                     bool may_replace) {
  struct error err = ERROR_INIT;
  struct strbuf told;
  strbuf_init(&told);
  plain_say(plain, _("Writing …"));
  if (export_write(export, path, may_replace, &told, &err))
    plain_say(plain, told.text);
  else
    plain_say_error(plain, &err);
  strbuf_release(&told);
}

static void write_file(struct plain *plain, struct export *export) {
  bool may_replace;
  if (!choose_format(plain, export) ||
      (export->kind->format == NULL && !choose_paper(plain, export)))
    return;
  char *path = choose_path(plain, export, &may_replace);
  if (path)
    write_to(plain, export, path, may_replace);
  else if (!plain->ended)
    plain_say(plain, _("Not written."));
  free(path);
}

enum deed { DEED_WRITE, DEED_READ, DEED_PRINT, DEED_NOTICES, DEED_SHARE, DEED_COUNT };

/* What can be done with it, as choices; the number of them. */
static size_t list_deeds(const struct export *export, const char *notices,
                         const char *labels[DEED_COUNT], enum deed deeds[DEED_COUNT]) {
  size_t count = 0;
  labels[count] = _("Write it to a file");
  deeds[count++] = DEED_WRITE;
  labels[count] = _("Read it here");
  deeds[count++] = DEED_READ;
  if (printer_available() && export_print_writer(export)) {
    labels[count] = _("Print it");
    deeds[count++] = DEED_PRINT;
  }
  if (notices) {
    labels[count] = notices;
    deeds[count++] = DEED_NOTICES;
  }
  if (has_answers(export)) {
    labels[count] = _("Make it a copy to share, without names of helpers and contact details");
    deeds[count++] = DEED_SHARE;
  }
  return count;
}

static bool do_deed(struct plain *plain, struct export *export, enum deed deed) {
  switch (deed) {
  case DEED_READ:
    preview(plain, export);
    return false;
  case DEED_NOTICES:
    read_notices(plain, export);
    return false;
  case DEED_SHARE:
    toggle_share(plain, export);
    return false;
  case DEED_WRITE:
    write_file(plain, export);
    return true;
  default:
    print(plain, export);
    return true;
  }
}

/* Until it is written or printed, or the user goes back. */
static void make(struct plain *plain, struct export *export) {
  const char *labels[DEED_COUNT];
  enum deed deeds[DEED_COUNT];
  if (!choose_language(plain, export) || !choose_notes(plain, export))
    return;
  if (!printer_available())
    plain_say(plain, _("This computer has no printer system (lp): write the file and print it "
                       "elsewhere."));
  size_t notice_count = export_notices(export, NULL);
  char *notices = notice_count ? export_notices_text(notice_count) : NULL;
  size_t count = list_deeds(export, notices, labels, deeds);
  plain_say(plain, _("What is to be done with it?"));
  int chosen;
  do {
    chosen = plain_choose(plain, labels, count, 0);
  } while (chosen >= 0 && !do_deed(plain, export, deeds[chosen]));
  free(notices);
}

void plain_export(struct plain *plain) {
  struct export export = {.guide = plain->guide, .kind = report_kinds, .writer = writers};
  plain->show = true;
  if (choose_document(plain, &export))
    make(plain, &export);
}

void plain_worksheet(struct plain *plain) {
  struct error err = ERROR_INIT;
  char *name = plain_choose_checklist(plain);
  struct guide *guide = name ? library_new(name, &err) : NULL;
  if (guide) {
    struct export export = {.guide = guide, .kind = report_find("worksheet"), .writer = writers};
    make(plain, &export);
  } else if (name) {
    plain_say_error(plain, &err);
  }
  guide_free(guide);
  free(name);
}
