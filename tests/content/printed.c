/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing of the printed toolkit may get lost: each of its question rows is a question of the
 * shipped checklist, and each of its best practices has a provision and a question that calls for
 * one. Names what is missing. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shipped.h"

#include "checklist/checklist.h"

static const char *const rows[] = {
    "C1-Q1", "C1-Q2", "C2-Q1", "C2-Q2", "C2-Q3", "C3-Q1", "C3-Q2", "C3-Q3",
    "C4-Q1", "C4-Q2", "C5-Q1", "C5-Q2", "C5-Q3", "C6-Q1", "C6-Q2", "C7-Q1",
    "C8-Q1", "C8-Q2", "C8-Q3", "LQ-1",  "LQ-2",  "LQ-3",  "LQ-4",  "LQ-5",
};
static const char *const practices[] = {
    "BP-1", "BP-2", "BP-3", "BP-4", "BP-5", "BP-6", "BP-7", "BP-8", "BP-9", "BP-10", "BP-11",
};
enum {
  ROW_COUNT = sizeof rows / sizeof *rows,
  PRACTICE_COUNT = sizeof practices / sizeof *practices
};

static int missing;

static void miss(const char *what, const char *of) {
  printf("missing: %s: %s\n", of, what);
  missing++;
}

static size_t questions_from(const struct checklist *checklist, const char *source) {
  size_t count = 0;
  for (size_t i = 0; i < checklist->question_count; i++) {
    const char *of = checklist->questions[i]->source;
    count += of && strcmp(of, source) == 0;
  }
  return count;
}

static bool is_called_for(const struct checklist *checklist, const struct provision *provision) {
  for (size_t i = 0; i < checklist->question_count; i++)
    if (string_list_has(checklist->questions[i]->calls_for, provision->id))
      return true;
  return false;
}

static void check_row(const struct checklist *checklist, const char *row) {
  size_t count = questions_from(checklist, row);
  if (count == 0)
    miss("no question has it as its source", row);
  if (count > 1)
    miss("more than one question has it as its source", row);
}

static void check_practice(const struct checklist *checklist, const char *practice) {
  bool covered = false, called = false;
  for (size_t i = 0; i < checklist->provision_count; i++) {
    const struct provision *provision = &checklist->provisions[i];
    if (!string_list_has(provision->covers, practice))
      continue;
    covered = true;
    called = called || is_called_for(checklist, provision);
  }
  if (!covered)
    miss("no provision covers it", practice);
  else if (!called)
    miss("no question calls for a provision that covers it", practice);
}

/* What the printed form offers of each criterion: a standard, why, a place to look, a prompt. */
static void check_criterion(const struct criterion *criterion) {
  if (!criterion->standard)
    miss("no standard", criterion->id);
  if (!criterion->why)
    miss("no reason why", criterion->id);
  if (criterion->place_count == 0)
    miss("no place to look", criterion->id);
  if (!criterion->facilitate)
    miss("no prompt for a meeting", criterion->id);
}

/* Of what takes its place, something is left in every state. */
static bool has_permitted(const struct checklist *checklist, const struct provision *provision) {
  for (string_list id = provision->instead; *id; id++) {
    const struct provision *substitute = checklist_provision(checklist, *id);
    if (substitute && !substitute->not_in)
      return true;
  }
  return false;
}

static void check_provision(const struct checklist *checklist, const struct provision *provision) {
  if (!provision->plain)
    miss("no plain words", provision->id);
  if (!provision->notes)
    miss("no drafting notes", provision->id);
  if (provision->not_in && !has_permitted(checklist, provision))
    miss("nothing takes its place where it is barred", provision->id);
  if (provision->beyond && !*provision->instead)
    miss("nothing takes its place where it is not in the body's power", provision->id);
}

static const struct question *profile_state(const struct checklist *checklist) {
  return checklist_question(checklist, "profile.state");
}

static void check_states(const struct checklist *checklist) {
  const struct question *question = profile_state(checklist);
  if (!question || question->choice_count != checklist->state_count)
    miss("the profile does not offer each state of states.yaml", "profile.state");
  for (size_t i = 0; question && i < question->choice_count; i++)
    if (!checklist_state(checklist, question->choices[i].id))
      miss("not in states.yaml", question->choices[i].id);
}

int main(void) {
  size_t count;
  struct checklist **checklists = shipped_load(&count);
  const struct checklist *checklist = shipped_find(checklists, count, "local-law-enforcement");
  if (!checklist) {
    printf("the checklist local-law-enforcement is missing\n");
    return EXIT_FAILURE;
  }
  for (size_t i = 0; i < ROW_COUNT; i++)
    check_row(checklist, rows[i]);
  for (size_t i = 0; i < PRACTICE_COUNT; i++)
    check_practice(checklist, practices[i]);
  for (size_t i = 0; i < checklist->criterion_count; i++) {
    enum section_kind kind = checklist->criteria[i]->section->kind;
    if (kind == SECTION_CRITERIA || kind == SECTION_FURTHER)
      check_criterion(checklist->criteria[i]);
  }
  for (size_t i = 0; i < checklist->provision_count; i++)
    check_provision(checklist, &checklist->provisions[i]);
  check_states(checklist);
  shipped_free(checklists, count);
  return missing ? EXIT_FAILURE : EXIT_SUCCESS;
}
