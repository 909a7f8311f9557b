/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Laws, cases and other publications: by name where they are an example, in full in the list of
 * sources. */
#include <string.h>

#include "base/language.h"
#include "checklist/checklist.h"
#include "report/report-parts.h"
#include "session/instrument.h"

/* What a law was made by, and what in the list of instruments lasts as long; NULL: nothing. */
static const struct {
  const char *name, *lasts_as;
} acts[] = {
    [REFERENCE_NO_INSTRUMENT] = {NULL, NULL},
    [REFERENCE_CONSTITUTION] = {N_("Constitution"), "constitution"},
    [REFERENCE_STATUTE] = {N_("Statute"), "statute"},
    [REFERENCE_REGULATION] = {N_("Regulation"), NULL},
    [REFERENCE_ORDINANCE] = {N_("Ordinance"), "ordinance"},
    [REFERENCE_RESOLUTION] = {N_("Resolution"), "resolution"},
    [REFERENCE_EXECUTIVE_ORDER] = {N_("Executive order"), "executive-order"},
    [REFERENCE_DIRECTIVE] = {N_("Directive"), "directive"},
    [REFERENCE_POLICY] = {N_("Policy"), "department-policy"},
    [REFERENCE_COURT_DECISION] = {N_("Court decision"), NULL},
    [REFERENCE_OPINION] = {N_("Official opinion"), NULL},
    [REFERENCE_AGREEMENT] = {N_("Agreement"), "contract"},
    [REFERENCE_MODEL] = {N_("Model text"), NULL},
    [REFERENCE_REPORT] = {N_("Report"), NULL},
    [REFERENCE_ARTICLE] = {N_("Article"), NULL},
};

bool reference_is_case(const struct reference *reference) {
  return strcmp(reference->kind, "case") == 0;
}

bool reference_is_law(const struct reference *reference) {
  return strcmp(reference->kind, "law") == 0;
}

/* --- sentences --- */

/* Adds a sentence with its full stop. */
static void add_sentence(const struct report *report, struct block *paragraph,
                         const char *sentence) {
  size_t length = strlen(sentence);
  bool ends = length && strchr(".!?", sentence[length - 1]);
  document_run(report->document, paragraph, RUN_PLAIN,
               report_format(report, ends ? " %s" : " %s.", sentence));
}

/* " Label text."; label NULL: only the text. */
static void add_labelled(const struct report *report, struct block *paragraph, const char *label,
                         const char *text) {
  if (!text)
    return;
  const char *words = language_checklist_text(text);
  add_sentence(report, paragraph, label ? report_format(report, "%s %s", label, words) : words);
}

/* "Seattle, Washington" is named by "Seattle". */
static bool names_place(const struct report *report, const char *name, const char *place) {
  const char *first = report_format(report, "%.*s", (int)strcspn(place, ","), place);
  return strstr(name, first) != NULL;
}

/* "Title, citation, place (year)"; what is said already is not said again. */
static const char *reference_name(const struct report *report, const struct reference *reference,
                                  bool with_citation) {
  const char *name = language_checklist_text(reference->title);
  if (with_citation && reference->citation && strcmp(reference->citation, reference->title) != 0)
    name = report_join(report, name, language_checklist_text(reference->citation));
  if (reference->place && !names_place(report, name, reference->place))
    name = report_join(report, name, reference->place);
  if (reference->year && !strstr(name, reference->year))
    name = report_format(report, "%s (%s)", name, reference->year);
  return name;
}

static void add_act(const struct report *report, struct block *paragraph,
                    const struct reference *reference) {
  if (acts[reference->instrument].name)
    add_sentence(report, paragraph, _(acts[reference->instrument].name));
}

void report_add_durability(const struct report *report) {
  document_labelled(report->document, NULL, _("How long each kind of act lasts:"), NULL)
      ->keep_with_next = true;
  struct block *list = report_add_list(report, NULL);
  for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
    const struct instrument *lasts_as = instrument_find(acts[i].lasts_as);
    if (lasts_as)
      report_add_item(report, list, report_format(report, _("%s:"), _(acts[i].name)),
                      _(lasts_as->undone_by));
  }
}

static void add_dates(const struct report *report, struct block *paragraph,
                      const struct reference *reference) {
  if (reference->as_of)
    add_sentence(report, paragraph,
                 report_format(report, _("As of %s."), report_unbroken(report, reference->as_of)));
  if (reference->confidence == CONFIDENCE_HIGH)
    return;
  document_run(report->document, paragraph, RUN_PLAIN, " ");
  document_run(report->document, paragraph, RUN_STRONG, _("Not verified: look it up first."));
}

/* --- items --- */

void report_add_precedent(const struct report *report, struct block *paragraph,
                          const struct reference *reference) {
  document_run(report->document, paragraph, RUN_PLAIN, paragraph->runs->next ? "; " : " ");
  document_link(report->document, paragraph, reference_name(report, reference, false),
                report_format(report, "#source-%s", reference->id));
  if (reference->confidence == CONFIDENCE_HIGH)
    return;
  document_run(report->document, paragraph, RUN_PLAIN, " ");
  document_run(report->document, paragraph, RUN_STRONG, _("(not verified)"));
}

void report_add_reference(const struct report *report, struct block *list,
                          const struct reference *reference) {
  struct block *paragraph =
      report_add_item(report, list, NULL,
                      report_format(report, "%s.", reference_name(report, reference, true)))
          ->first;
  paragraph->anchor = report_format(report, "source-%s", reference->id);
  add_act(report, paragraph, reference);
  if (reference_is_case(reference))
    add_labelled(report, paragraph, NULL, reference->text);
  add_labelled(report, paragraph, _("Binding in:"), reference->binding);
  add_labelled(report, paragraph, NULL, reference->standing);
  add_labelled(report, paragraph, _("Exceptions:"), reference->exceptions);
  add_dates(report, paragraph, reference);
  if (!reference->url)
    return;
  document_run(report->document, paragraph, RUN_PLAIN, "\n");
  document_link(report->document, paragraph, reference->url, reference->url);
}
