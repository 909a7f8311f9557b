/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/language.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "checklist/catalogue.h"
#include "checklist/checklist.h"
#include "checklist/sources.h"
#include "cli/output.h"
#include "report/report.h"
#include "report/writer.h"

/* clang-format off */
const struct option list_options[] = {
  {"sources", 0, NULL,
   N_("List where each statement of a checklist's sources is, or why it was left out."),
   OPTION_FLAG, offsetof(struct options, sources)},
  {NULL, 0, NULL, NULL, OPTION_FLAG, 0},
};
/* clang-format on */

enum { NAME_CELLS = 24, SOURCE_CELLS = 10 };

static void print_row(const char *name, const char *label) {
  output_format("  %s  ", name);
  output_wrapped(label, text_width(name) + 4, NAME_CELLS + 4);
}

static void list_checklists(void) {
  size_t count;
  char **names = catalogue_names(&count);
  for (size_t i = 0; i < count; i++) {
    char *path = catalogue_find(names[i], NULL);
    struct checklist *checklist = path ? checklist_load(path, NULL) : NULL;
    print_row(names[i], checklist ? language_checklist_text(checklist->title)
                                  : _("(cannot be read; see `disentangle check`)"));
    checklist_free(checklist);
    free(path);
    free(names[i]);
  }
  free(names);
}

static void list_documents(void) {
  for (const struct report_kind *kind = report_kinds; kind->name; kind++) {
    print_row(kind->name, _(kind->purpose));
  }
}

static void list_formats(void) {
  for (const struct writer *writer = writers; writer->name; writer++) {
    print_row(writer->name, _(writer->label));
  }
}

static void list_languages(void) {
  for (const char *const *tag = language_tags(); *tag; tag++) {
    print_row(*tag, language_name(language_open(*tag, NULL)));
  }
}

static const struct list {
  const char *name, *title;
  void (*print)(void);
} lists[] = {
    {"checklists", N_("Checklists:"), list_checklists},
    {"documents", N_("Documents:"), list_documents},
    {"formats", N_("Formats:"), list_formats},
    {"languages", N_("Languages:"), list_languages},
    {NULL, NULL, NULL},
};

static void list_all(void) {
  for (const struct list *list = lists; list->name; list++) {
    output_format("%s%s\n", list == lists ? "" : "\n", _(list->title));
    list->print();
  }
}

/* --- where the sources are ---------------------------------------------------------------------*/

static void print_source(const struct source_row *row) {
  struct strbuf text;
  const char *place = source_place_name(row->place), *title = language_checklist_text(row->title);
  strbuf_init(&text);
  if (row->note) {
    strbuf_addf(&text, P_("left out, reason and why", "%s, %s: %s"), place, row->note, title);
  } else if (title) {
    strbuf_addf(&text, P_("kind, id and title", "%s %s: %s"), place, row->id, title);
  } else {
    strbuf_addf(&text, P_("kind and id", "%s %s"), place, row->id);
  }
  output_format("%s  ", row->source);
  output_wrapped(text.text, text_width(row->source) + 2, SOURCE_CELLS);
  strbuf_release(&text);
}

static void print_sources(const struct checklist *checklist) {
  struct source_rows rows;
  source_rows_make(&rows, checklist);
  for (size_t i = 0; i < rows.count; i++) {
    print_source(&rows.items[i]);
  }
  source_rows_release(&rows);
}

static enum exit_status list_sources(const char *name) {
  struct error err = ERROR_INIT;
  char *path = catalogue_find(name, &err);
  struct checklist *checklist = path ? checklist_load(path, &err) : NULL;
  bool done = checklist && checklist_load_rest(checklist, &err);
  if (done) {
    print_sources(checklist);
  }
  checklist_free(checklist);
  free(path);
  return done ? EXIT_DONE : output_failure(&err);
}

enum exit_status cmd_list(const struct options *options) {
  if (options->sources) {
    return list_sources(options->operands.count ? options->operands.items[0] : NULL);
  }
  if (!options->operands.count) {
    list_all();
    return EXIT_DONE;
  }
  const char *wanted = options->operands.items[0];
  for (const struct list *list = lists; list->name; list++) {
    if (!strcmp(list->name, wanted)) {
      list->print();
      return EXIT_DONE;
    }
  }
  output_error(_("there is no list '%s'; choose one of: %s"), wanted,
               "checklists, documents, formats, languages");
  return EXIT_USAGE;
}
