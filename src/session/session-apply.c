/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "checklist/checklist.h"
#include "session/answer-kind.h"
#include "session/answer-members.h"
#include "session/answer-node.h"
#include "session/session-private.h"
#include "yaml/node.h"

static bool is_same_record(const struct answer *a, const struct answer *b) {
  struct arena *arena = arena_new();
  bool same = node_equal(answer_to_node(arena, a), answer_to_node(arena, b));
  arena_free(arena);
  return same;
}

static void take_fields(struct answer *next, unsigned fields, const struct answer *wanted) {
  for (const struct member *member = answer_members; member->kind != MEMBER_END; member++)
    if (member->field & fields) {
      member_copy(member, next, wanted);
      member_clean(member, next);
    }
}

static bool check_fields(const struct question *question, unsigned fields,
                         const struct answer *next, struct error *err) {
  for (const struct member *member = answer_members; member->kind != MEMBER_END; member++)
    if (member->field & fields && !member_check(member, next, err))
      return false;
  return !(fields & FIELD_VALUE) || answer_check(question, next->value, next->words, err);
}

static bool same_text(const char *a, const char *b) {
  return a && b ? !strcmp(a, b) : a == b;
}

/* An answer that is given anew, or confirmed, was given to the present wording. */
static void note_wording(const struct session *session, const struct question *question,
                         const struct answer *old, struct answer *next) {
  if (same_text(old->value, next->value) && same_text(old->words, next->words) &&
      !session_look_again(session, question))
    return;
  free(next->edition);
  next->edition = NULL;
  free(next->asked);
  next->asked = next->value && !question_is_profile(question) ? memory_dup(question->ask) : NULL;
}

/* A record that holds nothing else has no time either, and so goes away. */
static void note_time(const struct question *question, struct answer *next) {
  char now[21];
  free(next->changed);
  next->changed = NULL;
  if (question_is_profile(question) || members_are_empty(answer_members, next))
    return;
  clock_format_utc(clock_now(), now);
  next->changed = memory_dup(now);
}

static size_t written_size(const struct session *session) {
  struct strbuf text;
  strbuf_init(&text);
  session_write(session, WITHOUT_HISTORY, &text);
  size_t size = text.length;
  strbuf_release(&text);
  return size;
}

/* What makes a session smaller is always let through. On failure the old record is put back. */
static bool put_within_limit(struct session *session, const struct answer *old,
                             const struct answer *next, struct error *err) {
  struct answer copy;
  answer_copy(&copy, next);
  session_put(session, &copy);
  size_t size = written_size(session);
  if (size <= SESSION_ANSWERS_LIMIT_BYTES)
    return true;
  answer_copy(&copy, old);
  session_put(session, &copy);
  if (size < written_size(session)) {
    answer_copy(&copy, next);
    session_put(session, &copy);
    return true;
  }
  return error_set(err,
                   _("the session would get too large: all answers together can have %d KiB. "
                     "Shorten this text, or keep it in a file of its own and name that file as "
                     "evidence"),
                   SESSION_ANSWERS_LIMIT_BYTES / 1024);
}

static bool apply(struct session *session, const struct question *question, unsigned fields,
                  const struct answer *wanted, const struct answer *old, struct answer *next,
                  struct error *err) {
  take_fields(next, fields, wanted);
  if (!check_fields(question, fields, next, err))
    return false;
  if (fields & FIELD_VALUE)
    note_wording(session, question, old, next);
  if (is_same_record(old, next))
    return true;
  note_time(question, next);
  if (!put_within_limit(session, old, next, err))
    return false;
  history_add(session, question->id, old, next);
  session_changed(session);
  return true;
}

static bool refuse_unknown(const struct session *session, const char *id, struct error *err) {
  const struct checklist *checklist = session->checklist;
  const char **ids = memory_new_zeroed(checklist->question_count + 1, sizeof *ids);
  for (size_t i = 0; i < checklist->question_count; i++)
    ids[i] = checklist->questions[i]->id;
  const char *near = text_nearest(id, ids);
  if (near)
    error_set(err, _("no question '%s' in this checklist; did you mean '%s'?"), id, near);
  else
    error_set(err, _("no question '%s' in this checklist"), id);
  free(ids);
  return false;
}

bool session_apply(struct session *session, const char *question_id, unsigned fields,
                   const struct answer *wanted, struct error *err) {
  const struct question *question = checklist_question(session->checklist, question_id);
  if (!question)
    return refuse_unknown(session, question_id, err);
  if (session->read_only)
    return error_set(err, _("this session is open for reading only; close it where else it "
                            "is open and open it again, or save it under another name"));
  struct answer old, next;
  answer_copy(&old, session_answer(session, question->id));
  answer_copy(&next, &old);
  free(next.question_id);
  free(old.question_id);
  next.question_id = memory_dup(question->id);
  old.question_id = memory_dup(question->id);
  bool ok = apply(session, question, fields, wanted, &old, &next, err);
  answer_release(&old);
  answer_release(&next);
  return ok;
}
