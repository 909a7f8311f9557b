/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/language.h"
#include "base/strbuf.h"
#include "session/end-mark.h"
#include "session/session-file.h"
#include "session/session-private.h"
#include "yaml/node.h"

/* A sentence that may begin with "FILE:LINE:COLUMN: ". */
static void add_sentence(struct faults *faults, const char *path, const char *sentence) {
  size_t length = strlen(path), line = 0, column = 0;
  const char *rest = sentence;
  if (!strncmp(sentence, path, length) && sentence[length] == ':') {
    char *end;
    line = strtoul(sentence + length + 1, &end, 10);
    column = *end == ':' ? strtoul(end + 1, &end, 10) : 0;
    rest = strncmp(end, ": ", 2) ? sentence : end + 2;
  }
  faults_add(faults, FAULT_ERROR, path, line, column, "%s", rest);
}

static size_t count_lines(const struct strbuf *text) {
  size_t lines = 1;
  for (size_t i = 0; i + 1 < text->length; i++)
    lines += text->text[i] == '\n';
  return lines;
}

static void check_end(const char *path, const struct strbuf *text, struct faults *faults) {
  enum session_wholeness wholeness = end_mark_check(text->text, text->length);
  if (wholeness == SESSION_CUT_OFF)
    faults_add(faults, FAULT_ERROR, path, count_lines(text), 1,
               _("the last line, '# end …', is missing: the end of the file is lost. Compare it "
                 "with the file before, whose name ends in '~'; if nothing is missing, open the "
                 "session and save it"));
  else if (wholeness == SESSION_EDITED)
    faults_add(faults, FAULT_WARNING, path, count_lines(text), 1,
               _("the file was changed by another program, or is damaged; opening and saving the "
                 "session makes it whole again"));
}

static void check_text(const char *path, const struct strbuf *text,
                       const struct checklist *checklist, struct faults *faults) {
  struct arena *arena = arena_new();
  struct error err = ERROR_INIT;
  const struct node *root = node_read(arena, text->text, text->length, path, &err);
  if (root) {
    struct session *session = session_new(checklist);
    session_read(session, root, faults);
    session_free(session);
  } else {
    add_sentence(faults, path, err.message);
  }
  check_end(path, text, faults);
  error_release(&err);
  arena_free(arena);
}

void session_check(const char *path, const struct checklist *checklist, struct faults *faults) {
  struct error err = ERROR_INIT;
  struct strbuf text;
  strbuf_init(&text);
  if (session_read_text(&text, path, NULL, &err))
    check_text(path, &text, checklist, faults);
  else
    add_sentence(faults, path, err.message);
  strbuf_wipe(&text);
  error_release(&err);
}
