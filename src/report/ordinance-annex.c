/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ordinance-annex.h"

#include "base/language.h"
#include "checklist/checklist.h"
#include "report/ordinance-draft.h"
#include "report/ordinance-print.h"
#include "report/report-parts.h"
#include "session/session.h"

static void add_prose(const struct report *report, const char *label, const char *text) {
  document_labelled_prose(report->document, NULL, label, language_checklist_text(text));
}

/* A question with nothing recorded takes one line. */
static void add_unanswered(const struct report *report, struct block **list,
                           const struct question *question) {
  if (!*list)
    *list = report_add_list(report, NULL);
  report_add_item(report, *list, NULL,
                  report_format(report, "%s (%s)", report_question(report, question),
                                report_answer(report, question)));
}

static void add_reasons(const struct report *report, const struct recommendation *recommendation) {
  struct block *unanswered = NULL;
  for (size_t i = 0; i < recommendation->reason_count; i++) {
    const struct question *question = recommendation->reasons[i].question;
    if (!session_answer(report->session, question->id)) {
      add_unanswered(report, &unanswered, question);
      continue;
    }
    unanswered = NULL;
    struct block *ask = document_add(report->document, NULL, BLOCK_PARAGRAPH);
    document_run(report->document, ask, RUN_STRONG, report_question(report, question));
    ask->keep_with_next = true;
    report_add_record(report, report_add_list(report, NULL), question);
  }
}

/* Where the state requires limits already, its law is the floor. */
static void add_floor(const struct report *report) {
  const struct state *state = report->assessment->state;
  if (!state || !state->citation || !string_list_has(state->modes, "requires-limits"))
    return;
  document_labelled(report->document, NULL, _("State law:"),
                    report_format(report,
                                  _("%s already requires some of what this checklist asks for "
                                    "(%s). Take it as the floor."),
                                  language_checklist_text(state->name), state->citation));
}

static void add_why(const struct report *report, const struct recommendation *recommendation) {
  document_labelled(report->document, NULL, _("Advice:"), advice_name(recommendation->advice))
      ->keep_with_next = recommendation->reason_count > 0;
  if (recommendation->replaces_barred)
    document_paragraph(report->document, NULL,
                       _("It takes the place of a section that state law may bar."))
        ->keep_with_next = true;
  if (recommendation->replaces_elsewhere)
    document_paragraph(report->document, NULL,
                       _("It takes the place of a section that is not in this body's power."))
        ->keep_with_next = true;
  add_reasons(report, recommendation);
  add_floor(report);
}

static void add_covers(const struct report *report, const struct provision *provision) {
  const char *joined = NULL;
  for (string_list cover = provision->covers; *cover; cover++)
    joined = report_join(report, joined, *cover);
  if (joined)
    document_labelled(report->document, NULL, _("Best practices:"), joined);
}

static void add_references(const struct report *report, const char *label, string_list ids) {
  struct block *list = NULL;
  for (; *ids; ids++) {
    const struct reference *reference = checklist_reference(report->checklist, *ids);
    if (!reference)
      continue;
    if (!list) {
      document_labelled(report->document, NULL, label, NULL)->keep_with_next = true;
      list = report_add_list(report, NULL);
    }
    report_add_precedent(report, list, reference);
  }
}

static void add_background(const struct report *report, const struct provision *provision) {
  add_prose(report, _("Drafting notes:"), provision->notes);
  add_references(report, _("Precedents:"), provision->precedents);
}

/* --- section by section --- */

static void add_section(const struct report *report, const struct law_section *section) {
  const struct provision *provision = section->recommendation->provision;
  document_heading(report->document, 3,
                   section->number ? report_format(report, "%s.", section->label) : NULL,
                   section->heading);
  add_prose(report, _("In plain words:"), provision->plain);
  if (provision->always)
    document_paragraph(report->document, NULL, _("This stands in every draft."));
  else
    add_why(report, section->recommendation);
  add_covers(report, provision);
  add_background(report, provision);
}

static void add_sections(const struct law *law) {
  document_heading(law->report->document, 2, NULL, _("Why each section is there"));
  for (size_t i = 0; i < law->section_count; i++)
    if (law->sections[i].recommendation)
      add_section(law->report, &law->sections[i]);
  for (size_t i = 0; i < law->text_count; i++)
    for (size_t j = 0; j < law->texts[i].paragraph_count; j++)
      add_section(law->report, &law->texts[i].paragraphs[j]);
}

/* --- what is not in the draft --- */

static void add_provision_head(const struct report *report, const struct provision *provision) {
  document_heading(report->document, 3, NULL, provision->heading);
  add_prose(report, _("In plain words:"), provision->plain);
}

static void add_alternative(const struct law *law, const struct recommendation *recommendation) {
  const struct report *report = law->report;
  const struct provision *provision = recommendation->provision;
  add_provision_head(report, provision);
  document_labelled(report->document, NULL, _("The text, beside the definitions of the draft:"),
                    NULL)
      ->keep_with_next = true;
  const struct language *before = language_use(law->language);
  law_print_alternative(law, provision);
  language_use(before);
  add_covers(report, provision);
  add_background(report, provision);
}

static void add_withheld(const struct law *law, const struct recommendation *recommendation) {
  const struct report *report = law->report;
  const struct provision *provision = recommendation->provision;
  add_provision_head(report, provision);
  const char *joined = NULL;
  for (string_list id = provision->instead; *id; id++) {
    const struct provision *other = checklist_provision(report->checklist, *id);
    const struct law_section *section = other ? law_section(law, other) : NULL;
    if (section)
      joined = report_join(report, joined,
                           report_format(report, "%s (%s)", section->label, section->heading));
  }
  document_labelled(report->document, NULL, _("In its place:"),
                    joined ? joined : _("nothing in this draft."));
}

static bool is_alternative(const struct recommendation *item) {
  return item->provision->alternative && !advice_is_withheld(item->advice);
}

static bool is_barred(const struct recommendation *item) {
  return item->advice == ADVICE_BARRED;
}

static bool is_elsewhere(const struct recommendation *item) {
  return item->advice == ADVICE_ELSEWHERE;
}

static void add_group(const struct law *law, const char *heading, const char *sentence,
                      bool (*belongs)(const struct recommendation *),
                      void (*add)(const struct law *, const struct recommendation *)) {
  const struct assessment *assessment = law->report->assessment;
  bool begun = false;
  for (size_t i = 0; i < assessment->recommendation_count; i++) {
    if (!belongs(&assessment->recommendations[i]))
      continue;
    if (!begun) {
      document_heading(law->report->document, 2, NULL, heading);
      document_paragraph(law->report->document, NULL, sentence);
    }
    begun = true;
    add(law, &assessment->recommendations[i]);
  }
}

/* --- sources --- */

static bool is_precedent(const struct law *law, const char *id) {
  const struct assessment *assessment = law->report->assessment;
  for (size_t i = 0; i < assessment->recommendation_count; i++) {
    const struct recommendation *item = &assessment->recommendations[i];
    if ((law_section(law, item->provision) || is_alternative(item)) &&
        string_list_has(item->provision->precedents, id))
      return true;
  }
  return false;
}

static bool supports_finding(const struct law *law, const char *id) {
  const struct checklist *checklist = law->report->checklist;
  for (size_t i = 0; law->section_count && i < checklist->finding_count; i++)
    if (law_has_finding(law, &checklist->findings[i]) &&
        string_list_has(checklist->findings[i].references, id))
      return true;
  return false;
}

static void add_sources(const struct law *law) {
  const struct checklist *checklist = law->report->checklist;
  struct block *list = NULL;
  for (size_t i = 0; i < checklist->reference_count; i++) {
    const struct reference *reference = &checklist->references[i];
    if (!is_precedent(law, reference->id) && !supports_finding(law, reference->id))
      continue;
    if (!list) {
      document_heading(law->report->document, 2, NULL, _("Sources of the findings and precedents"));
      list = report_add_list(law->report, NULL);
    }
    report_add_reference(law->report, list, reference);
  }
}

void annex_add(const struct law *law) {
  struct document *document = law->report->document;
  document_heading(document, 1, NULL, _("Annex: not part of the law"));
  document_paragraph(document, NULL,
                     _("This annex says where the sections come from. It is meant for those who "
                       "work on the draft, and is taken off before it is adopted."));
  if (law->section_count || law->text_count)
    add_sections(law);
  add_group(law, _("An alternative"),
            _("This can be used in place of the sections above that it covers, not beside them."),
            is_alternative, add_alternative);
  add_group(law, _("Left out: state law may bar it"),
            _("State law may bar these; ask counsel. They are not in the draft."), is_barred,
            add_withheld);
  add_group(law, _("Left out: not in this body's power"),
            _("Another body or official decides these here. They are not in the draft."),
            is_elsewhere, add_withheld);
  annex_add_questions(law);
  add_sources(law);
  report_add_not_advice(law->report);
}
