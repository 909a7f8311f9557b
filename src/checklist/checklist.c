/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "checklist/checklist.h"

#include <assert.h>
#include <string.h>

#include "checklist/load.h"

static const void *find(const struct checklist *checklist, enum id_kind kind, const char *id) {
  const struct index_entry *entry = id ? index_find(&checklist->load->index, kind, id) : NULL;
  return entry ? entry->object : NULL;
}

const struct question *checklist_question(const struct checklist *checklist, const char *full_id) {
  return find(checklist, ID_QUESTION, full_id);
}

static size_t profile_count(const struct checklist *checklist) {
  return checklist->question_count - checklist->numbered_count;
}

const struct question *checklist_question_by_number(const struct checklist *checklist,
                                                    size_t number) {
  if (!number || number > checklist->numbered_count)
    return NULL;
  return checklist->questions[profile_count(checklist) + number - 1];
}

size_t checklist_question_index(const struct checklist *checklist,
                                const struct question *question) {
  size_t index = question->number
                     ? profile_count(checklist) + question->number - 1
                     : (size_t)(question - checklist->sections[0].criteria[0].questions);
  assert(checklist->questions[index] == question);
  return index;
}

const struct criterion *checklist_criterion(const struct checklist *checklist, const char *id) {
  for (size_t i = 0; id && i < checklist->criterion_count; i++)
    if (!strcmp(checklist->criteria[i]->id, id))
      return checklist->criteria[i];
  return NULL;
}

const struct office *checklist_office(const struct checklist *checklist, const char *id) {
  return find(checklist, ID_OFFICE, id);
}

const struct choice *question_choice(const struct question *question, const char *choice_id) {
  for (size_t i = 0; i < question->choice_count; i++)
    if (!strcmp(question->choices[i].id, choice_id))
      return &question->choices[i];
  return NULL;
}

const struct provision *checklist_provision(const struct checklist *checklist, const char *id) {
  return checklist->rest_loaded ? find(checklist, ID_PROVISION, id) : NULL;
}

const struct reference *checklist_reference(const struct checklist *checklist, const char *id) {
  return checklist->rest_loaded ? find(checklist, ID_REFERENCE, id) : NULL;
}

const struct state *checklist_state(const struct checklist *checklist, const char *id) {
  return checklist->rest_loaded ? find(checklist, ID_STATE, id) : NULL;
}

const struct draft_instrument *checklist_instrument(const struct checklist *checklist,
                                                    const char *id) {
  return checklist->rest_loaded ? find(checklist, ID_INSTRUMENT, id) : NULL;
}

bool string_list_has(string_list list, const char *text) {
  for (; *list; list++)
    if (!strcmp(*list, text))
      return true;
  return false;
}

size_t string_list_count(string_list list) {
  size_t count = 0;
  while (list[count])
    count++;
  return count;
}

bool question_is_profile(const struct question *question) {
  return question->number == 0;
}
