/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ordinance-why.h"

#include "base/arena.h"
#include "base/language.h"
#include "checklist/checklist.h"
#include "report/ordinance-draft.h"
#include "report/report-parts.h"
#include "session/session.h"

/* --- the answers --- */

static const struct law_section *find_reason(const struct law_section *sections, size_t count,
                                             const struct question *question) {
  for (size_t i = 0; i < count; i++)
    if (sections[i].recommendation &&
        recommendation_has_reason(sections[i].recommendation, question))
      return &sections[i];
  return NULL;
}

/* The first section or paragraph that a question called for: there its answer is told in full. */
static const struct law_section *first_place(const struct law *law,
                                             const struct question *question) {
  const struct law_section *found = find_reason(law->sections, law->section_count, question);
  for (size_t i = 0; !found && i < law->text_count; i++)
    found = find_reason(law->texts[i].paragraphs, law->texts[i].paragraph_count, question);
  return found;
}

static void add_in_full(const struct report *report, const struct question *question) {
  struct block *ask = document_add(report->document, NULL, BLOCK_PARAGRAPH);
  document_run(report->document, ask, RUN_STRONG, report_question(report, question));
  ask->keep_with_next = true;
  report_add_record(report, report_add_list(report, NULL), question);
}

/* A question with nothing recorded but its answer takes one line, and so does one that is told in
 * full elsewhere. */
static void add_line(const struct report *report, struct block **list,
                     const struct question *question, const struct law_section *place) {
  if (!*list)
    *list = report_add_list(report, NULL);
  const char *answer = report_unbroken(report, report_answer(report, question));
  struct block *item = report_add_item(
      report, *list, NULL,
      place
          ? report_format(report, _("Question %zu. Answer: %s."), question->number, answer)
          : report_format(report, _("%s Answer: %s."), report_question(report, question), answer));
  if (!place)
    return;
  document_run(report->document, item->first, RUN_PLAIN, " ");
  const char *rest = report_add_until(report, item->first, _("More under %s."));
  document_link(report->document, item->first, place->label,
                report_format(report, "#why-%s", place->anchor));
  report_add_until(report, item->first, rest);
}

static bool has_more(const struct report *report, const struct question *question) {
  const struct answer *answer = session_answer(report->session, question->id);
  return answer && (answer->words || report_has_remarks(report, answer) ||
                    session_look_again(report->session, question));
}

static void add_reasons(const struct law *law, const struct recommendation *recommendation) {
  const struct report *report = law->report;
  struct block *list = NULL;
  for (size_t i = 0; i < report->checklist->question_count; i++) {
    const struct question *question = report->checklist->questions[i];
    if (!recommendation_has_reason(recommendation, question))
      continue;
    const struct law_section *place = first_place(law, question);
    bool is_here = !place || place->recommendation == recommendation;
    if (!has_more(report, question) || !is_here) {
      add_line(report, &list, question, is_here || !has_more(report, question) ? NULL : place);
      continue;
    }
    list = NULL;
    add_in_full(report, question);
  }
}

static void add_sentence(const struct report *report, const char *sentence, bool keep) {
  document_paragraph(report->document, NULL, sentence)->keep_with_next = keep;
}

static void add_standing(const struct law *law, const struct recommendation *recommendation) {
  const struct report *report = law->report;
  const struct provision *provision = recommendation->provision;
  bool reasons = recommendation->reason_count > 0;
  if (provision->always)
    add_sentence(report,
                 _("This stands in every draft, whatever the answers: it belongs to the form of "
                   "such a text, or the rest relies on it."),
                 reasons);
  else if (law->form == LAW_SHORT && provision->alternative)
    add_sentence(report,
                 _("This is the one rule that the short form is made of. It takes the place of the "
                   "sections that the long form adds, which are named below with the questions "
                   "that call for them."),
                 reasons);
  else if (law->form == LAW_SHORT && recommendation->advice == ADVICE_NONE)
    add_sentence(report, _("This stands in every short form, beside the one rule."), reasons);
  else
    document_labelled(report->document, NULL, _("Advice:"), advice_name(recommendation->advice))
        ->keep_with_next = reasons;
  if (recommendation->replaces_barred)
    add_sentence(report, _("It takes the place of a section that state law may bar."), reasons);
  if (recommendation->replaces_elsewhere)
    add_sentence(report, _("It takes the place of a section that is not in this body's power."),
                 reasons);
}

/* --- state law --- */

static bool calls_for(const struct criterion *page, const struct provision *provision) {
  for (size_t i = 0; i < page->question_count; i++)
    if (string_list_has(page->questions[i].calls_for, provision->id))
      return true;
  return false;
}

/* The first section or paragraph that the questions of a page call for: there its floor is told. */
static const struct law_section *floor_place(const struct law *law, const struct criterion *page) {
  for (size_t i = 0; i < law->section_count; i++)
    if (law->sections[i].recommendation &&
        calls_for(page, law->sections[i].recommendation->provision))
      return &law->sections[i];
  for (size_t i = 0; i < law->text_count; i++)
    for (size_t j = 0; j < law->texts[i].paragraph_count; j++)
      if (calls_for(page, law->texts[i].paragraphs[j].recommendation->provision))
        return &law->texts[i].paragraphs[j];
  return NULL;
}

static void add_floor(const struct report *report, const struct floor *floor) {
  const char *text = language_checklist_text(floor->text);
  document_labelled(report->document, NULL, _("What state law sets already:"),
                    floor->citation ? report_format(report, "%s (%s)", text, floor->citation)
                                    : text);
}

/* The sections that tell a floor; each is named once. */
struct floor_places {
  const struct law_section **items;
  size_t count;
};

static void add_floor_place(struct floor_places *places, const struct law_section *place) {
  for (size_t i = 0; i < places->count; i++)
    if (places->items[i] == place)
      return;
  places->items[places->count++] = place;
}

static void add_same_floors(const struct report *report, const struct floor_places *places) {
  if (places->count == 0)
    return;
  struct block *paragraph =
      document_labelled(report->document, NULL, _("What state law sets already:"), NULL);
  document_run(report->document, paragraph, RUN_PLAIN, " ");
  const char *rest = report_add_until(report, paragraph, _("the same as under %s."));
  for (size_t i = 0; i < places->count; i++) {
    document_run(report->document, paragraph, RUN_PLAIN, i ? ", " : "");
    document_link(report->document, paragraph, places->items[i]->label,
                  report_format(report, "#why-%s", places->items[i]->anchor));
  }
  report_add_until(report, paragraph, rest);
}

/* The floors of the pages whose questions call for a provision. */
static void add_floors(const struct law *law, const struct recommendation *recommendation) {
  const struct report *report = law->report;
  const struct checklist *checklist = report->checklist;
  struct floor_places same = {
      arena_alloc(report->document->arena, (checklist->criterion_count + 1) * sizeof(void *)), 0};
  for (size_t i = 0; i < checklist->criterion_count; i++) {
    const struct criterion *page = checklist->criteria[i];
    const struct floor *floor = state_floor(report->assessment->state, page);
    if (!floor || !calls_for(page, recommendation->provision))
      continue;
    const struct law_section *place = floor_place(law, page);
    if (place && place->recommendation != recommendation)
      add_floor_place(&same, place);
    else
      add_floor(report, floor);
  }
  add_same_floors(report, &same);
}

static const char *state_law(const struct report *report) {
  const struct state *state = report->assessment->state;
  if (state_has_mode(state, "bans-limits") || state_has_mode(state, "mandates-help"))
    return _("it may bar a part of this or all of it, or command the opposite: ask counsel.");
  if (state_has_mode(state, "requires-limits"))
    return _("it requires some limits already. A part below that names one may repeat it or go "
             "further: compare the two. For the others, ask counsel what the floor is.");
  if (state_has_mode(state, "partial"))
    return _("it touches only some of this: ask counsel which.");
  return _("what it says of the parts below is not known: ask counsel.");
}

void why_add_state_law(const struct report *report) {
  if (report->checklist->state_count)
    document_labelled(report->document, NULL, _("State law:"), state_law(report));
}

void why_add(const struct law *law, const struct recommendation *recommendation) {
  add_standing(law, recommendation);
  add_reasons(law, recommendation);
  add_floors(law, recommendation);
}

/* --- where it is law already --- */

static bool is_other(const struct reference *reference) {
  return !reference_is_law(reference) && !reference_is_case(reference);
}

static void add_kind(const struct report *report, const char *label, const char *const *ids,
                     bool (*belongs)(const struct reference *)) {
  struct block *paragraph = NULL;
  for (; *ids; ids++) {
    const struct reference *reference = checklist_reference(report->checklist, *ids);
    if (!reference || !belongs(reference))
      continue;
    if (!paragraph)
      paragraph = document_labelled(report->document, NULL, label, NULL);
    report_add_precedent(report, paragraph, reference);
  }
}

static void add_carve_out(const struct report *report, struct block *list,
                          const struct carve_out *carve_out) {
  struct block *item =
      report_add_item(report, list, NULL, language_checklist_text(carve_out->text));
  item->first->keep_with_next = true;
  struct block *cost = document_labelled(report->document, item, _("What it gives up:"),
                                         language_checklist_text(carve_out->gives_up));
  struct block *found = NULL;
  for (string_list id = carve_out->references; *id; id++) {
    const struct reference *reference = checklist_reference(report->checklist, *id);
    if (!reference)
      continue;
    if (!found) {
      cost->keep_with_next = true;
      found = document_labelled(report->document, item, _("It stands in:"), NULL);
    }
    document_run(report->document, found, RUN_PLAIN, found->runs->next ? "; " : " ");
    document_link(report->document, found, language_checklist_text(reference->title),
                  report_format(report, "#source-%s", reference->id));
  }
}

static void add_carve_outs(const struct report *report, const struct provision *provision) {
  if (provision->carve_out_count == 0)
    return;
  document_labelled(report->document, NULL,
                    _("Exceptions that laws elsewhere have, and this text does not:"), NULL)
      ->keep_with_next = true;
  struct block *list = document_add(report->document, NULL, BLOCK_LIST);
  for (size_t i = 0; i < provision->carve_out_count; i++)
    add_carve_out(report, list, &provision->carve_outs[i]);
}

void why_add_background(const struct report *report, const struct provision *provision) {
  add_kind(report, _("Laws that have this already:"), provision->precedents, reference_is_law);
  add_kind(report, _("Court decisions:"), provision->precedents, reference_is_case);
  add_kind(report, _("Reports and studies:"), provision->precedents, is_other);
  add_carve_outs(report, provision);
  document_labelled_prose(report->document, NULL, _("Drafting notes:"),
                          language_checklist_text(provision->notes));
}
