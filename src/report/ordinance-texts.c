/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts of their own: which paragraphs they hold. */
#include <string.h>

#include "base/arena.h"
#include "base/language.h"
#include "checklist/checklist.h"
#include "report/ordinance-draft.h"
#include "report/report-parts.h"

/* Where there is no law to draft, a letter says only what the answers show. */
static bool is_shown(const struct law *law, const struct recommendation *item) {
  return item->advice != ADVICE_FIND_OUT || law->report->checklist->part_count > 0;
}

static bool is_in(const struct law *law, const struct recommendation *item,
                  const struct draft_instrument *instrument) {
  const char *id = item->provision->instrument;
  if (!id || strcmp(id, instrument->id) != 0 || advice_is_withheld(item->advice) ||
      !is_shown(law, item))
    return false;
  return item->provision->always || recommendation_is_wanted(item);
}

const char *law_text_name(const struct law *law, const struct law_text *text) {
  const struct report *report = law->report;
  enum draft_instrument_kind kind = text->instrument->kind;
  size_t number = 0, count = 0;
  for (size_t i = 0; i < law->text_count; i++) {
    count += law->texts[i].instrument->kind == kind;
    if (&law->texts[i] == text)
      number = count;
  }
  bool is_letter = kind == DRAFT_LETTER;
  const struct language *before = language_use(report->options->language);
  const char *name =
      count > 1   ? report_format(report, is_letter ? _("letter %zu") : _("resolution %zu"), number)
      : is_letter ? _("letter")
                  : _("resolution");
  language_use(before);
  return name;
}

/* Those that stand in every text do not make one. */
static bool is_called_for(const struct law_text *text) {
  for (size_t i = 0; i < text->paragraph_count; i++)
    if (!text->paragraphs[i].recommendation->provision->always)
      return true;
  return false;
}

static void add_paragraph(const struct law *law, struct law_text *text,
                          const struct recommendation *item) {
  const struct report *report = law->report;
  size_t number = text->paragraph_count + 1;
  text->paragraphs[text->paragraph_count++] = (struct law_section){
      .recommendation = item,
      .in = text,
      .number = number,
      .label =
          report_format(report, _("“%s”, %zu"), law_fill(law, text->instrument->title), number),
      .anchor = report_format(report, "section-%s", item->provision->id),
      .optional = item->advice == ADVICE_FIND_OUT && !item->provision->always,
  };
}

static const bool *find_definitions(const struct law *law, const struct law_text *text) {
  const struct draft_instrument *instrument = text->instrument;
  size_t count = 0, room = 2 * text->paragraph_count + 3;
  const char **texts = arena_alloc(law->report->document->arena, room * sizeof *texts);
  texts[count++] = instrument->title;
  texts[count++] = instrument->opening;
  texts[count++] = instrument->closing;
  for (size_t i = 0; i < text->paragraph_count; i++) {
    texts[count++] = text->paragraphs[i].recommendation->provision->heading;
    texts[count++] = text->paragraphs[i].recommendation->provision->text;
  }
  return definitions_used(law->report, texts, count);
}

static void add_text(struct law *law, const struct draft_instrument *instrument) {
  const struct assessment *assessment = law->report->assessment;
  struct arena *arena = law->report->document->arena;
  struct law_text *text = &law->texts[law->text_count];
  *text = (struct law_text){.instrument = instrument};
  text->anchor = report_format(law->report, "text-%s", instrument->id);
  text->paragraphs =
      arena_alloc(arena, (assessment->recommendation_count + 1) * sizeof *text->paragraphs);
  for (size_t i = 0; i < assessment->recommendation_count; i++)
    if (is_in(law, &assessment->recommendations[i], instrument))
      add_paragraph(law, text, &assessment->recommendations[i]);
  if (!is_called_for(text))
    return;
  text->definitions = find_definitions(law, text);
  law->text_count++;
}

void law_add_texts(struct law *law) {
  const struct checklist *checklist = law->report->checklist;
  law->texts = arena_alloc(law->report->document->arena,
                           (checklist->instrument_count + 1) * sizeof *law->texts);
  for (size_t i = 0; i < checklist->instrument_count; i++)
    if (assess_holds(law->report->assessment, checklist->instruments[i].relevant))
      add_text(law, &checklist->instruments[i]);
}
