/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/app.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "checklist/checklist.h"
#include "guide/library.h"
#include "guide/recent.h"
#include "session/session.h"
#include "tui/canvas.h"

enum { WIDTH_LIMIT_CELLS = 100 }; /* longer lines are hard to read */

/* --- the status line ---------------------------------------------------------------------------*/

void app_tell(struct app *app, const char *sentence) {
  free(app->status);
  app->status = memory_dup(sentence);
  app->status_is_warning = false;
}

void app_work(struct app *app, const char *sentence) {
  app_tell(app, sentence);
  app->work_wanted = true;
}

void app_warn(struct app *app, const char *sentence) {
  app_tell(app, sentence);
  app->status_is_warning = true;
}

void app_tell_error(struct app *app, struct error *err) {
  struct error told = ERROR_INIT;
  error_set(&told, _("Not done: %s"), err->message);
  app_warn(app, told.message);
  error_release(&told);
  error_release(err);
}

static bool save_has_failed(const struct app *app) {
  return app->guide && guide_save_state(app->guide) == SAVE_FAILED;
}

static const char *progress(const struct app *app) {
  const char *text = guide_progress_text(app->guide);
  int room = canvas_columns() - 2 - STATUS_GAP - text_width(app_save_text(app));
  return text_width(text) > room ? guide_brief_progress_text(app->guide) : text;
}

const char *app_status_text(const struct app *app) {
  if (app->status)
    return app->status;
  if (!app->guide)
    return "";
  return save_has_failed(app) ? guide_save_text(app->guide) : progress(app);
}

const char *app_failure_text(const struct app *app) {
  return save_has_failed(app) || !app->status ? guide_save_text(app->guide) : app->status;
}

const char *app_save_text(const struct app *app) {
  if (!app->guide)
    return "";
  if (app->practice)
    return _("Practice, not saved");
  if (save_has_failed(app))
    return app->status ? _("NOT SAVED") : "";
  return guide_save_text(app->guide);
}

int app_status_rows(const struct app *app) {
  struct text_lines lines = TEXT_LINES_INIT;
  const char *text = app_status_text(app);
  text_wrap(&lines, text, strlen(text), canvas_columns() - 2);
  size_t rows = lines.count;
  text_lines_release(&lines);
  return rows > STATUS_ROWS_LIMIT ? STATUS_ROWS_LIMIT : (int)rows;
}

struct body app_body(const struct app *app) {
  int width = canvas_columns() - 2;
  return (struct body){.row = 1,
                       .column = 1,
                       .height = canvas_rows() - 2 - app_status_rows(app),
                       .width = width < WIDTH_LIMIT_CELLS ? width : WIDTH_LIMIT_CELLS};
}

void app_begin_pane(const struct app *app, struct pane *pane) {
  struct body body = app_body(app);
  pane_begin(pane, body.row, body.column, body.height, body.width);
}

/* --- changing ----------------------------------------------------------------------------------*/

bool app_do(struct app *app, enum command command, const struct guide_input *input,
            struct guide_outcome *outcome) {
  struct guide_outcome own;
  struct error err = ERROR_INIT;
  if (!outcome)
    outcome = &own;
  if (!guide_do(app->guide, command, input, outcome, &err)) {
    app_tell_error(app, &err);
    return false;
  }
  if (outcome->status && !(outcome->changes & GUIDE_NEEDS_WORDS))
    app_tell(app, outcome->status);
  if (outcome->changes & GUIDE_ANSWERED)
    app->save_wanted = true;
  return true;
}

bool app_do_text(struct app *app, enum command command, const char *text, const char *words) {
  struct guide_input input = {.text = text, .words = words};
  return app_do(app, command, &input, NULL);
}

void app_typed(struct app *app, const char *field, const char *text) {
  guide_set_draft(app->guide, field, text && *text ? text : NULL);
  if (!app->draft_since_ms)
    app->draft_since_ms = clock_monotonic_ms();
}

void app_take_guide(struct app *app, struct guide *guide_take) {
  if (app->guide)
    app_save(app);
  guide_free(app->guide);
  app->guide = guide_take;
  if (guide_take && !session_is_practice(guide_session(guide_take)))
    recent_note(session_path(guide_session(guide_take)));
  app->save_wanted = false;
  app->draft_since_ms = 0;
}

void app_language_changed(struct app *app) {
  keymap_make(&app->keymap);
  app->language_changed = true;
}

/* --- saving ------------------------------------------------------------------------------------*/

static bool tell_not_saved(struct app *app, struct error *err) {
  struct error told = ERROR_INIT;
  error_set(&told, _("NOT SAVED: %s"), err->message);
  app_warn(app, told.message);
  error_release(&told);
  error_release(err);
  return false;
}

/* The file of a new session is named after its place. */
static bool make_file(struct app *app) {
  struct session *session = guide_session(app->guide);
  struct guide_outcome outcome;
  struct error err = ERROR_INIT;
  if (session_answer_count(session) == 0)
    return true;
  char *path = library_new_path(session_value(session, "profile.name"));
  struct guide_input input = {.text = path};
  bool done = guide_do(app->guide, COMMAND_SAVE_AS, &input, &outcome, &err);
  free(path);
  if (!done)
    return tell_not_saved(app, &err);
  app_tell(app, outcome.status);
  return true;
}

static void tell_privacy(struct app *app) {
  const char *warning = guide_privacy_warning(app->guide);
  if (warning)
    app_tell(app, warning);
}

bool app_save(struct app *app) {
  struct error err = ERROR_INIT;
  app->save_wanted = false;
  app->draft_since_ms = 0;
  if (app->practice || !app->guide)
    return true;
  if (guide_save_state(app->guide) == SAVE_NO_FILE)
    return make_file(app);
  if (guide_save(app->guide, &err)) {
    tell_privacy(app);
    return true;
  }
  /* a failure is what the status line says for as long as it lasts; answers that went into a file
   * beside another's are told once */
  if (!save_has_failed(app))
    app_warn(app, err.message);
  error_release(&err);
  return false;
}
