/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ordinance-draft.h"

#include <string.h>

#include "base/arena.h"
#include "base/language.h"
#include "checklist/checklist.h"
#include "report/ordinance-fill.h"
#include "report/report-parts.h"

/* --- which provisions --- */

bool provision_is_separate(const struct provision *provision) {
  return provision->instrument && strcmp(provision->instrument, "ordinance") != 0;
}

static bool is_wanted(const struct recommendation *recommendation) {
  enum advice advice = recommendation->advice;
  return !recommendation->provision->alternative &&
         (advice == ADVICE_ADOPT || advice == ADVICE_CODIFY || advice == ADVICE_FIND_OUT);
}

static bool is_in_law(const struct recommendation *recommendation) {
  const struct provision *provision = recommendation->provision;
  if (provision_is_separate(provision) || advice_is_withheld(recommendation->advice))
    return false;
  return provision->always || is_wanted(recommendation);
}

/* Those that stand in every draft do not make one. */
static bool is_called_for(const struct assessment *assessment) {
  for (size_t i = 0; i < assessment->recommendation_count; i++) {
    const struct recommendation *item = &assessment->recommendations[i];
    if (is_wanted(item) && is_in_law(item) && !item->provision->always)
      return true;
  }
  return false;
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
  section->optional = recommendation && recommendation->advice == ADVICE_FIND_OUT &&
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
    if (here && is_in_law(item))
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

static void add_separate(struct law *law) {
  const struct assessment *assessment = law->report->assessment;
  for (size_t i = 0; i < assessment->recommendation_count; i++) {
    const struct recommendation *item = &assessment->recommendations[i];
    if (!provision_is_separate(item->provision) || !is_wanted(item))
      continue;
    law->separate[law->separate_count++] =
        (struct law_section){.recommendation = item,
                             .label = item->provision->heading,
                             .optional = item->advice == ADVICE_FIND_OUT};
  }
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
    const struct provision *provision =
        section->recommendation ? section->recommendation->provision : NULL;
    texts[count++] = provision ? provision->heading : NULL;
    texts[count++] = provision ? provision->text : section->part->text;
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

struct law law_make(const struct report *report) {
  const struct checklist *checklist = report->checklist;
  struct arena *arena = report->document->arena;
  struct law law = {.report = report, .language = language_open(checklist->language, NULL)};
  size_t room = checklist->part_count + checklist->provision_count + 1;
  law.sections = arena_alloc(arena, room * sizeof *law.sections);
  law.separate = arena_alloc(arena, room * sizeof *law.separate);
  const struct language *before = language_use(law.language);
  if (is_called_for(report->assessment))
    add_sections(&law);
  add_separate(&law);
  find_definitions(&law);
  number_sections(&law);
  law_fill_in(&law);
  language_use(before);
  return law;
}

/* --- asking --- */

const struct law_section *law_section(const struct law *law, const struct provision *provision) {
  for (size_t i = 0; i < law->section_count; i++)
    if (law->sections[i].recommendation && law->sections[i].recommendation->provision == provision)
      return &law->sections[i];
  for (size_t i = 0; i < law->separate_count; i++)
    if (law->separate[i].recommendation->provision == provision)
      return &law->separate[i];
  return NULL;
}

size_t law_count(const struct law *law, enum law_open_kind kind) {
  size_t count = 0;
  for (size_t i = 0; i < law->open_count; i++)
    count += law->open[i].kind == kind;
  return count;
}

size_t law_count_optional(const struct law *law) {
  size_t count = 0;
  for (size_t i = 0; i < law->section_count; i++)
    count += law->sections[i].optional;
  return count;
}
