/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "assess/assess.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"
#include "report/report-builders.h"
#include "report/report.h"
#include "report/share.h"
#include "report/writer.h"
#include "session/session-file.h"
#include "session/session.h"

const struct report_kind report_kinds[] = {
    {"summary", N_("Summary"),
     N_("For the group, the press and partners: the picture, every answer, what is recommended and "
        "what is still to be found out."),
     report_build_summary, NULL, NULL},
    {"ordinance", N_("Draft ordinance"),
     N_("For a member of the governing body and their lawyer: a complete draft law, with an annex "
        "that says why each section is there."),
     report_build_ordinance, NULL, report_offers_ordinance},
    {"ordinance-short", N_("One-rule ordinance"),
     N_("For the same readers: one rule in place of many, as a complete short law with its annex."),
     report_build_ordinance_short, NULL, report_offers_short},
    {"letter", N_("Letters and resolutions"),
     N_("For those who decide what the governing body can only ask for: each text on a page of its "
        "own, ready to be filled in and sent."),
     report_build_letter, NULL, report_offers_letter},
    {"records-request", N_("Records requests"),
     N_("For the offices that hold records: a letter to each, asking for the documents that would "
        "answer what is still open."),
     report_build_records_request, NULL, NULL},
    {"to-find-out", N_("To find out"),
     N_("For the group: the open questions by office, who asks by when, and the agenda of the next "
        "meeting."),
     report_build_to_find_out, NULL, NULL},
    {"one-page", N_("One page"),
     N_("For neighbors: the result in plain words and large type, on one page."),
     report_build_one_page, NULL, NULL},
    {"worksheet", N_("Blank worksheet"),
     N_("For a meeting without a computer: the questions on paper, with boxes to tick and lines to "
        "write on."),
     report_build_worksheet, NULL, NULL},
    {"answers", N_("Answers for a spreadsheet"),
     N_("For whoever counts and compares: a table of all that was recorded, one row a question."),
     report_build_answers, "csv", NULL},
    {NULL, NULL, NULL, NULL, NULL, NULL},
};

const struct report_kind *report_find(const char *name) {
  for (const struct report_kind *kind = report_kinds; kind->name; kind++)
    if (strcmp(kind->name, name) == 0)
      return kind;
  return NULL;
}

static bool is_only_for_some(const struct writer *writer) {
  for (const struct report_kind *kind = report_kinds; kind->name; kind++)
    if (kind->format && strcmp(kind->format, writer->name) == 0)
      return true;
  return false;
}

bool report_fits(const struct report_kind *kind, const struct writer *writer) {
  return kind->format ? strcmp(kind->format, writer->name) == 0 : !is_only_for_some(writer);
}

bool report_is_offered(const struct report_kind *kind, struct checklist *checklist) {
  return !kind->is_offered || (checklist_load_rest(checklist, NULL) && kind->is_offered(checklist));
}

static bool not_offered(const struct report_kind *kind, struct checklist *checklist,
                        struct error *err) {
  struct strbuf names;
  strbuf_init(&names);
  for (const struct report_kind *one = report_kinds; one->name; one++)
    if (report_is_offered(one, checklist))
      strbuf_addf(&names, names.length ? ", %s" : "%s", one->name);
  error_set(err, _("the checklist '%s' has no text for the document '%s'; choose one of: %s"),
            checklist->id, kind->name, names.text);
  strbuf_release(&names);
  return false;
}

/* So that nobody takes what was made up, or is long past, for a finding of theirs. */
static void mark_practice(struct document *document) {
  const char *mark = _("practice");
  document->title =
      arena_format(document->arena, P_("title and mark", "%s (%s)"), document->title, mark);
  for (struct block *block = document->root->first; block; block = block->next)
    if (block->kind == BLOCK_TITLE)
      document_run(document, block, RUN_PLAIN, arena_format(document->arena, " (%s)", mark));
}

struct document *report_build(const struct report_kind *kind, struct checklist *checklist,
                              const struct session *session, const struct report_options *options,
                              struct error *err) {
  if (!checklist_load_rest(checklist, err) ||
      !(report_is_offered(kind, checklist) || not_offered(kind, checklist, err)))
    return NULL;
  const struct language *before = language_use(options->language);
  struct session *copy = options->share ? share_copy(session, checklist, NULL) : NULL;
  struct assessment *assessment = assess_with_provisions(checklist, copy ? copy : session);
  struct document *document = kind->build(assessment, options);
  if (session_is_practice(session))
    mark_practice(document);
  document->title = document_line(document, document->title);
  document->place = document_line(document, document->place);
  if (copy)
    document->name = arena_format(document->arena, "%s-share", document->name);
  assessment_free(assessment);
  session_free(copy);
  language_use(before);
  return document;
}

void report_tell_share(const struct checklist *checklist, const struct session *session,
                       struct strbuf *lines) {
  struct share_report report = {NULL, 0, 0};
  session_free(share_copy(session, checklist, &report));
  share_report_tell(&report, lines);
  share_report_release(&report);
}

char *report_file_name(const struct document *document, const char *extension) {
  struct strbuf name;
  strbuf_init(&name);
  if (*document->place) {
    char *place = path_slug(document->place);
    strbuf_addf(&name, "%s-", place);
    free(place);
  }
  strbuf_addf(&name, "%s.%s", document->name, extension);
  return strbuf_take(&name);
}
