/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "checklist/checklist.h"
#include "cli/output.h"
#include "cli/passphrase.h"
#include "guide/library.h"
#include "report/draft-check.h"
#include "session/session-file.h"
#include "session/session.h"

static void check_draft(const char *path, struct checklist *checklist, struct faults *faults) {
  struct session_report report;
  struct session *session = session_load(path, checklist, SESSION_READ_ONLY, &report, NULL);
  if (session) {
    draft_check_session(path, checklist, session, faults);
  }
  session_free(session);
}

static void check_session(const char *path, const char *checklist_id, struct faults *faults) {
  struct error err = ERROR_INIT;
  struct checklist *checklist = library_load_checklist(path, checklist_id, &err);
  if (!checklist) {
    faults_add(faults, FAULT_WARNING, path, 0, 0, _("only its form was checked: %s"), err.message);
  }
  session_check(path, checklist, faults);
  if (checklist && !faults->errors) {
    check_draft(path, checklist, faults);
  }
  checklist_free(checklist);
  error_release(&err);
}

/* The law's text is looked at when all else is well. */
static void check_checklist(const char *path, struct faults *faults) {
  size_t errors = faults->errors;
  checklist_check(path, faults);
  struct checklist *checklist = faults->errors == errors ? checklist_load(path, NULL) : NULL;
  if (checklist && checklist_load_rest(checklist, NULL)) {
    draft_check(checklist, faults);
  }
  checklist_free(checklist);
}

/* A session names its checklist; everything else should be one. */
static void check_file(const struct options *options, const char *path, struct faults *faults) {
  struct error err = ERROR_INIT;
  if (!passphrase_give(options, path, &err)) {
    faults_add(faults, FAULT_ERROR, path, 0, 0, "%s", err.message);
    error_release(&err);
    return;
  }
  char *checklist_id = session_peek_checklist(path, NULL);
  if (checklist_id) {
    check_session(path, checklist_id, faults);
  } else if (session_is_meant(path)) {
    session_check(path, NULL, faults);
  } else {
    check_checklist(path, faults);
  }
  free(checklist_id);
}

static size_t check_files_named(const struct options *options, const char *folder,
                                const char *ending, struct faults *faults) {
  size_t count;
  char **names = file_list(folder, ending, &count);
  for (size_t i = 0; i < count; i++) {
    char *path = path_join(folder, names[i]);
    check_file(options, path, faults);
    free(path);
    free(names[i]);
  }
  free(names);
  return count;
}

static void check_files_in(const struct options *options, const char *folder,
                           struct faults *faults) {
  if (check_files_named(options, folder, ".yaml", faults) +
          check_files_named(options, folder, ".yaml.age", faults) ==
      0) {
    faults_add(faults, FAULT_ERROR, folder, 0, 0,
               _("there is no checklist and no session in this folder"));
  }
}

static void check(const struct options *options, const char *path, struct faults *faults) {
  if (!file_is_folder(path)) {
    check_file(options, path, faults);
    return;
  }
  char *checklist = path_join(path, "checklist.yaml");
  if (file_exists(checklist)) {
    check_checklist(path, faults);
  } else {
    check_files_in(options, path, faults);
  }
  free(checklist);
}

static void print_fault(const struct fault *fault) {
  struct strbuf place;
  strbuf_init(&place);
  strbuf_add(&place, fault->file);
  if (fault->line) {
    strbuf_addf(&place, ":%zu:%zu", fault->line, fault->column);
  }
  if (fault->weight == FAULT_WARNING) {
    output_format(_("%s: warning: %s\n"), place.text, fault->message);
  } else {
    output_format("%s: %s\n", place.text, fault->message);
  }
  strbuf_release(&place);
}

enum exit_status cmd_check(const struct options *options) {
  size_t errors = 0;
  for (size_t i = 0; i < options->operands.count; i++) {
    struct faults faults = FAULTS_INIT;
    check(options, options->operands.items[i], &faults);
    faults_sort(&faults);
    for (size_t j = 0; j < faults.count; j++) {
      print_fault(&faults.items[j]);
    }
    if (!faults.count) {
      char *path = utf8_clean_dup(options->operands.items[i], UTF8_ONE_LINE);
      output_format(_("%s: no faults\n"), path);
      free(path);
    }
    errors += faults.errors;
    faults_release(&faults);
  }
  return errors ? EXIT_FAULTS : EXIT_DONE;
}
