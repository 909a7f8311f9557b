/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the annex says of findings and definitions. */
#include "base/arena.h"
#include "base/language.h"
#include "checklist/checklist.h"
#include "report/ordinance-annex.h"
#include "report/ordinance-draft.h"
#include "report/ordinance-print.h"
#include "report/report-parts.h"

/* A paragraph that begins with a link to what it explains. */
static struct block *begin(const struct report *report, const char *label, const char *anchor) {
  struct block *paragraph = document_add(report->document, NULL, BLOCK_PARAGRAPH);
  paragraph->anchor = report_format(report, "why-%s", anchor);
  document_link(report->document, paragraph, label, report_format(report, "#%s", anchor));
  document_run(report->document, paragraph, RUN_PLAIN, ": ");
  return paragraph;
}

/* Where something is used: "Title, Sections 4, 7". */
struct uses {
  const struct law_section **items;
  size_t count, numbered;
};

static struct uses begin_uses(const struct law *law, size_t room) {
  return (struct uses){arena_alloc(law->report->document->arena, (room + 1) * sizeof(void *)), 0,
                       0};
}

static void add_use(struct uses *uses, const struct law_section *section) {
  uses->items[uses->count++] = section;
  uses->numbered += section->number > 0;
}

static void print_number(const struct report *report, struct block *paragraph,
                         const struct law_section *section) {
  const char *number = report_format(report, "%zu", section->number);
  const char *target = report_format(report, "#%s", section->anchor);
  if (section->in)
    document_link(report->document, paragraph, number, target);
  else
    document_reference(report->document, paragraph, number, target);
}

/* What has no number stands before the others. */
static void print_uses(const struct report *report, struct block *paragraph,
                       const struct uses *uses) {
  bool begun = false;
  for (size_t i = 0; i < uses->count; i++) {
    const struct law_section *section = uses->items[i];
    if (i)
      document_run(report->document, paragraph, RUN_PLAIN, ", ");
    if (!section->number) {
      document_link(report->document, paragraph, section_name(section),
                    report_format(report, "#%s", section->anchor));
      continue;
    }
    if (!begun)
      document_run(report->document, paragraph, RUN_PLAIN,
                   section->in ? language_plural("paragraph ", "paragraphs ", uses->numbered)
                               : language_plural("Section ", "Sections ", uses->numbered));
    begun = true;
    print_number(report, paragraph, section);
  }
}

/* --- findings --- */

static void add_supported(const struct law *law, struct block *paragraph,
                          const struct finding *finding) {
  struct document *document = law->report->document;
  struct uses uses = begin_uses(law, law->section_count);
  if (!*finding->supports) {
    document_run(document, paragraph, RUN_PLAIN,
                 _("it stands in every draft and supports the ordinance as a whole."));
    return;
  }
  for (size_t i = 0; i < law->section_count; i++) {
    const struct recommendation *item = law->sections[i].recommendation;
    if (item && string_list_has(finding->supports, item->provision->id))
      add_use(&uses, &law->sections[i]);
  }
  document_run(document, paragraph, RUN_PLAIN, _("it is there because it supports "));
  print_uses(law->report, paragraph, &uses);
  document_run(document, paragraph, RUN_PLAIN, ".");
}

/* " Sources: A (as of 2024); B (as of 2025, not verified)." What they say stands in the list. */
static void add_sources(const struct report *report, struct block *paragraph,
                        const struct finding *finding) {
  struct document *document = report->document;
  size_t count = 0;
  for (string_list id = finding->references; *id; id++) {
    const struct reference *reference = checklist_reference(report->checklist, *id);
    if (!reference)
      continue;
    document_run(document, paragraph, RUN_PLAIN, count++ ? "; " : _(" Sources: "));
    document_link(document, paragraph, language_checklist_text(reference->title),
                  report_format(report, "#source-%s", reference->id));
    if (reference->as_of)
      document_run(document, paragraph, RUN_PLAIN,
                   report_format(report, _(" (as of %s)"), reference->as_of));
    if (reference->confidence != CONFIDENCE_HIGH)
      document_run(document, paragraph, RUN_STRONG, _(" (not verified: look it up first)"));
  }
  if (count)
    document_run(document, paragraph, RUN_PLAIN, ".");
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
    add_sources(report, paragraph, finding);
  }
}

/* --- definitions --- */

static bool is_in(const struct law_section *section, const struct definition *definition) {
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
  struct uses uses = begin_uses(law, section_count);
  for (size_t i = 0; i < section_count; i++)
    if (is_in(&sections[i], definition))
      add_use(&uses, &sections[i]);
  size_t count = uses.count;
  document_run(report->document, paragraph, RUN_PLAIN, _("used in "));
  print_uses(report, paragraph, &uses);
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
