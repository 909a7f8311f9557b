/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "cli/passphrase.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/age.h"
#include "base/echo.h"
#include "base/error.h"
#include "base/language.h"
#include "base/strbuf.h"
#include "cli/options.h"
#include "cli/output.h"
#include "guide/guide.h"
#include "session/session-file.h"

/* --- a line of a file or of the terminal -------------------------------------------------------*/

enum line { LINE_READ, LINE_NONE, LINE_TOO_LONG, LINE_FAILED };

/* Byte by byte: what follows the line is somebody else's. */
static enum line read_line(struct strbuf *line, int fd) {
  strbuf_clear(line);
  strbuf_reserve(line, AGE_PASSPHRASE_LIMIT_BYTES + 2);
  for (;;) {
    char c;
    ssize_t got = read(fd, &c, 1);
    if (got < 0) {
      return LINE_FAILED;
    }
    if (got == 0 && !line->length) {
      return LINE_NONE;
    }
    if (got == 0 || c == '\n') {
      break;
    }
    if (line->length > AGE_PASSPHRASE_LIMIT_BYTES || !c) {
      return LINE_TOO_LONG;
    }
    strbuf_add_char(line, c);
  }
  if (line->length && line->text[line->length - 1] == '\r') {
    strbuf_remove(line, line->length - 1, 1);
  }
  return LINE_READ;
}

static bool read_file(struct strbuf *passphrase, const char *path, struct error *err) {
  int fd = strcmp(path, "-") ? open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY) : STDIN_FILENO;
  if (fd < 0) {
    return error_set(err, _("cannot open '%s': %s"), path, error_reason(errno));
  }
  enum line line = read_line(passphrase, fd);
  int reason = errno;
  if (fd != STDIN_FILENO) {
    close(fd);
  }
  if (line == LINE_FAILED) {
    return error_set(err, _("cannot read '%s': %s"), path, error_reason(reason));
  }
  return (line == LINE_READ && passphrase->length) ||
         error_set(err, _("there is no passphrase in the first line of '%s'"), path);
}

/* --- the terminal ------------------------------------------------------------------------------*/

static const int signals[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
enum { SIGNAL_COUNT = sizeof signals / sizeof *signals };
static volatile sig_atomic_t caught;

static void note_signal(int signal_number) {
  caught = signal_number;
}

struct signals_before {
  struct sigaction actions[SIGNAL_COUNT];
  sigset_t blocked;
};

/* So that the terminal shows again what is typed before a signal does its work. They come while the
 * line is waited for, and at no other moment. */
static void catch_signals(struct signals_before *before) {
  struct sigaction action = {.sa_handler = note_signal};
  sigset_t ours;
  sigemptyset(&action.sa_mask);
  sigemptyset(&ours);
  caught = 0;
  for (size_t i = 0; i < SIGNAL_COUNT; i++) {
    sigaddset(&ours, signals[i]);
  }
  sigprocmask(SIG_BLOCK, &ours, &before->blocked);
  for (size_t i = 0; i < SIGNAL_COUNT; i++) {
    sigaction(signals[i], &action, &before->actions[i]);
  }
}

static void let_signals_work(const struct signals_before *before) {
  for (size_t i = 0; i < SIGNAL_COUNT; i++) {
    sigaction(signals[i], &before->actions[i], NULL);
  }
  sigprocmask(SIG_SETMASK, &before->blocked, NULL);
  if (caught) {
    raise(caught);
  }
}

static void show(int terminal, const char *text) {
  struct strbuf line;
  strbuf_init(&line);
  output_clean(&line, text);
  (void)!write(terminal, line.text, line.length);
  strbuf_release(&line);
}

static bool ask(struct strbuf *passphrase, int terminal, const char *prompt, struct error *err) {
  struct signals_before before;
  struct pollfd wanted = {terminal, POLLIN, 0};
  struct echo echo;
  catch_signals(&before);
  echo_turn_off(&echo, terminal);
  show(terminal, prompt);
  /* a terminal gives a line as a whole */
  bool is_there = ppoll(&wanted, 1, NULL, &before.blocked) > 0;
  enum line line = is_there ? read_line(passphrase, terminal) : LINE_FAILED;
  echo_turn_on(&echo);
  show(terminal, "\n");
  let_signals_work(&before);
  return (line == LINE_READ && passphrase->length) || error_set(err, _("no passphrase was given"));
}

static int open_terminal(struct error *err) {
  int terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  if (terminal < 0) {
    error_set(err, _("there is no terminal to ask for the passphrase; give it in the first line of "
                     "a file: --passphrase-file FILE"));
  }
  return terminal;
}

/* --- unlocking ---------------------------------------------------------------------------------*/

static bool give(const char *path, const struct strbuf *passphrase, bool *again,
                 struct error *err) {
  enum passphrase_result result = session_give_passphrase(path, passphrase->text, err);
  *again = result == PASSPHRASE_WRONG;
  return result == PASSPHRASE_RIGHT;
}

static bool ask_until_right(struct strbuf *passphrase, const char *path, int terminal,
                            struct error *err) {
  struct strbuf prompt;
  bool again = true, right = false;
  strbuf_init(&prompt);
  strbuf_addf(&prompt, _("Passphrase for %s: "), path);
  while (again && !right) {
    again = ask(passphrase, terminal, prompt.text, err);
    right = again && give(path, passphrase, &again, err);
    if (!right && again) {
      output_error("%s", err->message);
      error_release(err);
    }
  }
  strbuf_release(&prompt);
  return right;
}

bool passphrase_give_from_file(const struct options *options, const char *path, struct error *err) {
  struct strbuf passphrase;
  bool again;
  if (!options->passphrase_file || !session_needs_passphrase(path)) {
    return true;
  }
  strbuf_init(&passphrase);
  bool right =
      read_file(&passphrase, options->passphrase_file, err) && give(path, &passphrase, &again, err);
  strbuf_wipe(&passphrase);
  return right;
}

bool passphrase_give(const struct options *options, const char *path, struct error *err) {
  struct strbuf passphrase;
  if (!passphrase_give_from_file(options, path, err)) {
    return false;
  }
  if (!session_needs_passphrase(path)) {
    return true;
  }
  int terminal = open_terminal(err);
  if (terminal < 0) {
    return false;
  }
  strbuf_init(&passphrase);
  bool right = ask_until_right(&passphrase, path, terminal, err);
  strbuf_wipe(&passphrase);
  close(terminal);
  return right;
}

/* --- choosing a new one ------------------------------------------------------------------------*/

static bool ask_twice(struct strbuf *passphrase, int terminal, struct error *err) {
  struct strbuf again;
  strbuf_init(&again);
  show(terminal, guide_passphrase_warning());
  show(terminal, "\n");
  show(terminal, guide_passphrase_advice());
  show(terminal, "\n");
  bool same = ask(passphrase, terminal, _("New passphrase: "), err) &&
              guide_check_passphrase(passphrase->text, err) &&
              ask(&again, terminal, _("The same again: "), err) &&
              (!strcmp(passphrase->text, again.text) ||
               error_set(err, _("the two are not the same, so nothing was changed")));
  strbuf_wipe(&again);
  return same;
}

bool passphrase_choose(struct strbuf *passphrase, const char *file, struct error *err) {
  if (file) {
    return read_file(passphrase, file, err) && guide_check_passphrase(passphrase->text, err);
  }
  int terminal = open_terminal(err);
  bool chosen = terminal >= 0 && ask_twice(passphrase, terminal, err);
  if (terminal >= 0) {
    close(terminal);
  }
  return chosen;
}
