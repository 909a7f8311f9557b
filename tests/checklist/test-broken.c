/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every checklist in tests/data/broken has the faults that stand beside it in NAME.expected, all of
 * them in one run; and loading it fails with one of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/environment.h"
#include "base/error.h"
#include "base/file.h"
#include "base/strbuf.h"
#include "checklist/checklist.h"

static char *data_folder(void) {
  return path_join(environment_get("SOURCE_DIR"), "tests/data/broken");
}

/* The faults as `disentangle check` prints them, with paths from the data folder on. */
static void list_faults(struct strbuf *out, const char *folder, const char *path) {
  struct faults faults = FAULTS_INIT;
  checklist_check(path, &faults);
  for (size_t i = 0; i < faults.count; i++) {
    const struct fault *fault = &faults.items[i];
    assert_memory_equal(fault->file, folder, strlen(folder));
    strbuf_add(out, fault->file + strlen(folder) + 1);
    if (fault->line)
      strbuf_addf(out, ":%zu:%zu", fault->line, fault->column);
    strbuf_addf(out, ": %s%s\n", fault->weight == FAULT_WARNING ? "warning: " : "", fault->message);
  }
  faults_release(&faults);
}

/* Messages name other files by their whole path: cuts the folder out. */
static void cut_folder(struct strbuf *text, const char *folder) {
  char *found;
  while ((found = strstr(text->text, folder)))
    strbuf_remove(text, (size_t)(found - text->text), strlen(folder) + 1);
}

static void read_expected(struct strbuf *expected, const char *path, const struct strbuf *found) {
  struct error err = ERROR_INIT;
  if (environment_is_set("RENEW"))
    assert_true(file_write_new(path, found->text, found->length, true, &err));
  if (!file_read(expected, path, 1 << 20, &err))
    fail_msg("%s", err.message);
}

/* A file that cannot be opened is named by the sentence itself. */
static bool is_line_of(const char *line, const char *list) {
  const char *found = strstr(list, line);
  return found && (found == list || found[-1] == '\n' || found[-1] == ' ') &&
         found[strlen(line)] == '\n';
}

static void check_load(const char *folder, const char *path, const char *faults) {
  struct error err = ERROR_INIT;
  struct strbuf sentence;
  strbuf_init(&sentence);
  struct checklist *checklist = checklist_load(path, &err);
  bool loaded = checklist && checklist_load_rest(checklist, &err);
  assert_false(loaded);
  strbuf_add(&sentence, err.message);
  cut_folder(&sentence, folder);
  if (!is_line_of(sentence.text, faults))
    fail_msg("loading failed with another fault than checking tells:\n%s", sentence.text);
  checklist_free(checklist);
  strbuf_release(&sentence);
  error_release(&err);
}

static bool check_one(const char *folder, const char *name) {
  char *path = path_join(folder, name);
  struct strbuf found, expected, expected_path;
  strbuf_init(&found);
  strbuf_init(&expected);
  strbuf_init(&expected_path);
  strbuf_addf(&expected_path, "%s/%.*s.expected", folder, (int)strcspn(name, "."), name);
  list_faults(&found, folder, path);
  cut_folder(&found, folder);
  read_expected(&expected, expected_path.text, &found);
  bool same = !strcmp(found.text, expected.text);
  if (!same)
    print_error("%s: found\n%s\nexpected\n%s\n(RENEW=1 writes what was found)\n", name, found.text,
                expected.text);
  check_load(folder, path, found.text);
  strbuf_release(&expected_path);
  strbuf_release(&expected);
  strbuf_release(&found);
  free(path);
  return same;
}

static void every_fault_is_told(void **state) {
  (void)state;
  char *folder = data_folder();
  size_t count, files = 0, wrong = 0;
  char **names = file_list(folder, "", &count);
  for (size_t i = 0; i < count; i++) {
    if (!strstr(names[i], ".expected")) {
      wrong += !check_one(folder, names[i]);
      files++;
    }
    free(names[i]);
  }
  free(names);
  free(folder);
  assert_int_equal(wrong, 0);
  assert_in_range(files, 15, 100);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(every_fault_is_told)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
