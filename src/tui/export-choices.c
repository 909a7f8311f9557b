/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/export-choices.h"

#include <string.h>

#include "base/language.h"
#include "guide/export.h"
#include "guide/guide.h"
#include "tui/requests.h"

struct choose_request *export_choose_document(const struct export *export) {
  struct choose_request *request = choose_request_new(_("Which document?"), NULL);
  for (const struct report_kind *kind = report_kinds; kind->name; kind++)
    if (report_is_offered(kind, guide_checklist(export->guide)))
      choose_request_add(request, kind->name, _(kind->label), _(kind->purpose), NULL,
                         kind == export->kind);
  return request;
}

struct choose_request *export_choose_format(const struct export *export) {
  struct choose_request *request = choose_request_new(_("Which format?"), NULL);
  for (const struct writer *writer = writers; writer->name; writer++)
    if (report_fits(export->kind, writer))
      choose_request_add(request, writer->name, _(writer->label),
                         writer_is_built(writer) ? NULL : _("Not in this build."), NULL,
                         writer == export->writer);
  return request;
}

struct choose_request *export_choose_language(const struct language *chosen) {
  struct choose_request *request = choose_request_new(
      _("In which language?"), _("The text of the ordinance itself stays in the law's language."));
  for (const char *const *tag = language_tags(); *tag; tag++) {
    const struct language *language = language_open(*tag, NULL);
    choose_request_add(request, *tag, language_name(language), NULL, NULL, language == chosen);
  }
  return request;
}

struct choose_request *export_choose_printer(char *const *printers, size_t count,
                                             const char *chosen) {
  struct choose_request *request = choose_request_new(_("Which printer?"), NULL);
  choose_request_add(request, "", _("The usual one"), NULL, NULL, !chosen);
  for (size_t i = 0; i < count; i++)
    choose_request_add(request, printers[i], printers[i], NULL, NULL,
                       chosen && strcmp(chosen, printers[i]) == 0);
  return request;
}
