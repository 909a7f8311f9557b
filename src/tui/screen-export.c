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
#include "tui/app.h"
#include "tui/export-choices.h"
#include "tui/export-page.h"
#include "tui/hints.h"
#include "tui/list.h"
#include "tui/requests.h"
#include "tui/screens.h"

enum { PREVIEW_WIDTH_CELLS = 80 };

/* The tags of the screens opened from here are rows, and: */
enum { TAG_REPLACE = ROW_COUNT, TAG_OTHER_NAME };

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

static struct screen_result work(struct app *app, void *state) {
  struct export_screen *screen = state;
  enum export_work wanted = screen->work;
  screen->work = WORK_NONE;
  if (wanted == WORK_PRINT)
    print(app, screen);
  else if (wanted != WORK_NONE)
    write_file(app, screen, wanted == WORK_REPLACE);
  return screen_stay();
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
  choose_request_add(request, "keep", _("Keep it, and choose another name"), NULL, NULL, CHOOSE_ON);
  choose_request_add(request, "replace", _("Replace it"), NULL, NULL, CHOOSE_OFF);
  return screen_open(SCREEN_CHOOSE, request, TAG_REPLACE);
}

/* --- choosing ----------------------------------------------------------------------------------*/

static struct screen_result choose_path(const char *path, int tag) {
  return screen_open(SCREEN_PROMPT, text_request_new(_("Which file?"), NULL, path, NULL), tag);
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
    return choose_path(screen->path, ROW_FILE);
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
  struct screen_result result = choose_path(other, TAG_OTHER_NAME);
  free(other);
  return result;
}

static void take_path(struct app *app, struct export_screen *screen, int tag, const char *path) {
  replace_text(&screen->path, path);
  screen->path_chosen = true;
  if (tag == TAG_OTHER_NAME)
    app_tell(app, _("Not written yet: Enter writes the file with this name."));
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
  else if (tag == ROW_FILE || tag == TAG_OTHER_NAME)
    take_path(app, screen, tag, value);
  suggest_path(app, screen);
  count_notices(screen);
  return screen_stay();
}

/* --- drawing and keys --------------------------------------------------------------------------*/

static void draw(struct app *app, void *state) {
  struct export_screen *screen = state;
  app_begin_pane(app, &screen->pane);
  export_page_add(screen);
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
  export_page_rows(screen);
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
