/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ordinance-annex.h"

#include <string.h>

#include "base/language.h"
#include "checklist/checklist.h"
#include "report/ordinance-draft.h"
#include "report/ordinance-print.h"
#include "report/ordinance-why.h"
#include "report/report-parts.h"

/* A heading that links to what it explains. */
static void add_heading(const struct report *report, const char *number, const char *text,
                        const char *anchor) {
  struct block *heading = document_heading(report->document, 3, number, NULL);
  heading->anchor = report_format(report, "why-%s", anchor);
  document_link(report->document, heading, text, report_format(report, "#%s", anchor));
}

static void add_plain(const struct report *report, const struct provision *provision) {
  document_labelled_prose(report->document, NULL, _("In plain words:"),
                          language_checklist_text(provision->plain));
  report->document->root->last->keep_with_next = true;
}

/* --- section by section --- */

static void add_provision(const struct law *law, const struct law_section *section) {
  const struct provision *provision = section->recommendation->provision;
  add_plain(law->report, provision);
  why_add(law, section->recommendation);
  why_add_background(law->report, provision);
}

static void add_part(const struct law *law, const struct law_section *section) {
  const struct report *report = law->report;
  document_paragraph(report->document, NULL,
                     section->part->kind == PART_FINDINGS
                         ? _("The findings follow from the sections that they support.")
                     : section->part->kind == PART_DEFINITIONS
                         ? _("A word is defined where the draft uses it.")
                         : _("This stands in every draft: it is part of the form of an ordinance, "
                             "and no answer called for it."))
      ->keep_with_next = section->part->kind != PART_TEXT;
  if (section->part->kind == PART_FINDINGS)
    annex_add_findings(law, section);
  if (section->part->kind == PART_DEFINITIONS)
    annex_add_definitions(law, &(struct annex_definitions){section_name(section), "definition-",
                                                           law->definitions, law->sections,
                                                           law->section_count});
}

static void add_section(const struct law *law, const struct law_section *section) {
  const struct report *report = law->report;
  const char *heading = section->heading ? section->heading : section->part->id;
  add_heading(report, section->label ? report_format(report, "%s.", section->label) : NULL, heading,
              section->anchor);
  if (section->recommendation)
    add_provision(law, section);
  else
    add_part(law, section);
}

static void add_sections(const struct law *law) {
  if (law->section_count == 0)
    return;
  document_heading(law->report->document, 2, NULL, _("Why each section is there"));
  for (size_t i = 0; i < law->section_count; i++)
    add_section(law, &law->sections[i]);
}

/* --- texts of their own --- */

static void add_text(const struct law *law, const struct law_text *text) {
  const struct report *report = law->report;
  struct block *heading = document_heading(report->document, 2, NULL, NULL);
  heading->anchor = report_format(report, "why-%s", text->anchor);
  const char *rest = report_add_until(report, heading, _("Why this is asked for: %s"));
  document_link(report->document, heading, text->title, report_format(report, "#%s", text->anchor));
  report_add_until(report, heading, rest);
  document_paragraph(report->document, NULL,
                     _("The opening and closing words are the form of such a text; no answer "
                       "called for them."));
  for (size_t i = 0; i < text->paragraph_count; i++) {
    const struct law_section *paragraph = &text->paragraphs[i];
    add_heading(report, report_format(report, "%zu.", paragraph->number), paragraph->heading,
                paragraph->anchor);
    add_provision(law, paragraph);
  }
  annex_add_definitions(
      law, &(struct annex_definitions){NULL, report_format(report, "%s-definition-", text->anchor),
                                       text->definitions, text->paragraphs, text->paragraph_count});
}

/* --- what is not in the draft --- */

static void add_provision_head(const struct report *report, const struct provision *provision) {
  document_heading(report->document, 3, NULL, provision->heading)->anchor =
      report_format(report, "without-%s", provision->id);
  add_plain(report, provision);
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
  why_add_background(report, provision);
}

static void add_withheld(const struct law *law, const struct recommendation *recommendation) {
  const struct report *report = law->report;
  const struct provision *provision = recommendation->provision;
  add_provision_head(report, provision);
  struct block *instead = document_labelled(report->document, NULL, _("In its place:"), NULL);
  size_t count = 0;
  for (string_list id = provision->instead; *id; id++) {
    const struct provision *other = checklist_provision(report->checklist, *id);
    const struct law_section *section = other ? law_section(law, other) : NULL;
    if (!section)
      continue;
    document_run(report->document, instead, RUN_PLAIN, count++ ? "; " : " ");
    document_link(report->document, instead,
                  report_format(report, "%s (%s)", section->label, section->heading),
                  report_format(report, "#%s", section->anchor));
  }
  if (count == 0) {
    document_run(report->document, instead, RUN_PLAIN, " ");
    document_run(report->document, instead, RUN_PLAIN, _("nothing in this draft."));
  }
}

/* What the short form gives up, with the questions that call for it. */
static void add_given_up(const struct law *law, const struct recommendation *recommendation) {
  const struct report *report = law->report;
  add_provision_head(report, recommendation->provision);
  const char *questions = recommendation_questions(report, recommendation);
  if (questions)
    document_labelled(report->document, NULL, _("Called for by the answers to questions:"),
                      questions);
}

static bool is_separate(const struct provision *provision) {
  return provision->instrument && strcmp(provision->instrument, "ordinance") != 0;
}

static bool is_alternative(const struct law *law, const struct recommendation *item) {
  return law->form == LAW_FULL && item->provision->alternative && !advice_is_withheld(item->advice);
}

static bool is_given_up(const struct law *law, const struct recommendation *item) {
  return law->form == LAW_SHORT && recommendation_is_wanted(item) &&
         !is_separate(item->provision) && !item->provision->alternative &&
         !law_section(law, item->provision);
}

/* Of the law, or replaced by what stands in one of the texts. */
static bool belongs(const struct law *law, const struct recommendation *item) {
  if (law->form == LAW_FULL)
    return true;
  if (law->form == LAW_SHORT)
    return item->provision->alternative || item->provision->in_short;
  for (string_list id = item->provision->instead; *id; id++) {
    const struct provision *other = checklist_provision(law->report->checklist, *id);
    if (other && law_section(law, other))
      return true;
  }
  return false;
}

static bool is_barred(const struct law *law, const struct recommendation *item) {
  return item->advice == ADVICE_BARRED && belongs(law, item);
}

static bool is_elsewhere(const struct law *law, const struct recommendation *item) {
  return item->advice == ADVICE_ELSEWHERE && belongs(law, item);
}

struct group {
  const char *heading, *sentence;
  bool (*belongs)(const struct law *, const struct recommendation *);
  void (*add)(const struct law *, const struct recommendation *);
};

static const struct group groups[] = {
    {N_("An alternative"),
     N_("This can be used in place of the sections above that it covers, not beside them."),
     is_alternative, add_alternative},
    {N_("What the short form gives up"),
     N_("The long form has these sections of its own. The one rule reaches some of what they say, "
        "in fewer words and with less guidance."),
     is_given_up, add_given_up},
    {N_("Left out: state law may bar it"),
     N_("State law may bar these; ask counsel. They are not in the draft."), is_barred,
     add_withheld},
    {N_("Left out: not in this body's power"),
     N_("Another body or official decides these here. They are not in the draft."), is_elsewhere,
     add_withheld},
};

static void add_group(const struct law *law, const struct group *group) {
  const struct assessment *assessment = law->report->assessment;
  bool begun = false;
  for (size_t i = 0; i < assessment->recommendation_count; i++) {
    if (!group->belongs(law, &assessment->recommendations[i]))
      continue;
    if (!begun) {
      document_heading(law->report->document, 2, NULL, _(group->heading));
      document_paragraph(law->report->document, NULL, _(group->sentence))->keep_with_next = true;
    }
    begun = true;
    group->add(law, &assessment->recommendations[i]);
  }
}

/* --- sources --- */

static bool is_in_carve_outs(const struct provision *provision, const char *id) {
  for (size_t i = 0; i < provision->carve_out_count; i++)
    if (string_list_has(provision->carve_outs[i].references, id))
      return true;
  return false;
}

static bool is_precedent(const struct law *law, const char *id) {
  const struct assessment *assessment = law->report->assessment;
  for (size_t i = 0; i < assessment->recommendation_count; i++) {
    const struct recommendation *item = &assessment->recommendations[i];
    const struct provision *provision = item->provision;
    if ((law_section(law, provision) || is_alternative(law, item)) &&
        (string_list_has(provision->precedents, id) || is_in_carve_outs(provision, id)))
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
  if (list)
    report_add_durability(law->report);
}

void annex_add(const struct law *law) {
  struct document *document = law->report->document;
  document_heading(document, 1, NULL,
                   law->form == LAW_NONE ? _("Annex: not part of the texts")
                                         : _("Annex: not part of the law"));
  if (law->section_count || law->text_count) {
    document_paragraph(
        document, NULL,
        law->form == LAW_NONE
            ? _("This annex says where the paragraphs come from. It is meant for those "
                "who work on the texts, and is not sent with them.")
            : _("This annex says where the sections come from. It is meant for those "
                "who work on the draft, and is taken off before it is adopted."));
    why_add_state_law(law->report);
  }
  add_sections(law);
  for (size_t i = 0; i < law->text_count; i++)
    add_text(law, &law->texts[i]);
  for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
    add_group(law, &groups[i]);
  annex_add_questions(law);
  add_sources(law);
  report_add_not_advice(law->report);
}
