/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "texts.h"

#include <stddef.h>

#include "base/strbuf.h"
#include "checklist/checklist.h"

struct walk {
  text_visitor *visit;
  void *data;
};

static void tell(const struct walk *walk, enum text_role role, const char *record,
                 const char *field, const char *text) {
  if (text && *text)
    walk->visit(&(struct text){role, record, field, text}, walk->data);
}

static void tell_places(const struct walk *walk, const char *record, const struct place *places,
                        size_t count) {
  for (size_t i = 0; i < count; i++) {
    tell(walk, TEXT_LABEL, record, "where-to-look", places[i].text);
    tell(walk, TEXT_LABEL, record, "document", places[i].document);
  }
}

/* --- pages and questions ----------------------------------------------------------------------*/

/* Asking and hint are read in one breath. */
static void tell_asking(const struct walk *walk, const struct question *question) {
  struct strbuf text;
  strbuf_init(&text);
  strbuf_add(&text, question->ask);
  if (question->hint)
    strbuf_addf(&text, "\n\n%s", question->hint);
  tell(walk, TEXT_QUESTION, question->id, "ask", text.text);
  strbuf_release(&text);
}

static void tell_question(const struct walk *walk, const struct question *question) {
  const char *id = question->id;
  tell_asking(walk, question);
  for (size_t i = 0; i < question->choice_count; i++) {
    tell(walk, TEXT_LABEL, id, "label", question->choices[i].label);
    tell(walk, TEXT_LABEL, id, "hint", question->choices[i].hint);
  }
  tell(walk, TEXT_PLAIN, id, "relevant-note", question->relevant_note);
  tell(walk, TEXT_PLAIN, id, "note", question->note);
  tell(walk, TEXT_PLAIN, id, "errata", question->errata);
  tell_places(walk, id, question->where_to_look, question->place_count);
}

static void tell_page(const struct walk *walk, const struct criterion *page) {
  tell(walk, TEXT_LABEL, page->id, "title", page->title);
  tell(walk, TEXT_PLAIN, page->id, "standard", page->standard);
  tell(walk, TEXT_PLAIN, page->id, "why", page->why);
  tell(walk, TEXT_PLAIN, page->id, "facilitate", page->facilitate);
  tell(walk, TEXT_PLAIN, page->id, "note", page->note);
  tell(walk, TEXT_PLAIN, page->id, "errata", page->errata);
  tell(walk, TEXT_PLAIN, page->id, "relevant-note", page->relevant_note);
  tell_places(walk, page->id, page->where_to_look, page->place_count);
}

static void tell_pages(const struct walk *walk, const struct checklist *checklist) {
  tell(walk, TEXT_LABEL, checklist->id, "title", checklist->title);
  tell(walk, TEXT_PLAIN, checklist->id, "about", checklist->about);
  for (size_t i = 0; i < checklist->office_count; i++)
    tell(walk, TEXT_LABEL, checklist->offices[i].id, "label", checklist->offices[i].label);
  for (size_t i = 0; i < checklist->section_count; i++) {
    tell(walk, TEXT_LABEL, checklist->sections[i].id, "title", checklist->sections[i].title);
    tell(walk, TEXT_PLAIN, checklist->sections[i].id, "intro", checklist->sections[i].intro);
    tell(walk, TEXT_PLAIN, checklist->sections[i].id, "relevant-note",
         checklist->sections[i].relevant_note);
  }
  for (size_t i = 0; i < checklist->criterion_count; i++)
    tell_page(walk, checklist->criteria[i]);
  for (size_t i = 0; i < checklist->question_count; i++)
    tell_question(walk, checklist->questions[i]);
}

/* --- background -------------------------------------------------------------------------------*/

static void tell_reference(const struct walk *walk, const struct reference *reference) {
  const char *id = reference->id;
  tell(walk, TEXT_NAME, id, "title", reference->title);
  tell(walk, TEXT_NAME, id, "citation", reference->citation);
  tell(walk, TEXT_NAME, id, "place", reference->place);
  tell(walk, TEXT_CARD, id, "binding", reference->binding);
  tell(walk, TEXT_CARD, id, "standing", reference->standing);
  tell(walk, TEXT_CARD, id, "exceptions", reference->exceptions);
  tell(walk, TEXT_CARD, id, "text", reference->text);
}

static void tell_state(const struct walk *walk, const struct state *state) {
  tell(walk, TEXT_NAME, state->id, "name", state->name);
  tell(walk, TEXT_NAME, state->id, "citation", state->citation);
  tell(walk, TEXT_CARD, state->id, "touches", state->touches);
  for (size_t i = 0; i < state->floor_count; i++) {
    tell(walk, TEXT_CARD, state->id, "floor", state->floors[i].text);
    tell(walk, TEXT_NAME, state->id, "floor", state->floors[i].citation);
  }
}

static void tell_cards(const struct walk *walk, const struct checklist *checklist) {
  for (size_t i = 0; i < checklist->glossary_count; i++) {
    const struct glossary_entry *entry = &checklist->glossary[i];
    tell(walk, TEXT_LABEL, entry->id, "term", entry->term);
    tell(walk, TEXT_PLAIN, entry->id, "text", entry->text);
    tell(walk, TEXT_PLAIN, entry->id, "look-for", entry->look_for);
  }
  for (size_t i = 0; i < checklist->lesson_count; i++) {
    tell(walk, TEXT_LABEL, checklist->lessons[i].id, "title", checklist->lessons[i].title);
    tell(walk, TEXT_PLAIN, checklist->lessons[i].id, "text", checklist->lessons[i].text);
  }
  for (size_t i = 0; i < checklist->background_count; i++) {
    tell(walk, TEXT_LABEL, checklist->background[i].id, "title", checklist->background[i].title);
    tell(walk, TEXT_PLAIN, checklist->background[i].id, "text", checklist->background[i].text);
  }
  for (size_t i = 0; i < checklist->erratum_count; i++)
    tell(walk, TEXT_PLAIN, checklist->errata[i].id, "text", checklist->errata[i].text);
  for (size_t i = 0; i < checklist->left_out_count; i++)
    tell(walk, TEXT_PLAIN, checklist->left_out[i].id, "text", checklist->left_out[i].text);
}

/* --- the draft --------------------------------------------------------------------------------*/

static void tell_provision(const struct walk *walk, const struct provision *provision) {
  const char *id = provision->id;
  tell(walk, TEXT_LAW, id, "heading", provision->heading);
  tell(walk, TEXT_LAW, id, "text", provision->text);
  tell(walk, TEXT_PLAIN, id, "plain", provision->plain);
  tell(walk, TEXT_LAW, id, "notes", provision->notes);
  for (size_t i = 0; i < provision->carve_out_count; i++) {
    tell(walk, TEXT_LAW, id, "carve-outs", provision->carve_outs[i].text);
    tell(walk, TEXT_LAW, id, "gives-up", provision->carve_outs[i].gives_up);
  }
}

static void tell_instrument(const struct walk *walk, const struct draft_instrument *instrument) {
  tell(walk, TEXT_LAW, instrument->id, "title", instrument->title);
  tell(walk, TEXT_LAW, instrument->id, "opening", instrument->opening);
  tell(walk, TEXT_LAW, instrument->id, "closing", instrument->closing);
  tell(walk, TEXT_LAW, instrument->id, "signature", instrument->signature);
}

static void tell_draft(const struct walk *walk, const struct checklist *checklist) {
  for (size_t i = 0; i < checklist->part_count; i++) {
    tell(walk, TEXT_LAW, checklist->parts[i].id, "heading", checklist->parts[i].heading);
    tell(walk, TEXT_LAW, checklist->parts[i].id, "text", checklist->parts[i].text);
  }
  for (size_t i = 0; i < checklist->definition_count; i++)
    tell(walk, TEXT_LAW, checklist->definitions[i].id, "text", checklist->definitions[i].text);
  for (size_t i = 0; i < checklist->finding_count; i++)
    tell(walk, TEXT_LAW, checklist->findings[i].id, "text", checklist->findings[i].text);
  for (size_t i = 0; i < checklist->provision_count; i++)
    tell_provision(walk, &checklist->provisions[i]);
  for (size_t i = 0; i < checklist->instrument_count; i++)
    tell_instrument(walk, &checklist->instruments[i]);
}

void texts_visit(const struct checklist *checklist, text_visitor *visit, void *data) {
  const struct walk walk = {visit, data};
  tell_pages(&walk, checklist);
  for (size_t i = 0; i < checklist->reference_count; i++)
    tell_reference(&walk, &checklist->references[i]);
  for (size_t i = 0; i < checklist->state_count; i++)
    tell_state(&walk, &checklist->states[i]);
  tell_cards(&walk, checklist);
  tell_draft(&walk, checklist);
}
