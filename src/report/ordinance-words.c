/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the annex says of findings and definitions. */
#include <string.h>

#include "base/language.h"
#include "checklist/checklist.h"
#include "report/ordinance-annex.h"
#include "report/ordinance-draft.h"
#include "report/ordinance-print.h"
#include "report/report-parts.h"

/* A paragraph for what it explains: the first "%s" of its sentence is a link to that. Returns the
 * rest of the sentence. */
static const char *begin(const struct report *report, const char *sentence, const char *label,
                         const char *anchor) {
  struct block *paragraph = document_add(report->document, NULL, BLOCK_PARAGRAPH);
  paragraph->anchor = report_format(report, "why-%s", anchor);
  const char *rest = report_add_until(report, paragraph, sentence);
  document_link(report->document, paragraph, label, report_format(report, "#%s", anchor));
  return rest;
}

/* "Section 4": a reference by its number, and the words of its label around that. */
static void print_section(const struct report *report, struct block *paragraph,
                          const struct law_section *section) {
  const char *number = report_format(report, "%zu", section->number);
  const char *at = strstr(section->label, number);
  document_run(report->document, paragraph, RUN_PLAIN,
               report_format(report, "%.*s", (int)(at - section->label), section->label));
  document_reference(report->document, paragraph, number,
                     report_format(report, "#%s", section->anchor));
  document_run(report->document, paragraph, RUN_PLAIN, at + strlen(number));
}

/* One of a list of places, which begins with the first. */
static void print_use(const struct report *report, struct block *paragraph,
                      const struct law_section *section, size_t before) {
  const char *target = report_format(report, "#%s", section->anchor);
  if (before)
    document_run(report->document, paragraph, RUN_PLAIN, ", ");
  if (section->in)
    document_link(report->document, paragraph,
                  report_format(report, _("paragraph %zu"), section->number), target);
  else if (section->number)
    print_section(report, paragraph, section);
  else
    document_link(report->document, paragraph, section_name(section), target);
}

/* --- findings --- */

static void add_supported(const struct law *law, const struct finding *finding, const char *label,
                          const char *anchor) {
  const struct report *report = law->report;
  if (!*finding->supports) {
    const char *rest =
        begin(report, _("%s: it stands in every draft and supports the ordinance as a whole."),
              label, anchor);
    report_add_until(report, report->document->root->last, rest);
    return;
  }
  const char *rest = begin(report, _("%s: it is there because it supports %s."), label, anchor);
  struct block *paragraph = report->document->root->last;
  rest = report_add_until(report, paragraph, rest);
  size_t count = 0;
  for (size_t i = 0; i < law->section_count; i++) {
    const struct recommendation *item = law->sections[i].recommendation;
    if (item && string_list_has(finding->supports, item->provision->id))
      print_use(report, paragraph, &law->sections[i], count++);
  }
  report_add_until(report, paragraph, rest);
}

/* "A (as of 2024)" */
static void add_source(const struct report *report, struct block *paragraph,
                       const struct reference *reference) {
  struct document *document = report->document;
  document_link(document, paragraph, language_checklist_text(reference->title),
                report_format(report, "#source-%s", reference->id));
  if (reference->as_of)
    document_run(document, paragraph, RUN_PLAIN,
                 report_format(report, " %s",
                               report_format(report, _("(as of %s)"),
                                             report_unbroken(report, reference->as_of))));
  if (reference->confidence == CONFIDENCE_HIGH)
    return;
  document_run(document, paragraph, RUN_PLAIN, " ");
  document_run(document, paragraph, RUN_STRONG, _("(not verified: look it up first)"));
}

/* What they say stands in the list of sources. */
static void add_sources(const struct report *report, struct block *paragraph,
                        const struct finding *finding) {
  size_t count = 0;
  for (string_list id = finding->references; *id; id++) {
    const struct reference *reference = checklist_reference(report->checklist, *id);
    if (!reference)
      continue;
    document_run(report->document, paragraph, RUN_PLAIN, count ? "; " : " ");
    if (count++ == 0) {
      document_run(report->document, paragraph, RUN_PLAIN, _("Sources:"));
      document_run(report->document, paragraph, RUN_PLAIN, " ");
    }
    add_source(report, paragraph, reference);
  }
  if (count)
    document_run(report->document, paragraph, RUN_PLAIN, ".");
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
    add_supported(law, finding, label, report_format(report, "finding-%s", finding->id));
    struct block *paragraph = report->document->root->last;
    if (finding->as_of)
      document_run(report->document, paragraph, RUN_PLAIN,
                   report_format(report, " %s",
                                 report_format(report, _("As of %s."),
                                               report_unbroken(report, finding->as_of))));
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

enum { MOST_NAMED = 12 }; /* a longer list of sections tells nobody anything */

static void print_uses(const struct report *report, struct block *paragraph,
                       const struct annex_definitions *where, const struct definition *definition) {
  const struct checklist *checklist = report->checklist;
  size_t count = 0;
  size_t sections = 0;
  for (size_t i = 0; i < where->section_count; i++)
    sections += is_in(&where->sections[i], definition);
  if (sections > MOST_NAMED) {
    document_run(report->document, paragraph, RUN_PLAIN,
                 report_format(report, _("%zu places"), sections));
    count++;
  }
  for (size_t i = 0; i < where->section_count && sections <= MOST_NAMED; i++)
    if (is_in(&where->sections[i], definition))
      print_use(report, paragraph, &where->sections[i], count++);
  for (size_t i = 0; i < checklist->definition_count; i++)
    if (where->used[i] && &checklist->definitions[i] != definition &&
        definition_is_in(checklist->definitions[i].text, definition)) {
      document_run(report->document, paragraph, RUN_PLAIN, count++ ? ", " : "");
      document_run(
          report->document, paragraph, RUN_PLAIN,
          report_format(report, _("the definition of “%s”"), checklist->definitions[i].term));
    }
  if (count == 0)
    document_run(report->document, paragraph, RUN_PLAIN, _("the findings or the opening words"));
}

void annex_add_definitions(const struct law *law, const struct annex_definitions *where) {
  const struct report *report = law->report;
  size_t index = 0;
  for (size_t i = 0; i < report->checklist->definition_count; i++) {
    const struct definition *definition = &report->checklist->definitions[i];
    if (!where->used[i])
      continue;
    const char *letter = law_letter(report, index++);
    const char *label =
        where->prefix
            ? report_format(report, _("%s%s, “%s”"), where->prefix, letter, definition->term)
            : report_format(report, _("Definition %s, “%s”"), letter, definition->term);
    const char *rest = begin(report, _("%s: used in %s."), label,
                             report_format(report, "%s%s", where->anchor, definition->id));
    struct block *paragraph = report->document->root->last;
    rest = report_add_until(report, paragraph, rest);
    print_uses(report, paragraph, where, definition);
    report_add_until(report, paragraph, rest);
  }
}
