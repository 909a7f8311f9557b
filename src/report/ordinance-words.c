/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the annex says of findings and definitions. */
#include "base/language.h"
#include "checklist/checklist.h"
#include "report/ordinance-annex.h"
#include "report/ordinance-draft.h"
#include "report/ordinance-print.h"
#include "report/ordinance-why.h"
#include "report/report-parts.h"

/* A paragraph that begins with a link to what it explains. */
static struct block *begin(const struct report *report, const char *label, const char *anchor) {
  struct block *paragraph = document_add(report->document, NULL, BLOCK_PARAGRAPH);
  paragraph->anchor = report_format(report, "why-%s", anchor);
  document_link(report->document, paragraph, label, report_format(report, "#%s", anchor));
  document_run(report->document, paragraph, RUN_PLAIN, ": ");
  return paragraph;
}

/* "Section 4, Section 7": links. count: how many stand there. */
static void add_link(const struct report *report, struct block *paragraph,
                     const struct law_section *section, size_t *count) {
  if ((*count)++)
    document_run(report->document, paragraph, RUN_PLAIN, ", ");
  document_link(report->document, paragraph, section_name(section),
                report_format(report, "#%s", section->anchor));
}

/* --- findings --- */

static void add_supported(const struct law *law, struct block *paragraph,
                          const struct finding *finding) {
  size_t count = 0;
  if (!*finding->supports) {
    document_run(law->report->document, paragraph, RUN_PLAIN,
                 _("it stands in every draft and supports the ordinance as a whole."));
    return;
  }
  document_run(law->report->document, paragraph, RUN_PLAIN, _("it is there because it supports "));
  for (size_t i = 0; i < law->section_count; i++) {
    const struct recommendation *item = law->sections[i].recommendation;
    if (item && string_list_has(finding->supports, item->provision->id))
      add_link(law->report, paragraph, &law->sections[i], &count);
  }
  document_run(law->report->document, paragraph, RUN_PLAIN, ".");
}

void annex_add_findings(const struct law *law, const struct law_section *section) {
  const struct report *report = law->report;
  size_t index = 0;
  for (size_t i = 0; i < report->checklist->finding_count; i++) {
    const struct finding *finding = &report->checklist->findings[i];
    if (!law_has_finding(law, finding))
      continue;
    const char *label =
        report_format(report, "%s%s", section_name(section), law_letter(report, index++));
    struct block *paragraph =
        begin(report, label, report_format(report, "finding-%s", finding->id));
    add_supported(law, paragraph, finding);
    if (finding->as_of)
      document_run(report->document, paragraph, RUN_PLAIN,
                   report_format(report, _(" As of %s."), finding->as_of));
    paragraph->keep_with_next = *finding->references;
    why_add_references(report, finding->references);
  }
}

/* --- definitions --- */

static bool uses(const struct law_section *section, const struct definition *definition) {
  const struct provision *provision =
      section->recommendation ? section->recommendation->provision : NULL;
  return definition_is_in(provision ? provision->heading : NULL, definition) ||
         definition_is_in(provision ? provision->text : section->part->text, definition);
}

static void add_uses(const struct law *law, struct block *paragraph, const bool *used,
                     const struct law_section *sections, size_t section_count,
                     const struct definition *definition) {
  const struct report *report = law->report;
  const struct checklist *checklist = report->checklist;
  size_t count = 0;
  document_run(report->document, paragraph, RUN_PLAIN, _("used in "));
  for (size_t i = 0; i < section_count; i++)
    if (uses(&sections[i], definition))
      add_link(report, paragraph, &sections[i], &count);
  for (size_t i = 0; i < checklist->definition_count; i++)
    if (used[i] && &checklist->definitions[i] != definition &&
        definition_is_in(checklist->definitions[i].text, definition))
      document_run(
          report->document, paragraph, RUN_PLAIN,
          report_format(report,
                        count++ ? _(", the definition of “%s”") : _("the definition of “%s”"),
                        checklist->definitions[i].term));
  if (count == 0)
    document_run(report->document, paragraph, RUN_PLAIN, _("the findings or the opening words"));
  document_run(report->document, paragraph, RUN_PLAIN, ".");
}

void annex_add_definitions(const struct law *law, const char *prefix, const char *anchor,
                           const bool *used, const struct law_section *sections,
                           size_t section_count) {
  const struct report *report = law->report;
  size_t index = 0;
  for (size_t i = 0; i < report->checklist->definition_count; i++) {
    const struct definition *definition = &report->checklist->definitions[i];
    if (!used[i])
      continue;
    const char *label = report_format(report, _("%s%s, “%s”"), prefix, law_letter(report, index++),
                                      definition->term);
    struct block *paragraph =
        begin(report, label, report_format(report, "%s%s", anchor, definition->id));
    add_uses(law, paragraph, used, sections, section_count, definition);
  }
}
