/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is still to be found out, and which office holds the records that would tell. */
#include <string.h>

#include "base/language.h"
#include "checklist/checklist.h"
#include "report/report-parts.h"
#include "report/report-summary.h"
#include "session/session.h"

struct places {
  const struct place *items;
  size_t count;
};

/* The question's own places, else those of its page. */
static struct places places_of(const struct question *question) {
  if (question->place_count)
    return (struct places){question->where_to_look, question->place_count};
  return (struct places){question->criterion->where_to_look, question->criterion->place_count};
}

static bool is_at(const struct place *place, const struct office *office) {
  return office ? place->office && strcmp(place->office, office->id) == 0 : !place->office;
}

static const char *open_state(const struct report *report, const struct open_question *open) {
  enum verdict verdict = assess_question(report->assessment, open->question)->verdict;
  return verdict_name(verdict);
}

static void add_questions(const struct report *report) {
  const struct assessment *assessment = report->assessment;
  struct block *list = report_add_list(report, NULL);
  for (size_t i = 0; i < assessment->open_count; i++) {
    const struct question *question = assessment->open[i].question;
    const struct answer *answer = session_answer(report->session, question->id);
    struct block *item =
        report_add_item(report, list, NULL,
                        report_format(report, "%s (%s)", report_question(report, question),
                                      open_state(report, &assessment->open[i])));
    if (answer && answer->follow_up.who)
      document_run(report->document, item->first, RUN_PLAIN,
                   report_format(report, _(" Who: %s."), answer->follow_up.who));
    if (answer && answer->follow_up.by)
      document_run(report->document, item->first, RUN_PLAIN,
                   report_format(report, _(" By %s."), answer->follow_up.by));
  }
}

/* --- by office --- */

/* The numbers of the open questions that have this text among their places. */
static const char *numbers_for(const struct report *report, const struct office *office,
                               const char *text) {
  const char *numbers = NULL;
  for (size_t i = 0; i < report->assessment->open_count; i++) {
    const struct question *question = report->assessment->open[i].question;
    struct places places = places_of(question);
    for (size_t j = 0; j < places.count; j++) {
      const struct place *place = &places.items[j];
      if (!is_at(place, office) || strcmp(place->document ? place->document : place->text, text))
        continue;
      numbers = report_join(report, numbers, report_format(report, "%zu", question->number));
      break;
    }
  }
  return numbers;
}

/* Whether an open question before this one, or a place before this one of it, has the text. */
static bool is_first(const struct report *report, size_t open, size_t index,
                     const struct office *office, const char *text) {
  for (size_t i = 0; i <= open; i++) {
    struct places places = places_of(report->assessment->open[i].question);
    for (size_t j = 0; j < (i == open ? index : places.count); j++) {
      const struct place *place = &places.items[j];
      if (is_at(place, office) && !strcmp(place->document ? place->document : place->text, text))
        return false;
    }
  }
  return true;
}

static void add_place(const struct report *report, struct block *list, const struct office *office,
                      const char *text) {
  report_add_item(report, list, NULL,
                  report_format(report, _("%s (for questions: %s)"), language_checklist_text(text),
                                numbers_for(report, office, text)));
}

/* office NULL: the places that no office holds. */
static void add_office(const struct report *report, const struct office *office) {
  struct block *list = NULL;
  for (size_t i = 0; i < report->assessment->open_count; i++) {
    struct places places = places_of(report->assessment->open[i].question);
    for (size_t j = 0; j < places.count; j++) {
      const struct place *place = &places.items[j];
      const char *text = place->document ? place->document : place->text;
      if (!is_at(place, office) || !is_first(report, i, j, office, text))
        continue;
      if (!list) {
        document_heading(report->document, 2, NULL,
                         office ? language_checklist_text(office->label) : _("Other places"));
        list = report_add_list(report, NULL);
      }
      add_place(report, list, office, text);
    }
  }
}

/* --- what the profile lacks --- */

static bool lacks(const struct report *report, const struct question *question) {
  const char *value = session_value(report->session, question->id);
  return question_is_profile(question) && assess_question_relevant(report->assessment, question) &&
         (value ? !strcmp(value, "unknown") : question->required);
}

static void add_profile(const struct report *report) {
  struct block *list = NULL;
  for (size_t i = 0; i < report->checklist->question_count; i++) {
    const struct question *question = report->checklist->questions[i];
    if (!lacks(report, question))
      continue;
    if (!list) {
      document_heading(report->document, 2, NULL, _("About the place"));
      list = report_add_list(report, NULL);
    }
    report_add_item(report, list, NULL, language_checklist_text(question->ask));
  }
}

void summary_add_open(const struct report *report) {
  document_heading(report->document, 1, NULL, _("Still to be found out"));
  if (report->assessment->open_count == 0)
    document_paragraph(report->document, NULL, _("Every question that is asked has an answer."));
  add_profile(report);
  if (report->assessment->open_count == 0)
    return;
  document_heading(report->document, 2, NULL, _("The questions"));
  add_questions(report);
  for (size_t i = 0; i < report->checklist->office_count; i++)
    add_office(report, &report->checklist->offices[i]);
  add_office(report, NULL);
}
