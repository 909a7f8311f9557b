/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assess/assess.h"
#include "base/error.h"
#include "base/language.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "checklist/checklist.h"
#include "cli/output.h"
#include "cli/session-opening.h"
#include "cli/status-json.h"
#include "guide/guide.h"

/* clang-format off */
const struct option status_options[] = {
  {"json", 0, NULL, N_("Write JSON, for other programs."),
   OPTION_FLAG, offsetof(struct options, json)},
  {NULL, 0, NULL, NULL, OPTION_FLAG, 0},
};
/* clang-format on */

/* "  LABEL   TEXT", the text wrapped in a column of its own. */
static void print_row(const char *label, int label_cells, const char *text) {
  output_format("  %s", label);
  output_wrapped(text, 2 + text_width(label), 2 + label_cells + 2);
}

static void print_title(const char *title) {
  output_format("\n%s\n", title);
}

static int wider(int cells, const char *text) {
  int width = text_width(text);
  return width > cells ? width : cells;
}

static bool is_judged(const struct criterion *criterion) {
  return criterion->section->kind == SECTION_CRITERIA ||
         criterion->section->kind == SECTION_FURTHER;
}

static void print_criteria(const struct assessment *assessment) {
  const struct checklist *checklist = assessment->checklist;
  int cells = 0;
  for (size_t i = 0; i < checklist->criterion_count; i++) {
    cells = wider(cells, result_name(assessment->criteria[i].result));
  }
  for (size_t i = 0; i < checklist->criterion_count; i++) {
    const struct criterion *criterion = checklist->criteria[i];
    if (is_judged(criterion) && assess_section_relevant(assessment, criterion->section)) {
      print_row(result_name(assessment->criteria[i].result), cells,
                language_checklist_text(criterion->title));
    }
  }
}

static void print_hidden(const struct assessment *assessment) {
  struct strbuf text;
  strbuf_init(&text);
  if (assess_tell_hidden(assessment, &text)) {
    output_wrapped(text.text, 0, 2);
  }
  strbuf_release(&text);
}

static void print_recommendations(const struct assessment *assessment) {
  bool any = false;
  int cells = 0;
  for (size_t i = 0; i < assessment->recommendation_count; i++) {
    cells = wider(cells, advice_name(assessment->recommendations[i].advice));
  }
  for (size_t i = 0; i < assessment->recommendation_count; i++) {
    const struct recommendation *recommendation = &assessment->recommendations[i];
    if (recommendation->advice != ADVICE_NONE) {
      if (!any) {
        print_title(_("What could be done"));
      }
      any = true;
      print_row(advice_name(recommendation->advice), cells, recommendation->provision->heading);
    }
  }
}

static void print_open(const struct assessment *assessment, bool unanswered, const char *title) {
  bool any = false;
  for (size_t i = 0; i < assessment->open_count; i++) {
    const struct question *question = assessment->open[i].question;
    if (assessment->open[i].unanswered == unanswered) {
      struct strbuf number;
      strbuf_init(&number);
      strbuf_addf(&number, "%4zu", question->number);
      if (!any) {
        print_title(title);
      }
      any = true;
      print_row(number.text, 4, language_checklist_text(question->ask));
      strbuf_release(&number);
    }
  }
}

static void print_status(struct guide *guide, const struct assessment *assessment) {
  const struct checklist *checklist = assessment->checklist;
  output_format("%s\n", guide_place_name(guide));
  output_format(_("%s, edition %s\n"), language_checklist_text(checklist->title),
                checklist->edition);
  output_format("%s\n\n", guide_progress_text(guide));
  output_format(_("Overall: %s\n"), band_name(assessment->band));
  output_wrapped(band_sentence(assessment->band), 0, 0);
  print_title(_("Criteria"));
  print_criteria(assessment);
  print_hidden(assessment);
  print_recommendations(assessment);
  print_open(assessment, false, _("To find out"));
  print_open(assessment, true, _("Not answered yet"));
}

enum exit_status cmd_status(const struct options *options) {
  struct error err = ERROR_INIT;
  struct guide *guide = session_opening(options, SESSION_READ_ONLY, &err);
  const struct assessment *assessment = guide ? guide_full_assessment(guide, &err) : NULL;
  if (assessment && options->json) {
    status_json_print(guide_place_name(guide), assessment);
  } else if (assessment) {
    print_status(guide, assessment);
  }
  guide_free(guide);
  return assessment ? EXIT_DONE : output_failure(&err);
}
