/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ordinance-print.h"

#include <string.h>

#include "base/arena.h"
#include "base/language.h"
#include "checklist/checklist.h"
#include "report/ordinance-draft.h"
#include "report/report-parts.h"

const char *law_letter(const struct report *report, size_t index) {
  const char *one = report_format(report, "%c", (char)('a' + index % 26));
  if (index < 26)
    return report_format(report, "(%s)", one);
  return report_format(report, "(%c%s)", (char)('a' + index / 26 - 1), one);
}

const char *law_first_line(const struct law *law, const char *text, const char **rest) {
  size_t length = strcspn(text, "\n");
  *rest = text + length + strspn(text + length, "\n ");
  return arena_dup_length(law->report->document->arena, text, length);
}

static struct block *add_lettered(const struct law *law, size_t index, const char *text) {
  struct document *document = law->report->document;
  const char *rest, *first = law_first_line(law, text, &rest);
  struct block *clause =
      document_clause(document, NULL, CLAUSE_PARAGRAPH, law_letter(law->report, index), first);
  clause->keep_with_next = *rest;
  document_law(document, NULL, rest);
  return clause;
}

static void set_anchor(const struct report *report, struct block *block, const char *anchor) {
  block->anchor = anchor;
  block->explained = report_format(report, "#why-%s", anchor);
}

/* --- definitions and findings --- */

/* A text that begins in lower case goes on from the term: "means …". */
static const char *definition_text(const struct law *law, const struct definition *definition) {
  const char *text = law_fill(law, definition->text), *term = definition->term;
  bool goes_on = text[0] >= 'a' && text[0] <= 'z';
  char first = term[0] >= 'a' && term[0] <= 'z' ? (char)(term[0] - 'a' + 'A') : term[0];
  return report_format(law->report, goes_on ? "“%c%s” %s" : "“%c%s”: %s", first, term + 1, text);
}

void law_print_definitions(const struct law *law, const bool *used, const char *anchor) {
  const struct report *report = law->report;
  size_t index = 0;
  for (size_t i = 0; i < report->checklist->definition_count; i++) {
    const struct definition *definition = &report->checklist->definitions[i];
    if (!used[i])
      continue;
    struct block *clause = add_lettered(law, index++, definition_text(law, definition));
    if (anchor)
      set_anchor(report, clause, report_format(report, "%s%s", anchor, definition->id));
  }
}

static void add_findings(const struct law *law) {
  const struct checklist *checklist = law->report->checklist;
  size_t index = 0;
  for (size_t i = 0; i < checklist->finding_count; i++) {
    const struct finding *finding = &checklist->findings[i];
    if (law_has_finding(law, finding))
      set_anchor(law->report, add_lettered(law, index++, law_fill(law, finding->text)),
                 report_format(law->report, "finding-%s", finding->id));
  }
}

/* --- sections --- */

const char *law_optional_note(const struct law *law, const struct law_section *section) {
  return report_format(law->report,
                       language_plural("[Optional: keep this or strike it when the answer to "
                                       "question %s is known.]",
                                       "[Optional: keep this or strike it when the answers to "
                                       "questions %s are known.]",
                                       section->recommendation->reason_count),
                       recommendation_questions(law->report, section->recommendation));
}

static void add_text(const struct law *law, const struct law_section *section) {
  struct document *document = law->report->document;
  if (section->optional) {
    struct block *note = document_add(document, NULL, BLOCK_PARAGRAPH);
    document_run(document, note, RUN_EMPHASIS, law_optional_note(law, section));
    note->keep_with_next = true;
  }
  document_law(document, NULL, section->text);
}

static struct block *add_heading(const struct law *law, int level, const char *number,
                                 const char *text) {
  struct block *heading = document_heading(law->report->document, level, number, NULL);
  document_law_runs(law->report->document, heading, text);
  return heading;
}

static void add_section(const struct law *law, const struct law_section *section, int level) {
  struct block *before = law->report->document->root->last;
  if (section->label) {
    struct block *heading = add_heading(
        law, level, report_format(law->report, "%s.", section->label), section->heading);
    set_anchor(law->report, heading, section->anchor);
    heading->counter = COUNTER_SECTION;
  }
  add_text(law, section);
  if (!section->label && before->next)
    before->next->anchor = section->anchor;
  if (section->recommendation)
    return;
  if (section->part->kind == PART_FINDINGS)
    add_findings(law);
  if (section->part->kind == PART_DEFINITIONS)
    law_print_definitions(law, law->definitions, "definition-");
}

/* The first words of a law, before any number, are its title. */
static bool is_title(const struct law *law, const struct law_section *section) {
  return section == law->sections && !section->label && section->text;
}

void law_print_mark(const struct law *law) {
  struct document *document = law->report->document;
  struct block *mark = document_add(document, NULL, BLOCK_SUBTITLE);
  document_run(document, mark, RUN_STRONG,
               report_format(law->report, _("DRAFT of %s, not adopted"), document->date));
}

static void add_law_title(const struct law *law) {
  const struct law_section *first = law->sections;
  bool has_title = is_title(law, first);
  struct block *heading = add_heading(law, 1, NULL, has_title ? first->text : _("Draft ordinance"));
  if (has_title)
    set_anchor(law->report, heading, first->anchor);
  law_print_mark(law);
}

void law_print(const struct law *law) {
  const struct ordinance_part *group = NULL;
  add_law_title(law);
  for (size_t i = 0; i < law->section_count; i++) {
    const struct law_section *section = &law->sections[i];
    if (is_title(law, section))
      continue;
    if (section->opens_group) {
      group = section->part;
      add_heading(law, 2, NULL, law_fill(law, group->heading));
    }
    add_section(law, section, group && section->part == group ? 3 : 2);
  }
}

/* --- the alternative --- */

/* The definitions that a text needs and the law lacks. */
static void add_missing(const struct law *law, const struct provision *provision) {
  const char *texts[] = {provision->heading, provision->text};
  bool *used = definitions_used(law->report, texts, 2);
  bool any = false;
  for (size_t i = 0; i < law->report->checklist->definition_count; i++) {
    used[i] = used[i] && (law->section_count == 0 || !law->definitions[i]);
    any = any || used[i];
  }
  if (!any)
    return;
  document_paragraph(law->report->document, NULL, _("In this text:"))->keep_with_next = true;
  law_print_definitions(law, used, NULL);
}

void law_print_alternative(const struct law *law, const struct provision *provision) {
  document_law(law->report->document, NULL, law_fill(law, provision->text));
  add_missing(law, provision);
}
