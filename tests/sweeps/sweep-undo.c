/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random commands, undo and redo among them, beside a simple model of what has to come of them. The
 * session is compared after every command, the file after every save. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "checklist/checklist.h"
#include "guide/guide.h"
#include "session/session-file.h"
#include "session/session.h"
#include "sweep.h"
#include "tests/base/scratch.h"

enum { QUESTION_LIMIT = 64, STEP_LIMIT = 500, SHORT_WALK = 250, LONG_WALK = 2500 };

/* Texts are numbers here: 0 is none. */
struct record {
  const char *value;
  uint32_t comment, note;
  bool review;
};
struct step {
  size_t question;
  struct record before, after;
};
struct model {
  struct record records[QUESTION_LIMIT];
  struct step steps[STEP_LIMIT];
  size_t count, done;
};

static struct sweep sweep;
static struct model model;
static struct checklist *reading; /* the guide owns one of its own */
static struct guide *guide;
static char path[4096];
static uint32_t seed = 20261122;
static long saves, refusals, reopened;

/* --- the model --------------------------------------------------------------------------------*/

static bool same_value(const char *a, const char *b) {
  return a && b ? !strcmp(a, b) : a == b;
}

static bool same_record(const struct record *a, const struct record *b) {
  return same_value(a->value, b->value) && a->comment == b->comment && a->note == b->note &&
         a->review == b->review;
}

static void model_change(size_t question, struct record after) {
  struct record *record = &model.records[question];
  if (same_record(record, &after))
    return;
  model.count = model.done;
  if (model.count == STEP_LIMIT)
    memmove(model.steps, model.steps + 1, --model.count * sizeof *model.steps);
  model.steps[model.count++] = (struct step){question, *record, after};
  model.done = model.count;
  *record = after;
}

static void model_undo(void) {
  if (model.done) {
    const struct step *step = &model.steps[--model.done];
    model.records[step->question] = step->before;
  }
}

static void model_redo(void) {
  if (model.done < model.count) {
    const struct step *step = &model.steps[model.done++];
    model.records[step->question] = step->after;
  }
}

/* --- comparing --------------------------------------------------------------------------------*/

static const char *text_of(uint32_t number, char text[32]) {
  snprintf(text, 32, "text %u", (unsigned)number);
  return number ? text : NULL;
}

static bool holds(const struct session *session, const char *id, const struct record *record) {
  static const struct answer nothing;
  char one[32], two[32];
  const struct answer *answer = session_answer(session, id);
  if (!answer)
    answer = &nothing;
  return same_value(answer->value, record->value) &&
         same_value(answer->comment, text_of(record->comment, one)) &&
         same_value(answer->note, text_of(record->note, two)) && answer->review == record->review;
}

static void compare(const struct session *session, const char *what) {
  for (size_t i = 0; i < reading->question_count; i++)
    if (!holds(session, reading->questions[i]->id, &model.records[i]))
      sweep_fails(&sweep, "after %ld commands %s has another '%s'", sweep.runs, what,
                  reading->questions[i]->id);
  if (session_undo_count(session) != model.done ||
      session_redo_count(session) != model.count - model.done)
    sweep_fails(&sweep, "after %ld commands %s has other steps to undo", sweep.runs, what);
}

/* --- the commands -----------------------------------------------------------------------------*/

static bool command(enum command command, const char *text) {
  struct error err = ERROR_INIT;
  struct guide_outcome outcome;
  struct guide_input input = {.text = text};
  uint64_t version = session_version(guide_session(guide));
  bool done = guide_do(guide, command, &input, &outcome, &err);
  if (!done && (!err.message || session_version(guide_session(guide)) != version))
    sweep_fails(&sweep, "after %ld commands: refused without a word, or half done", sweep.runs);
  refusals += !done;
  error_release(&err);
  return done;
}

static const char *random_value(const struct question *question) {
  static const char *const answers[] = {"yes", "no", "unknown"};
  static const char *const numbers[] = {"1", "12", "1200", "unknown"};
  static const char *const texts[] = {"Elm", "Oak", "A longer text, with words."};
  switch (question->kind) {
  case KIND_YES_NO:
    return answers[sweep_random(&seed, 3)];
  case KIND_NUMBER:
    return numbers[sweep_random(&seed, 4)];
  case KIND_TEXT:
    return texts[sweep_random(&seed, 3)];
  default:
    return "unknown";
  }
}

static size_t here(void) {
  size_t at = 0;
  while (strcmp(reading->questions[at]->id, guide_question(guide)->id) != 0)
    at++;
  return at;
}

static void change_something(void) {
  size_t at = here();
  char text[32];
  struct record after = model.records[at];
  uint32_t number = sweep_random(&seed, 8);
  bool done;
  switch (sweep_random(&seed, 5)) {
  case 0:
    after.value = random_value(reading->questions[at]);
    done = command(COMMAND_ANSWER, after.value);
    break;
  case 1:
    after.value = NULL;
    done = command(COMMAND_CLEAR_ANSWER, NULL);
    break;
  case 2:
    after.comment = number;
    done = command(COMMAND_COMMENT, number ? text_of(number, text) : "");
    break;
  case 3:
    after.note = number;
    done = command(COMMAND_NOTE, number ? text_of(number, text) : "");
    break;
  default:
    after.review = !after.review;
    done = command(COMMAND_REVIEW, NULL);
  }
  if (done)
    model_change(at, after);
}

static void move(void) {
  static const enum command moves[] = {COMMAND_NEXT_QUESTION, COMMAND_PREVIOUS_QUESTION,
                                       COMMAND_NEXT_PAGE, COMMAND_NEXT_OPEN, COMMAND_FIRST};
  if (sweep_random(&seed, 2))
    command(COMMAND_GO,
            reading->questions[sweep_random(&seed, (uint32_t)reading->question_count)]->id);
  else
    command(moves[sweep_random(&seed, 5)], NULL);
}

/* --- files ------------------------------------------------------------------------------------*/

static void save(void) {
  struct session_report report;
  struct error err = ERROR_INIT;
  if (!guide_save(guide, &err))
    sweep_fails(&sweep, "not saved: %s", err.message);
  struct session *there = session_load(path, reading, SESSION_READ_ONLY, &report, &err);
  if (!there)
    sweep_fails(&sweep, "not loaded: %s", err.message);
  else if (report.wholeness == SESSION_WHOLE)
    compare(there, "the file");
  else
    sweep_fails(&sweep, "the file is not whole");
  saves++;
  session_free(there);
  error_release(&err);
}

static void open_again(void) {
  save();
  guide_free(guide);
  struct checklist *own = sweep_checklist();
  struct session *session = session_load(path, own, SESSION_WRITE, NULL, NULL);
  if (!session)
    abort();
  guide = guide_new(own, session);
  reopened++;
}

static void start_anew(void) {
  guide_free(guide);
  scratch_clear("f");
  memset(&model, 0, sizeof model);
  struct checklist *own = sweep_checklist();
  struct session *session = session_new(own);
  if (!session_create(session, path, NULL))
    abort();
  guide = guide_new(own, session);
}

static void one_command(void) {
  uint32_t which = sweep_random(&seed, 100);
  sweep.runs++;
  if (which < 45)
    change_something();
  else if (which < 60)
    move();
  else if (which < 80) {
    command(COMMAND_UNDO, NULL);
    model_undo();
  } else if (which < 92) {
    command(COMMAND_REDO, NULL);
    model_redo();
  } else if (which < 99) {
    save();
  } else {
    open_again();
  }
  compare(guide_session(guide), "the session");
}

int main(int count, char **arguments) {
  long wanted = sweep_is_long(count, arguments) ? 500000 : 50000;
  scratch_make();
  scratch_write("f/.keep", "", 0);
  snprintf(path, sizeof path, "%s", scratch_path("f/s.yaml"));
  reading = sweep_checklist();
  sweep_begin(&sweep, "undo and redo beside a model", "sessions");
  while (sweep.runs < wanted) {
    start_anew();
    sweep.points++;
    for (int left = sweep.points % 20 ? SHORT_WALK : LONG_WALK; left && sweep.runs < wanted; left--)
      one_command();
  }
  guide_free(guide);
  bool well = sweep_end(&sweep, 50000);
  printf("  %ld saves, after each the file was compared; opened again %ld times; %ld commands "
         "refused in words\n",
         saves, reopened, refusals);
  checklist_free(reading);
  scratch_remove();
  return !well;
}
