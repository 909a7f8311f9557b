/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sessions to practise with: each is whole, answers every question that is asked today, in
 * today's words, and each answer says in a comment where it is from. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "assess/assess.h"
#include "base/error.h"
#include "base/file.h"
#include "base/memory.h"
#include "checklist/checklist.h"
#include "session/session-file.h"
#include "session/session.h"
#include "shipped.h"

static size_t faults, sessions;

static void fault(const char *path, const char *what) {
  printf("%s: %s\n", path, what);
  faults++;
}

static void check_question(const char *path, const struct assessment *assessment,
                           const struct question *question) {
  const struct answer *answer = session_answer(assessment->session, question->id);
  if (session_look_again(assessment->session, question))
    fault(path, "it was answered in other words; answer it again");
  else if (assess_question_relevant(assessment, question) && (!answer || !answer->value))
    fault(path, "it is not answered");
  else if (question->number && answer && answer->value && !answer->comment)
    fault(path, "no comment says where the answer is from");
  else
    return;
  printf("  %s\n", question->id);
}

static void check_answers(const char *path, const struct checklist *checklist,
                          const struct session *session) {
  struct assessment *assessment = assess(checklist, session);
  for (size_t i = 0; i < checklist->question_count; i++)
    check_question(path, assessment, checklist->questions[i]);
  assessment_free(assessment);
}

static void check_session(const char *path, const struct checklist *checklist) {
  struct error err = ERROR_INIT;
  struct session_report report;
  struct session *session = session_load(path, checklist, SESSION_READ_ONLY, &report, &err);
  sessions++;
  if (!session) {
    fault(path, err.message);
    return;
  }
  if (report.wholeness != SESSION_WHOLE)
    fault(path, "its end mark is missing or wrong");
  if (report.edition_changed)
    fault(path, "it was answered in another edition");
  if (report.retired)
    fault(path, "it answers questions that are no longer asked");
  check_answers(path, checklist, session);
  session_free(session);
}

static void check_folder(const struct checklist *checklist) {
  char name[256];
  snprintf(name, sizeof name, "checklists/%s/practice", checklist->id);
  DIR *folder = opendir(shipped_path(name));
  for (const struct dirent *entry = NULL; folder && (entry = readdir(folder));) {
    if (!strstr(entry->d_name, ".yaml"))
      continue;
    char *path = path_join(shipped_path(name), entry->d_name);
    check_session(path, checklist);
    free(path);
  }
  if (folder)
    closedir(folder);
}

int main(void) {
  size_t count;
  struct checklist **checklists = shipped_load(&count);
  for (size_t i = 0; i < count; i++)
    check_folder(checklists[i]);
  shipped_free(checklists, count);
  if (sessions == 0)
    fault("checklists", "no session to practise with");
  return faults ? EXIT_FAILURE : EXIT_SUCCESS;
}
