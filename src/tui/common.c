/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands that mean the same on every screen. */
#include "base/error.h"
#include "base/language.h"
#include "base/memory.h"
#include "checklist/checklist.h"
#include "guide/settings.h"
#include "session/session.h"
#include "tui/loop.h"
#include "tui/requests.h"
#include "tui/terminal.h"
#include "tui/theme.h"

static void go_to_profile(struct loop *loop) {
  const struct checklist *checklist = guide_checklist(loop->app.guide);
  app_do_text(&loop->app, COMMAND_GO, checklist->criteria[0]->id, NULL);
  loop_apply(loop, screen_open(SCREEN_QUESTION, NULL, 0));
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
  loop_apply(loop, screen_open(SCREEN_PROMPT, request, LOOP_TAG_SAVE_AS));
}

static void ask_lock(struct loop *loop) {
  if (loop->app.practice) {
    app_tell(&loop->app, _("Practice: nothing is saved, so there is nothing to lock."));
  } else if (!session_has_passphrase(guide_session(loop->app.guide))) {
    loop_apply(loop, screen_open(SCREEN_PASSPHRASE, NULL, 0));
  } else {
    struct choose_request *request = choose_request_new(_("This session is locked"), NULL);
    choose_request_add(request, "leave", _("Leave it as it is"), NULL, NULL, CHOOSE_NO_MARK);
    choose_request_add(request, "change", _("Change the passphrase"), NULL, NULL, CHOOSE_NO_MARK);
    choose_request_add(request, "remove", _("Take the lock away"), NULL, NULL, CHOOSE_NO_MARK);
    loop_apply(loop, screen_open(SCREEN_CHOOSE, request, LOOP_TAG_LOCK));
  }
}

static void go_back(struct loop *loop) {
  if (loop->depth > 1)
    loop_apply(loop, screen_close(NULL));
  else if (loop_top(loop)->id != SCREEN_HOME)
    loop_go_home(loop);
}

/* What the command's screen is opened with. */
static void *argument_of(struct loop *loop, enum command command) {
  if (command == COMMAND_SEARCH)
    return memory_dup("");
  return command == COMMAND_HELP ? memory_dup(loop_top(loop)->ops->id) : NULL;
}

static bool needs_session(enum command command) {
  return command != COMMAND_HELP && command != COMMAND_LANGUAGE;
}

static void open_for_command(struct loop *loop, enum command command) {
  enum screen_id id = screen_for_command(command);
  if (id == SCREEN_ID_COUNT || loop_top(loop)->id == id)
    return;
  if (loop->app.guide || !needs_session(command))
    loop_apply(loop, screen_open(id, argument_of(loop, command), 0));
}

/* While a text is being written below, nothing may close it. */
static bool holds_typed_text(struct loop *loop) {
  for (size_t i = 0; i < loop->depth; i++)
    if (loop->stack[i].ops->command == screen_typing_command)
      return true;
  return false;
}

void loop_do_common(struct loop *loop, enum command command) {
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
    loop_quit(loop);
    break;
  case COMMAND_HOME:
    loop_go_home(loop);
    break;
  case COMMAND_PROFILE:
    if (loop->app.guide)
      go_to_profile(loop);
    break;
  case COMMAND_SAVE_AS:
    if (loop->app.guide)
      ask_save_as(loop);
    break;
  case COMMAND_LOCK:
    if (loop->app.guide)
      ask_lock(loop);
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
