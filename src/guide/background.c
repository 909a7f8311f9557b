/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/background.h"

#include <stdlib.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"
#include "guide/guide.h"

/* --- pieces ------------------------------------------------------------------------------------*/

static void add_paragraph(struct strbuf *out, const char *text) {
  if (!text || !*text)
    return;
  if (out->length)
    strbuf_add(out, "\n\n");
  strbuf_add(out, text);
}

static void add_line(struct strbuf *out, const char *text) {
  if (!text || !*text)
    return;
  if (out->length)
    strbuf_add_char(out, '\n');
  strbuf_add(out, text);
}

/* A paragraph with a heading of its own; nothing without a text. */
static void add_labelled(struct strbuf *out, const char *label, const char *text) {
  if (!text || !*text)
    return;
  add_paragraph(out, label);
  add_line(out, text);
}

static void add_pair(struct strbuf *out, const char *label, const char *value) {
  struct strbuf line;
  if (!value || !*value)
    return;
  strbuf_init(&line);
  strbuf_addf(&line, _("%s: %s"), label, value);
  add_line(out, line.text);
  strbuf_release(&line);
}

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
  add_line(out, line.text);
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
  add_paragraph(out, _("Where to look"));
  for (size_t i = 0; i < count; i++)
    add_place(out, checklist, &places[i]);
}

static void page_chapter(struct background_chapters *chapters, struct guide *guide) {
  const struct criterion *page = guide_page(guide);
  const struct checklist *checklist = guide_checklist(guide);
  struct strbuf text;
  strbuf_init(&text);
  add_paragraph(&text, language_checklist_text(page->section->intro));
  add_labelled(&text, _("The standard"), language_checklist_text(page->standard));
  add_labelled(&text, _("Why it matters"), language_checklist_text(page->why));
  add_places(&text, checklist, page->where_to_look, page->place_count);
  add_labelled(&text, _("To talk about"), language_checklist_text(page->facilitate));
  add_labelled(&text, _("Please note"), language_checklist_text(page->note));
  add_labelled(&text, _("Corrected against the source"), language_checklist_text(page->errata));
  for (size_t i = 0; i < page->question_count; i++) {
    const struct question *question = &page->questions[i];
    if (question->note || question->errata || question->place_count)
      add_paragraph(&text, language_checklist_text(question->ask));
    add_line(&text, language_checklist_text(question->note));
    add_line(&text, language_checklist_text(question->errata));
    for (size_t p = 0; p < question->place_count; p++)
      add_place(&text, checklist, &question->where_to_look[p]);
  }
  take_chapter(chapters, language_checklist_text(page->title), &text);
}

/* --- the rest ----------------------------------------------------------------------------------*/

static void background_chapter(struct background_chapters *chapters,
                               const struct checklist *checklist) {
  struct strbuf text;
  strbuf_init(&text);
  for (size_t i = 0; i < checklist->background_count; i++)
    add_labelled(&text, language_checklist_text(checklist->background[i].title),
                 language_checklist_text(checklist->background[i].text));
  take_chapter(chapters, _("The setting"), &text);
}

static void glossary_chapter(struct background_chapters *chapters,
                             const struct checklist *checklist) {
  struct strbuf text;
  strbuf_init(&text);
  for (size_t i = 0; i < checklist->glossary_count; i++) {
    const struct glossary_entry *entry = &checklist->glossary[i];
    add_labelled(&text, language_checklist_text(entry->term), language_checklist_text(entry->text));
    add_pair(&text, _("What to look for"), language_checklist_text(entry->look_for));
  }
  take_chapter(chapters, _("What the words mean"), &text);
}

static void references_chapter(struct background_chapters *chapters,
                               const struct checklist *checklist) {
  struct strbuf text;
  strbuf_init(&text);
  for (size_t i = 0; i < checklist->reference_count; i++) {
    const struct reference *reference = &checklist->references[i];
    add_paragraph(&text, language_checklist_text(reference->title));
    add_line(&text, reference->citation);
    add_line(&text, language_checklist_text(reference->text));
    add_pair(&text, _("Exceptions"), language_checklist_text(reference->exceptions));
    add_pair(&text, _("Standing"), language_checklist_text(reference->standing));
    add_pair(&text, _("As of"), reference->as_of);
    add_line(&text, reference->url);
  }
  take_chapter(chapters, _("Laws, cases and studies"), &text);
}

static void lessons_chapter(struct background_chapters *chapters,
                            const struct checklist *checklist) {
  struct strbuf text;
  strbuf_init(&text);
  for (size_t i = 0; i < checklist->lesson_count; i++)
    add_labelled(&text, language_checklist_text(checklist->lessons[i].title),
                 language_checklist_text(checklist->lessons[i].text));
  take_chapter(chapters, _("Lessons from the field"), &text);
}

static void errata_chapter(struct background_chapters *chapters,
                           const struct checklist *checklist) {
  struct strbuf text;
  strbuf_init(&text);
  for (size_t i = 0; i < checklist->erratum_count; i++)
    add_paragraph(&text, language_checklist_text(checklist->errata[i].text));
  take_chapter(chapters, _("Corrections to the source"), &text);
}

static void about_chapter(struct background_chapters *chapters, const struct checklist *checklist) {
  struct strbuf text;
  strbuf_init(&text);
  add_paragraph(&text, language_checklist_text(checklist->about));
  take_chapter(chapters, _("About this checklist"), &text);
}

bool background_make(struct background_chapters *chapters, struct guide *guide, struct error *err) {
  struct checklist *checklist = guide_checklist(guide);
  *chapters = (struct background_chapters){0};
  page_chapter(chapters, guide);
  about_chapter(chapters, checklist);
  if (!checklist_load_rest(checklist, err))
    return false;
  background_chapter(chapters, checklist);
  glossary_chapter(chapters, checklist);
  references_chapter(chapters, checklist);
  lessons_chapter(chapters, checklist);
  errata_chapter(chapters, checklist);
  return true;
}

void background_release(struct background_chapters *chapters) {
  for (size_t i = 0; i < chapters->count; i++) {
    free(chapters->items[i].title);
    free(chapters->items[i].text);
  }
  free(chapters->items);
  *chapters = (struct background_chapters){0};
}
