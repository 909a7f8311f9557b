/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/loop.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/language.h"

struct frame *loop_top(struct loop *loop) {
  return &loop->stack[loop->depth - 1];
}

void loop_push(struct loop *loop, enum screen_id id, void *argument, int tag) {
  const struct screen_ops *ops = screen_ops(id);
  assert(ops && loop->depth < LOOP_STACK_LIMIT);
  struct frame *frame = &loop->stack[loop->depth++];
  *frame = (struct frame){.ops = ops, .id = id, .tag = tag};
  loop_apply(loop, ops->enter(&loop->app, &frame->state, argument));
}

int loop_pop(struct loop *loop) {
  struct frame frame = loop->stack[--loop->depth];
  frame.ops->leave(&loop->app, frame.state);
  return frame.tag;
}

void loop_keep_all(struct loop *loop) {
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
    loop_keep_all(loop);
    while (loop_top(loop)->id != result->id)
      loop_pop(loop);
    if (!result->argument)
      return;
    loop_pop(loop);
  }
  loop_push(loop, result->id, result->argument, result->tag);
}

static void save_as(struct loop *loop, const char *path) {
  if (path && *path && app_do_text(&loop->app, COMMAND_SAVE_AS, path, NULL))
    loop->app.practice = false; /* now it is one's own */
}

static void change_lock(struct loop *loop, const char *wish) {
  if (wish && strcmp(wish, "change") == 0)
    loop_apply(loop, screen_open(SCREEN_PASSPHRASE, NULL, 0));
  else if (wish && strcmp(wish, "remove") == 0)
    app_do_text(&loop->app, COMMAND_LOCK, NULL, NULL);
}

static void close_screen(struct loop *loop, char *value) {
  int tag = loop_pop(loop);
  if (loop->depth == 0)
    loop->leaving = true;
  else if (tag == LOOP_TAG_SAVE_AS)
    save_as(loop, value);
  else if (tag == LOOP_TAG_LOCK)
    change_lock(loop, value);
  else if (loop_top(loop)->ops->resume)
    loop_apply(loop, loop_top(loop)->ops->resume(&loop->app, loop_top(loop)->state, tag, value));
  free(value);
}

static void close_all(struct loop *loop) {
  while (loop->depth > 0)
    loop_pop(loop);
  app_take_guide(&loop->app, NULL);
  session_forget_passphrase();
}

static bool may_leave(struct loop *loop) {
  struct app *app = &loop->app;
  loop_keep_all(loop);
  if (app_save(app) || app->leave_warned)
    return true;
  app->leave_held_back = true;
  if (guide_save_state(app->guide) == SAVE_SAVED) /* elsewhere, which is told */
    return false;
  struct error told = ERROR_INIT;
  error_set(&told, _("Not left yet: do the same again to leave without saving. %s"),
            app_failure_text(app));
  app_warn(app, told.message);
  error_release(&told);
  return false;
}

void loop_go_home(struct loop *loop) {
  if (!may_leave(loop))
    return;
  close_all(loop);
  loop->app.practice = false;
  loop_push(loop, SCREEN_HOME, NULL, 0);
}

void loop_quit(struct loop *loop) {
  loop->leaving = may_leave(loop);
}

void loop_apply(struct loop *loop, struct screen_result result) {
  switch (result.then) {
  case THEN_STAY:
  case THEN_IGNORED:
    break;
  case THEN_OPEN:
    open_screen(loop, &result);
    break;
  case THEN_REPLACE:
    result.tag = loop_pop(loop);
    loop_push(loop, result.id, result.argument, result.tag);
    break;
  case THEN_CLOSE:
    close_screen(loop, result.value);
    break;
  case THEN_COMMAND:
    loop_do_common(loop, result.command);
    break;
  case THEN_HOME:
    loop_go_home(loop);
    break;
  case THEN_QUIT:
    loop_quit(loop);
    break;
  }
}
