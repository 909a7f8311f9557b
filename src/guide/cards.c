/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/cards.h"

#include <string.h>

#include "base/language.h"
#include "base/strbuf.h"

/* --- pieces ------------------------------------------------------------------------------------*/

void card_add_paragraph(struct strbuf *out, const char *text) {
  if (!text || !*text)
    return;
  if (out->length)
    strbuf_add(out, "\n\n");
  strbuf_add(out, text);
}

void card_add_line(struct strbuf *out, const char *text) {
  if (!text || !*text)
    return;
  if (out->length)
    strbuf_add_char(out, '\n');
  strbuf_add(out, text);
}

void card_add_labelled(struct strbuf *out, const char *label, const char *text) {
  if (!text || !*text)
    return;
  card_add_paragraph(out, label);
  card_add_line(out, text);
}

/* A line "Label: value". */
static void add_pair(struct strbuf *out, const char *label, const char *value) {
  struct strbuf line;
  if (!value || !*value)
    return;
  strbuf_init(&line);
  strbuf_addf(&line, _("%s: %s"), label, value);
  card_add_line(out, line.text);
  strbuf_release(&line);
}

/* --- cards -------------------------------------------------------------------------------------*/

/* Does the title say where, as "Cook County, Illinois, policy …"? */
static bool names_place(const struct reference *reference) {
  size_t length = strcspn(reference->place, ",");
  for (const char *at = reference->title; *at; at++)
    if (strncmp(at, reference->place, length) == 0)
      return true;
  return false;
}

/* "Immigrant Trust Directive (New Jersey, 2018)" */
static void add_reference_head(struct strbuf *out, const struct reference *reference) {
  const char *title = reference->title, *year = reference->year;
  const char *place = reference->place && !names_place(reference) ? reference->place : NULL;
  struct strbuf head;
  strbuf_init(&head);
  if (place && year)
    strbuf_addf(&head, P_("title, place and year", "%s (%s, %s)"), title, place, year);
  else if (place || year)
    strbuf_addf(&head, P_("title, place or year", "%s (%s)"), title, place ? place : year);
  else
    strbuf_add(&head, title);
  card_add_paragraph(out, head.text);
  strbuf_release(&head);
}

void card_add_reference(struct strbuf *out, const struct reference *reference) {
  bool is_case = strcmp(reference->kind, "case") == 0;
  const char *text = language_checklist_text(reference->text);
  add_reference_head(out, reference);
  card_add_line(out, reference->citation);
  if (is_case)
    add_pair(out, _("Held"), text);
  else
    card_add_line(out, text);
  if (!is_case)
    card_add_line(out, reference_durability(reference->instrument));
  add_pair(out, _("Where it binds"), language_checklist_text(reference->binding));
  add_pair(out, _("Exceptions"), language_checklist_text(reference->exceptions));
  add_pair(out, _("Standing"), language_checklist_text(reference->standing));
  add_pair(out, _("As of"), reference->as_of);
  if (reference->confidence != CONFIDENCE_HIGH)
    card_add_line(out, _("Not verified: check it before you rely on it."));
  card_add_line(out, reference->url);
}

/* "Sources: Printz v. United States; Galarza v. Szalczyk" */
static void add_sources(struct strbuf *out, const struct checklist *checklist, string_list ids) {
  struct strbuf titles;
  strbuf_init(&titles);
  for (; *ids; ids++) {
    const struct reference *reference = checklist_reference(checklist, *ids);
    if (reference)
      strbuf_addf(&titles, "%s%s", titles.length ? "; " : "", reference->title);
  }
  add_pair(out, _("Sources"), titles.text);
  strbuf_release(&titles);
}

void card_add_glossary(struct strbuf *out, const struct checklist *checklist,
                       const struct glossary_entry *entry) {
  card_add_labelled(out, language_checklist_text(entry->term),
                    language_checklist_text(entry->text));
  add_pair(out, _("What to look for"), language_checklist_text(entry->look_for));
  add_sources(out, checklist, entry->references);
}

void card_add_lesson(struct strbuf *out, const struct checklist *checklist,
                     const struct lesson *lesson) {
  card_add_labelled(out, language_checklist_text(lesson->title),
                    language_checklist_text(lesson->text));
  add_sources(out, checklist, lesson->references);
}

void card_add_background(struct strbuf *out, const struct checklist *checklist,
                         const struct background *background) {
  card_add_labelled(out, language_checklist_text(background->title),
                    language_checklist_text(background->text));
  add_sources(out, checklist, background->references);
}

void card_add_left_out(struct strbuf *out, const struct left_out *left_out) {
  struct strbuf line;
  strbuf_init(&line);
  for (string_list id = left_out->covers; *id; id++)
    strbuf_addf(&line, "%s%s", line.length ? ", " : "", *id);
  strbuf_addf(&line, ": %s", left_out_reason_name(left_out->reason));
  card_add_labelled(out, line.text, language_checklist_text(left_out->text));
  strbuf_release(&line);
}

bool card_is_about(string_list about, const struct criterion *page) {
  return string_list_has(about, page->id) || string_list_has(about, page->section->id);
}
