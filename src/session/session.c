/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/session.h"

#include <stdlib.h>
#include <string.h>

#include "base/age.h"
#include "base/arena.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "checklist/checklist.h"
#include "session/answer-members.h"
#include "session/session-private.h"
#include "yaml/node.h"

struct session *session_new(const struct checklist *checklist) {
  struct session *session = memory_new_zeroed(1, sizeof *session);
  session->checklist = checklist;
  session->arena = arena_new();
  session->edition = checklist ? memory_dup(checklist->edition) : NULL;
  session->lock = (struct lock)LOCK_INIT;
  return session;
}

static void draft_release(struct draft *draft) {
  free(draft->question_id);
  free(draft->field);
  free(draft->text);
  *draft = (struct draft){NULL, NULL, NULL};
}

void session_free(struct session *session) {
  if (!session)
    return;
  lock_release(&session->lock);
  age_key_free(session->key);
  for (size_t i = 0; i < session->count; i++) {
    answer_release(session->answers[i]);
    free(session->answers[i]);
  }
  free(session->answers);
  free(session->by_id);
  history_release(&session->history);
  draft_release(&session->draft);
  free(session->place);
  free(session->path);
  free(session->edition);
  arena_free(session->arena);
  free(session);
}

const char *session_path(const struct session *session) {
  return session->path;
}

const char *session_checklist_edition(const struct session *session) {
  return session->edition;
}

/* --- the answers --- */

static const struct question *question_of(const struct session *session, const char *id) {
  return session->checklist ? checklist_question(session->checklist, id) : NULL;
}

/* Its place among the answers: that of its question; all retired ones come last. */
static size_t rank(const struct session *session, const char *id) {
  const struct question *question = question_of(session, id);
  return question ? checklist_question_index(session->checklist, question) : SIZE_MAX;
}

/* How many answers stand before a new one with this id. */
static size_t position_by_rank(const struct session *session, const char *id) {
  size_t own = rank(session, id), low = 0, high = session->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (rank(session, session->answers[middle]->question_id) <= own)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static size_t position_by_id(const struct session *session, const char *id) {
  size_t low = 0, high = session->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (strcmp(session->by_id[middle]->question_id, id) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static struct answer *find(const struct session *session, const char *id) {
  size_t position = position_by_id(session, id);
  if (position < session->count && !strcmp(session->by_id[position]->question_id, id))
    return session->by_id[position];
  return NULL;
}

static void insert(struct answer **array, size_t count, size_t at, struct answer *answer) {
  memmove(array + at + 1, array + at, (count - at) * sizeof *array);
  array[at] = answer;
}

static void take_out(struct answer **array, size_t count, const struct answer *answer) {
  size_t at = 0;
  while (array[at] != answer)
    at++;
  memmove(array + at, array + at + 1, (count - at - 1) * sizeof *array);
}

static void add(struct session *session, const struct answer *answer) {
  if (session->count == session->capacity) {
    session->capacity = session->capacity ? 2 * session->capacity : 64;
    session->answers = memory_resize(session->answers, session->capacity, sizeof *session->answers);
    session->by_id = memory_resize(session->by_id, session->capacity, sizeof *session->by_id);
  }
  struct answer *new = memory_new(sizeof *new);
  *new = *answer;
  insert(session->answers, session->count, position_by_rank(session, new->question_id), new);
  insert(session->by_id, session->count, position_by_id(session, new->question_id), new);
  session->count++;
}

static void drop(struct session *session, struct answer *answer) {
  take_out(session->answers, session->count, answer);
  take_out(session->by_id, session->count, answer);
  session->count--;
  answer_release(answer);
  free(answer);
}

void session_put(struct session *session, struct answer *answer) {
  struct answer *old = find(session, answer->question_id);
  bool is_empty = members_are_empty(answer_members, answer);
  if (old && is_empty) {
    drop(session, old);
  } else if (old) {
    answer_release(old);
    *old = *answer;
  } else if (!is_empty) {
    add(session, answer);
  }
  if (is_empty)
    answer_release(answer);
}

const struct answer *session_answer(const struct session *session, const char *question_id) {
  return find(session, question_id);
}

const char *session_value(const struct session *session, const char *question_id) {
  const struct answer *answer = find(session, question_id);
  return answer ? answer->value : NULL;
}

size_t session_answer_count(const struct session *session) {
  return session->count;
}

const struct answer *session_answer_at(const struct session *session, size_t index) {
  return session->answers[index];
}

size_t session_retired_count(const struct session *session) {
  size_t count = 0;
  while (count < session->count &&
         !question_of(session, session->answers[session->count - count - 1]->question_id))
    count++;
  return count;
}

const struct answer *const *session_retired(const struct session *session, size_t *count) {
  *count = session_retired_count(session);
  if (!*count)
    return NULL;
  return (const struct answer *const *)session->answers + session->count - *count;
}

/* The file does not keep spaces and newlines at the end. */
static bool is_same_wording(const char *asked, const char *ask) {
  size_t length = strlen(ask);
  while (length && (ask[length - 1] == ' ' || ask[length - 1] == '\n'))
    length--;
  return strlen(asked) == length && !strncmp(asked, ask, length);
}

bool session_look_again(const struct session *session, const struct question *question) {
  const struct answer *answer = find(session, question->id);
  return answer && answer->value &&
         (answer->edition || (answer->asked && !is_same_wording(answer->asked, question->ask)));
}

/* --- place and draft --- */

const char *session_place(const struct session *session) {
  return session->place;
}

void session_set_place(struct session *session, const char *question_id) {
  char *place = memory_dup(question_id); /* it may be our own */
  free(session->place);
  session->place = place;
}

const struct draft *session_draft(const struct session *session) {
  return &session->draft;
}

/* Cut to what a session file can hold. */
static char *draft_text(const char *text) {
  struct strbuf clean;
  strbuf_init(&clean);
  utf8_clean(&clean, text, strlen(text), UTF8_MANY_LINES);
  if (clean.length > NODE_TEXT_LIMIT_BYTES) {
    size_t length = NODE_TEXT_LIMIT_BYTES;
    while (length && ((unsigned char)clean.text[length] & 0xc0) == 0x80)
      length--; /* not inside a character */
    strbuf_remove(&clean, length, clean.length - length);
  }
  return strbuf_take(&clean);
}

static bool same_text(const char *a, const char *b) {
  return a && b ? !strcmp(a, b) : a == b;
}

void session_set_draft(struct session *session, const char *question_id, const char *field,
                       const char *text) {
  struct draft new = {NULL, NULL, NULL};
  if (text)
    new = (struct draft){memory_dup(question_id), memory_dup(field), draft_text(text)};
  struct draft *old = &session->draft;
  if (!same_text(new.question_id, old->question_id) || !same_text(new.field, old->field) ||
      !same_text(new.text, old->text)) {
    session->unsaved = true;
    session->kept_of_draft = NULL;
  }
  draft_release(old);
  *old = new;
}

/* --- changes --- */

uint64_t session_version(const struct session *session) {
  return session->version;
}

bool session_is_unsaved(const struct session *session) {
  return session->unsaved;
}

void session_changed(struct session *session) {
  session->version++;
  session->unsaved = true;
}
