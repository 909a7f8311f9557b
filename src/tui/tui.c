/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/tui.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/language.h"
#include "base/memory.h"
#include "checklist/checklist.h"
#include "guide/library.h"
#include "guide/settings.h"
#include "session/session.h"
#include "tui/app.h"
#include "tui/canvas.h"
#include "tui/input.h"
#include "tui/paint.h"
#include "tui/requests.h"
#include "tui/screen.h"
#include "tui/terminal.h"

enum {
  STACK_LIMIT = SCREEN_ID_COUNT, /* each is open once at most */
  DRAFT_WAIT_MS = 4000, /* until what is typed is saved: within 5 seconds with the saving itself */
  KEYS_BETWEEN_PAINTS = 64,
  TAG_SAVE_AS = -2,
};

struct frame {
  const struct screen_ops *ops;
  enum screen_id id;
  void *state;
  int tag; /* with which the screen below opened this one */
};

struct loop {
  struct app app;
  struct frame stack[STACK_LIMIT];
  size_t depth;
  bool leaving;
  size_t keys_since_paint;
};

static struct frame *top(struct loop *loop) {
  return &loop->stack[loop->depth - 1];
}

/* --- the stack ---------------------------------------------------------------------------------*/

static void apply(struct loop *loop, struct screen_result result);
static void do_common(struct loop *loop, enum command command);

static void push(struct loop *loop, enum screen_id id, void *argument, int tag) {
  const struct screen_ops *ops = screen_ops(id);
  assert(ops && loop->depth < STACK_LIMIT);
  struct frame *frame = &loop->stack[loop->depth++];
  *frame = (struct frame){.ops = ops, .id = id, .tag = tag};
  apply(loop, ops->enter(&loop->app, &frame->state, argument));
}

static int pop(struct loop *loop) {
  struct frame frame = loop->stack[--loop->depth];
  frame.ops->leave(&loop->app, frame.state);
  return frame.tag;
}

static void keep_all(struct loop *loop) {
  for (size_t i = loop->depth; i > 0; i--)
    if (loop->stack[i - 1].ops->keep)
      loop->stack[i - 1].ops->keep(&loop->app, loop->stack[i - 1].state);
}

static bool is_open(const struct loop *loop, enum screen_id id) {
  for (size_t i = 0; i < loop->depth; i++)
    if (loop->stack[i].id == id)
      return true;
  return false;
}

static void open_screen(struct loop *loop, const struct screen_result *result) {
  if (is_open(loop, result->id)) {
    keep_all(loop);
    while (top(loop)->id != result->id)
      pop(loop);
    if (!result->argument)
      return;
    pop(loop);
  }
  push(loop, result->id, result->argument, result->tag);
}

static void save_as(struct loop *loop, const char *path) {
  if (path && *path)
    app_do_text(&loop->app, COMMAND_SAVE_AS, path, NULL);
}

static void close_screen(struct loop *loop, char *value) {
  int tag = pop(loop);
  if (loop->depth == 0)
    loop->leaving = true;
  else if (tag == TAG_SAVE_AS)
    save_as(loop, value);
  else if (top(loop)->ops->resume)
    apply(loop, top(loop)->ops->resume(&loop->app, top(loop)->state, tag, value));
  free(value);
}

static void close_all(struct loop *loop) {
  while (loop->depth > 0)
    pop(loop);
  app_take_guide(&loop->app, NULL);
}

static void go_home(struct loop *loop) {
  keep_all(loop);
  close_all(loop);
  loop->app.practice = false;
  push(loop, SCREEN_HOME, NULL, 0);
}

/* A failed save holds back once, so that nobody loses answers without knowing. */
static void quit(struct loop *loop) {
  struct app *app = &loop->app;
  keep_all(loop);
  loop->leaving = app_save(app) || app->quit_warned;
  app->quit_warned = true;
}

static void apply(struct loop *loop, struct screen_result result) {
  switch (result.then) {
  case THEN_STAY:
  case THEN_IGNORED:
    break;
  case THEN_OPEN:
    open_screen(loop, &result);
    break;
  case THEN_REPLACE:
    result.tag = pop(loop);
    push(loop, result.id, result.argument, result.tag);
    break;
  case THEN_CLOSE:
    close_screen(loop, result.value);
    break;
  case THEN_COMMAND:
    do_common(loop, result.command);
    break;
  case THEN_HOME:
    go_home(loop);
    break;
  case THEN_QUIT:
    quit(loop);
    break;
  }
}

/* --- commands that mean the same everywhere ----------------------------------------------------*/

static void go_to_profile(struct loop *loop) {
  const struct checklist *checklist = guide_checklist(loop->app.guide);
  app_do_text(&loop->app, COMMAND_GO, checklist->criteria[0]->id, NULL);
  apply(loop, screen_open(SCREEN_QUESTION, NULL, 0));
}

static void change_theme(struct loop *loop) {
  struct error err = ERROR_INIT;
  theme_use((theme_in_use() + 1) % THEME_COUNT);
  if (settings_save_theme(theme_id(theme_in_use()), &err))
    app_tell(&loop->app, theme_name(theme_in_use()));
  else
    app_tell_error(&loop->app, &err);
}

static void save_now(struct app *app) {
  if (app->guide && app_save(app) && !app->status)
    app_tell(app, app_save_text(app));
}

static void ask_save_as(struct loop *loop) {
  const char *path = session_path(guide_session(loop->app.guide));
  struct text_request *request =
      text_request_new(_("Save as"), _("The file to go on in:"), path, NULL);
  apply(loop, screen_open(SCREEN_PROMPT, request, TAG_SAVE_AS));
}

static void go_back(struct loop *loop) {
  if (loop->depth > 1)
    apply(loop, screen_close(NULL));
  else if (top(loop)->id != SCREEN_HOME)
    go_home(loop);
}

/* What the command's screen is opened with. */
static void *argument_of(struct loop *loop, enum command command) {
  if (command == COMMAND_SEARCH)
    return memory_dup("");
  return command == COMMAND_HELP ? memory_dup(top(loop)->ops->id) : NULL;
}

static bool needs_session(enum command command) {
  return command != COMMAND_HELP && command != COMMAND_LANGUAGE;
}

static void open_for_command(struct loop *loop, enum command command) {
  enum screen_id id = screen_for_command(command);
  if (id == SCREEN_ID_COUNT || top(loop)->id == id)
    return;
  if (loop->app.guide || !needs_session(command))
    apply(loop, screen_open(id, argument_of(loop, command), 0));
}

/* While a text is being written below, nothing may close it. */
static bool holds_typed_text(struct loop *loop) {
  for (size_t i = 0; i < loop->depth; i++)
    if (loop->stack[i].ops->command == screen_typing_command)
      return true;
  return false;
}

static void do_common(struct loop *loop, enum command command) {
  if (command != COMMAND_BACK && holds_typed_text(loop) &&
      screen_typing_command(&loop->app, NULL, command).then == THEN_STAY)
    return;
  switch (command) {
  case COMMAND_REDRAW:
    terminal_redraw();
    break;
  case COMMAND_THEME:
    change_theme(loop);
    break;
  case COMMAND_BACK:
    go_back(loop);
    break;
  case COMMAND_QUIT:
    quit(loop);
    break;
  case COMMAND_HOME:
    go_home(loop);
    break;
  case COMMAND_PROFILE:
    if (loop->app.guide)
      go_to_profile(loop);
    break;
  case COMMAND_SAVE_AS:
    if (loop->app.guide)
      ask_save_as(loop);
    break;
  case COMMAND_SAVE:
    save_now(&loop->app);
    break;
  case COMMAND_UNDO:
  case COMMAND_REDO:
    if (loop->app.guide)
      app_do(&loop->app, command, NULL, NULL);
    break;
  default:
    open_for_command(loop, command);
  }
}

/* --- keys --------------------------------------------------------------------------------------*/

static void do_command(struct loop *loop, enum command command) {
  struct frame *frame = top(loop);
  struct screen_result result = screen_ignored();
  if (frame->ops->command)
    result = frame->ops->command(&loop->app, frame->state, command);
  if (result.then == THEN_IGNORED)
    do_common(loop, command);
  else
    apply(loop, result);
}

static void forget_status(struct app *app, enum command command) {
  free(app->status);
  app->status = NULL;
  app->status_is_warning = false;
  if (command != COMMAND_QUIT)
    app->quit_warned = false;
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
  struct frame *frame = top(loop);
  struct screen_result result = screen_ignored();
  if (key->code == INPUT_RESIZE)
    return;
  if (is_ctrl(key, 'C'))
    command = COMMAND_QUIT;
  forget_status(&loop->app, command);
  if (is_ctrl(key, 'C') || canvas_is_too_small()) {
    if (command == COMMAND_QUIT)
      quit(loop);
    return;
  }
  if (frame->ops->key)
    result = frame->ops->key(&loop->app, frame->state, key);
  if (result.then != THEN_IGNORED)
    apply(loop, result);
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

static void paint_top(struct loop *loop) {
  paint(&loop->app, top(loop)->ops, top(loop)->state);
}

/* What was answered is on the screen before the disk is waited for. */
static void paint_and_save(struct loop *loop) {
  paint_top(loop);
  if (!loop->app.save_wanted)
    return;
  app_save(&loop->app);
  paint_top(loop);
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
  if (loop->keys_since_paint++ < KEYS_BETWEEN_PAINTS && input_next(loop->app.input, 0, key) &&
      key->code != INPUT_TIMEOUT)
    return;
  loop->keys_since_paint = 0;
  if (key->code != INPUT_END)
    wait_for_key(loop, key);
}

static void run(struct loop *loop) {
  struct key key = {.code = INPUT_TIMEOUT};
  while (!loop->leaving) {
    next_key(loop, &key);
    if (key.code == INPUT_END)
      break;
    handle_key(loop, &key);
    if (loop->app.language_changed)
      tell_language(loop);
  }
  keep_all(loop);
  app_save(&loop->app);
}

/* --- starting ----------------------------------------------------------------------------------*/

static bool start_new(struct loop *loop, const struct tui_options *options, struct error *err) {
  struct guide *guide = library_new(options->checklist, err);
  if (!guide)
    return false;
  app_take_guide(&loop->app, guide);
  loop->app.practice = options->start == TUI_PRACTICE;
  push(loop, SCREEN_QUESTION, NULL, 0);
  return true;
}

/* A file that cannot be opened and has no predecessor is told on the command line, not here. */
static bool start_session(struct loop *loop, const struct tui_options *options, struct error *err) {
  struct open_request *request = open_request_new(options->session_path, options->read_only);
  open_request_load(request);
  if (!request->guide && !request->report.previous_exists) {
    error_set(err, "%s", request->failure);
    open_request_free(request);
    return false;
  }
  push(loop, SCREEN_OPEN, request, 0);
  return true;
}

static bool start(struct loop *loop, const struct tui_options *options, struct error *err) {
  switch (options->start) {
  case TUI_SESSION:
    return start_session(loop, options, err);
  case TUI_HOME:
    push(loop, SCREEN_HOME, NULL, 0);
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

static void walk(struct loop *loop, const struct tui_options *options, struct input *input) {
  loop->app.input = input;
  theme_use(options->theme);
  run(loop);
}

static void finish(struct loop *loop) {
  while (loop->depth > 0)
    pop(loop);
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

/* What cannot be opened is said before the terminal is taken. */
bool tui_run(const struct tui_options *options, struct error *err) {
  struct loop loop;
  struct terminal_options terminal = {.ascii = options->ascii};
  bool done = prepare(&loop, options, err) && terminal_start(&terminal, err);
  if (done) {
    struct input *input = input_terminal_new();
    walk(&loop, options, input);
    input_free(input);
    terminal_stop();
  }
  finish(&loop);
  return done;
}
