/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "walk.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "../base/cmocka-tests.h"
#include "../base/scratch.h"
#include "base/error.h"
#include "base/strbuf.h"
#include "tui/canvas.h"
#include "tui/input.h"
#include "tui/terminal.h"

enum { KEYS_LIMIT = 4000 };

static FILE *in, *out;

void walk_terminal_start(int rows, int columns, bool ascii) {
  struct error err = ERROR_INIT;
  in = fopen("/dev/null", "r");
  out = tmpfile();
  struct terminal_options options = {
      .type = "xterm", .in = in, .out = out, .rows = rows, .columns = columns, .ascii = ascii};
  if (!terminal_start(&options, &err))
    fail_msg("%s", err.message);
}

void walk_terminal_stop(void) {
  terminal_stop();
  fclose(in);
  fclose(out);
}

char *walk_picture(void) {
  struct strbuf picture;
  int row, column;
  strbuf_init(&picture);
  canvas_read_cursor(&row, &column);
  for (int i = 0; i < canvas_rows(); i++) {
    char *text = canvas_read_row(i);
    strbuf_addf(&picture, "%s\n", text);
    free(text);
  }
  strbuf_addf(&picture, "cursor %d,%d\n", row, column);
  return strbuf_take(&picture);
}

/* --- a script whose end is looked at -----------------------------------------------------------*/

struct watched_input {
  struct input input;
  struct input *script;
  const struct walk *walk;
  size_t total; /* keys of the script */
  char *picture;
  long bytes[KEYS_LIMIT]; /* written before each key */
  size_t count;
};

static bool next_watched(struct input *input, int timeout_ms, struct key *key) {
  struct watched_input *watched = (struct watched_input *)input;
  if (timeout_ms != 0 && watched->walk->before_last_keys &&
      watched->count + watched->walk->last_keys == watched->total)
    watched->walk->before_last_keys();
  bool more = input_next(watched->script, timeout_ms, key);
  if (timeout_ms == 0)
    return more;
  fflush(out);
  assert_true(watched->count < KEYS_LIMIT);
  watched->bytes[watched->count++] = ftell(out);
  if (!more)
    watched->picture = walk_picture();
  return more;
}

static long most_bytes(const struct watched_input *watched, size_t counted) {
  long most = 0;
  size_t first = counted && counted < watched->count ? watched->count - counted : 1;
  for (size_t i = first; i < watched->count; i++)
    if (watched->bytes[i] - watched->bytes[i - 1] > most)
      most = watched->bytes[i] - watched->bytes[i - 1];
  return most;
}

static size_t count_keys(const char *script) {
  struct input *input = input_script_new(script, NULL);
  struct key key;
  size_t count = 0;
  while (input && input_next(input, -1, &key))
    count++;
  input_free(input);
  return count;
}

void walk_run(struct walk *walk, const char *script) {
  struct error err = ERROR_INIT;
  struct watched_input watched = {
      .input = {next_watched, NULL}, .walk = walk, .total = count_keys(script)};
  watched.script = input_script_new(script, &err);
  if (!watched.script)
    fail_msg("%s", err.message);
  walk_terminal_start(walk->rows, walk->columns, walk->ascii);
  if (!tui_walk(&walk->options, &watched.input, &err))
    fail_msg("%s", err.message);
  walk->picture = watched.picture;
  walk->most_key_bytes = most_bytes(&watched, walk->counted);
  walk_terminal_stop();
  input_free(watched.script);
}

/* --- sessions ----------------------------------------------------------------------------------*/

const char *walk_checklist(void) {
  return scratch_path("zoning");
}

void walk_make_folder(void) {
  char checklist[4096];
  scratch_make();
  snprintf(checklist, sizeof checklist, "%s/tests/data/zoning", getenv("SOURCE_DIR"));
  assert_int_equal(symlink(checklist, walk_checklist()), 0);
  setenv("DISENTANGLE_SESSIONS", scratch_path("."), 1);
  setenv("XDG_CONFIG_HOME", scratch_path("settings"), 1);
  setenv("DISENTANGLE_LIBDIR", scratch_path("lib"), 1); /* no PDF: not every build has it */
  setenv("PATH", scratch_path("bin"), 1); /* no printer but those that a test makes there */
}

void walk_remove_folder(void) {
  scratch_remove();
}

char *walk_new(const char *script) {
  struct walk walk = {
      .rows = 24, .columns = 80, .options = {.start = TUI_NEW, .checklist = walk_checklist()}};
  walk_run(&walk, script);
  return walk.picture;
}

char *walk_again(const char *name, const char *script) {
  struct walk walk = {.rows = 24,
                      .columns = 80,
                      .options = {.start = TUI_SESSION, .session_path = scratch_path(name)}};
  walk_run(&walk, script);
  return walk.picture;
}
