/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/language.h"
#include "base/text.h"
#include "checklist/catalogue.h"
#include "checklist/checklist.h"
#include "cli/output.h"
#include "report/report.h"
#include "report/writer.h"

enum { NAME_CELLS = 24 };

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

enum exit_status cmd_list(const struct options *options) {
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
