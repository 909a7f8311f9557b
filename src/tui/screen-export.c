/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making a document: which one, in which format and language, where to; preview, write, print. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/printer.h"
#include "base/strbuf.h"
#include "report/report.h"

#include "report/writer.h"
#include "session/session.h"
#include "tui/app.h"
#include "tui/hints.h"
#include "tui/list.h"
#include "tui/requests.h"
#include "tui/screens.h"

enum export_row {
  ROW_DOCUMENT,
  ROW_FORMAT,
  ROW_LANGUAGE,
  ROW_PAPER,
  ROW_NOTES,
  ROW_FILE,
  ROW_PREVIEW,
  ROW_WRITE,
  ROW_PRINT,
  ROW_COUNT,
  TAG_REPLACE = ROW_COUNT
};

struct export_screen {
  struct pane pane;
  const struct report_kind *kind;
  const struct writer *writer;
  const struct language *language;
  enum paper paper;
  bool private_notes;
  char *path;       /* where to */
  bool path_chosen; /* typed by the user: not made anew when the document changes */
  bool can_print;
};

/* --- making ------------------------------------------------------------------------------------*/

static struct document *build(struct app *app, const struct export_screen *screen,
                              struct error *err) {
  struct report_options options = {screen->language, screen->private_notes};
  return report_build(screen->kind, guide_checklist(app->guide), guide_session(app->guide),
                      &options, err);
}

/* The document in a format, as bytes. */
static bool make(struct app *app, const struct export_screen *screen, const struct writer *writer,
                 bool paged, struct strbuf *out, struct error *err) {
  struct write_options options = {.paper = screen->paper, .paged = paged};
  struct document *document = build(app, screen, err);
  bool done = document && writer->write(document, &options, out, err);
  document_free(document);
  return done;
}

/* Beside the session, under a name from the place and the document. */
static void suggest_path(struct app *app, struct export_screen *screen) {
  const char *session = session_path(guide_session(app->guide));
  struct error err = ERROR_INIT;
  struct document *document = screen->path_chosen ? NULL : build(app, screen, &err);
  if (document) {
    char *folder = session ? path_folder(session) : memory_dup(".");
    char *name = report_file_name(document, screen->writer->extension);
    free(screen->path);
    screen->path = path_join(folder, name);
    free(folder);
    free(name);
  } else if (!screen->path_chosen) {
    app_tell_error(app, &err);
  }
  document_free(document);
}

static struct screen_result preview(struct app *app, struct export_screen *screen) {
  struct error err = ERROR_INIT;
  struct strbuf text;
  struct screen_result result = screen_stay();
  strbuf_init(&text);
  if (make(app, screen, writer_find("text"), false, &text, &err))
    result = screen_open(SCREEN_READ, read_request_new(_(screen->kind->label), text.text), 0);
  else
    app_tell_error(app, &err);
  strbuf_release(&text);
  return result;
}

static void write_file(struct app *app, struct export_screen *screen, bool may_replace) {
  struct report_options options = {screen->language, screen->private_notes};
  struct write_options write_options = {.paper = screen->paper, .paged = true};
  struct error err = ERROR_INIT;
  struct strbuf told;
  if (!report_export(screen->kind, screen->writer, guide_checklist(app->guide),
                     guide_session(app->guide), &options, &write_options, screen->path, may_replace,
                     &err)) {
    app_tell_error(app, &err);
    return;
  }
  strbuf_init(&told);
  strbuf_addf(&told, _("Written: %s"), screen->path);
  app_tell(app, told.text);
  strbuf_release(&told);
}

/* Never silently over a file that is there. */
static struct screen_result write_or_ask(struct app *app, struct export_screen *screen) {
  if (!screen->path)
    return screen_stay();
  if (!file_exists(screen->path)) {
    write_file(app, screen, false);
    return screen_stay();
  }
  struct choose_request *request =
      choose_request_new(_("There is such a file already"), screen->path);
  choose_request_add(request, "keep", _("Keep it, and choose another name"), NULL, NULL, true);
  choose_request_add(request, "replace", _("Replace it"), NULL, NULL, false);
  return screen_open(SCREEN_CHOOSE, request, TAG_REPLACE);
}

static void print(struct app *app, struct export_screen *screen) {
  struct error err = ERROR_INIT;
  struct strbuf text;
  strbuf_init(&text);
  if (make(app, screen, writer_find("text"), true, &text, &err) &&
      printer_print(text.text, text.length, &err))
    app_tell(app, _("Sent to the printer."));
  else
    app_tell_error(app, &err);
  strbuf_release(&text);
}

/* --- choosing ----------------------------------------------------------------------------------*/

static struct screen_result choose_document(struct app *app, const struct export_screen *screen) {
  struct choose_request *request = choose_request_new(_("Which document?"), NULL);
  for (const struct report_kind *kind = report_kinds; kind->name; kind++)
    if (report_is_offered(kind, guide_checklist(app->guide)))
      choose_request_add(request, kind->name, _(kind->label), _(kind->purpose), NULL,
                         kind == screen->kind);
  return screen_open(SCREEN_CHOOSE, request, ROW_DOCUMENT);
}

static struct screen_result choose_format(const struct export_screen *screen) {
  struct choose_request *request = choose_request_new(_("Which format?"), NULL);
  for (const struct writer *writer = writers; writer->name; writer++)
    if (report_fits(screen->kind, writer))
      choose_request_add(request, writer->name, _(writer->label), NULL, NULL,
                         writer == screen->writer);
  return screen_open(SCREEN_CHOOSE, request, ROW_FORMAT);
}

static struct screen_result choose_language(const struct export_screen *screen) {
  struct choose_request *request = choose_request_new(
      _("In which language?"), _("The text of the ordinance itself stays in the law's language."));
  for (const char *const *tag = language_tags(); *tag; tag++) {
    const struct language *language = language_open(*tag, NULL);
    choose_request_add(request, *tag, language_name(language), NULL, NULL,
                       language == screen->language);
  }
  return screen_open(SCREEN_CHOOSE, request, ROW_LANGUAGE);
}

static struct screen_result choose(struct app *app, struct export_screen *screen,
                                   enum export_row row) {
  switch (row) {
  case ROW_DOCUMENT:
    return choose_document(app, screen);
  case ROW_FORMAT:
    return choose_format(screen);
  case ROW_LANGUAGE:
    return choose_language(screen);
  case ROW_PAPER:
    screen->paper = screen->paper == PAPER_LETTER ? PAPER_A4 : PAPER_LETTER;
    return screen_stay();
  case ROW_NOTES:
    screen->private_notes = !screen->private_notes;
    return screen_stay();
  case ROW_FILE:
    return screen_open(SCREEN_PROMPT, text_request_new(_("Which file?"), NULL, screen->path, NULL),
                       ROW_FILE);
  case ROW_PREVIEW:
    return preview(app, screen);
  case ROW_WRITE:
    return write_or_ask(app, screen);
  default:
    print(app, screen);
    return screen_stay();
  }
}

/* A format that the document is not written in gives way to the first that it is. */
static void take_document(struct export_screen *screen, const char *name) {
  screen->kind = report_find(name);
  for (const struct writer *writer = writers;
       !report_fits(screen->kind, screen->writer) && writer->name; writer++)
    if (report_fits(screen->kind, writer))
      screen->writer = writer;
}

static void take_path(struct export_screen *screen, const char *path) {
  free(screen->path);
  screen->path = memory_dup(path);
  screen->path_chosen = true;
}

static struct screen_result resume(struct app *app, void *state, int tag, const char *value) {
  struct export_screen *screen = state;
  if (!value || !*value)
    return screen_stay();
  if (tag == TAG_REPLACE && strcmp(value, "replace") != 0)
    return choose(app, screen, ROW_FILE);
  if (tag == TAG_REPLACE)
    write_file(app, screen, true);
  else if (tag == ROW_DOCUMENT)
    take_document(screen, value);
  else if (tag == ROW_FORMAT)
    screen->writer = writer_find(value);
  else if (tag == ROW_LANGUAGE)
    screen->language = language_open(value, NULL);
  else if (tag == ROW_FILE)
    take_path(screen, value);
  suggest_path(app, screen);
  return screen_stay();
}

/* --- drawing -----------------------------------------------------------------------------------*/

static const char *row_label(enum export_row row) {
  switch (row) {
  case ROW_DOCUMENT:
    return _("Document");
  case ROW_FORMAT:
    return _("Format");
  case ROW_LANGUAGE:
    return _("Language");
  case ROW_PAPER:
    return _("Paper");
  case ROW_NOTES:
    return _("Private notes");
  case ROW_FILE:
    return _("File");
  case ROW_PREVIEW:
    return _("Look at it here first");
  case ROW_WRITE:
    return _("Write the file");
  default:
    return _("Print it");
  }
}

static const char *row_value(const struct export_screen *screen, enum export_row row) {
  switch (row) {
  case ROW_DOCUMENT:
    return _(screen->kind->label);
  case ROW_FORMAT:
    return _(screen->writer->label);
  case ROW_LANGUAGE:
    return language_name(screen->language);
  case ROW_PAPER:
    return screen->paper == PAPER_LETTER ? _("US Letter") : _("A4");
  case ROW_NOTES:
    return screen->private_notes ? _("included") : _("left out");
  case ROW_FILE:
    return screen->path ? screen->path : "";
  default:
    return NULL;
  }
}

static int row_count(const struct export_screen *screen) {
  return screen->can_print ? ROW_COUNT : ROW_PRINT;
}

static void draw_row(struct export_screen *screen, int row) {
  const char *value = row_value(screen, (enum export_row)row);
  struct strbuf text;
  strbuf_init(&text);
  if (row == ROW_PREVIEW)
    pane_add_gap(&screen->pane);
  if (value)
    strbuf_addf(&text, _("%s: %s"), row_label((enum export_row)row), value);
  else
    strbuf_add(&text, row_label((enum export_row)row));
  pane_add_prefixed(&screen->pane, row, 2, STYLE_FOCUS, screen->pane.focus == row ? "> " : "  ",
                    STYLE_TEXT, text.text);
  strbuf_release(&text);
}

static void draw(struct app *app, void *state) {
  struct export_screen *screen = state;
  app_begin_pane(app, &screen->pane);
  pane_add(&screen->pane, PANE_NO_ITEM, 0, STYLE_TITLE, _("Make a document"));
  pane_add(&screen->pane, PANE_NO_ITEM, 0, STYLE_TEXT, _(screen->kind->purpose));
  pane_add_gap(&screen->pane);
  for (int row = 0; row < row_count(screen); row++)
    draw_row(screen, row);
  pane_draw(&screen->pane);
}

static void hints(struct app *app, void *state, struct hints *list) {
  (void)app, (void)state;
  hints_add(list, "Enter", _("choose"));
  hints_add_command(list, COMMAND_BACK);
  hints_add_command(list, COMMAND_HELP);
}

static struct screen_result key(struct app *app, void *state, const struct key *pressed) {
  struct export_screen *screen = state;
  if (list_key(&screen->pane, row_count(screen), pressed))
    return screen_stay();
  if (list_chooses(&screen->pane, pressed))
    return choose(app, screen, (enum export_row)screen->pane.focus);
  return screen_ignored();
}

/* --- beginning and end -------------------------------------------------------------------------*/

static struct screen_result enter(struct app *app, void **state, void *argument) {
  struct export_screen *screen = memory_new_zeroed(1, sizeof *screen);
  const struct report_kind *wanted = argument ? report_find(argument) : NULL;
  free(argument);
  pane_init(&screen->pane);
  pane_focus(&screen->pane, ROW_DOCUMENT);
  screen->kind = wanted ? wanted : report_kinds;
  screen->writer = writers;
  screen->language = language_in_use();
  screen->can_print = printer_available();
  *state = screen;
  suggest_path(app, screen);
  return screen_stay();
}

static void leave(struct app *app, void *state) {
  struct export_screen *screen = state;
  (void)app;
  pane_release(&screen->pane);
  free(screen->path);
  free(screen);
}

static const char *title(struct app *app, void *state) {
  (void)app, (void)state;
  return _("Export");
}

const struct screen_ops screen_export_ops = {
    .id = "export",
    .enter = enter,
    .draw = draw,
    .hints = hints,
    .key = key,
    .resume = resume,
    .leave = leave,
    .title = title,
};
