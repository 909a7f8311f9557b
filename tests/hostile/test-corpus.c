/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every hostile file is refused, or taken, quickly and in little memory, with a sentence that says
 * where and what to write instead: tests/hostile/corpus.expected has the first sentence of each. */
#include <config.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../base/cmocka-tests.h"
#include "../base/scratch.h"
#include "base/age.h"
#include "base/environment.h"
#include "base/error.h"
#include "base/file.h"
#include "base/strbuf.h"
#include "bounded.h"

enum { LEAST_FILES = 400 };

static char *corpus;

static int set_up(void **state) {
  (void)state;
  const char *source = getenv("SOURCE_DIR");
  char *zoning = path_join(source, "tests/data/zoning");
  environment_set_locale();
  scratch_make();
  scratch_write("data/checklists/about.txt", "", 0);
  assert_int_equal(symlink(zoning, scratch_path("data/checklists/zoning")), 0);
  setenv("DISENTANGLE_DATADIR", scratch_path("data"), 1);
  free(zoning);
  corpus = path_join(source, "tests/hostile/corpus");
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  free(corpus);
  scratch_remove();
  return 0;
}

/* Whether a line begins with NAME:LINE:COLUMN: and a space. */
static bool has_place(const char *line, const char *name) {
  size_t length = strlen(name);
  unsigned row, column;
  int end = 0;
  return !strncmp(line, name, length) &&
         sscanf(line + length, ":%u:%u: %n", &row, &column, &end) == 2 && end && row && column;
}

/* Without its checklist nothing can be said of a file's lines. */
static bool is_of_the_whole(const char *said) {
  return strstr(said, "only its form was checked");
}

/* The first line that was said, from the name of the file on. */
static void add_first_line(struct strbuf *out, const struct bounded *run, const char *path) {
  const char *folder_end = path_name(path);
  const char *line = run->said;
  size_t skipped = (size_t)(folder_end - path);
  if (!strncmp(line, path, skipped))
    line += skipped;
  strbuf_addf(out, "%d ", run->status);
  strbuf_add_bytes(out, line, strcspn(line, "\n"));
  strbuf_add(out, "\n");
}

static bool is_session(const char *name) {
  return !strncmp(name, "session", 7);
}

/* Both ways in: to be told its faults, and to be used. */
static void try_file(const char *path, struct strbuf *found) {
  struct bounded run = bounded_run((const char *const[]){"check", path, NULL});
  if (run.status && !has_place(run.said, path) && !is_of_the_whole(run.said))
    fail_msg("without line and column: %s", run.said);
  /* without its checklist a session can be sound, but not be opened */
  bool is_sound = run.status == 0 && !strstr(run.said, "only its form was checked");
  if (found)
    add_first_line(found, &run, path);
  free(run.said);
  if (is_session(path_name(path)))
    run = bounded_run((const char *const[]){"status", path, NULL});
  else
    run = bounded_run((const char *const[]){"list", "--sources", path, NULL});
  if (is_sound != (run.status == 0))
    fail_msg("%s: check says %s, but %s", path, is_sound ? "sound" : "faulty", run.said);
  free(run.said);
}

static void compare_with_expected(const struct strbuf *found) {
  char *path = path_join(getenv("SOURCE_DIR"), "tests/hostile/corpus.expected");
  struct strbuf expected;
  struct error err = ERROR_INIT;
  strbuf_init(&expected);
  if (environment_is_set("RENEW"))
    assert_true(file_write_new(path, found->text, found->length, true, &err));
  assert_true(file_read(&expected, path, 1 << 20, &err));
  const char *a = found->text, *b = expected.text;
  while (*a && strcspn(a, "\n") == strcspn(b, "\n") && !strncmp(a, b, strcspn(a, "\n") + 1)) {
    a += strcspn(a, "\n") + 1;
    b = a - found->text + expected.text;
  }
  if (*a || *b)
    fail_msg("found '%.*s'\n, expected '%.*s'; RENEW=1 takes what was found", (int)strcspn(a, "\n"),
             a, (int)strcspn(b, "\n"), b);
  strbuf_release(&expected);
  free(path);
}

static void every_file_of_the_corpus(void **state) {
  (void)state;
  size_t count;
  struct strbuf found;
  strbuf_init(&found);
  char **names = file_list(corpus, ".yaml", &count);
  assert_true(count >= LEAST_FILES);
  for (size_t i = 0; i < count; i++) {
    char *path = path_join(corpus, names[i]);
    try_file(path, &found);
    free(path);
    free(names[i]);
  }
  free(names);
  bounded_tell("corpus of hostile files", count);
  if (age_is_built_in()) /* without locks, what is meant to be locked is told in other words */
    compare_with_expected(&found);
  strbuf_release(&found);
}

/* The corpus is what the program beside it writes. */
static void the_corpus_is_as_it_is_made(void **state) {
  (void)state;
  char command[8192];
  scratch_write("made/x", "", 0);
  unlink(scratch_path("made/x"));
  snprintf(command, sizeof command,
           "'%s/tests/hostile/make-corpus' '%s' >/dev/null && diff -r '%s' '%s'",
           getenv("BUILD_DIR"), scratch_path("made"), corpus, scratch_path("made"));
  pid_t child = fork();
  if (child == 0) {
    execl("/bin/sh", "sh", "-c", command, (char *)NULL);
    _exit(127);
  }
  int status;
  assert_int_equal(waitpid(child, &status, 0), child);
  assert_int_equal(status, 0);
}

/* --- too large for a repository ----------------------------------------------------------------*/

static const struct {
  const char *before, *unit, *after;
  size_t bytes;
} large[] = {
    {"", "[", "", 4 << 20},
    {"", "{", "", 4 << 20},
    {"", "{a: ", "", 4 << 20},
    {"", "- ", "", 4 << 20},
    {"", "? ", "", 4 << 20},
    {"", "- a\n", "", 4 << 20},
    {"", "- []\n", "", 4 << 20},
    {"", "- {}\n", "", 4 << 20},
    {"[", "a,", "]", 4 << 20},
    {"[", "[],", "]", 4 << 20},
    {"", "a: b\n", "", 4 << 20},
    {"", "&a a\n", "", 4 << 20},
    {"", "!!a ", "", 4 << 20},
    {"", "%A\n", "", 4 << 20},
    {"", "#\n", "", 4 << 20},
    {"", "#", "", 4 << 20},
    {"", "\n", "", 4 << 20},
    {"", " ", "", 4 << 20},
    {"", "\t", "", 4 << 20},
    {"", "---\n", "", 4 << 20},
    {"", "a", "", 4 << 20},
    {"", "a", ": b\n", 1 << 20},
    {"", "a ", "", 4 << 20},
    {"", "a\n", "", 4 << 20},
    {"", "a\n\n", "", 4 << 20},
    {"\"", "\\\n", "\"", 4 << 20},
    {"\"", "\\x41", "\"", 4 << 20},
    {"\"", "\\u202e", "\"", 1 << 18},
    {"'", "''", "'", 4 << 20},
    {"|\n", "  a\n", "", 4 << 20},
    {">\n", "  a\n\n", "", 4 << 20},
    {"about: ", "\u0301", "\n", 4 << 20},
    {"about: a", "\u0301", "\n", 65000},
    {"about: ", "\u202e", "\n", 65000},
    {"about: \"", "\\U0001f468\\u200d", "\"\n", 65000},
    {"about: ", "\xff", "\n", 4 << 20},
    {"", "\xef\xbb\xbf", "", 4 << 20},
    {"", "a", "", 5 << 20},
    {"", "a", "", 40 << 20},
};

static void make_large(struct strbuf *text, size_t i, bool session) {
  strbuf_clear(text);
  strbuf_add(text,
             session ? "format: 1\nchecklist: {id: zoning}\nown: x\n" : "format: 1\nid: elm\n");
  if (i % 2)
    strbuf_clear(text);
  strbuf_add(text, large[i].before);
  while (text->length + strlen(large[i].unit) + strlen(large[i].after) <= large[i].bytes)
    strbuf_add(text, large[i].unit);
  strbuf_add(text, large[i].after);
}

static void try_large(const char *name, const struct strbuf *text) {
  char path[4096];
  scratch_write(name, text->text, text->length);
  snprintf(path, sizeof path, "%s", scratch_path(name));
  bool is_too_large = text->length > 4 << 20;
  if (!is_too_large) {
    try_file(path, NULL);
  } else {
    struct bounded run = bounded_run((const char *const[]){"check", path, NULL});
    assert_int_equal(run.status, 1);
    assert_non_null(strstr(run.said, "larger than 4096 KiB"));
    free(run.said);
  }
  unlink(path);
}

static void large_files(void **state) {
  (void)state;
  struct strbuf text;
  strbuf_init(&text);
  for (size_t i = 0; i < sizeof large / sizeof *large; i++)
    for (int session = 0; session < 2; session++) {
      make_large(&text, i, session);
      try_large(session ? "session-large.yaml" : "checklist-large.yaml", &text);
    }
  strbuf_release(&text);
  bounded_tell("large hostile files", 2 * sizeof large / sizeof *large);
}

/* As many as the limits allow of what is dear: evidence, steps, faults, names that mean others. */
static void add_many(struct strbuf *text, const char *before, const char *unit, int count) {
  const char *number = strstr(unit, "%d");
  strbuf_clear(text);
  strbuf_add(text, before);
  for (int i = 0; i < count; i++)
    strbuf_addf(text, "%.*s%d%s", (int)(number - unit), unit, i, number + 2);
}

#define SESSION "format: 1\nchecklist: {id: zoning, edition: \"2026-01\"}\n"
#define ELM     "format: 1\nid: elm\nedition: \"1\"\ntitle: Elm\n"
static const struct {
  const char *name, *before, *unit; /* %d in it is a number */
  int count;
} crowded[] = {
    {"session-evidence.yaml",
     SESSION "answers:\n  permits.practice:\n    answer: \"yes\"\n    evidence:\n",
     "    - what: \"a%d\"\n", 60000},
    {"session-answers.yaml", SESSION "answers:\n", "  a.b%d: \"yes\"\n", 1999},
    {"session-answers-many.yaml", SESSION "answers:\n", "  a.b%d: \"yes\"\n", 60000},
    {"session-steps.yaml", SESSION "history:\n  changes:\n",
     "  - {id: \"permits.practice\", before: {answer: a%d}}\n", 20000},
    {"session-own-keys.yaml", SESSION, "own-%d: [[[[[[]]]]]]\n", 1900},
    {"session-faults.yaml", SESSION "profile:\n", "  name%d: [x]\n", 1900},
    {"session-place.yaml", SESSION "kept:\n", "  - {a%d: b, c: d, e: f}\n", 20000},
    {"checklist-sections.yaml", ELM "sections:\n",
     "- {id: a%d, title: x, kind: survey, questions: [{id: b, kind: text, ask: c}]}\n", 9000},
    {"checklist-faults.yaml", ELM "sections:\n", "- {id: %d, kin: x, tite: [y], question: {}}\n",
     15000},
    {"checklist-choices.yaml", ELM "profile:\n- id: name\n  kind: choice\n  ask: x\n  choices:\n",
     "  - {id: a%d, label: x}\n", 30000},
    {"checklist-own-keys.yaml", ELM, "key%d: x\n", 90000},
    {"checklist-references.yaml", ELM "references:\n", "- {id: r%d, kind: law, title: x}\n", 20000},
    {"checklist-mentions.yaml", ELM "lessons:\n", "- {id: a, references: [b%d]}\n", 20000},
    {"checklist-same-ids.yaml", ELM "glossary:\n", "- {id: a, term: x%d, text: x}\n", 20000},
};

static void crowded_files(void **state) {
  (void)state;
  struct strbuf text;
  strbuf_init(&text);
  for (size_t i = 0; i < sizeof crowded / sizeof *crowded; i++) {
    add_many(&text, crowded[i].before, crowded[i].unit, crowded[i].count);
    try_large(crowded[i].name, &text);
  }
  strbuf_release(&text);
  bounded_tell("crowded hostile files", sizeof crowded / sizeof *crowded);
}

/* --- other than files --------------------------------------------------------------------------*/

static void expect_refused(const char *path, const char *words) {
  static const char *const commands[][4] = {
      {"check", NULL, NULL}, {"status", NULL, NULL}, {"list", "--sources", NULL}};
  for (size_t i = 0; i < 3; i++) {
    const char *arguments[4] = {commands[i][0], commands[i][1], NULL, NULL};
    arguments[arguments[1] ? 2 : 1] = path;
    struct bounded run = bounded_run(arguments);
    if (run.status == 0)
      fail_msg("%s %s: taken: %s", arguments[0], path, run.said);
    if (i == 0 && !strstr(run.said, words))
      fail_msg("%s: '%s' is not said in: %s", path, words, run.said);
    free(run.said);
  }
}

static void what_is_no_file(void **state) {
  (void)state;
  char path[4096];
  scratch_write("kinds/x", "", 0);
  snprintf(path, sizeof path, "%s", scratch_path("kinds/fifo.yaml"));
  assert_int_equal(mkfifo(path, 0600), 0);
  expect_refused(path, "it is not a file");
  snprintf(path, sizeof path, "%s", scratch_path("kinds/zero.yaml"));
  assert_int_equal(symlink("/dev/zero", path), 0);
  expect_refused(path, "it is not a file");
  snprintf(path, sizeof path, "%s", scratch_path("kinds/tty.yaml"));
  assert_int_equal(symlink("/dev/tty", path), 0);
  expect_refused(path, "cannot");
  snprintf(path, sizeof path, "%s", scratch_path("kinds/loop.yaml"));
  assert_int_equal(symlink("loop.yaml", path), 0);
  expect_refused(path, "its links lead round in a circle");
  snprintf(path, sizeof path, "%s", scratch_path("kinds/dangling.yaml"));
  assert_int_equal(symlink("nowhere", path), 0);
  expect_refused(path, "there is no such file or folder");
  snprintf(path, sizeof path, "%s", scratch_path("kinds/folder.yaml"));
  assert_int_equal(mkdir(path, 0700), 0);
  expect_refused(path, "there is no checklist and no session in this folder");
  expect_refused("/proc/self/mem", "cannot");
  expect_refused("/dev/null", "it is not a file");
  expect_refused("", "there is no such file or folder");
  snprintf(path, sizeof path, "%s", scratch_path("kinds/closed.yaml"));
  scratch_write("kinds/closed.yaml", "format: 1\n", 10);
  assert_int_equal(chmod(path, 0), 0);
  if (access(path, R_OK) != 0)
    expect_refused(path, "you are not allowed to");
  bounded_tell("what is no file, or closed", 10);
}

/* In the folder of a checklist: each is told with its name, and nothing waits for it. */
static void folders_of_strangers(void **state) {
  (void)state;
  static const char start[] =
      ELM "profile:\n- {id: name, kind: text, ask: x}\nsections:\n- {id: a, title: x, kind: "
          "survey, questions: [{id: b, kind: text, ask: c}]}\n";
  static const char *const names[] = {"fifo.yaml", "zero.yaml", "loop.yaml", "folder.yaml"};
  char folder[4096];
  scratch_write("stranger/checklist.yaml", start, sizeof start - 1);
  snprintf(folder, sizeof folder, "%s", scratch_path("stranger"));
  struct bounded run = bounded_run((const char *const[]){"check", folder, NULL});
  if (run.status)
    fail_msg("%s", run.said);
  free(run.said);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    char path[8192];
    snprintf(path, sizeof path, "%s/%s", folder, names[i]);
    int made = i == 0   ? mkfifo(path, 0600)
               : i == 1 ? symlink("/dev/zero", path)
               : i == 2 ? symlink("loop.yaml", path)
                        : mkdir(path, 0700);
    assert_int_equal(made, 0);
    expect_refused(folder, names[i]);
    remove(path);
  }
  for (int i = 0; i < 3000; i++) {
    char path[64];
    snprintf(path, sizeof path, "stranger/x%d.yaml", i);
    scratch_write(path, "{}\n", 3);
  }
  expect_refused(folder, "more than");
  bounded_tell("folders of strangers", 6);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_file_of_the_corpus),
      cmocka_unit_test(the_corpus_is_as_it_is_made),
      cmocka_unit_test(large_files),
      cmocka_unit_test(crowded_files),
      cmocka_unit_test(what_is_no_file),
      cmocka_unit_test(folders_of_strangers),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
