/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/background.h"

#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"
#include "guide/cards.h"
#include "guide/guide.h"
#include "guide/state-law.h"

static void take_chapter(struct background_chapters *chapters, const char *title,
                         struct strbuf *text) {
  if (text->length) {
    MEMORY_GROW(chapters->items, chapters->count, chapters->capacity);
    chapters->items[chapters->count++] =
        (struct background_chapter){memory_dup(title), strbuf_take(text)};
  }
  strbuf_release(text);
}

/* --- the current page --------------------------------------------------------------------------*/

static void add_place(struct strbuf *out, const struct checklist *checklist,
                      const struct place *place) {
  const struct office *office = place->office ? checklist_office(checklist, place->office) : NULL;
  struct strbuf line;
  strbuf_init(&line);
  strbuf_addf(&line, "- %s", language_checklist_text(place->text));
  card_add_line(out, line.text);
  strbuf_release(&line);
  if (office && place->document) {
    strbuf_addf(out, "\n  ");
    strbuf_addf(out, _("Ask the %s for: %s"), language_checklist_text(office->label),
                language_checklist_text(place->document));
  }
}

static void add_places(struct strbuf *out, const struct checklist *checklist,
                       const struct place *places, size_t count) {
  if (count == 0)
    return;
  card_add_paragraph(out, _("Where to look"));
  for (size_t i = 0; i < count; i++)
    add_place(out, checklist, &places[i]);
}

static void add_questions(struct strbuf *out, const struct checklist *checklist,
                          const struct criterion *page) {
  for (size_t i = 0; i < page->question_count; i++) {
    const struct question *question = &page->questions[i];
    if (question->note || question->errata || question->place_count)
      card_add_paragraph(out, language_checklist_text(question->ask));
    card_add_line(out, language_checklist_text(question->note));
    card_add_line(out, language_checklist_text(question->errata));
    for (size_t p = 0; p < question->place_count; p++)
      add_place(out, checklist, &question->where_to_look[p]);
  }
}

/* Texts, terms and stories that are about this page. */
static void add_cards(struct strbuf *out, const struct checklist *checklist,
                      const struct criterion *page) {
  for (size_t i = 0; i < checklist->background_count; i++)
    if (card_is_about(checklist->background[i].about, page))
      card_add_background(out, checklist, &checklist->background[i]);
  for (size_t i = 0; i < checklist->glossary_count; i++)
    if (card_is_about(checklist->glossary[i].about, page))
      card_add_glossary(out, checklist, &checklist->glossary[i]);
  for (size_t i = 0; i < checklist->lesson_count; i++)
    if (card_is_about(checklist->lessons[i].about, page))
      card_add_lesson(out, checklist, &checklist->lessons[i]);
}

static void page_chapter(struct background_chapters *chapters, struct guide *guide) {
  const struct criterion *page = guide_page(guide);
  const struct checklist *checklist = guide_checklist(guide);
  char *state_law = state_law_text(guide, page);
  struct strbuf text;
  strbuf_init(&text);
  card_add_paragraph(&text, language_checklist_text(page->section->intro));
  card_add_labelled(&text, _("The standard"), language_checklist_text(page->standard));
  card_add_labelled(&text, _("Why it matters"), language_checklist_text(page->why));
  card_add_labelled(&text, _("State law"), state_law);
  add_places(&text, checklist, page->where_to_look, page->place_count);
  card_add_labelled(&text, _("To talk about"), language_checklist_text(page->facilitate));
  card_add_labelled(&text, _("Please note"), language_checklist_text(page->note));
  card_add_labelled(&text, _("Corrected against the source"),
                    language_checklist_text(page->errata));
  add_questions(&text, checklist, page);
  add_cards(&text, checklist, page);
  free(state_law);
  take_chapter(chapters, language_checklist_text(page->title), &text);
}

static bool is_precedent(const struct checklist *checklist, const struct criterion *page,
                         const char *reference) {
  for (size_t i = 0; i < page->question_count; i++)
    for (string_list id = page->questions[i].calls_for; *id; id++) {
      const struct provision *provision = checklist_provision(checklist, *id);
      if (provision && string_list_has(provision->precedents, reference))
        return true;
    }
  return false;
}

/* What the page asks for and other places have. */
static void precedents_chapter(struct background_chapters *chapters, struct guide *guide) {
  const struct checklist *checklist = guide_checklist(guide);
  struct strbuf text;
  strbuf_init(&text);
  for (size_t i = 0; i < checklist->reference_count; i++)
    if (is_precedent(checklist, guide_page(guide), checklist->references[i].id))
      card_add_reference(&text, &checklist->references[i]);
  take_chapter(chapters, _("Who has this already"), &text);
}

/* --- the rest ----------------------------------------------------------------------------------*/

static void background_chapter(struct background_chapters *chapters,
                               const struct checklist *checklist, enum background_kind kind,
                               const char *title) {
  struct strbuf text;
  strbuf_init(&text);
  for (size_t i = 0; i < checklist->background_count; i++)
    if (checklist->background[i].kind == kind)
      card_add_background(&text, checklist, &checklist->background[i]);
  take_chapter(chapters, title, &text);
}

static void glossary_chapter(struct background_chapters *chapters,
                             const struct checklist *checklist) {
  struct strbuf text;
  strbuf_init(&text);
  for (size_t i = 0; i < checklist->glossary_count; i++)
    card_add_glossary(&text, checklist, &checklist->glossary[i]);
  take_chapter(chapters, _("What the words mean"), &text);
}

static bool is_law(const struct reference *reference) {
  return strcmp(reference->kind, "law") == 0;
}

static bool is_case(const struct reference *reference) {
  return strcmp(reference->kind, "case") == 0;
}

static bool is_writing(const struct reference *reference) {
  return !is_law(reference) && !is_case(reference);
}

static void references_chapter(struct background_chapters *chapters,
                               const struct checklist *checklist,
                               bool (*belongs)(const struct reference *), const char *title) {
  struct strbuf text;
  strbuf_init(&text);
  for (size_t i = 0; i < checklist->reference_count; i++)
    if (belongs(&checklist->references[i]))
      card_add_reference(&text, &checklist->references[i]);
  take_chapter(chapters, title, &text);
}

static void lessons_chapter(struct background_chapters *chapters,
                            const struct checklist *checklist) {
  struct strbuf text;
  strbuf_init(&text);
  for (size_t i = 0; i < checklist->lesson_count; i++)
    card_add_lesson(&text, checklist, &checklist->lessons[i]);
  take_chapter(chapters, _("Lessons from the field"), &text);
}

static void left_out_chapter(struct background_chapters *chapters,
                             const struct checklist *checklist) {
  struct strbuf text;
  strbuf_init(&text);
  for (size_t i = 0; i < checklist->left_out_count; i++)
    card_add_left_out(&text, &checklist->left_out[i]);
  take_chapter(chapters, _("Left out of the sources, and why"), &text);
}

static void errata_chapter(struct background_chapters *chapters,
                           const struct checklist *checklist) {
  struct strbuf text;
  strbuf_init(&text);
  for (size_t i = 0; i < checklist->erratum_count; i++)
    card_add_paragraph(&text, language_checklist_text(checklist->errata[i].text));
  take_chapter(chapters, _("Corrections to the source"), &text);
}

static void about_chapter(struct background_chapters *chapters, const struct checklist *checklist) {
  struct strbuf text;
  strbuf_init(&text);
  card_add_paragraph(&text, language_checklist_text(checklist->about));
  take_chapter(chapters, _("About this checklist"), &text);
}

static void rest_chapters(struct background_chapters *chapters, const struct checklist *checklist) {
  background_chapter(chapters, checklist, BACKGROUND_DOCTRINE, _("What the law makes of it"));
  background_chapter(chapters, checklist, BACKGROUND_SETTING, _("The setting"));
  background_chapter(chapters, checklist, BACKGROUND_PROGRAM, _("Programs"));
  background_chapter(chapters, checklist, BACKGROUND_TIMELINE, _("What happened when"));
  glossary_chapter(chapters, checklist);
  references_chapter(chapters, checklist, is_law, _("Laws and rules"));
  references_chapter(chapters, checklist, is_case, _("Cases"));
  references_chapter(chapters, checklist, is_writing, _("Studies and publications"));
  lessons_chapter(chapters, checklist);
  errata_chapter(chapters, checklist);
  left_out_chapter(chapters, checklist);
}

bool background_make(struct background_chapters *chapters, struct guide *guide, struct error *err) {
  struct checklist *checklist = guide_checklist(guide);
  *chapters = (struct background_chapters){0};
  bool has_rest = checklist_load_rest(checklist, err);
  page_chapter(chapters, guide);
  if (has_rest)
    precedents_chapter(chapters, guide);
  about_chapter(chapters, checklist);
  if (has_rest)
    rest_chapters(chapters, checklist);
  return has_rest;
}

void background_release(struct background_chapters *chapters) {
  for (size_t i = 0; i < chapters->count; i++) {
    free(chapters->items[i].title);
    free(chapters->items[i].text);
  }
  free(chapters->items);
  *chapters = (struct background_chapters){0};
}
