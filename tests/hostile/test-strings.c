/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strings that were made to hurt, in every place where text comes from, and all that the program
 * says of them: nothing but printable text. test-strings-documents looks into documents,
 * tests/terminal/test-strings-screen at the screens. */
#include <config.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../base/cmocka-tests.h"
#include "../base/scratch.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "documents.h"
#include "look.h"
#include "printable.h"

enum { LEAST_STRINGS = 2000, NAME_LIMIT_BYTES = 200 };

/* --- sub-commands ------------------------------------------------------------------------------*/

static void check_batch(size_t count, size_t batch) {
  (void)batch;
  struct run run;
  look(&run, "check", ARGUMENTS(WORD("check"), WORD("strings")), NULL);
  look_for_status(&run, "check", 0);
  run_release(&run);
  look(&run, "check", ARGUMENTS(WORD("check"), WORD("session.yaml")), NULL);
  look_for_status(&run, "check", 0);
  run_release(&run);
  look(&run, "check", ARGUMENTS(WORD("check"), WORD("broken.yaml"), WORD("broken-session.yaml")),
       NULL);
  look_for_status(&run, "check", 1);
  size_t lines = 0;
  for (size_t i = 0; i < run.out.length; i++)
    lines += run.out.text[i] == '\n';
  if (lines < 8 * count)
    tally_fail(&tally, "check", "fewer messages than faults");
  run_release(&run);
}

static void checks_and_their_messages(void **state) {
  (void)state;
  look_each_batch(check_batch);
}

static void status_batch(size_t count, size_t batch) {
  (void)count, (void)batch;
  struct strbuf faults;
  struct run run;
  strbuf_init(&faults);
  look(&run, "status", ARGUMENTS(WORD("status"), WORD("session.yaml")), NULL);
  look_for_status(&run, "status", 0);
  run_release(&run);
  look_only("status", ARGUMENTS(WORD("--ascii"), WORD("status"), WORD("session.yaml")), NULL);
  look_only("list", ARGUMENTS(WORD("list"), WORD("--sources"), WORD("strings")), NULL);
  look(&run, "status --json", ARGUMENTS(WORD("status"), WORD("--json"), WORD("session.yaml")),
       NULL);
  look_for_status(&run, "status --json", 0);
  if (!json_is_safe(&run.out, &faults))
    tally_fail(&tally, "status --json", faults.text);
  run_release(&run);
  strbuf_release(&faults);
}

static void results_and_lists(void **state) {
  (void)state;
  look_each_batch(status_batch);
}

/* --- what is typed as an argument --------------------------------------------------------------*/

/* What is recorded is not begun by a line end, and ends in neither a space nor one. */
static char *as_recorded(const struct string *string) {
  char *shown = printable_of(string->bytes, string->length);
  size_t length = strlen(shown);
  while (length && strchr(" \n", shown[length - 1]))
    shown[--length] = '\0';
  return shown;
}

/* Takes away the marks that a table has before what would be a formula. */
static char *without_marks(const char *cell) {
  struct strbuf out;
  strbuf_init(&out);
  bool begins = true;
  for (; *cell; cell++) {
    if (begins && *cell == '\'')
      cell++;
    begins = *cell == '\n' || *cell == ';';
    if (*cell)
      strbuf_add_char(&out, *cell);
  }
  return strbuf_take(&out);
}

enum { COMMENT_COLUMN = 9 };

static void compare_comment(const struct strbuf *table, size_t row, const struct string *string) {
  char *cell = csv_cell(table, row, COMMENT_COLUMN), *wanted = as_recorded(string);
  char *found = without_marks(cell ? cell : "");
  if (strcmp(found, wanted) != 0)
    tally_fail(&tally, "read back", wanted);
  free(found);
  free(wanted);
  free(cell);
}

static char *assignment(const char *before, size_t number, const char *after,
                        const struct string *string) {
  struct strbuf text;
  strbuf_init(&text);
  strbuf_addf(&text, "%s%zu%s", before, number, after);
  strbuf_add(&text, string->bytes);
  return strbuf_take(&text);
}

static void free_words(char **words, size_t first, size_t end) {
  for (size_t i = first; i < end; i++)
    free(words[i]);
}

/* All strings, those that are no text too, as comments of a session with so many questions; what
 * the table of answers has is compared with what should be there, character by character. */
static void set_batch(size_t first, size_t count) {
  char *words[BATCH + 3] = {WORD("set"), WORD("typed.yaml")};
  for (size_t i = 0; i < count; i++)
    words[i + 2] = assignment("c", i, ".q.comment=", &tally.strings.items[first + i]);
  struct run run;
  look(&run, "set", words, NULL);
  look_for_status(&run, "set", 0);
  free_words(words, 2, count + 2);
  run_release(&run);
  run_program(&run,
              ARGUMENTS(WORD("export"), WORD("typed.yaml"), WORD("-d"), WORD("answers"), WORD("-o"),
                        WORD("-")),
              NULL);
  look_for_status(&run, "answers", 0);
  tally_count(&tally, &run.out);
  for (size_t i = 0; i < count; i++)
    if (!memchr(tally.strings.items[first + i].bytes, 0, tally.strings.items[first + i].length))
      compare_comment(&run.out, 3 + i, &tally.strings.items[first + i]);
  run_release(&run);
}

static void refuse_batch(size_t first, size_t count) {
  char *words[BATCH + 3] = {WORD("set"), WORD("typed.yaml")};
  for (size_t i = 0; i < count; i++)
    words[i + 2] = assignment("no", i, "", &tally.strings.items[first + i]);
  struct run run;
  look(&run, "set", words, NULL);
  look_for_status(&run, "set", 1);
  free_words(words, 2, count + 2);
  run_release(&run);
}

static void assignments(void **state) {
  (void)state;
  size_t failures = tally.failures;
  look_write(tally.texts, BATCH);
  for (size_t first = 0; first < tally.strings.count; first += BATCH) {
    size_t left = tally.strings.count - first, count = left < BATCH ? left : BATCH;
    unlink("typed.yaml");
    look_only("new",
              ARGUMENTS(WORD("new"), WORD("typed.yaml"), WORD("-c"), WORD("strings"),
                        WORD("--create-only"), WORD("--set"), WORD("profile.name=Elm")),
              NULL);
    set_batch(first, count);
    refuse_batch(first, count);
  }
  assert_int_equal(tally.failures, failures);
}

/* One word of each command line in turn. */
static void arguments(void **state) {
  (void)state;
  size_t failures = tally.failures;
  look_write(tally.texts, 8);
  for (size_t i = 0; i < tally.strings.danger_count; i++) {
    char *word = tally.strings.items[i].bytes;
    char *const lines[][8] = {
        {word},
        {WORD("--lang"), word, WORD("list"), WORD("languages")},
        {WORD("export"), WORD("session.yaml"), WORD("-d"), word},
        {WORD("export"), WORD("session.yaml"), WORD("-f"), word},
        {WORD("export"), WORD("session.yaml"), WORD("--paper"), word},
        {WORD("list"), word},
        {WORD("new"), WORD("x.yaml"), WORD("-c"), word},
        {WORD("status"), WORD("session.yaml"), WORD("--"), word},
    };
    if (*word)
      look_only("arguments", lines[i % (sizeof lines / sizeof *lines)], NULL);
  }
  assert_int_equal(tally.failures, failures);
}

/* --- names of files ----------------------------------------------------------------------------*/

static bool can_be_name(const struct string *string) {
  return string->length < NAME_LIMIT_BYTES && !memchr(string->bytes, '/', string->length) &&
         !memchr(string->bytes, 0, string->length);
}

/* In the folder of sessions, a copy of one that is sound, or of one that is not. */
static char *put_named(const struct string *string, const struct strbuf *bytes) {
  struct strbuf path;
  strbuf_init(&path);
  strbuf_addf(&path, "sessions/%s.yaml", string->bytes);
  int file = open(path.text, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (file < 0 || write(file, bytes->text, bytes->length) != (ssize_t)bytes->length)
    tally_fail(&tally, "names", "cannot write a file of such a name");
  close(file);
  return strbuf_take(&path);
}

static void try_named(char *path, size_t i) {
  char *const lines[][8] = {
      {WORD("status"), path},
      {WORD("check"), path},
      {WORD("open"), path, WORD("--plain")},
      {WORD("export"), path, WORD("-d"), WORD("one-page"), WORD("-o"), WORD("-")},
      {WORD("export"), WORD("session.yaml"), WORD("-f"), WORD("text"), WORD("-o"), path,
       WORD("--force")},
      {WORD("set"), path, WORD("c0.q=maybe")},
      {WORD("set"), path, WORD("c0.q=yes")},
      {WORD("list"), WORD("--sources"), path},
      {WORD("new"), path, WORD("-c"), WORD("strings")},
  };
  look_only("names", lines[i % (sizeof lines / sizeof *lines)], NULL);
}

/* Home lists the newest; then all are removed. */
static void go_home(void) {
  struct strbuf typed;
  strbuf_init(&typed);
  strbuf_add(&typed, "1\n:home\n");
  look_only("home", ARGUMENTS(WORD("--plain")), &typed);
  scratch_clear("sessions");
  strbuf_release(&typed);
}

enum { NAMES_AT_HOME = 9 };

static void names_of_files(void **state) {
  (void)state;
  size_t failures = tally.failures, put = 0;
  struct strbuf sound, broken;
  strbuf_init(&sound);
  strbuf_init(&broken);
  look_write(tally.texts, 8);
  assert_int_equal(symlink("../strings", scratch_path("sessions/strings")), 0);
  assert_true(file_read(&sound, "session.yaml", 1 << 20, NULL));
  assert_true(file_read(&broken, "broken-session.yaml", 1 << 20, NULL));
  for (size_t i = 0; i < tally.strings.danger_count; i++) {
    if (!can_be_name(&tally.strings.items[i]))
      continue;
    char *path = put_named(&tally.strings.items[i], i % 5 == 4 ? &broken : &sound);
    try_named(path, put);
    free(path);
    if (++put % NAMES_AT_HOME == 0)
      go_home();
  }
  go_home();
  strbuf_release(&sound);
  strbuf_release(&broken);
  assert_int_equal(tally.failures, failures);
}

/* As they are, where YAML is not yet understood. */
static void bytes_in_files(void **state) {
  (void)state;
  static const char *const forms[] = {"%s\n", "a: %s\n", "a: \"%s\"\n", "%s: b\n", "a: |\n  %s\n"};
  size_t failures = tally.failures;
  char *words[BATCH + 2] = {WORD("check")};
  for (size_t first = 0; first < tally.strings.count; first += BATCH) {
    size_t left = tally.strings.count - first, count = left < BATCH ? left : BATCH;
    for (size_t i = 0; i < count; i++) {
      const struct string *string = &tally.strings.items[first + i];
      const char *form = forms[i % (sizeof forms / sizeof *forms)], *at = strstr(form, "%s");
      char path[32];
      struct strbuf text;
      strbuf_init(&text);
      strbuf_add(&text, i % 2 ? "" : "format: 1\nchecklist: {id: strings}\n");
      strbuf_add_bytes(&text, form, (size_t)(at - form));
      strbuf_add_bytes(&text, string->bytes, string->length);
      strbuf_add(&text, at + 2);
      snprintf(path, sizeof path, "raw-%zu.yaml", i);
      scratch_write(path, text.text, text.length);
      strbuf_release(&text);
      words[i + 1] = memory_dup(path);
    }
    words[count + 1] = NULL;
    look_only("bytes", words, NULL);
    free_words(words, 1, count + 1);
  }
  assert_int_equal(tally.failures, failures);
}

/* --- plain mode --------------------------------------------------------------------------------*/

/* Each page with what is recorded there, and the lists. */
static void plain_batch(size_t count, size_t batch) {
  (void)batch;
  struct strbuf typed;
  strbuf_init(&typed);
  for (size_t i = 0; i < count; i++)
    strbuf_addf(&typed, ":go c%zu\n:?\n", i);
  strbuf_add(&typed, ":list\n:results\n");
  for (size_t i = 1; i < 9; i++)
    strbuf_addf(&typed, "%zu\n", i);
  strbuf_add(&typed, "<\n<\n:background\n1\n1\n<\n2\n<\n<\n:search\nm0\n<\n:export\n1\n1\n");
  struct run run;
  look(&run, "plain", ARGUMENTS(WORD("open"), WORD("session.yaml"), WORD("--plain")), &typed);
  look_for_status(&run, "plain", 0);
  run_release(&run);
  look_only("plain --ascii",
            ARGUMENTS(WORD("--ascii"), WORD("open"), WORD("session.yaml"), WORD("--plain"),
                      WORD("--read-only")),
            &typed);
  strbuf_release(&typed);
}

static void pages_in_plain_mode(void **state) {
  (void)state;
  look_each_batch(plain_batch);
}

/* As a command, as an answer, as a comment, as a note: what is no text too. In practice, where
 * nothing is saved, for that would take long. */
static void typed_in_plain_mode(void **state) {
  (void)state;
  size_t failures = tally.failures;
  struct strbuf typed;
  strbuf_init(&typed);
  look_write(tally.texts, 8);
  strbuf_add(&typed, "practice\n");
  for (size_t i = 0; i < tally.strings.count; i++) {
    static const char *const before[] = {":go c1\n",        ":go c1\n:comment\n",
                                         ":go c1\n:note\n", ":go c0\n:evidence\n",
                                         ":search ",        ":"};
    strbuf_add(&typed, before[i % (sizeof before / sizeof *before)]);
    strbuf_add_bytes(&typed, tally.strings.items[i].bytes, tally.strings.items[i].length);
    strbuf_add(&typed, "\n.\n<\n<\n<\n<\n");
  }
  struct run run;
  look(&run, "typed", ARGUMENTS(WORD("--plain")), &typed);
  look_for_status(&run, "typed", 0);
  if (run.out.length < tally.strings.count * 100)
    tally_fail(&tally, "typed", "it ended too early");
  run_release(&run);
  strbuf_release(&typed);
  assert_int_equal(tally.failures, failures);
}

/* --- the name of the place, which makes names of files -----------------------------------------*/

static bool is_safe_name(const char *name) {
  size_t length = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-");
  return length && name[0] != '-' && !strcmp(name + length, ".yaml");
}

static void names_of_places(void **state) {
  (void)state;
  size_t failures = tally.failures;
  look_write(tally.texts, 8);
  scratch_clear("sessions");
  for (size_t i = 0; i < tally.strings.danger_count; i++) {
    struct strbuf typed;
    strbuf_init(&typed);
    strbuf_add_bytes(&typed, tally.strings.items[i].bytes, tally.strings.items[i].length);
    strbuf_add(&typed, "\n:quit\n");
    look_only("place", ARGUMENTS(WORD("new"), WORD("-c"), WORD("strings"), WORD("--plain")),
              &typed);
    strbuf_release(&typed);
  }
  size_t count;
  char **names = file_list("sessions", ".yaml", &count);
  if (count < tally.strings.danger_count / 2)
    tally_fail(&tally, "place", "fewer sessions than places");
  for (size_t i = 0; i < count; i++) {
    if (!is_safe_name(names[i]))
      tally_fail(&tally, "place", names[i]);
    free(names[i]);
  }
  free(names);
  assert_int_equal(tally.failures, failures);
}

/* --- all of it ---------------------------------------------------------------------------------*/

static int compare(const void *a, const void *b) {
  const struct string *one = a, *two = b;
  size_t least = one->length < two->length ? one->length : two->length;
  int order = memcmp(one->bytes, two->bytes, least);
  return order ? order : (one->length > two->length) - (one->length < two->length);
}

static void no_two_are_the_same(void **state) {
  (void)state;
  size_t count = tally.strings.count;
  struct string *sorted = memory_new(count * sizeof *sorted);
  memcpy(sorted, tally.strings.items, count * sizeof *sorted);
  qsort(sorted, count, sizeof *sorted, compare);
  for (size_t i = 1; i < count; i++)
    assert_int_not_equal(compare(&sorted[i - 1], &sorted[i]), 0);
  assert_true(count >= LEAST_STRINGS);
  free(sorted);
}

static void all_were_seen_again(void **state) {
  (void)state;
  look_tell();
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(no_two_are_the_same), cmocka_unit_test(checks_and_their_messages),
      cmocka_unit_test(results_and_lists),   cmocka_unit_test(assignments),
      cmocka_unit_test(arguments),           cmocka_unit_test(names_of_files),
      cmocka_unit_test(bytes_in_files),      cmocka_unit_test(pages_in_plain_mode),
      cmocka_unit_test(typed_in_plain_mode), cmocka_unit_test(names_of_places),
      cmocka_unit_test(all_were_seen_again),
  };
  return cmocka_run_group_tests(tests, look_set_up, look_tear_down);
}
