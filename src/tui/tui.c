/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/tui.h"

#include <stdlib.h>

#include "base/clock.h"
#include "base/error.h"
#include "guide/library.h"
#include "tui/canvas.h"
#include "tui/input.h"
#include "tui/loop.h"
#include "tui/paint.h"
#include "tui/requests.h"
#include "tui/terminal.h"

enum {
  DRAFT_WAIT_MS = 4000, /* until what is typed is saved: within 5 seconds with the saving itself */
  KEYS_BETWEEN_PAINTS = 64,
};

/* --- keys --------------------------------------------------------------------------------------*/

static void do_command(struct loop *loop, enum command command) {
  struct frame *frame = loop_top(loop);
  struct screen_result result = screen_ignored();
  if (frame->ops->command)
    result = frame->ops->command(&loop->app, frame->state, command);
  if (result.then == THEN_IGNORED)
    loop_do_common(loop, command);
  else
    loop_apply(loop, result);
}

static void forget_status(struct app *app) {
  free(app->status);
  app->status = NULL;
  app->status_is_warning = false;
  app->leave_warned = app->leave_held_back;
  app->leave_held_back = false;
}

static bool is_ctrl(const struct key *key, char letter) {
  return key->code == INPUT_CTRL && key->character == (uint32_t)letter;
}

static void suspend(struct app *app) {
  app_save(app);
  terminal_suspend();
}

static void handle_key(struct loop *loop, const struct key *key) {
  enum command command = keymap_command(&loop->app.keymap, key);
  struct frame *frame = loop_top(loop);
  struct screen_result result = screen_ignored();
  if (key->code == INPUT_RESIZE)
    return;
  if (key->code == INPUT_STOP) {
    suspend(&loop->app);
    return;
  }
  if (is_ctrl(key, 'C'))
    command = COMMAND_QUIT;
  forget_status(&loop->app);
  if (is_ctrl(key, 'C') || canvas_is_too_small()) {
    if (command == COMMAND_QUIT)
      loop_quit(loop);
    return;
  }
  if (frame->ops->key)
    result = frame->ops->key(&loop->app, frame->state, key);
  if (result.then != THEN_IGNORED)
    loop_apply(loop, result);
  else if (command != COMMAND_NONE)
    do_command(loop, command);
  else if (is_ctrl(key, 'Z'))
    suspend(&loop->app);
}

static void tell_language(struct loop *loop) {
  loop->app.language_changed = false;
  for (size_t i = 0; i < loop->depth; i++)
    if (loop->stack[i].ops->resume)
      loop->stack[i].ops->resume(&loop->app, loop->stack[i].state, SCREEN_TAG_LANGUAGE, NULL);
}

/* --- the loop ----------------------------------------------------------------------------------*/

static bool only_asks(enum screen_id id) {
  return id == SCREEN_CHOOSE || id == SCREEN_PROMPT || id == SCREEN_EDIT;
}

/* Of what only asks: where it is asked from. */
static const char *position(struct loop *loop) {
  struct app *app = &loop->app;
  const struct frame *frame = loop_top(loop);
  while (frame > loop->stack && only_asks(frame->id))
    frame--;
  if (frame->ops->title)
    return frame->ops->title(app, frame->state);
  return app->guide ? guide_position_text(app->guide) : "";
}

static void paint_top(struct loop *loop) {
  paint(&loop->app, loop_top(loop)->ops, loop_top(loop)->state, position(loop));
}

/* What was answered is on the screen before the disk is waited for. */
static void paint_and_save(struct loop *loop) {
  paint_top(loop);
  if (!loop->app.save_wanted)
    return;
  app_save(&loop->app);
  paint_top(loop);
}

/* Before the next key, even one that has come already. */
static void do_work(struct loop *loop) {
  const struct frame *top = loop_top(loop);
  loop->app.work_wanted = false;
  paint_top(loop);
  if (top->ops->work)
    loop_apply(loop, top->ops->work(&loop->app, top->state));
}

static int wait_ms(const struct app *app) {
  if (!app->draft_since_ms)
    return -1;
  int64_t left_ms = app->draft_since_ms + DRAFT_WAIT_MS - clock_monotonic_ms();
  return left_ms > 0 ? (int)left_ms : 0;
}

static void wait_for_key(struct loop *loop, struct key *key) {
  struct app *app = &loop->app;
  paint_and_save(loop);
  terminal_mark();
  while (input_next(app->input, wait_ms(app), key) && key->code == INPUT_TIMEOUT)
    if (app->draft_since_ms) {
      app_save(app);
      paint_top(loop);
    }
}

/* Keys that have come already are handled before anything is drawn. */
static void next_key(struct loop *loop, struct key *key) {
  if (loop->app.work_wanted)
    do_work(loop);
  if (loop->keys_since_paint++ < KEYS_BETWEEN_PAINTS && input_next(loop->app.input, 0, key) &&
      key->code != INPUT_TIMEOUT)
    return;
  loop->keys_since_paint = 0;
  if (key->code != INPUT_END)
    wait_for_key(loop, key);
}

/* false: what was entered last is not saved. */
static bool run(struct loop *loop) {
  struct key key = {.code = INPUT_TIMEOUT};
  while (!loop->leaving) {
    next_key(loop, &key);
    if (key.code == INPUT_END)
      break;
    handle_key(loop, &key);
    if (loop->app.language_changed)
      tell_language(loop);
  }
  loop_keep_all(loop);
  return app_save(&loop->app);
}

/* --- starting ----------------------------------------------------------------------------------*/

static bool start_new(struct loop *loop, const struct tui_options *options, struct error *err) {
  struct guide *guide = library_new(options->checklist, err);
  if (!guide)
    return false;
  app_take_guide(&loop->app, guide);
  loop->app.practice = options->start == TUI_PRACTICE;
  loop_push(loop, SCREEN_QUESTION, NULL, 0);
  return true;
}

/* A file that cannot be opened and has no predecessor is told on the command line, not here. */
static bool start_session(struct loop *loop, const struct tui_options *options, struct error *err) {
  struct open_request *request = open_request_new(options->session_path, options->read_only);
  if (session_needs_passphrase(request->path)) {
    loop_push(loop, SCREEN_PASSPHRASE, request, 0);
    return true;
  }
  open_request_load(request);
  if (!request->guide && !request->report.previous_exists) {
    error_set(err, "%s", request->failure);
    open_request_free(request);
    return false;
  }
  loop_push(loop, SCREEN_OPEN, request, 0);
  return true;
}

static bool start(struct loop *loop, const struct tui_options *options, struct error *err) {
  switch (options->start) {
  case TUI_SESSION:
    return start_session(loop, options, err);
  case TUI_HOME:
    loop_push(loop, SCREEN_HOME, NULL, 0);
    return true;
  default:
    return start_new(loop, options, err);
  }
}

static bool prepare(struct loop *loop, const struct tui_options *options, struct error *err) {
  *loop = (struct loop){0};
  keymap_make(&loop->app.keymap);
  return start(loop, options, err);
}

static bool walk(struct loop *loop, const struct tui_options *options, struct input *input) {
  loop->app.input = input;
  theme_use(options->theme);
  return run(loop);
}

static void finish(struct loop *loop) {
  while (loop->depth > 0)
    loop_pop(loop);
  guide_free(loop->app.guide);
  free(loop->app.status);
  keymap_release(&loop->app.keymap);
}

bool tui_walk(const struct tui_options *options, struct input *input, struct error *err) {
  struct loop loop;
  bool prepared = prepare(&loop, options, err);
  if (prepared)
    walk(&loop, options, input);
  finish(&loop);
  return prepared;
}

/* What cannot be opened is said before the terminal is taken, what could not be saved after it was
 * given back. */
bool tui_run(const struct tui_options *options, struct error *err) {
  struct loop loop;
  struct terminal_options terminal = {.ascii = options->ascii};
  bool done = prepare(&loop, options, err) && terminal_start(&terminal, err);
  if (done) {
    struct input *input = input_terminal_new();
    done = walk(&loop, options, input);
    input_free(input);
    terminal_stop();
    if (!done)
      error_set(err, "%s", app_failure_text(&loop.app));
  }
  finish(&loop);
  return done;
}
