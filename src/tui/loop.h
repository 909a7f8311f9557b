/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stack of screens, and what the loop does with a screen's results. For tui.c and common.c
 * only: screens know of app.h and screen.h. */
#ifndef TUI_LOOP_H
#define TUI_LOOP_H

#include <stdbool.h>
#include <stddef.h>

#include "tui/app.h"
#include "tui/screen.h"

enum { LOOP_STACK_LIMIT = SCREEN_ID_COUNT }; /* each screen is open once at most */

struct frame {
  const struct screen_ops *ops;
  enum screen_id id;
  void *state;
  int tag; /* with which the screen below opened this one */
};

struct loop {
  struct app app;
  struct frame stack[LOOP_STACK_LIMIT];
  size_t depth;
  bool leaving;
  size_t keys_since_paint;
};

struct frame *loop_top(struct loop *loop);
void loop_push(struct loop *loop, enum screen_id id, void *argument_take, int tag);
int loop_pop(struct loop *loop); /* returns its tag */
/* Lets every screen accept or keep what is typed. */
void loop_keep_all(struct loop *loop);
void loop_apply(struct loop *loop, struct screen_result result);
/* Keep, save and leave the session; a failed save holds back once, so that nobody loses answers
 * without knowing. */
void loop_go_home(struct loop *loop);
void loop_quit(struct loop *loop);

/* What a command does on every screen. */
void loop_do_common(struct loop *loop, enum command command);
enum { LOOP_TAG_SAVE_AS = -2, LOOP_TAG_LOCK = -3 }; /* of what loop_do_common() opens */

#endif
