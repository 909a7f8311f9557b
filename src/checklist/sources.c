/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "checklist/sources.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"
#include "checklist/checklist.h"

const char *source_place_name(enum source_place place) {
  static const char *const names[] = {
      [PLACE_CRITERION] = N_("criterion"),
      [PLACE_QUESTION] = N_("question"),
      [PLACE_REFERENCE] = N_("reference"),
      [PLACE_TERM] = N_("term"),
      [PLACE_LESSON] = N_("lesson"),
      [PLACE_BACKGROUND] = N_("background"),
      [PLACE_CORRECTION] = N_("correction"),
      [PLACE_STATE] = N_("state"),
      [PLACE_PART] = N_("part"),
      [PLACE_DEFINITION] = N_("definition"),
      [PLACE_FINDING] = N_("finding"),
      [PLACE_PROVISION] = N_("provision"),
      [PLACE_LEFT_OUT] = N_("left out"),
  };
  return _(names[place]);
}

/* --- order -------------------------------------------------------------------------------------*/

static bool is_digit(const char *at) {
  return isdigit((unsigned char)*at);
}

static size_t digits(const char *at) {
  return strspn(at, "0123456789");
}

/* Two runs of digits; moves behind them. */
static int compare_numbers(const char **a, const char **b) {
  *a += strspn(*a, "0");
  *b += strspn(*b, "0");
  size_t first = digits(*a), second = digits(*b);
  int order = first != second ? (first < second ? -1 : 1) : memcmp(*a, *b, first);
  *a += first;
  *b += second;
  return order;
}

int source_compare(const char *a, const char *b) {
  while (*a && *b) {
    int order = is_digit(a) && is_digit(b) ? compare_numbers(&a, &b)
                                           : (unsigned char)*a++ - (unsigned char)*b++;
    if (order)
      return order;
  }
  return (unsigned char)*a - (unsigned char)*b;
}

static int compare_rows(const void *a, const void *b) {
  const struct source_row *first = a, *second = b;
  int order = source_compare(first->source, second->source);
  if (!order)
    order = (int)first->place - (int)second->place;
  return order ? order : strcmp(first->id, second->id);
}

/* --- rows --------------------------------------------------------------------------------------*/

static void add(struct source_rows *rows, struct source_row row) {
  MEMORY_GROW(rows->items, rows->count, rows->capacity);
  rows->items[rows->count++] = row;
}

static void add_record(struct source_rows *rows, enum source_place place, const char *id,
                       const char *title, const char *source, string_list covers) {
  if (source && strcmp(source, "added") != 0 && !string_list_has(covers, source))
    add(rows, (struct source_row){source, place, id, title, NULL});
  for (; *covers; covers++)
    add(rows, (struct source_row){*covers, place, id, title, NULL});
}

static void add_pages(struct source_rows *rows, const struct checklist *checklist) {
  for (size_t i = 0; i < checklist->criterion_count; i++) {
    const struct criterion *page = checklist->criteria[i];
    add_record(rows, PLACE_CRITERION, page->id, page->title, page->source, page->covers);
  }
  for (size_t i = 0; i < checklist->question_count; i++) {
    const struct question *question = checklist->questions[i];
    add_record(rows, PLACE_QUESTION, question->id, question->ask, question->source,
               question->covers);
  }
}

static void add_background(struct source_rows *rows, const struct checklist *checklist) {
  for (size_t i = 0; i < checklist->reference_count; i++)
    add_record(rows, PLACE_REFERENCE, checklist->references[i].id, checklist->references[i].title,
               NULL, checklist->references[i].covers);
  for (size_t i = 0; i < checklist->glossary_count; i++)
    add_record(rows, PLACE_TERM, checklist->glossary[i].id, checklist->glossary[i].term, NULL,
               checklist->glossary[i].covers);
  for (size_t i = 0; i < checklist->lesson_count; i++)
    add_record(rows, PLACE_LESSON, checklist->lessons[i].id, checklist->lessons[i].title,
               checklist->lessons[i].source, checklist->lessons[i].covers);
  for (size_t i = 0; i < checklist->background_count; i++)
    add_record(rows, PLACE_BACKGROUND, checklist->background[i].id, checklist->background[i].title,
               checklist->background[i].source, checklist->background[i].covers);
  for (size_t i = 0; i < checklist->erratum_count; i++)
    add_record(rows, PLACE_CORRECTION, checklist->errata[i].id, checklist->errata[i].text,
               checklist->errata[i].source, checklist->errata[i].covers);
  for (size_t i = 0; i < checklist->state_count; i++)
    add_record(rows, PLACE_STATE, checklist->states[i].id, checklist->states[i].name, NULL,
               checklist->states[i].covers);
}

static void add_ordinance(struct source_rows *rows, const struct checklist *checklist) {
  for (size_t i = 0; i < checklist->part_count; i++)
    add_record(rows, PLACE_PART, checklist->parts[i].id, checklist->parts[i].heading, NULL,
               checklist->parts[i].covers);
  for (size_t i = 0; i < checklist->definition_count; i++)
    add_record(rows, PLACE_DEFINITION, checklist->definitions[i].id, checklist->definitions[i].term,
               NULL, checklist->definitions[i].covers);
  for (size_t i = 0; i < checklist->finding_count; i++)
    add_record(rows, PLACE_FINDING, checklist->findings[i].id, checklist->findings[i].text, NULL,
               checklist->findings[i].covers);
  for (size_t i = 0; i < checklist->provision_count; i++)
    add_record(rows, PLACE_PROVISION, checklist->provisions[i].id, checklist->provisions[i].heading,
               NULL, checklist->provisions[i].covers);
}

static void add_left_out(struct source_rows *rows, const struct checklist *checklist) {
  for (size_t i = 0; i < checklist->left_out_count; i++) {
    const struct left_out *left_out = &checklist->left_out[i];
    for (string_list id = left_out->covers; *id; id++)
      add(rows, (struct source_row){*id, PLACE_LEFT_OUT, left_out->id, left_out->text,
                                    left_out_reason_name(left_out->reason)});
  }
}

void source_rows_make(struct source_rows *rows, const struct checklist *checklist) {
  *rows = (struct source_rows){0};
  add_pages(rows, checklist);
  add_background(rows, checklist);
  add_ordinance(rows, checklist);
  add_left_out(rows, checklist);
  if (rows->count)
    qsort(rows->items, rows->count, sizeof *rows->items, compare_rows);
}

void source_rows_release(struct source_rows *rows) {
  free(rows->items);
  *rows = (struct source_rows){0};
}
