/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/question-record.h"

#include "base/language.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"
#include "guide/guide.h"
#include "session/instrument.h"
#include "session/session.h"
#include "tui/pane.h"
#include "tui/question-page.h"

static void add_part(struct strbuf *out, const char *text) {
  strbuf_addf(out, "%s%s", out->length ? " · " : "", text);
}

static void add_instrument(struct strbuf *out, const struct question *question,
                           const struct answer *answer) {
  const struct instrument *instrument =
      answer->instrument ? instrument_find(answer->instrument) : NULL;
  if (instrument)
    add_part(out, _(instrument->label));
  else if (question->aspect == ASPECT_WRITTEN && answer_value_has(answer->value, "yes"))
    add_part(out, _("kind of rule: not named yet"));
}

static void add_evidence_count(struct strbuf *out, size_t count) {
  struct strbuf part;
  strbuf_init(&part);
  strbuf_addf(&part, language_plural("%zu piece of evidence", "%zu pieces of evidence", count),
              count);
  add_part(out, part.text);
  strbuf_release(&part);
}

static void summary(struct strbuf *out, const struct question *question,
                    const struct answer *answer) {
  add_instrument(out, question, answer);
  if (answer->comment)
    add_part(out, _("comment"));
  if (answer->note)
    add_part(out, _("private note"));
  if (answer->evidence_count)
    add_evidence_count(out, answer->evidence_count);
  if (answer->review)
    add_part(out, _("marked for review"));
  if (answer->follow_up.what)
    add_part(out, answer->follow_up.done ? _("follow-up done") : _("follow-up"));
  if (answer->group.rule)
    add_part(out, _("group tally"));
}

static void add_look_again(struct pane *pane, int item, int indent, const struct answer *answer) {
  struct strbuf text;
  strbuf_init(&text);
  strbuf_addf(&text, _("Look again: the question was reworded. It was: \"%s\""),
              answer->asked ? answer->asked : "");
  pane_add(pane, item, indent, STYLE_WARNING, text.text);
  strbuf_release(&text);
}

void question_record_add(struct pane *pane, int item, int indent, struct guide *guide,
                         const struct question *question) {
  const struct session *session = guide_session(guide);
  const struct answer *answer = session_answer(session, question->id);
  struct strbuf text;
  if (!answer)
    return;
  if (answer->words)
    pane_add(pane, item, indent, STYLE_CHOSEN, answer->words);
  strbuf_init(&text);
  summary(&text, question, answer);
  if (text.length)
    pane_add(pane, item, indent, STYLE_TEXT, text.text);
  strbuf_release(&text);
  if (session_look_again(session, question))
    add_look_again(pane, item, indent, answer);
}
