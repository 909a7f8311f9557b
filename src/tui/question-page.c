/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/question-page.h"

#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "checklist/checklist.h"
#include "guide/guide.h"
#include "guide/state-law.h"
#include "report/document.h"
#include "session/answer-kind.h"
#include "session/session.h"
#include "tui/app.h"
#include "tui/editor.h"
#include "tui/pane.h"
#include "tui/question-answer.h"
#include "tui/question-record.h"
#include "tui/requests.h"

enum {
  WIDE_CELLS = 60, /* from here on there is room for more space */
  STATE_CELLS = 3, /* of the most frequent answers, so that these do not move the question */
  STATE_CELLS_LIMIT = 18,
};

/* What is the same for all rows of one page. */
struct layout {
  struct app *app;
  struct pane *pane;
  struct editor *editor;
  int number_cells, indent;
};

bool question_is_typed(const struct question *question) {
  return question->kind == KIND_TEXT || question->kind == KIND_DATE ||
         question->kind == KIND_NUMBER;
}

bool question_has_long_list(const struct question *question) {
  return question->choice_count > INLINE_OPTIONS_LIMIT;
}

bool answer_value_has(const char *value, const char *item) {
  size_t length = strlen(item);
  for (const char *at = value; at && *at; at += strspn(at, ", ")) {
    size_t word = strcspn(at, ",");
    if (word == length && memcmp(at, item, length) == 0)
      return true;
    at += word;
  }
  return false;
}

static const struct answer *answer_to(const struct layout *layout,
                                      const struct question *question) {
  return session_answer(guide_session(layout->app->guide), question->id);
}

static const char *value_of(const struct layout *layout, const struct question *question) {
  const struct answer *answer = answer_to(layout, question);
  return answer ? answer->value : NULL;
}

/* A text of the checklist, without the stars of emphasis. */
static void add_prose(struct pane *pane, int item, int indent, const char *text) {
  struct strbuf shown;
  strbuf_init(&shown);
  document_prose_text(&shown, language_checklist_text(text));
  pane_add(pane, item, indent, STYLE_TEXT, shown.text);
  strbuf_release(&shown);
}

/* --- the head of a page ------------------------------------------------------------------------*/

/* "Standard  Nobody stays …": the label stands in the first line. */
static void add_labelled(struct pane *pane, const char *label, const char *text) {
  struct strbuf prefix, shown;
  if (!text)
    return;
  pane_add_gap(pane);
  if (pane->width < WIDE_CELLS) {
    pane_add(pane, PANE_NO_ITEM, 0, STYLE_LABEL, label);
    add_prose(pane, PANE_NO_ITEM, 0, text);
    return;
  }
  strbuf_init(&prefix);
  strbuf_init(&shown);
  strbuf_addf(&prefix, "%s  ", label);
  document_prose_text(&shown, language_checklist_text(text));
  pane_add_prefixed(pane, PANE_NO_ITEM, text_width(prefix.text), STYLE_LABEL, prefix.text,
                    STYLE_TEXT, shown.text);
  strbuf_release(&prefix);
  strbuf_release(&shown);
}

static void add_state_law(struct pane *pane, struct guide *guide, const struct criterion *page) {
  char *text = state_law_text(guide, page);
  add_labelled(pane, _("State law"), text);
  free(text);
}

static void add_head(struct pane *pane, struct guide *guide, const struct criterion *page) {
  pane_add(pane, PANE_NO_ITEM, 0, STYLE_TITLE, language_checklist_text(page->title));
  if (&page->section->criteria[0] == page && page->section->intro) {
    pane_add_gap(pane);
    add_prose(pane, PANE_NO_ITEM, 0, page->section->intro);
  }
  add_labelled(pane, _("Standard"), page->standard);
  add_labelled(pane, _("Note"), page->note);
  add_labelled(pane, _("Corrected"), page->errata);
  add_state_law(pane, guide, page);
  pane_add_gap(pane);
}

/* --- the foot ----------------------------------------------------------------------------------*/

static void place_text(struct strbuf *out, const struct layout *layout, const struct place *place) {
  const struct office *office =
      place->office ? checklist_office(guide_checklist(layout->app->guide), place->office) : NULL;
  const char *text = language_checklist_text(place->text);
  const char *label = office ? language_checklist_text(office->label) : NULL;
  const char *document = language_checklist_text(place->document);
  if (label && document)
    strbuf_addf(out, _("%s (ask %s for: %s)"), text, label, document);
  else if (label)
    strbuf_addf(out, _("%s (ask %s)"), text, label);
  else
    strbuf_add(out, text);
}

static void add_places(const struct layout *layout, int item, int indent,
                       const struct place *places, size_t count) {
  struct strbuf text;
  strbuf_init(&text);
  for (size_t i = 0; i < count; i++) {
    strbuf_clear(&text);
    place_text(&text, layout, &places[i]);
    struct strbuf prefix;
    strbuf_init(&prefix);
    strbuf_add_repeat(&prefix, " ", (size_t)indent);
    strbuf_add(&prefix, "- ");
    pane_add_prefixed(layout->pane, item, indent + 2, STYLE_TEXT, prefix.text, STYLE_TEXT,
                      text.text);
    strbuf_release(&prefix);
  }
  strbuf_release(&text);
}

static void add_foot(const struct layout *layout, const struct criterion *page) {
  if (page->place_count > 0) {
    pane_add_gap(layout->pane);
    pane_add(layout->pane, PANE_NO_ITEM, 0, STYLE_LABEL, _("Where to look"));
    add_places(layout, PANE_NO_ITEM, 0, page->where_to_look, page->place_count);
  }
  add_labelled(layout->pane, _("To talk about"), page->facilitate);
}

/* --- the answer --------------------------------------------------------------------------------*/

static void option_text(struct strbuf *out, const struct answer_option *option, size_t index,
                        bool is_numbered, enum choose_mark mark) {
  if (is_numbered)
    strbuf_addf(out, "%zu ", index + 1);
  strbuf_add(out, choose_mark_text(mark));
  strbuf_add(out, option->label);
  if (option->words_required)
    strbuf_add(out, "…");
}

/* Puts the options side by side, as many as fit in a line. */
static void add_options(const struct layout *layout, int item, const struct question *question) {
  struct answer_option options[ANSWER_OPTIONS_LIMIT];
  size_t count = answer_options(question, options, ANSWER_OPTIONS_LIMIT);
  const char *value = value_of(layout, question);
  int width = layout->pane->width - layout->indent, gap = layout->pane->width < WIDE_CELLS ? 2 : 3;
  struct strbuf row, option;
  strbuf_init(&row);
  strbuf_init(&option);
  for (size_t i = 0; i < count && i < ANSWER_OPTIONS_LIMIT; i++) {
    enum choose_mark mark = answer_mark(question, value, options[i].value);
    if (strcmp(options[i].value, "n/a") == 0 && !choose_is_on(mark))
      continue; /* rare: in the list that Enter opens */
    strbuf_clear(&option);
    option_text(&option, &options[i], i, i < question->choice_count, mark);
    if (row.length && text_width(row.text) + gap + text_width(option.text) > width) {
      pane_add(layout->pane, item, layout->indent, STYLE_TEXT, row.text);
      strbuf_clear(&row);
    }
    strbuf_add_repeat(&row, " ", row.length ? (size_t)gap : 0);
    strbuf_add(&row, option.text);
  }
  if (row.length)
    pane_add(layout->pane, item, layout->indent, STYLE_TEXT, row.text);
  strbuf_release(&row);
  strbuf_release(&option);
}

/* The state shows what was chosen. */
static void add_long_list(const struct layout *layout, int item, const struct question *question) {
  struct strbuf row;
  if (value_of(layout, question))
    return;
  strbuf_init(&row);
  strbuf_addf(&row, _("Enter: choose one of %zu"), question->choice_count);
  pane_add(layout->pane, item, layout->indent, STYLE_TEXT, row.text);
  strbuf_release(&row);
}

static void add_field(const struct layout *layout, int item, const struct question *question) {
  bool is_current = question == guide_question(layout->app->guide);
  const char *value = value_of(layout, question);
  if (is_current && layout->editor && layout->editor->text.length > 0) {
    editor_set_width(layout->editor, layout->pane->width - layout->indent - 1);
    pane_add_editor(layout->pane, item, layout->indent, STYLE_FIELD, layout->editor);
    return;
  }
  if (value && !(is_current && layout->editor)) {
    struct strbuf shown;
    strbuf_init(&shown);
    answer_format(question, value, &shown);
    pane_add(layout->pane, item, layout->indent, STYLE_FIELD, shown.text);
    strbuf_release(&shown);
  } else {
    pane_add_empty_field(layout->pane, item, layout->indent);
  }
  if (is_current)
    pane_place_cursor(layout->pane, 0);
}

static void add_answer(const struct layout *layout, int item, const struct question *question) {
  if (question_is_typed(question))
    add_field(layout, item, question);
  else if (question_has_long_list(question))
    add_long_list(layout, item, question);
  else
    add_options(layout, item, question);
}

/* --- a question --------------------------------------------------------------------------------*/

/* "> 12 ": of the focused question; otherwise blanks instead of the mark. */
static void prefix_text(struct strbuf *out, const struct layout *layout,
                        const struct question *question) {
  strbuf_add(out, question == guide_question(layout->app->guide) ? "> " : "  ");
  if (question->number)
    strbuf_addf(out, "%*zu ", layout->number_cells, question->number);
}

/* "[yes] ": the state stands first, so that a short braille line shows it with the question. */
static void add_state(struct strbuf *out, const struct layout *layout,
                      const struct question *question) {
  const char *value = value_of(layout, question);
  struct strbuf state;
  if (question_is_typed(question))
    return; /* the field is the state */
  strbuf_init(&state);
  if (value)
    answer_format(question, value, &state);
  else
    strbuf_add(&state, "–");
  int cells = text_width(state.text);
  strbuf_add_char(out, '[');
  text_add_cut(out, state.text, STATE_CELLS_LIMIT);
  strbuf_add(out, "] ");
  strbuf_add_repeat(out, " ", cells < STATE_CELLS ? (size_t)(STATE_CELLS - cells) : 0);
  strbuf_release(&state);
}

static void add_ask(const struct layout *layout, int item, const struct question *question) {
  struct strbuf prefix, text;
  bool is_current = question == guide_question(layout->app->guide);
  strbuf_init(&prefix);
  strbuf_init(&text);
  prefix_text(&prefix, layout, question);
  add_state(&text, layout, question);
  strbuf_add(&text, language_checklist_text(question->ask));
  pane_add_prefixed(layout->pane, item, layout->indent, is_current ? STYLE_FOCUS : STYLE_TEXT,
                    prefix.text, STYLE_TEXT, text.text);
  strbuf_release(&prefix);
  strbuf_release(&text);
}

static void add_text(const struct layout *layout, int item, const char *text) {
  if (text)
    add_prose(layout->pane, item, layout->indent, text);
}

static void add_question(const struct layout *layout, int item, const struct question *question) {
  add_ask(layout, item, question);
  add_answer(layout, item, question);
  question_record_add(layout->pane, item, layout->indent, layout->app->guide, question);
  add_text(layout, item, question->hint);
  add_text(layout, item, question->note);
  add_text(layout, item, question->errata);
  add_places(layout, item, layout->indent, question->where_to_look, question->place_count);
}

/* A question that does not apply keeps its answer, and says that it is not counted. */
static void add_hidden(const struct layout *layout, const struct question *question) {
  struct strbuf prefix, text;
  const char *value = value_of(layout, question);
  strbuf_init(&prefix);
  strbuf_init(&text);
  prefix_text(&prefix, layout, question);
  if (question->relevant_note)
    strbuf_addf(&text, _("[not asked] %s"), language_checklist_text(question->relevant_note));
  else
    strbuf_addf(&text, _("[not asked] %s"), language_checklist_text(question->ask));
  pane_add_prefixed(layout->pane, PANE_NO_ITEM, layout->indent, STYLE_TEXT, prefix.text, STYLE_TEXT,
                    text.text);
  if (value) {
    strbuf_clear(&text);
    struct strbuf shown;
    strbuf_init(&shown);
    answer_format(question, value, &shown);
    strbuf_addf(&text, _("Your answer is kept and not counted: %s"), shown.text);
    pane_add(layout->pane, PANE_NO_ITEM, layout->indent, STYLE_TEXT, text.text);
    strbuf_release(&shown);
  }
  strbuf_release(&prefix);
  strbuf_release(&text);
}

static int digits(size_t number) {
  int count = 1;
  while (number >= 10) {
    number /= 10;
    count++;
  }
  return count;
}

void question_page_add(struct app *app, struct pane *pane, struct editor *editor) {
  const struct criterion *page = guide_page(app->guide);
  size_t last = page->questions[page->question_count - 1].number;
  struct layout layout = {.app = app, .pane = pane, .editor = editor};
  layout.number_cells = digits(last);
  layout.indent = last ? 2 + layout.number_cells + 1 : 2;
  add_head(pane, app->guide, page);
  for (size_t i = 0; i < page->question_count; i++) {
    const struct question *question = &page->questions[i];
    if (pane->width >= WIDE_CELLS && i > 0 && pane->height > 16)
      pane_add_gap(pane);
    if (guide_relevant(app->guide, question))
      add_question(&layout, (int)i, question);
    else
      add_hidden(&layout, question);
  }
  add_foot(&layout, page);
}
