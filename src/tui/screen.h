/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A screen: draws itself, turns keys and commands into what should happen. It never opens or calls
 * another screen: it says so in its result, and the loop (tui.c) does it. */
#ifndef TUI_SCREEN_H
#define TUI_SCREEN_H

#include <stdbool.h>
#include <stddef.h>

#include "guide/commands.h"
#include "tui/input.h"

struct app;
struct hints;

enum screen_id {
  SCREEN_HOME,
  SCREEN_OPEN,     /* argument: struct open_request; loads, asks what has to be asked */
  SCREEN_QUESTION, /* profile, survey and criterion pages */
  SCREEN_OUTLINE,  /* argument: NULL, or a text to start the search with ("" asks for one) */
  SCREEN_EDIT,     /* argument: struct text_request */
  SCREEN_PROMPT,   /* argument: struct text_request */
  SCREEN_CHOOSE,   /* argument: struct choose_request */
  SCREEN_EVIDENCE, /* of the current question */
  SCREEN_FORM,     /* argument: struct form_request: evidence, follow-up, group tally */
  SCREEN_BACKGROUND,
  SCREEN_RESULTS,
  SCREEN_NUMBERS, /* entering a worksheet */
  SCREEN_EXPORT,  /* argument: char *, the document; NULL: the first */
  SCREEN_HELP,    /* argument: char *, the id of the screen that asked; may be NULL */
  SCREEN_LANGUAGE,
  SCREEN_READ,       /* argument: struct read_request */
  SCREEN_PASSPHRASE, /* argument: struct open_request of a locked session; NULL: to set one */
  SCREEN_ID_COUNT
};

enum { SCREEN_TAG_LANGUAGE = -1 };

enum screen_then {
  THEN_STAY,
  THEN_IGNORED, /* the key or command means nothing here: the loop tries the next thing */
  THEN_OPEN, /* id on top; if it is open already: close down to it, enter anew with an argument */
  THEN_REPLACE, /* close this one, open id */
  THEN_CLOSE,   /* go back; value is handed to the screen below */
  THEN_COMMAND, /* what a command does everywhere: help, outline, quit … */
  THEN_HOME,    /* close all, the session too (it is saved) */
  THEN_QUIT,
};

struct screen_result {
  enum screen_then then;
  enum screen_id id; /* OPEN, REPLACE */
  void *argument;    /* OPEN, REPLACE: what its enter() gets; enter() takes ownership */
  int tag;           /* OPEN: comes back with the value, so that the opener knows what it is for */
  enum command command; /* COMMAND */
  char *value;          /* CLOSE: owned by the loop; NULL: left without choosing */
};

/* Shorthands. */
struct screen_result screen_stay(void);
struct screen_result screen_ignored(void);
struct screen_result screen_close(char *value_take); /* NULL: nothing chosen */
struct screen_result screen_open(enum screen_id id, void *argument_take, int tag);
struct screen_result screen_replace(enum screen_id id, void *argument_take);
struct screen_result screen_then(enum screen_then then);

/* The command() of screens in which a text is typed: only what does not touch the session works. */
struct screen_result screen_typing_command(struct app *app, void *state, enum command command);

struct screen_ops {
  const char *id; /* "question": in help and in tests */
  /* Makes the screen's state, owned by the loop until leave(). argument is freed or kept by it. The
   * result is STAY mostly, but may open another screen on top, or replace or close this one. May
   * not draw: the terminal need not be started yet. */
  struct screen_result (*enter)(struct app *app, void **state, void *argument);
  /* Draws rows 1 … of the canvas between header and status (app_body()), places the cursor. */
  void (*draw)(struct app *app, void *state);
  void (*hints)(struct app *app, void *state, struct hints *hints);
  /* A key before it is looked up: for text fields, lists with type-ahead, the mouse. May be NULL;
   * IGNORED: look it up in the keymap. */
  struct screen_result (*key)(struct app *app, void *state, const struct key *key);
  /* A command. IGNORED: the loop carries out what is the same everywhere (help, language, redraw,
   * back, quit, home, outline, results …). May be NULL. */
  struct screen_result (*command)(struct app *app, void *state, enum command command);
  /* The screen opened with this tag was closed; value is borrowed, NULL if nothing was chosen. May
   * be NULL. Also called with SCREEN_TAG_LANGUAGE after the language changed; the result is then
   * not used. */
  struct screen_result (*resume)(struct app *app, void *state, int tag, const char *value);
  /* What takes long, after app_work(): called when the screen says that it is being done. May be
   * NULL. */
  struct screen_result (*work)(struct app *app, void *state);
  /* Accepts or keeps what is typed: called before the program ends, the session is closed, or
   * screens are closed from below. May be NULL. */
  void (*keep)(struct app *app, void *state);
  void (*leave)(struct app *app, void *state);        /* frees the state */
  const char *(*title)(struct app *app, void *state); /* right end of the header; NULL: position */
};

/* The table: ops of a screen, or NULL if there is none of that id. */
const struct screen_ops *screen_ops(enum screen_id id);
/* The screen a command leads to from everywhere, or SCREEN_ID_COUNT. */
enum screen_id screen_for_command(enum command command);

#endif
