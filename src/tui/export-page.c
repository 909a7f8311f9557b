/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/export-page.h"

#include "base/language.h"
#include "base/strbuf.h"

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

void export_page_rows(struct export_screen *screen) {
  screen->row_count = 0;
  for (enum export_row row = 0; row < ROW_COUNT; row++)
    if (row_is_shown(screen, row))
      screen->rows[screen->row_count++] = row;
  if (screen->pane.focus >= screen->row_count)
    pane_focus(&screen->pane, screen->row_count - 1);
}

static void add_row(struct export_screen *screen, int item) {
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

void export_page_add(struct export_screen *screen) {
  export_page_rows(screen);
  pane_add(&screen->pane, PANE_NO_ITEM, 0, STYLE_TITLE, _("Make a document"));
  pane_add(&screen->pane, PANE_NO_ITEM, 0, STYLE_TEXT, _(screen->export.kind->purpose));
  pane_add_gap(&screen->pane);
  for (int item = 0; item < screen->row_count; item++)
    add_row(screen, item);
  if (!screen->can_print) {
    pane_add_gap(&screen->pane);
    pane_add(&screen->pane, PANE_NO_ITEM, 0, STYLE_TEXT,
             _("This computer has no printer system (lp): write the file and print it elsewhere."));
  }
}
