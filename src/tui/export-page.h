/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the screen of documents holds, and how it is shown: a row for each thing to choose or do. */
#ifndef TUI_EXPORT_PAGE_H
#define TUI_EXPORT_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "guide/export.h"
#include "tui/pane.h"

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
  ROW_COUNT
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

/* Makes the list of rows that are of use now. */
void export_page_rows(struct export_screen *screen);
/* Adds them all to the screen's pane, which was begun. */
void export_page_add(struct export_screen *screen);

#endif
