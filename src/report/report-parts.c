/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-parts.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/language.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "checklist/checklist.h"
#include "session/answer-kind.h"
#include "session/session.h"

const char *report_format(const struct report *report, const char *format, ...) {
  struct strbuf text;
  strbuf_init(&text);
  va_list args;
  va_start(args, format);
  strbuf_addv(&text, format, args);
  va_end(args);
  const char *kept = arena_dup(report->document->arena, text.text);
  strbuf_release(&text);
  return kept;
}

const char *report_join(const struct report *report, const char *joined, const char *next) {
  return joined ? report_format(report, "%s, %s", joined, next) : next;
}

const char *report_unbroken(const struct report *report, const char *text) {
  static const char hyphen[] = "\u2011", space[] = "\u00a0";
  enum { LONGEST_BYTES = 20 };
  if (strlen(text) > LONGEST_BYTES)
    return text;
  struct strbuf out;
  strbuf_init(&out);
  for (; *text; text++)
    if (*text == '-')
      strbuf_add(&out, hyphen);
    else if (*text == ' ')
      strbuf_add(&out, space);
    else
      strbuf_add_char(&out, *text);
  const char *kept = arena_dup(report->document->arena, out.text);
  strbuf_release(&out);
  return kept;
}

const char *report_add_until(const struct report *report, struct block *block,
                             const char *sentence) {
  const char *end = strstr(sentence, "%s");
  const char *part =
      end ? report_format(report, "%.*s", (int)(end - sentence), sentence) : sentence;
  document_run(report->document, block, RUN_PLAIN, part);
  return end ? end + strlen("%s") : "";
}

const char *report_profile(const struct report *report, const char *id) {
  const struct question *question = checklist_question(report->checklist, id);
  const char *value = session_value(report->session, id);
  if (!question || !value || strcmp(value, "unknown") == 0 || strcmp(value, "n/a") == 0)
    return NULL;
  return report_answer(report, question);
}

const char *report_place(const struct report *report) {
  const char *name = report_profile(report, "profile.name");
  const char *state = report_profile(report, "profile.state");
  if (!name)
    name = _("[name of the place]");
  return state ? report_format(report, P_("place, state", "%s, %s"), name, state) : name;
}

struct report report_begin(const char *name, const struct assessment *assessment,
                           const struct report_options *options) {
  struct document *document = document_new(name, language_tag(options->language));
  struct report report = {document, assessment, assessment->checklist, assessment->session,
                          options};
  char date[11];
  clock_format_date(clock_now(), date);
  document->date = arena_dup(document->arena, date);
  char *place = text_title(report_place(&report));
  document->place = arena_dup(document->arena, place);
  free(place);
  document->right_to_left = language_is_right_to_left(options->language);
  return report;
}

const char *report_question(const struct report *report, const struct question *question) {
  const char *ask = language_checklist_text(question->ask);
  return question->number ? report_format(report, "%zu. %s", question->number, ask) : ask;
}

const char *report_answer(const struct report *report, const struct question *question) {
  struct strbuf text;
  strbuf_init(&text);
  answer_format(question, session_value(report->session, question->id), &text);
  const char *kept = arena_dup(report->document->arena, text.text);
  strbuf_release(&text);
  return kept;
}

void report_add_not_advice(const struct report *report) {
  struct block *note = document_add(report->document, NULL, BLOCK_NOTE);
  document_labelled(report->document, note, _("This is not legal advice."),
                    _("It is made from a group's own answers. Laws change and differ from state to "
                      "state: before you act on it, have a lawyer who knows local law read it."));
}

void report_add_hidden(const struct report *report) {
  struct strbuf text;
  strbuf_init(&text);
  if (assess_tell_hidden(report->assessment, &text))
    document_paragraph(report->document, NULL, text.text);
  strbuf_release(&text);
}

void report_add_head(const struct report *report) {
  struct document *document = report->document;
  const struct checklist *checklist = report->checklist;
  struct block *list = report_add_list(report, NULL);
  report_add_item(report, list, _("Date:"), document->date);
  report_add_item(report, list, _("Checklist:"),
                  report_format(report, _("%s, edition %s"),
                                language_checklist_text(checklist->title), checklist->edition));
  const char *edition = session_checklist_edition(report->session);
  if (edition && strcmp(edition, checklist->edition) != 0)
    report_add_item(report, list, _("Answers from:"),
                    report_format(report, _("edition %s of the checklist"), edition));
  report_add_not_advice(report);
}

void report_add_title(const struct report *report, const char *title) {
  struct document *document = report->document;
  document->title = title;
  document_run(document, document_add(document, NULL, BLOCK_TITLE), RUN_PLAIN, title);
  document_run(document, document_add(document, NULL, BLOCK_SUBTITLE), RUN_PLAIN, document->place);
  report_add_head(report);
}

struct block *report_add_list(const struct report *report, struct block *parent) {
  struct block *list = document_add(report->document, parent, BLOCK_LIST);
  list->tight = true;
  return list;
}

struct block *report_add_item(const struct report *report, struct block *list, const char *label,
                              const char *text) {
  struct block *item = document_add(report->document, list, BLOCK_ITEM);
  if (label)
    document_labelled(report->document, item, label, text);
  else
    document_paragraph(report->document, item, text);
  return item;
}

/* --- state law and references --- */

static void add_modes(const struct report *report, struct block *head, const struct state *state) {
  for (size_t i = 0; state_modes[i]; i++)
    if (state_has_mode(state, state_modes[i]))
      document_run(report->document, head, RUN_PLAIN,
                   report_format(report, " %s", state_mode_sentence(state_modes[i])));
}

static void add_dated(const struct report *report, struct block *list, const char *label,
                      const char *text) {
  if (text)
    report_add_item(report, list, label, language_checklist_text(text));
}

static void add_known_state(const struct report *report, const struct state *state) {
  struct block *note = document_add(report->document, NULL, BLOCK_NOTE);
  add_modes(
      report,
      document_labelled(report->document, note, _("State law:"),
                        report_format(report, _("%s."), language_checklist_text(state->name))),
      state);
  if (!state->citation && !state->touches && !state->as_of)
    return;
  struct block *list = report_add_list(report, note);
  if (state->citation)
    report_add_item(report, list, _("Law:"),
                    state->year ? report_join(report, state->citation, state->year)
                                : state->citation);
  add_dated(report, list, _("In short:"), state->touches);
  add_dated(report, list, _("As of:"), state->as_of);
  if (state->confidence != CONFIDENCE_HIGH)
    report_add_item(report, list, _("How sure this is:"), _("not known: ask counsel"));
}

void report_add_state_law(const struct report *report) {
  if (report->assessment->state) {
    add_known_state(report, report->assessment->state);
    return;
  }
  if (report->checklist->state_count == 0)
    return;
  struct block *note = document_add(report->document, NULL, BLOCK_NOTE);
  document_labelled(report->document, note, _("State law:"),
                    _("Nothing is known here of what state law says. Ask counsel, or a statewide "
                      "civil liberties group, before anything is adopted."));
}

/* --- numbers --- */

const char *report_ranges(const struct report *report, const size_t *numbers, size_t count) {
  const char *joined = NULL;
  for (size_t i = 0, end; i < count; i = end) {
    end = i + 1;
    while (end < count && numbers[end] == numbers[end - 1] + 1)
      end++;
    size_t last = numbers[end - 1];
    joined = report_join(
        report, joined,
        end - i > 2
            ? report_unbroken(report, report_format(report, _("%zu to %zu"), numbers[i], last))
            : report_format(report, "%zu", numbers[i]));
    if (end - i == 2)
      joined = report_join(report, joined, report_format(report, "%zu", last));
  }
  return joined ? report_unbroken(report, joined) : NULL;
}

/* --- what the profile lacks --- */

/* Missing or not known. */
static bool lacks(const struct report *report, const struct question *question) {
  const char *value = session_value(report->session, question->id);
  return question_is_profile(question) && assess_question_relevant(report->assessment, question) &&
         (value ? !strcmp(value, "unknown") : question->required);
}

bool report_add_profile(const struct report *report, int level) {
  struct block *list = NULL;
  for (size_t i = 0; i < report->checklist->question_count; i++) {
    const struct question *question = report->checklist->questions[i];
    if (!lacks(report, question))
      continue;
    if (!list) {
      document_heading(report->document, level, NULL, _("About the place"));
      list = report_add_list(report, NULL);
    }
    report_add_item(report, list, NULL, language_checklist_text(question->ask));
  }
  return list;
}
