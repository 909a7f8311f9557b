/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that is recorded for a question. Everything typed is printed. */
#include <string.h>

#include "base/language.h"
#include "checklist/checklist.h"
#include "report/report-parts.h"
#include "session/answer-kind.h"
#include "session/session.h"

static bool is_given(const char *text) {
  return text && *text;
}

static void add_typed(const struct report *report, struct block *parent, const char *text) {
  document_plain(report->document, document_add(report->document, parent, BLOCK_QUOTE), text);
}

/* A label with what was typed behind it, or below it when that is more than a line. */
static void add_typed_item(const struct report *report, struct block *list, const char *label,
                           const char *text) {
  if (!is_given(text))
    return;
  if (!strchr(text, '\n')) {
    report_add_item(report, list, label, text);
    return;
  }
  struct block *item = report_add_item(report, list, label, NULL);
  item->first->keep_with_next = true;
  add_typed(report, item, text);
}

/* --- evidence --- */

const char *report_evidence(const struct report *report, const struct evidence *evidence) {
  const char *text = is_given(evidence->what) ? evidence->what : _("evidence");
  if (is_given(evidence->section))
    text = report_join(report, text, evidence->section);
  if (is_given(evidence->seen))
    text = report_format(report, _("%s, seen %s"), text, evidence->seen);
  return text;
}

static void add_evidence(const struct report *report, struct block *list,
                         const struct evidence *evidence) {
  struct block *item =
      report_add_item(report, list, _("Evidence:"), report_evidence(report, evidence));
  if (is_given(evidence->link)) {
    document_run(report->document, item->first, RUN_PLAIN, ", ");
    document_link(report->document, item->first, evidence->link, evidence->link);
  }
  if (!is_given(evidence->quote))
    return;
  item->first->keep_with_next = true;
  add_typed(report, item, evidence->quote);
}

/* --- follow-up and group --- */

static bool has_follow_up(const struct follow_up *follow_up) {
  return is_given(follow_up->what) || is_given(follow_up->who) || is_given(follow_up->by) ||
         follow_up->done;
}

static bool has_group(const struct group_tally *group) {
  return is_given(group->rule) || group->for_count >= 0 || group->against_count >= 0 ||
         group->aside_count >= 0 || is_given(group->minority);
}

static void add_follow_up(const struct report *report, struct block *list,
                          const struct follow_up *follow_up) {
  if (!has_follow_up(follow_up))
    return;
  const char *text = is_given(follow_up->what) ? follow_up->what : _("find out");
  if (is_given(follow_up->who))
    text = report_format(report, _("%s; who: %s"), text, follow_up->who);
  if (is_given(follow_up->by))
    text = report_format(report, _("%s; by %s"), text, follow_up->by);
  report_add_item(report, list, follow_up->done ? _("Follow-up, done:") : _("Follow-up:"), text);
}

static void add_group(const struct report *report, struct block *list,
                      const struct group_tally *group) {
  const char *text = is_given(group->rule) ? group->rule : NULL;
  if (group->for_count >= 0)
    text = report_join(report, text, report_format(report, _("%d for"), group->for_count));
  if (group->against_count >= 0)
    text = report_join(report, text, report_format(report, _("%d against"), group->against_count));
  if (group->aside_count >= 0)
    text = report_join(report, text,
                       report_format(report, _("%d standing aside"), group->aside_count));
  if (text)
    report_add_item(report, list, _("How the group decided:"), text);
  add_typed_item(report, list, _("Minority view:"), group->minority);
}

/* --- the record --- */

static void add_instrument(const struct report *report, struct block *list,
                           const struct answer *answer) {
  if (!is_given(answer->instrument))
    return;
  const struct instrument *instrument = instrument_find(answer->instrument);
  if (!instrument)
    report_add_item(report, list, _("Kind of rule:"), answer->instrument);
  else
    report_add_item(
        report, list, _("Kind of rule:"),
        report_format(report, "%s. %s", _(instrument->label), _(instrument->undone_by)));
}

void report_add_remarks(const struct report *report, struct block *list,
                        const struct answer *answer) {
  add_instrument(report, list, answer);
  add_typed_item(report, list, _("Comment:"), answer->comment);
  if (report->options->private_notes)
    add_typed_item(report, list, _("Private note:"), answer->note);
  for (size_t i = 0; i < answer->evidence_count; i++)
    add_evidence(report, list, &answer->evidence[i]);
  add_follow_up(report, list, &answer->follow_up);
  add_group(report, list, &answer->group);
  if (answer->review)
    report_add_item(report, list, NULL, _("Marked for review."));
}

bool report_has_remarks(const struct report *report, const struct answer *answer) {
  return answer &&
         (is_given(answer->instrument) || is_given(answer->comment) || answer->evidence_count ||
          (report->options->private_notes && is_given(answer->note)) || answer->review ||
          has_follow_up(&answer->follow_up) || has_group(&answer->group));
}

static void add_rest(const struct report *report, struct block *list, const struct answer *answer) {
  add_typed_item(report, list, _("In these words:"), answer->words);
  report_add_remarks(report, list, answer);
}

static bool is_judgement(enum verdict verdict) {
  return verdict == VERDICT_OTHER || verdict == VERDICT_MET || verdict == VERDICT_BASELINE ||
         verdict == VERDICT_PARTLY || verdict == VERDICT_NOT_MET;
}

const char *report_record_answer(const struct report *report, const struct question *question) {
  enum verdict verdict = assess_question(report->assessment, question)->verdict;
  const char *text = report_answer(report, question);
  return is_judgement(verdict) ? report_format(report, "%s · %s", text, verdict_name(verdict))
                               : text;
}

static void add_look_again(const struct report *report, struct block *list,
                           const struct answer *answer) {
  if (answer->edition)
    report_add_item(report, list, NULL,
                    report_format(report,
                                  _("The answer is from edition %s, and this edition does not "
                                    "offer it any more: look at it again."),
                                  answer->edition));
  else
    report_add_item(report, list, _("The wording changed after this was answered. It was:"),
                    answer->asked);
}

void report_add_record(const struct report *report, struct block *list,
                       const struct question *question) {
  const struct answer *answer = session_answer(report->session, question->id);
  add_typed_item(report, list, _("Answer:"), report_record_answer(report, question));
  if (answer)
    add_rest(report, list, answer);
  if (answer && session_look_again(report->session, question))
    add_look_again(report, list, answer);
}

void report_add_retired(const struct report *report, struct block *list,
                        const struct answer *answer) {
  add_typed_item(report, list, _("Answer:"), answer->value);
  add_rest(report, list, answer);
}
