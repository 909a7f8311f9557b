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
#include "guide/export.h"
#include "tui/app.h"
#include "tui/export-choices.h"
#include "tui/hints.h"
#include "tui/list.h"
#include "tui/requests.h"
#include "tui/screens.h"

enum { PREVIEW_WIDTH_CELLS = 80 };

enum export_row {
  ROW_DOCUMENT,
  ROW_FORMAT,
  ROW_LANGUAGE,
  ROW_PAPER,
  ROW_NOTES,
  ROW_SHARE,
  ROW_SHARED,
  ROW_FILE,
  ROW_NOTICES,
  ROW_PREVIEW,
  ROW_WRITE,
  ROW_PRINTER,
  ROW_PRINT,
  ROW_COUNT,
  TAG_REPLACE = ROW_COUNT
};

/* What is done once the screen says that it is being done. */
enum export_work { WORK_NONE, WORK_WRITE, WORK_REPLACE, WORK_PRINT };

struct export_screen {
  struct pane pane;
  struct export export;
  char *path;       /* where to; NULL: the document cannot be made */
  bool path_chosen; /* typed by the user: not made anew when the document changes */
  char *notices;    /* "5 things to look at …"; NULL: none */
  bool can_print;
  char **printers;
  size_t printer_count;
  char *printer; /* NULL: the usual one */
  enum export_work work;
  enum export_row rows[ROW_COUNT]; /* those that are shown */
  int row_count;
};

/* --- making ------------------------------------------------------------------------------------*/

static void count_notices(struct export_screen *screen) {
  size_t count = export_notices(&screen->export, NULL);
  free(screen->notices);
  screen->notices = count ? export_notices_text(count) : NULL;
}

static struct screen_result read_notices(const struct export_screen *screen) {
  struct strbuf lines;
  strbuf_init(&lines);
  export_notices(&screen->export, &lines);
  struct screen_result result =
      screen_open(SCREEN_READ, read_request_new(screen->notices, lines.text), 0);
  strbuf_release(&lines);
  return result;
}

static struct screen_result read_shared(const struct export_screen *screen) {
  struct strbuf lines;
  strbuf_init(&lines);
  export_tell_share(&screen->export, &lines);
  struct screen_result result =
      screen_open(SCREEN_READ, read_request_new(_("What is taken out"), lines.text), 0);
  strbuf_release(&lines);
  return result;
}

static void suggest_path(struct app *app, struct export_screen *screen) {
  struct error err = ERROR_INIT;
  if (screen->path_chosen)
    return;
  free(screen->path);
  screen->path = export_suggest_path(&screen->export, &err);
  if (!screen->path)
    app_tell_error(app, &err);
}

static struct screen_result preview(struct app *app, struct export_screen *screen) {
  struct error err = ERROR_INIT;
  struct strbuf text;
  struct screen_result result = screen_stay();
  int width = app_body(app).width;
  strbuf_init(&text);
  if (export_preview(&screen->export, width < PREVIEW_WIDTH_CELLS ? width : PREVIEW_WIDTH_CELLS,
                     &text, &err))
    result =
        screen_open(SCREEN_READ, read_request_new(_(screen->export.kind->label), text.text), 0);
  else
    app_tell_error(app, &err);
  strbuf_release(&text);
  return result;
}

static void write_file(struct app *app, struct export_screen *screen, bool may_replace) {
  struct error err = ERROR_INIT;
  struct strbuf told;
  strbuf_init(&told);
  if (export_write(&screen->export, screen->path, may_replace, &told, &err))
    app_tell(app, told.text);
  else
    app_tell_error(app, &err);
  strbuf_release(&told);
}

static void print(struct app *app, struct export_screen *screen) {
  struct error err = ERROR_INIT;
  if (export_print(&screen->export, screen->printer, &err))
    app_tell(app, _("Sent to the printer."));
  else
    app_tell_error(app, &err);
}

static void work(struct app *app, void *state) {
  struct export_screen *screen = state;
  enum export_work wanted = screen->work;
  screen->work = WORK_NONE;
  if (wanted == WORK_PRINT)
    print(app, screen);
  else if (wanted != WORK_NONE)
    write_file(app, screen, wanted == WORK_REPLACE);
}

static struct screen_result begin(struct app *app, struct export_screen *screen,
                                  enum export_work wanted) {
  screen->work = wanted;
  app_work(app, wanted == WORK_PRINT ? _("Handing over to the printer …") : _("Writing …"));
  return screen_stay();
}

/* Never silently over a file that is there. */
static struct screen_result write_or_ask(struct app *app, struct export_screen *screen) {
  if (!screen->path)
    return screen_stay();
  if (!file_exists(screen->path))
    return begin(app, screen, WORK_WRITE);
  struct choose_request *request =
      choose_request_new(_("There is such a file already"), screen->path);
  choose_request_add(request, "keep", _("Keep it, and choose another name"), NULL, NULL, true);
  choose_request_add(request, "replace", _("Replace it"), NULL, NULL, false);
  return screen_open(SCREEN_CHOOSE, request, TAG_REPLACE);
}

/* --- choosing ----------------------------------------------------------------------------------*/

static struct screen_result choose_path(const char *path) {
  return screen_open(SCREEN_PROMPT, text_request_new(_("Which file?"), NULL, path, NULL), ROW_FILE);
}

/* A copy to share has no private notes. */
static void toggle_share(struct app *app, struct export_screen *screen) {
  struct report_options *options = &screen->export.report;
  options->share = !options->share;
  options->private_notes = false;
  suggest_path(app, screen);
}

static struct screen_result choose(struct app *app, struct export_screen *screen,
                                   enum export_row row) {
  struct export *export = &screen->export;
  switch (row) {
  case ROW_DOCUMENT:
    return screen_open(SCREEN_CHOOSE, export_choose_document(export), ROW_DOCUMENT);
  case ROW_FORMAT:
    return screen_open(SCREEN_CHOOSE, export_choose_format(export), ROW_FORMAT);
  case ROW_LANGUAGE:
    return screen_open(SCREEN_CHOOSE, export_choose_language(export->report.language),
                       ROW_LANGUAGE);
  case ROW_PAPER:
    export->paper = export->paper == PAPER_LETTER ? PAPER_A4 : PAPER_LETTER;
    return screen_stay();
  case ROW_NOTES:
    export->report.private_notes = !export->report.private_notes;
    return screen_stay();
  case ROW_SHARE:
    toggle_share(app, screen);
    return screen_stay();
  case ROW_SHARED:
    return read_shared(screen);
  case ROW_FILE:
    return choose_path(screen->path);
  case ROW_NOTICES:
    return read_notices(screen);
  case ROW_PREVIEW:
    return preview(app, screen);
  case ROW_WRITE:
    return write_or_ask(app, screen);
  case ROW_PRINTER:
    return screen_open(
        SCREEN_CHOOSE,
        export_choose_printer(screen->printers, screen->printer_count, screen->printer),
        ROW_PRINTER);
  default:
    return begin(app, screen, WORK_PRINT);
  }
}

/* --- what was chosen ---------------------------------------------------------------------------*/

static void replace_text(char **text, const char *with) {
  free(*text);
  *text = memory_dup(with);
}

static struct screen_result take_replace(struct app *app, struct export_screen *screen,
                                         const char *value) {
  if (strcmp(value, "replace") == 0)
    return begin(app, screen, WORK_REPLACE);
  char *other = export_free_path(screen->path);
  struct screen_result result = choose_path(other);
  free(other);
  return result;
}

static struct screen_result resume(struct app *app, void *state, int tag, const char *value) {
  struct export_screen *screen = state;
  if (tag == ROW_PRINTER && value)
    replace_text(&screen->printer, *value ? value : NULL);
  if (!value || !*value)
    return screen_stay();
  if (tag == TAG_REPLACE)
    return take_replace(app, screen, value);
  if (tag == ROW_DOCUMENT)
    export_set_kind(&screen->export, report_find(value));
  else if (tag == ROW_FORMAT)
    screen->export.writer = writer_find(value);
  else if (tag == ROW_LANGUAGE)
    screen->export.report.language = language_open(value, NULL);
  else if (tag == ROW_FILE)
    replace_text(&screen->path, value);
  screen->path_chosen = screen->path_chosen || tag == ROW_FILE;
  suggest_path(app, screen);
  count_notices(screen);
  return screen_stay();
}

/* --- drawing -----------------------------------------------------------------------------------*/

static const char *row_label(const struct export_screen *screen, enum export_row row) {
  switch (row) {
  case ROW_NOTICES:
    return screen->notices;
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
  case ROW_SHARE:
    return _("Copy to share");
  case ROW_SHARED:
    return _("See what is taken out");
  case ROW_FILE:
    return _("File");
  case ROW_PREVIEW:
    return _("Look at it here first");
  case ROW_WRITE:
    return _("Write the file");
  case ROW_PRINTER:
    return _("Printer");
  default:
    return _("Print it");
  }
}

static const char *row_value(const struct export_screen *screen, enum export_row row) {
  const struct export *export = &screen->export;
  switch (row) {
  case ROW_DOCUMENT:
    return _(export->kind->label);
  case ROW_FORMAT:
    return _(export->writer->label);
  case ROW_LANGUAGE:
    return language_name(export->report.language);
  case ROW_PAPER:
    return export->paper == PAPER_LETTER ? _("US Letter") : _("A4");
  case ROW_NOTES:
    return export->report.private_notes ? _("included") : _("left out");
  case ROW_SHARE:
    return export->report.share ? _("yes, without names of helpers and contact details") : _("no");
  case ROW_FILE:
    return screen->path ? screen->path : "";
  case ROW_PRINTER:
    return screen->printer ? screen->printer : _("The usual one");
  case ROW_PRINT:
    return _(export_print_writer(export)->label);
  default:
    return NULL;
  }
}

static bool row_is_shown(const struct export_screen *screen, enum export_row row) {
  if (row == ROW_PRINT || row == ROW_PRINTER)
    return screen->can_print && export_print_writer(&screen->export) &&
           (row == ROW_PRINT || screen->printer_count);
  if (row == ROW_SHARED || row == ROW_NOTES)
    return screen->export.report.share == (row == ROW_SHARED);
  return row != ROW_NOTICES || screen->notices;
}

static void make_rows(struct export_screen *screen) {
  screen->row_count = 0;
  for (enum export_row row = 0; row < ROW_COUNT; row++)
    if (row_is_shown(screen, row))
      screen->rows[screen->row_count++] = row;
  if (screen->pane.focus >= screen->row_count)
    pane_focus(&screen->pane, screen->row_count - 1);
}

static void draw_row(struct export_screen *screen, int item) {
  enum export_row row = screen->rows[item];
  const char *value = row_value(screen, row);
  struct strbuf text;
  strbuf_init(&text);
  if (row == ROW_PREVIEW)
    pane_add_gap(&screen->pane);
  if (value)
    strbuf_addf(&text, _("%s: %s"), row_label(screen, row), value);
  else
    strbuf_add(&text, row_label(screen, row));
  pane_add_prefixed(&screen->pane, item, 2, STYLE_FOCUS, screen->pane.focus == item ? "> " : "  ",
                    STYLE_TEXT, text.text);
  if (row == ROW_FORMAT && !writer_is_built(screen->export.writer))
    pane_add(&screen->pane, item, 2, STYLE_WARNING,
             _("Not in this build of the program: choose another format."));
  strbuf_release(&text);
}

static void draw(struct app *app, void *state) {
  struct export_screen *screen = state;
  app_begin_pane(app, &screen->pane);
  make_rows(screen);
  pane_add(&screen->pane, PANE_NO_ITEM, 0, STYLE_TITLE, _("Make a document"));
  pane_add(&screen->pane, PANE_NO_ITEM, 0, STYLE_TEXT, _(screen->export.kind->purpose));
  pane_add_gap(&screen->pane);
  for (int item = 0; item < screen->row_count; item++)
    draw_row(screen, item);
  if (!screen->can_print) {
    pane_add_gap(&screen->pane);
    pane_add(&screen->pane, PANE_NO_ITEM, 0, STYLE_TEXT,
             _("This computer has no printer system (lp): write the file and print it elsewhere."));
  }
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
  make_rows(screen);
  if (list_key(&screen->pane, screen->row_count, pressed))
    return screen_stay();
  if (list_chooses(&screen->pane, pressed))
    return choose(app, screen, screen->rows[screen->pane.focus]);
  return screen_ignored();
}

/* --- beginning and end -------------------------------------------------------------------------*/

static struct screen_result enter(struct app *app, void **state, void *argument) {
  struct export_screen *screen = memory_new_zeroed(1, sizeof *screen);
  const struct report_kind *wanted = argument ? report_find(argument) : NULL;
  free(argument);
  pane_init(&screen->pane);
  pane_focus(&screen->pane, 0);
  screen->export = (struct export){.guide = app->guide,
                                   .kind = wanted ? wanted : report_kinds,
                                   .writer = writers,
                                   .report = {.language = language_in_use()}};
  screen->can_print = printer_available();
  if (screen->can_print)
    screen->printers = printer_list(&screen->printer_count);
  *state = screen;
  suggest_path(app, screen);
  count_notices(screen);
  return screen_stay();
}

static void leave(struct app *app, void *state) {
  struct export_screen *screen = state;
  (void)app;
  for (size_t i = 0; i < screen->printer_count; i++)
    free(screen->printers[i]);
  free(screen->printers);
  free(screen->printer);
  free(screen->path);
  free(screen->notices);
  pane_release(&screen->pane);
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
    .work = work,
    .resume = resume,
    .leave = leave,
    .title = title,
};
