/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/assignment.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "checklist/checklist.h"
#include "cli/options.h"
#include "cli/output.h"
#include "session/answer-kind.h"
#include "session/session.h"

/* The records besides the answer itself that can be set. */
static const struct record {
  const char *suffix;
  enum answer_field field;
  size_t offset;
} records[] = {
    {".comment", FIELD_COMMENT, offsetof(struct answer, comment)},
    {".note", FIELD_NOTE, offsetof(struct answer, note)},
    {".instrument", FIELD_INSTRUMENT, offsetof(struct answer, instrument)},
};

static const struct record *record_of(const char *id, size_t *id_length) {
  size_t length = strlen(id);
  for (size_t i = 0; i < sizeof records / sizeof *records; i++) {
    size_t suffix_length = strlen(records[i].suffix);
    if (length > suffix_length && !strcmp(id + length - suffix_length, records[i].suffix)) {
      *id_length = length - suffix_length;
      return &records[i];
    }
  }
  return NULL;
}

static const struct question *question_named(const struct checklist *checklist, const char *id) {
  char *end;
  unsigned long number = strtoul(id, &end, 10);
  if (end != id && !*end) {
    return checklist_question_by_number(checklist, number);
  }
  return checklist_question(checklist, id);
}

static bool no_such_question(const struct checklist *checklist, const char *id, struct error *err) {
  const char **ids = memory_new_zeroed(checklist->question_count + 1, sizeof *ids);
  for (size_t i = 0; i < checklist->question_count; i++) {
    ids[i] = checklist->questions[i]->id;
  }
  const char *nearest = text_nearest(id, ids);
  if (nearest) {
    error_set(err, _("there is no question '%s'; did you mean '%s'?"), id, nearest);
  } else {
    error_set(err, _("there is no question '%s'; write its id, as detainers.practice, or number"),
              id);
  }
  free(ids);
  return false;
}

/* Where the words begin ("partly:WORDS"), or NULL. A text may hold colons of its own: only the
 * answers that need words end at one. */
static const char *words_in(const struct question *question, const char *answer) {
  const char *colon = strchr(answer, ':');
  if (!colon) {
    return NULL;
  }
  char *before = memory_dup_length(answer, (size_t)(colon - answer));
  char *value = answer_parse(question, before, NULL);
  bool has_words = value && answer_needs_words(question, value);
  free(value);
  free(before);
  return has_words ? colon + 1 : NULL;
}

static bool set_value(struct session *session, const struct question *question, const char *typed,
                      struct error *err) {
  const char *words = words_in(question, typed);
  char *before = words ? memory_dup_length(typed, (size_t)(words - typed - 1)) : memory_dup(typed);
  char *value = *before ? answer_parse(question, before, err) : NULL;
  bool parsed = value || !*before;
  if (words) {
    words += strspn(words, " ");
  }
  struct answer wanted = {.value = value, .words = words && *words ? (char *)words : NULL};
  bool done = parsed && session_apply(session, question->id, FIELD_VALUE, &wanted, err);
  free(value);
  free(before);
  return done;
}

static bool set_record(struct session *session, const struct question *question,
                       const struct record *record, char *text, struct error *err) {
  struct answer wanted = {0};
  *(char **)((char *)&wanted + record->offset) = *text ? text : NULL;
  return session_apply(session, question->id, record->field, &wanted, err);
}

static bool apply(struct session *session, const struct checklist *checklist,
                  const char *assignment, struct error *err) {
  char *id = utf8_clean_dup(assignment, UTF8_MANY_LINES);
  char *text = strchr(id, '=');
  if (!text || text == id) {
    error_set(err, _("write ID=ANSWER, as detainers.practice=yes"));
    free(id);
    return false;
  }
  *text++ = '\0';
  size_t id_length = 0;
  const struct record *record = record_of(id, &id_length);
  if (record) {
    id[id_length] = '\0';
  }
  const struct question *question = question_named(checklist, id);
  bool done = !question ? no_such_question(checklist, id, err)
              : record  ? set_record(session, question, record, text, err)
                        : set_value(session, question, text, err);
  free(id);
  return done;
}

bool assignments_apply(struct session *session, const struct checklist *checklist,
                       const struct word_list *assignments, size_t first) {
  bool all_done = true;
  for (size_t i = first; i < assignments->count; i++) {
    struct error err = ERROR_INIT;
    if (!apply(session, checklist, assignments->items[i], &err)) {
      const char *assignment = assignments->items[i];
      output_error("%.*s: %s", (int)strcspn(assignment, "="), assignment, err.message);
      error_release(&err);
      all_done = false;
    }
  }
  return all_done;
}
