/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "vt.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <utmp.h>
#include <vterm.h>

#include "base/utf8.h"

enum { GIVE_UP_MS = 20000, ENVIRONMENT_LIMIT = 32 };

struct vt {
  VTerm *vterm;
  VTermScreen *screen;
  int master, slave, rows, columns;
  pid_t pid;
  struct termios before;
  char *written;
  size_t written_count;
  size_t marks, marks_seen;
  size_t talked; /* how much of what was written is answered */
  bool is_at_end, cursor_is_visible, is_alternate, has_mouse;
  char row[4096];
};

static const char mark[] = "\033]7777;";

/* --- starting ----------------------------------------------------------------------------------*/

static int on_property(VTermProp property, VTermValue *value, void *user) {
  struct vt *vt = user;
  if (property == VTERM_PROP_CURSORVISIBLE)
    vt->cursor_is_visible = value->boolean;
  if (property == VTERM_PROP_ALTSCREEN)
    vt->is_alternate = value->boolean;
  if (property == VTERM_PROP_MOUSE)
    vt->has_mouse = value->number != 0;
  return 1;
}

static const VTermScreenCallbacks callbacks = {.settermprop = on_property};

static char locale[] = "LC_ALL=C.UTF-8", path[] = "PATH=/usr/bin:/bin",
            sync_variable[] = "DISENTANGLE_TEST_SYNC=1";
static char *const always[] = {locale, path, sync_variable};

static _Noreturn void run_child(int slave, char *const argv[], char *const variables[]) {
  static const char *const passed[] = {"DISENTANGLE_DATADIR", "DISENTANGLE_LOCALEDIR",
                                       "DISENTANGLE_NOW", "LD_LIBRARY_PATH"};
  char *environment[ENVIRONMENT_LIMIT], texts[4][4096];
  size_t count = 0;
  for (size_t i = 0; i < sizeof always / sizeof *always; i++)
    environment[count++] = always[i];
  for (size_t i = 0; i < sizeof passed / sizeof *passed; i++)
    if (getenv(passed[i])) {
      snprintf(texts[i], sizeof texts[i], "%s=%s", passed[i], getenv(passed[i]));
      environment[count++] = texts[i];
    }
  while (*variables && count < ENVIRONMENT_LIMIT - 1)
    environment[count++] = *variables++;
  environment[count] = NULL;
  login_tty(slave);
  execve(argv[0], argv, environment);
  _exit(127);
}

struct vt *vt_start(char *const argv[], char *const variables[], int rows, int columns) {
  struct vt *vt = calloc(1, sizeof *vt);
  struct winsize size = {(unsigned short)rows, (unsigned short)columns, 0, 0};
  if (!vt || openpty(&vt->master, &vt->slave, NULL, NULL, &size) != 0)
    abort();
  tcgetattr(vt->slave, &vt->before);
  vt->rows = rows;
  vt->columns = columns;
  vt->cursor_is_visible = true;
  vt->vterm = vterm_new(rows, columns);
  vterm_set_utf8(vt->vterm, 1);
  vt->screen = vterm_obtain_screen(vt->vterm);
  vterm_screen_enable_altscreen(vt->screen, 1);
  vterm_screen_set_callbacks(vt->screen, &callbacks, vt);
  vterm_screen_reset(vt->screen, 1);
  vt->pid = fork();
  if (vt->pid == 0) {
    close(vt->master);
    run_child(vt->slave, argv, variables);
  }
  fcntl(vt->master, F_SETFD, FD_CLOEXEC);
  fcntl(vt->slave, F_SETFD, FD_CLOEXEC);
  return vt;
}

void vt_free(struct vt *vt) {
  if (vt->pid > 0) {
    kill(vt->pid, SIGKILL);
    waitpid(vt->pid, NULL, 0);
  }
  if (vt->master >= 0)
    close(vt->master);
  if (vt->slave >= 0)
    close(vt->slave);
  vterm_free(vt->vterm);
  free(vt->written);
  free(vt);
}

/* --- what the program writes -------------------------------------------------------------------*/

static int64_t now_ms(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* Those that end after the first `from` bytes. */
static size_t count_marks(const struct vt *vt, size_t from) {
  size_t count = 0, length = sizeof mark - 1;
  from = from < length ? 0 : from - length + 1;
  for (size_t at = from; at + length <= vt->written_count; at++)
    count += memcmp(vt->written + at, mark, length) == 0;
  return count;
}

static void take(struct vt *vt, const char *bytes, size_t count) {
  vt->written = realloc(vt->written, vt->written_count + count + 1);
  if (!vt->written)
    abort();
  memcpy(vt->written + vt->written_count, bytes, count);
  vt->written_count += count;
  vt->written[vt->written_count] = '\0';
  vt->marks += count_marks(vt, vt->written_count - count);
  vterm_input_write(vt->vterm, bytes, count);
}

/* Reads what there is within the time; false: nothing. */
static bool pump(struct vt *vt, int wait_ms) {
  char bytes[8192];
  struct pollfd poller = {vt->master, POLLIN, 0};
  if (vt->master < 0 || poll(&poller, 1, wait_ms) <= 0)
    return false;
  ssize_t count = read(vt->master, bytes, sizeof bytes);
  vt->is_at_end = count <= 0;
  if (count > 0)
    take(vt, bytes, (size_t)count);
  return count > 0;
}

static bool has_ended(const struct vt *vt) {
  siginfo_t info = {0};
  return waitid(P_PID, (id_t)vt->pid, &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_pid != 0;
}

bool vt_wait(struct vt *vt) {
  int64_t until = now_ms() + GIVE_UP_MS;
  while (vt->marks <= vt->marks_seen && !vt->is_at_end && now_ms() < until)
    if (!pump(vt, 20) && has_ended(vt) && !pump(vt, 0))
      break;
  bool is_waiting = vt->marks > vt->marks_seen;
  vt->marks_seen = vt->marks;
  return is_waiting;
}

bool vt_wait_for_output(struct vt *vt) {
  int64_t until = now_ms() + GIVE_UP_MS;
  while (now_ms() < until && !has_ended(vt))
    if (pump(vt, 20))
      return true;
  return false;
}

/* --- what is done to it ------------------------------------------------------------------------*/

bool vt_send_bytes(struct vt *vt, const char *bytes, size_t count) {
  return write(vt->master, bytes, count) == (ssize_t)count && vt_wait(vt);
}

bool vt_send(struct vt *vt, const char *bytes) {
  return vt_send_bytes(vt, bytes, strlen(bytes));
}

bool vt_type(struct vt *vt, const char *text) {
  while (*text) {
    char character[5] = {0};
    size_t length = 1;
    while (((unsigned char)text[length] & 0xC0) == 0x80)
      length++;
    memcpy(character, text, length);
    if (!vt_send(vt, character))
      return false;
    text += length;
  }
  return true;
}

void vt_set_size(struct vt *vt, int rows, int columns) {
  struct winsize size = {(unsigned short)rows, (unsigned short)columns, 0, 0};
  vt->rows = rows;
  vt->columns = columns;
  vterm_set_size(vt->vterm, rows, columns);
  if (ioctl(vt->master, TIOCSWINSZ, &size) != 0)
    abort();
}

bool vt_resize(struct vt *vt, int rows, int columns) {
  vt_set_size(vt, rows, columns);
  return vt_wait(vt);
}

bool vt_talk(struct vt *vt, const char *bytes, const char *text) {
  const char *found = NULL;
  int64_t until = now_ms() + GIVE_UP_MS;
  if (bytes && write(vt->master, bytes, strlen(bytes)) < 0)
    return false;
  while (text && !found && now_ms() < until) {
    found = vt->written ? strstr(vt->written + vt->talked, text) : NULL;
    if (!found && !pump(vt, 20) && has_ended(vt) && !pump(vt, 0))
      break;
  }
  if (found)
    vt->talked = (size_t)(found - vt->written) + strlen(text);
  return found || !text;
}

pid_t vt_pid(const struct vt *vt) {
  return vt->pid;
}

void vt_signal(struct vt *vt, int number) {
  kill(vt->pid, number);
}

void vt_hang_up(struct vt *vt) {
  close(vt->slave);
  close(vt->master);
  vt->master = vt->slave = -1;
}

int vt_end(struct vt *vt, const char *bytes) {
  int status = -1;
  int64_t until = now_ms() + GIVE_UP_MS;
  if (bytes && write(vt->master, bytes, strlen(bytes)) < 0)
    return -1;
  while (!has_ended(vt) && now_ms() < until)
    if (vt->master < 0)
      poll(NULL, 0, 1);
    else
      pump(vt, 5);
  if (!has_ended(vt))
    return -1;
  while (pump(vt, 0))
    continue;
  waitpid(vt->pid, &status, 0);
  vt->pid = 0;
  return status;
}

/* --- what is seen ------------------------------------------------------------------------------*/

const char *vt_row(struct vt *vt, int row) {
  size_t length = 0;
  for (int column = 0; column < vt->columns;) {
    VTermScreenCell cell;
    vterm_screen_get_cell(vt->screen, (VTermPos){row, column}, &cell);
    if (!cell.chars[0])
      vt->row[length++] = ' ';
    for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] && length < 4000; i++)
      length += utf8_encode(cell.chars[i], vt->row + length);
    column += cell.width > 0 ? cell.width : 1;
  }
  while (length > 0 && vt->row[length - 1] == ' ')
    length--;
  vt->row[length] = '\0';
  return vt->row;
}

bool vt_shows(struct vt *vt, const char *text) {
  for (int row = 0; row < vt->rows; row++)
    if (strstr(vt_row(vt, row), text))
      return true;
  return false;
}

void vt_cursor(struct vt *vt, int *row, int *column, bool *is_visible) {
  VTermPos position;
  vterm_state_get_cursorpos(vterm_obtain_state(vt->vterm), &position);
  *row = position.row;
  *column = position.col;
  *is_visible = vt->cursor_is_visible;
}

bool vt_wrote(struct vt *vt, const char *bytes) {
  return vt->written && strstr(vt->written, bytes);
}

const char *vt_written(struct vt *vt) {
  return vt->written;
}

size_t vt_bytes_written(struct vt *vt) {
  return vt->written_count;
}

bool vt_is_restored(struct vt *vt) {
  struct termios now;
  tcgetattr(vt->slave, &now);
  return !vt->is_alternate && !vt->has_mouse && vt->cursor_is_visible &&
         now.c_lflag == vt->before.c_lflag && now.c_iflag == vt->before.c_iflag &&
         now.c_oflag == vt->before.c_oflag;
}
