/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"
#include "checklist/checklist.h"
#include "guide/guide-internal.h"
#include "session/session.h"

/* The session tells which question changed, not what about it: that is seen by comparing. */
struct snapshot {
  struct answer *answers;
  size_t count;
};

static struct snapshot snapshot_take(const struct session *session) {
  struct snapshot snapshot = {.count = session_answer_count(session)};
  snapshot.answers = memory_new_zeroed(snapshot.count + 1, sizeof *snapshot.answers);
  for (size_t i = 0; i < snapshot.count; i++)
    answer_copy(&snapshot.answers[i], session_answer_at(session, i));
  return snapshot;
}

static void snapshot_release(struct snapshot *snapshot) {
  for (size_t i = 0; i < snapshot->count; i++)
    answer_release(&snapshot->answers[i]);
  free(snapshot->answers);
}

static const struct answer *snapshot_find(const struct snapshot *snapshot, const char *id) {
  static const struct answer none = {
      .group = {.for_count = -1, .against_count = -1, .aside_count = -1}};
  for (size_t i = 0; i < snapshot->count; i++)
    if (strcmp(snapshot->answers[i].question_id, id) == 0)
      return &snapshot->answers[i];
  return &none;
}

static bool differ(const char *a, const char *b) {
  return strcmp(a ? a : "", b ? b : "") != 0;
}

static bool evidence_differs(const struct answer *a, const struct answer *b) {
  if (a->evidence_count != b->evidence_count)
    return true;
  for (size_t i = 0; i < a->evidence_count; i++) {
    const struct evidence *one = &a->evidence[i], *two = &b->evidence[i];
    if (differ(one->what, two->what) || differ(one->section, two->section) ||
        differ(one->quote, two->quote) || differ(one->link, two->link) ||
        differ(one->seen, two->seen))
      return true;
  }
  return false;
}

static bool follow_up_differs(const struct follow_up *a, const struct follow_up *b) {
  return differ(a->what, b->what) || differ(a->who, b->who) || differ(a->by, b->by) ||
         a->done != b->done;
}

static enum answer_field what_differs(const struct answer *a, const struct answer *b) {
  if (differ(a->value, b->value) || differ(a->words, b->words))
    return FIELD_VALUE;
  if (differ(a->instrument, b->instrument))
    return FIELD_INSTRUMENT;
  if (differ(a->comment, b->comment))
    return FIELD_COMMENT;
  if (differ(a->note, b->note))
    return FIELD_NOTE;
  if (evidence_differs(a, b))
    return FIELD_EVIDENCE;
  if (a->review != b->review)
    return FIELD_REVIEW;
  if (follow_up_differs(&a->follow_up, &b->follow_up))
    return FIELD_FOLLOW_UP;
  return FIELD_GROUP;
}

static void tell_value(struct guide *guide, bool is_undo, const struct question *question,
                       const char *name) {
  struct strbuf shown;
  strbuf_init(&shown);
  guide_add_value(&shown, question, session_value(guide->session, question->id));
  strbuf_addf(&guide->status, is_undo ? _("Undone: %s, now: %s.") : _("Redone: %s, now: %s."), name,
              shown.text);
  strbuf_release(&shown);
}

static void tell(struct guide *guide, bool is_undo, const struct question *question,
                 enum answer_field field) {
  char *name = guide_question_name(question);
  struct strbuf *out = &guide->status;
  switch (field) {
  case FIELD_VALUE:
    tell_value(guide, is_undo, question, name);
    break;
  case FIELD_INSTRUMENT:
    strbuf_addf(
        out, is_undo ? _("Undone: the kind of rule of %s.") : _("Redone: the kind of rule of %s."),
        name);
    break;
  case FIELD_COMMENT:
    strbuf_addf(out, is_undo ? _("Undone: the comment on %s.") : _("Redone: the comment on %s."),
                name);
    break;
  case FIELD_NOTE:
    strbuf_addf(
        out, is_undo ? _("Undone: the private note on %s.") : _("Redone: the private note on %s."),
        name);
    break;
  case FIELD_EVIDENCE:
    strbuf_addf(
        out, is_undo ? _("Undone: the evidence for %s.") : _("Redone: the evidence for %s."), name);
    break;
  case FIELD_REVIEW:
    strbuf_addf(out, is_undo ? _("Undone: the mark on %s.") : _("Redone: the mark on %s."), name);
    break;
  case FIELD_FOLLOW_UP:
    strbuf_addf(
        out, is_undo ? _("Undone: the follow-up to %s.") : _("Redone: the follow-up to %s."), name);
    break;
  case FIELD_GROUP:
    strbuf_addf(out,
                is_undo ? _("Undone: the group tally of %s.") : _("Redone: the group tally of %s."),
                name);
    break;
  }
  free(name);
}

static void tell_retired(struct guide *guide, bool is_undo) {
  strbuf_add(&guide->status,
             is_undo ? _("Undone: an answer to a question that is not asked any more.")
                     : _("Redone: an answer to a question that is not asked any more."));
}

static unsigned step(struct guide *guide, bool is_undo) {
  struct snapshot before = snapshot_take(guide->session);
  const char *id = is_undo ? session_undo(guide->session) : session_redo(guide->session);
  const struct question *question = id ? checklist_question(guide->checklist, id) : NULL;
  const struct answer *answer = id ? session_answer(guide->session, id) : NULL;
  static const struct answer none = {
      .group = {.for_count = -1, .against_count = -1, .aside_count = -1}};
  unsigned changes = id ? GUIDE_ANSWERED : GUIDE_NOTHING;
  if (question) {
    tell(guide, is_undo, question,
         what_differs(snapshot_find(&before, id), answer ? answer : &none));
    changes |= guide_stand_at(guide, question);
  } else if (id) {
    tell_retired(guide, is_undo);
  }
  snapshot_release(&before);
  return changes;
}

bool guide_undo(struct guide *guide, enum command command, const struct guide_input *input,
                struct guide_outcome *outcome, struct error *err) {
  (void)input, (void)err;
  bool is_undo = command == COMMAND_UNDO;
  bool *before = guide_relevance(guide);
  outcome->changes = step(guide, is_undo);
  if (outcome->changes)
    outcome->changes |= guide_relevance_changed(guide, before);
  else
    strbuf_add(&guide->status, is_undo ? _("Nothing to undo.") : _("Nothing to bring back."));
  free(before);
  return true;
}
