/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/share.h"

#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"
#include "report/share-scan.h"
#include "session/answer-members.h"
#include "session/session.h"

/* --- the copy
 * ------------------------------------------------------------------------------------*/

struct copying {
  const struct checklist *checklist;
  struct share_report *report;
  const struct answer *answer;
  const struct member *member; /* that is looked at */
  char **who;                  /* who does the follow-up */
};

/* Owned by the caller. */
static char *place_of(const struct copying *copying) {
  const struct question *question =
      checklist_question(copying->checklist, copying->answer->question_id);
  struct strbuf place;
  strbuf_init(&place);
  if (question && question->number)
    strbuf_addf(&place, P_("number of a question, and a part of its answer", "question %zu (%s)"),
                question->number, _(copying->member->label));
  else
    strbuf_addf(&place, P_("id of a question, and a part of its answer", "%s (%s)"),
                copying->answer->question_id, _(copying->member->label));
  return strbuf_take(&place);
}

static void note(enum share_kind kind, const char *text, size_t length, void *context) {
  struct copying *copying = context;
  struct share_report *report = copying->report;
  if (!report)
    return;
  MEMORY_GROW(report->items, report->count, report->capacity);
  report->items[report->count++] = (struct share_finding){
      .kind = kind, .where = place_of(copying), .text = memory_dup_length(text, length)};
}

static void remove_text(struct copying *copying, enum share_kind kind, char **text,
                        const char *with) {
  if (!*text)
    return;
  note(kind, "", 0, copying);
  free(*text);
  *text = memory_dup(with);
}

static void edit_text(struct copying *copying, char **text) {
  struct strbuf out;
  if (!*text)
    return;
  strbuf_init(&out);
  share_text(*text, &out, note, copying);
  free(*text);
  *text = strbuf_take(&out);
}

/* What was chosen, counted or dated is no text. */
static bool is_typed(const struct copying *copying) {
  const struct question *question =
      checklist_question(copying->checklist, copying->answer->question_id);
  return !question || question->kind == KIND_TEXT;
}

/* "2026-11-21T18:32:05Z" */
static void cut_time(char *time) {
  char *end = time ? strchr(time, 'T') : NULL;
  if (end)
    *end = '\0';
}

static void edit_members(struct copying *copying, const struct member *members, void *record);

static void edit_evidence(struct copying *copying, struct answer *answer) {
  for (size_t i = 0; i < answer->evidence_count; i++)
    edit_members(copying, evidence_members, &answer->evidence[i]);
}

static void edit_member(struct copying *copying, const struct member *member, void *record) {
  struct answer *answer = record;
  copying->member = member;
  switch (member->kind) {
  case MEMBER_EVIDENCE:
    edit_evidence(copying, answer);
    return;
  case MEMBER_RECORD:
    edit_members(copying, member->parts, (char *)record + member->offset);
    return;
  case MEMBER_TIME:
    cut_time(*member_text(member, record));
    return;
  case MEMBER_VALUE:
    if (is_typed(copying))
      edit_text(copying, member_text(member, record));
    return;
  case MEMBER_LINE:
  case MEMBER_PROSE:
    if (member_text(member, record) == copying->who)
      remove_text(copying, SHARE_PERSON, copying->who, share_mark(SHARE_PERSON));
    else
      edit_text(copying, member_text(member, record));
    return;
  default:
    return;
  }
}

static void edit_members(struct copying *copying, const struct member *members, void *record) {
  for (const struct member *member = members; member->kind != MEMBER_END; member++)
    edit_member(copying, member, record);
}

/* The wording of a question and the edition come from the checklist. */
static void edit(struct answer *answer, void *context) {
  struct copying *copying = context;
  char *asked = answer->asked, *edition = answer->edition;
  copying->answer = answer;
  copying->who = &answer->follow_up.who;
  answer->asked = answer->edition = NULL;
  for (const struct member *member = answer_members; member->kind != MEMBER_END; member++) {
    copying->member = member;
    if (member->field == FIELD_NOTE)
      remove_text(copying, SHARE_NOTE, &answer->note, NULL);
    else
      edit_member(copying, member, answer);
  }
  answer->asked = asked;
  answer->edition = edition;
}

struct session *share_copy(const struct session *session, const struct checklist *checklist,
                           struct share_report *report) {
  struct copying copying = {.checklist = checklist, .report = report};
  return session_copy_edited(session, edit, &copying);
}

/* --- what there is to tell
 * -----------------------------------------------------------------------*/

static void tell_removed(struct strbuf *lines, enum share_kind kind, size_t count,
                         const char *places) {
  switch (kind) {
  case SHARE_NOTE:
    strbuf_addf(lines,
                language_plural("- %zu private note: %s\n", "- %zu private notes: %s\n", count),
                count, places);
    return;
  case SHARE_PERSON:
    strbuf_addf(lines,
                language_plural("- %zu name of who follows up: %s\n",
                                "- %zu names of who follows up: %s\n", count),
                count, places);
    return;
  case SHARE_EMAIL:
    strbuf_addf(lines,
                language_plural("- %zu email address: %s\n", "- %zu email addresses: %s\n", count),
                count, places);
    return;
  case SHARE_PHONE:
    strbuf_addf(lines,
                language_plural("- %zu phone number: %s\n", "- %zu phone numbers: %s\n", count),
                count, places);
    return;
  case SHARE_ID:
    strbuf_addf(lines,
                language_plural("- %zu number that stands for a person: %s\n",
                                "- %zu numbers that stand for persons: %s\n", count),
                count, places);
    return;
  case SHARE_ADDRESS:
    strbuf_addf(
        lines, language_plural("- %zu street address: %s\n", "- %zu street addresses: %s\n", count),
        count, places);
    return;
  case SHARE_LINK:
    strbuf_addf(lines,
                language_plural("- the personal part of %zu link: %s\n",
                                "- the personal parts of %zu links: %s\n", count),
                count, places);
    return;
  default:
    strbuf_addf(lines,
                language_plural("- %zu time of day: %s\n", "- %zu times of day: %s\n", count),
                count, places);
    return;
  }
}

static void tell_left(struct strbuf *lines, const struct share_finding *item, const char *places) {
  switch (item->kind) {
  case SHARE_MAYBE_NAME:
    strbuf_addf(lines, _("- perhaps a name, \"%s\": %s\n"), item->text, places);
    return;
  case SHARE_MAYBE_NUMBER:
    strbuf_addf(lines, _("- a long number, \"%s\": %s\n"), item->text, places);
    return;
  case SHARE_MAYBE_ADDRESS:
    strbuf_addf(lines, _("- perhaps an address, \"%s\": %s\n"), item->text, places);
    return;
  case SHARE_MAYBE_SCRIPT:
    strbuf_addf(lines, _("- writing without capital letters, in which names cannot be found: %s\n"),
                places);
    return;
  default:
    strbuf_addf(lines, _("- perhaps somebody's account, \"%s\": %s\n"), item->text, places);
    return;
  }
}

static bool is_alike(const struct share_finding *one, const struct share_finding *two) {
  return one->kind == two->kind &&
         (one->kind < SHARE_REMOVED_COUNT || one->kind == SHARE_MAYBE_SCRIPT ||
          strcmp(one->text, two->text) == 0);
}

static bool is_first(const struct share_report *report, size_t at) {
  for (size_t i = 0; i < at; i++)
    if (is_alike(&report->items[i], &report->items[at]))
      return false;
  return true;
}

/* Where things like this one are, each place once; the number of things. */
static size_t add_places(const struct share_report *report, size_t at, struct strbuf *places) {
  const char *last = NULL;
  size_t count = 0;
  for (size_t i = at; i < report->count; i++) {
    const struct share_finding *item = &report->items[i];
    if (!is_alike(item, &report->items[at]))
      continue;
    count++;
    if (!last || strcmp(last, item->where) != 0)
      strbuf_addf(places, last ? P_("one more place in a list", ", %s") : "%s", item->where);
    last = item->where;
  }
  return count;
}

static void tell_item(const struct share_report *report, size_t at, struct strbuf *lines) {
  const struct share_finding *item = &report->items[at];
  struct strbuf places;
  strbuf_init(&places);
  size_t count = add_places(report, at, &places);
  if (item->kind < SHARE_REMOVED_COUNT)
    tell_removed(lines, item->kind, count, places.text);
  else
    tell_left(lines, item, places.text);
  strbuf_release(&places);
}

static void tell_kinds(const struct share_report *report, int from, int to, struct strbuf *lines) {
  for (int kind = from; kind < to; kind++)
    for (size_t i = 0; i < report->count; i++)
      if ((int)report->items[i].kind == kind && is_first(report, i))
        tell_item(report, i, lines);
}

size_t share_report_count(const struct share_report *report, bool removed) {
  size_t count = 0;
  for (size_t i = 0; i < report->count; i++)
    count += (report->items[i].kind < SHARE_REMOVED_COUNT) == removed;
  return count;
}

void share_report_tell(const struct share_report *report, struct strbuf *lines) {
  if (share_report_count(report, true))
    strbuf_add(lines, _("Taken out of the copy to share:\n"));
  else
    strbuf_add(lines, _("Nothing was found that had to be taken out of the copy to share.\n"));
  tell_kinds(report, 0, SHARE_REMOVED_COUNT, lines);
  if (share_report_count(report, false))
    strbuf_add(lines, _("Left in, for only a person can tell; please look:\n"));
  tell_kinds(report, SHARE_REMOVED_COUNT, SHARE_KIND_COUNT, lines);
  strbuf_add(lines, _("Read the document before you pass it on: no program finds every name.\n"));
}

void share_report_release(struct share_report *report) {
  for (size_t i = 0; i < report->count; i++) {
    free(report->items[i].where);
    free(report->items[i].text);
  }
  free(report->items);
  *report = (struct share_report){NULL, 0, 0};
}
