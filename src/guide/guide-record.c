/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/language.h"
#include "base/memory.h"
#include "checklist/checklist.h"
#include "guide/guide-internal.h"
#include "session/session.h"

static const struct answer *current(const struct guide *guide) {
  return session_answer(guide->session, guide->question->id);
}

bool guide_apply(struct guide *guide, unsigned fields, const struct answer *wanted,
                 struct guide_outcome *outcome, struct error *err) {
  uint64_t version = session_version(guide->session);
  bool *before = guide_relevance(guide);
  bool done = session_apply(guide->session, guide->question->id, fields, wanted, err);
  if (done && session_version(guide->session) != version)
    outcome->changes |= GUIDE_ANSWERED | guide_relevance_changed(guide, before);
  free(before);
  return done;
}

bool guide_comment(struct guide *guide, enum command command, const struct guide_input *input,
                   struct guide_outcome *outcome, struct error *err) {
  bool is_note = command == COMMAND_NOTE;
  struct answer wanted = {0};
  char *text = guide_is_blank(input->text) ? NULL : memory_dup(input->text);
  if (is_note)
    wanted.note = text;
  else
    wanted.comment = text;
  if (text)
    strbuf_add(&guide->status, is_note ? _("Recorded: private note.") : _("Recorded: comment."));
  else
    strbuf_add(&guide->status,
               is_note ? _("Cleared: no private note.") : _("Cleared: no comment."));
  bool done = guide_apply(guide, is_note ? FIELD_NOTE : FIELD_COMMENT, &wanted, outcome, err);
  answer_release(&wanted);
  return done;
}

/* --- evidence ----------------------------------------------------------------------------------*/

static bool check_evidence(const struct evidence *evidence, struct error *err) {
  if (evidence && !guide_is_blank(evidence->what))
    return true;
  return error_set(err, _("say what the evidence is: a law, an order, a report, a person's word"));
}

static bool check_index(size_t index, size_t count, struct error *err) {
  if (index < count)
    return true;
  if (count == 0)
    return error_set(err, _("there is no evidence yet"));
  return error_set(err, _("there is no piece of evidence %zu: the last one is %zu"), index + 1,
                   count);
}

/* What a newer version of the program wrote into it stays. */
static void change_evidence(struct evidence *evidence, const struct evidence *wanted) {
  struct node *kept = evidence->kept;
  *evidence = *wanted;
  evidence->kept = kept;
}

/* list has room for one more. */
static size_t edit_list(struct evidence *list, size_t count, enum command command,
                        const struct guide_input *input) {
  if (command == COMMAND_EVIDENCE_ADD)
    list[count++] = *input->evidence;
  else if (command == COMMAND_EVIDENCE_CHANGE)
    change_evidence(&list[input->index], input->evidence);
  else
    memmove(&list[input->index], &list[input->index + 1], (--count - input->index) * sizeof *list);
  return count;
}

static void tell_evidence(struct guide *guide, enum command command, size_t count) {
  strbuf_add(&guide->status, command == COMMAND_EVIDENCE_REMOVE ? _("Removed: evidence.")
                                                                : _("Recorded: evidence."));
  strbuf_addf(&guide->status, language_plural(" %zu piece in all.", " %zu pieces in all.", count),
              count);
}

bool guide_evidence(struct guide *guide, enum command command, const struct guide_input *input,
                    struct guide_outcome *outcome, struct error *err) {
  struct answer kept, wanted = {0};
  const struct answer *answer = current(guide);
  size_t count = answer ? answer->evidence_count : 0;
  if (command != COMMAND_EVIDENCE_REMOVE && !check_evidence(input->evidence, err))
    return false;
  if (command != COMMAND_EVIDENCE_ADD && !check_index(input->index, count, err))
    return false;
  answer_copy(&kept, answer);
  wanted.evidence = memory_new_zeroed(count + 1, sizeof *wanted.evidence);
  if (count)
    memcpy(wanted.evidence, kept.evidence, count * sizeof *wanted.evidence);
  wanted.evidence_count = edit_list(wanted.evidence, count, command, input);
  tell_evidence(guide, command, wanted.evidence_count);
  bool done = guide_apply(guide, FIELD_EVIDENCE, &wanted, outcome, err);
  free(wanted.evidence); /* its texts belong to `kept` and to the caller */
  answer_release(&kept);
  return done;
}

/* --- review, follow-up, tally ------------------------------------------------------------------*/

bool guide_review(struct guide *guide, enum command command, const struct guide_input *input,
                  struct guide_outcome *outcome, struct error *err) {
  (void)command, (void)input;
  const struct answer *answer = current(guide);
  struct answer wanted = {.review = !answer || !answer->review};
  strbuf_add(&guide->status, wanted.review ? _("Marked: for review.") : _("Unmarked: no review."));
  return guide_apply(guide, FIELD_REVIEW, &wanted, outcome, err);
}

bool guide_follow_up(struct guide *guide, enum command command, const struct guide_input *input,
                     struct guide_outcome *outcome, struct error *err) {
  (void)command;
  const struct answer *answer = current(guide);
  struct answer wanted = {0};
  if (input->follow_up)
    wanted.follow_up = *input->follow_up;
  wanted.follow_up.kept = answer ? answer->follow_up.kept : NULL;
  bool is_empty = guide_is_blank(wanted.follow_up.what) && guide_is_blank(wanted.follow_up.who);
  strbuf_add(&guide->status, is_empty ? _("Cleared: no follow-up.") : _("Recorded: follow-up."));
  if (is_empty)
    wanted.follow_up = (struct follow_up){.kept = wanted.follow_up.kept};
  return guide_apply(guide, FIELD_FOLLOW_UP, &wanted, outcome, err);
}

static bool is_empty_tally(const struct group_tally *group) {
  return guide_is_blank(group->rule) && guide_is_blank(group->minority) && group->for_count < 0 &&
         group->against_count < 0 && group->aside_count < 0;
}

bool guide_group(struct guide *guide, enum command command, const struct guide_input *input,
                 struct guide_outcome *outcome, struct error *err) {
  (void)command;
  const struct answer *answer = current(guide);
  struct answer wanted = {.group = {.for_count = -1, .against_count = -1, .aside_count = -1}};
  if (input->group)
    wanted.group = *input->group;
  wanted.group.kept = answer ? answer->group.kept : NULL;
  strbuf_add(&guide->status, is_empty_tally(&wanted.group) ? _("Cleared: no group tally.")
                                                           : _("Recorded: group tally."));
  return guide_apply(guide, FIELD_GROUP, &wanted, outcome, err);
}
