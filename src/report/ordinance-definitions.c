/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/arena.h"
#include "checklist/checklist.h"
#include "report/ordinance-draft.h"
#include "report/placeholders.h"
#include "report/report-parts.h"

bool definition_is_in(const char *text, const struct definition *definition) {
  if (!text)
    return false;
  if (words_occur(text, definition->term))
    return true;
  for (string_list form = definition->also; *form; form++)
    if (words_occur(text, *form))
      return true;
  return false;
}

static bool is_used(const struct report *report, const bool *used, size_t index,
                    const char *const *texts, size_t text_count) {
  const struct definition *definitions = report->checklist->definitions;
  for (size_t i = 0; i < text_count; i++)
    if (definition_is_in(texts[i], &definitions[index]))
      return true;
  for (size_t i = 0; i < report->checklist->definition_count; i++)
    if (used[i] && definition_is_in(definitions[i].text, &definitions[index]))
      return true;
  return false;
}

bool *definitions_used(const struct report *report, const char *const *texts, size_t text_count) {
  size_t count = report->checklist->definition_count;
  bool *used = arena_alloc(report->document->arena, (count + 1) * sizeof *used);
  bool grown = true;
  while (grown) {
    grown = false;
    for (size_t i = 0; i < count; i++)
      if (!used[i] && is_used(report, used, i, texts, text_count))
        used[i] = grown = true;
  }
  return used;
}
