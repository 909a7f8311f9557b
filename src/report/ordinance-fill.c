/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ordinance-fill.h"

#include <string.h>

#include "base/arena.h"
#include "base/language.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"
#include "report/ordinance-draft.h"
#include "report/placeholders.h"
#include "report/report-parts.h"
#include "session/session.h"

struct filling {
  const struct law *law;
  struct law *record; /* NULL: what is open is not recorded */
  const char *where;
  const struct law_text *in; /* the text of its own that is filled in; NULL: the law */
};

/* --- what stays open --- */

static struct law_open *find_open(struct law *law, const struct law_open *wanted) {
  for (size_t i = 0; i < law->open_count; i++) {
    struct law_open *open = &law->open[i];
    if (open->kind == wanted->kind && strcmp(open->shown, wanted->shown) == 0 &&
        strcmp(open->meaning, wanted->meaning) == 0)
      return open;
  }
  return NULL;
}

static void grow_open(struct law *law, struct law_open open) {
  size_t size = law->open_count * sizeof open;
  struct law_open *grown = arena_alloc(law->report->document->arena, size + sizeof open);
  if (size)
    memcpy(grown, law->open, size);
  grown[law->open_count++] = open;
  law->open = grown;
}

/* Once for each place in the text that is the same; where it stands is joined. */
static void record(const struct filling *filling, enum law_open_kind kind, const char *shown,
                   const char *meaning) {
  if (!filling->record)
    return;
  struct law_open open = {kind, shown, meaning, filling->where};
  struct law_open *known = find_open(filling->record, &open);
  if (!known)
    grow_open(filling->record, open);
  else if (!words_occur(known->where, filling->where))
    known->where = report_join(filling->law->report, known->where, filling->where);
}

/* --- what takes the place of a placeholder --- */

/* "governing-body" as words. */
static char *words_of(const struct report *report, const char *id) {
  char *words = arena_dup(report->document->arena, id);
  for (char *at = words; *at; at++)
    if (*at == '-' || *at == '.')
      *at = ' ';
  return words;
}

static void fill_profile(const struct filling *filling, const char *name, struct strbuf *out) {
  const struct report *report = filling->law->report;
  const struct question *question = checklist_question(report->checklist, name);
  const char *value = session_value(report->session, name);
  if (question && value && strcmp(value, "unknown") != 0 && strcmp(value, "n/a") != 0 &&
      assess_question_relevant(report->assessment, question)) {
    strbuf_add(out, report_answer(report, question));
    return;
  }
  const char *words =
      question && question->blank ? question->blank : words_of(report, name + strlen("profile."));
  const char *shown = report_format(report, "[%s]", words);
  record(filling, OPEN_BLANK, shown, question ? question->ask : words);
  strbuf_add(out, shown);
}

/* "Section " and a reference whose text is the number. */
static void add_reference(const struct report *report, const struct law_section *section,
                          struct strbuf *out) {
  const char *number = report_format(report, "%zu", section->number);
  const char *at = strstr(section->label, number);
  strbuf_add_bytes(out, section->label, (size_t)(at - section->label));
  document_mark(out, number, report_format(report, "#%s", section->anchor));
  strbuf_add(out, at + strlen(number));
}

/* A text of its own is read without the law: what it names there it names by its heading. */
static const char *name_across(const struct filling *filling, const struct law_section *section) {
  const struct report *report = filling->law->report;
  const char *heading = section->recommendation->provision->heading;
  if (section->in && section->in == filling->in)
    return report_format(report, _("paragraph %zu"), section->number);
  if (section->in)
    return report_format(report, _("[“%s” in the separate text “%s”]"), heading,
                         law_fill(filling->law, section->in->instrument->title));
  return report_format(report, _("[the section “%s” of the ordinance]"), heading);
}

static void fill_section(const struct filling *filling, const char *name, struct strbuf *out) {
  const struct report *report = filling->law->report;
  const struct provision *provision = checklist_provision(report->checklist, name);
  const struct law_section *section = provision ? law_section(filling->law, provision) : NULL;
  if (section && !section->in && !filling->in) {
    add_reference(report, section, out);
    return;
  }
  const char *heading = provision ? provision->heading : name;
  const char *shown =
      section ? name_across(filling, section)
              : report_format(report, _("[the section “%s”, which is not in this draft]"), heading);
  if (!section || section->in != filling->in)
    record(filling, OPEN_REFERENCE, shown, heading);
  strbuf_add(out, shown);
}

static void fill_choice(const struct filling *filling, const char *name, const char *options,
                        struct strbuf *out) {
  const struct report *report = filling->law->report;
  struct strbuf shown;
  strbuf_init(&shown);
  strbuf_add_char(&shown, '[');
  for (const char *at = options; *at; at++)
    strbuf_add_bytes(&shown, *at == '|' ? " / " : at, *at == '|' ? 3 : 1);
  strbuf_add_char(&shown, ']');
  record(filling, OPEN_CHOICE, arena_dup(report->document->arena, shown.text),
         words_of(report, name));
  strbuf_add(out, shown.text);
  strbuf_release(&shown);
}

static void replace(void *context, enum placeholder_kind kind, const char *name,
                    const char *options, struct strbuf *out) {
  const struct filling *filling = context;
  const struct report *report = filling->law->report;
  switch (kind) {
  case PLACEHOLDER_PROFILE:
    fill_profile(filling, name, out);
    return;
  case PLACEHOLDER_SECTION:
    fill_section(filling, name, out);
    return;
  case PLACEHOLDER_CHOICE:
    fill_choice(filling, name, options, out);
    return;
  case PLACEHOLDER_UNKNOWN:
    record(filling, OPEN_BLANK, report_format(report, "[%s]", name), words_of(report, name));
    strbuf_addf(out, "[%s]", name);
    return;
  }
}

static const char *fill(struct filling *filling, const char *text) {
  if (!text)
    return NULL;
  struct strbuf out;
  strbuf_init(&out);
  placeholders_fill(&out, text, replace, filling);
  const char *filled = arena_dup(filling->law->report->document->arena, out.text);
  strbuf_release(&out);
  return filled;
}

const char *law_fill(const struct law *law, const char *text) {
  struct filling filling = {.law = law};
  return fill(&filling, text);
}

/* --- the whole draft --- */

static void record_findings(struct filling *filling) {
  const struct checklist *checklist = filling->law->report->checklist;
  for (size_t i = 0; i < checklist->finding_count; i++)
    if (law_has_finding(filling->law, &checklist->findings[i]))
      fill(filling, checklist->findings[i].text);
}

static void record_definitions(struct filling *filling, const bool *used) {
  const struct checklist *checklist = filling->law->report->checklist;
  for (size_t i = 0; i < checklist->definition_count; i++)
    if (used[i])
      fill(filling, checklist->definitions[i].text);
}

static const char *name_of(const struct law *law, const struct law_section *section) {
  if (section->number)
    return report_format(law->report, "%zu", section->number);
  return section->part->heading ? section->part->heading : section->part->id;
}

static void fill_section_in(struct law *law, struct law_section *section) {
  struct filling filling = {law, law, name_of(law, section), NULL};
  const struct provision *provision =
      section->recommendation ? section->recommendation->provision : NULL;
  section->heading = fill(&filling, provision ? provision->heading : section->part->heading);
  section->text = fill(&filling, provision ? provision->text : section->part->text);
  if (!provision && section->part->kind == PART_FINDINGS)
    record_findings(&filling);
  if (!provision && section->part->kind == PART_DEFINITIONS)
    record_definitions(&filling, law->definitions);
}

static void fill_text_in(struct law *law, struct law_text *text) {
  const struct draft_instrument *instrument = text->instrument;
  struct filling filling = {law, law, NULL, text};
  filling.where = law_text_name(law, text);
  text->title = fill(&filling, instrument->title);
  text->to = fill(&filling, instrument->to);
  text->opening = fill(&filling, instrument->opening);
  for (size_t i = 0; i < text->paragraph_count; i++) {
    struct law_section *paragraph = &text->paragraphs[i];
    paragraph->heading = fill(&filling, paragraph->recommendation->provision->heading);
    paragraph->text = fill(&filling, paragraph->recommendation->provision->text);
  }
  record_definitions(&filling, text->definitions);
  text->closing = fill(&filling, instrument->closing);
  text->signature = fill(&filling, instrument->signature);
}

void law_fill_in(struct law *law) {
  for (size_t i = 0; i < law->section_count; i++)
    fill_section_in(law, &law->sections[i]);
  for (size_t i = 0; i < law->text_count; i++)
    fill_text_in(law, &law->texts[i]);
}
