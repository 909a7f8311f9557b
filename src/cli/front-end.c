/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/front-end.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/environment.h"
#include "base/error.h"
#include "base/private-folder.h"
#include "cli/output.h"
#include "guide/settings.h"
#include "plain/plain.h"
#include "tui/tui.h"

static bool terminal_is_simple(void) {
  const char *term = environment_get("TERM");
  return !term || !strcmp(term, "dumb") || !strcmp(term, "unknown");
}

static bool wants_plain(const struct options *options) {
  return options->plain || environment_is_set("ACCESSIBLE") || terminal_is_simple() ||
         !isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO);
}

static int no_input; /* where there is nothing to read */

/* Interrupts reading, and ends the input for whatever reads next, should none be going on: plain
 * mode takes that for the end of what is typed, and saves. */
static void on_signal(int signal_number) {
  (void)signal_number;
  dup2(no_input, STDIN_FILENO);
}

static void let_signals_interrupt(void) {
  static const int signals[] = {SIGHUP, SIGINT, SIGTERM};
  struct sigaction action = {.sa_handler = on_signal};
  sigemptyset(&action.sa_mask);
  no_input = open("/dev/null", O_RDONLY | O_CLOEXEC);
  for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
    sigaction(signals[i], &action, NULL);
  }
}

static enum exit_status run_plain(const struct options *options, enum front_end_start start,
                                  const char *what) {
  struct plain_options plain_options = {
      .in = stdin,
      .out = stdout,
      .session_path = start == FRONT_END_SESSION ? what : NULL,
      .create = start == FRONT_END_NEW,
      .read_only = options->read_only,
      .checklist = start == FRONT_END_NEW ? what : NULL,
      .ascii = output_is_ascii(),
  };
  let_signals_interrupt();
  return plain_run(&plain_options) ? EXIT_FAULTS : EXIT_DONE;
}

static enum theme chosen_theme(void) {
  struct settings settings;
  enum theme theme = THEME_DEFAULT;
  settings_load(&settings);
  if (settings.theme) {
    theme_find(settings.theme, &theme);
  }
  settings_release(&settings);
  return theme;
}

static enum exit_status run_screens(const struct options *options, enum front_end_start start,
                                    const char *what) {
  static const enum tui_start starts[] = {
      [FRONT_END_HOME] = TUI_HOME,
      [FRONT_END_SESSION] = TUI_SESSION,
      [FRONT_END_NEW] = TUI_NEW,
  };
  struct tui_options tui_options = {
      .start = starts[start],
      .session_path = start == FRONT_END_SESSION ? what : NULL,
      .checklist = start == FRONT_END_NEW ? what : NULL,
      .read_only = options->read_only,
      .ascii = output_is_ascii(),
      .theme = chosen_theme(),
  };
  struct error err = ERROR_INIT;
  return tui_run(&tui_options, &err) ? EXIT_DONE : output_failure(&err);
}

enum exit_status front_end_run(const struct options *options, enum front_end_start start,
                               const char *what) {
  private_folder_sweep();
  return wants_plain(options) ? run_plain(options, start, what) : run_screens(options, start, what);
}
