/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/arena.h"
#include "base/language.h"
#include "checklist/load.h"
#include "yaml/node.h"

const char checklist_profile_title[] = N_("About the place");

/* A survey and the profile are a page by themselves. */
static struct criterion *new_page(struct load *load, const struct section_source *from) {
  static const char *const nothing[] = {NULL};
  struct criterion *page = arena_alloc(load->arena, sizeof *page);
  page->covers = nothing;
  page->id = from->id;
  page->title = from->title;
  page->questions = from->questions;
  page->question_count = from->question_count;
  page->where_to_look = from->where_to_look;
  page->place_count = from->place_count;
  page->at = from->at;
  return page;
}

static void fill_section(struct load *load, const struct section_source *from,
                         struct section *section) {
  section->id = from->id;
  section->title = from->title;
  section->intro = from->intro;
  section->kind = from->kind;
  section->relevant = from->relevant;
  section->relevant_note = from->relevant_note;
  section->criteria = from->criteria;
  section->criterion_count = from->criterion_count;
  if (from->kind == SECTION_PROFILE || from->kind == SECTION_SURVEY) {
    section->criteria = new_page(load, from);
    section->criterion_count = 1;
  }
}

static void check_section(struct load *load, const struct section_source *section) {
  bool is_survey = section->kind == SECTION_SURVEY;
  if (is_survey && (section->criteria || !section->questions))
    LOAD_FAULT(load, &section->at,
               _("a section of kind survey holds 'questions' and no 'criteria'"));
  if (!is_survey && (!section->criteria || section->questions || section->where_to_look))
    LOAD_FAULT(load, &section->at,
               _("a section of kind criteria or further holds 'criteria', and they hold the "
                 "questions and places"));
}

/* Numbers what a page holds, ties it to the page, and lists it. The records were filled in this
 * arena just now, so they may still be changed. */
static void add_page(struct checklist *checklist, const struct section *section, size_t number,
                     const struct criterion **pages, const struct question **questions) {
  struct criterion *page = (struct criterion *)&section->criteria[number - 1];
  page->section = section;
  page->number = number;
  pages[checklist->criterion_count++] = page;
  for (size_t i = 0; i < page->question_count; i++) {
    struct question *question = (struct question *)&page->questions[i];
    question->criterion = page;
    question->number = section->kind == SECTION_PROFILE ? 0 : ++checklist->numbered_count;
    questions[checklist->question_count++] = question;
  }
}

static void add_pages(struct load *load, struct checklist *checklist) {
  size_t page_count = 0, question_count = 0;
  for (size_t i = 0; i < checklist->section_count; i++) {
    page_count += checklist->sections[i].criterion_count;
    for (size_t j = 0; j < checklist->sections[i].criterion_count; j++)
      question_count += checklist->sections[i].criteria[j].question_count;
  }
  checklist->criteria = arena_alloc(load->arena, page_count * sizeof *checklist->criteria);
  checklist->questions = arena_alloc(load->arena, question_count * sizeof *checklist->questions);
  for (size_t i = 0; i < checklist->section_count; i++)
    for (size_t j = 0; j < checklist->sections[i].criterion_count; j++)
      add_page(checklist, &checklist->sections[i], j + 1, checklist->criteria,
               checklist->questions);
}

void load_pages(struct load *load, struct checklist_source *source) {
  struct checklist *checklist = &source->checklist;
  struct section_source profile = {.id = "profile",
                                   .title = checklist_profile_title,
                                   .kind = SECTION_PROFILE,
                                   .questions = source->profile,
                                   .question_count = source->profile_count};
  struct section *sections =
      arena_alloc(load->arena, (source->section_count + 1) * sizeof *sections);
  fill_section(load, &profile, &sections[0]);
  for (size_t i = 0; i < source->section_count; i++) {
    struct section_source from = source->sections[i];
    if (from.kind == SECTION_PROFILE) /* its kind is missing: a fault that was told */
      from.kind = from.criteria ? SECTION_CRITERIA : SECTION_SURVEY;
    check_section(load, &from);
    fill_section(load, &from, &sections[i + 1]);
  }
  checklist->sections = sections;
  checklist->section_count = source->section_count + 1;
  add_pages(load, checklist);
}
