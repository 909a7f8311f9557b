/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include "base/environment.h"
#include "base/error.h"
#include "base/language.h"
#include "base/protection.h"
#include "cli/forgetting.h"
#include "cli/front-end.h"
#include "cli/help.h"
#include "cli/output.h"
#include "cli/subcommand.h"
#include "guide/settings.h"
#include "session/session-file.h"

/* A standard stream that is closed would be taken by the first file opened, and what is printed
 * would go into that. Opened like this, reading finds the end and writing fails. */
static void open_standard_streams(void) {
  int fd;
  do {
    fd = open("/dev/null", O_RDONLY);
  } while (fd >= 0 && fd <= STDERR_FILENO);
  if (fd > STDERR_FILENO) {
    close(fd);
  }
}

static bool choose_language(const struct options *options, struct error *err) {
  bool found = true;
  if (options->language && !language_open(options->language, &found) && !found) {
    return error_set(err,
                     _("there is no language '%s'; `disentangle list languages` names those there "
                       "are"),
                     options->language);
  }
  struct settings settings;
  settings_load(&settings);
  language_use(language_wanted(options->language ? options->language : settings.language));
  settings_release(&settings);
  return true;
}

/* Reads it twice: the first time for the language, so that faults are told in that. */
static bool read_command_line(struct options *options, int argc, char **argv, struct error *err) {
  options_parse(options, argc, argv, NULL);
  if (!choose_language(options, err)) {
    return false;
  }
  options_release(options);
  return options_parse(options, argc, argv, err);
}

static enum exit_status wrong_usage(const struct subcommand *command, struct error *err) {
  output_failure(err);
  if (command) {
    output_error(_("see `disentangle %s --help`"), command->name);
  } else {
    output_error(_("see `disentangle --help`"));
  }
  return EXIT_USAGE;
}

static enum exit_status run(const struct options *options) {
  if (options->help) {
    help_print(options->command);
    return EXIT_DONE;
  }
  if (options->version) {
    help_print_version();
    return EXIT_DONE;
  }
  if (options->remember || options->forget) {
    return options->forget ? forget() : remember();
  }
  return options->command ? options->command->run(options)
                          : front_end_run(options, FRONT_END_HOME, NULL);
}

int main(int argc, char **argv) {
  protection_begin();
  open_standard_streams();
  signal(SIGPIPE, SIG_IGN); /* a failed write is told by write() */
  signal(SIGXFSZ, SIG_IGN); /* likewise */
  bool utf8 = environment_set_locale();
  output_set_ascii(!utf8 && isatty(STDOUT_FILENO));

  struct options options;
  struct error err = ERROR_INIT;
  enum exit_status status;
  if (read_command_line(&options, argc, argv, &err)) {
    output_set_ascii(options.ascii || output_is_ascii());
    status = run(&options);
  } else {
    status = wrong_usage(options.command, &err);
  }
  status = output_finish(status);
  options_release(&options);
  session_forget_passphrase();
  language_close_all();
  return status;
}
