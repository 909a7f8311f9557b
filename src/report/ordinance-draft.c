/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ordinance-draft.h"

#include <string.h>

#include "base/arena.h"
#include "base/language.h"
#include "checklist/checklist.h"
#include "report/ordinance-fill.h"
#include "report/report-parts.h"

/* --- which provisions --- */

static bool is_separate(const struct provision *provision) {
  return provision->instrument && strcmp(provision->instrument, "ordinance") != 0;
}

bool recommendation_is_wanted(const struct recommendation *recommendation) {
  enum advice advice = recommendation->advice;
  return advice == ADVICE_ADOPT || advice == ADVICE_CODIFY || advice == ADVICE_FIND_OUT;
}

static bool is_wanted(const struct recommendation *recommendation) {
  return !recommendation->provision->alternative && recommendation_is_wanted(recommendation);
}

static bool is_in_full(const struct recommendation *recommendation) {
  return recommendation->provision->always || is_wanted(recommendation);
}

/* What takes the place of the one rule where it cannot be used. */
static bool replaces_alternative(const struct assessment *assessment,
                                 const struct provision *provision) {
  for (size_t i = 0; i < assessment->recommendation_count; i++) {
    const struct recommendation *item = &assessment->recommendations[i];
    if (item->provision->alternative && advice_is_withheld(item->advice) &&
        string_list_has(item->provision->instead, provision->id))
      return true;
  }
  return false;
}

static bool is_in_short(const struct assessment *assessment,
                        const struct recommendation *recommendation) {
  const struct provision *provision = recommendation->provision;
  return provision->alternative || provision->in_short ||
         replaces_alternative(assessment, provision);
}

static bool is_in_law(const struct law *law, const struct recommendation *recommendation) {
  if (is_separate(recommendation->provision) || advice_is_withheld(recommendation->advice))
    return false;
  return law->form == LAW_FULL ? is_in_full(recommendation)
                               : is_in_short(law->report->assessment, recommendation);
}

/* Those that stand in every draft do not make one. */
static bool is_called_for(const struct law *law) {
  const struct assessment *assessment = law->report->assessment;
  for (size_t i = 0; i < assessment->recommendation_count; i++) {
    const struct recommendation *item = &assessment->recommendations[i];
    if (is_wanted(item) && is_in_law(law, item) && !item->provision->always)
      return true;
  }
  return law->form == LAW_SHORT;
}

bool law_has_finding(const struct law *law, const struct finding *finding) {
  if (!*finding->supports)
    return true;
  for (size_t i = 0; i < law->section_count; i++) {
    const struct recommendation *recommendation = law->sections[i].recommendation;
    if (recommendation && string_list_has(finding->supports, recommendation->provision->id))
      return true;
  }
  return false;
}

/* --- sections in order --- */

static struct law_section *add_section(struct law *law, const struct ordinance_part *part,
                                       const struct recommendation *recommendation) {
  struct law_section *section = &law->sections[law->section_count++];
  *section = (struct law_section){.part = part, .recommendation = recommendation};
  section->optional = law->form == LAW_FULL && recommendation &&
                      recommendation->advice == ADVICE_FIND_OUT &&
                      !recommendation->provision->always;
  return section;
}

static bool has_part(const struct checklist *checklist, const struct provision *provision) {
  for (size_t i = 0; provision->part && i < checklist->part_count; i++)
    if (strcmp(checklist->parts[i].id, provision->part) == 0)
      return true;
  return false;
}

/* part NULL: those that have none. */
static void add_provisions(struct law *law, const struct ordinance_part *part) {
  const struct assessment *assessment = law->report->assessment;
  size_t first = law->section_count;
  for (size_t i = 0; i < assessment->recommendation_count; i++) {
    const struct recommendation *item = &assessment->recommendations[i];
    const char *id = item->provision->part;
    bool here =
        part ? id && strcmp(id, part->id) == 0 : !has_part(law->report->checklist, item->provision);
    if (here && is_in_law(law, item))
      add_section(law, part, item);
  }
  if (law->section_count > first + 1)
    law->sections[first].opens_group = part && part->heading;
}

static void add_sections(struct law *law) {
  const struct checklist *checklist = law->report->checklist;
  for (size_t i = 0; i < checklist->part_count; i++) {
    const struct ordinance_part *part = &checklist->parts[i];
    if (part->kind == PART_PROVISIONS)
      add_provisions(law, part);
    else
      add_section(law, part, NULL);
  }
  add_provisions(law, NULL);
}

/* --- findings and definitions: an empty one is taken out again --- */

static bool has_findings(const struct law *law) {
  for (size_t i = 0; i < law->report->checklist->finding_count; i++)
    if (law_has_finding(law, &law->report->checklist->findings[i]))
      return true;
  return false;
}

static void find_definitions(struct law *law) {
  const struct checklist *checklist = law->report->checklist;
  size_t count = 0, room = 2 * law->section_count + checklist->finding_count + 1;
  const char **texts = arena_alloc(law->report->document->arena, room * sizeof *texts);
  for (size_t i = 0; i < law->section_count; i++) {
    const struct law_section *section = &law->sections[i];
    const struct recommendation *rule = section->recommendation;
    texts[count++] = rule ? rule->provision->heading : NULL;
    texts[count++] = rule ? rule->provision->text : section->part->text;
  }
  for (size_t i = 0; i < checklist->finding_count; i++)
    if (law_has_finding(law, &checklist->findings[i]))
      texts[count++] = checklist->findings[i].text;
  law->definitions = definitions_used(law->report, texts, count);
}

static bool is_empty(const struct law *law, const struct law_section *section) {
  if (section->recommendation)
    return false;
  if (section->part->kind == PART_FINDINGS)
    return !has_findings(law);
  if (section->part->kind != PART_DEFINITIONS)
    return false;
  for (size_t i = 0; i < law->report->checklist->definition_count; i++)
    if (law->definitions[i])
      return false;
  return true;
}

static const char *anchor_of(const struct law *law, const struct law_section *section) {
  if (section->recommendation)
    return report_format(law->report, "section-%s", section->recommendation->provision->id);
  return report_format(law->report, "part-%s", section->part->id);
}

static void number_sections(struct law *law) {
  size_t kept = 0, number = 0;
  for (size_t i = 0; i < law->section_count; i++) {
    struct law_section section = law->sections[i];
    if (is_empty(law, &section))
      continue;
    if (section.recommendation || section.part->numbered) {
      section.number = ++number;
      section.label = report_format(law->report, _("Section %zu"), number);
    }
    section.anchor = anchor_of(law, &section);
    law->sections[kept++] = section;
  }
  law->section_count = kept;
}

struct law law_make(const struct report *report, enum law_form form) {
  const struct checklist *checklist = report->checklist;
  struct arena *arena = report->document->arena;
  struct law law = {
      .report = report, .form = form, .language = language_open(checklist->language, NULL)};
  size_t room = checklist->part_count + checklist->provision_count + 1;
  law.sections = arena_alloc(arena, room * sizeof *law.sections);
  const struct language *before = language_use(law.language);
  if (form != LAW_NONE && is_called_for(&law))
    add_sections(&law);
  if (form != LAW_SHORT)
    law_add_texts(&law);
  find_definitions(&law);
  number_sections(&law);
  law_fill_in(&law);
  language_use(before);
  return law;
}

/* --- asking --- */

const char *section_name(const struct law_section *section) {
  if (section->label)
    return section->label;
  return section->heading ? section->heading : section->part->id;
}

static const struct law_section *find_section(const struct law_section *sections, size_t count,
                                              const struct provision *provision) {
  for (size_t i = 0; i < count; i++)
    if (sections[i].recommendation && sections[i].recommendation->provision == provision)
      return &sections[i];
  return NULL;
}

const struct law_section *law_section(const struct law *law, const struct provision *provision) {
  const struct law_section *found = find_section(law->sections, law->section_count, provision);
  for (size_t i = 0; !found && i < law->text_count; i++)
    found = find_section(law->texts[i].paragraphs, law->texts[i].paragraph_count, provision);
  return found;
}

size_t law_count(const struct law *law, enum law_open_kind kind) {
  size_t count = 0;
  for (size_t i = 0; i < law->open_count; i++)
    count += law->open[i].kind == kind;
  return count;
}

static size_t count_optional(const struct law_section *sections, size_t section_count) {
  size_t count = 0;
  for (size_t i = 0; i < section_count; i++)
    count += sections[i].optional;
  return count;
}

size_t law_count_optional(const struct law *law) {
  size_t count = count_optional(law->sections, law->section_count);
  for (size_t i = 0; i < law->text_count; i++)
    count += count_optional(law->texts[i].paragraphs, law->texts[i].paragraph_count);
  return count;
}

bool recommendation_has_reason(const struct recommendation *recommendation,
                               const struct question *question) {
  for (size_t i = 0; i < recommendation->reason_count; i++)
    if (recommendation->reasons[i].question == question)
      return true;
  return false;
}

const char *recommendation_questions(const struct report *report,
                                     const struct recommendation *recommendation) {
  const struct checklist *checklist = report->checklist;
  size_t count = 0;
  size_t *numbers =
      arena_alloc(report->document->arena, (recommendation->reason_count + 1) * sizeof *numbers);
  for (size_t i = 0; i < checklist->question_count; i++)
    if (recommendation_has_reason(recommendation, checklist->questions[i]))
      numbers[count++] = checklist->questions[i]->number;
  return report_ranges(report, numbers, count);
}
