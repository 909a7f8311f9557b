/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A resolution or a letter as blocks: opening, numbered paragraphs, definitions, closing. */
#include <string.h>

#include "base/arena.h"
#include "base/language.h"
#include "checklist/checklist.h"
#include "report/ordinance-draft.h"
#include "report/ordinance-print.h"
#include "report/report-parts.h"

static bool is_letter(const struct law_text *text) {
  return text->instrument->kind == DRAFT_LETTER;
}

/* --- before and behind the paragraphs --- */

static void add_head(const struct law *law, const struct law_text *text) {
  struct document *document = law->report->document;
  struct block *heading = document_heading(document, 1, NULL, NULL);
  document_law_runs(document, heading, text->title);
  heading->anchor = text->anchor;
  heading->explained = report_format(law->report, "#why-%s", text->anchor);
  if (!is_letter(text)) {
    law_print_mark(law);
    return;
  }
  document_labelled(document, NULL, _("Date:"), "______________");
  struct block *to = document_add(document, NULL, BLOCK_PARAGRAPH);
  document_run(document, to, RUN_STRONG, _("To:"));
  document_run(document, to, RUN_PLAIN, " ");
  document_law_runs(document, to, text->to ? text->to : "______________");
}

static void add_signature(const struct law *law, const struct law_text *text) {
  struct document *document = law->report->document;
  if (!is_letter(text) && !text->signature)
    return;
  document_paragraph(document, NULL, "______________________________")->keep_with_next = true;
  if (!text->signature) {
    document_paragraph(document, NULL, _("Name and office"));
    return;
  }
  struct block *name = document_add(document, NULL, BLOCK_PARAGRAPH);
  document_law_runs(document, name, text->signature);
}

/* --- paragraphs --- */

static void add_paragraph(const struct law *law, const struct law_text *text,
                          const struct law_section *paragraph) {
  struct document *document = law->report->document;
  const char *rest = paragraph->text;
  struct block *clause = document_clause(
      document, NULL, CLAUSE_ITEM, report_format(law->report, "%zu.", paragraph->number), NULL);
  clause->anchor = paragraph->anchor;
  clause->explained = report_format(law->report, "#why-%s", paragraph->anchor);
  document_run(document, clause, RUN_STRONG, report_format(law->report, "%s.", paragraph->heading));
  if (paragraph->optional) {
    document_run(document, clause, RUN_PLAIN, " ");
    document_run(document, clause, RUN_EMPHASIS, law_optional_note(law, paragraph));
  }
  if (rest[0] != '(') {
    document_run(document, clause, RUN_PLAIN, " ");
    document_law_runs(document, clause, law_first_line(law, rest, &rest));
  }
  clause->keep_with_next = *rest || is_letter(text);
  document_law(document, NULL, rest);
  if (is_letter(text) && paragraph->recommendation->provision->plain)
    document_labelled_prose(document, NULL, _("Why we ask:"),
                            language_checklist_text(paragraph->recommendation->provision->plain));
}

static bool needs_definitions(const struct law *law, const struct law_text *text) {
  for (size_t i = 0; i < law->report->checklist->definition_count; i++)
    if (text->definitions[i])
      return true;
  return false;
}

/* In a resolution they are its last paragraph; in a letter they stand below the signature. */
static void add_definitions(const struct law *law, const struct law_text *text) {
  struct document *document = law->report->document;
  if (!needs_definitions(law, text))
    return;
  struct block *intro =
      is_letter(text)
          ? document_paragraph(document, NULL, _("In this letter:"))
          : document_clause(document, NULL, CLAUSE_ITEM,
                            report_format(law->report, "%zu.", text->paragraph_count + 1),
                            _("In this resolution:"));
  intro->keep_with_next = true;
  law_print_definitions(law, text->definitions,
                        report_format(law->report, "%s-definition-", text->anchor));
}

void law_print_text(const struct law *law, const struct law_text *text) {
  struct document *document = law->report->document;
  add_head(law, text);
  document_law(document, NULL, text->opening);
  for (size_t i = 0; i < text->paragraph_count; i++)
    add_paragraph(law, text, &text->paragraphs[i]);
  if (!is_letter(text))
    add_definitions(law, text);
  document_law(document, NULL, text->closing);
  add_signature(law, text);
  if (is_letter(text))
    add_definitions(law, text);
}
