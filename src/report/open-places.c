/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/open-places.h"

#include <string.h>

#include "base/arena.h"
#include "base/language.h"
#include "checklist/checklist.h"
#include "report/report-parts.h"

struct places {
  const struct place *items;
  size_t count;
};

/* The question's own places, else those of its page. */
static struct places places_of(const struct question *question) {
  if (question->place_count)
    return (struct places){question->where_to_look, question->place_count};
  return (struct places){question->criterion->where_to_look, question->criterion->place_count};
}

static void *alloc(const struct report *report, size_t size_bytes) {
  return arena_alloc(report->document->arena, size_bytes);
}

/* Once, though several places say the same. */
static void add_number(const struct report *report, struct open_numbers *numbers, size_t number) {
  if (numbers->count && numbers->items[numbers->count - 1] == number)
    return;
  if (!numbers->items)
    numbers->items = alloc(report, report->assessment->open_count * sizeof *numbers->items);
  numbers->items[numbers->count++] = number;
}

/* The last one is that without an office. */
static struct open_office *office_of(struct open_places *places, const struct place *place) {
  size_t i = 0;
  while (i + 1 < places->count &&
         !(place->office && strcmp(places->offices[i].office->id, place->office) == 0))
    i++;
  return &places->offices[i];
}

/* --- what to ask for ---*/

static struct open_ask *ask_for(const struct report *report, struct open_office *office,
                                const char *text) {
  struct open_ask *ask = office->asks;
  while (ask && strcmp(ask->text, text) != 0)
    ask = ask->next;
  if (ask)
    return ask;
  ask = alloc(report, sizeof *ask);
  ask->text = text;
  if (office->last_ask)
    office->last_ask->next = ask;
  else
    office->asks = ask;
  office->last_ask = ask;
  return ask;
}

static void add_ask(const struct report *report, struct open_office *office,
                    const struct place *place, const struct question *question) {
  const char *text = place->document ? place->document : place->text;
  add_number(report, &ask_for(report, office, text)->numbers, question->number);
}

/* --- the questions ---*/

static struct open_entry *add_entry(const struct report *report, struct open_office *office,
                                    const struct open_question *open) {
  struct open_entry *entry = alloc(report, sizeof *entry);
  entry->open = open;
  if (office->last_entry)
    office->last_entry->next = entry;
  else
    office->entries = entry;
  office->last_entry = entry;
  return entry;
}

/* Whether one of the places before this one has the same office. */
static bool office_is_repeated(const struct places *places, size_t index) {
  for (size_t i = 0; i < index; i++)
    if (places->items[i].office &&
        strcmp(places->items[i].office, places->items[index].office) == 0)
      return true;
  return false;
}

static void add_elsewhere(const struct report *report, struct open_places *all,
                          struct open_entry *entry, const struct place *place) {
  struct open_office *office = office_of(all, place);
  entry->elsewhere =
      report_join(report, entry->elsewhere, language_checklist_text(office->office->label));
  add_number(report, &office->also, entry->open->question->number);
}

static void add_question(const struct report *report, struct open_places *all,
                         const struct open_question *open) {
  struct places places = places_of(open->question);
  struct open_entry *entry = NULL;
  for (size_t i = 0; i < places.count; i++) {
    const struct place *place = &places.items[i];
    add_ask(report, office_of(all, place), place, open->question);
    if (!place->office)
      continue;
    if (!entry)
      entry = add_entry(report, office_of(all, place), open);
    else if (!office_is_repeated(&places, i))
      add_elsewhere(report, all, entry, place);
  }
  if (!entry)
    add_entry(report, &all->offices[all->count - 1], open);
}

struct open_places open_places_make(const struct report *report) {
  struct open_places places = {.count = report->checklist->office_count + 1};
  places.offices = alloc(report, places.count * sizeof *places.offices);
  for (size_t i = 0; i + 1 < places.count; i++)
    places.offices[i].office = &report->checklist->offices[i];
  for (size_t i = 0; i < report->assessment->open_count; i++)
    add_question(report, &places, &report->assessment->open[i]);
  return places;
}
