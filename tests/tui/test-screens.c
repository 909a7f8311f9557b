/* SPDX-License-Identifier: GPL-3.0-or-later */
/* NAME.keys is a script of keys, NAME.screen the picture there is to be at its end. The script's
 * first line says where: "#: 80x24 new", or with home or practice instead of new, and ascii or
 * high-contrast after it. RENEW=1 writes the pictures that are found. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/cmocka-tests.h"
#include "../base/scratch.h"
#include "base/age.h"
#include "base/environment.h"
#include "base/error.h"
#include "base/file.h"
#include "base/strbuf.h"
#include "walk.h"

enum { FILE_LIMIT_BYTES = 1 << 16, TESTS_LIMIT = 100 };

static char *read_beside(const char *name, const char *extension) {
  struct strbuf path, text;
  strbuf_init(&path);
  strbuf_init(&text);
  strbuf_addf(&path, "%s/tests/tui/%s%s", getenv("SOURCE_DIR"), name, extension);
  file_read(&text, path.text, FILE_LIMIT_BYTES, NULL);
  strbuf_release(&path);
  return strbuf_take(&text);
}

static void write_picture(const char *name, const char *picture) {
  struct strbuf path;
  struct error err = ERROR_INIT;
  strbuf_init(&path);
  strbuf_addf(&path, "%s/tests/tui/%s.screen", getenv("SOURCE_DIR"), name);
  if (!file_write_new(path.text, picture, strlen(picture), true, &err))
    fail_msg("%s", err.message);
  strbuf_release(&path);
}

static bool has_word(const char *line, const char *word) {
  const char *end = line + strcspn(line, "\n"), *found = strstr(line, word);
  return found && found < end;
}

static struct walk read_head(const char *script) {
  struct walk walk = {.options.checklist = walk_checklist()};
  if (sscanf(script, "#: %dx%d", &walk.columns, &walk.rows) != 2)
    fail_msg("the first line is not like \"#: 80x24 new\"");
  if (has_word(script, " new"))
    walk.options.start = TUI_NEW;
  if (has_word(script, " practice"))
    walk.options.start = TUI_PRACTICE;
  walk.ascii = has_word(script, " ascii");
  if (has_word(script, " high-contrast"))
    walk.options.theme = THEME_HIGH_CONTRAST;
  return walk;
}

/* Line by line, so that a person sees what moved. */
static void print_difference(const char *expected, const char *found) {
  while (*expected || *found) {
    size_t length = strcspn(expected, "\n"), found_length = strcspn(found, "\n");
    bool same = length == found_length && memcmp(expected, found, length) == 0;
    if (!same)
      print_error("- %.*s\n+ %.*s\n", (int)length, expected, (int)found_length, found);
    else
      print_error("  %.*s\n", (int)length, expected);
    expected += length + (expected[length] == '\n');
    found += found_length + (found[found_length] == '\n');
  }
}

static void test_screen(void **state) {
  const char *name = *state;
  if (!strncmp(name, "lock", 4) && !age_is_built_in())
    skip();
  char *script = read_beside(name, ".keys"), *expected = read_beside(name, ".screen");
  walk_make_folder();
  struct walk walk = read_head(script);
  walk_run(&walk, script);
  walk_remove_folder();
  if (environment_is_set("RENEW")) {
    write_picture(name, walk.picture);
  } else if (strcmp(expected, walk.picture) != 0) {
    print_difference(expected, walk.picture);
    fail_msg("%s.screen differs; if the new picture (+) is right: RENEW=1 make check "
             "TESTS=tests/tui/test-screens",
             name);
  }
  free(walk.picture);
  free(script);
  free(expected);
}

int main(void) {
  struct CMUnitTest tests[TESTS_LIMIT];
  struct strbuf folder;
  size_t count;
  environment_set_locale();
  strbuf_init(&folder);
  strbuf_addf(&folder, "%s/tests/tui", getenv("SOURCE_DIR"));
  char **names = file_list(folder.text, ".keys", &count);
  for (size_t i = 0; i < count && i < TESTS_LIMIT; i++) {
    names[i][strlen(names[i]) - strlen(".keys")] = '\0';
    tests[i] = (struct CMUnitTest){names[i], test_screen, NULL, NULL, names[i]};
  }
  int failures = _cmocka_run_group_tests("screens", tests, count, NULL, NULL);
  for (size_t i = 0; i < count; i++)
    free(names[i]);
  free(names);
  strbuf_release(&folder);
  return failures;
}
