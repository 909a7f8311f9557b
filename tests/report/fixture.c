/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <stdlib.h>
#include <string.h>

#include "../base/cmocka-tests.h"
#include "base/environment.h"
#include "base/error.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "session/session-file.h"

struct checklist *fixture_zoning(void) {
  return fixture_checklist("tests/data/zoning");
}

struct session *fixture_rich(const struct checklist *checklist) {
  struct error err = ERROR_INIT;
  struct session_report report;
  char *path = path_join(environment_get("SOURCE_DIR"), "tests/report/data/rich.yaml");
  struct session *session = session_load(path, checklist, SESSION_READ_ONLY, &report, &err);
  if (!session)
    fail_msg("%s", err.message);
  free(path);
  return session;
}

char *fixture_write_document(const struct document *document, const char *writer,
                             const struct write_options *options) {
  struct error err = ERROR_INIT;
  struct strbuf out;
  strbuf_init(&out);
  if (!writer_find(writer)->write(document, options, &out, &err))
    fail_msg("%s", err.message);
  return strbuf_take(&out);
}

char *fixture_write(const char *name, const char *writer, struct checklist *checklist,
                    const struct session *session, const struct report_options *options,
                    const struct write_options *write_options) {
  struct error err = ERROR_INIT;
  struct document *document = report_build(report_find(name), checklist, session, options, &err);
  if (!document)
    fail_msg("%s", err.message);
  char *text = fixture_write_document(document, writer, write_options);
  document_free(document);
  return text;
}

char *fixture_text(const char *name, struct checklist *checklist, const struct session *session) {
  return fixture_write(name, "text", checklist, session, &(struct report_options){0},
                       &(struct write_options){.width_cells = 100000});
}

char *fixture_after(const char *name, struct checklist *checklist, const char *answers) {
  struct session *session = fixture_session(checklist, answers);
  char *text = fixture_text(name, checklist, session);
  session_free(session);
  return text;
}

struct document *fixture_built(const char *name, struct checklist *checklist, const char *answers) {
  struct error err = ERROR_INIT;
  struct session *session = fixture_session(checklist, answers);
  struct document *document =
      report_build(report_find(name), checklist, session, &(struct report_options){0}, &err);
  session_free(session);
  if (!document)
    fail_msg("%s", err.message);
  return document;
}

void assert_has(const char *text, const char *part) {
  if (!strstr(text, part))
    fail_msg("'%s' is not in:\n%s", part, text);
}

void assert_has_not(const char *text, const char *part) {
  if (strstr(text, part))
    fail_msg("'%s' is in:\n%s", part, text);
}

void assert_words_in_order(const char *text, const char *words) {
  char *copy = memory_dup(words);
  for (char *at = copy + strspn(copy, " \n"); *at;) {
    size_t length = strcspn(at, " \n");
    char *next = at + length + strspn(at + length, " \n");
    if (at[length])
      at[length] = '\0';
    text = strstr(text, at);
    if (!text)
      fail_msg("the word '%s' is lost or out of order", at);
    text += length;
    at = next;
  }
  free(copy);
}
