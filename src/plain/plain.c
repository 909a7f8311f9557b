/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plain/plain.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/language.h"
#include "checklist/checklist.h"
#include "guide/library.h"
#include "guide/recent.h"
#include "plain/plain-internal.h"
#include "session/session.h"

/* --- saving ------------------------------------------------------------------------------------*/

/* A file is there from the first answer on. That is mostly the name of the place, and then the
 * file's too. */
static bool make_file(struct plain *plain, struct error *err) {
  struct guide_outcome outcome;
  char *path = library_new_path(session_value(guide_session(plain->guide), "profile.name"));
  struct guide_input input = {.text = path};
  bool done = guide_do(plain->guide, COMMAND_SAVE_AS, &input, &outcome, err);
  free(path);
  return done;
}

static bool save(struct plain *plain, struct error *err) {
  if (plain->practice)
    return true;
  if (guide_save_state(plain->guide) == SAVE_NO_FILE &&
      session_is_unsaved(guide_session(plain->guide)) && !make_file(plain, err))
    return false;
  if (!guide_save(plain->guide, err))
    return false;
  plain->failure_told = false;
  return true;
}

static void tell_save_failure(struct plain *plain, struct error *err) {
  bool is_saved_beside = guide_save_state(plain->guide) == SAVE_SAVED;
  plain_sayf(plain, is_saved_beside ? _("Saved elsewhere: %s.") : _("NOT SAVED: %s."),
             err->message);
  error_release(err);
  if (is_saved_beside || plain->failure_told)
    return;
  plain->failure_told = true;
  plain_say(plain, _("Your answers are still here while the program runs. Make room or put the "
                     "disk back: saving is tried again with each answer. Or save elsewhere with "
                     ":save as FILE."));
}

bool plain_save(struct plain *plain) {
  struct error err = ERROR_INIT;
  bool done = save(plain, &err);
  const char *warning = done && !plain->practice ? guide_privacy_warning(plain->guide) : NULL;
  if (!done)
    tell_save_failure(plain, &err);
  if (warning)
    plain_say(plain, warning);
  return done;
}

static void add_save_sentence(struct plain *plain, bool had_file, struct strbuf *text) {
  switch (guide_save_state(plain->guide)) {
  case SAVE_SAVED:
    if (had_file)
      strbuf_add(text, _(" Saved."));
    else
      strbuf_addf(text, _(" Saved in %s."), session_path(guide_session(plain->guide)));
    break;
  case SAVE_NO_FILE:
  case SAVE_PRACTICE:
    strbuf_add(text, _(" Practice: not saved."));
    break;
  default: /* a failure is told by itself, and a read-only session does not change */
    break;
  }
}

/* --- commands to the guide ---------------------------------------------------------------------*/

static void tell_change(struct plain *plain, const char *status) {
  struct error err = ERROR_INIT;
  struct strbuf text;
  bool had_file = session_path(guide_session(plain->guide));
  strbuf_init(&text);
  strbuf_addf(&text, "%s %s.", status, guide_progress_text(plain->guide));
  bool saved = save(plain, &err);
  if (saved)
    add_save_sentence(plain, had_file, &text);
  plain_say(plain, text.text);
  strbuf_release(&text);
  if (!saved)
    tell_save_failure(plain, &err);
}

static void after_the_last(struct plain *plain) {
  const char *const labels[] = {_("See the results"), _("Make a document"),
                                _("Go to the next question without an answer"),
                                _("Stay at the last question"), _("Go home")};
  plain_sayf(plain, "%s.", guide_progress_text(plain->guide));
  switch (plain_choose(plain, labels, 5, 0)) {
  case 0:
    plain_results(plain);
    break;
  case 1:
    plain_export(plain);
    break;
  case 2:
    plain_do(plain, COMMAND_NEXT_OPEN, NULL);
    break;
  case 4:
    plain_close(plain);
    break;
  default:
    plain->show = true;
  }
}

static bool ask_words(struct plain *plain, enum command command, const struct guide_input *input,
                      const char *prompt) {
  struct guide_input with_words = input ? *input : (struct guide_input){0};
  enum plain_reply reply;
  while ((reply = plain_ask(plain, prompt)) == REPLY_HELP)
    plain_say(plain, _("This answer needs words. Type them and press Enter; < goes back."));
  if (reply != REPLY_TEXT) {
    plain_say(plain, _("Unchanged: this answer needs words."));
    return false;
  }
  with_words.words = plain->line.text;
  return plain_do(plain, command, &with_words);
}

static bool carry_out(struct plain *plain, enum command command, const struct guide_input *input,
                      const struct guide_outcome *outcome) {
  if (outcome->changes & GUIDE_NEEDS_WORDS)
    return ask_words(plain, command, input, outcome->status);
  if (outcome->changes & GUIDE_ANSWERED)
    tell_change(plain, outcome->status);
  else if (outcome->status)
    plain_say(plain, outcome->status);
  if (outcome->changes & GUIDE_MOVED)
    plain->show = true;
  if (outcome->changes & GUIDE_FINISHED)
    after_the_last(plain);
  return true;
}

bool plain_do(struct plain *plain, enum command command, const struct guide_input *input) {
  struct error err = ERROR_INIT;
  struct guide_outcome outcome;
  if (guide_do(plain->guide, command, input, &outcome, &err))
    return carry_out(plain, command, input, &outcome);
  plain_say_error(plain, &err);
  return false;
}

bool plain_do_text(struct plain *plain, enum command command, const char *text) {
  const struct guide_input input = {.text = text};
  return plain_do(plain, command, &input);
}

/* --- the walk ----------------------------------------------------------------------------------*/

void plain_go_on(struct plain *plain) {
  plain_do(plain, COMMAND_NEXT_QUESTION, NULL);
}

static void walk(struct plain *plain) {
  if (plain->show)
    plain_show_question(plain);
  plain->show = false;
  switch (plain_ask(plain, plain_question_prompt(plain))) {
  case REPLY_END:
    break;
  case REPLY_EMPTY:
    plain_go_on(plain);
    break;
  case REPLY_BACK:
    plain_do(plain, COMMAND_PREVIOUS_QUESTION, NULL);
    break;
  case REPLY_HELP:
    plain_help(plain);
    break;
  case REPLY_TEXT:
    plain_question_reply(plain);
    break;
  }
}

void plain_take_guide(struct plain *plain, struct guide *guide_take) {
  plain->guide = guide_take;
  plain->practice = guide_take && session_is_practice(guide_session(guide_take));
  if (guide_take && !plain->practice)
    recent_note(session_path(guide_session(guide_take)));
  plain->page_shown = NULL;
  plain->show = true;
}

void plain_close(struct plain *plain) {
  if (!plain_save(plain))
    return;
  guide_free(plain->guide);
  session_forget_passphrase();
  plain_take_guide(plain, NULL);
}

void plain_quit(struct plain *plain) {
  plain->quit =
      !plain->guide || plain_save(plain) ||
      plain_choose_yes(plain, _("Quit all the same, and lose what is not saved?"), false) == 1;
}

/* --- from start to end -------------------------------------------------------------------------*/

static bool create(struct plain *plain, const char *path) {
  if (!path)
    return plain_start_new(plain);
  return plain_start(plain, false) && plain_do_text(plain, COMMAND_SAVE_AS, path);
}

static bool begin(struct plain *plain, const struct plain_options *options) {
  if (options->create)
    return create(plain, options->session_path);
  if (!options->session_path)
    return true;
  return plain_open(plain, options->session_path,
                    options->read_only ? SESSION_READ_ONLY : SESSION_WRITE);
}

/* What became of the answers, in words. */
static bool finish(struct plain *plain) {
  if (plain->ended)
    plain_say(plain, _("The input has ended."));
  if (!plain->guide) {
    plain_say(plain, _("Goodbye."));
    return true;
  }
  if (!plain_save(plain))
    return false;
  switch (guide_save_state(plain->guide)) {
  case SAVE_SAVED:
    plain_sayf(plain, _("Everything is saved in %s."), session_path(guide_session(plain->guide)));
    break;
  case SAVE_READ_ONLY:
    plain_say(plain, _("Nothing was changed: the session was open for reading only."));
    break;
  default:
    plain_say(plain, plain->practice ? _("Nothing was saved: this was practice.")
                                     : _("Nothing was recorded, so there is nothing to save."));
  }
  return true;
}

int plain_run(const struct plain_options *options) {
  struct plain plain = {
      .in = options->in,
      .out = options->out,
      .width_cells = options->width_cells ? options->width_cells : 80,
      .ascii = options->ascii,
      .echo = !isatty(fileno(options->in)),
      .checklist = options->checklist,
      .show = true,
  };
  strbuf_init(&plain.line);
  bool done = begin(&plain, options) || plain.ended;
  while (done && !plain.ended && !plain.quit) {
    if (plain.guide)
      walk(&plain);
    else
      plain_home(&plain);
  }
  done = done && finish(&plain);
  guide_free(plain.guide);
  strbuf_release(&plain.line);
  fflush(options->out);
  return done ? 0 : 1;
}
