/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "assess/assess.h"
#include "base/language.h"
#include "base/memory.h"
#include "checklist/checklist.h"
#include "guide/cards.h"
#include "plain/plain-internal.h"

/* --- the picture -------------------------------------------------------------------------------*/

static bool is_shown(const struct assessment *assessment, const struct section *section) {
  return (section->kind == SECTION_CRITERIA || section->kind == SECTION_FURTHER) &&
         assess_section_relevant(assessment, section);
}

static void say_criterion(struct plain *plain, const struct criterion_result *result) {
  const char *title = language_checklist_text(result->criterion->title);
  struct strbuf line;
  strbuf_init(&line);
  strbuf_addf(&line, P_("result and title", "%s. %s."), result_name(result->result), title);
  if (result->counts.unknown)
    strbuf_addf(&line, _(" To find out: %zu."), result->counts.unknown);
  if (result->counts.unanswered)
    strbuf_addf(&line, _(" Not answered: %zu."), result->counts.unanswered);
  if (result->instrument)
    strbuf_addf(&line, _(" Strongest kind of rule: %s."), _(result->instrument->label));
  plain_say(plain, line.text);
  strbuf_release(&line);
}

static void say_section(struct plain *plain, const struct assessment *assessment,
                        const struct section *section) {
  plain_sayf(plain, "\n%s", language_checklist_text(section->title));
  for (size_t i = 0; i < section->criterion_count; i++)
    say_criterion(plain, assess_criterion(assessment, &section->criteria[i]));
}

static void say_hidden(struct plain *plain, const struct assessment *assessment) {
  struct strbuf text;
  strbuf_init(&text);
  if (assess_tell_hidden(assessment, &text))
    plain_sayf(plain, "\n%s", text.text);
  strbuf_release(&text);
}

static void say_picture(struct plain *plain, const struct assessment *assessment) {
  plain_sayf(plain, _("\nResults for %s. %s."), guide_place_name(plain->guide),
             guide_progress_text(plain->guide));
  plain_sayf(plain, P_("band and its sentence", "%s. %s"), band_name(assessment->band),
             band_sentence(assessment->band));
  plain_sayf(plain, _("Criteria met: %zu. Partly met: %zu. Not met: %zu. Still open: %zu."),
             assessment->met, assessment->partly, assessment->not_met, assessment->open_criteria);
  for (size_t i = 0; i < assessment->checklist->section_count; i++)
    if (is_shown(assessment, &assessment->checklist->sections[i]))
      say_section(plain, assessment, &assessment->checklist->sections[i]);
  say_hidden(plain, assessment);
}

/* --- what is recommended -----------------------------------------------------------------------*/

/* In the order of what to do first; as many as there are provisions. Owned by the caller. */
static const struct recommendation **sorted(const struct assessment *assessment, size_t *count) {
  static const enum advice order[] = {ADVICE_ADOPT,    ADVICE_FIND_OUT, ADVICE_CODIFY,
                                      ADVICE_IN_PLACE, ADVICE_BARRED,   ADVICE_ELSEWHERE};
  const struct recommendation **list =
      memory_new_zeroed(assessment->recommendation_count + 1, sizeof *list);
  *count = 0;
  for (size_t a = 0; a < sizeof order / sizeof *order; a++)
    for (size_t i = 0; i < assessment->recommendation_count; i++)
      if (assessment->recommendations[i].advice == order[a])
        list[(*count)++] = &assessment->recommendations[i];
  return list;
}

static void say_reasons(struct plain *plain, const struct recommendation *recommendation) {
  for (size_t i = 0; i < recommendation->reason_count; i++) {
    const struct reason *reason = &recommendation->reasons[i];
    plain_sayf(plain, _("Because of question %zu (%s): %s"), reason->question->number,
               verdict_name(reason->verdict), language_checklist_text(reason->question->ask));
  }
}

static void say_precedents(struct plain *plain, const struct provision *provision) {
  struct strbuf cards;
  strbuf_init(&cards);
  for (string_list id = provision->precedents; *id; id++) {
    const struct reference *reference = checklist_reference(guide_checklist(plain->guide), *id);
    if (reference)
      card_add_reference(&cards, reference);
  }
  if (cards.length)
    plain_sayf(plain, _("\nWho has this already:\n%s"), cards.text);
  strbuf_release(&cards);
}

static void say_provision(struct plain *plain, const struct recommendation *recommendation) {
  const struct provision *provision = recommendation->provision;
  char *text = guide_provision_text(plain->guide, provision);
  plain_sayf(plain, P_("advice and heading", "\n%s: %s"), advice_name(recommendation->advice),
             provision->heading);
  say_reasons(plain, recommendation);
  plain_say_labelled(plain, _("In plain words"), provision->plain);
  plain_sayf(plain, _("The text of the law:\n%s"), text);
  free(text);
  plain_say_labelled(plain, _("Drafting notes"), provision->notes);
  say_precedents(plain, provision);
}

static int choose_provision(struct plain *plain, const struct recommendation **list, size_t count) {
  char **labels = memory_new_zeroed(count + 1, sizeof *labels);
  for (size_t i = 0; i < count; i++) {
    struct strbuf label;
    strbuf_init(&label);
    strbuf_addf(&label, P_("advice and provision", "%s: %s"), advice_name(list[i]->advice),
                list[i]->provision->heading);
    labels[i] = strbuf_take(&label);
  }
  plain_say(plain, _("\nRecommended rules. Choose one to read it with the reasons."));
  int chosen = plain_choose(plain, (const char *const *)labels, count, -1);
  for (size_t i = 0; i < count; i++)
    free(labels[i]);
  free(labels);
  return chosen;
}

static void read_provisions(struct plain *plain, const struct assessment *assessment) {
  size_t count;
  int chosen;
  const struct recommendation **list = sorted(assessment, &count);
  if (count == 0)
    plain_say(plain, _("\nNo rule is recommended yet."));
  while (count && (chosen = choose_provision(plain, list, count)) >= 0)
    say_provision(plain, list[chosen]);
  free(list);
}

/* --- what is open ------------------------------------------------------------------------------*/

static void say_places(struct plain *plain, const struct place *places, size_t count) {
  for (size_t i = 0; i < count; i++)
    plain_say_labelled(plain, _("Where to look"), places[i].text);
}

static void say_open_question(struct plain *plain, const struct assessment *assessment,
                              const struct question *question) {
  plain_sayf(plain, P_("number, state and question", "%zu. %s. %s"), question->number,
             verdict_name(assess_question(assessment, question)->verdict),
             language_checklist_text(question->ask));
  say_places(plain, question->where_to_look, question->place_count);
}

/* By pages, for what is to be looked through is often the same for a whole page. */
static void say_open(struct plain *plain, const struct assessment *assessment) {
  plain_say(plain, _("\nWhat is still to be found out"));
  if (assessment->open_count == 0)
    plain_say(plain, _("Nothing: every question is answered."));
  for (size_t i = 0; i < assessment->open_count; i++) {
    const struct question *question = assessment->open[i].question;
    const struct criterion *page = question->criterion;
    bool ends_page =
        i + 1 == assessment->open_count || assessment->open[i + 1].question->criterion != page;
    say_open_question(plain, assessment, question);
    if (ends_page)
      say_places(plain, page->where_to_look, page->place_count);
  }
}

void plain_results(struct plain *plain) {
  struct error err = ERROR_INIT;
  const struct assessment *assessment = guide_full_assessment(plain->guide, &err);
  plain->show = true;
  if (!assessment) {
    plain_say_error(plain, &err);
    return;
  }
  say_picture(plain, assessment);
  say_open(plain, assessment);
  read_provisions(plain, assessment);
}
