/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "tui/input.h"

enum {
  PASTE_WAIT_MS = 1000, /* for the end of a paste that never comes */
  /* Codes of our own, above those of curses. */
  CODE_PASTE_BEGIN = KEY_MAX + 1000,
  CODE_PASTE_END,
  CODE_WORD_LEFT,
  CODE_WORD_RIGHT,
};

struct terminal_input {
  struct input input;
  WINDOW *window;   /* a pad, so that reading never draws */
  sigset_t waiting; /* the signals blocked while waiting: those of before */
  struct strbuf pasted;
};

static volatile sig_atomic_t ended, stopping;

static void on_end(int number) {
  (void)number;
  ended = 1;
}

static void on_stop(int number) {
  (void)number;
  stopping = 1;
}

/* What terminals send although their description has something else, or nothing. */
static const struct {
  const char *bytes;
  int code;
} extra_keys[] = {
    {"\033[200~", CODE_PASTE_BEGIN},
    {"\033[201~", CODE_PASTE_END},
    {"\033[1;5D", CODE_WORD_LEFT},
    {"\033[1;5C", CODE_WORD_RIGHT},
    {"\033b", CODE_WORD_LEFT},
    {"\033f", CODE_WORD_RIGHT},
    {"\033[A", KEY_UP},
    {"\033[B", KEY_DOWN},
    {"\033[C", KEY_RIGHT},
    {"\033[D", KEY_LEFT},
    {"\033OA", KEY_UP},
    {"\033OB", KEY_DOWN},
    {"\033OC", KEY_RIGHT},
    {"\033OD", KEY_LEFT},
    {"\033[H", KEY_HOME},
    {"\033OH", KEY_HOME},
    {"\033[1~", KEY_HOME},
    {"\033[F", KEY_END},
    {"\033OF", KEY_END},
    {"\033[4~", KEY_END},
    {"\033[3~", KEY_DC},
    {"\033[5~", KEY_PPAGE},
    {"\033[6~", KEY_NPAGE},
    {"\033[Z", KEY_BTAB},
    {"\033OP", KEY_F(1)},
    {"\033[11~", KEY_F(1)},
    {"\033[[A", KEY_F(1)},
    {"\033OQ", KEY_F(2)},
    {"\033[12~", KEY_F(2)},
    {"\033[[B", KEY_F(2)},
    {"\033OR", KEY_F(3)},
    {"\033[13~", KEY_F(3)},
    {"\033[[C", KEY_F(3)},
};

static const struct {
  int curses;
  enum input_code code;
} special_keys[] = {
    {KEY_UP, INPUT_UP},
    {KEY_DOWN, INPUT_DOWN},
    {KEY_LEFT, INPUT_LEFT},
    {KEY_RIGHT, INPUT_RIGHT},
    {KEY_HOME, INPUT_HOME},
    {KEY_END, INPUT_END_KEY},
    {KEY_PPAGE, INPUT_PAGE_UP},
    {KEY_NPAGE, INPUT_PAGE_DOWN},
    {KEY_ENTER, INPUT_ENTER},
    {KEY_BTAB, INPUT_BACKTAB},
    {KEY_BACKSPACE, INPUT_BACKSPACE},
    {KEY_DC, INPUT_DELETE},
    {KEY_IC, INPUT_INSERT},
    {KEY_RESIZE, INPUT_RESIZE},
    {CODE_WORD_LEFT, INPUT_WORD_LEFT},
    {CODE_WORD_RIGHT, INPUT_WORD_RIGHT},
};

static struct key translate_special(int code) {
  for (size_t i = 0; i < sizeof special_keys / sizeof *special_keys; i++)
    if (special_keys[i].curses == code)
      return (struct key){.code = special_keys[i].code};
  if (code >= KEY_F(1) && code <= KEY_F(12))
    return (struct key){.code = INPUT_FUNCTION, .character = (uint32_t)(code - KEY_F0)};
  MEVENT event;
  if (code != KEY_MOUSE || getmouse(&event) == ERR)
    return (struct key){.code = INPUT_OTHER};
  if (event.bstate & BUTTON4_PRESSED)
    return (struct key){.code = INPUT_WHEEL_UP};
  if (event.bstate & BUTTON5_PRESSED)
    return (struct key){.code = INPUT_WHEEL_DOWN};
  return (struct key){.code = INPUT_MOUSE, .row = event.y, .column = event.x};
}

static struct key translate_character(wint_t character) {
  switch (character) {
  case '\r':
  case '\n':
    return (struct key){.code = INPUT_ENTER};
  case '\t':
    return (struct key){.code = INPUT_TAB};
  case '\b':
  case 127:
    return (struct key){.code = INPUT_BACKSPACE};
  case 27:
    return (struct key){.code = INPUT_ESCAPE};
  default:
    if (character < 32)
      return (struct key){.code = INPUT_CTRL, .character = (uint32_t)character + 64};
    return (struct key){.code = INPUT_CHAR, .character = (uint32_t)character};
  }
}

/* One key that has arrived, if there is one. */
static bool read_key(struct terminal_input *terminal, struct key *key, int *code) {
  wint_t character;
  int kind = wget_wch(terminal->window, &character);
  if (kind == ERR)
    return false;
  *code = kind == KEY_CODE_YES ? (int)character : 0;
  *key = *code ? translate_special(*code) : translate_character(character);
  return true;
}

enum arrival { NOTHING_CAME, INPUT_CAME, NOTHING_CAN_COME };

/* Waits for a byte or a signal with the signals open. */
static enum arrival wait_for_input(struct terminal_input *terminal, int timeout_ms) {
  struct pollfd poller = {.fd = STDIN_FILENO, .events = POLLIN};
  struct timespec time = {timeout_ms / 1000, (long)(timeout_ms % 1000) * 1000000};
  int ready = ppoll(&poller, 1, timeout_ms < 0 ? NULL : &time, &terminal->waiting);
  if (ended || (ready < 0 && errno != EINTR))
    return NOTHING_CAN_COME;
  return ready > 0 ? INPUT_CAME : NOTHING_CAME;
}

/* Ready, and yet without a byte: the terminal is gone. Asked only when no key came of what had
 * come, for the question makes the terminal finish its own work first. */
static bool is_at_end(void) {
  struct pollfd poller = {.fd = STDIN_FILENO, .events = POLLIN};
  int waiting_bytes;
  return poll(&poller, 1, 0) > 0 &&
         (ioctl(STDIN_FILENO, FIONREAD, &waiting_bytes) != 0 || waiting_bytes <= 0);
}

static void add_pasted(struct strbuf *bytes, wint_t character) {
  char encoded[4];
  strbuf_add_bytes(bytes, encoded, utf8_encode((uint32_t)character, encoded));
}

/* Everything up to the end of the paste; what is no character is left out. */
static struct key read_paste(struct terminal_input *terminal) {
  struct strbuf bytes;
  strbuf_init(&bytes);
  for (;;) {
    wint_t character;
    int kind = wget_wch(terminal->window, &character);
    if (kind == KEY_CODE_YES && character == CODE_PASTE_END)
      break;
    if (kind == KEY_CODE_YES && character == KEY_ENTER)
      character = '\n', kind = OK;
    if (kind == OK)
      add_pasted(&bytes, character);
    struct pollfd poller = {.fd = STDIN_FILENO, .events = POLLIN};
    if (kind == ERR && (poll(&poller, 1, PASTE_WAIT_MS) <= 0 || !(poller.revents & POLLIN)))
      break;
  }
  strbuf_clear(&terminal->pasted);
  utf8_clean(&terminal->pasted, bytes.text, bytes.length, UTF8_MANY_LINES);
  strbuf_release(&bytes);
  return (struct key){.code = INPUT_PASTE, .text = terminal->pasted.text};
}

static bool next_key(struct input *input, int timeout_ms, struct key *key) {
  struct terminal_input *terminal = (struct terminal_input *)input;
  int64_t until_ms = clock_monotonic_ms() + timeout_ms;
  enum arrival arrival = wait_for_input(terminal, 0); /* lets signals in, whatever is waiting */
  for (int code;;) {
    if (ended)
      break;
    if (stopping) {
      stopping = 0;
      *key = (struct key){.code = INPUT_STOP};
      return true;
    }
    if (read_key(terminal, key, &code)) {
      if (code == CODE_PASTE_BEGIN)
        *key = read_paste(terminal);
      return true;
    }
    if (arrival == NOTHING_CAN_COME || (arrival == INPUT_CAME && is_at_end()))
      break;
    int64_t left_ms = timeout_ms < 0 ? -1 : until_ms - clock_monotonic_ms();
    if (timeout_ms >= 0 && left_ms <= 0) {
      *key = (struct key){.code = INPUT_TIMEOUT};
      return true;
    }
    arrival = wait_for_input(terminal, (int)left_ms);
  }
  *key = (struct key){.code = INPUT_END};
  return false;
}

static void free_terminal(struct input *input) {
  struct terminal_input *terminal = (struct terminal_input *)input;
  sigprocmask(SIG_SETMASK, &terminal->waiting, NULL);
  delwin(terminal->window);
  strbuf_release(&terminal->pasted);
  free(terminal);
}

static void catch_signals(struct terminal_input *terminal) {
  static const int ending[] = {SIGHUP, SIGINT, SIGTERM};
  struct sigaction action = {.sa_handler = on_end}, stop = {.sa_handler = on_stop}, before;
  sigset_t blocked;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGWINCH);
  sigaddset(&blocked, SIGTSTP);
  ended = stopping = 0;
  sigaction(SIGTSTP, &stop, &before);
  if (before.sa_handler == SIG_IGN) /* whoever started us has no jobs */
    sigaction(SIGTSTP, &before, NULL);
  for (size_t i = 0; i < sizeof ending / sizeof *ending; i++) {
    sigaddset(&blocked, ending[i]);
    sigaction(ending[i], &action, NULL);
  }
  sigprocmask(SIG_BLOCK, &blocked, &terminal->waiting);
}

struct input *input_terminal_new(void) {
  struct terminal_input *terminal = memory_new_zeroed(1, sizeof *terminal);
  terminal->input = (struct input){next_key, free_terminal};
  strbuf_init(&terminal->pasted);
  terminal->window = newpad(1, 1);
  keypad(terminal->window, TRUE);
  nodelay(terminal->window, TRUE);
  for (size_t i = 0; i < sizeof extra_keys / sizeof *extra_keys; i++)
    define_key(extra_keys[i].bytes, extra_keys[i].code);
  catch_signals(terminal);
  return &terminal->input;
}
