/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/language.h"
#include "base/strbuf.h"
#include "session/answer-members.h"
#include "session/instrument.h"
#include "session/session.h"
#include "yaml/node.h"

static bool refuse_instrument(const char *text, struct error *err) {
  struct strbuf names;
  strbuf_init(&names);
  for (const struct instrument *instrument = instruments; instrument->id; instrument++) {
    strbuf_add(&names, names.length ? P_("between the items of a list", ", ") : "");
    strbuf_add(&names, instrument->id);
  }
  error_set(err, _("'%s' is not a kind of rule; write one of these: %s"), text, names.text);
  strbuf_release(&names);
  return false;
}

bool member_check_text(const struct member *member, const char *text, struct error *err) {
  int64_t seconds;
  if (strlen(text) > NODE_TEXT_LIMIT_BYTES)
    return error_set(err,
                     _("too long: %s. A text can have 64 KiB; shorten it, or keep it in a file of "
                       "its own and name that file as evidence"),
                     _(member->label));
  if (member->kind == MEMBER_DATE && !clock_is_date(text))
    return error_set(err, _("'%s' is not a date; write year, month and day like 2026-11-22"), text);
  if (member->kind == MEMBER_TIME && !clock_parse_utc(text, &seconds))
    return error_set(err, _("'%s' is not a time; write it like 2026-11-22T18:32:05Z"), text);
  if (member->kind == MEMBER_INSTRUMENT && !instrument_find(text))
    return refuse_instrument(text, err);
  return true;
}

static bool check_all(const struct member *members, const void *record, struct error *err) {
  for (const struct member *member = members; member->kind != MEMBER_END; member++)
    if (!member_check(member, record, err))
      return false;
  return true;
}

static bool check_evidence(const struct answer *answer, struct error *err) {
  for (size_t i = 0; i < answer->evidence_count; i++)
    if (!check_all(evidence_members, &answer->evidence[i], err))
      return false;
  return true;
}

static bool check_count(int count, struct error *err) {
  return (count >= -1 && count <= SESSION_COUNT_LIMIT) ||
         error_set(err, _("'%d' is not a count of people; write a whole number from 0 to %d"),
                   count, SESSION_COUNT_LIMIT);
}

bool member_check(const struct member *member, const void *record, struct error *err) {
  const void *at = (const char *)record + member->offset;
  if (member_is_text(member)) {
    const char *text = *member_text(member, record);
    return !text || member_check_text(member, text, err);
  }
  if (member->kind == MEMBER_COUNT)
    return check_count(*(const int *)at, err);
  if (member->kind == MEMBER_RECORD)
    return check_all(member->parts, at, err);
  if (member->kind == MEMBER_EVIDENCE)
    return check_evidence(record, err);
  return true;
}
