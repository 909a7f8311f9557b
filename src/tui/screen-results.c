/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The results: the band, a bar for each criterion, what is recommended and why, what is still to be
 * found out and where. Enter on a row goes to the question, or shows the provision. */
#include <stdlib.h>
#include <string.h>

#include "assess/assess.h"
#include "base/error.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "checklist/checklist.h"
#include "guide/cards.h"
#include "tui/app.h"
#include "tui/hints.h"
#include "tui/list.h"
#include "tui/requests.h"
#include "tui/screens.h"

/* What a row stands for: one of the two. */
struct target {
  const struct question *question;
  const struct recommendation *recommendation;
};

struct results_screen {
  struct pane pane;
  struct target *targets; /* of the pane's items, as of the last draw */
  size_t count, capacity;
};

/* --- rows --------------------------------------------------------------------------------------*/

static void add_row(struct results_screen *screen, struct target target, const char *text) {
  int item = (int)screen->count;
  MEMORY_GROW(screen->targets, screen->count, screen->capacity);
  screen->targets[screen->count++] = target;
  pane_add_prefixed(&screen->pane, item, 2, STYLE_FOCUS, screen->pane.focus == item ? "> " : "  ",
                    STYLE_TEXT, text);
}

static void add_title(struct results_screen *screen, const char *text) {
  char *title = text_title(text);
  pane_add_gap(&screen->pane);
  pane_add(&screen->pane, PANE_NO_ITEM, 0, STYLE_TITLE, title);
  free(title);
}

static void add_mark(struct strbuf *out, char mark) {
  if (mark != ' ')
    strbuf_add_char(out, mark);
}

/* One character a question that counts. */
static void add_bar(struct strbuf *out, const struct assessment *assessment,
                    const struct criterion *criterion) {
  strbuf_add_char(out, '[');
  for (size_t i = 0; i < criterion->question_count; i++)
    add_mark(out, verdict_mark(assess_question(assessment, &criterion->questions[i])->verdict));
  strbuf_add_char(out, ']');
}

static bool is_judged(const struct criterion *criterion) {
  return criterion->section->kind == SECTION_CRITERIA ||
         criterion->section->kind == SECTION_FURTHER;
}

static void pad_to(struct strbuf *out, int width_cells) {
  int gap = width_cells - text_width(out->text);
  strbuf_add_repeat(out, " ", gap > 0 ? (size_t)gap : 1);
}

/* The widest result, so that the bars stand below each other. */
static int result_width(const struct assessment *assessment) {
  int widest = 0;
  for (size_t i = 0; i < assessment->checklist->criterion_count; i++) {
    int width = text_width(result_name(assessment->criteria[i].result));
    if (is_judged(assessment->checklist->criteria[i]) && width > widest)
      widest = width;
  }
  return widest + 2;
}

static void add_criterion(struct results_screen *screen, const struct assessment *assessment,
                          const struct criterion *criterion) {
  const struct criterion_result *result = assess_criterion(assessment, criterion);
  int width = result_width(assessment);
  struct strbuf line;
  strbuf_init(&line);
  strbuf_add(&line, result_name(result->result));
  pad_to(&line, width);
  add_bar(&line, assessment, criterion);
  pad_to(&line, width + 7);
  strbuf_add(&line, language_checklist_text(criterion->title));
  add_row(screen, (struct target){.question = &criterion->questions[0]}, line.text);
  strbuf_release(&line);
}

static void add_section(struct results_screen *screen, const struct assessment *assessment,
                        const struct section *section) {
  if ((section->kind != SECTION_CRITERIA && section->kind != SECTION_FURTHER) ||
      !assess_section_relevant(assessment, section))
    return;
  add_title(screen, language_checklist_text(section->title));
  for (size_t i = 0; i < section->criterion_count; i++)
    add_criterion(screen, assessment, &section->criteria[i]);
}

/* --- the parts ---------------------------------------------------------------------------------*/

static void add_picture(struct results_screen *screen, const struct assessment *assessment) {
  struct pane *pane = &screen->pane;
  struct strbuf line;
  strbuf_init(&line);
  add_title(screen, band_name(assessment->band));
  pane_add(pane, PANE_NO_ITEM, 0, STYLE_TEXT, band_sentence(assessment->band));
  strbuf_addf(&line, _("Criteria met: %zu. Partly met: %zu. Not met: %zu. Still open: %zu."),
              assessment->met, assessment->partly, assessment->not_met, assessment->open_criteria);
  pane_add(pane, PANE_NO_ITEM, 0, STYLE_TEXT, line.text);
  pane_add_gap(pane);
  pane_add(pane, PANE_NO_ITEM, 0, STYLE_TEXT,
           _("Below, each mark is one question: # met, + partly met, - not met, ? not known yet, . "
             "not answered, o does not apply."));
  for (size_t i = 0; i < assessment->checklist->section_count; i++)
    add_section(screen, assessment, &assessment->checklist->sections[i]);
  strbuf_clear(&line);
  if (assess_tell_hidden(assessment, &line)) {
    pane_add_gap(pane);
    pane_add(pane, PANE_NO_ITEM, 0, STYLE_TEXT, line.text);
  }
  strbuf_release(&line);
}

static void add_recommendations(struct results_screen *screen, const struct assessment *assessment,
                                enum advice advice) {
  bool titled = false;
  for (size_t i = 0; i < assessment->recommendation_count; i++) {
    const struct recommendation *recommendation = &assessment->recommendations[i];
    if (recommendation->advice != advice)
      continue;
    if (!titled)
      add_title(screen, advice_name(advice));
    titled = true;
    add_row(screen, (struct target){.recommendation = recommendation},
            recommendation->provision->heading);
  }
}

static void add_open(struct results_screen *screen, const struct assessment *assessment) {
  add_title(screen, _("What is still to be found out"));
  if (assessment->open_count == 0)
    pane_add(&screen->pane, PANE_NO_ITEM, 2, STYLE_TEXT, _("Nothing: every question is answered."));
  for (size_t i = 0; i < assessment->open_count; i++) {
    const struct open_question *open = &assessment->open[i];
    struct strbuf line;
    strbuf_init(&line);
    strbuf_addf(&line, "%zu  ", open->question->number);
    strbuf_add(&line, language_checklist_text(open->question->ask));
    add_row(screen, (struct target){.question = open->question}, line.text);
    strbuf_release(&line);
  }
}

static void add_all(struct results_screen *screen, const struct assessment *assessment) {
  static const enum advice order[] = {ADVICE_ADOPT,    ADVICE_FIND_OUT, ADVICE_CODIFY,
                                      ADVICE_IN_PLACE, ADVICE_BARRED,   ADVICE_ELSEWHERE};
  add_picture(screen, assessment);
  for (size_t i = 0; i < sizeof order / sizeof *order; i++)
    add_recommendations(screen, assessment, order[i]);
  add_open(screen, assessment);
}

static void draw(struct app *app, void *state) {
  struct results_screen *screen = state;
  struct error err = ERROR_INIT;
  const struct assessment *assessment = guide_full_assessment(app->guide, &err);
  screen->count = 0;
  app_begin_pane(app, &screen->pane);
  if (assessment)
    add_all(screen, assessment);
  else
    pane_add(&screen->pane, PANE_NO_ITEM, 0, STYLE_WARNING, err.message);
  pane_draw(&screen->pane);
  error_release(&err);
}

static void hints(struct app *app, void *state, struct hints *list) {
  (void)app, (void)state;
  hints_add(list, "Enter", _("go"));
  hints_add_command(list, COMMAND_BACK);
  hints_add_command(list, COMMAND_EXPORT);
  hints_add_command(list, COMMAND_HELP);
}

/* --- following a row ---------------------------------------------------------------------------*/

static struct screen_result go_to(struct app *app, const struct question *question) {
  if (!app_do_text(app, COMMAND_GO, question->id, NULL))
    return screen_stay();
  return screen_open(SCREEN_QUESTION, NULL, 0);
}

static void add_paragraph(struct strbuf *out, const char *label, const char *text) {
  if (text && *text)
    strbuf_addf(out, "%s\n%s\n\n", label, text);
}

static void add_reasons(struct strbuf *out, const struct recommendation *recommendation) {
  if (recommendation->reason_count)
    strbuf_addf(out, "%s\n", _("Because of these answers"));
  for (size_t i = 0; i < recommendation->reason_count; i++) {
    const struct reason *reason = &recommendation->reasons[i];
    strbuf_addf(out, "- %s: %zu  %s\n", verdict_name(reason->verdict), reason->question->number,
                language_checklist_text(reason->question->ask));
  }
  strbuf_add_char(out, '\n');
}

static void add_precedents(struct strbuf *out, const struct checklist *checklist,
                           const struct provision *provision) {
  struct strbuf cards;
  strbuf_init(&cards);
  for (string_list id = provision->precedents; *id; id++) {
    const struct reference *reference = checklist_reference(checklist, *id);
    if (reference)
      card_add_reference(&cards, reference);
  }
  add_paragraph(out, _("Who has this already"), cards.text);
  strbuf_release(&cards);
}

static struct screen_result show_provision(const struct app *app,
                                           const struct recommendation *recommendation) {
  const struct provision *provision = recommendation->provision;
  struct strbuf text;
  strbuf_init(&text);
  char *advice = text_title(advice_name(recommendation->advice));
  strbuf_addf(&text, "%s\n\n", advice);
  free(advice);
  add_paragraph(&text, _("In plain words"), language_checklist_text(provision->plain));
  add_reasons(&text, recommendation);
  add_paragraph(&text, _("The text of the draft"), provision->text);
  add_paragraph(&text, _("Drafting notes"), language_checklist_text(provision->notes));
  add_precedents(&text, guide_checklist(app->guide), provision);
  struct screen_result result =
      screen_open(SCREEN_READ, read_request_new(provision->heading, text.text), 0);
  strbuf_release(&text);
  return result;
}

static struct screen_result follow(struct app *app, const struct results_screen *screen) {
  int item = screen->pane.focus;
  if (item < 0 || item >= (int)screen->count)
    return screen_stay();
  const struct target *target = &screen->targets[item];
  return target->question ? go_to(app, target->question)
                          : show_provision(app, target->recommendation);
}

static struct screen_result key(struct app *app, void *state, const struct key *pressed) {
  struct results_screen *screen = state;
  if (list_key(&screen->pane, (int)screen->count, pressed))
    return screen_stay();
  if (list_chooses(&screen->pane, pressed))
    return follow(app, screen);
  return screen_ignored();
}

/* --- beginning and end -------------------------------------------------------------------------*/

static struct screen_result enter(struct app *app, void **state, void *argument) {
  struct results_screen *screen = memory_new_zeroed(1, sizeof *screen);
  (void)app;
  free(argument);
  pane_init(&screen->pane);
  pane_focus(&screen->pane, 0);
  *state = screen;
  return screen_stay();
}

static void leave(struct app *app, void *state) {
  struct results_screen *screen = state;
  (void)app;
  pane_release(&screen->pane);
  free(screen->targets);
  free(screen);
}

static const char *title(struct app *app, void *state) {
  (void)app, (void)state;
  return _("Results");
}

const struct screen_ops screen_results_ops = {
    .id = "results",
    .enter = enter,
    .draw = draw,
    .hints = hints,
    .key = key,
    .leave = leave,
    .title = title,
};
