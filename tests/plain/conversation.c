/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "tests/plain/conversation.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/environment.h"
#include "base/text.h"
#include "base/utf8.h"
#include "tests/base/scratch.h"

/* --- the folder --------------------------------------------------------------------------------*/

static char folder_before[4096];

int conversation_setup(void **state) {
  char checklist[4096];
  (void)state;
  environment_set_locale();
  scratch_make();
  assert_non_null(getcwd(folder_before, sizeof folder_before));
  snprintf(checklist, sizeof checklist, "%s/tests/data/zoning", getenv("SOURCE_DIR"));
  scratch_write("data/checklists/about.txt", "", 0);
  assert_int_equal(symlink(checklist, scratch_path("data/checklists/zoning")), 0);
  assert_int_equal(chdir(scratch_path(".")), 0);
  setenv("DISENTANGLE_DATADIR", "data", 1);
  setenv("DISENTANGLE_SESSIONS", "sessions", 1);
  setenv("DISENTANGLE_LOCALEDIR", "locale", 1);
  setenv("DISENTANGLE_LIBDIR", "/nowhere", 1);          /* no PDF: not every build has it */
  setenv("XDG_CONFIG_HOME", scratch_path("config"), 1); /* relative is none */
  setenv("PATH", "/nowhere", 1);                        /* no printer */
  return 0;
}

int conversation_teardown(void **state) {
  (void)state;
  assert_int_equal(chdir(folder_before), 0);
  scratch_remove();
  return 0;
}

/* --- what is typed -----------------------------------------------------------------------------*/

struct typed {
  const char *bytes;
  size_t count, at;
};

static void cut_last_line(const char *path) {
  size_t count;
  char *text = scratch_read(path, &count);
  assert_non_null(text);
  while (count && text[count - 1] == '\n')
    count--;
  while (count && text[count - 1] != '\n')
    count--;
  scratch_write(path, text, count);
  free(text);
}

/* False: the line is none, and so it is typed. */
static bool act(const char *line) {
  char one[256], two[256];
  if (sscanf(line, "!rename %255s %255s", one, two) == 2)
    assert_int_equal(rename(one, two), 0);
  else if (sscanf(line, "!cut %255s", one) == 1)
    cut_last_line(one);
  else
    return false;
  return true;
}

/* What is read is not buffered, so that an action happens when its turn has come. */
static ssize_t next_bytes(void *cookie, char *buffer, size_t size) {
  struct typed *typed = cookie;
  const char *next = typed->bytes + typed->at;
  size_t left = typed->count - typed->at;
  if (left && *next == '!' && (typed->at == 0 || next[-1] == '\n')) {
    const char *end = memchr(next, '\n', left);
    char *line = strndup(next, end ? (size_t)(end - next) + 1 : left);
    bool done = act(line);
    typed->at += done ? strlen(line) : 0;
    free(line);
    if (done)
      return next_bytes(cookie, buffer, size);
  }
  if (left < size)
    size = left;
  memcpy(buffer, next, size);
  typed->at += size;
  return (ssize_t)size;
}

/* --- what holds for every conversation ---------------------------------------------------------*/

static void check_line(const char *line, size_t length, int width_cells) {
  for (size_t i = 0; i < length; i++)
    if ((unsigned char)line[i] < 0x20 || line[i] == 0x7f)
      fail_msg("a control byte %d in: %.*s", line[i], (int)length, line);
  /* what was typed is repeated after the prompt as it is */
  int width = text_width_length(line, length);
  if (width > width_cells && !memchr(line, ':', length))
    fail_msg("wider than %d: %.*s", width_cells, (int)length, line);
}

static void check(const char *said, size_t count, int width_cells) {
  assert_int_equal(strlen(said), count);
  assert_true(utf8_is_valid(said, count));
  while (*said) {
    size_t length = strcspn(said, "\n");
    check_line(said, length, width_cells);
    said += length + (said[length] == '\n');
  }
}

/* When a file was last changed is not pinned by DISENTANGLE_NOW. */
static void mask_dates(char *said) {
  static const char before[] = "(last changed ";
  for (char *at = said; (at = strstr(at, before)); at++)
    memcpy(at + sizeof before - 1, "YYYY-MM-DD", 10);
}

char *conversation(struct plain_options options, const char *bytes, size_t count, int *status) {
  struct typed typed = {bytes, count, 0};
  char *said = NULL;
  size_t said_count = 0;
  options.in = fopencookie(&typed, "r", (cookie_io_functions_t){.read = next_bytes});
  options.out = open_memstream(&said, &said_count);
  setvbuf(options.in, NULL, _IONBF, 0);
  int returned = plain_run(&options);
  fclose(options.in);
  fclose(options.out);
  if (status)
    *status = returned;
  check(said, said_count, options.width_cells ? options.width_cells : 80);
  mask_dates(said);
  return said;
}

char *conversation_text(struct plain_options options, const char *lines) {
  return conversation(options, lines, strlen(lines), NULL);
}
