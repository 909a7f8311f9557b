/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/terminal.h"

#include <curses.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/environment.h"
#include "base/error.h"
#include "base/language.h"
#include "base/memory.h"
#include "tui/canvas.h"
#include "tui/theme.h"

enum { ESCAPE_WAIT_MS = 50 };

static SCREEN *screen; /* NULL: not started */
static bool ascii, marks;
static FILE *output;
static const char *paste_on, *paste_off; /* NULL: the terminal has no bracketed paste */

static bool is_capability(const char *value) {
  return value && value != (const char *)-1;
}

/* The descriptions of many terminals that know bracketed paste do not say so; those that do not
 * know it ignore it. */
static void find_paste(const char *type) {
  static const char *const families[] = {"xterm", "tmux",  "screen", "rxvt", "putty",
                                         "st",    "kitty", "foot",   "vte"};
  paste_on = tigetstr("BE");
  paste_off = tigetstr("BD");
  if (is_capability(paste_on) && is_capability(paste_off))
    return;
  paste_on = paste_off = NULL;
  for (size_t i = 0; type && i < sizeof families / sizeof *families; i++)
    if (strncmp(type, families[i], strlen(families[i])) == 0) {
      paste_on = "\033[?2004h";
      paste_off = "\033[?2004l";
    }
}

static void put_string(const char *text) {
  if (text) {
    fputs(text, output);
    fflush(output);
  }
}

/* On the Linux console curses would load the library of a mouse daemon that hardly anyone runs. */
static void find_mouse(const char *type) {
  if (type && strncmp(type, "linux", strlen("linux")) == 0)
    return;
  mouseinterval(0);
  mousemask(BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED, NULL);
}

static void set_modes(void) {
  raw();
  noecho();
  nonl();
  intrflush(NULL, FALSE);
  typeahead(-1);
  set_escdelay(ESCAPE_WAIT_MS);
  idlok(stdscr, TRUE);
}

bool terminal_start(const struct terminal_options *options, struct error *err) {
  const char *type = options->type ? options->type : environment_get("TERM");
  output = options->out ? options->out : stdout;
  screen = newterm(type, output, options->in ? options->in : stdin);
  if (!screen)
    return error_set(err,
                     _("cannot use the terminal: its type '%s' is not known here; try --plain"),
                     type ? type : "");
  if (!is_capability(tigetstr("cup"))) {
    terminal_stop();
    return error_set(err,
                     _("cannot use the terminal: type '%s' cannot place the cursor; try --plain"),
                     type ? type : "");
  }
  ascii = options->ascii;
  marks = environment_is_set("DISENTANGLE_TEST_SYNC");
  set_modes();
  find_mouse(type);
  find_paste(type);
  endwin(); /* curses sends each piece of a line by itself until it has come back once */
  put_string(paste_on);
  if (options->rows > 0)
    resizeterm(options->rows, options->columns);
  fatal_set_restore(terminal_stop);
  return true;
}

void terminal_stop(void) {
  if (!screen)
    return;
  fatal_set_restore(NULL);
  put_string(paste_off);
  paste_on = paste_off = NULL; /* they are the screen's */
  endwin();
  delscreen(screen);
  screen = NULL;
  canvas_forget();
}

bool terminal_is_ascii(void) {
  return ascii;
}

void terminal_redraw(void) {
  clearok(curscr, TRUE);
}

void terminal_resize(int rows, int columns) {
  resizeterm(rows, columns);
}

void terminal_lend(void) {
  put_string(paste_off);
  endwin();
}

void terminal_take_back(void) {
  put_string(paste_on);
  terminal_redraw();
  refresh();
}

void terminal_suspend(void) {
  struct sigaction standard = {.sa_handler = SIG_DFL}, before;
  sigset_t stop, blocked;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  terminal_lend();
  sigaction(SIGTSTP, &standard, &before);
  kill(0, SIGTSTP);
  sigprocmask(SIG_UNBLOCK, &stop, &blocked);
  sigprocmask(SIG_SETMASK, &blocked, NULL);
  sigaction(SIGTSTP, &before, NULL);
  terminal_take_back();
  raise(SIGWINCH); /* a window may have been changed meanwhile, and nobody told us */
}

void terminal_mark(void) {
  static unsigned count;
  if (!marks)
    return;
  fprintf(output, "\033]7777;%u\007", ++count);
  fflush(output);
}
