/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rich session and an almost empty one, each document in each format, compared with
 * tests/report/golden. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/cmocka-tests.h"
#include "base/environment.h"
#include "base/error.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "fixture.h"

struct golden {
  const char *file, *document, *writer;
  struct write_options options;
  bool private_notes;
};

static const struct golden goldens[] = {
    {"summary.txt", "summary", "text", {.paper = PAPER_LETTER, .paged = true}, false},
    {"summary.md", "summary", "markdown", {0}, true},
    {"summary.html", "summary", "html", {.paper = PAPER_LETTER}, true},
    {"summary-narrow.txt", "summary", "text", {.ascii = true, .width_cells = 40}, false},
    {"ordinance.txt", "ordinance", "text", {.paper = PAPER_A4, .paged = true}, false},
    {"worksheet.txt", "worksheet", "text", {.paper = PAPER_LETTER, .paged = true}, false},
    {"answers.csv", "answers", "csv", {0}, true},
    {"ordinance.md", "ordinance", "markdown", {0}, false},
    {"to-find-out.txt", "to-find-out", "text", {.paper = PAPER_A4, .paged = true}, false},
    {"records-request-none.md", "records-request", "markdown", {0}, false},
    {"one-page.txt", "one-page", "text", {.paged = true}, false},
};

/* Of a session with a place and nothing else. */
static const struct golden empty_goldens[] = {
    {"to-find-out-empty.md", "to-find-out", "markdown", {0}, false},
    {"records-request.txt", "records-request", "text", {.paged = true}, false},
    {"one-page-empty.md", "one-page", "markdown", {0}, false},
};

static char *golden_path(const char *file) {
  char *folder = path_join(environment_get("SOURCE_DIR"), "tests/report/golden");
  char *path = path_join(folder, file);
  free(folder);
  return path;
}

static void print_lines(const char *mark, const char *text, size_t first, size_t count) {
  for (size_t line = 1; *text; line++) {
    size_t length = strcspn(text, "\n");
    if (line >= first && line < first + count)
      fprintf(stderr, "%s%4zu %.*s\n", mark, line, (int)length, text);
    text += length + (text[length] == '\n');
  }
}

static size_t first_difference(const char *a, const char *b) {
  size_t line = 1;
  for (; *a && *a == *b; a++, b++)
    line += *a == '\n';
  return line;
}

static void tell_difference(const char *file, const char *expected, const char *is) {
  size_t line = first_difference(expected, is);
  size_t before = line > 3 ? line - 3 : 1;
  fprintf(stderr, "%s differs from line %zu on (- expected, + now):\n", file, line);
  print_lines(" ", is, before, line - before);
  print_lines("-", expected, line, 12);
  print_lines("+", is, line, 12);
  fail_msg("if this is right, renew it: UPDATE_GOLDEN=1 make check "
           "TESTS=tests/report/test-golden");
}

static void compare(const struct golden *golden, const char *is) {
  struct error err = ERROR_INIT;
  struct strbuf expected;
  strbuf_init(&expected);
  char *path = golden_path(golden->file);
  if (environment_is_set("UPDATE_GOLDEN")) {
    if (!file_write_new(path, is, strlen(is), true, &err))
      fail_msg("%s", err.message);
  } else if (!file_read(&expected, path, 1 << 20, &err)) {
    fail_msg("%s", err.message);
  } else if (strcmp(expected.text, is) != 0) {
    tell_difference(golden->file, expected.text, is);
  }
  strbuf_release(&expected);
  free(path);
}

static void compare_all(const struct golden *golden, size_t count, struct checklist *checklist,
                        const struct session *session) {
  for (; count--; golden++) {
    struct report_options options = {.private_notes = golden->private_notes};
    char *first = fixture_write(golden->document, golden->writer, checklist, session, &options,
                                &golden->options);
    char *second = fixture_write(golden->document, golden->writer, checklist, session, &options,
                                 &golden->options);
    assert_string_equal(first, second);
    compare(golden, first);
    free(first);
    free(second);
  }
}

static void each_document_is_as_expected(void **state) {
  (void)state;
  struct checklist *checklist = fixture_zoning();
  struct session *session = fixture_rich(checklist);
  compare_all(goldens, sizeof goldens / sizeof *goldens, checklist, session);
  session_free(session);
  session = fixture_session(checklist, "profile.name=Elm");
  compare_all(empty_goldens, sizeof empty_goldens / sizeof *empty_goldens, checklist, session);
  session_free(session);
  fixture_free(checklist);
}

int main(void) {
  environment_set_locale();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_document_is_as_expected),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
