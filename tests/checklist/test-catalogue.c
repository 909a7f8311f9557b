/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/error.h"
#include "base/file.h"
#include "base/strbuf.h"
#include "checklist/catalogue.h"

static char folder[] = "/tmp/test-catalogue-XXXXXX";
static const char *const folders[] = {"checklists", "checklists/zoning",
                                      "checklists/local-law-enforcement", "checklists/notes"};
static const char *const files[] = {"checklists/zoning/checklist.yaml",
                                    "checklists/local-law-enforcement/checklist.yaml",
                                    "checklists/notes/readme.txt",
                                    "checklists/single.yaml",
                                    "checklists/local.mk",
                                    "mine.yaml"};

static char *inside(const char *name) {
  return path_join(folder, name);
}

static int make_data_folder(void **state) {
  (void)state;
  struct error err = ERROR_INIT;
  if (!mkdtemp(folder))
    return -1;
  for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
    char *path = inside(folders[i]);
    file_make_folder(path, &err);
    free(path);
  }
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    char *path = inside(files[i]);
    file_write_new(path, "", 0, false, &err);
    free(path);
  }
  return err.message ? -1 : setenv("DISENTANGLE_DATADIR", folder, 1);
}

static int remove_data_folder(void **state) {
  (void)state;
  for (size_t i = sizeof files / sizeof *files; i-- > 0;) {
    char *path = inside(files[i]);
    unlink(path);
    free(path);
  }
  for (size_t i = sizeof folders / sizeof *folders; i-- > 0;) {
    char *path = inside(folders[i]);
    rmdir(path);
    free(path);
  }
  return rmdir(folder);
}

static void assert_found(const char *name, const char *wanted) {
  struct error err = ERROR_INIT;
  char *found = catalogue_find(name, &err), *path = inside(wanted);
  if (!found)
    fail_msg("%s", err.message);
  assert_string_equal(found, path);
  free(found);
  free(path);
}

static void checklists_are_found_by_name(void **state) {
  (void)state;
  assert_found("zoning", "checklists/zoning");
  assert_found("single", "checklists/single.yaml");
  assert_found(NULL, "checklists/local-law-enforcement");
}

static void checklists_are_found_by_path(void **state) {
  (void)state;
  static const char *const names[] = {"mine.yaml", "checklists/zoning", "checklists/single.yaml"};
  for (size_t i = 0; i < 3; i++) {
    char *path = inside(names[i]);
    assert_found(path, names[i]);
    free(path);
  }
}

static void what_is_no_checklist_is_told_with_those_there_are(void **state) {
  (void)state;
  static const char *const names[] = {"zonnig", "notes", "local.mk", "", "/nonexistent/zoning"};
  for (size_t i = 0; i < 5; i++) {
    struct error err = ERROR_INIT;
    struct strbuf wanted;
    assert_null(catalogue_find(names[i], &err));
    strbuf_init(&wanted);
    strbuf_addf(&wanted,
                "there is no checklist '%s': give a path, or one of local-law-enforcement, "
                "single, zoning",
                names[i]);
    assert_string_equal(err.message, wanted.text);
    strbuf_release(&wanted);
    error_release(&err);
  }
}

static void an_empty_data_folder_is_told(void **state) {
  (void)state;
  struct error err = ERROR_INIT;
  setenv("DISENTANGLE_DATADIR", "/nonexistent", 1);
  assert_null(catalogue_find("zoning", &err));
  assert_string_equal(err.message, "there is no checklist 'zoning': give the path of one");
  setenv("DISENTANGLE_DATADIR", folder, 1);
  error_release(&err);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(checklists_are_found_by_name),
      cmocka_unit_test(checklists_are_found_by_path),
      cmocka_unit_test(what_is_no_checklist_is_told_with_those_there_are),
      cmocka_unit_test(an_empty_data_folder_is_told),
  };
  return cmocka_run_group_tests(tests, make_data_folder, remove_data_folder);
}
