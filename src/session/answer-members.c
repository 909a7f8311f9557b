/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/answer-members.h"

#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "session/session.h"
#include "yaml/node.h"

#define ANSWER(key, kind, name, field, label)                                                      \
  { key, kind, offsetof(struct answer, name), field, NULL, label }
#define ANSWER_PARTS(key, kind, name, field, parts)                                                \
  { key, kind, offsetof(struct answer, name), field, parts, NULL }
#define PART(type, key, kind, name, label)                                                         \
  { key, kind, offsetof(struct type, name), 0, NULL, label }
#define END(type)                                                                                  \
  { NULL, MEMBER_END, offsetof(struct type, kept), 0, NULL, NULL }

const struct member evidence_members[] = {
    PART(evidence, "what", MEMBER_LINE, what, N_("evidence: what it is")),
    PART(evidence, "section", MEMBER_LINE, section, N_("evidence: section")),
    PART(evidence, "quote", MEMBER_PROSE, quote, N_("evidence: quote")),
    PART(evidence, "link", MEMBER_LINE, link, N_("evidence: link")),
    PART(evidence, "seen", MEMBER_DATE, seen, N_("evidence: seen on")),
    END(evidence),
};

static const struct member follow_up_members[] = {
    PART(follow_up, "what", MEMBER_LINE, what, N_("follow-up: what to do")),
    PART(follow_up, "who", MEMBER_LINE, who, N_("follow-up: who does it")),
    PART(follow_up, "by", MEMBER_DATE, by, N_("follow-up: by when")),
    PART(follow_up, "done", MEMBER_FLAG, done, N_("follow-up: done")),
    END(follow_up),
};

static const struct member group_members[] = {
    PART(group_tally, "rule", MEMBER_LINE, rule, N_("group decision: rule")),
    PART(group_tally, "for", MEMBER_COUNT, for_count, N_("group decision: for")),
    PART(group_tally, "against", MEMBER_COUNT, against_count, N_("group decision: against")),
    PART(group_tally, "aside", MEMBER_COUNT, aside_count, N_("group decision: stood aside")),
    PART(group_tally, "minority", MEMBER_PROSE, minority, N_("group decision: minority view")),
    END(group_tally),
};

const struct member answer_members[] = {
    ANSWER("answer", MEMBER_VALUE, value, FIELD_VALUE, N_("answer")),
    ANSWER("text", MEMBER_PROSE, words, FIELD_VALUE, N_("words of the answer")),
    ANSWER("instrument", MEMBER_INSTRUMENT, instrument, FIELD_INSTRUMENT, N_("kind of rule")),
    ANSWER("comment", MEMBER_PROSE, comment, FIELD_COMMENT, N_("comment")),
    ANSWER("note", MEMBER_PROSE, note, FIELD_NOTE, N_("private note")),
    ANSWER_PARTS("evidence", MEMBER_EVIDENCE, evidence, FIELD_EVIDENCE, evidence_members),
    ANSWER("review", MEMBER_FLAG, review, FIELD_REVIEW, N_("marked for review")),
    ANSWER_PARTS("follow-up", MEMBER_RECORD, follow_up, FIELD_FOLLOW_UP, follow_up_members),
    ANSWER_PARTS("group", MEMBER_RECORD, group, FIELD_GROUP, group_members),
    ANSWER("changed", MEMBER_TIME, changed, 0, N_("time of the last change")),
    ANSWER("asked", MEMBER_PROSE, asked, 0, N_("wording of the question")),
    ANSWER("edition", MEMBER_LINE, edition, 0, N_("edition of the checklist")),
    END(answer),
};

static void *at(const struct member *member, const void *record) {
  return (char *)record + member->offset;
}

static struct node **kept(const struct member *members, const void *record) {
  while (members->kind != MEMBER_END)
    members++;
  return at(members, record);
}

bool member_is_text(const struct member *member) {
  return member->kind >= MEMBER_VALUE && member->kind <= MEMBER_INSTRUMENT;
}

char **member_text(const struct member *member, const void *record) {
  return at(member, record);
}

static void init_counts(const struct member *members, void *record) {
  for (const struct member *member = members; member->kind != MEMBER_END; member++)
    if (member->kind == MEMBER_COUNT)
      *(int *)at(member, record) = -1;
    else if (member->kind == MEMBER_RECORD)
      init_counts(member->parts, at(member, record));
}

void members_init(const struct member *members, void *record, size_t size_bytes) {
  memset(record, 0, size_bytes);
  init_counts(members, record);
}

static void release_evidence(struct answer *answer) {
  for (size_t i = 0; i < answer->evidence_count; i++)
    members_release(evidence_members, &answer->evidence[i]);
  free(answer->evidence);
  answer->evidence = NULL;
  answer->evidence_count = 0;
}

void members_release(const struct member *members, void *record) {
  for (const struct member *member = members; member->kind != MEMBER_END; member++)
    if (member_is_text(member)) {
      free(*member_text(member, record));
      *member_text(member, record) = NULL;
    } else if (member->kind == MEMBER_RECORD) {
      members_release(member->parts, at(member, record));
    } else if (member->kind == MEMBER_EVIDENCE) {
      release_evidence(record);
    }
}

static bool is_empty(const struct member *member, const void *record) {
  switch (member->kind) {
  case MEMBER_FLAG:
    return !*(bool *)at(member, record);
  case MEMBER_COUNT:
    return *(int *)at(member, record) == -1;
  case MEMBER_RECORD:
    return members_are_empty(member->parts, at(member, record));
  case MEMBER_EVIDENCE:
    return !((const struct answer *)record)->evidence_count;
  default:
    return !*member_text(member, record);
  }
}

bool members_are_empty(const struct member *members, const void *record) {
  for (const struct member *member = members; member->kind != MEMBER_END; member++)
    if (!is_empty(member, record))
      return false;
  return !*kept(members, record);
}

static void copy_evidence(struct answer *to, const struct answer *from) {
  release_evidence(to);
  if (!from->evidence_count)
    return;
  to->evidence_count = from->evidence_count;
  to->evidence = memory_new_zeroed(to->evidence_count, sizeof *to->evidence);
  for (size_t i = 0; i < to->evidence_count; i++) {
    for (const struct member *part = evidence_members; part->kind != MEMBER_END; part++)
      member_copy(part, &to->evidence[i], &from->evidence[i]);
    to->evidence[i].kept = from->evidence[i].kept;
  }
}

/* The kept keys of a follow-up or a tally stay with the record: no front end knows them. */
static void copy_record(const struct member *member, void *to, const void *from) {
  for (const struct member *part = member->parts; part->kind != MEMBER_END; part++)
    member_copy(part, at(member, to), at(member, from));
  struct node *unknown = *kept(member->parts, at(member, from));
  if (unknown)
    *kept(member->parts, at(member, to)) = unknown;
}

void member_copy(const struct member *member, void *to, const void *from) {
  if (member_is_text(member)) {
    free(*member_text(member, to));
    *member_text(member, to) = memory_dup(*member_text(member, from));
  } else if (member->kind == MEMBER_FLAG) {
    *(bool *)at(member, to) = *(bool *)at(member, from);
  } else if (member->kind == MEMBER_COUNT) {
    *(int *)at(member, to) = *(int *)at(member, from);
  } else if (member->kind == MEMBER_RECORD) {
    copy_record(member, to, from);
  } else {
    copy_evidence(to, from);
  }
}

void answer_copy(struct answer *to, const struct answer *from) {
  members_init(answer_members, to, sizeof *to);
  if (!from)
    return;
  to->question_id = memory_dup(from->question_id);
  for (const struct member *member = answer_members; member->kind != MEMBER_END; member++)
    member_copy(member, to, from);
  to->kept = from->kept;
}

void answer_release(struct answer *answer) {
  members_release(answer_members, answer);
  free(answer->question_id);
  answer->question_id = NULL;
}

static void clean_text(const struct member *member, char **text) {
  if (!*text)
    return;
  bool prose = member->kind == MEMBER_PROSE || member->kind == MEMBER_VALUE;
  struct strbuf clean;
  strbuf_init(&clean);
  utf8_clean(&clean, *text, strlen(*text), prose ? UTF8_MANY_LINES : UTF8_ONE_LINE);
  strbuf_trim_end(&clean);
  if (!prose)
    strbuf_remove(&clean, 0, strspn(clean.text, " "));
  free(*text);
  *text = clean.length ? strbuf_take(&clean) : NULL;
  strbuf_release(&clean);
}

static void clean_all(const struct member *members, void *record) {
  for (const struct member *member = members; member->kind != MEMBER_END; member++)
    member_clean(member, record);
}

static void clean_evidence(struct answer *answer) {
  size_t count = 0;
  for (size_t i = 0; i < answer->evidence_count; i++) {
    clean_all(evidence_members, &answer->evidence[i]);
    if (!members_are_empty(evidence_members, &answer->evidence[i]))
      answer->evidence[count++] = answer->evidence[i];
  }
  answer->evidence_count = count;
  if (!count)
    release_evidence(answer);
}

void member_clean(const struct member *member, void *record) {
  if (member_is_text(member))
    clean_text(member, member_text(member, record));
  else if (member->kind == MEMBER_RECORD)
    clean_all(member->parts, at(member, record));
  else if (member->kind == MEMBER_EVIDENCE)
    clean_evidence(record);
}
